import { isCached } from '../calls/bill';
import type { Fix, Model, Prompt, TextEdit } from '../types';
import { floorOptions, isWorthSaying } from './helpers/floor';
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
      read: '{0} of {1} tokens can go ({2} %). They are read from the cache: each later call saves {3}, not {4}.',
      cached: '{0} of {1} tokens could go, but then the prefix is under the {2} tokens that {3} caches. Leave it, or fill it with examples.',
      dearer:
        '{0} of {1} tokens could go, but then the prefix is under the {2} tokens that {3} caches, and its {4} tokens cost {5} with each later call instead of {6}.',
    },
    options: {
      ...floorOptions,
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
    const worth = savedUsd(prompt, saved, context);
    const estimate = prompt.call === null ? undefined : context.estimates[prompt.call];
    const monthly = worth && estimate ? context.monthly(worth.usd, estimate) : null;
    if (!found.edits.length || !isWorthSaying(saved, found.tokensBefore, monthly, options)) return;
    const model = modelFor(prompt, context);
    const lost = lostCache(prompt, saved, model, context);
    if (lost) {
      const values = [saved, formatCount(found.tokensBefore), formatCount(lost.minimum), model?.name ?? ''];
      const { tokens, beforeUsd, afterUsd } = lost;
      if (beforeUsd === null || afterUsd === null) report({ span: prompt.span, message: 'cached', values });
      else if (afterUsd > beforeUsd)
        report({ span: prompt.span, message: 'dearer', values: [...values, formatCount(tokens), formatUsd(afterUsd), formatUsd(beforeUsd)] });
      if (beforeUsd === null || afterUsd === null || afterUsd > beforeUsd) return;
    }
    const share = percent < 10 ? percent.toFixed(1) : percent.toFixed(0);
    const values = [saved, formatCount(found.tokensBefore), share];
    report({
      span: prompt.span,
      severity: percent < Number(options.informationPercent) ? 'hint' : 'information',
      ...(monthly !== null
        ? { message: 'priced', values: [...values, formatUsd(monthly), formatCount(estimate?.volume?.callsPerDay ?? 0)] }
        : worth?.fullUsd
          ? { message: 'read', values: [...values, formatUsd(worth.usd), formatUsd(worth.fullUsd)] }
          : { message: 'plain', values }),
      fixes: fixes(prompt, found, context),
    });
  },
} satisfies Rule;

/**
 * What the tokens cost with each call, in USD: the price of reading where the prompt lies in the cached prefix, and then also what they would
 * cost as fresh input. Null where no price is known.
 */
function savedUsd(prompt: Prompt, saved: number, { calls, prompts, estimates, usdOf }: RuleContext): { usd: number; fullUsd: number | null } | null {
  const call = prompt.call === null ? undefined : calls[prompt.call];
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  if (!call || !estimate) return null;
  const full = usdOf(estimate, 'input', saved);
  if (!isCached(call, prompts.indexOf(prompt), prompts, estimate)) return full === null ? null : { usd: full, fullUsd: null };
  const read = usdOf(estimate, 'cacheRead', saved);
  return read === null ? null : { usd: read, fullUsd: full };
}

function modelFor(prompt: Prompt, { estimates }: RuleContext): Model | null {
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  return estimate ? modelOf(estimate) : null;
}

interface LostCache {
  /** Tokens of the shorter prefix, and the fewest that the provider caches. */
  tokens: number;
  minimum: number;
  /** USD of the prefix with each later call, read from the cache and as fresh input; null where no price is known. */
  beforeUsd: number | null;
  afterUsd: number | null;
}

/** What a shorter prefix costs that may fall under the provider's cache minimum, while prompt caching is asked for. Sources differ: the band's upper end counts. */
function lostCache(prompt: Prompt, saved: number, model: Model | null, { calls, estimates, usdOf }: RuleContext): LostCache | null {
  const call = prompt.call === null ? undefined : calls[prompt.call];
  const estimate = prompt.call === null ? undefined : estimates[prompt.call];
  const band = model && cacheBand(model);
  if (!call?.promptCache || !estimate || !band) return null;
  const before = estimate.input.tokens;
  const tokens = before - saved;
  if (before < band.least || tokens >= band.most) return null;
  return { tokens, minimum: band.most, beforeUsd: usdOf(estimate, 'cacheRead', before), afterUsd: usdOf(estimate, 'input', tokens) };
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
