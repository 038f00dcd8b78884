import type { CallFact, Expr, Param, Scope } from '../facts';
import type { SdkCall, Source } from '../sdks/sdk';
import type { Caller } from './callers';
import type { Tools } from './fileTools';
import type { Match } from './match';
import { readParameters } from './parameters';

/** A function that hands on a prompt, a model or a limit, with its callers in this file. */
export interface Helper {
  scope: Scope;
  callers: readonly Caller[];
}

/** How far what is handed on is looked for within lists, messages and choices. */
const DEEPEST = 6;

/** The helper among the functions that a request stands in: its callers are the requests. null where no caller is seen. */
export function helperAmong(scopes: readonly Scope[], tools: Tools): Helper | null {
  for (const scope of scopes) {
    const callers = tools.file.callers.callersOf(scope).filter(({ call }) => !isWithin(call.scope, scope));
    if (callers.length) return { scope, callers };
  }
  return null;
}

/** The functions around a request whose parameters it hands on as prompt, model or limit. */
export function handsOn(fact: CallFact, { row, receivers }: Pick<Match<SdkCall>, 'row' | 'receivers'>, tools: Tools): Scope[] {
  const parameters = readParameters({ call: fact, chain: fact, receivers }, tools.resolver, () => []);
  const sources: readonly Source[] = [row.model, row.outputLimit, row.messages, row.user, row.system, row.input].flatMap((list) => list ?? []);
  const handed = sources.flatMap((source) => parameters.find([source])?.exprs ?? []);
  for (const arg of fact.args) if (arg.spread || (arg.name === null && arg.value.kind === 'name')) handed.push(arg.value);
  const scopes = new Set<Scope>();
  for (const expr of handed) for (const scope of scopesOfParams(expr, tools, 0)) scopes.add(scope);
  return [...scopes];
}

/** The functions whose parameters an expression hands on as they are: as a text, a message's content, a list or a model. */
function scopesOfParams(expr: Expr, tools: Tools, depth: number): Scope[] {
  if (depth > DEEPEST || !tools.budget.spend()) return [];
  const inner = (part: Expr) => scopesOfParams(part, tools, depth + 1);
  switch (expr.kind) {
    case 'name': {
      const found = tools.resolver.declaration(expr);
      if (found?.param && found.scope.kind === 'function' && isOwnParam(found.param)) return [found.scope];
      return (found?.bindings ?? []).flatMap(({ kind, value }) => (kind === 'assign' && value ? inner(value) : []));
    }
    case 'choice':
      return expr.options.flatMap(inner);
    case 'array':
      return expr.items.flatMap((item) => inner(item.kind === 'spread' ? item.value : item));
    case 'object':
      return expr.entries.flatMap((entry) =>
        entry.spread || /^(content|text|parts|messages|input|prompt|model|role)$/i.test(entry.key ?? '') ? inner(entry.value) : [],
      );
    case 'string':
      // `f"{system}\n{question}"` has no words of its own
      return expr.parts.every((part) => part.kind === 'hole' || !/\w/.test(part.text))
        ? expr.parts.flatMap((part) => (part.kind === 'hole' && part.value ? inner(part.value) : []))
        : [];
    default:
      return [];
  }
}

const isOwnParam = ({ name }: Param): boolean => !/^(self|cls|this)$/.test(name);

/** Is a scope the other, or inside of it? */
export function isWithin(from: Scope, scope: Scope): boolean {
  for (let at: Scope | null = from; at; at = at.parent) if (at === scope) return true;
  return false;
}
