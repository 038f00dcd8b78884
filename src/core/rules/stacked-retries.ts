import type { Facts, Scope } from '../facts';
import { addArgument } from './edits';
import { pathOf } from './helpers/facts';
import { quickFix } from './helpers/fix';
import type { Rule, RuleContext } from './rule';

/** Their clients try again on their own, twice by default. Source: the SDKs' documentation, 2026-11-24. */
const retrying = ['openai', 'anthropic'];
const decorator = /(?:^|\.)(?:retry|retrying|on_exception|on_predicate)$/;
const client = /(?:^|\.)(?:Async)?(?:Azure)?(?:OpenAI|Anthropic)(?:Bedrock|Vertex)?$/;

export default {
  meta: {
    id: 'stacked-retries',
    severity: 'information',
    fixable: true,
    description: 'Retries around an SDK that retries by itself.',
    messages: { twice: 'Retries around a client that tries again by itself: each failure is tried three times as often. Retry in one layer.' },
  },
  checkCall(call, _estimate, context) {
    const { text, facts, report } = context;
    if (!retrying.includes(call.sdk) || !isRetried(call.fact.scope) || /max_?retries["']?\s*[:=]/i.test(text)) return;
    report({ span: call.nameSpan, message: 'twice', fixes: facts ? fixes(facts, context) : [] });
  },
} satisfies Rule;

function isRetried(scope: Scope): boolean {
  for (let at: Scope | null = scope; at; at = at.parent) if (at.decorators.some((name) => decorator.test(name))) return true;
  return false;
}

/** Turns the client's own retries off, where this file makes one client. */
function fixes(facts: Facts, { text, language }: RuleContext) {
  const clients = facts.calls.filter((fact) => client.test(pathOf(fact.callee)));
  const [only] = clients;
  if (!only || clients.length > 1) return [];
  const name = language?.ecosystem === 'javascript' ? 'maxRetries' : 'max_retries';
  return quickFix("Turn off the client's own retries", [addArgument(text, language, { fact: only }, name, '0')], { preferred: true });
}
