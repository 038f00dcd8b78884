import type { CallFact, Expr, Scope } from '../facts';
import { nameIn } from '../resolve/otherFiles';
import { enclosingClass } from '../resolve/scopes';
import { createTools, type Tools } from './fileTools';

/** A function or class of another file of the project. */
export interface Elsewhere {
  tools: Tools;
  scope: Scope;
}

/** The name that an import brings, as an expression of the file that declares it. */
export function importedName(expr: Expr, tools: Tools): { tools: Tools; expr: Expr } | null {
  const root = expr.kind === 'member' ? expr.object : expr;
  if (root.kind !== 'name' || tools.resolver.declaration(root)) return null;
  const fact = tools.resolver.importOf(root.name);
  const found = fact ? tools.file.fileOf(fact) : null;
  if (!found) return null;
  const name = found.name ?? (expr.kind === 'member' ? expr.property : null);
  if (name === null || (found.name !== null && expr.kind === 'member')) return null;
  return { tools: createTools(found.tools, tools.budget), expr: nameIn(found.tools.facts, name) };
}

/** The function of another file that a call calls: an imported one, one of an imported module, a method of an imported class. */
export function functionElsewhere(call: CallFact, tools: Tools): Elsewhere | null {
  const { callee } = call;
  if (callee.kind !== 'name' && callee.kind !== 'member') return null;
  const direct = importedName(callee, tools);
  if (direct) return scopeOf(direct.expr, direct.tools, (scope) => scope.kind === 'function');
  if (callee.kind !== 'member') return null;
  const found = classElsewhere(callee.object, tools);
  const method = found?.scope.children.find((child) => child.kind === 'function' && child.name === callee.property);
  return found && method ? { tools: found.tools, scope: method } : null;
}

/** The class of another file whose instance an expression is, by what made it or by its declared type. */
function classElsewhere(object: Expr, tools: Tools): Elsewhere | null {
  const isClass = (scope: Scope) => scope.kind === 'class';
  for (const value of tools.resolver.valuesOf(object).values) {
    const made = value.kind === 'call' ? importedName(value.call.callee, tools) : null;
    const found = made && scopeOf(made.expr, made.tools, isClass);
    if (found) return found;
  }
  for (const name of declaredTypes(object, tools)) {
    const typed = importedName({ kind: 'name', name, scope: tools.file.facts.file, span: object.span }, tools);
    const found = typed && scopeOf(typed.expr, typed.tools, isClass);
    if (found) return found;
  }
  return null;
}

/** The names of the types that a variable, a parameter or a field is declared with. */
function declaredTypes(object: Expr, tools: Tools): string[] {
  const own = object.kind === 'member' && object.object.kind === 'name' && object.object.name === 'this' ? enclosingClass(object.object.scope) : null;
  if (own && object.kind === 'member')
    return tools.resolver
      .fields(own, object.property)
      .flatMap(({ type, value }) => [...type, ...(value?.kind === 'name' ? declaredTypes(value, tools) : [])]);
  const declared = object.kind === 'name' ? tools.resolver.declaration(object) : null;
  return [...(declared?.param?.type ?? []), ...(declared?.bindings ?? []).flatMap(({ type }) => type)];
}

function scopeOf(expr: Expr, tools: Tools, fits: (scope: Scope) => boolean): Elsewhere | null {
  for (const value of tools.resolver.valuesOf(expr).values)
    if ((value.kind === 'function' || value.kind === 'class') && fits(value.scope)) return { tools, scope: value.scope };
  return null;
}
