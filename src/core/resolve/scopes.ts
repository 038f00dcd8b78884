import type { Binding, Facts, NameExpr, Scope } from '../facts';
import { push } from './places';
import type { Declaration } from './values';

/** What a scope declares, by name. */
interface ScopeIndex {
  bindings: Map<string, Binding[]>;
  /** The first of each name. */
  children: Map<string, Scope>;
}

function indexScope(scope: Scope): ScopeIndex {
  const bindings = new Map<string, Binding[]>();
  for (const binding of scope.bindings) {
    const same = bindings.get(binding.name);
    if (same) same.push(binding);
    else bindings.set(binding.name, [binding]);
  }
  const children = new Map<string, Scope>();
  for (const child of scope.children) if (child.name !== null && !children.has(child.name)) children.set(child.name, child);
  return { bindings, children };
}

/** Finds what names and fields of one file are bound to. */
export function createScopes(facts: Facts) {
  const indexes = new Map<Scope, ScopeIndex>();

  function indexOf(scope: Scope): ScopeIndex {
    const index = indexes.get(scope) ?? indexScope(scope);
    indexes.set(scope, index);
    return index;
  }

  const bindingsOf = (scope: Scope, name: string): Binding[] => indexOf(scope).bindings.get(name) ?? [];

  function declaration(name: NameExpr): Declaration | null {
    // Changes in inner scopes (`messages.append(…)` in a function) belong to the name that an outer scope declares
    const inner: Binding[] = [];
    const passed: Scope[] = [];
    let undeclared: Declaration | null = null;
    for (let scope: Scope | null = name.scope; scope; scope = scope.parent) {
      const inClass = scope.kind === 'class';
      const found = bindingsOf(scope, inClass ? `this.${name.name}` : name.name);
      const bindings = inClass && found.some((field) => isValueOf(field, name)) ? [] : found;
      const param = scope.params.find((candidate) => candidate.name === name.name) ?? null;
      const child = inClass && scope !== name.scope && !scope.implicitThis ? null : (indexOf(scope).children.get(name.name) ?? null);
      if (bindings.some(isDeclaration) || param || child) {
        const elsewhere = changesWithin(scope, name.name).flatMap(([from, binding]) => (passed.includes(from) ? [] : [binding]));
        return { scope, bindings: inner.length ? [...bindings, ...inner] : bindings, param, child, elsewhere };
      }
      if (!undeclared && bindings.some(({ kind }) => kind === 'assign')) undeclared = { scope, bindings, param, child, elsewhere: [] };
      if (!inClass) inner.push(...bindings);
      passed.push(scope);
    }
    return undeclared;
  }

  let within: Map<Scope, Map<string, [Scope, Binding][]>> | null = null;

  /** What functions in a scope do to a name that it declares, each with the function. */
  function changesWithin(scope: Scope, name: string): [Scope, Binding][] {
    within ??= collectChanges();
    return within.get(scope)?.get(name) ?? [];
  }

  function collectChanges(): Map<Scope, Map<string, [Scope, Binding][]>> {
    const result = new Map<Scope, Map<string, [Scope, Binding][]>>();
    const visit = (scope: Scope): void => {
      for (const child of scope.children) visit(child);
      if (scope.kind !== 'function') return;
      for (const binding of scope.bindings) {
        const home = isDeclaration(binding) ? scope : homeOf(scope, binding.name);
        if (!home || home === scope) continue;
        const names = result.get(home) ?? new Map<string, [Scope, Binding][]>();
        push(names, binding.name, [scope, binding]);
        result.set(home, names);
      }
    };
    visit(facts.file);
    return result;
  }

  /** The scope of a function, or one around it, that declares a name. */
  function homeOf(from: Scope, name: string): Scope | null {
    for (let scope: Scope | null = from; scope; scope = scope.parent) {
      const declares = bindingsOf(scope, scope.kind === 'class' ? `this.${name}` : name).some(isDeclaration);
      if (declares || scope.params.some((param) => param.name === name)) return scope;
    }
    return null;
  }

  function classByName(name: string): Scope | null {
    const search = (scope: Scope): Scope | null => {
      for (const child of scope.children) {
        if (child.kind === 'class' && child.name === name) return child;
        const inner = child.kind === 'class' ? search(child) : null;
        if (inner) return inner;
      }
      return null;
    };
    return search(facts.file);
  }

  function fields(scope: Scope, name: string, seen = new Set<Scope>()): Binding[] {
    if (seen.has(scope)) return [];
    seen.add(scope);
    const own = bindingsOf(scope, `this.${name}`);
    if (own.length) return own;
    for (const base of scope.bases) {
      const parent = classByName(base.split('.').at(-1) ?? base);
      const inherited = parent ? fields(parent, name, seen) : [];
      if (inherited.length) return inherited;
    }
    return [];
  }

  return { declaration, classByName, fields };
}

/** Does it make a name of the scope that it stands in? */
export const isDeclaration = ({ kind, free }: Binding): boolean => kind === 'item' || (kind === 'assign' && !free);

/** `self.complete = complete`: the name on the right is no field. */
function isValueOf({ value }: Binding, name: NameExpr): boolean {
  return value !== null && value.span.start <= name.span.start && name.span.end <= value.span.end;
}

/** The class around a scope; null outside classes. */
export function enclosingClass(from: Scope): Scope | null {
  for (let scope: Scope | null = from; scope; scope = scope.parent) if (scope.kind === 'class') return scope;
  return null;
}
