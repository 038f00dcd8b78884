/** Characters of code, texts and blanks apart, that a line of a generated file has on average. */
const LONGEST_CODE = 500;
/** Below this, a text is read whatever it is. */
const SMALL = 20_000;

/**
 * Was a source text written by a tool for a machine, as bundles and minified scripts are? Goes by the code in its lines: a prompt in one long
 * line or a picture in base64 is a text, and says nothing of who wrote the code around it. One pass, without knowing the language: where a
 * quote means something else, the rest of its line counts as a text.
 */
export function isGenerated(text: string): boolean {
  if (text.length <= SMALL || hasLines(text, text.length / LONGEST_CODE)) return false;
  let lines = 1;
  let code = 0;
  for (let at = 0; at < text.length; ) {
    const char = text[at]!;
    if (char === '"' || char === "'" || char === '`') {
      const quote = char !== '`' && text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
      const end = endOfText(text, at + quote.length, quote);
      for (; at < end; at++) if (text[at] === '\n') lines++;
      continue;
    }
    if (char === '\n') lines++;
    else if (char !== ' ' && char !== '\t') code++;
    at++;
  }
  return code > lines * LONGEST_CODE;
}

/** Are there at least so many lines? Looks no further than it must: most files need no closer look. */
function hasLines(text: string, least: number): boolean {
  let lines = 1;
  for (let at = text.indexOf('\n'); at >= 0 && lines < least; at = text.indexOf('\n', at + 1)) lines++;
  return lines >= least;
}

/** Behind the closing quote; one of a single quote ends with its line at the latest. */
function endOfText(text: string, from: number, quote: string): number {
  const inLine = quote === '"' || quote === "'";
  for (let at = from; at < text.length; at++) {
    const char = text[at];
    if (char === '\\') at++;
    else if (char === '\n' && inLine) return at;
    else if (char === quote[0] && (quote.length === 1 || text.startsWith(quote, at))) return at + quote.length;
  }
  return text.length;
}
