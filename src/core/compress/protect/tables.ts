import type { Span } from '../../types';
import type { Line } from './code';

/** Rows of data: of Markdown tables, of TOON below its header, of CSV: three lines and more with equally many commas that no blank follows. */
export function tableRows(lines: readonly Line[]): Span[] {
  const found: Span[] = [];
  let toon = false;
  let same: Line[] = [];
  let commas = 0;
  const close = () => {
    if (same.length >= 3) found.push(...same);
    same = [];
  };
  for (const line of lines) {
    const { text } = line;
    if (/^[ \t]*\|.*\|[ \t]*$/.test(text)) found.push(line);
    toon = /^[ \t]*[\w.-]*\[\d+\](?:\{[^}\n]*\})?:[ \t]*$/.test(text) || (toon && /^[ \t]+\S/.test(text));
    if (toon) found.push(line);
    const count = / ,|, /.test(text) ? 0 : text.split(',').length - 1;
    if (!count || (same.length && count !== commas)) close();
    if (count) {
      same.push(line);
      commas = count;
    }
  }
  close();
  return found;
}
