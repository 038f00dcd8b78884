import type { ObjectExpr, Scope } from '../facts';
import { isAnthropic } from './helpers/caching';
import { findArgument, resolve, walk } from './helpers/facts';
import { isVolatile } from './helpers/volatile';
import type { Rule } from './rule';

export default {
  meta: {
    id: 'cache-on-varying',
    severity: 'warning',
    fixable: false,
    description: 'A cache breakpoint on a block that changes on every call.',
    messages: {
      varies: 'This block changes on every call: its cache is written (dearer than plain input) and never read. Put the breakpoint before it.',
    },
  },
  checkCall(call, _estimate, { text, report }) {
    if (!isAnthropic(call)) return;
    const { scope } = call.fact;
    for (const name of ['system', 'messages']) {
      const argument = findArgument(text, call, name);
      if (!argument) continue;
      walk(argument.value, scope, (expr) => {
        const breakpoint = expr.kind === 'object' && expr.entries.find((entry) => entry.key === 'cache_control');
        if (breakpoint && hasVolatileText(expr, scope, text)) report({ span: breakpoint.span, message: 'varies' });
      });
    }
  },
} satisfies Rule;

function hasVolatileText(block: ObjectExpr, scope: Scope, text: string): boolean {
  const content = block.entries.find((entry) => entry.key === 'text' || entry.key === 'content');
  if (!content) return false;
  let found = false;
  walk(content.value, scope, (expr) => {
    const value = resolve(expr, scope);
    if (expr.kind === 'call' || expr.kind === 'name' || expr.kind === 'member') found ||= isVolatile(text.slice(value.span.start, value.span.end));
  });
  return found;
}
