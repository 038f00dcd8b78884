import { formatMs, quantile, type Row } from './measure';
import { startServerProcess } from './serverProcess';
import { pythonModule } from './tree';

const uri = 'file:///bench/large.py';
const keystrokes = 200;
const word = 'Answer in one short sentence. ';

/** Milliseconds from sending an edit to having the new hints, over a real connection to the server, in a Python file of 5,000 lines. */
export async function benchKeystroke(): Promise<Row[]> {
  const lines = pythonModule(1, 480, true).split('\n').slice(0, 5000);
  const line = lines.findIndex((text, index) => index > 2500 && text.includes('"role": "system"'));
  const column = lines[line]!.indexOf('You ');
  const { client, stop } = await startServerProcess();
  const range = { start: { line: 0, character: 0 }, end: { line: lines.length, character: 0 } };
  const hints = () => client.sendRequest<{ label: unknown }[] | null>('textDocument/inlayHint', { textDocument: { uri }, range });
  try {
    await client.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'python', version: 1, text: lines.join('\n') } });
    let before = JSON.stringify(await hints());
    const times: number[] = [];
    let changed = 0;
    for (let stroke = 0; stroke < keystrokes; stroke++) {
      const at = { line, character: column + stroke };
      const change = {
        textDocument: { uri, version: stroke + 2 },
        contentChanges: [{ range: { start: at, end: at }, text: word[stroke % word.length] }],
      };
      const start = performance.now();
      await client.sendNotification('textDocument/didChange', change);
      const after = await hints();
      times.push(performance.now() - start);
      if (!after?.length) throw new Error('no hints');
      const shown = JSON.stringify(after);
      if (shown !== before) changed++;
      before = shown;
    }
    if (!changed) throw new Error('typing into a prompt changed no hint');
    const note = `${lines.length} lines, ${keystrokes} keystrokes in a prompt, ${changed} changed a hint`;
    return [
      { name: 'keystroke to hints, median', value: formatMs(quantile(times, 0.5)), note },
      { name: 'keystroke to hints, 95 %', value: formatMs(quantile(times, 0.95)), note: 'aim: under 16 ms' },
    ];
  } finally {
    await stop();
  }
}
