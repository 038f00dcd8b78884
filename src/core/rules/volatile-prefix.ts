import { allParts, hasTools } from '../calls/parts';
import type { Fix, Prompt } from '../types';
import { contains } from './helpers/facts';
import { quickFix } from './helpers/fix';
import { baseTier, cacheBand, modelOf } from './helpers/models';
import { callOf, type Filling, fillingsOf, staticAfter } from './helpers/placeholders';
import { isDaily, isLocal, isVolatile } from './helpers/volatile';
import type { Rule, RuleContext } from './rule';

const origin = 'It comes from here';

export default {
  meta: {
    id: 'volatile-prefix',
    severity: 'warning',
    fixable: true,
    description: 'A value that changes on every call stands before text that stays, so that the provider caches nothing behind it.',
    messages: {
      changes: '{0} changes from call to call: nothing behind it can come from the prompt cache. Move it to the end of the last message.',
      differs:
        '{0} differs between machines, folders or users: they share nothing behind it in the prompt cache. Move it to the end of the last message.',
      origin,
    },
  },
  checkPrompt(prompt, context) {
    if (!prompt.editable) return;
    prompt.segments.forEach((segment, index) => {
      if (segment.kind !== 'placeholder' || !segment.span || !isCacheable(prompt, context) || !hasTextBehind(prompt, index, context)) return;
      const fillings = fillingsOf(segment, prompt, context, isDaily);
      const volatile = fillings.find(({ source }) => isVolatile(source));
      const found = volatile ?? fillings.find(({ source }) => isLocal(source));
      if (!found) return;
      context.report({
        span: segment.span,
        message: volatile ? 'changes' : 'differs',
        values: [segment.name],
        ...(volatile ? {} : { severity: 'information' as const }),
        related: contains(segment.span, found.span) ? [] : [{ span: found.span, message: origin }],
        fixes: volatile ? dayPrecision(volatile) : [],
      });
    });
  },
} satisfies Rule;

/** A system prompt stands before all messages; any other prompt counts where it goes on behind the placeholder. */
function hasTextBehind(prompt: Prompt, index: number, { count }: RuleContext): boolean {
  return prompt.role === 'system' || count(staticAfter(prompt, index), null).tokens >= 64;
}

/** Could the provider cache this prompt at all? Its static text reaches the minimum, or more text comes in while the program runs. */
function isCacheable(prompt: Prompt, context: RuleContext): boolean {
  const call = callOf(prompt, context);
  const estimate = prompt.call === null ? undefined : context.estimates[prompt.call];
  if (!call || !estimate) return true;
  const model = modelOf(estimate);
  const least = (model && cacheBand(model)?.least) ?? 1024;
  if (model && baseTier(model)?.cachedInput === null) return false;
  const grows = allParts(call.parts).some(({ kind }) => kind === 'history' || kind === 'repeat' || kind === 'file');
  return hasTools(call) || grows || estimate.input.tokens >= least;
}

/** Cuts a reading of the clock down to the day. */
function dayPrecision({ source, span }: Filling): Fix[] {
  const patterns: [RegExp, (found: string) => string][] = [
    [/\bdatetime\.(?:now|utcnow)\([^()]*\)(?=\.isoformat\(\)|[^.\w]|$)/, (found) => `${found}.date()`],
    [/\bnew Date\(\s*\)\.toISOString\(\)/, (found) => `${found}.slice(0, 10)`],
    [/\bnew Date\(\s*\)(?:\.toString\(\)|\.toLocaleString\(\))?(?![\w.(])/, () => 'new Date().toDateString()'],
  ];
  for (const [pattern, replace] of patterns) {
    const found = pattern.exec(source);
    if (!found) continue;
    const start = span.start + found.index;
    const edit = { start, end: start + found[0].length, text: replace(found[0]) };
    return quickFix('Keep the day, drop the time', [edit], { preferred: true, preview: true });
  }
  return [];
}
