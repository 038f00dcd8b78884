import { encodingForOpenAiModel } from '../tokenizers/openAiEncoding';
import type { Model } from '../types';

/** The first row whose pattern fits the model's own id decides. Ids of hosts carry prefixes, so most patterns look for a family anywhere. */
type Rules<T> = readonly (readonly [RegExp, T])[];

const first = <T>(rules: Rules<T>, name: string, otherwise: T): T => rules.find(([pattern]) => pattern.test(name))?.[1] ?? otherwise;

/** For families whose vocabulary is not known. */
const otherTokenizer = 'generic';

/** Which tokenizer counts for a family; OpenAI's encodings stand with the tokenizers. */
const tokenizers: Rules<string> = [
  [/claude-(v?[12](?!\d)|instant)/i, otherTokenizer],
  [/claude-(3|(opus|sonnet|haiku)-(3|4$|4[@-](\d{8}|[0-6](?!\d))))/i, 'claude'],
  [/claude-(4[-.][0-6]-|4-(opus|sonnet|haiku))/i, 'claude'],
  [/claude/i, 'claude-4-7'],
  [/gemini|gemma/i, 'gemini'],
  [/qwen|qwq/i, 'qwen'],
  [/deepseek-(coder|llm|math|v2)/i, otherTokenizer],
  [/deepseek(?!.*distill-llama)/i, 'deepseek'],
  // Llama 4 has a larger vocabulary, Llama 2 a smaller one.
  [/llama[-.]?(guard-)?v?3(?!\d)|distill-llama/i, 'llama'],
  // Before Nemo, Mistral's vocabulary was another, of 32,000 tokens.
  [/mixtral|mistral[-.]?(7b|tiny|saba|embed)|mistral-(large|medium|small)-(23|24)\d\d|ministral-8b-2410|pairrm/i, otherTokenizer],
  [/mistral|ministral|codestral|devstral|magistral|pixtral|voxtral/i, 'mistral'],
];

/** Models that think before they answer: the tokens are billed as output and count in the limit. */
const reasoning: Rules<boolean> = [
  [/non-reasoning|-chat|gpt-5-image|gemini-2\.5-flash-lite|-tts|-image/i, false],
  [
    /(^|[/:.])o[134](-|$)|gpt-[5-9]|gpt-oss|deepseek-(r1|reasoner|v4)|deepseek\.r1|gemini-(2\.5|3)|-thinking|reasoning|magistral|grok-(3-mini|4)|deep-research/i,
    true,
  ],
];

const kinds: Rules<Model['kind']> = [
  [/embed|voyage/i, 'embedding'],
  [/moderation|guard|-ocr|rerank/i, 'other'],
  [/whisper|audio|realtime|transcribe|-tts|voice|sonic|-live/i, 'audio'],
  [/image|dall-e|omni-flash/i, 'image'],
];

/** Most tokens of an answer: vendors' model pages, only where they say so. */
const maxOutputs: Rules<number | null> = [
  [/^gpt-4o-2024-05-13$|^gpt-4-turbo|^gpt-4-vision|^gpt-3\.5-turbo/, 4096],
  [/^(chat)?gpt-4o(-mini)?(-latest)?$/, 16_384],
  [/^gpt-4\.1/, 32_768],
  [/^gpt-5(\.[12])?(-mini|-nano)?$/, 128_000],
  [/^o1-preview$/, 32_768],
  [/^o1-mini$/, 65_536],
  [/^o[134](-mini|-pro)?$/, 100_000],
  [/claude-3-(haiku|opus|sonnet)/, 4096],
  [/claude-3-5/, 8192],
  [/claude-3-7|claude-(sonnet-4|4-sonnet)|claude-(haiku|opus)-4-5/, 64_000],
  [/claude-opus-4-6/, 128_000],
  [/claude-(opus-4-[01]|opus-4-2025|4-opus)/, 32_000],
  [/^gemini-(1\.5|2\.0)/, 8192],
  [/^gemini-2\.5-(pro|flash|flash-lite)$/, 65_536],
];

/** Context windows that the snapshot lacks or rounds. */
const contextWindows: Rules<number | null> = [
  [/^gpt-4\.1/, 1_047_576],
  [/^gemini-2\.5-(pro|flash|flash-lite)$/, 1_048_576],
  [/^command-a$/, 256_000],
  [/^command-r(-plus|7b)?$/, 128_000],
];

/** Name of the tokenizer for a model's id, known to the catalogue or not. */
export function tokenizerOf(name: string): string {
  const bare = name.replace(/^(?:.*[./])?(?=gpt-|o\d)/i, '');
  return encodingForOpenAiModel(bare) ?? first(tokenizers, name, otherTokenizer);
}

/** What follows from a model's id alone. */
export function traitsOf(name: string): Pick<Model, 'tokenizer' | 'reasoning' | 'kind' | 'maxOutput' | 'contextWindow'> {
  const kind = first(kinds, name, 'chat');
  return {
    tokenizer: tokenizerOf(name),
    reasoning: kind === 'chat' && first(reasoning, name, false),
    kind,
    maxOutput: kind === 'chat' ? first(maxOutputs, name, null) : null,
    contextWindow: first(contextWindows, name, null),
  };
}
