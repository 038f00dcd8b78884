import type { EncodingName } from './tokenizer';

/** First match wins. Later generations are taken to keep o200k_base. */
const prefixes: [RegExp, EncodingName][] = [
  [
    /^(?:chatgpt-4o|gpt-4o|gpt-4\.[1-9]|gpt-(?:[5-9]|[12]\d)(?!\d)|gpt-chat-latest|gpt-oss|gpt-realtime|gpt-audio|o\d|codex-mini|computer-use)/,
    'o200k_base',
  ],
  [/^(?:gpt-4|gpt-3\.5|gpt-35|text-embedding-(?:3-|ada-002)|davinci-002|babbage-002)/, 'cl100k_base'],
];

/** The encoding of an OpenAI model by its name, with or without `openai/` or `ft:` before it; null for other names. */
export function encodingForOpenAiModel(name: string): EncodingName | null {
  const bare = name.toLowerCase().replace(/^(?:openai\/|azure\/|ft:)+/, '');
  return prefixes.find(([prefix]) => prefix.test(bare))?.[1] ?? null;
}
