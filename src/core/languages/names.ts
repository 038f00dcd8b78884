import type { Expr } from '../facts';

/** A set of words. */
export const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** A method's name whatever the language's case: `trimIndent`, `TrimIndent` and `trim_indent` are `trimindent`. */
export const plainName = (name: string): string => name.toLowerCase().replaceAll('_', '');

/** Methods that call a function once per item, in plain spelling. */
export const ITERATES = words(
  'map flatmap filtermap mapnotnull mapindexed maptoobj mapvalues mapkeys each eachwithindex eachwithobject eachslice eachpair eachentry foreach foreachindexed foreachasync foreachordered foreachconcurrent tryforeach filter filternot reject collect select selectmany where takewhile reduce fold inject sum sumof times repeat upto downto step any all none associate associatewith associateby groupby partition findall arraymap arraywalk arrayfilter arrayreduce parallelmap everyeach eachbatch findeach findinbatches buildlist',
);
/** Methods that call a function on the spot, or once for each time they are called. */
export const RUNS = words(
  'go do submit execute run runasync start async launch spawn let also apply with use runblocking withcontext coroutinescope tap then supplyasync synchronize transaction measure blockon runcatching try retry once',
);
/** Methods that add one item to a list. */
export const APPENDS = words('add append appendline appendformat put push pushback addlast addfirst unshift prepend');
/** Methods that add many items. */
export const EXTENDS = words('addall addrange extend concat putall update pushall extendfromslice merge!');
/** Methods that set a key of a map. */
export const SETS = words('put set insert store add addproperty setproperty');

/** `%s`, `%-5d`, `%1$s`, `%%` of printf and its kin. */
export const PRINTF = /%%|%(?:\d+\$)?[-+ #0,(]*(?:\d+|\*)?(?:\.(?:\d+|\*))?[a-zA-Z]/g;

/** The literal of printf's only escape. */
export const percent = (match: string): string | null => (match === '%%' ? '%' : null);

/** The name under which a target is bound: `x`, `this.x`; null for anything else. */
export function bindingName(expr: Expr): string | null {
  if (expr.kind === 'name') return expr.name;
  return expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name === 'this' ? `this.${expr.property}` : null;
}

/** `a.b.c` of a callee or type made of names; null where anything else is in it. */
export function dotted(expr: Expr): string | null {
  const names: string[] = [];
  let at = expr;
  while (at.kind === 'member') {
    names.push(at.property);
    at = at.object;
  }
  return at.kind === 'name' ? [at.name, ...names.reverse()].join('.') : null;
}

/** Wrappers whose name says nothing of what they hold. */
const WRAPPERS = new Set(
  'Optional Option Result Task ValueTask Mono Uni Future CompletableFuture Arc Rc Box Mutex RwLock Lazy Provider ObjectProvider Nullable final val var readonly static mut dyn ref out in params const null void'.split(
    ' ',
  ),
);

/** Identifiers of a type as written, in order, wrappers left out. */
export function typeNames(written: string): string[] {
  return (written.match(/[A-Za-z_]\w*/g) ?? []).filter((name) => !WRAPPERS.has(name));
}
