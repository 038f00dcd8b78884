import type { Effort } from '../providers';
import type { Breakpoint, JsonValue, ParameterValue, ServiceTier } from '../types';

/** What the arguments of a request say of its bill. */
export interface BilledParameters {
  /** Answers per request. */
  answers: number;
  /** How much it is to think: an effort, a budget in tokens, as much as the model likes, or null where it does not say or can't be read. */
  thinking: { effort: Effort } | { budget: number } | 'adaptive' | null;
  tier: ServiceTier | null;
  /** Served in a region that costs more. */
  resident: boolean;
  /** Asks for caching as a whole, without a breakpoint: for how long. */
  cacheTtl: Breakpoint['ttl'] | null;
  /** Must it use a tool? null where that is not known. */
  choice: 'auto' | 'any' | null;
}

type Parameters = ReadonlyMap<string, ParameterValue>;
type JsonObject = { [key: string]: JsonValue };

const isObject = (value: JsonValue | undefined): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);
const numberOf = (value: JsonValue | undefined): number | null => (typeof value === 'number' ? value : null);

const efforts: Readonly<Record<string, Effort>> = {
  none: 'none',
  disable: 'none',
  minimal: 'minimal',
  low: 'low',
  medium: 'medium',
  high: 'high',
  xhigh: 'xhigh',
  max: 'xhigh',
};
const effortOf = (value: JsonValue | undefined): Effort | null => (typeof value === 'string' ? (efforts[value.toLowerCase()] ?? null) : null);

/** `fast` is also another name of OpenAI's priority processing; Anthropic's fast mode goes by `speed`. */
const tiers: Readonly<Record<string, ServiceTier>> = { flex: 'flex', priority: 'priority', fast: 'priority', batch: 'batch' };

/** Reads the neutral parameters of a request. A value that is not literal says nothing. */
export function readParameters(parameters: Parameters): BilledParameters {
  const text = (name: string) => {
    const value = parameters.get(name);
    return typeof value === 'string' ? value.toLowerCase() : '';
  };
  const answers = ['n', 'best_of', 'candidate_count', 'num_generations'].map((name) => numberOf(parameters.get(name)) ?? 1);
  const control = parameters.get('cache_control');
  return {
    answers: Math.max(1, ...answers),
    thinking: readThinking(parameters),
    tier: text('speed') === 'fast' ? 'fast' : (tiers[text('service_tier')] ?? null),
    resident: text('inference_geo') === 'us',
    cacheTtl: isObject(control) ? (control.ttl === '1h' ? '1h' : '5m') : parameters.has('cache_control') ? '5m' : null,
    choice: readChoice(parameters.get('tool_choice')),
  };
}

/** The names of all vendors for how much a model is to think. */
function readThinking(parameters: Parameters): BilledParameters['thinking'] {
  const [reasoning, thinking, output] = ['reasoning', 'thinking', 'output_config'].map((name) => parameters.get(name));
  const config = ['thinking_config', 'config', 'generation_config'].map((name) => parameters.get(name)).find(isObject);
  const inner = isObject(config?.thinking_config) ? config.thinking_config : isObject(config?.thinkingConfig) ? config.thinkingConfig : config;
  const fromThinking = isObject(thinking) ? ofThinking(thinking) : thinking === true ? ('adaptive' as const) : null;
  const effort =
    [
      parameters.get('reasoning_effort'),
      isObject(reasoning) ? reasoning.effort : undefined,
      isObject(output) ? output.effort : undefined,
      parameters.get('thinking_level'),
      inner?.thinking_level ?? inner?.thinkingLevel,
    ]
      .map(effortOf)
      .find((found) => found !== null) ?? null;
  if (fromThinking === 'adaptive' && effort) return { effort };
  if (fromThinking) return fromThinking;
  const budget = numberOf(parameters.get('thinking_budget') ?? inner?.thinking_budget ?? inner?.thinkingBudget);
  if (budget !== null) return ofBudget(budget);
  // Anthropic's effort alone makes nothing think.
  return effort && !isObject(output) ? { effort } : null;
}

function ofThinking(thinking: JsonObject): BilledParameters['thinking'] {
  if (thinking.type === 'disabled') return { effort: 'none' };
  const budget = numberOf(thinking.budget_tokens ?? thinking.budgetTokens);
  return budget === null ? 'adaptive' : ofBudget(budget);
}

/** Below zero Gemini decides for itself. */
function ofBudget(budget: number): BilledParameters['thinking'] {
  if (budget < 0) return 'adaptive';
  return budget === 0 ? { effort: 'none' } : { budget };
}

function readChoice(choice: ParameterValue): 'auto' | 'any' | null {
  const name = isObject(choice) ? choice.type : choice;
  if (name === undefined) return 'auto';
  return name === 'auto' || name === 'none' ? 'auto' : typeof name === 'string' ? 'any' : null;
}
