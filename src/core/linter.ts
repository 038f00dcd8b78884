import type { Compressor } from './compress';
import { budgetFor, discountsFor, resolvePath, type Settings } from './config';
import { conversationOf, discounted, usdOf } from './cost';
import { type Counted, type Counter, countPrompt, estimate, estimateWith, loadTokenizer, modelOf, type Stated, tokenizerFor } from './counting';
import type { Facts } from './facts';
import { describeFileFacts } from './fileFacts';
import type { FormatFacts } from './formats/format';
import type { Language } from './languages/language';
import { type Catalogue, monthly } from './pricing';
import { linksOf } from './project/links';
import { type OtherFiles, type PromptDraft, type Recognized, type Recognizer, runsOf } from './recognize';
import { matchModels, withAssumed } from './requestModels';
import { rules } from './rules';
import { type RuleInput, runRules } from './rules/runRules';
import { findRefactorings } from './snippets/refactorings';
import { Stopped, type StopSignal, throwIfStopped } from './stop';
import type { Tokenizers } from './tokenizers';
import type { Analysis, Estimate, ModelMatch, Problem, Prompt } from './types';
import { measuredCalls } from './usage';

/** What a lint run stands on besides the text. */
export interface Services {
  tokenizers: Tokenizers;
  catalogue: Catalogue;
  compress: Compressor;
  /** ISO date that counts as today. */
  today: string;
  onError(stage: string, error: unknown): void;
}

/** What was read from a text: facts of source code, or of a prompt file. */
export type Reading =
  | { kind: 'source'; language: Language; facts: Facts; recognizer: Recognizer; loadOthers: () => Promise<OtherFiles | null> }
  | { kind: 'format'; id: string; facts: FormatFacts };

/**
 * Stages in order: facts → call sites and prompts → counts → estimates → problems. The last runs when the problems are first asked for, so
 * that hints need not wait for it; `isCurrent` says whether the facts are still those of this text, without which there are no problems.
 */
export async function lint(
  text: string,
  path: string,
  reading: Reading,
  settings: Settings,
  services: Services,
  isCurrent: () => boolean = () => true,
  signal?: StopSignal,
): Promise<Analysis> {
  const found = reading.kind === 'source' ? await recognize(reading, text, isCurrent, signal) : fromFormat(reading.facts);
  const calls = found.calls.map((call) => withAssumed(call, settings));
  const matches = calls.map((call) => matchModels(call, settings, services.catalogue));
  const declared = reading.kind === 'format' ? reading.facts.declared?.model : null;
  const defaultModel = (declared && modelOf(services.catalogue.find(declared))) || modelOf(services.catalogue.find(settings.defaultModel));
  const models = new Set<Counted>([...matches.flat(), defaultModel]);
  await Promise.all([...models].map((model) => loadTokenizer(model, services.tokenizers, settings)));

  const tokenizer = (model: Counted) => tokenizerFor(model, defaultModel, services.tokenizers, settings);
  // Counting is what all that takes long comes back to, compression too.
  const count = (part: string, model: Counted) => {
    throwIfStopped(signal);
    return services.tokenizers.count(part, tokenizer(model));
  };
  const counter: Counter = { tokenizerOf: tokenizer, count };
  const prompts = found.prompts.map((draft) => countPrompt(draft, promptModel(draft, matches), counter));
  const measured = settings.measured && measuredCalls(settings.measured, resolvePath(settings.workingFolder, path), text, { calls, prompts });
  const stated: Stated = { settings, path, today: services.today, measuredOf: (call) => measured?.[calls.indexOf(call)] ?? null };
  const estimates = calls.map((call, index) => estimate(call, matches[index] ?? [], prompts, stated, counter));
  const language = reading.kind === 'source' ? reading.language : null;
  const file = reading.kind === 'format' ? await describeFileFacts(reading.facts, { ...services, settings, path }) : null;
  const input: RuleInput = {
    text,
    path,
    settings,
    calls,
    prompts,
    estimates,
    file,
    today: services.today,
    count,
    language,
    facts: reading.kind === 'source' ? reading.facts : null,
    findModel: (id, provider) => services.catalogue.find(id, provider),
    modelsOf: (provider) => services.catalogue.of(provider),
    usdOf,
    conversation: (one, turns, window) => conversationOf(one, turns, window, settings.placeholderTokens),
    monthly: (usd, { volume }) => volume && monthly(usd, volume.callsPerDay),
    budgetOf: (call) => budgetFor(settings, path, call.function),
    ownCost: ({ model, models }, { model: match, cost }) =>
      cost && discounted(cost, discountsFor(settings, { model, models, resolved: modelOf(match)?.id ?? null })),
    estimateWith: (call, model) =>
      services.tokenizers.isLoaded(tokenizer(model))
        ? estimateWith(call, [{ kind: 'found', id: model.name, model, confidence: 'exact' }], prompts, stated, counter)
        : null,
    compress: (prompt, level) => {
      const model = promptModel(prompt, matches);
      const encoding = tokenizer(model);
      return services.compress(prompt.editable ? prompt.segments : [], level, encoding, (part) => count(part, model).tokens);
    },
    signal,
    onError: (rule, error) => services.onError(`rule ${rule}`, error),
  };
  let problems: Problem[] | null = null;
  return {
    language: reading.kind === 'source' ? reading.language.id : reading.id,
    parsed: true,
    notice: null,
    syntaxErrors: reading.kind === 'source' ? reading.facts.errors.length : 0,
    calls,
    prompts,
    estimates,
    ...(measured?.some(Boolean) && { measured }),
    path,
    links: linksOf({ calls }, found.askedElsewhere, found.helpers),
    findProblems: () => {
      problems ??= isCurrent() ? runRules(input, rules) : [];
      return problems;
    },
    refactorings: (span) => (isCurrent() ? findRefactorings(span, input) : []),
    ...(file && { file }),
    totals: total(prompts, estimates),
  };
}

/** How often other files are loaded for what those loaded before made it ask. */
const MOST_LOADS = 4;

/** Recognises with other files of the project, loading those that it asks for until it asks for no more. */
async function recognize(reading: Reading & { kind: 'source' }, text: string, isCurrent: () => boolean, signal?: StopSignal): Promise<Recognized> {
  const { recognizer, facts, loadOthers } = reading;
  for (let loads = 1; ; loads++) {
    const others = recognizer.asksOthers(facts) ? await loadOthers() : null;
    if (!isCurrent()) throw new Stopped('the text has changed meanwhile');
    const found = recognizer.recognize(facts, text, others, signal);
    if (!others?.isMissing() || loads === MOST_LOADS) return found;
  }
}

function fromFormat(facts: FormatFacts): Recognized {
  const prompts = facts.prompts.map((prompt): PromptDraft => ({ ...prompt, runs: runsOf(prompt.segments), calls: [], call: null }));
  return { calls: [], prompts, askedElsewhere: [], helpers: [], cut: false };
}

function promptModel(prompt: Pick<Prompt, 'call'>, matches: readonly (readonly ModelMatch[])[]): ModelMatch | null {
  return prompt.call === null ? null : (matches[prompt.call]?.[0] ?? null);
}

function total(prompts: readonly Prompt[], estimates: readonly Estimate[]): Analysis['totals'] {
  return {
    calls: estimates.length,
    prompts: prompts.length,
    promptTokens: prompts.reduce((sum, prompt) => sum + prompt.count.tokens, 0),
    perCall: estimates.reduce((sum, one) => sum + (one.cost?.perCall ?? 0), 0),
    unpriced: estimates.filter(({ cost }) => cost === null || (cost.atLeast && cost.perCall === 0)).length,
  };
}
