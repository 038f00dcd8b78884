import { inputUsd, lineOf } from '../../calls/bill';
import type { Language } from '../../languages/language';
import type { Estimate, Request } from '../../types';
import type { RuleContext } from '../rule';
import { findArgument, pathOf, resolve } from './facts';
import { modelOf } from './models';
import { formatCount, formatUsd } from './money';

/** Least tokens that a reasoning model needs to think and still answer; its thinking counts in the limit. */
export const reasoningRoom = 4096;

/**
 * The output limit that a fix writes. With a cost ceiling: (ceiling − input cost) / output price, in whole tokens; null where the input
 * alone reaches the ceiling. Else the default of the settings, with room for a model that reasons. Never above the model's maximum.
 */
export function limitFor(estimate: Estimate, { settings }: Pick<RuleContext, 'settings'>): number | null {
  const model = modelOf(estimate);
  const price = lineOf(estimate, 'output')?.price;
  const input = inputUsd(estimate);
  const most = model?.maxOutput ?? Number.POSITIVE_INFINITY;
  if (settings.costCeiling !== null && input !== null && price) {
    const tokens = Math.floor(((settings.costCeiling - input) * 1e6) / price + 1e-9);
    return tokens >= 1 ? Math.min(tokens, most) : null;
  }
  const wanted = model?.reasoning ? Math.max(settings.defaultOutputLimit, reasoningRoom) : settings.defaultOutputLimit;
  return Math.min(wanted, most);
}

/** SDKs whose JavaScript names are camel case where their tables say `max_tokens`; Bedrock's are so in every language. */
const camelInJavascript = ['ai-sdk', 'cohere', 'google', 'langchain', 'llamaindex', 'llama-index', 'mistral', 'openai-agents'];

/**
 * The name that sets the limit of this call, as its language writes it; may be a path (`config.max_output_tokens`). Servers that only speak
 * OpenAI's protocol know the older name alone, frameworks with one table for many providers take each provider's own, and the AI SDK's
 * name goes by what else of its versions the file uses.
 */
export function limitName(call: Request, { text, language }: { text: string; language: Language | null }): string | null {
  const wanted = wantedName(call, text);
  const name = call.limitParameters.find((candidate) => candidate === wanted) ?? call.limitParameters[0] ?? null;
  const camel = call.sdk === 'bedrock' || (language?.ecosystem === 'javascript' && camelInJavascript.includes(call.sdk));
  return camel && name ? name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()) : name;
}

/** Names that only version 4 of the AI SDK has; the default is version 5. */
const aiSdk4 = /\b(?:maxTokens|maxSteps|toDataStreamResponse|CoreMessage|promptTokens|completionTokens|textDelta)\b|['"]ai\/(?:rsc|react)['"]/;
const aiSdk5 = /\b(?:maxOutputTokens|stopWhen|stepCountIs|inputSchema|ModelMessage|toUIMessageStreamResponse)\b/;

function wantedName({ sdk, provider }: Request, text: string): string | null {
  if (sdk === 'ai-sdk') return aiSdk4.test(text) && !aiSdk5.test(text) ? 'maxTokens' : null;
  const framework = sdk === 'langchain' || sdk.startsWith('llama');
  if (sdk === 'openai') return provider.startsWith('openai') || provider.startsWith('azure') ? null : 'max_tokens';
  if (!framework) return null;
  if (provider.startsWith('google')) return 'max_output_tokens';
  return provider === 'ollama' ? 'num_predict' : 'max_tokens';
}

/** The name as a message may show it: without the way to it, and null where the SDK's own spelling in this language is not known. */
export function shownLimit(name: string, { language }: Pick<RuleContext, 'language'>): string | null {
  const last = name.split('.').at(-1)!;
  const spelled = language === null || ['python', 'javascript', 'ruby', 'php', 'rust'].includes(language.ecosystem) || !last.includes('_');
  return spelled && !/^\d+$/.test(last) ? last : null;
}

/** Is the limit kept in an object that can't be read here (`config` in `config.max_output_tokens`)? */
export function isLimitHidden(text: string, call: Request, name: string): boolean {
  const [parent, ...rest] = name.split('.').filter((step) => !/^\d+$/.test(step));
  if (!parent || !rest.length) return false;
  const argument = findArgument(text, call, parent);
  const value = argument && resolve(argument.value, call.fact.scope);
  return (
    !!value &&
    value.kind !== 'object' &&
    value.kind !== 'null' &&
    !(value.kind === 'call' && /config|params|settings/i.test(pathOf(value.call.callee)))
  );
}

/** `Limit the output to 500 tokens (at most $0.0051)`: what one call then costs, its input as estimated. */
export function limitTitle(estimate: Estimate, tokens: number, { usdOf }: Pick<RuleContext, 'usdOf'>): string {
  const [answer, input] = [usdOf(estimate, 'output', tokens), inputUsd(estimate)];
  return `Limit the output to ${formatCount(tokens)} tokens${answer === null || input === null || estimate.cost?.atLeast ? '' : ` (at most ${formatUsd(answer + input)})`}`;
}
