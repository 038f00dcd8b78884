import { isCached } from '../calls/bill';
import type { Fix, Model, Prompt, TextEdit } from '../types';
import { cacheBand, modelOf } from './helpers/models';
import { formatCount, formatUsd } from './helpers/money';
import type { PromptCompression, Rule, RuleContext } from './rule';

export default {
  meta: {
    id: 'verbose-prompt',
    severity: 'hint',
    fixable: true,
    description: 'A prompt that says the same in fewer tokens.',
    messages: {
      plain: '{0} of {1} tokens can go ({2} %).',
      priced: '{0} of {1} tokens can go ({2} %): about {3} a month at {4} calls a day.',
      cached: '{0} of {1} tokens could go, but then the prefix is under the {2} tokens that {3} caches. Leave it, or fill it with examples.',
    },
    options: {
      minimumTokens: { default: 3, description: 'Least tokens saved.', schema: { type: 'integer', minimum: 1 } },
      minimumPercent: { default: 1, description: 'Least share saved, in percent of the prompt.', schema: { type: 'number', minimum: 0 } },
      informationPercent: {
        default: 5,
        description: 'Share from which it is an information, below it a hint.',
        schema: { type: 'number', minimum: 0 },
      },
    },
  },
  checkPrompt(prompt, context) {
    if (!prompt.editable) return;
    const { options, settings, report } = context;
    const found = context.compress(prompt, settings.compressLevel);
    const saved = found.tokensBefore - found.tokensAfter;
    const percent = found.tokensBefore ? (saved * 100) / found.tokensBefore : 0;
    if (!found.edits.length || saved < Number(options.minimumTokens) || percent < Number(options.minimumPercent)) return;
    const model = modelFor(prompt, context);
    const minimum = lostCacheMinimum(prompt, saved, model, context);
    if (minimum !== null) {
      report({ span: prompt.span, message: 'cached', values: [saved, found.tokensBefore, formatCount(minimum), model?.name ?? ''] });
      return;
    }
    const share = percent < 10 ? percent.toFixed(1) : percent.toFixed(0);
    const perCall = savedUsd(prompt, saved, context);
    const estimate = prompt.call === null ? undefined : context.estimates[prompt.call];
    const monthly = perCall === null || !estimate ? null : context.monthly(perCall, estimate);
    const values = [saved, found.tokensBefore, share];
    report({
      span: prompt.span,
      severity: percent < Number(options.informationPercent) ? 'hint' : 'information',
      ...(monthly === null
        ? { message: 'plain', values }
        : { message: 'priced', values: [...values, formatUsd(monthly), formatCount(estimate?.volume?.callsPerDay ?? 0)] }),
      fixes: fixes(prompt, found, context),
    });
  },
} satisfies Rule;

/** What the tokens cost now: the price of reading where the prompt lies in the cached prefix. */
function savedUsd(prompt: Prompt, saved: number, { calls, prompts, estimates, usdOf }: RuleContext): number | null {
  const call = prompt.call === null ? undefined : calls[prompt.call];
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  if (!call || !estimate) return null;
  return usdOf(estimate, isCached(call, prompts.indexOf(prompt), prompts, estimate) ? 'cacheRead' : 'input', saved);
}

function modelFor(prompt: Prompt, { estimates }: RuleContext): Model | null {
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  return estimate ? modelOf(estimate) : null;
}

/** The provider's cache minimum, where the shorter prefix may fall under it while prompt caching is asked for. */
function lostCacheMinimum(prompt: Prompt, saved: number, model: Model | null, { calls, estimates }: RuleContext): number | null {
  const call = prompt.call === null ? undefined : calls[prompt.call];
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  const band = model && cacheBand(model);
  if (!call?.promptCache || !estimate || !band) return null;
  const before = estimate.input.tokens;
  return before >= band.least && before - saved < band.most ? band.most : null;
}

function fixes(prompt: Prompt, found: PromptCompression, { settings, compress }: RuleContext): Fix[] {
  const level = settings.compressLevel;
  const all = [whole(level, found, true)];
  const careful = level === 'safe' ? null : compress(prompt, 'safe');
  if (careful?.edits.length && careful.tokensAfter < careful.tokensBefore && careful.tokensAfter > found.tokensAfter)
    all.push(whole('safe', careful, false));
  const groups = grouped(found.edits);
  if (groups.length === 1) return all;
  const single = groups.map((edits) => {
    const tokensSaved = edits.reduce((sum, edit) => sum + edit.tokensSaved, 0);
    return {
      title: `${edits[0]!.reason} (saves ${tokensSaved} ${tokensSaved === 1 ? 'token' : 'tokens'})`,
      edits: edits.map(bare),
      tokensSaved,
      safe: false,
      preferred: false,
      preview: false,
      kind: 'quickfix' as const,
    };
  });
  return [...all, ...single];
}

/** Edits that belong together, such as the marks of a list's items; each other edit alone. */
function grouped(edits: PromptCompression['edits']): PromptCompression['edits'][] {
  const groups = new Map<string | number, PromptCompression['edits']>();
  for (const edit of edits) groups.set(edit.group ?? edit.start, [...(groups.get(edit.group ?? edit.start) ?? []), edit]);
  return [...groups.values()];
}

function whole(level: string, found: PromptCompression, preferred: boolean): Fix {
  const saved = found.tokensBefore - found.tokensAfter;
  return {
    title: `Compress prompt (${level}, saves ${saved} ${saved === 1 ? 'token' : 'tokens'})`,
    edits: found.edits.map(bare),
    tokensSaved: saved,
    safe: level === 'safe',
    preferred,
    preview: true,
    kind: 'quickfix',
  };
}

const bare = ({ start, end, text }: TextEdit): TextEdit => ({ start, end, text });
