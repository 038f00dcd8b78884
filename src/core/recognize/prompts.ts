import type { CallFact, Expr, HolePart, Span, StringExpr } from '../facts';
import { literalText } from '../languages/strings';
import type { Role, Segment } from '../types';
import type { Callers } from './callers';
import { type Digester, wordsOf } from './digest';
import { lastName } from '../resolve/names';
import { instructs, isProse, tellsRole } from './promptShape';
import type { Resolver, Value } from '../resolve/resolve';
import { hasWords, runsOf, splitText } from './segments';
import { isMessageMaker, isTextField, isTextMaker, joinedList, passesText } from './textCalls';
import { calleePath, roleOf } from './words';

/** A prompt before it is counted. */
export interface PromptDraft {
  span: Span;
  role: Role | null;
  segments: Segment[];
  /** The static text, a run on each side of every placeholder. The same array as long as the text stays, wherever it moves. */
  runs: readonly string[];
  call: number | null;
  name: string | null;
  editable: boolean;
}

/** A text that reaches a call, or that is a prompt by itself. */
export interface PromptUse {
  string: StringExpr;
  role: Role | null;
  /** It is part of what the call sends; not so a branch that is not taken, or a piece that the whole counts already. */
  sent: boolean;
  draft: PromptDraft;
}

/** The texts that were read from one place, in order. */
export interface PromptReading {
  uses: PromptUse[];
  /** How many parts could not be read: variables, images, answers of functions. */
  unread: number;
}

/** What is being read, and how what is found there counts. */
interface Target {
  reading: PromptReading;
  sent: boolean;
  /** Unread parts count. */
  counts: boolean;
}

const DEEPEST = 8;
/** A picture or a file as text. */
const DATA = /^\s*(data:[\w+-]+\/|[\w+/=-]{160,}\s*$|(?:image|audio|video|application)\/[\w.+-]+$)/;

/** The role that a dotted path of makers names; what is made last counts most. */
function roleOfMaker(path: string): Role | null {
  for (const word of path.split('.').reverse()) {
    const role = roleOf(word);
    if (role) return role;
  }
  return null;
}

/** Reads the prompts that reach a call. One reader serves one pass over a file. */
export class PromptReader {
  private readonly opened = new Set<StringExpr>();
  private readonly drafts = new Map<StringExpr, PromptDraft>();

  constructor(
    private readonly resolver: Resolver,
    private readonly digester: Digester,
    private readonly given: Callers,
  ) {}

  /** A text of a known role; not `sent` where it is one of several that the call may send. */
  readText(expr: Expr, role: Role | null, reading: PromptReading, sent = true): void {
    this.addText(expr, role, { reading, sent, counts: true }, 0);
  }

  /** Messages with roles, in any of the forms in which SDKs take them. */
  readMessages(expr: Expr, role: Role | null, reading: PromptReading, sent = true): void {
    this.addMessages(expr, role, { reading, sent, counts: true }, 0);
  }

  /** A prompt that no call uses. */
  readLoose(string: StringExpr): PromptReading {
    const reading = { uses: [], unread: 0 };
    this.addString(string, looseRole(this.digester.nameOf(string), wordsOf(string)), { reading, sent: true, counts: true });
    return reading;
  }

  /** Forgets which pieces were read, as each statement tells of all its own. */
  startStatement(): void {
    this.opened.clear();
  }

  private addText(expr: Expr, role: Role | null, to: Target, depth: number): void {
    if (depth > DEEPEST) return;
    if (expr.kind === 'string') {
      this.addString(expr, role, to);
      return;
    }
    const { values, byDefault } = this.resolver.valuesOf(expr);
    const sent = longestText(values);
    for (const value of values) {
      if (byDefault && isStopgap(value)) this.noteUnread(to);
      else this.addValue(value, role, isSent(value, sent) ? to : { ...to, sent: false }, depth);
    }
    for (const change of this.resolver.changes(expr))
      if (change.value && (change.kind === 'add' || change.kind === 'append')) this.addText(change.value, role, to, depth + 1);
    if (!values.length) this.addFromCallers(expr, role, to, depth);
  }

  private noteUnread({ reading, counts }: Target): void {
    if (counts) reading.unread++;
  }

  private addValue(value: Value, role: Role | null, to: Target, depth: number): void {
    switch (value.kind) {
      case 'string':
        this.addString(value, role, to);
        return;
      case 'array':
        for (const item of value.items) this.addText(item.kind === 'spread' ? item.value : item, role, to, depth + 1);
        return;
      case 'object':
      case 'call': {
        const list = value.kind === 'call' ? joinedList(value.call) : null;
        const entry = list ? [list] : this.textEntry(value);
        if (entry.length) for (const inner of entry) this.addText(inner, role, to, depth + 1);
        else if (value.kind === 'call') {
          const { args, callee } = value.call;
          // Part.from_text("…"), trim("…"): only what is written as text right here
          const first = args.find((arg) => arg.name === null && !arg.spread)?.value;
          if (isTextField(callee)) this.addField(value.call, role, to, depth);
          else if (first?.kind === 'string' && (isTextMaker(callee) || passesText(callee, first))) this.addText(first, role, to, depth + 1);
          else this.noteUnread(to);
        } else this.noteUnread(to);
        return;
      }
      case 'comprehension':
        this.addText(value.item, role, to, depth + 1);
        return;
      case 'function': // `.user(u -> u.text("…"))`
        for (const inner of value.scope.returns) this.addText(inner, role, to, depth + 1);
        return;
      case 'null':
      case 'boolean':
        return;
      default:
        this.noteUnread(to);
    }
  }

  /** What a field of a form holds before a person writes into it, not what stands beside it. */
  private addField({ args }: CallFact, role: Role | null, to: Target, depth: number): void {
    const held = args.find((arg) => arg.name === 'value') ?? args.filter((arg) => arg.name === null && !arg.spread)[1];
    if (held?.value.kind === 'string') this.addText(held.value, role, to, depth + 1);
    this.noteUnread(to);
  }

  private textEntry(value: Expr): Expr[] {
    for (const key of ['text', 'content', 'parts', 'template', 'prompt']) {
      const entry = this.resolver.entry(value, key);
      if (entry?.values.length) return entry.values;
    }
    return [];
  }

  private addMessages(expr: Expr, role: Role | null, to: Target, depth: number): void {
    if (depth > DEEPEST) return;
    const { values } = this.resolver.valuesOf(expr);
    const sent = longestText(values);
    for (const value of values) this.addMessage(value, role, isSent(value, sent) ? to : { ...to, sent: false }, depth);
    for (const change of this.resolver.changes(expr)) {
      if (!change.value) continue;
      if (change.kind !== 'set') this.addMessages(change.value, role, to, depth + 1);
      else if (change.key === 'content') this.addText(change.value, role, to, depth + 1);
    }
    if (!values.length) this.addFromCallers(expr, role, to, depth, true);
  }

  private addMessage(value: Value, role: Role | null, to: Target, depth: number): void {
    switch (value.kind) {
      case 'string':
        this.addString(value, role, to);
        return;
      case 'spread':
        this.addMessages(value.value, role, to, depth + 1);
        return;
      case 'comprehension':
        this.addMessages(value.item, role, to, depth + 1);
        return;
      case 'array': {
        const [first, second] = value.items;
        const word = value.items.length === 2 && first?.kind === 'string' ? literalText(first) : null;
        const given = word === null ? null : roleOf(word);
        if (word !== null && /^(messages_?)?placeholder$/i.test(word)) return;
        if (given && second) this.addText(second, given, to, depth + 1);
        else for (const item of value.items) this.addMessages(item, role, to, depth + 1);
        return;
      }
      case 'object':
      case 'call':
        this.addMessageObject(value, role, to, depth);
        return;
      case 'null':
        return;
      default:
        this.noteUnread(to);
    }
  }

  private addMessageObject(value: Extract<Expr, { kind: 'object' | 'call' }>, role: Role | null, to: Target, depth: number): void {
    const stated = this.resolver.entry(value, 'role')?.values[0];
    const word = stated ? this.roleWord(stated) : null;
    const maker = value.kind === 'call' ? calleePath(value.call.callee) : value.type ? calleePath(value.type) : '';
    const given =
      (word === null ? null : roleOf(word)) ??
      (/message|content|prompt|system|user|human|assistant/i.test(maker) ? roleOfMaker(maker) : null) ??
      role;
    if (given === 'tool') return; // what a tool answered, not what was written
    if (value.kind === 'call' && isTextField(value.call.callee)) {
      this.addField(value.call, given, to, depth);
      return;
    }
    for (const key of ['content', 'parts', 'text', 'contents', 'prompt', 'OfString', 'template', 'multi_content']) {
      const entry = this.resolver.entry(value, key);
      if (!entry?.values.length) continue;
      for (const inner of entry.values) this.addText(inner, given, to, depth + 1);
      return;
    }
    const block = value.kind === 'call' && value.call.block?.kind === 'object' ? value.call.block.entries : [];
    const named = block.filter((item) => item.value.kind === 'call' && item.key !== null && roleOf(item.key));
    if (named.length) {
      // Kotlin: `messages { system { content = "…" } }`
      for (const item of named) this.addMessages(item.value, given, to, depth + 1);
      return;
    }
    if (value.kind !== 'call') {
      // Go and Rust wrap messages in one more struct
      for (const item of value.entries)
        if (item.value.kind === 'object' || item.value.kind === 'call') this.addMessages(item.value, given, to, depth + 1);
      return;
    }
    const positional = value.call.args.filter((arg) => arg.name === null && !arg.spread).map((arg) => arg.value);
    const [first, second] = positional;
    const firstRole = first && positional.length >= 2 ? this.roleWord(first) : null;
    if (firstRole !== null && second && roleOf(firstRole)) this.addText(second, roleOf(firstRole), to, depth + 1);
    else if (first?.kind === 'string' && passesText(value.call.callee, first)) this.addText(first, given, to, depth + 1);
    else if (first && isMessageMaker(value.call.callee)) {
      const inner = this.resolver.valueOf(first);
      if (inner?.kind === 'string') this.addText(inner, given, to, depth + 1);
      else for (const arg of positional) this.addMessages(arg, given, to, depth + 1);
    }
  }

  private roleWord(expr: Expr): string | null {
    const value = this.resolver.valueOf(expr);
    if (value?.kind === 'string') return literalText(value);
    if (expr.kind === 'call') return expr.call.args.length ? null : lastName(expr.call.callee); // `Message.user("…")` is no role
    return expr.kind === 'member' ? expr.property : expr.kind === 'name' ? expr.name : null;
  }

  /** A parameter of a wrapper function: what its callers in this file pass for it. */
  private addFromCallers(expr: Expr, role: Role | null, to: Target, depth: number, messages = false): void {
    const given = this.given(expr);
    // Each caller sends its own text; only a single one says what the call itself sends
    const only = given.length === 1;
    if (!only) this.noteUnread(to);
    const target = only ? to : { ...to, sent: false, counts: false };
    for (const value of given) {
      if (messages) this.addMessages(value, role, target, depth + 2);
      else this.addText(value, role, target, depth + 2);
    }
  }

  private addString(string: StringExpr, role: Role | null, to: Target): void {
    if (string.symbol) return;
    const only = this.onlyPiece(string);
    this.addPieces(only ?? string, role, to);
    if (string.parts.every((part) => part.kind === 'text' && DATA.test(part.text))) return;
    const draft = only ? this.draftAround(only, string) : this.draftOf(string);
    if (!draft.segments.some((segment) => segment.kind === 'text' && hasWords(segment.text))) {
      // `{question}` is no prompt, but what fills it is sent
      if (draft.segments.some((segment) => segment.kind === 'placeholder' || segment.text.trim())) this.noteUnread(to);
      return;
    }
    to.reading.uses.push({ string: only ?? string, role, sent: to.sent, draft });
  }

  /** `RULES + " " + page` has no words of its own: the prompt is the one text in it that is written in this file. */
  private onlyPiece(string: StringExpr): StringExpr | null {
    const holes = string.parts.flatMap((part) => (part.kind === 'hole' ? (part.value ?? []) : []));
    if (!holes.length || string.parts.some((part) => part.kind === 'text' && hasWords(part.text))) return null;
    const pieces = holes.map((hole) => this.resolver.valueOf(hole)).filter((value) => value?.kind === 'string' && hasWords(wordsOf(value)));
    const [only] = pieces;
    return pieces.length === 1 && only?.kind === 'string' && only.span.end > only.span.start ? only : null;
  }

  /** A piece as a draft, with what stands around it where it is sent. */
  private draftAround(piece: StringExpr, whole: StringExpr): PromptDraft {
    const own = this.draftOf(piece);
    const segments = whole.parts.flatMap((part) => {
      if (part.kind === 'hole' && part.value && this.resolver.valueOf(part.value) === piece) return own.segments;
      return (part.kind === 'text' ? splitText(part) : this.fillHole(part, 0)).map((segment) => ({ ...segment, span: null }));
    });
    return { ...own, segments, runs: runsOf(segments) };
  }

  private draftOf(string: StringExpr): PromptDraft {
    const known = this.drafts.get(string);
    if (known) return known;
    const name = this.digester.nameOf(string)?.replace(/^this\./, '') ?? null;
    const segments = this.segmentsOf(string);
    const editable = segments.some((segment) => segment.kind === 'text' && segment.span !== null);
    const draft: PromptDraft = { span: { ...string.span }, role: null, segments, runs: runsOf(segments), call: null, name, editable };
    this.drafts.set(string, draft);
    return draft;
  }

  /** Named texts that a prompt is put together from are prompts too where they instruct; the whole counts them already. */
  private addPieces(string: StringExpr, role: Role | null, to: Target): void {
    if (this.opened.has(string)) return;
    this.opened.add(string);
    for (const part of string.parts) {
      if (part.kind !== 'hole' || !part.value) continue;
      const { values } = this.resolver.valuesOf(part.value);
      for (const value of values.length ? values : this.given(part.value).flatMap((given) => this.resolver.valuesOf(given).values)) {
        if (value.kind !== 'string') continue;
        if (!instructs(wordsOf(value))) this.addPieces(value, role, to);
        else this.addString(value, /system/i.test(this.digester.nameOf(value) ?? '') ? 'system' : role, { ...to, sent: false });
      }
    }
  }

  private segmentsOf(string: StringExpr, depth = 0): Segment[] {
    return string.parts.flatMap((part) => (part.kind === 'text' ? splitText(part) : this.fillHole(part, depth)));
  }

  /** A hole that holds one known text is that text; any other is a placeholder. */
  private fillHole(hole: HolePart, depth: number): Segment[] {
    const placeholder: Segment = { kind: 'placeholder', name: hole.name, span: { ...hole.span } };
    if (!hole.value || depth > 3) return [placeholder];
    const { values, open, byDefault } = this.resolver.valuesOf(hole.value);
    const [value] = values;
    // an empty text is filled later
    if (values.length !== 1 || open || byDefault || value?.kind !== 'string' || !value.parts.length) return [placeholder];
    return this.segmentsOf(value, depth + 1).map((segment) => ({ ...segment, span: null }));
  }
}

function looseRole(name: string | null, text: string): Role | null {
  if (name && /system|instruction|persona|preamble/i.test(name)) return 'system';
  if (name && /user|human|question/i.test(name)) return 'user';
  return tellsRole(text) ? 'system' : 'user';
}

/** Of several texts that a branch may choose, one is sent: the longest stands for the call. */
function longestText(values: readonly Value[]): Value | null {
  const length = (value: Value) =>
    value.kind === 'string' ? value.parts.reduce((sum, part) => sum + (part.kind === 'text' ? part.text.length : 0), 0) : -1;
  return values.reduce<Value | null>((best, value) => (best === null || length(value) > length(best) ? value : best), null);
}

/** `answer || "(none)"`: a word that only stands where nothing is given. */
function isStopgap(value: Value): boolean {
  return value.kind === 'string' && !isProse(wordsOf(value), 2);
}

function isSent(value: Value, sent: Value | null): boolean {
  return value.kind !== 'string' || value === sent;
}
