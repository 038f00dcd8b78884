import type { Argument, Binding, CallFact, Expr, NameExpr, Param, Scope } from '../facts';
import { bindingName } from '../languages/names';
import type { Budget } from './budget';
import { lastName } from './names';
import { type Alias, isChange, type Places, rootOf } from './places';
import { enclosingClass } from './scopes';
import { type Declaration, sameName, type Values } from './values';

/** Functions that only read what they are given, by their name: those of the languages themselves, and what counts, logs or writes. */
const READS =
  /^(len|str|repr|list|tuple|set|dict|sorted|reversed|enumerate|range|zip|map|filter|sum|any|all|min|max|isinstance|type|id|bool|iter|next|deepcopy|copy|structuredclone|isarray|from|keys|values|entries|stringify|dumps?|encode|tojson|to_json|json|inspect|table|dir|debug|info|warn|warning|error|trace|puts|pp|p|assert\w*|expect|concat|equals?|includes|contains|(console|fmt)?\.?(print|log)\w*|(count|num|estimate|len|hash|is|has|print|log|write|dump|serialize)_?[A-Z_]?\w*)$/i;

/** Methods of a list or a map that takes the object in as it is. */
const TAKES_IN = /^(push|append|extend|add|put|set|insert|unshift|prepend)\w*$/i;

interface Reach {
  placesIn(): Places;
  budget: Budget;
  declaration(name: NameExpr): Declaration | null;
  fields(scope: Scope, name: string): Binding[];
  valuesOf(expr: Expr): Values;
  functionOf(call: CallFact): Scope | null;
  /** The calls that are given a variable of that name, or a field `this.x`. */
  callsWith(name: string): readonly CallFact[];
  /** May a call be a request? Nothing that sends changes what it is given. */
  maySend(call: CallFact): boolean;
  /** Do functions get copies of lists and records, but for references that say so? */
  copies: boolean;
}

/** Finds all that is done to a list, a record or a field after it was made. What is not understood is a `change`, never nothing. */
export function createChanges({ placesIn, budget, declaration, fields, valuesOf, functionOf, callsWith, maySend, copies }: Reach) {
  const changed = new Map<Expr, Binding[]>();

  function changes(expr: Expr): Binding[] {
    const known = changed.get(expr);
    if (known) return known;
    if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'call') return [];
    changed.set(expr, []);
    if (!budget.enter()) return [];
    const own = ownChanges(expr);
    changed.set(expr, own);
    const from = handedOn(expr);
    const result = from ? [...new Set([...changes(from), ...own])] : own;
    budget.leave();
    changed.set(expr, result);
    return result;
  }

  function ownChanges(expr: Expr): Binding[] {
    if (expr.kind === 'name') {
      const declared = declaration(expr);
      if (!declared) return [];
      const own = bindingsOf(declared).filter((binding) => isChange(binding) && isWhole(binding));
      return [...own, ...throughOthers(expr, declared.scope)];
    }
    if (expr.kind !== 'member' || expr.object.kind !== 'name') return [];
    if (expr.object.name === 'this') {
      const scope = enclosingClass(expr.object.scope);
      return scope ? [...changesOfField(scope, expr.property), ...throughOthers(expr, scope)] : [];
    }
    const declared = declaration(expr.object);
    const own = declared ? keyedChanges(expr.object, expr.property) : [];
    const whole = changes(expr.object).filter(({ kind }) => kind === 'change');
    const classes = valuesOf(expr.object).values.flatMap((value) => (value.kind === 'class' ? value.scope : []));
    return [...new Set([...own, ...whole, ...classes.flatMap((scope) => changesOfField(scope, expr.property))])];
  }

  /** What is done to a field: in its class, and on objects of the class elsewhere. */
  function changesOfField(scope: Scope, name: string): Binding[] {
    const outside = onObjects(scope, name).filter(({ kind }) => kind !== 'set');
    return [...fields(scope, name).filter((binding) => isChange(binding) && isWhole(binding)), ...outside];
  }

  /** What is done under a key of variables that hold a class or an object of it. */
  function onObjects(scope: Scope, key: string): Binding[] {
    const { keyed } = placesIn();
    return (keyed.get(key) ?? []).flatMap(([from, binding]) => {
      if (binding.name.startsWith('this.') || !budget.spend()) return [];
      const name: NameExpr = { kind: 'name', name: binding.name, scope: from, span: binding.span };
      return valuesOf(name).values.some((value) => value.kind === 'class' && value.scope === scope) ? [binding] : [];
    });
  }

  /** What is added to or changed in the entry of a variable. */
  function keyedChanges(expr: Expr, key: string): Binding[] {
    const declared = expr.kind === 'name' ? declaration(expr) : null;
    const field = bindingName(expr);
    const scope = field?.startsWith('this.') && expr.kind === 'member' && expr.object.kind === 'name' ? enclosingClass(expr.object.scope) : null;
    const bindings = declared ? bindingsOf(declared) : scope && expr.kind === 'member' ? fields(scope, expr.property) : [];
    return bindings.filter((binding) => isChange(binding) && binding.kind !== 'set' && binding.key !== null && sameName(binding.key, key));
  }

  // ----- by other names -----

  function throughOthers(expr: Expr, home: Scope): Binding[] {
    if (!isMutable(expr)) return [];
    const name = bindingName(expr);
    if (name === null) return [];
    const isSame = (root: Expr) => homeOf(root) === home;
    const handed = callsWith(name).flatMap((call) =>
      call.args.flatMap((arg) => (bindingName(arg.value) === name && isSame(arg.value) ? changesOfCallee(call, arg) : [])),
    );
    const aliases = (placesIn().aliases.get(name) ?? []).filter(({ root }) => isSame(root));
    return [...handed, ...aliases.flatMap(changesOfAlias)];
  }

  function homeOf(root: Expr): Scope | null {
    if (root.kind === 'name') return declaration(root)?.scope ?? null;
    return root.kind === 'member' && root.object.kind === 'name' ? enclosingClass(root.object.scope) : null;
  }

  /** Texts, numbers and models are never changed by what they are handed to; of a parameter nobody knows. */
  function isMutable(expr: Expr): boolean {
    const { values } = valuesOf(expr);
    return !values.length || values.some((value) => value.kind === 'array' || (value.kind === 'object' && (copies || value.type === null)));
  }

  function changesOfAlias({ scope, binding, as, key }: Alias): Binding[] {
    const span = { start: binding.span.end, end: binding.span.end };
    const other: NameExpr = { kind: 'name', name: binding.name, scope, span };
    const declared = declaration(other);
    const own = declared ? bindingsOf(declared) : fields(enclosingClass(scope) ?? scope, binding.name.replace(/^this\./, ''));
    const given = callsWith(binding.name).flatMap((call) =>
      call.args.flatMap((arg) => {
        const isOther = bindingName(arg.value) === binding.name && homeOf(arg.value) === (declared?.scope ?? enclosingClass(scope));
        return isOther ? changesOfCallee(call, arg) : [];
      }),
    );
    const direct = own.filter((one) => isChange(one) && one !== binding && one.kind !== 'add');
    if (as === 'same') return [...direct.filter(isWhole), ...given];
    if (as === 'held') {
      const under = direct.filter((one) => one.kind !== 'set' && one.key !== null && key !== null && sameName(one.key, key));
      const unread = [...direct, ...given].filter((one) => one.kind === 'change' && (one.key === null || key === null));
      return [...under, ...unread];
    }
    return [...direct, ...given].map((one): Binding => ({ ...one, kind: 'change', key: null }));
  }

  /** What a function does to a variable that it is given. */
  function changesOfCallee(call: CallFact, arg: Argument): Binding[] {
    if (copies && !arg.byReference) return [];
    const scope = functionOf(call);
    const param = scope && paramOf(scope, call, arg);
    if (scope && param) {
      if (param.rest || !budget.enter()) return [asChange(call)];
      const end = scope.span.end;
      const inner = changes({ kind: 'name', name: param.name, scope, span: { start: end, end } });
      budget.leave();
      return inner.map((one) => asDone(one, call));
    }
    const name = lastName(call.callee) ?? '';
    const object = call.callee.kind === 'member' ? rootOf(call.callee.object) : null;
    const isTakenIn = object !== null && TAKES_IN.test(name) && homeOf(object) !== null;
    return call.constructs || maySend(call) || isTakenIn || READS.test(name) ? [] : [asChange(call)];
  }

  // ----- what hands on -----

  /** The variable whose object another name, a field or a function's result is: what is changed there is changed here. */
  function handedOn(expr: Expr): Expr | null {
    let from: Expr | null | undefined = null;
    if (expr.kind === 'name') {
      const assigned = declaration(expr)?.bindings.filter((binding) => binding.kind === 'assign') ?? [];
      from = assigned.length === 1 ? assigned[0]?.value : null;
    } else if (expr.kind === 'member' && expr.object.kind === 'name' && expr.object.name !== 'this') {
      const [object] = valuesOf(expr.object).values;
      from = object?.kind === 'object' ? object.entries.find(({ key }) => key !== null && sameName(key, expr.property))?.value : null;
    } else if (expr.kind === 'call' && expr.call.callee.kind !== 'call') {
      const [target] = valuesOf(expr.call.callee).values;
      from = target?.kind === 'function' && target.scope.returns.length === 1 ? target.scope.returns[0] : null;
    }
    return from?.kind === 'name' || from?.kind === 'member' || from?.kind === 'call' ? from : null;
  }

  return {
    changes,
    keyedChanges,
    /** What is set on objects of a class from outside of it. */
    setOn: (scope: Scope, key: string): Binding[] => onObjects(scope, key).filter(({ kind }) => kind === 'set'),
    /** Remembers what is done to an expression that stands for an entry. */
    note: (expr: Expr, found: Binding[]): void => void changed.set(expr, found),
  };
}

const bindingsOf = ({ bindings, elsewhere }: Declaration): Binding[] => (elsewhere.length ? [...bindings, ...elsewhere] : bindings);
/** Is it done to the whole variable, or said of one of its keys? */
const isWhole = ({ kind, key }: Binding): boolean => kind === 'set' || key === null;

/** Something that a call may do to what it is given. */
function asChange({ span, loops, within, scope }: CallFact): Binding {
  return {
    name: '',
    kind: 'change',
    key: null,
    value: null,
    type: [],
    annotation: null,
    field: null,
    span,
    depth: 1,
    block: within,
    loops,
    from: scope,
  };
}

/** What a function does, as if it stood where the function is called. */
function asDone(done: Binding, { span, loops, depth, within, scope }: CallFact): Binding {
  return { ...done, span, loops: [...loops, ...done.loops], depth: depth + done.depth, block: within, from: scope };
}

function paramOf({ params }: Scope, { args }: CallFact, given: Argument): Param | null {
  if (given.name !== null) return params.find(({ name }) => name === given.name) ?? null;
  const at = args.filter((arg) => arg.name === null).indexOf(given);
  return params[at] ?? params.find(({ rest }) => rest) ?? null;
}
