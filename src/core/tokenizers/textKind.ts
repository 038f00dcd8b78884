/** What tokenizers treat differently. `latin` is Latin script other than English, `script` any other alphabet (Cyrillic, Arabic, Thai…). */
export type TextKind = 'english' | 'latin' | 'code' | 'json' | 'cjk' | 'script';

/** How much of a text's tokens each kind has, by a rough guess; the shares add up to 1. */
export type TextMix = Record<TextKind, number>;

/** Units that are looked at: longer texts are read in this many windows of equal distance. */
const WINDOWS = 16;
const WINDOW_SIZE = 1024;
/** Tokens per character, English as 1, from o200k_base on ordinary texts. */
const DENSITY = { cjk: 3, script: 1.2 };

const cjkChars = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3001-\u303f\uff01-\uff60]/gu;
const scriptChars = /(?![\p{Script=Latin}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Inherited}])[\p{L}\p{M}]/gu;
const latinChars = /[\u00aa-\u024f¿¡]/g;
const englishWords = /\b(?:the|of|and|to|is|are|in|for|with|you|your|that|this|be|not|it|on|or|must|use|from)\b/gi;
const latinWords =
  /\b(?:de|la|el|los|las|que|en|un|una|con|por|para|se|le|les|des|du|et|est|pour|dans|der|die|und|das|ist|nicht|ein|eine|mit|il|di|che|non|per|os|um|uma|do|da|não|ein|het|een|van)\b/gi;
const codeSymbols = /[{}()[\];=<>_|&$\\/+*#@`]/g;
const jsonLine = /^\s*(?:[{}[\]]+,?\s*$|"[^"]*"\s*(?:[:,]|$))/;

const matches = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Kind of a line in Latin script. */
function lineKind(line: string): 'english' | 'latin' | 'code' | 'json' {
  if (jsonLine.test(line) || matches(line, /"\s*[:,]\s*["\d[{tfn]/g) > 1) return 'json';
  const length = line.trim().length;
  if (matches(line, codeSymbols) > 0.06 * length) return 'code';
  const foreign = 3 * matches(line, latinChars) + matches(line, latinWords);
  return foreign > matches(line, englishWords) ? 'latin' : 'english';
}

function sample(text: string): string {
  if (text.length <= WINDOWS * WINDOW_SIZE) return text;
  const stride = (text.length - WINDOW_SIZE) / (WINDOWS - 1);
  const windows = Array.from({ length: WINDOWS }, (_, i) => text.slice(Math.round(i * stride), Math.round(i * stride) + WINDOW_SIZE));
  return windows.join('\n');
}

/** Guesses the mix of a text line by line, from at most 16,384 characters of it. A text without ink is English. */
export function mixOf(text: string): TextMix {
  const mix: TextMix = { english: 0, latin: 0, code: 0, json: 0, cjk: 0, script: 0 };
  for (const line of sample(text).split('\n')) {
    if (!/\S/.test(line)) continue;
    const ascii = /^[\t -~\r]*$/.test(line);
    const cjk = ascii ? 0 : matches(line, cjkChars);
    const script = ascii ? 0 : matches(line, scriptChars);
    mix.cjk += cjk * DENSITY.cjk;
    mix.script += script * DENSITY.script;
    mix[lineKind(line)] += Math.max(0, line.length - cjk - script);
  }
  const total = Object.values(mix).reduce((sum, weight) => sum + weight, 0);
  if (total === 0) return { ...mix, english: 1 };
  for (const kind of Object.keys(mix) as TextKind[]) mix[kind] /= total;
  return mix;
}
