import type { Estimate, Fix, Request } from '../types';
import { quickFix } from './helpers/fix';
import { isLimitHidden, limitFor, limitName, limitTitle, shownLimit } from './helpers/limits';
import { generates, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import { isOpenStream } from './helpers/streams';
import type { Rule, RuleContext, RunContext } from './rule';

export default {
  meta: {
    id: 'missing-output-limit',
    severity: 'information',
    fixable: true,
    description: 'A call that generates text without an output limit.',
    messages: {
      plain: 'No output limit: {0} is not set.',
      unnamed: 'No output limit: one answer can run to {0} tokens, {1}.',
      priced: 'No output limit: one answer can run to {0} tokens, {1}. Set {2}.',
    },
  },
  checkCall(call, estimate, context) {
    const name = limitName(call, context);
    if (!generates(call) || !name || call.limitRequired || call.openParameters || call.outputLimit.kind !== 'none') return;
    if (isLimitHidden(context.text, call, name) || !isFirstOfItsModel(call, context)) return;
    if (isOpenStream(call, context) && context.settings.rules['stream-without-stop'] !== 'off') return;
    const most = modelOf(estimate)?.maxOutput ?? null;
    const worst = most === null ? null : context.usdOf(estimate, 'output', most);
    const shown = shownLimit(name, context);
    // Of a model that nobody knows, at a host that nobody knows, nothing says that a long answer costs anything.
    if (worst === null && (!shown || !context.modelsOf(call.provider).length)) return;
    context.report({
      span: call.nameSpan,
      severity: call.inLoop || call.inIndirectLoop ? 'warning' : undefined,
      ...(most === null || worst === null
        ? { message: 'plain', values: [shown ?? ''] }
        : { message: shown ? 'priced' : 'unnamed', values: [formatCount(most), formatUsd(worst), shown ?? ''] }),
      fixes: fixes(call, estimate, name, context),
    });
  },
} satisfies Rule;

/** Requests of one model that is made in one place lack one limit: the first speaks for all. */
function isFirstOfItsModel(call: Request, { once }: RuleContext): boolean {
  const key = modelKey(call);
  return key === null || once(firstByModel).get(key) === call.nameSpan.start;
}

function firstByModel({ calls }: RunContext): Map<string, number> {
  const first = new Map<string, number>();
  for (const call of calls) {
    const key = modelKey(call);
    if (key !== null && !first.has(key)) first.set(key, call.nameSpan.start);
  }
  return first;
}

function modelKey({ definitions }: Request): string | null {
  const model = definitions.find(({ of }) => of === 'model');
  return model ? `${model.path ?? ''}:${model.span.start}` : null;
}

function fixes(call: Request, estimate: Estimate, name: string, context: RuleContext): Fix[] {
  const tokens = limitFor(estimate, context);
  const edit = tokens === null ? null : context.addArgument(call, name, String(tokens));
  return tokens === null ? [] : quickFix(limitTitle(estimate, tokens, context), [edit], { preferred: true });
}
