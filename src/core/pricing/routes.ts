/** How people name a provider: prefixes of model ids, SDKs' names, and API addresses. Data only. */

/**
 * Names of a provider → the catalogue's. `gateway`: passes on to the provider that the rest of the id names.
 * `unpriced`: serves models at prices that the catalogue does not have.
 */
const names: Readonly<Record<string, string>> = {
  openai: 'openai',
  'text-completion-openai': 'openai',
  'openai-chat': 'openai',
  azure: 'azure',
  'azure-openai': 'azure',
  'azure-ai': 'azure',
  anthropic: 'anthropic',
  bedrock: 'aws',
  'bedrock-converse': 'aws',
  converse: 'aws',
  'amazon-bedrock': 'aws',
  aws: 'aws',
  'anthropic-bedrock': 'aws',
  google: 'google',
  gemini: 'google',
  models: 'google',
  'google-genai': 'google',
  googleai: 'google',
  'google-vertex': 'google',
  'google-vertexai': 'google',
  vertex: 'google',
  'vertex-ai': 'google',
  'vertex-ai-beta': 'google',
  vertexai: 'google',
  mistral: 'mistral',
  mistralai: 'mistral',
  cohere: 'cohere',
  'cohere-chat': 'cohere',
  deepseek: 'deepseek',
  xai: 'x-ai',
  'x-ai': 'x-ai',
  grok: 'x-ai',
  groq: 'groq',
  together: 'together',
  'together-ai': 'together',
  togetherai: 'together',
  fireworks: 'fireworks',
  'fireworks-ai': 'fireworks',
  cerebras: 'cerebras',
  perplexity: 'perplexity',
  moonshot: 'moonshotai',
  moonshotai: 'moonshotai',
  voyage: 'voyageai',
  voyageai: 'voyageai',
  minimax: 'minimax',
  zai: 'zai',
  'z-ai': 'zai',
  zhipu: 'zhipuai',
  zhipuai: 'zhipuai',
  bigmodel: 'zhipuai',
  alibaba: 'alibaba',
  dashscope: 'alibaba',
  xiaomi: 'xiaomi',
  'meta-llama-api': 'meta',
  baseten: 'baseten',
  novita: 'novita',
  ovhcloud: 'ovhcloud',
  'github-copilot': 'github-copilot',
  cloudflare: 'cloudflare',
  'cloudflare-workers-ai': 'cloudflare',
  'workers-ai': 'cloudflare',
  openrouter: 'openrouter',
  litellm: 'gateway',
  'litellm-proxy': 'gateway',
  gateway: 'gateway',
  vercel: 'gateway',
  'ai-sdk': 'gateway',
  ollama: 'unpriced',
  'ollama-chat': 'unpriced',
  lmstudio: 'unpriced',
  'lm-studio': 'unpriced',
  vllm: 'unpriced',
  'hosted-vllm': 'unpriced',
  llamacpp: 'unpriced',
  huggingface: 'huggingface',
  replicate: 'unpriced',
  deepinfra: 'unpriced',
  sambanova: 'unpriced',
  'nvidia-nim': 'unpriced',
  github: 'unpriced',
  databricks: 'unpriced',
  watsonx: 'unpriced',
};

/** Vendors whose models OpenRouter sells at the vendor's own price. Others' models it takes from several hosts, each at its price. */
export const openRouterVendors: readonly string[] = ['openai', 'anthropic', 'google', 'x-ai', 'cohere', 'perplexity'];

/**
 * Hosts whose ids say by themselves whose they are, unless they are of the form `vendor/model`. The ids of other hosts (azure, aws, together,
 * cerebras and so on) mean nothing without the host.
 */
export const tellingHosts: readonly string[] = ['groq', 'fireworks'];

/** Hugging Face's router passes requests on to the host that the id names: `novita/org/model` or `org/model:novita`. */
export function huggingFaceHost(id: string): { host: string; rest: string } | null {
  const [, before, middle, after, host] = /^(?:([\w-]+)\/)?([^/:]+\/[^/:]+)(:([\w-]+))?$/.exec(id) ?? [];
  const name = before ?? (after && host);
  return name && middle ? { host: `huggingface_${name}`, rest: middle } : null;
}

/** Folders inside other routes that say nothing by themselves: `publishers/google/models/gemini-…`. */
const fillers = ['publishers', 'responses', 'chat', 'global', 'us', 'eu'];

export type Route = { provider: string } | 'gateway' | 'unpriced' | 'filler';

/** Whom a name of a provider means; null for a name that the table lacks. */
export function routeOf(name: string): Route | null {
  const key = name.toLowerCase().replaceAll('_', '-');
  const found = Object.hasOwn(names, key) ? names[key] : undefined;
  if (found === 'gateway' || found === 'unpriced') return found;
  if (found) return { provider: found };
  return fillers.includes(key) ? 'filler' : null;
}

/** Splits `openai/gpt-4o` or `openai:gpt-4o` at its first separator, null where there is none. `ft:` belongs to the id. */
export function splitRoute(id: string): { name: string; rest: string } | null {
  const [, name, rest] = /^([\w-]+)[/:](.+)$/.exec(id) ?? [];
  return name && rest && name.toLowerCase() !== 'ft' ? { name, rest } : null;
}

/** Host names of APIs, with everything below them → the provider's name in call sites. */
const hosts: readonly (readonly [string, string])[] = [
  ['openai.azure.com', 'azure'],
  ['cognitiveservices.azure.com', 'azure'],
  ['services.ai.azure.com', 'azure'],
  ['api.openai.com', 'openai'],
  ['api.anthropic.com', 'anthropic'],
  ['generativelanguage.googleapis.com', 'google'],
  ['aiplatform.googleapis.com', 'google'],
  ['api.mistral.ai', 'mistral'],
  ['codestral.mistral.ai', 'mistral'],
  ['api.cohere.com', 'cohere'],
  ['api.cohere.ai', 'cohere'],
  ['api.deepseek.com', 'deepseek'],
  ['api.x.ai', 'xai'],
  ['api.groq.com', 'groq'],
  ['api.together.xyz', 'together'],
  ['api.together.ai', 'together'],
  ['api.fireworks.ai', 'fireworks'],
  ['api.cerebras.ai', 'cerebras'],
  ['api.perplexity.ai', 'perplexity'],
  ['api.moonshot.ai', 'moonshotai'],
  ['api.moonshot.cn', 'moonshotai'],
  ['api.voyageai.com', 'voyage'],
  ['api.minimax.io', 'minimax'],
  ['openrouter.ai', 'openrouter'],
  ['ai-gateway.vercel.sh', 'gateway'],
  ['router.huggingface.co', 'huggingface'],
  ['api.z.ai', 'zai'],
  ['open.bigmodel.cn', 'zhipuai'],
  ['dashscope.aliyuncs.com', 'alibaba'],
  ['dashscope-intl.aliyuncs.com', 'alibaba'],
  ['inference.baseten.co', 'baseten'],
  ['api.novita.ai', 'novita'],
  ['api.githubcopilot.com', 'github-copilot'],
  ['models.github.ai', 'github'],
  ['models.inference.ai.azure.com', 'github'],
];

/** The provider behind a base URL; `ollama` for this machine's port 11434, null for an address that says nothing. */
export function providerOfEndpoint(url: string): string | null {
  const [, host = '', port] = /^(?:https?:\/\/)?([^/:?#]+)(?::(\d+))?/i.exec(url.trim()) ?? [];
  const name = host.toLowerCase();
  if (port === '11434') return 'ollama';
  if (/^bedrock[\w.-]*\.amazonaws\.com$/.test(name)) return 'bedrock';
  return hosts.find(([known]) => name === known || name.endsWith(`.${known}`) || name.endsWith(`-${known}`))?.[1] ?? null;
}

/** Ids that name a zone of processing by their route, as LiteLLM writes Azure's: `azure/eu/gpt-4o`. */
const ZONES: readonly [RegExp, 'dataZone'][] = [[/^azure\/(?:eu|us)\//i, 'dataZone']];

/** The zone that a model id names, for which the price list has a factor; null where it names none. */
export const zoneOf = (id: string): 'dataZone' | null => ZONES.find(([route]) => route.test(id))?.[1] ?? null;
