import type { Binding, Scope } from '../facts';
import type { CallSite } from '../types';
import { contains, findArgument, nameOf } from './helpers/facts';
import { generates } from './helpers/models';
import type { Rule } from './rule';

const related = 'Grows here';

export default {
  meta: {
    id: 'growing-history',
    severity: 'warning',
    fixable: false,
    description: 'A message list that grows by each turn and is sent whole.',
    messages: {
      related,
      grows: '{0} grows by each turn and is sent whole: the input of all turns grows with their square. Keep the last turns, or a summary.',
    },
  },
  checkCall(call, _estimate, { text, report }) {
    const list = ['messages', 'input', 'contents'].map((name) => findArgument(text, call, name)).find((argument) => argument !== null);
    const name = list && generates(call) ? nameOf(list.value) : null;
    if (!list || !name) return;
    const growth = bindingsOf(name, call.fact.scope).find((binding) => growsWith(binding, call));
    const shown = text.slice(list.value.span.start, list.value.span.end);
    if (!growth || isTrimmed(text, shown)) return;
    report({ span: list.value.span, message: 'grows', values: [shown], related: [{ span: growth.span, message: related }] });
  },
} satisfies Rule;

/** The bindings of a name in the nearest scope that has some. */
function bindingsOf(name: string, scope: Scope): Binding[] {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const found = at.bindings.filter((binding) => binding.name === name);
    if (found.length) return found;
  }
  return [];
}

/** Is something added in the loop that sends the list, or on every call of a method that keeps it on its object? */
function growsWith(binding: Binding, call: CallSite): boolean {
  if (binding.kind !== 'append' && binding.kind !== 'extend' && binding.kind !== 'add') return false;
  if (binding.name.startsWith('this.')) return contains(call.fact.scope.span, binding.span) && call.fact.scope.name !== '__init__';
  return call.loops.some(
    (loop) =>
      contains(loop.span, binding.span) &&
      !binding.loops.some((inner) => inner !== loop && contains(loop.span, inner.span) && !contains(inner.span, call.span)),
  );
}

/** Is the list cut anywhere in this file? */
function isTrimmed(text: string, name: string): boolean {
  const quoted = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return new RegExp(
    `${quoted}\\s*\\[[^\\]\\n]*:|${quoted}\\.(?:slice|splice|shift|pop|clear|length\\s*=)|del ${quoted}|(?:trim|truncate|summari[sz]e|compact|prune|window)\\w*\\([^)\\n]*${quoted}`,
    'i',
  ).test(text);
}
