import type { CallExpr, Expr, Span } from '../facts';
import { literalText } from '../languages/strings';
import { lastName } from '../resolve/names';
import type { Resolver, Value, Values } from '../resolve/resolve';
import type { Found } from './parameters';

export interface ModelName {
  /** The one name, null where there are several or none. */
  name: string | null;
  names: string[];
  /** Names that were seen although others are possible. */
  hints: string[];
  byDefault: boolean;
  /** Where the name is written. */
  span: Span | null;
  /** The provider that the value names: `anthropic("claude-…")` of the AI SDK. */
  provider: string | null;
}

/** Factories of model objects whose name is their provider. */
const PROVIDER_FACTORIES: Record<string, string> = {
  openai: 'openai',
  azure: 'azure',
  anthropic: 'anthropic',
  google: 'google',
  vertex: 'google',
  mistral: 'mistral',
  cohere: 'cohere',
  groq: 'groq',
  xai: 'x-ai',
  deepseek: 'deepseek',
  togetherai: 'together',
  bedrock: 'aws',
  fireworks: 'fireworks',
  perplexity: 'perplexity',
  openrouter: 'openrouter',
  cerebras: 'cerebras',
  ollama: 'ollama',
  googlegenerativeai: 'google',
  googleai: 'google',
  vertexai: 'google',
  amazonbedrock: 'aws',
  deepinfra: 'deepinfra',
  workersai: 'cloudflare',
  openaicompatible: '',
};
/** What makes a provider of names that the application gives to models: `customProvider({ languageModels: { fast: openai("…") } })`. */
const MAKES_ALIASES = /^(experimental_)?customProvider$/;
/** Methods of a provider that is not to be seen here: what they are given may be a name of the application's own. */
const ASKS_PROVIDER = /^(languageModel|textEmbeddingModel|embeddingModel|imageModel|get\w*Model)$/;
const ALIASES = ['languageModels', 'textEmbeddingModels', 'embeddingModels', 'imageModels'];
/** What makes a factory under a name of its own: `createOpenAI({ baseURL })`. */
const MAKES_FACTORY = /^create([A-Z]\w*)$/;

/** What a model's name is looked up with. */
export interface Lookup {
  constant(name: string): string | null;
  resolver: Pick<Resolver, 'valueOf' | 'valuesOf' | 'entry' | 'importOf' | 'enter' | 'leave'>;
}

/** A lookup with what was read on the way: one that leads back to itself names nothing. */
interface Reading extends Lookup {
  known: Map<Expr, Read | null>;
}

/**
 * Reads a model's name from what a model parameter may be: a text, an SDK's constant, or a model object that is made
 * from a text (`openai("gpt-4o")`, `openai.chat("gpt-4o")`, `ChatOpenAI(model="…")`).
 */
export function findModelName(given: { found: Found; values: Values } | null, asked: Lookup): ModelName {
  const lookup: Reading = { ...asked, known: new Map() };
  const none: ModelName = { name: null, names: [], hints: [], byDefault: false, span: null, provider: null };
  if (!given) return none;
  const { found, values } = given;
  const read = values.values.map((value) => readModel(value, lookup));
  const named = values.constants?.length ? values.constants : found.exprs;
  const constants = values.values.length ? [] : named.map((expr) => readConstant(expr, lookup));
  const all = [...read, ...constants];
  const names = [...new Set(all.flatMap((model) => (model ? [model.name] : [])))];
  const certain = names.length === 1 && all.every((model) => model !== null) && (!values.open || constants.length > 0);
  const first = all.find((model) => model !== null) ?? null;
  return {
    name: certain ? (names[0] as string) : null,
    names: certain || !values.open ? names : [],
    hints: names,
    byDefault: values.byDefault,
    span: certain && first ? first.span : null,
    provider: first?.provider ?? null,
  };
}

/** What reads like a model's id and hardly like a key: letters, a digit, and parts. */
const MODEL_ID = /^(?=.*[a-z])(?=.*\d)[\w.:@]+([-/][\w.:@]+)+$/i;
const MODEL_ARGUMENT = /^(model|model_?name|model_?id)$/i;

interface Read {
  name: string;
  span: Span;
  provider: string | null;
}

function readModel(value: Value, lookup: Reading): Read | null {
  switch (value.kind) {
    case 'string': {
      const text = value.parts.every((part) => part.kind === 'text')
        ? value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
        : '';
      return /^[^\s]{1,200}$/.test(text) ? { name: text, span: value.span, provider: null } : null;
    }
    case 'member':
    case 'name':
      return readConstant(value, lookup);
    case 'call': {
      const { callee, args, constructs } = value.call;
      const root = callee.kind === 'member' ? callee.object : callee;
      const provider = lookup.resolver.valueOf(root);
      const maker = provider?.kind === 'call' ? lastName(provider.call.callee) : null;
      if (maker && MAKES_ALIASES.test(maker)) return readAlias(value, provider as CallExpr, lookup);
      const factory = factoryOf(root, maker, lookup);
      // `config.get("model")` names a key, not a model: only known factories and constructors count
      const given = args.find((arg) => arg.name !== null && MODEL_ARGUMENT.test(arg.name)) ?? args.find((arg) => arg.name === null && !arg.spread);
      const inner = given ? readGiven(given.value, lookup) : null;
      if (factory === null && !constructs && !/model$|^gateway$|^embedder$/i.test(lastName(callee) ?? '')) {
        // a provider that is not to be seen here: `together("openai/gpt-oss-20b")`
        return callee.kind === 'name' && inner && MODEL_ID.test(inner.name) ? inner : null;
      }
      if (inner && factory === null && ASKS_PROVIDER.test(lastName(callee) ?? '') && !/[:/]/.test(inner.name) && lookup.constant(inner.name) === null)
        return null;
      return inner && { ...inner, provider: inner.provider ?? ((factory && PROVIDER_FACTORIES[factory]) || null) };
    }
    case 'object': {
      // wrapLanguageModel({ model: openai("…"), middleware })
      const entry = value.entries.find((item) => item.key !== null && MODEL_ARGUMENT.test(item.key));
      return entry ? readGiven(entry.value, lookup) : null;
    }
    default:
      return null;
  }
}

/** An argument of a factory: the model itself, or a name that holds one. */
function readGiven(expr: Expr, lookup: Reading): Read | null {
  const known = lookup.known.get(expr);
  if (known !== undefined) return known;
  if (!lookup.resolver.enter()) return null;
  lookup.known.set(expr, null);
  const read = readFresh(expr, lookup);
  lookup.resolver.leave();
  lookup.known.set(expr, read);
  return read;
}

function readFresh(expr: Expr, lookup: Reading): Read | null {
  if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'choice') return readModel(expr, lookup);
  const { values, open, byDefault } = lookup.resolver.valuesOf(expr);
  const read = values.map((value) => readModel(value, lookup));
  const [first] = read;
  if (first && !open && !byDefault && read.every((model) => model?.name === first.name)) return first;
  return values.length ? null : readConstant(expr, lookup);
}

/** The model that an application's own provider gives for a name; nothing is known of names that it does not list. */
function readAlias(asked: CallExpr, provider: CallExpr, lookup: Reading): Read | null {
  const name = asked.call.args[0]?.value;
  const given = name ? lookup.resolver.valueOf(name) : null;
  const alias = given?.kind === 'string' ? literalText(given) : null;
  if (alias === null) return null;
  for (const list of ALIASES) {
    const models = lookup.resolver.entry(provider, list)?.values ?? [];
    for (const model of models.flatMap((object) => lookup.resolver.entry(object, alias)?.values ?? [])) return readGiven(model, lookup);
  }
  return null;
}

/** The word that says a factory's provider, in lower case; null for what is no factory. */
function factoryOf(root: Expr, maker: string | null, lookup: Lookup): string | null {
  if (maker !== null) {
    const made = MAKES_FACTORY.exec(maker);
    if (made) return (made[1] as string).toLowerCase();
  }
  if (root.kind !== 'name') return null;
  for (const name of [root.name, lookup.resolver.importOf(root.name)?.name]) {
    const word = name?.toLowerCase();
    if (word !== undefined && PROVIDER_FACTORIES[word] !== undefined) return word;
  }
  return null;
}

/** `openai.GPT4oMini`, `ChatModel.GPT_4O`, `shared.ChatModelGPT4o`. */
function readConstant(expr: Expr, lookup: Lookup): Read | null {
  const word = expr.kind === 'member' ? expr.property : expr.kind === 'name' ? expr.name : null;
  const name = word === null ? null : lookup.constant(word);
  return name === null ? null : { name, span: expr.span, provider: null };
}
