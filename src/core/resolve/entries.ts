import type { Binding, CallFact, Expr, ObjectEntry, ObjectExpr, Scope } from '../facts';
import type { Budget } from './budget';
import { entryOfJsonText } from './jsonText';
import type { Links } from './links';
import { lastName } from './names';
import { type Entry, sameName, type Value, type Values } from './values';

/** Calls whose object says how something has to look, not what it is. */
const CHECKS = /^validat|^rules$/i;

/** The key that no object has: its entry is open where any may be set. */
export const ANY = '\0';
const NOWHERE = { start: 0, end: 0 };

const isCollection = ({ kind }: Expr): boolean => kind === 'array' || kind === 'object';

const spread = (value: Expr): ObjectEntry => ({ key: null, value, spread: true, span: value.span });

interface Reach {
  links: Links;
  budget: Budget;
  valuesOf(expr: Expr): Values;
  changes(expr: Expr): Binding[];
  keyedChanges(expr: Expr, key: string): Binding[];
  /** An expression that stands for the entry of an object: its values, and what is done to it later. */
  hold(object: Expr, key: string, values: Values, done: Binding[]): Expr;
  fields(scope: Scope, name: string): Binding[];
}

/** Reads entries of whatever serves as an object: literals, constructors, builder chains, dicts that are changed later. */
export function createEntries({ links, budget, valuesOf, changes, keyedChanges, hold, fields }: Reach) {
  function entryOf(value: Value, key: string): Entry | null {
    if (!budget.spend()) return null;
    if (value.kind === 'object') return entryOfObject(value, key);
    // dictionaries that are merged
    if (value.kind === 'pipe') return entryOfObject({ entries: value.steps.map(spread) }, key);
    if (value.kind === 'array' && /^\d+$/.test(key)) {
      const item = value.items[Number(key)];
      return { values: item ? [item] : [], open: value.items.some(({ kind }) => kind === 'spread') };
    }
    if (value.kind === 'call') return entryOfCall(value.call, key);
    if (value.kind === 'string') return entryOfJsonText(value, key);
    if (value.kind === 'function' && value.scope.params.length === 1) {
      // `converse(request -> request.modelId("…"))`
      const parts = value.scope.returns.flatMap((inner) => (inner.kind === 'call' ? [entryOfCall(inner.call, key)] : []));
      return parts.find((part) => part?.values.length) ?? null;
    }
    if (value.kind === 'class') {
      const given = value.made?.args.find((arg) => arg.name !== null && sameName(arg.name, key));
      if (given) return { values: [given.value], open: false };
      const open = value.made?.args.some((arg) => arg.spread) ?? true;
      const values = fields(value.scope, key).flatMap((binding) => (binding.kind === 'assign' && binding.value ? [binding.value] : []));
      return values.length || !open ? { values, open } : { values: [], open: true };
    }
    return null;
  }

  function entryOfObject(object: Pick<ObjectExpr, 'entries'>, key: string): Entry {
    let result: Entry = { values: [], open: false };
    for (const item of object.entries) {
      if (item.spread) {
        const spread = entry(item.value, key);
        if (!spread) result = { ...result, open: true };
        else if (spread.values.length) result = spread;
        else result = { ...result, open: result.open || spread.open };
      } else if (item.key !== null && sameName(item.key, key)) {
        result = { values: [item.value], open: false };
      }
    }
    return result;
  }

  /** A constructor with keyword arguments, an initialiser block, or a builder chain read as an object. */
  function entryOfCall(call: CallFact, key: string): Entry | null {
    const result: Entry = { values: [], open: false };
    for (const arg of call.args) {
      if (arg.name !== null && sameName(arg.name, key)) return { values: [arg.value], open: false };
      if (arg.spread) {
        const inner = entry(arg.value, key);
        if (inner?.values.length) return inner;
        if (!inner || inner.open) result.open = true;
      }
    }
    if (call.block?.kind === 'object') {
      const inner = entryOfObject(call.block, key);
      if (inner.values.length) return inner;
    }
    if (/^\d+$/.test(key)) {
      const arg = constructorOf(call).args.filter((candidate) => candidate.name === null && !candidate.spread)[Number(key)];
      return { values: arg ? [arg.value] : [], open: false };
    }
    const given = links.given(call, key);
    if (given.length) return { values: given, open: false };
    // Go's options: `New(WithModel("…"))`
    for (const { name, value } of call.args) {
      if (name === null && value.kind === 'call' && sameName(lastName(value.call.callee) ?? '', `with${key}`) && value.call.args.length)
        return { values: value.call.args.map((arg) => arg.value), open: false };
    }
    const isObject = call.args.some((arg) => arg.name !== null) || call.block !== null || call.constructs || isBuilder(call);
    if (!isObject && CHECKS.test(lastName(call.callee) ?? '')) return null;
    if (!isObject) {
      const only = call.args.find((arg) => !arg.spread && (arg.value.kind === 'object' || arg.value.kind === 'name'));
      return only ? entry(only.value, key) : null;
    }
    const first = call.args.find((arg) => !arg.name && !arg.spread && arg.value.kind === 'object');
    if (first && first.value.kind === 'object') {
      const inner = entryOfObject(first.value, key);
      if (inner.values.length || inner.open) return inner;
    }
    // `new ConverseCommand(input)`
    const [only] = call.args;
    const named = call.constructs && call.args.length === 1 && only?.name === null && only.value.kind === 'name' ? entry(only.value, key) : null;
    return named ?? result;
  }

  // Found once for each object and key, so that objects which are spread twice cost no more than once
  const found = new Map<Expr, Map<string, Entry | null>>();

  function entry(expr: Expr, key: string): Entry | null {
    const known = found.get(expr) ?? new Map<string, Entry | null>();
    const last = known.get(key);
    if (last !== undefined) return last;
    if (!budget.enter()) return null;
    found.set(expr, known.set(key, null));
    const result = findEntry(expr, key);
    budget.leave();
    known.set(key, result);
    return result;
  }

  function findEntry(expr: Expr, key: string): Entry | null {
    const set = changes(expr);
    const assigned = set.filter((binding) => binding.kind === 'set' && binding.key !== null && sameName(binding.key, key) && binding.value);
    const extended = set.filter((binding) => binding.kind === 'extend' && binding.value).map((binding) => entry(binding.value as Expr, key));
    const objects = valuesOf(expr);
    const parts = objects.values.map((value) => entryOf(value, key));
    const read = [...parts, ...extended].filter((part): part is Entry => part !== null);
    const done = keyedChanges(expr, key);
    if (!read.length && !assigned.length && !done.length) return null;
    const values = [...read.flatMap((part) => part.values), ...assigned.map((binding) => binding.value as Expr)];
    const unread = set.filter(({ kind }) => kind === 'change');
    const isOpen = objects.open || !parts.length || [...parts, ...extended].some((part) => part === null || part.open);
    const computed = set.some((binding) => binding.kind === 'set' && binding.key === null) || (key === ANY && unread.length > 0);
    const open = computed || (isOpen && !assigned.some((binding) => binding.depth === 0));
    if (!done.length && !(unread.length && values.some(isCollection))) return { values, open };
    return { values: [hold(expr, key, valuesOfEntry(values, open), [...done, ...unread])], open: false };
  }

  /** Of what is there, or of the empty list that something is added to. */
  function valuesOfEntry(values: Expr[], open: boolean): Values {
    if (!values.length && !open) return { values: [{ kind: 'array', span: NOWHERE, items: [], tuple: false }], open: false, byDefault: false };
    const all = values.map((value) => valuesOf(value));
    return {
      values: [...new Set(all.flatMap((one) => one.values))],
      open: open || all.some((one) => one.open),
      byDefault: all.some((one) => one.byDefault),
    };
  }

  return { entry, entryOf };
}

/** `Request::new(model, prompt).options(…)`: positions count in what constructs, not in what is set later. */
function constructorOf(call: CallFact): CallFact {
  let at = call;
  while (!at.constructs && at.callee.kind === 'member' && at.callee.object.kind === 'call') at = at.callee.object.call;
  return at.constructs ? at : call;
}

function isBuilder(call: CallFact): boolean {
  return call.callee.kind === 'member' && /^(build|builder|create|of|new)$/i.test(call.callee.property);
}
