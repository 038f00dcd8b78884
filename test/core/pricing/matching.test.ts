import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { createCatalogue } from '../../../src/core/pricing/catalogue';

/** `id` or `provider|id` → catalogue id and confidence, or unknown. */
const table = `
gpt-4o                                                       openai/gpt-4o exact
GPT-4o                                                       openai/gpt-4o alias
openai/gpt-4o                                                openai/gpt-4o exact
openai:gpt-4o                                                openai/gpt-4o exact
gpt-4o-2024-08-06                                            openai/gpt-4o alias
gpt-4o-2024-05-13                                            openai/gpt-4o-2024-05-13 exact
gpt-4-1106-preview                                           openai/gpt-4-turbo alias
gpt-3.5-turbo-0301                                           openai/gpt-3.5-0301 alias
gpt-3.5-turbo-0613                                           openai/gpt-3.5-turbo-0613 exact
gpt-5-nano-2025-08-07                                        openai/gpt-5-nano alias
gpt-5.6                                                      openai/gpt-5.6-sol alias
gpt-6-luna-2026-09-01                                        openai/gpt-6-luna alias
o4-mini-2025-04-16                                           openai/o4-mini alias
text-embedding-3-small                                       openai/text-embedding-3-small exact
ft:gpt-4o-2024-08-06:acme::abc                               openai/ft:gpt-4o alias
ft:gpt-4o-mini-2024-07-18:acme:name:abc                      openai/ft:gpt-4o-mini alias
ft:gpt-3.5-turbo:acme::abc                                   openai/ft:gpt-3.5-turbo- alias
openai/ft:gpt-4o-mini-2024-07-18:acme::abc                   openai/ft:gpt-4o-mini alias
ft:gpt-4.1-2025-04-14:acme::abc                              unknown
gpt-7                                                        unknown
gpt-4o-mini-foo                                              unknown
my-model                                                     unknown
constructor                                                  unknown
azure|gpt-4o                                                 openai/gpt-4o exact
azure/gpt-4o                                                 openai/gpt-4o exact
azure|gpt-35-turbo                                           openai/gpt-3.5-turbo alias
azure|text-embedding-ada-002                                 openai/text-embedding-ada-002 exact
azure|my-deployment                                          unknown
azure|my-o4-mini                                             unknown
azure/my-gpt4                                                unknown
claude-sonnet-4.5                                            anthropic/claude-sonnet-4-5 alias
claude-sonnet-4-5-20250929                                   anthropic/claude-sonnet-4-5 alias
claude-sonnet-4-20250514                                     anthropic/claude-sonnet-4-0 alias
claude-3-5-sonnet-latest                                     anthropic/claude-3-5-sonnet alias
claude-3-haiku-20240307                                      anthropic/claude-3-haiku alias
claude-haiku-5.5                                             anthropic/claude-haiku-5-5 alias
claude-sonnet-5                                              anthropic/claude-sonnet-5 exact
claude-sonnet-5-20260701                                     anthropic/claude-sonnet-5 alias
claude-sonnet-5-5                                            anthropic/claude-sonnet-5-5 exact
claude-sonnet-5-6                                            unknown
claude-sonnet-50                                             unknown
claude-sonnet-5.1                                            unknown
claude-sonnet-4-7                                            unknown
claude-sonnet-5-preview                                      anthropic/claude-sonnet-5 pattern
claude-sonnet-5-fast                                         unknown
openrouter/anthropic/claude-opus-4.6-fast                    openrouter/anthropic/claude-opus-4.6-fast exact
deepseek-chat-v3.1                                           unknown
deepseek-r1-distill-qwen-32b                                 unknown
gemini-1.5-flash-8b                                          unknown
claude-sonnet-4-5@20250929                                   google/claude-sonnet-4-5 alias
vertex_ai/claude-sonnet-4-5@20250929                         google/claude-sonnet-4-5 alias
claude-haiku-4-5@20251001                                    anthropic/claude-haiku-4-5 alias
anthropic|claude-sonnet-4-5@20250929                         anthropic/claude-sonnet-4-5 alias
us.anthropic.claude-opus-4-8-v1:0                            aws/regional.anthropic.claude-opus-4-8-v1:0 alias
anthropic|us.anthropic.claude-opus-4-8-v1:0                  aws/regional.anthropic.claude-opus-4-8-v1:0 alias
global.anthropic.claude-opus-4-8-v1:0                        aws/global.anthropic.claude-opus-4-8-v1:0 exact
anthropic.claude-3-haiku-20240307-v1:0                       aws/regional.anthropic.claude-3-haiku-20240307-v1:0 alias
bedrock/us.anthropic.claude-sonnet-4-5-20250929-v1:0         aws/regional.anthropic.claude-sonnet-4-5-20250929-v1:0 alias
arn:aws:bedrock:us-east-1:1:inference-profile/us.amazon.nova-lite-v1:0  aws/amazon.nova-lite-v1:0 alias
bedrock|amazon.nova-lite-v1:0                                aws/amazon.nova-lite-v1:0 exact
us.anthropic.claude-sonnet-5-5-v1:0                          unknown
gemini/gemini-2.5-pro                                        google/gemini-2.5-pro exact
googleai/gemini-2.5-pro                                      google/gemini-2.5-pro exact
models/gemini-2.5-flash                                      google/gemini-2.5-flash exact
vertex_ai/publishers/google/models/gemini-2.5-pro            google/gemini-2.5-pro exact
google_genai:gemini-2.5-flash                                google/gemini-2.5-flash exact
gemini-2.5-pro-preview-05-06                                 google/gemini-2.5-pro pattern
gemini-1.5-pro-002                                           google/gemini-1.5-pro alias
gemini-2.5-pro-tts                                           google/gemini-2.5-pro-tts exact
groq/llama-3.3-70b-versatile                                 groq/llama-3.3-70b-versatile exact
groq|openai/gpt-oss-120b                                     groq/openai/gpt-oss-120b exact
groq/openai/gpt-oss-120b                                     groq/openai/gpt-oss-120b exact
openai/gpt-oss-120b                                          openai/gpt-oss-120b exact
together|openai/gpt-oss-120b                                 together/openai/gpt-oss-120b exact
together_ai/meta-llama/Llama-3.3-70B-Instruct-Turbo          together/meta-llama/Llama-3.3-70B-Instruct-Turbo exact
together|meta-llama/llama-3.3-70b-instruct-turbo             together/meta-llama/Llama-3.3-70B-Instruct-Turbo alias
accounts/fireworks/models/deepseek-v3p2                      fireworks/deepseek-v3p2 alias
xai/grok-4                                                   x-ai/grok-4-0709 alias
openrouter/anthropic/claude-sonnet-4.5                       openrouter/anthropic/claude-sonnet-4.5 exact
openrouter|openai/gpt-4o                                     openrouter/openai/gpt-4o exact
openrouter|deepseek/deepseek-r1                              openrouter/deepseek/deepseek-r1 exact
openrouter/qwen/qwen3-32b                                    openrouter/qwen/qwen3-32b exact
qwen/qwen3-32b                                               unknown
groq|qwen/qwen3-32b                                          groq/qwen/qwen3-32b exact
llama-3.3-70b-versatile                                      groq/llama-3.3-70b-versatile exact
llama-3.3-70b                                                unknown
cerebras|llama-3.3-70b                                       cerebras/llama-3.3-70b exact
openrouter|deepseek/deepseek-r1:free                         unknown
litellm|mistral/open-mistral-7b                              mistral/mistral-7b alias
mistral-large-latest                                         mistral/mistral-large-2512 alias
mistral-large-2402                                           unknown
ministral-3b-latest                                          mistral/ministral-3b-latest exact
mistral-small-latest                                         mistral/mistral-small-latest exact
mistral|mistral-embed                                        mistral/mistral-embed exact
deepseek-chat                                                deepseek/deepseek-chat exact
openai|deepseek-chat                                         deepseek/deepseek-chat exact
openai|claude-sonnet-4-5                                     anthropic/claude-sonnet-4-5 exact
anthropic|gpt-4o                                             unknown
groq|gpt-4o                                                  unknown
cohere|command-r-plus-08-2024                                cohere/command-r-plus alias
command-r-plus-04-2024                                       unknown
voyage|voyage-3                                              voyageai/voyage-3 exact
gemini-pro-latest                                            google/gemini-pro-latest exact
gemini-nano-latest                                           unknown
gpt-6.1-sol-latest                                           unknown
grok-latest                                                  x-ai/grok-4.5 alias
claude-3-5-sonnet-latest                                     anthropic/claude-3-5-sonnet alias
claude-sonnet-5-latest                                       unknown
gpt-6.2-astra                                                openai/gpt-6.2-astra exact
claude-fable-5-2                                             anthropic/claude-fable-5-2 exact
glm-5.3                                                      zai/GLM-5.3 alias
dashscope/qwen3.8-max                                        alibaba/qwen3.8-max exact
mimo-v2.6-pro                                                xiaomi/mimo-v2.6-pro exact
MiniMax-M3.1-Flash                                           minimax/MiniMax-M3.1-Flash exact
us.anthropic.claude-opus-5-5                                 aws/regional.anthropic.claude-opus-5-5 alias
huggingface/novita/MiniMaxAI/MiniMax-M2                      huggingface_novita/MiniMaxAI/MiniMax-M2 exact
huggingface|MiniMaxAI/MiniMax-M2:novita                       huggingface_novita/MiniMaxAI/MiniMax-M2 exact
kimi-k2.9                                                    unknown
ollama|deepseek-r1                                           unknown
ollama|gpt-4o                                                unknown
ollama/llama3                                                unknown
deepseek-r1:8b                                               unknown
somebody|gpt-4o                                              openai/gpt-4o exact
`;

describe('matching a model id', () => {
  const catalogue = createCatalogue({}, {});
  const rows = table.trim().split('\n');
  for (const row of rows) {
    const [asked = '', ...expected] = row.split(/\s+/);
    it(`takes ${asked} for ${expected.join(', ')}`, () => {
      const [id, provider] = asked.split('|').reverse();
      const match = catalogue.find(id!, provider);
      assert.equal(match.kind === 'found' ? `${match.model.id} ${match.confidence}` : match.kind, expected.join(' '));
    });
  }

  it('answers an unknown id with the id itself', () => {
    assert.deepEqual(catalogue.find('nothing-like-it', 'openai'), { kind: 'unknown', id: 'nothing-like-it' });
    assert.deepEqual(catalogue.find(''), { kind: 'unknown', id: '' });
  });

  it('gives the same answer again', () => {
    assert.equal(catalogue.find('claude-sonnet-4.5'), catalogue.find('claude-sonnet-4.5'));
  });

  it('prices regional Bedrock ids a tenth above the global ones', () => {
    const input = (id: string) => {
      const match = catalogue.find(id);
      return match.kind === 'found' ? match.model.price?.tiers[0]?.input : null;
    };
    assert.equal(input('global.anthropic.claude-opus-4-8-v1:0'), 5);
    assert.equal(input('eu.anthropic.claude-opus-4-8-v1:0'), 5.5);
  });
});
