import type { Binding, Facts, Scope, Statement } from '../facts';
import { placeOf } from '../languages/changes';
import { outermostFunction } from '../resolve/links';
import { isDeclaration } from '../resolve/scopes';
import type { Digester } from './digest';

/** What a statement has to do with the others of its file, all of it by names. */
interface Ties {
  /** What it declares or changes for others, with the classes around it. */
  shows: string[];
  /** Functions in it, whose callers may be asked what they pass. */
  defines: string[];
  /** The functions that it calls. */
  calls: string[];
  /** Every word of its own text, and the classes around it with their bases. */
  mentions: Set<string>;
  /** Its text without that of its members, which are statements of their own; null where it has none. */
  frame: string | null;
}

/** Says which statements may be read otherwise than in the pass before. */
export type FindAffected = (facts: Facts, text: string) => ReadonlySet<Statement>;

/** Where a struct is made: what its fields are given, its methods read. */
const MADE = /\b([\p{L}_][\p{L}\p{N}_]*)\{/gu;
const WORD = /[\p{L}_][\p{L}\p{N}_]*/gu;

/**
 * Makes the function that follows one document from pass to pass. A statement is affected where it is new, where it mentions a name that an
 * affected or removed one shows, or where such a one calls a function of it. That is more than need be, never less: names that mean different
 * things count as one, and so do words in texts and comments.
 */
export function createAffected(digester: Digester): FindAffected {
  let before: readonly Statement[] | null = null;
  const ties = new WeakMap<Statement, Ties>();

  return (facts, text) => {
    const now = facts.statements;
    const last = before;
    before = now;
    if (!last) return new Set(now);
    const { added, removed } = compare(last, now);
    if (!added.length && !removed.length) return new Set();
    if (importsOf(added) !== importsOf(removed)) return new Set(now);
    const tiesOf = (statement: Statement): Ties => {
      const known = ties.get(statement);
      if (known) return known;
      const made = makeTies(statement, text, digester);
      ties.set(statement, made);
      return made;
    };
    for (const statement of now) tiesOf(statement);
    const affected = new Set(added);
    let spreading = [...withoutSameFrames(added, removed, ties), ...withoutSameFrames(removed, added, ties)].map(
      (statement) => ties.get(statement) ?? makeTies(statement, '', digester),
    );
    while (spreading.length) {
      const shown = new Set(spreading.flatMap(({ shows }) => shows));
      const called = new Set(spreading.flatMap(({ calls }) => calls));
      spreading = [];
      for (const statement of now) {
        if (affected.has(statement)) continue;
        const own = tiesOf(statement);
        if (!overlaps(shown, own.mentions) && !own.defines.some((name) => called.has(name))) continue;
        affected.add(statement);
        spreading.push(own);
      }
    }
    return affected;
  };
}

/** What only one of two lists holds. Both mostly begin and end alike. */
function compare(last: readonly Statement[], now: readonly Statement[]): { added: Statement[]; removed: Statement[] } {
  const shorter = Math.min(last.length, now.length);
  let start = 0;
  while (start < shorter && last[start] === now[start]) start++;
  let same = 0;
  while (same < shorter - start && last[last.length - 1 - same] === now[now.length - 1 - same]) same++;
  const [before, after] = [last.slice(start, last.length - same), now.slice(start, now.length - same)];
  const [old, present] = [new Set(before), new Set(after)];
  return { added: after.filter((statement) => !old.has(statement)), removed: before.filter((statement) => !present.has(statement)) };
}

function overlaps(few: ReadonlySet<string>, many: ReadonlySet<string>): boolean {
  for (const name of few) if (many.has(name)) return true;
  return false;
}

function importsOf(statements: readonly Statement[]): string {
  return JSON.stringify(statements.flatMap(({ imports }) => imports.map(({ local, module, name }) => [local, module, name])));
}

/** A class of which only members changed shows what it showed before. */
function withoutSameFrames(statements: readonly Statement[], others: readonly Statement[], ties: WeakMap<Statement, Ties>): Statement[] {
  return statements.filter((statement) => {
    const frame = ties.get(statement)?.frame ?? null;
    return frame === null || !others.some((other) => ties.get(other)?.frame === frame && other.owner === statement.owner);
  });
}

/** `text` is what the statement's span speaks of; without it, what the statement mentions is not known. */
function makeTies(statement: Statement, text: string, digester: Digester): Ties {
  const shows: string[] = [...statement.bindings, ...statement.types].map(([, { name }]) => name);
  const defines: string[] = [];
  const around: string[] = [];
  for (let scope: Scope | null = statement.owner; scope; scope = scope.parent) if (scope.name) around.push(scope.name, ...scope.bases);
  const visit = (scope: Scope) => {
    if (scope.name && scope.kind === 'function') defines.push(scope.name);
    // members of a class in a function see the function's own names
    if (scope.kind === 'function' && statement.members.length) shows.push(...[...scope.params, ...scope.bindings].map(({ name }) => name));
    if (scope.kind === 'function') for (const child of scope.children) visit(child);
  };
  for (const [, child] of statement.children) {
    if (child.name) shows.push(child.name);
    visit(child);
  }
  const { rooted, named, handed } = digester.digest(statement);
  const isLocal = createIsLocal();
  for (const [name, calls] of handed) if (calls.some(({ scope }) => !isLocal(scope, name))) shows.push(name);
  shows.push(...statement.bindings.flatMap(([, binding]) => tiedTo(binding)));
  for (const scope of scopesIn(statement))
    for (const binding of scope.bindings) shows.push(...tiedTo(binding).filter((name) => !isLocal(scope, name)));
  for (const [name, calls] of rooted) if (calls.some((call) => outermostFunction(call.scope) === null)) shows.push(name);
  const own = ownText(statement, text);
  for (const [, type] of own.matchAll(MADE)) if (type) shows.push(type);
  return {
    shows: [...shows, ...around].flatMap(wordOf),
    defines,
    calls: named.map(([name]) => name),
    mentions: new Set([...(own.match(WORD) ?? []), ...around.flatMap((name) => name.match(WORD) ?? [])]),
    frame: text && statement.members.length ? own : null,
  };
}

/** Says whether a name belongs to a function or to one around it. Other statements have part in it only where they call the function. */
function createIsLocal(): (from: Scope, name: string) => boolean {
  const declared = new Map<Scope, ReadonlySet<string>>();
  const namesOf = (scope: Scope): ReadonlySet<string> => {
    const names = declared.get(scope) ?? new Set([...scope.params, ...scope.bindings.filter(isDeclaration)].map(({ name }) => name));
    declared.set(scope, names);
    return names;
  };
  return (from, name) => {
    for (let scope: Scope | null = from; scope?.kind === 'function'; scope = scope.parent) if (namesOf(scope).has(name)) return true;
    return false;
  };
}

/** The functions of a statement, with those within. */
function scopesIn({ children }: Statement): Scope[] {
  const visit = (scope: Scope): Scope[] => (scope.kind === 'function' ? [scope, ...scope.children.flatMap(visit)] : []);
  return children.flatMap(([, scope]) => visit(scope));
}

/** The names that a binding changes for others, or by another name: what is done to `all` of `all = messages` is done to both. */
function tiedTo({ name, kind, free, value }: Binding): string[] {
  if (kind !== 'assign' && kind !== 'item') return [name];
  const others = value?.kind === 'object' ? value.entries.map((entry) => entry.value) : value?.kind === 'array' ? value.items : value ? [value] : [];
  return [...(free ? [name] : []), ...others.flatMap((other) => placeOf(other)?.name ?? [])];
}

/** The last word of a name: `this.client` is `client`, `$x` is `x`. */
function wordOf(name: Binding['name']): string[] {
  return name.match(WORD)?.slice(-1) ?? [];
}

function ownText({ span, members }: Statement, text: string): string {
  let at = span.start;
  let own = '';
  for (const member of members) {
    own += text.slice(at, member.span.start);
    at = member.span.end;
  }
  return own + text.slice(at, span.end);
}
