import type { Settings } from './config';
import type { Engine } from './engine';
import { literalSpan, renameArgument } from './rules/edits';
import { argumentsOf } from './rules/helpers/facts';
import { reasoningRoom } from './rules/helpers/limits';
import { nameLike } from './rules/helpers/models';
import type { Analysis, Estimate, Lifecycle, Model, Request, TextEdit } from './types';

/** One request whose model ends, and what moving it takes. */
export interface Migration {
  /** Index into Analysis.calls. */
  call: number;
  /** As the code writes it. */
  model: string;
  /** ISO date; null where no day is known. */
  ends: string | null;
  state: Exclude<Lifecycle['state'], 'active'>;
  /** As the code would write it; null where the vendor names none, or the catalogue does not have it. */
  replacement: string | null;
  /** What the replacement wants otherwise, in sentences. */
  needs: string[];
  /** Input tokens of this request under both tokenizers; null where they are not known. Exact only where both counts are. */
  tokens: { before: number; after: number; exact: boolean } | null;
  /** USD for one such request, with each model; null where a figure is missing. */
  perCall: { before: number; after: number } | null;
  /** The change of the model, and of the limit's name; empty where the model is no literal here. */
  edits: TextEdit[];
}

/** The requests of an analysis whose model is retired, announced to end, or answered by another. `text` is what was analysed. */
export async function planMigrations(engine: Engine, text: string, analysis: Analysis, settings: Settings): Promise<Migration[]> {
  const result: Migration[] = [];
  for (const [index, call] of analysis.calls.entries()) {
    const estimate = analysis.estimates[index];
    const match = estimate?.model;
    if (!estimate || match?.kind !== 'found' || call.model === null || match.model.lifecycle.state === 'active') continue;
    const { lifecycle } = match.model;
    const name = lifecycle.replacement === null ? null : nameLike(call.model, lifecycle.replacement);
    const found = name === null ? null : engine.findModel(name, settings, call.provider);
    const successor = found?.kind === 'found' ? found.model : null;
    const [compared] = successor && name ? await engine.compare(analysis, index, [name], settings) : [];
    result.push({
      call: index,
      model: call.model,
      ends: lifecycle.date,
      state: lifecycle.state,
      replacement: successor && name,
      needs: successor ? needsOf(call, match.model, successor) : [],
      tokens: compared ? tokensOf(estimate, compared.estimate) : null,
      perCall: compared?.estimate.cost && estimate.cost ? { before: estimate.cost.perCall, after: compared.estimate.cost.perCall } : null,
      edits: successor && name ? editsOf(text, call, call.model, name, successor) : [],
    });
  }
  return result;
}

function tokensOf({ input: before }: Estimate, { input: after }: Estimate): Migration['tokens'] {
  if (before.accuracy === 'unknown' || after.accuracy === 'unknown') return null;
  return { before: before.tokens, after: after.tokens, exact: before.accuracy === 'exact' && after.accuracy === 'exact' };
}

/** The chat interface of OpenAI takes no `max_tokens` for models that reason. */
const renamesLimit = (call: Request, successor: Model): boolean =>
  call.api === 'openai.chat.completions' && successor.reasoning && call.outputLimit.kind === 'value' && call.outputLimit.parameter === 'max_tokens';

const samplingNames = ['temperature', 'top_p', 'top_k', 'presence_penalty', 'frequency_penalty'];

/** Takes no settings of sampling: OpenAI's models that reason, Claude Opus 4.7 and 4.8. By the vendors' migration guides, 2026-12-01. */
const fixedSampling = ({ provider, name, reasoning }: Model): boolean => (provider === 'openai' && reasoning) || /^claude-opus-4-[78]/.test(name);

/** Claude's later models, of which nobody has checked it here. */
const maybeFixedSampling = ({ name }: Model): boolean => /^claude-(?:opus|sonnet|haiku|fable|mythos)-[5-9]/.test(name);

function needsOf(call: Request, model: Model, successor: Model): string[] {
  const needs: string[] = [];
  const limit = call.outputLimit;
  if (renamesLimit(call, successor)) needs.push('The limit is called max_completion_tokens.');
  if (limit.kind === 'value' && successor.reasoning && !model.reasoning && limit.tokens < reasoningRoom)
    needs.push(`${successor.name} reasons within its limit: ${limit.tokens} tokens may leave no answer; ${reasoningRoom} leave room.`);
  if (limit.kind === 'value' && successor.maxOutput !== null && limit.tokens > successor.maxOutput)
    needs.push(`The limit of ${limit.tokens} tokens is above the longest answer, ${successor.maxOutput}.`);
  const set = samplingNames.filter((name) => call.parameters.has(name));
  if (set.length && fixedSampling(successor)) needs.push(`${successor.name} takes no ${set.join(', ')}.`);
  else if (set.length && maybeFixedSampling(successor)) needs.push(`${successor.name} may refuse ${set.join(', ')}.`);
  if (successor.contextWindow !== null && model.contextWindow !== null && successor.contextWindow < model.contextWindow)
    needs.push(`The context window is smaller: ${successor.contextWindow} tokens.`);
  return needs;
}

function editsOf(text: string, call: Request, model: string, name: string, successor: Model): TextEdit[] {
  const literal = call.modelSpan && literalSpan(text, call.modelSpan, model);
  if (!literal) return [];
  const edits: TextEdit[] = [{ ...literal, text: name }];
  if (renamesLimit(call, successor)) {
    const argument = argumentsOf(text, call.fact).find((candidate) => candidate.name === 'max_tokens');
    if (argument) edits.push(renameArgument(text, argument, 'max_completion_tokens'));
  }
  return edits.sort((a, b) => a.start - b.start);
}
