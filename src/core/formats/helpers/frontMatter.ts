import type { Span } from '../../types';
import type { Declared } from '../format';
import { at, countOf, type DataNode, firstAt, textOf } from './data';
import { readYaml } from './yaml';

/** A file's YAML between two `---` lines at its top, and what follows. */
export interface Split {
  /** undefined where there is none, or none that can be read. */
  matter: DataNode | undefined;
  body: Span;
}

const FENCED = /^((?:[^\S\n]*\n)*)---[^\S\n]*\n((?:[\s\S]*?\n)??)---[^\S\n]*(?:\n|$)/;

/** Parts a file; one that is not closed has no front matter. */
export function splitFrontMatter(source: string): Split {
  const whole = { start: 0, end: source.length };
  const found = FENCED.exec(source);
  if (!found) return { matter: undefined, body: whole };
  const start = source.indexOf('\n', found[1]!.length) + 1;
  const matter = readYaml(source, { start, end: start + found[2]!.length });
  return { matter: matter[0], body: { start: found[0].length, end: source.length } };
}

/** Does front matter say what a plugin says of an agent or a command, unlike a page about these: all of some keys, and one of others? */
export function isCard(matter: Split['matter'], all: readonly string[], one: readonly string[]): boolean {
  const has = (key: string) => at(matter, key) !== undefined;
  return all.every(has) && one.some(has);
}

/** The model and limit that a value names under any of these paths; null where there is neither. `inherit` and the like are no model. */
export function declaredIn(node: DataNode | undefined, models: string[], limits: string[] = []): Declared | null {
  const named = firstAt(node, ...models);
  const model = textOf(named)?.trim();
  const known = named && model && !/^(inherit|default|auto)$|\$\{|\{\{/i.test(model);
  const outputLimit = countOf(firstAt(node, ...limits));
  if (!known && outputLimit === null) return null;
  return { model: known ? model : null, modelSpan: known ? named.span : null, outputLimit };
}
