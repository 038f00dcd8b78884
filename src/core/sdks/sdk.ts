import type { Ecosystem } from '../languages/language';
import type { CallKind } from '../types';

/**
 * Where a parameter of a call is found. Names are compared without case and underscores, so `max_tokens` also finds
 * `maxTokens` and `MaxTokens`. The forms:
 * - `name`: keyword argument, or an entry of an object literal or builder given as argument
 * - `a.b`: entry `b` of the object found at `a`
 * - `0`: the first positional argument; `1.name`: an entry of the second
 * - `chain.X`: what the link X of the call's own chain was given (`chat.with_instructions("…").ask("…")`); `chain.X.1` its second argument
 * - `block`: the block that is given to the call (Ruby, Kotlin)
 * - `class.X`: what the class of the object says by itself: a field, what a method returns, a call in its body, an annotation
 * - `receiver.X`: X of the call that made the object which the method is called on (`GenerativeModel("m").generate()`)
 */
export type Source = string;

/** Where SDKs take what is embedded, unless a row says otherwise. */
export const EMBEDDING_INPUT: readonly Source[] = ['input', 'inputs', 'texts', 'text', 'contents', 'content', 'documents', 'values', 'prompt'];

/** One way to call a model, as a row. */
export interface SdkCall {
  /**
   * Dotted path behind the root: `chat.completions.create` behind a client, `completion` in a module, `ChatOpenAI` as a class.
   * Compared without case and underscores, per segment; `*` stands for one segment of any name; where it is the last, the method is one
   * that the program declares itself.
   */
  path: string | string[];
  /**
   * What the path hangs on: an instance of a client class, the module (or a name imported from it), or a class that is
   * constructed or built (then the constructor is the call site, read together with its builder chain);
   * `global`: a function that needs no import (`fetch`).
   */
  on: 'client' | 'module' | 'class' | 'global';
  /** Only in these worlds; all where absent. */
  ecosystems?: Ecosystem[];
  /** Only on what these classes or methods of the SDK made: where the path's name says little. */
  of?: string[];
  /** The path alone says enough, even where the root's origin can't be seen in this file (imported client, untyped parameter). */
  distinctive?: boolean;
  api: string;
  kind: CallKind;
  model?: Source[];
  /** Lists of messages with roles. */
  messages?: Source[];
  /** Texts by role. */
  system?: Source[];
  user?: Source[];
  template?: Source[];
  outputLimit?: Source[];
  limitRequired?: boolean;
  /** Names of the limit that a package ignores from a major version on. */
  ignoredFrom?: { names: Source[]; package: string; major: number };
  /** What is embedded: texts, or a list of them. */
  input?: Source[];
  /** Given these, the provider puts in what it keeps: earlier turns, a stored prompt. */
  continues?: Source[];
  /** Where the schema of the answer stands, as JSON or as a class. */
  schema?: Source[];
  /** A schema is sent for plain text too: `response_model=str`. */
  wrapsText?: true;
  /**
   * The call sends nothing: it makes something that requests ask later. Where nothing in sight asks it, it is listed itself, so that no model
   * vanishes.
   */
  makes?: 'model' | 'agent' | 'task';
  /** Of what is made: where more definitions stand, such as the model of an agent; `receiver` is the object that the method is called on. */
  uses?: Source[];
  /** Of what is made: it adds to the object that it is called on, wherever that is asked: `kernel.add_service(…)`. */
  binds?: true;
  /** Of what is made: every request of this SDK in the file that names nothing else asks it: `dspy.configure(lm=…)`. */
  sets?: true;
  /** The object itself is called: `agent("…")`. Its path is empty, and `of` says what made it. */
  called?: true;
  /** A table by whose names the model is called: where it stands, the entry with the name, and the one with the model behind it. */
  aliases?: { list: Source[]; name: string; model: string };
  /** It is a decorator's call: the request is where the decorated function is called, and what the function returns is what is asked. */
  decorates?: true;
  /** Of an agent: its framework puts words of its own around what it is told. */
  adds?: true;
  /** Of a request: where what it asks is defined; `receiver` is the object that the method is called on. */
  asks?: Source[];
  /** Of a request by a common name: only where a model is seen behind what it asks, or where that is named for one. */
  seen?: true;
  /** Of what is made: it is asked once for each of these, as a crew is for each task. */
  each?: Source[];
  /** Of a batch: where the list of its requests stands, the entry of each that holds what it sends, and how that is read. */
  carries?: { list: Source[]; at: string; row: Omit<SdkCall, 'path' | 'on' | 'api'> };
  /** The model that the SDK takes where none is given, as its documentation says. */
  defaultModel?: string;
  /** Where the provider is named: `api_type`. */
  provider?: Source[];
  /** `true`: always streams; else where the flag is found. */
  stream?: true | Source[];
  /** Streams where the flag is not given. */
  streams?: true;
  /** Provider-side prompt caching asked for by this parameter, or by this key anywhere in the messages. */
  promptCache?: Source[];
  /** Where it stands with tools and schemas. */
  tools?: Source[];
  /** Only where the request goes to a URL that contains this: raw HTTP. */
  url?: string;
  /** With `url`: a path without a host is a route of the program's own. */
  absolute?: true;
  /** With `url`: only in files in which this word stands too, in any case: where the address says little. */
  mention?: string;
  /** With `url`: only behind an address of which no more is known than its name, with one of these words in it: `ollama|llama`. */
  named?: string;
  /** With `url`: only where what is sent has this entry: where the address says little. */
  sends?: string;
  /** Only where the first argument is made by this class or function: `client.send(new ConverseCommand({…}))`. */
  argument?: string;
  /** Only where this keyword is given: where the path says little. */
  keyword?: string;
}

/** What reaches a model without being a request of its own: templates, and what is bound to a model (`bind_tools`). */
export interface SdkPrompt {
  makes?: undefined;
  /** It adds to the object that it is called on, which goes on being what it was. */
  binds?: true;
  tools?: Source[];
  schema?: Source[];
  path: string | string[];
  on: 'client' | 'module' | 'class';
  ecosystems?: Ecosystem[];
  of?: string[];
  messages?: Source[];
  system?: Source[];
  user?: Source[];
  /** A template that is filled later and has no role of its own. */
  template?: Source[];
}

export interface SdkClient {
  /** A class, constructor or factory of the package whose result is a client; also counts as a type name. */
  name: string;
  /** Where it differs from the SDK's own. */
  provider?: string;
}

/** One SDK: data only. A new SDK is one file of rows and serves every language. */
export interface Sdk {
  id: string;
  /** The provider whose catalogue prices it, `null` where the model id says so itself (LiteLLM, gateways). */
  provider: string | null;
  /** Packages whose import brings it, per world: the name itself or anything below it (`openai`, `openai/…`, `openai.…`). */
  packages: Partial<Record<Ecosystem, string[]>>;
  clients?: SdkClient[];
  /** Variables of such a name are taken for its client where nothing says otherwise; tested on the lower-case name without underscores. */
  rootNames?: RegExp;
  /** The same, only in files that import the SDK: for names that say little elsewhere. */
  importedRootNames?: RegExp;
  /** Addresses that are the vendor's own, though no provider is known by them. */
  ownHosts?: RegExp;
  /** Fields of a class that gather what those of its methods make which bear a decorator: `tasks` for `@task`. */
  gathers?: Record<string, string>;
  /** Its package has a name that projects give to folders of their own: a file of the project of that name comes first. */
  commonName?: true;
  /** Members of the SDK's objects by which a program sets what its requests ask: `Settings.llm = …`. */
  settings?: readonly { object: string; member: string }[];
  /** Fields of a class that hold what a YAML file says, with its place unless the class sets another: `agents_config`. */
  dataFields?: Readonly<Record<string, string>>;
  /** Decorators on an agent by which functions add to what it sends: `@agent.tool`. */
  enrichedBy?: readonly string[];
  /** Prefixes of the SDK's model constants: `ChatModel` makes `ChatModelGPT4o` be looked up as `gpt4o`. */
  modelConstants?: string[];
  calls: SdkCall[];
  prompts?: SdkPrompt[];
}
