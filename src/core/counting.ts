import { assumedOutput, type Settings } from './config';
import type { CallFact } from './facts';
import { estimateCall } from './pricing';
import type { PromptDraft } from './recognize';
import { chatOverhead, forUnknownModel, type Tokenizers } from './tokenizers';
import type { CallSite, Estimate, Model, ModelMatch, Prompt, TokenCount } from './types';

/** Counts a text for a model, or for the default model. */
export interface Counter {
  /** The tokenizer that it takes for a model. */
  tokenizerOf(model: Model | null): string;
  count(text: string, model: Model | null): TokenCount;
}

export type CountedPrompt = Prompt & PromptDraft;

/** The tokenizer for texts whose model is not known. */
export const FALLBACK_TOKENIZER = 'o200k_base';

/** The model of a match; null for none or an unknown one. */
export function modelOf(match: ModelMatch | null): Model | null {
  return match?.kind === 'found' ? match.model : null;
}

/** The tokenizer of a model, or the one for texts whose model is not known. */
export function tokenizerFor(model: Model | null, tokenizers: Pick<Tokenizers, 'has'>): string {
  return model && tokenizers.has(model.tokenizer) ? model.tokenizer : FALLBACK_TOKENIZER;
}

/** Counts by a prompt's runs and the tokenizer: runs are the same array as long as nothing in the prompt changes. */
const counted = new WeakMap<readonly string[], Map<string, TokenCount>>();

/** A prompt with its count for the model of its call. */
export function countPrompt(draft: PromptDraft, model: Model | null, counter: Counter): CountedPrompt {
  const { span, role, segments, runs, call, name, editable } = draft;
  return { span, role, segments, runs, call, name, editable, cell: null, count: countRuns(runs, model, counter) };
}

function countRuns(runs: readonly string[], model: Model | null, counter: Counter): TokenCount {
  const known = counted.get(runs) ?? new Map<string, TokenCount>();
  counted.set(runs, known);
  const tokenizer = counter.tokenizerOf(model);
  const count = known.get(tokenizer) ?? sumOf(runs.filter((run, index) => run || index === 0).map((run) => counter.count(run, model)));
  known.set(tokenizer, count);
  return count;
}

function sumOf(counts: readonly TokenCount[]): TokenCount {
  return counts.reduce((sum, part) => ({ ...part, tokens: sum.tokens + part.tokens, low: sum.low + part.low, high: sum.high + part.high }));
}

/** The last estimate of each call, with all that it was made of. */
const estimated = new WeakMap<CallFact, { madeOf: readonly unknown[]; estimate: Estimate }>();

/** What a call costs with its own prompts. The same object as in the pass before where nothing that counts has changed. */
export function estimate(
  call: CallSite,
  match: ModelMatch | null,
  prompts: readonly CountedPrompt[],
  settings: Settings,
  counter: Counter,
): Estimate {
  const model = modelOf(match);
  // a prompt that several calls share was counted for the first one's model
  const counts = prompts.map((prompt) => (model === null ? prompt.count : countRuns(prompt.runs, model, counter)));
  const limit = call.outputLimit.kind === 'value' ? call.outputLimit.tokens : null;
  const { kind, provider, unreadInputs, tools } = call;
  const madeOf: unknown[] = [match, settings, limit, kind, provider, unreadInputs, tools, ...counts];
  for (const { role, runs } of prompts) madeOf.push(role, runs);
  const last = estimated.get(call.fact);
  if (last?.madeOf.length === madeOf.length && last.madeOf.every((part, index) => part === madeOf[index])) return last.estimate;
  const made = makeEstimate(call, match, prompts, counts, limit, settings, counter);
  estimated.set(call.fact, { madeOf, estimate: made });
  return made;
}

function makeEstimate(
  call: CallSite,
  match: ModelMatch | null,
  prompts: readonly CountedPrompt[],
  counts: readonly TokenCount[],
  limit: number | null,
  settings: Settings,
  counter: Counter,
): Estimate {
  const model = modelOf(match);
  const sum = { tokens: 0, low: 0, high: 0 };
  const add = (part: { tokens: number; low: number; high: number }) => {
    sum.tokens += part.tokens;
    sum.low += part.low;
    sum.high += part.high;
  };
  for (const count of counts) add(model === null ? forUnknownModel(count) : count);
  const roles = prompts.map(({ role }) => ({ role: role ?? 'user' }));
  const around = call.kind === 'chat' && prompts.length ? chatOverhead(call.provider, roles, (part) => counter.count(part, model).tokens) : null;
  if (around) add(around);
  const placeholders = prompts.reduce((total, { runs }) => total + runs.length - 1, call.unreadInputs);
  const exact = model !== null && !call.tools && around?.accuracy !== 'approximate' && counts.every(({ accuracy }) => accuracy === 'exact');
  return estimateCall({
    match,
    kind: call.kind,
    input: {
      staticTokens: sum.tokens,
      low: sum.low,
      staticHigh: sum.high,
      high: placeholders || call.tools || !prompts.length ? null : sum.high,
      accuracy: prompts.length ? (exact ? 'exact' : 'approximate') : 'unknown',
      placeholders,
      assumedTokens: placeholders * settings.placeholderTokens,
      encoding: prompts[0]?.count.encoding ?? FALLBACK_TOKENIZER,
    },
    output: { limit, assumed: assumedOutput(settings) },
  });
}
