import type { Expr, Span } from '../facts';
import { lastName } from './match';
import type { Found } from './parameters';
import type { Resolver, Value, Values } from './resolve';

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
  amazonbedrock: 'aws',
};
/** What makes a factory under a name of its own: `createOpenAI({ baseURL })`. */
const MAKES_FACTORY = /^create([A-Z]\w*)$/;

/** What a model's name is looked up with. */
export interface Lookup {
  constant(name: string): string | null;
  resolver: Pick<Resolver, 'valueOf' | 'valuesOf'>;
}

/**
 * Reads a model's name from what a model parameter may be: a text, an SDK's constant, or a model object that is made
 * from a text (`openai("gpt-4o")`, `openai.chat("gpt-4o")`, `ChatOpenAI(model="…")`).
 */
export function findModelName(given: { found: Found; values: Values } | null, lookup: Lookup): ModelName {
  const none: ModelName = { name: null, names: [], hints: [], byDefault: false, span: null, provider: null };
  if (!given) return none;
  const { found, values } = given;
  const read = values.values.map((value) => readModel(value, lookup));
  const constants = values.values.length ? [] : found.exprs.map((expr) => readConstant(expr, lookup));
  const all = [...read, ...constants];
  const names = [...new Set(all.flatMap((model) => (model ? [model.name] : [])))];
  const certain = names.length === 1 && all.every((model) => model !== null) && (!values.open || constants.length > 0);
  const first = all.find((model) => model !== null) ?? null;
  return {
    name: certain ? (names[0] as string) : null,
    names: certain || !values.open ? names : [],
    hints: names,
    byDefault: values.byDefault,
    span: certain && first ? { ...first.span } : null,
    provider: first?.provider ?? null,
  };
}

const MODEL_ARGUMENT = /^(model|model_?name|model_?id)$/i;

interface Read {
  name: string;
  span: Span;
  provider: string | null;
}

function readModel(value: Value, lookup: Lookup): Read | null {
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
      const factory = factoryOf(root, lookup);
      // `config.get("model")` names a key, not a model: only known factories and constructors count
      if (factory === null && !constructs && !/model$|^gateway$/i.test(lastName(callee) ?? '')) return null;
      const given = args.find((arg) => arg.name !== null && MODEL_ARGUMENT.test(arg.name)) ?? args.find((arg) => arg.name === null && !arg.spread);
      const inner = given ? readGiven(given.value, lookup) : null;
      return inner && { ...inner, provider: inner.provider ?? (factory ? (PROVIDER_FACTORIES[factory] ?? null) : null) };
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
function readGiven(expr: Expr, lookup: Lookup): Read | null {
  if (expr.kind !== 'name' && expr.kind !== 'member' && expr.kind !== 'choice') return readModel(expr, lookup);
  const { values, open, byDefault } = lookup.resolver.valuesOf(expr);
  const read = values.map((value) => readModel(value, lookup));
  const [first] = read;
  if (first && !open && !byDefault && read.every((model) => model?.name === first.name)) return first;
  return values.length ? null : readConstant(expr, lookup);
}

/** The word that says a factory's provider, in lower case; null for what is no factory. */
function factoryOf(root: Expr, lookup: Lookup): string | null {
  const name = lastName(root)?.toLowerCase();
  if (root.kind === 'name' && name !== undefined && PROVIDER_FACTORIES[name]) return name;
  const made = lookup.resolver.valueOf(root);
  const maker = made?.kind === 'call' ? MAKES_FACTORY.exec(lastName(made.call.callee) ?? '') : null;
  return maker ? (maker[1] as string).toLowerCase() : null;
}

/** `openai.GPT4oMini`, `ChatModel.GPT_4O`, `shared.ChatModelGPT4o`. */
function readConstant(expr: Expr, lookup: Lookup): Read | null {
  const word = expr.kind === 'member' ? expr.property : expr.kind === 'name' ? expr.name : null;
  const name = word === null ? null : lookup.constant(word);
  return name === null ? null : { name, span: expr.span, provider: null };
}
