/**
 * The words with which a match of a regular expression's source can begin, behind its look-arounds. Throws where it begins with anything
 * but letters and groups of them: such a row could not be looked up by its first word.
 */
export function openings(source: string): string[] {
  const parts = alternatives(source);
  if (parts.length > 1) return parts.flatMap(openings);
  const rest = skipLookarounds(source);
  if (rest.startsWith('(')) {
    const end = closing(rest);
    const optional = rest[end + 1] === '?';
    const inner = rest.slice(1, end).replace(/^\?:/, '');
    const found = alternatives(inner).flatMap((part) => openings(part + (optional ? '' : rest.slice(end + 1))));
    return [...new Set([...found, ...(optional ? openings(rest.slice(end + 2)) : [])])];
  }
  if (rest.startsWith(',')) return [','];
  const word = /^[\p{L}]+(?:['’][\p{L}]+)?/u.exec(rest)?.[0];
  if (!word) throw new Error(`no first word in ${source}`);
  const next = rest.slice(word.length);
  if (next.startsWith("['’]")) return [word];
  if (next.startsWith('?')) return [word, word.slice(0, -1)];
  if (/^(?:\(\?:[\p{L}|]+\)|\[)/u.test(next)) return spread(word, next);
  return [word];
}

/** `provid(?:e|ing)`, `estimad[oa]`: a word whose end is a choice. */
function spread(word: string, next: string): string[] {
  const end = next.startsWith('[') ? next.indexOf(']') : closing(next);
  const choices = next.startsWith('[') ? next.slice(1, end).split('') : next.slice(3, end).split('|');
  const whole = choices.map((choice) => word + choice);
  return next[end + 1] === '?' ? [...whole, word] : whole;
}

function skipLookarounds(source: string): string {
  let rest = source.replace(/^\\b/, '');
  while (/^\(\?<?[=!]/.test(rest)) rest = rest.slice(closing(rest) + 1).replace(/^\\b/, '');
  return rest;
}

/** Index of the bracket that closes the one at the start. */
function closing(source: string): number {
  let depth = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const mark = source[at];
    if (mark === '\\') at++;
    else if (inClass) inClass = mark !== ']';
    else if (mark === '[') inClass = true;
    else if (mark === '(') depth++;
    else if (mark === ')' && --depth === 0) return at;
  }
  throw new Error(`no end of group in ${source}`);
}

function alternatives(source: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let from = 0;
  let inClass = false;
  for (let at = 0; at < source.length; at++) {
    const mark = source[at];
    if (mark === '\\') at++;
    else if (inClass) inClass = mark !== ']';
    else if (mark === '[') inClass = true;
    else if (mark === '(') depth++;
    else if (mark === ')') depth--;
    else if (mark === '|' && depth === 0) {
      found.push(source.slice(from, at));
      from = at + 1;
    }
  }
  return [...found, source.slice(from)];
}
