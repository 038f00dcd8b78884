import type { SnippetLanguage } from './snippet';

/**
 * How one family of answers reports its tokens: fields of its usage, as paths. Both trackers are generated from these rows, and the first
 * row that fits an answer reads it.
 */
export interface CounterForm {
  /** The form of a usage that has one of these fields. */
  when: string[];
  /** Providers to which the row is confined. */
  providers?: string[];
  /** Only one language's SDKs answer so. */
  only?: SnippetLanguage;
  /** Added up. */
  input: string[];
  /** Added up, but where the total says more: some hosts report reasoning beside the output, others inside. */
  output: string[];
  total?: string[];
  /** Does `input` include what was read from the cache and written to it? */
  cacheInside: boolean;
  /** Of each of these kinds the first field that is not 0 counts. */
  cached?: string[];
  /** All writes, those for an hour and longer included. */
  cacheWrite?: string[];
  cacheWrite1h?: string[];
  reasoning?: string[];
  audioInput?: string[];
  audioOutput?: string[];
  searches?: string[];
}

const aiSdkFive = {
  only: 'typescript',
  input: ['inputTokens'],
  output: ['outputTokens'],
  total: ['totalTokens'],
  cached: ['cachedInputTokens'],
  cacheWrite: ['providerMetadata.anthropic.cacheCreationInputTokens'],
  cacheWrite1h: ['providerMetadata.anthropic.usage.cache_creation.ephemeral_1h_input_tokens'],
  reasoning: ['reasoningTokens'],
} satisfies Partial<CounterForm>;

export const counterForms: readonly CounterForm[] = [
  // OpenAI's chat API and all that speak it; LiteLLM, DeepSeek, Mistral in Python.
  {
    when: ['prompt_tokens'],
    input: ['prompt_tokens'],
    output: ['completion_tokens'],
    total: ['total_tokens'],
    cacheInside: true,
    cached: ['prompt_tokens_details.cached_tokens', 'cache_read_input_tokens', 'prompt_cache_hit_tokens'],
    cacheWrite: ['prompt_tokens_details.cache_write_tokens', 'prompt_tokens_details.cache_creation_tokens', 'cache_creation_input_tokens'],
    cacheWrite1h: ['prompt_tokens_details.cache_write_tokens_details.ttl_12h_tokens', 'cache_creation.ephemeral_1h_input_tokens'],
    reasoning: ['completion_tokens_details.reasoning_tokens'],
    audioInput: ['prompt_tokens_details.audio_tokens'],
    audioOutput: ['completion_tokens_details.audio_tokens'],
  },
  // OpenAI's Responses.
  {
    when: ['input_tokens_details', 'total_tokens'],
    input: ['input_tokens'],
    output: ['output_tokens'],
    total: ['total_tokens'],
    cacheInside: true,
    cached: ['input_tokens_details.cached_tokens'],
    cacheWrite: ['input_tokens_details.cache_write_tokens'],
    cacheWrite1h: ['input_tokens_details.cache_write_tokens_details.ttl_12h_tokens'],
    reasoning: ['output_tokens_details.reasoning_tokens'],
  },
  // Anthropic.
  {
    when: ['input_tokens'],
    input: ['input_tokens'],
    output: ['output_tokens'],
    cacheInside: false,
    cached: ['cache_read_input_tokens'],
    cacheWrite: ['cache_creation_input_tokens'],
    cacheWrite1h: ['cache_creation.ephemeral_1h_input_tokens'],
    searches: ['server_tool_use.web_search_requests'],
  },
  // Gemini: what tools fed to the model stands beside the prompt, thoughts beside the answer.
  {
    when: ['prompt_token_count'],
    only: 'python',
    input: ['prompt_token_count', 'tool_use_prompt_token_count'],
    output: ['candidates_token_count', 'thoughts_token_count'],
    cacheInside: true,
    cached: ['cached_content_token_count'],
    reasoning: ['thoughts_token_count'],
  },
  {
    when: ['promptTokenCount'],
    only: 'typescript',
    input: ['promptTokenCount', 'toolUsePromptTokenCount'],
    output: ['candidatesTokenCount', 'thoughtsTokenCount'],
    cacheInside: true,
    cached: ['cachedContentTokenCount'],
    reasoning: ['thoughtsTokenCount'],
  },
  // The AI SDK from version 6 on.
  {
    when: ['inputTokenDetails'],
    only: 'typescript',
    input: ['inputTokens'],
    output: ['outputTokens'],
    total: ['totalTokens'],
    cacheInside: true,
    cached: ['inputTokenDetails.cacheReadTokens'],
    cacheWrite: ['inputTokenDetails.cacheWriteTokens'],
    cacheWrite1h: ['providerMetadata.anthropic.usage.cache_creation.ephemeral_1h_input_tokens'],
    reasoning: ['outputTokenDetails.reasoningTokens'],
  },
  // Version 5, whose input of Claude leaves the cache out.
  { ...aiSdkFive, when: ['inputTokens'], providers: ['anthropic', 'bedrock'], cacheInside: false },
  { ...aiSdkFive, when: ['inputTokens'], cacheInside: true },
  // Version 4, and Mistral in TypeScript.
  { when: ['promptTokens'], only: 'typescript', input: ['promptTokens'], output: ['completionTokens'], total: ['totalTokens'], cacheInside: true },
  // The AI SDK's embeddings.
  { when: ['tokens'], only: 'typescript', input: ['tokens'], output: [], cacheInside: true },
];

/** The rows for one language's SDKs, as a literal of that language. */
export function counterFormsIn(language: SnippetLanguage): string {
  const typescript = language === 'typescript';
  const indent = typescript ? '  ' : '    ';
  const list = (values: readonly string[]) => {
    const quoted = values.map((value) => (typescript ? `'${value}'` : `"${value}"`));
    const line = `[${quoted.join(', ')}]`;
    if (line.length < 100) return line;
    return `[\n${quoted.map((value) => `${indent.repeat(3)}${value},\n`).join('')}${indent.repeat(2)}]`;
  };
  const literal = (value: string[] | boolean) => (Array.isArray(value) ? list(value) : typescript ? String(value) : value ? 'True' : 'False');
  const rows = counterForms
    .filter(({ only }) => !only || only === language)
    .map(({ only: _only, ...form }) => {
      const fields = Object.entries(form).map(([name, value]) => `${indent}${indent}${typescript ? name : `"${name}"`}: ${literal(value)},\n`);
      return `${indent}{\n${fields.join('')}${indent}},\n`;
    });
  return `[\n${rows.join('')}]`;
}
