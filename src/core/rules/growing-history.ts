import { hasTools } from '../calls/parts';
import type { Binding, Scope } from '../facts';
import type { Request, TextEdit } from '../types';
import { contains, findArgument, type NamedArgument, nameOf } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { generates } from './helpers/models';
import { formatUsd } from './helpers/money';
import type { ConversationCost, Rule, RuleContext } from './rule';

const related = 'Grows here';

export default {
  meta: {
    id: 'growing-history',
    severity: 'warning',
    fixable: true,
    description: 'A message list that grows by each turn and is sent whole.',
    messages: {
      related,
      grows: '{0} grows by each turn and is sent whole: the input of all turns grows with their square. Keep the last turns, or a summary.',
      priced:
        '{0} grows by each turn and is sent whole: {1} turns cost about {2}, with the last {3} messages only {4}. Keep the last turns, or a summary.',
      cached:
        '{0} grows by each turn and is sent whole: {1} turns cost about {2}, {5} where the provider caches them, with the last {3} messages only {4}. Keep the last turns, or a summary.',
    },
    options: {
      messages: { default: 12, description: 'Messages that the fix keeps besides the first.', schema: { type: 'integer', minimum: 1 } },
    },
  },
  checkCall(call, estimate, context) {
    const { text, options, report } = context;
    const list = ['messages', 'input', 'contents'].map((name) => findArgument(text, call, name)).find((argument) => argument !== null);
    const name = list && generates(call) ? nameOf(list.value) : null;
    if (!list || !name) return;
    const bindings = bindingsOf(name, call.fact.scope);
    const growth = bindings.find((binding) => growsWith(binding, call, bindings));
    const shown = text.slice(list.value.span.start, list.value.span.end);
    if (!growth || isTrimmed(text, shown)) return;
    const kept = Number(options.messages);
    report({
      span: list.value.span,
      ...moneyOf(shown, kept, context.conversation(estimate, estimate.turns ?? TURNS, Math.ceil(kept / 2))),
      related: [{ span: growth.span, message: related }],
      fixes: quickFix(`Send the first message and the last ${kept} only`, [window(list, shown, kept, call, context)], { preview: true }),
    });
  },
} satisfies Rule;

/** As many as a longer conversation has, where nobody states it. */
const TURNS = 20;

function moneyOf(shown: string, kept: number, cost: ConversationCost | null): { message: string; values: (string | number)[] } {
  if (!cost) return { message: 'grows', values: [shown] };
  const values = [shown, cost.turns, formatUsd(cost.fresh), kept, formatUsd(cost.cut)];
  const { cached } = cost;
  return cached === null || cached >= cost.fresh ? { message: 'priced', values } : { message: 'cached', values: [...values, formatUsd(cached)] };
}

/** The bindings of a name in the nearest scope that has some. */
function bindingsOf(name: string, scope: Scope): Binding[] {
  for (let at: Scope | null = scope; at; at = at.parent) {
    const found = at.bindings.filter((binding) => binding.name === name);
    if (found.length) return found;
  }
  return [];
}

/** Is something added in the loop that sends the list, or on every call of a method that keeps it on its object? */
function growsWith(binding: Binding, call: Request, all: Binding[]): boolean {
  if (binding.kind !== 'append' && binding.kind !== 'extend' && binding.kind !== 'add') return false;
  if (binding.name.startsWith('this.')) return contains(call.fact.scope.span, binding.span) && call.fact.scope.name !== '__init__';
  return call.loops.some(
    (loop) =>
      contains(loop.span, binding.span) &&
      !all.some((other) => other.kind === 'assign' && contains(loop.span, other.span)) &&
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

/** Sends a part of the list; null where messages belong together (a tool's answer to its call), and in languages whose lists differ by type. */
function window({ name, span, value }: NamedArgument, list: string, kept: number, call: Request, { text, language }: RuleContext): TextEdit | null {
  if (hasTools(call) || /tool|function_call/i.test(text)) return null;
  const whole = text.slice(span.start, span.end);
  if (language?.ecosystem === 'python') return { ...value.span, text: `${list}[:1] + ${list}[1:][-${kept}:]` };
  if (language?.ecosystem !== 'javascript') return null;
  const written = `[...${list}.slice(0, 1), ...${list}.slice(1).slice(-${kept})]`;
  return { ...value.span, text: whole === name ? `${name}: ${written}` : written };
}
