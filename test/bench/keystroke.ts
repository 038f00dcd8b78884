import { startServerProcess } from '../helpers/serverProcess';
import { formatMs, quantile, type Row } from './measure';
import { pythonModule } from './tree';

const uri = 'file:///bench/large.py';
const keystrokes = 200;
/** Strokes until Node has compiled what it runs again and again. */
const coldStrokes = 50;
const word = 'Answer in one short sentence. ';
/** An editor asks for the hints of what it shows and of as much above and below. */
const linesInView = 150;

/** Milliseconds from sending an edit to having the new hints, over a real connection to the server, in a Python file of 5,000 lines. */
export async function benchKeystroke(): Promise<Row[]> {
  const lines = pythonModule(1, 480, true).split('\n').slice(0, 5000);
  const line = lines.findIndex((text, index) => index > 2500 && text.includes('"role": "system"'));
  const { client, stop } = await startServerProcess();
  let column = lines[line]!.indexOf('You ');
  let version = 1;

  /** Types into a prompt and asks for the hints of some lines after each stroke. */
  async function type(first: number, last: number): Promise<number[]> {
    const range = { start: { line: first, character: 0 }, end: { line: last, character: 0 } };
    const hints = () => client.sendRequest<{ label: unknown }[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
    let before = JSON.stringify(await hints());
    const times: number[] = [];
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      const at = { line, character: column++ };
      const change = {
        textDocument: { uri, version: ++version },
        contentChanges: [{ range: { start: at, end: at }, text: word[stroke % word.length] }],
      };
      const start = performance.now();
      await client.sendNotification('textDocument/didChange', change);
      const after = await hints();
      times.push(performance.now() - start);
      const shown = JSON.stringify(after);
      if (!after?.length || shown === before) throw new Error('typing into a prompt changed no hint');
      before = shown;
    }
    return times;
  }

  try {
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version, text: lines.join('\n') } });
    const inView = await type(line - linesInView / 2, line + linesInView / 2);
    const inFile = await type(0, lines.length);
    return [
      {
        name: 'keystroke to hints in view, median',
        value: formatMs(quantile(inView, 0.5)),
        note: `${keystrokes} keystrokes in a prompt of a file of ${lines.length} lines`,
      },
      {
        name: 'keystroke to hints in view, 95 %',
        value: formatMs(quantile(inView, 0.95)),
        note: `${linesInView} lines, as an editor asks; aim: under 16 ms`,
      },
      {
        name: 'the same once warm, 95 %',
        value: formatMs(quantile(inView.slice(coldStrokes), 0.95)),
        note: `without the first ${coldStrokes} keystrokes of the process`,
      },
      { name: 'keystroke to all hints, median', value: formatMs(quantile(inFile, 0.5)), note: 'hints of the whole file' },
      { name: 'keystroke to all hints, 95 %', value: formatMs(quantile(inFile, 0.95)), note: '' },
    ];
  } finally {
    await stop();
  }
}
