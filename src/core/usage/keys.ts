import { isRecord, readFields } from './fields';
import type { LogValue, UsageKey } from './types';
import { noKey } from './types';

/** Longest name that is kept; what is longer may be a text. */
const LONGEST = 120;

/** A name as it is kept: short, in one line. Addresses of people and what looks like a key become a short hash. */
export function nameOf(value: string | null): string | null {
  const name = value?.replace(/\p{Cc}+/gu, ' ').trim() ?? '';
  if (!name) return null;
  if (/@/.test(name) || /^(?:sk|pk|rk|ghp|xox[a-z]|AKIA|AIza)[-_A-Za-z0-9]{12,}$/.test(name)) return `#${shortHash(name)}`;
  return name.length > LONGEST ? `${name.slice(0, LONGEST)}…` : name;
}

/** 53 bits of a text, for telling texts apart; not for keeping secrets. */
export function hashOf(text: string): number {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return 4294967296 * (2097151 & b) + (a >>> 0);
}

const shortHash = (text: string): string => hashOf(text).toString(16).padStart(14, '0').slice(0, 10);

/** The names under which logs say where a request was made. */
const names = {
  label: ['label', 'prompt_cost.label'],
  file: ['code.file.path', 'code.filepath', 'file', 'prompt_cost.file'],
  line: ['code.line.number', 'code.lineno', 'line', 'prompt_cost.line'],
  function: ['code.function.name', 'code.function', 'function', 'prompt_cost.function'],
  prompt: ['gen_ai.prompt.name', 'prompt_name', 'promptName', 'prompt'],
  hash: ['promptHash', 'prompt_hash', 'prompt_cost.hash'],
} as const;

/** What metadata, attributes or properties of any log say of the place. What is no name or number there says nothing. */
export function keyIn(value: unknown): UsageKey {
  if (!isRecord(value)) return noKey;
  const fields = readFields(value, true);
  const text = (name: keyof typeof names) => nameOf(fields.text(...names[name]));
  const line = Number(fields.text(...names.line) ?? Number.NaN);
  const placed = splitPlace(text('file'));
  return {
    label: text('label'),
    file: placed.file,
    line: Number.isInteger(line) && line > 0 ? line : placed.line,
    function: text('function'),
    prompt: text('prompt'),
    hash: text('hash'),
  };
}

/** `app/x.py:12` */
function splitPlace(place: string | null): { file: string | null; line: number | null } {
  const [, file, line] = /^(.+?):(\d{1,7})$/.exec(place ?? '') ?? [];
  return file === undefined ? { file: place, line: null } : { file, line: Number(line) };
}

/** What tags say: `label:x`, `file=app/x.py:12`; where none says a label, the first plain tag is one. */
export function keyInTags(tags: readonly string[]): UsageKey {
  const said: LogValue = Object.fromEntries(
    tags.flatMap((tag) => {
      const [, name, value] = /^([a-z_.]+)\s*[:=]\s*(.+)$/i.exec(tag) ?? [];
      return name === undefined ? [] : [[name, value]];
    }),
  );
  const plain = tags.find((tag) => !/[:=]/.test(tag));
  const key = keyIn(said);
  return { ...key, label: key.label ?? nameOf(plain ?? null) };
}

/** The first of several that says it, part by part. A line goes with its file. */
export function firstKey(...keys: readonly UsageKey[]): UsageKey {
  const placed = keys.find(({ file }) => file !== null) ?? keys.find(({ line }) => line !== null) ?? noKey;
  const first = <K extends keyof UsageKey>(name: K): UsageKey[K] | null => keys.find((key) => key[name] !== null)?.[name] ?? null;
  return { label: first('label'), file: placed.file, line: placed.line, function: first('function'), prompt: first('prompt'), hash: first('hash') };
}

/** Texts of a list, or of one that is written as JSON or between commas and braces. */
export function tagsOf(value: unknown): string[] {
  const list = typeof value === 'string' ? listIn(value) : value;
  const texts = Array.isArray(list) ? list.filter((tag): tag is string => typeof tag === 'string') : [];
  return texts.flatMap((tag) => nameOf(tag) ?? []).slice(0, 20);
}

function listIn(text: string): unknown {
  const parsed = parseJson(text);
  return Array.isArray(parsed)
    ? parsed
    : text
        .replace(/^\{(.*)\}$/s, '$1')
        .split(',')
        .map((tag) => tag.trim().replace(/^"(.*)"$/s, '$1'));
}

/** What a text says as JSON; anything else as it is. */
export function parseJson(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
