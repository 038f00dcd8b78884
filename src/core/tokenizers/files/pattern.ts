import { Refusal } from './refusal';

const LONGEST = 2000;
const DEEPEST = 8;
/** Ways in which the bounded quantifiers of one sequence may share out a text. */
const MOST_WAYS = 256;

const WHITE = '\\p{White_Space}';
const WORD = '\\p{L}\\p{M}\\p{N}\\p{Pc}';
const scripts = new Set(['Han', 'Hiragana', 'Katakana', 'Hangul', 'Latin', 'Greek', 'Cyrillic', 'Arabic', 'Hebrew', 'Thai', 'Devanagari']);
/** What small letters are equal to besides their capital. */
const foldings: Record<string, string> = { s: '\u017f', k: '\u212a' };

/** A part of a sequence, as far as its cost goes. */
interface Cost {
  /** Unbounded quantifiers that something behind them can make fail. */
  strained: number;
  /** Unbounded quantifiers at the end, which nothing can make fail yet. */
  free: number;
  ways: number;
}

/**
 * Rewrites a pattern of a tokenizer file (Oniguruma) for JavaScript's `u` flag. Refuses what it does not know, what looks backwards, and what
 * could take more than linear time at one place: repeated groups, and more than one unbounded quantifier that has to give back.
 */
export function compilePattern(source: string, where: string): RegExp {
  if (source.length > LONGEST) throw new Refusal(where, `longer than ${LONGEST} characters`);
  const reader = new PatternReader(source, where);
  const text = reader.alternatives(0, false);
  if (!reader.done) throw new Refusal(where, `) without ( at ${reader.at}`);
  try {
    return new RegExp(text.pattern, 'gu');
  } catch {
    throw new Refusal(where, 'no regular expression that can be read here');
  }
}

class PatternReader {
  at = 0;
  private readonly chars: readonly string[];

  constructor(
    source: string,
    private readonly where: string,
  ) {
    this.chars = [...source];
  }

  get done(): boolean {
    return this.at >= this.chars.length;
  }

  alternatives(depth: number, folded: boolean): { pattern: string; cost: Cost } {
    if (depth > DEEPEST) this.refuse('groups nested too deep');
    const parts = [this.sequence(depth, folded)];
    while (this.take('|')) parts.push(this.sequence(depth, folded));
    const most = (key: keyof Cost) => Math.max(...parts.map(({ cost }) => cost[key]));
    return {
      pattern: parts.map(({ pattern }) => pattern).join('|'),
      cost: { strained: most('strained'), free: most('free'), ways: parts.reduce((sum, { cost }) => sum + cost.ways, 0) },
    };
  }

  private sequence(depth: number, folded: boolean): { pattern: string; cost: Cost } {
    let pattern = '';
    const cost: Cost = { strained: 0, free: 0, ways: 1 };
    while (!this.done && this.chars[this.at] !== '|' && this.chars[this.at] !== ')') {
      const atom = this.atom(depth, folded);
      const { text, least, most } = this.quantifier();
      if (atom.isGroup && most > 1) this.refuse('a group that repeats');
      pattern += atom.pattern + text;
      if (least > 0) {
        cost.strained += cost.free;
        cost.free = 0;
      }
      cost.strained += atom.cost.strained;
      cost.free += atom.cost.free + (most === Number.POSITIVE_INFINITY ? 1 : 0);
      cost.ways *= atom.cost.ways * (most === Number.POSITIVE_INFINITY ? 1 : most - least + 1);
      if (cost.strained > 1 || cost.ways > MOST_WAYS) this.refuse('could take too long');
    }
    return { pattern, cost };
  }

  private atom(depth: number, folded: boolean): { pattern: string; isGroup: boolean; cost: Cost } {
    const plain = (pattern: string) => ({ pattern, isGroup: false, cost: { strained: 0, free: 0, ways: 1 } });
    const char = this.next();
    if (char === '(') return this.group(depth, folded);
    if (char === '[') return plain(this.class(folded));
    if (char === '\\') return plain(this.escape(false));
    if (char === '.') return plain('[^\\n]');
    if ('^$*+?{'.includes(char)) this.refuse(`${char} is not known here`);
    return plain(folded ? fold(char) : /[\]}/]/.test(char) ? `\\${char}` : char);
  }

  private group(depth: number, folded: boolean): { pattern: string; isGroup: boolean; cost: Cost } {
    const rest = this.chars.slice(this.at, this.at + 3).join('');
    const head = ['?i:', '?:', '?=', '?!'].find((known) => rest.startsWith(known));
    if (rest.startsWith('?') && head === undefined) this.refuse(`(${rest} is not known`);
    this.at += head?.length ?? 0;
    const { pattern, cost } = this.alternatives(depth + 1, folded || head === '?i:');
    if (!this.take(')')) this.refuse('( without )');
    return { pattern: `(${head === '?=' || head === '?!' ? head : '?:'}${pattern})`, isGroup: true, cost };
  }

  private class(folded: boolean): string {
    let text = this.take('^') ? '[^' : '[';
    for (let first = true; ; first = false) {
      const char = this.next();
      if (char === ']' && !first) return `${text}]`;
      if (char === '[' || (char === '&' && this.chars[this.at] === '&')) this.refuse('a class within a class');
      if (char === '\\') text += this.escape(true);
      else if (folded && /[a-z]/i.test(char)) text += this.chars[this.at] === '-' ? this.refuse('a range without case') : fold(char).slice(1, -1);
      else text += char === ']' || char === '^' ? `\\${char}` : char;
    }
  }

  private escape(inClass: boolean): string {
    const char = this.next();
    if (char === 's') return WHITE;
    if (char === 'S') return '\\P{White_Space}';
    if (char === 'd') return '\\p{Nd}';
    if (char === 'w') return inClass ? WORD : `[${WORD}]`;
    if (char === 'W' && !inClass) return `[^${WORD}]`;
    if ('rntfv'.includes(char)) return `\\${char}`;
    if (char === 'p' || char === 'P') {
      const [whole, not, name] =
        /^\{(\^?)(\w{1,40})\}/.exec(this.chars.slice(this.at, this.at + 45).join('')) ?? this.refuse(`\\${char} without a name`);
      this.at += whole.length;
      return `\\${not ? (char === 'p' ? 'P' : 'p') : char}{${scripts.has(name!) ? `Script=${name}` : name}}`;
    }
    if (char === 'u' || char === 'x') {
      const rest = this.chars.slice(this.at, this.at + 10).join('');
      const [whole, braced, plain] = /^(?:\{([\da-f]{1,6})\}|([\da-f]{4}))/i.exec(rest) ?? this.refuse(`\\${char} that is not known`);
      if (char === 'x' && plain) this.refuse('\\x that is not known');
      this.at += whole.length;
      return `\\u{${braced ?? plain}}`;
    }
    if (/[\p{L}\p{N}]/u.test(char)) this.refuse(`\\${char} is not known`);
    return /[\^$\\.*+?()[\]{}|/]/.test(char) || (inClass && char === '-') ? `\\${char}` : char;
  }

  private quantifier(): { text: string; least: number; most: number } {
    const [text, least, most] = /^(?:[*+?]|\{(\d{1,4})(?:,(\d{0,4}))?\})/.test(this.rest()) ? this.readQuantifier() : ['', 1, 1];
    if (text && /^[*+?]/.test(this.rest())) this.refuse(`${text}${this.chars[this.at]} is not known`);
    return { text, least, most };
  }

  private readQuantifier(): [string, number, number] {
    const [text, least, most] = /^(?:[*+?]|\{(\d{1,4})(,\d{0,4})?\})/.exec(this.rest())!;
    this.at += text.length;
    if (text === '*') return [text, 0, Number.POSITIVE_INFINITY];
    if (text === '+') return [text, 1, Number.POSITIVE_INFINITY];
    if (text === '?') return [text, 0, 1];
    const least_ = Number(least);
    return [text, least_, most === undefined ? least_ : most === ',' ? Number.POSITIVE_INFINITY : Number(most.slice(1))];
  }

  private rest(): string {
    return this.chars.slice(this.at, this.at + 12).join('');
  }

  private take(char: string): boolean {
    const is = this.chars[this.at] === char;
    if (is) this.at++;
    return is;
  }

  private next(): string {
    return this.chars[this.at++] ?? this.refuse('ends too early');
  }

  private refuse(why: string): never {
    throw new Refusal(this.where, `${why} (at character ${this.at})`);
  }
}

/** A letter in any case, as a class. */
function fold(char: string): string {
  const lower = char.toLowerCase();
  const escaped = /[\^$\\.*+?()[\]{}|/]/.test(char) ? `\\${char}` : char;
  return lower === char.toUpperCase() ? escaped : `[${lower}${char.toUpperCase()}${foldings[lower] ?? ''}]`;
}
