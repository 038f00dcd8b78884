import type { Expr, Scope, StringExpr } from '../../src/core/facts';

/** An expression in a short form that is easy to compare. */
export function show(expr: Expr | null): string {
  if (!expr) return '-';
  switch (expr.kind) {
    case 'string':
      return showString(expr);
    case 'number':
    case 'boolean':
      return String(expr.value);
    case 'null':
      return 'null';
    case 'name':
      return expr.name;
    case 'member':
      return `${show(expr.object)}.${expr.property}`;
    case 'call':
      return `${expr.call.constructs ? 'new ' : ''}${show(expr.call.callee)}(${expr.call.args.map((arg) => (arg.spread ? '...' : '') + show(arg.value)).join(', ')})`;
    case 'object':
      return `{${expr.entries.map((entry) => (entry.spread ? `...${show(entry.value)}` : `${entry.key ?? '?'}: ${show(entry.value)}`)).join(', ')}}`;
    case 'array':
      return `[${expr.items.map(show).join(', ')}]`;
    case 'spread':
      return `...${show(expr.value)}`;
    case 'choice':
      return `(${expr.options.map(show).join(expr.fallback ? ' ?? ' : ' | ')})`;
    case 'pipe':
      return expr.steps.map(show).join(' | ');
    case 'function':
      return 'fn';
    case 'comprehension':
      return `each ${show(expr.item)}`;
    case 'unknown':
      return '?';
  }
}

/** The text of a string with its holes in angle brackets, in single quotes. */
export const showString = (expr: StringExpr): string =>
  JSON.stringify(expr.parts.map((part) => (part.kind === 'text' ? part.text : `<${part.name}>`)).join('')).replaceAll('"', "'");

/** Each binding of a scope in one line. */
export const showBindings = (scope: Scope): string[] =>
  scope.bindings.map((binding) => `${binding.name}${binding.key === null ? '' : `[${binding.key}]`} ${binding.kind} ${show(binding.value)}`);
