import type { Scope, Span } from '../facts';
import { functionOf } from '../rules/helpers/facts';
import type { TextEdit } from '../types';
import type { ActionContext } from './action';
import type { ItemLift } from './itemLift';

/** How an item of the list is read: `R` stands for its name, and what goes is all but that. */
type Read = string;

/**
 * The edits that make `NAME = list of answers` a list of what is read from each answer, under another name: `NAME[0].data[0].embedding`
 * becomes `NEW[0]`, and in loops over it `answer.data[0].embedding` becomes `answer`. null where the list is used in any other way.
 */
export function renameList(lift: ItemLift, read: Read, renamed: string, { text }: ActionContext): TextEdit[] | null {
  const { statement, list } = lift;
  const head = text.slice(statement.start, list.start);
  const name = /^(?:(?:const|let|var)\s+)?(\w+)\s*=\s*(?:await\s+)?$/.exec(head)?.[1];
  if (name === undefined || !/^\s*;?\s*$/.test(text.slice(list.end, statement.end))) return null;
  const holder = functionOf(lift.scope);
  const region = holder?.span ?? { start: 0, end: text.length };
  const at = statement.start + head.indexOf(name);
  const edits: TextEdit[] = [{ start: at, end: at + name.length, text: renamed }];
  const items = itemsOf(name, lift.scope);
  for (const start of placesOf(name, region, text)) {
    const end = start + name.length;
    if (start === at) continue;
    const whole = wholeCopy(start, end, read, text);
    const own = new RegExp(`^(\\[[\\w.]+\\](?:!|\\?)?)${read.replace('R', '')}`).exec(text.slice(end, region.end));
    const inside = items.find(({ source }) => source === start);
    if (whole) edits.push({ ...whole, text: renamed });
    else if (own) edits.push({ start, end: end + own[0].length, text: renamed + own[1] });
    else {
      const reads = inside ? readsIn(inside.name, inside.region, read, text) : null;
      if (!reads) return null;
      edits.push({ start, end, text: renamed }, ...reads);
    }
  }
  return edits.length > 1 ? edits : null;
}

/** `[r.data[0].embedding for r in NAME]` or `NAME.map((r) => r.data[0].embedding)`: what the new list already is. */
function wholeCopy(start: number, end: number, read: Read, text: string): Span | null {
  const before = new RegExp(`\\[\\s*(\\w+)${read.replace('R', '')}\\s+for\\s+\\1\\s+in\\s+$`).exec(text.slice(Math.max(0, start - 200), start));
  const close = /^\s*\]/.exec(text.slice(end));
  if (before && close) return { start: start - before[0].length, end: end + close[0].length };
  const map = new RegExp(`^\\.map\\(\\s*\\(?\\s*(\\w+)\\s*\\)?\\s*=>\\s*\\1${read.replace('R', '')}\\s*,?\\s*\\)`).exec(text.slice(end));
  return map ? { start, end: end + map[0].length } : null;
}

function readsIn(name: string, region: Span, read: Read, text: string): TextEdit[] | null {
  const pattern = new RegExp(`^${read.replace('R', name)}`);
  const edits: TextEdit[] = [];
  for (const start of placesOf(name, region, text)) {
    const found = pattern.exec(text.slice(start, region.end));
    if (found) edits.push({ start, end: start + found[0].length, text: name });
    else if (!isDeclared(name, start, text)) return null;
  }
  return edits;
}

/** Where the name is bound, `for name in`, `(name) =>`, `const name of`: no use of it. */
function isDeclared(name: string, start: number, text: string): boolean {
  const behind = text.slice(start + name.length, start + name.length + 20);
  return (
    /^\s+(?:in|of)\s/.test(behind) ||
    /^\s*\)?\s*=>/.test(behind) ||
    (/^\s*[,)]/.test(behind) && /\(\s*$/.test(text.slice(Math.max(0, start - 5), start)) && /=>/.test(text.slice(start, start + 60)))
  );
}

function placesOf(name: string, { start, end }: Span, text: string): number[] {
  return [...text.slice(start, end).matchAll(new RegExp(`(?<![\\w.$])${name}(?![\\w$])`, 'g'))].map(({ index }) => start + index);
}

/** The names that items of the list get, by the place where the list is named. */
function itemsOf(name: string, scope: Scope): { source: number; name: string; region: Span }[] {
  const inside = (at: Scope): Scope[] => [at, ...at.children.flatMap(inside)];
  return inside(functionOf(scope) ?? scope).flatMap(({ bindings }) =>
    bindings.flatMap(({ kind, value, name: item, block, loops }) =>
      kind === 'item' && value?.kind === 'name' && value.name === name
        ? [{ source: value.span.start, name: item, region: loops.at(-1)?.span ?? block }]
        : [],
    ),
  );
}
