import type { Analysis, Request, Engine, Estimate, Model, ModelMatch, PriceTier, Prompt, Settings } from '../core';
import { isExactInput } from './convert';

/** One row of the cost table. USD for one call; null where the model or its price is unknown. */
export interface ComparedModel {
  /** As the user or the call writes it. */
  name: string;
  match: ModelMatch | null;
  inputTokens: number;
  /** False where the count is an approximation or rests on assumed placeholders. */
  inputExact: boolean;
  outputTokens: number;
  perCall: number | null;
}

/** What the same call would cost with other models: its texts counted anew, placeholders, framing and answer as they are estimated for its own. */
export async function compareModels(engine: Engine, analysis: Analysis, index: number, settings: Settings): Promise<ComparedModel[]> {
  const call = analysis.calls[index];
  const estimate = analysis.estimates[index];
  if (!call || !estimate) return [];
  const own = estimate.model?.kind === 'found' ? estimate.model.model.id : null;
  const others = settings.compareModels.filter((name) => name !== call.model && idOf(engine.findModel(name, settings)) !== own);
  const texts = call.prompts.flatMap((prompt) => staticTexts(analysis.prompts[prompt]));
  const counts = await Promise.all(texts.map((text) => engine.count(text, others, settings)));
  const framing = estimate.input.staticTokens - promptTokens(analysis, call);
  return others.map((name, column) => {
    const columns = counts.flatMap((row) => row[column] ?? []);
    const match = engine.findModel(name, settings);
    const inputTokens = columns.reduce((sum, { count }) => sum + count.tokens, Math.max(0, framing)) + estimate.input.assumedTokens;
    const outputTokens = estimate.output.tokens;
    return {
      name,
      match,
      inputTokens,
      inputExact: !estimate.input.placeholders && columns.every(({ count }) => count.accuracy === 'exact'),
      outputTokens,
      perCall: match.kind === 'found' ? costOf(match.model, inputTokens, outputTokens) : null,
    };
  });
}

/** The row of the call's own model, from its estimate. */
export function ownRow(call: Request, estimate: Estimate): ComparedModel {
  return {
    name: call.model ?? nameOf(estimate.model),
    match: estimate.model,
    inputTokens: estimate.input.tokens,
    inputExact: isExactInput(estimate),
    outputTokens: estimate.output.tokens,
    perCall: estimate.cost?.perCall ?? null,
  };
}

/** The price step that holds for so many input tokens; null without a price. */
export function tierFor(model: Model, inputTokens: number): PriceTier | null {
  return model.price?.tiers.filter(({ above }) => inputTokens > above || above === 0).at(-1) ?? null;
}

function costOf(model: Model, input: number, output: number): number | null {
  const tier = tierFor(model, input);
  if (!tier || tier.input === null || (output > 0 && tier.output === null)) return null;
  return (input * tier.input + output * (tier.output ?? 0)) / 1e6;
}

function staticTexts(prompt: Prompt | undefined): string[] {
  const text = prompt?.segments.map((segment) => (segment.kind === 'text' ? segment.text : '')).join('');
  return text ? [text] : [];
}

const promptTokens = (analysis: Analysis, { prompts }: Request) => prompts.reduce((sum, at) => sum + (analysis.prompts[at]?.count.tokens ?? 0), 0);
const idOf = (match: ModelMatch) => (match.kind === 'found' ? match.model.id : null);
const nameOf = (match: ModelMatch | null) => (match?.kind === 'found' ? match.model.name : '?');
