import { Tiktoken } from 'js-tiktoken/lite';
import o200k from 'js-tiktoken/ranks/o200k_base';
import { compressText } from '../../src/core/compress';
import { formatMs, formatRatio, quantile, type Row, timeRuns } from './measure';

const size = 50_000;

/** Texts that ask for the most work: edits without end, and marks that open and never close. */
const pieces: Record<string, string> = {
  'wordy sentences':
    'Please note that in order to answer the question you should make sure to read the text very carefully, due to the fact that it is important. ',
  'lists with bold labels': '- **Tone**: Please make sure to answer the question of the user, in order to help.\n',
  'brackets that stay open': '{"a": [',
  'templates that stay open': '{{ a {% if b ',
  'elements that stay open': '<a> x ',
  'comments that stay open': '<!-- x ',
  tables: '| a   | b   |\n|-----|-----|\n| c   | d   |\n\n',
  'one word': 'a',
  blanks: ' ',
};

/** Times the compressor at its last level over texts of 50 and 100 KB; linear growth is a ratio of 2. */
export async function benchCompress(): Promise<Row[]> {
  const encoder = new Tiktoken(o200k);
  const count = (text: string) => encoder.encode(text, [], []).length;
  // The reference tokenizer takes more than linear time for words without end.
  const counts: Record<string, (text: string) => number> = { 'one word': (text) => text.length, blanks: (text) => text.length };
  const rows: Row[] = [];
  for (const [name, piece] of Object.entries(pieces)) {
    const time = async (length: number) => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      return quantile(await timeRuns(1, () => compressText(text, 'aggressive', counts[name] ?? count)), 0.5);
    };
    const [half, whole] = [await time(size), await time(2 * size)];
    rows.push({ name, value: formatMs(whole), note: `100 KB; ${formatRatio(whole / half)} of the time for 50 KB` });
  }
  return rows;
}
