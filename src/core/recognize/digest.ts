import type { Binding, CallExpr, CallFact, Expr, Import, ObjectEntry, ObjectExpr, Scope, Statement, StringExpr } from '../facts';
import { bindingName } from '../languages/names';
import { literalText } from '../languages/strings';
import { rootOf } from '../resolve/links';
import { lastName } from '../resolve/names';
import type { Role } from '../types';
import { instructs, isPromptName, isProse, looksLikePrompt, snakeName } from './promptShape';
import { calleePath, roleOf } from './words';

/** What recognition looks at in one statement. */
export interface Digest {
  /** Calls that a row of an SDK table may fit, as far as their name tells, the outer ones first. */
  calls: CallFact[];
  /** Objects that say a role: `{"role": "user", …}`, `Message(role="user", content=…)`. */
  roleObjects: (ObjectExpr | CallExpr)[];
  /** Strings that read like prompts by themselves. */
  promptLike: StringExpr[];
  /** All calls by the last name of what is called. */
  named: [string, CallFact][];
  /** Calls with arguments on a variable or on a member of it, by the variable's name. */
  rooted: Map<string, CallFact[]>;
  /** Calls that are given a variable or a field, by its name. */
  handed: Map<string, CallFact[]>;
  /** Calls that may ask a model by way of another file: they are given a text, or are named for it. */
  asking: CallFact[];
  /** Names of its own for functions of SDKs. */
  otherNames: string[];
}

/** Digests statements, each once: an edit elsewhere in the file leaves a statement the same object. */
export interface Digester {
  digest(statement: Statement): Digest;
  /** The name of what holds a string of a statement that was digested; null where there is none. */
  nameOf(string: StringExpr): string | null;
}

/** Dialogs, whose `prompt` and `message` are for the person before the screen: `Prompt.ask("Who am I?")` of rich is one too. */
const ASKS_PERSON =
  /(^|\.)((show)?(input_?box|quick_?pick|information_?message|error_?message|warning_?message|open_?dialog|save_?dialog|confirm|getpass)|(get|ask|read)_?user_?(input|response|answer|choice)|(int|float)?prompt\.ask|click\.prompt)$|^(raw_)?input$/i;
const asksPerson = (callee: Expr): boolean => ASKS_PERSON.test(calleePath(callee));
/** Names of tables of prompts. */
const TABLE = /(^|_)(prompts?|prompt_templates?|system_messages?|instructions|(icl|in_context|few_?shots?)_examples?)$/;
/** Keys of what people read beside a prompt, and of what is no text. */
const LABELS =
  /(^|_)(title|subtitle|name|label|desc(ription)?|details?|summary|placeholder|id|key|icon|category|type|status|hint|tooltip|message|help|default|error|heading|caption|slug|url|path|file|model|version|author|text_content|inner_(text|html))$/;
const DEEPEST = 8;

/** Names of functions that ask a model. */
const ASKS = /llm|gpt|chat|complet|(^|[._])(ask|prompt|generate|infer|query|embed|summari[sz]e|classify|translate|extract)/i;

/** What a model is given, by its name. */
const GIVEN = /prompt|messages?$|llm|question|instructions?$/i;

function mayAsk({ callee, args }: CallFact): boolean {
  if (ASKS.test(calleePath(callee))) return true;
  return args.some(({ name, value }) => {
    const said = name ?? (value.kind === 'name' ? value.name : value.kind === 'member' ? value.property : '');
    return GIVEN.test(said) || (value.kind === 'string' && isProse(wordsOf(value), 3));
  });
}

/** What a digester asks the SDK tables. */
interface Tables {
  mayFit(call: CallFact): boolean;
  otherNames(bindings: readonly Binding[], imports: readonly Import[]): string[];
}

/** Makes a digester; what it remembers goes with the facts. */
export function createDigester({ mayFit, otherNames }: Tables): Digester {
  const digests = new WeakMap<Statement, Digest>();
  const names = new WeakMap<StringExpr, string>();

  function nameStrings(expr: Expr, name: string | null): void {
    if (expr.kind === 'string') {
      if (name && !names.has(expr)) names.set(expr, name);
    } else if (expr.kind === 'object') {
      const isGreeting = (key: string | null) => key === 'prompt' && isAnswer(expr);
      for (const entry of expr.entries) if (!isGreeting(entry.key)) nameStrings(entry.value, nameOfEntry(entry, name));
    } else if (expr.kind === 'array') {
      for (const item of expr.items) nameStrings(item, name);
    } else if (expr.kind === 'choice') {
      for (const option of expr.options) nameStrings(option, name);
    } else if (expr.kind === 'call') {
      const { callee } = expr.call;
      if (asksPerson(callee) || /^(window\.|globalThis\.)?prompt$/.test(calleePath(callee))) return;
      if (callee.kind === 'member' && callee.object.kind === 'string') nameStrings(callee.object, name);
      for (const arg of expr.call.args)
        if (arg.value.kind === 'string' && name) nameStrings(arg.value, arg.name ?? (isTemplateMaker(callee) ? name : null));
    }
  }

  function make({ imports, calls, strings, bindings, children }: Statement): Digest {
    const scopes = children.flatMap(([, scope]) => withFunctions(scope));
    const bound = [...bindings.map(([, binding]) => binding), ...scopes.flatMap((scope) => (scope.kind === 'function' ? scope.bindings : []))];
    const args = calls.flatMap((call) => call.args);
    for (const { name, key, value } of bound) if (value) nameStrings(value, isOfText(key) ? name : nameOfEntry({ key, value }, name));
    for (const { params } of scopes) for (const { name, default: value } of params) if (value) nameStrings(value, name);
    for (const { name, returns } of scopes) if (name) for (const value of returns) nameStrings(value, name);
    for (const call of calls) {
      if (asksPerson(call.callee)) continue;
      for (const { name, value } of call.args) nameStrings(value, name);
    }
    const values = [...args, ...bound].flatMap(({ value }) => value ?? []);
    const returned = scopes.flatMap((scope) => scope.returns);
    const told = new Set(calls.flatMap((call) => (asksModel(call.callee) ? call.args.map(({ value }) => value) : [])));
    return {
      calls: calls.filter(mayFit).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end),
      roleObjects: [...values, ...returned].flatMap((value) => asked(roleObjectsIn(value))),
      promptLike: strings.filter(
        (string) => looksLikePrompt(wordsOf(string), names.get(string) ?? null) || (told.has(string) && instructs(wordsOf(string))),
      ),
      named: calls.flatMap((call): [string, CallFact][] => {
        const name = lastName(call.callee);
        return name === null ? [] : [[name, call]];
      }),
      rooted: byRoot(calls),
      handed: byArgument(calls),
      asking: calls.filter(mayAsk),
      otherNames: otherNames(bound, imports),
    };
  }

  return {
    digest(statement) {
      const digest = digests.get(statement) ?? make(statement);
      digests.set(statement, digest);
      return digest;
    },
    nameOf: (string) => names.get(string) ?? null,
  };
}

/** What a prompt of `PROMPTS = { review: "…" }` is called: its key, or where that says nothing the name of the whole. */
function nameOfEntry({ key, value }: Pick<ObjectEntry, 'key' | 'value'>, whole: string | null): string | null {
  if (key === null || whole === null || value.kind !== 'string') return key ?? whole;
  return TABLE.test(snakeName(whole)) && !isPromptName(key) && !LABELS.test(snakeName(key)) ? whole : key;
}

/** `OllamaService.ask(…)`, `callOpenAI(…)`: helpers of the project that ask a model. */
function asksModel(callee: Expr): boolean {
  const path = calleePath(callee);
  return (
    /llm|gpt|open_?ai|ollama|gemini|claude|anthropic|chat_?bot|(^|[._])ai(_?(client|service|model|agent|helper))?\./i.test(path) &&
    /^(ask|prompt|chat|complet|query|generate|call|invoke|send|request|answer|summari|analy|translate|classify|extract)/i.test(
      lastName(callee) ?? '',
    ) &&
    !/error|exception|warn|log/i.test(path)
  );
}

/** Does `message.content = "…"` say what the message is? */
function isOfText(key: string | null): boolean {
  return key === null || /^(content|text|template|value)$/i.test(key);
}

/** A scope and the functions in it. The members of a class are statements of their own. */
function withFunctions(scope: Scope): Scope[] {
  return scope.kind === 'function' ? [scope, ...scope.children.flatMap(withFunctions)] : [scope];
}

function roleObjectsIn(expr: Expr, depth = 0): (ObjectExpr | CallExpr)[] {
  if (depth > DEEPEST) return [];
  if (expr.kind === 'array') return expr.items.flatMap((item) => roleObjectsIn(item, depth + 1));
  if (expr.kind === 'comprehension') return roleObjectsIn(expr.item, depth + 1);
  if (expr.kind === 'call') {
    const { args, block } = expr.call;
    if (block?.kind === 'object' && roleOfEntries(block)) return [expr]; // `new() { Role = AuthorRole.User, Content = "…" }`
    if (block?.kind === 'array') return roleObjectsIn(block, depth + 1);
    const role = roleIn(args.find((arg) => arg.name === 'role')?.value);
    // made messages of the assistant are answers, as often as not
    return (role === 'system' || role === 'user') && args.some((arg) => arg.name === 'content' || arg.name === 'parts') ? [expr] : [];
  }
  if (expr.kind !== 'object') return [];
  const role = roleOfEntries(expr);
  // what a tool answers is written by none
  if (role !== null && role !== 'tool') return [expr];
  return expr.entries.flatMap((entry) => roleObjectsIn(entry.value, depth + 1));
}

/** What an assistant says belongs to a prompt only beside what it answers: alone it is a greeting or an answer that is kept. */
function asked(found: (ObjectExpr | CallExpr)[]): (ObjectExpr | CallExpr)[] {
  return found.every(isAnswer) ? [] : found;
}

const isAnswer = (expr: ObjectExpr | CallExpr): boolean => expr.kind === 'object' && roleOfEntries(expr) === 'assistant';

function roleIn(value: Expr | undefined): Role | null {
  const word = value?.kind === 'string' ? literalText(value) : null;
  return word === null ? null : roleOf(word);
}

/** The role of a message: `{"role": "user", …}`, and in structs with text also `Role: openai.ChatMessageRoleUser`. */
function roleOfEntries({ entries }: ObjectExpr): Role | null {
  const value = entries.find(({ key }) => key === 'role' || key === 'Role')?.value;
  if (value?.kind !== 'member') return roleIn(value);
  const named = /role/i.test(calleePath(value)) && entries.some(({ key }) => key !== null && /^(content|items|parts)$/i.test(key));
  return named ? roleOf(value.property) : null;
}

/** The static text of a string, with a word for each hole. */
export function wordsOf(string: StringExpr): string {
  return string.parts.map((part) => (part.kind === 'text' ? part.text : ' x ')).join('');
}

function byRoot(calls: readonly CallFact[]): Map<string, CallFact[]> {
  const result = new Map<string, CallFact[]>();
  for (const call of calls) {
    const root = call.args.length ? rootOf(call) : null;
    if (!root) continue;
    const same = result.get(root.name);
    if (same) same.push(call);
    else result.set(root.name, [call]);
  }
  return result;
}

function byArgument(calls: readonly CallFact[]): Map<string, CallFact[]> {
  const result = new Map<string, CallFact[]>();
  for (const call of calls)
    for (const name of new Set(call.args.map(({ value }) => bindingName(value)))) {
      if (name === null) continue;
      const same = result.get(name);
      if (same) same.push(call);
      else result.set(name, [call]);
    }
  return result;
}

function isTemplateMaker(callee: Expr): boolean {
  return /template|prompt|dedent|message/i.test(calleePath(callee));
}
