import type { Binding, CallFact, Expr, StringExpr } from '../facts';
import { literalText } from '../languages/strings';
import { lastName } from '../resolve/names';
import type { Resolver, Value } from '../resolve/resolve';
import type { Part, Role } from '../types';
import type { Callers } from './callers';
import { isReplacing, reachOf } from './changes';
import { type Digester, wordsOf } from './digest';
import { Drafts, type PromptDraft } from './drafts';
import { readBreakpoint, readMedia } from './media';
import {
  allOf,
  DATA,
  historyFor,
  holdsMore,
  isStopgap,
  looseRole,
  nameOf,
  placeholderFor,
  pushOneOf,
  roleOfMaker,
  roleWord,
  textEntry,
  UNREAD,
} from './partMakers';
import { instructs } from './promptShape';
import { emptyReading, type KnownParts, type PromptReading, type Target } from './reading';
import { hasWords } from './segments';
import { isMessageMaker, isTextField, isTextMaker, joinedList, passesText } from './textCalls';
import { calleePath, roleOf } from './words';

/** Parts that one request may have: where ways through a text multiply, they do so, too. */
const MOST_PARTS = 1000;

/** Reads what reaches a request: its texts, and all else that it sends, as parts. One reader serves one statement. */
export class PromptReader {
  private readonly opened = new Set<StringExpr>();
  private readonly drafts: Drafts;

  constructor(
    private readonly resolver: Resolver,
    private readonly digester: Digester,
    private readonly given: Callers,
  ) {
    this.drafts = new Drafts(resolver, digester);
  }

  /** A text of a known role, as a message of its own. */
  readText(expr: Expr, role: Role | null, reading: PromptReading, at: CallFact | null = null): void {
    const parts: Part[] = [];
    this.addText(expr, role, { reading, parts, at });
    if (parts.length) reading.parts.push({ kind: 'message', role, parts });
  }

  /** Messages with roles, in any of the forms in which SDKs take them. */
  readMessages(expr: Expr, role: Role | null, reading: PromptReading, at: CallFact | null = null): void {
    this.addMessages(expr, role, { reading, parts: reading.parts, at });
  }

  /** A prompt that no call uses. */
  readLoose(string: StringExpr): PromptReading {
    const reading = emptyReading();
    this.addString(string, looseRole(this.digester.nameOf(string), wordsOf(string)), { reading, parts: reading.parts, at: null });
    return reading;
  }

  private addText(expr: Expr, role: Role | null, to: Target): void {
    if (expr.kind === 'string') {
      this.addString(expr, role, to);
      return;
    }
    const { values, open, byDefault, grows } = this.resolver.valuesOf(expr);
    const changes = this.resolver.changes(expr);
    const options = values.flatMap((value): Part[][] => {
      if (byDefault && isStopgap(value)) return [];
      return [this.collect(to, value, `text ${role}`, (into) => this.addValue(value, role, into))];
    });
    // what it may be besides: filled by a caller or the environment, or longer with each turn of a loop
    if (grows) for (const option of options) option.push(placeholderFor(expr));
    if (byDefault || (open && !grows) || !values.length) options.push([placeholderFor(expr)]);
    this.addChanged(expr, changes, options, to, (value, into) => this.addText(value, role, into));
  }

  /** One of the options, with what was added to it; where something in it was changed, perhaps none of that. */
  private addChanged(expr: Expr, changes: readonly Binding[], options: Part[][], to: Target, read: (value: Expr, into: Target) => void): void {
    const parts: Part[] = [];
    pushOneOf(parts, options);
    const others: Part[] = [];
    let isChanged = false;
    for (const change of changes) {
      const { kind, value } = change;
      const replaces = isReplacing(change);
      if (kind === 'set' && !replaces) continue;
      if (!replaces) this.addChange(change, expr, { ...to, parts }, (into) => value && read(value, into));
      else if (!to.at || reachOf(change, expr, to.at, this.resolver) !== 'never') {
        isChanged = true;
        if (value) others.push(...this.collect(to, value, 'change', (into) => read(value, into)));
      }
    }
    if (isChanged) pushOneOf(to.parts, [parts, [...others, UNREAD]]);
    else to.parts.push(...parts);
  }

  /** What is read apart from what stands around it; each value once, and one that leads back to itself is a part without a bound. */
  private collect(to: Target, value: Value, as: string, read: (into: Target) => void): Part[] {
    const all = to.reading.known.get(value) ?? new Map<string, KnownParts>();
    const known = all.get(as);
    if (known) {
      to.reading.size += known.size;
      return to.reading.size > MOST_PARTS ? [UNREAD] : [...known.parts];
    }
    if (!this.resolver.enter()) return [UNREAD];
    to.reading.known.set(value, all.set(as, { parts: [UNREAD], size: 1 }));
    const before = to.reading.size;
    const parts: Part[] = [];
    read({ ...to, parts });
    this.resolver.leave();
    to.reading.size += parts.length;
    all.set(as, { parts, size: to.reading.size - before });
    return [...parts];
  }

  /** What a later `append` or `+=` adds: once, perhaps, or with each turn of a loop. Nothing, where the request is sent before. */
  private addChange(change: Binding, changed: Expr, to: Target, read: (into: Target) => void): void {
    const reach = to.at ? reachOf(change, changed, to.at, this.resolver) : 'once';
    if (reach === 'never' || !change.value) return;
    const parts = this.collect(to, change.value, 'change', read);
    if (!parts.length) return;
    if (reach === 'once') to.parts.push(...parts);
    else if (reach === 'maybe') to.parts.push({ kind: 'oneOf', options: [[], parts] });
    else to.parts.push({ kind: 'repeat', parts, times: null });
  }

  private addValue(value: Value, role: Role | null, to: Target): void {
    switch (value.kind) {
      case 'string':
        this.addString(value, role, to);
        return;
      case 'array':
        for (const item of value.items) this.addText(item.kind === 'spread' ? item.value : item, role, to);
        return;
      case 'object':
      case 'call': {
        const media = readMedia(value, this.resolver);
        if (media) {
          to.parts.push(media);
          return;
        }
        this.addTextObject(value, role, to);
        this.markBreakpoint(value, to);
        return;
      }
      case 'comprehension':
        to.parts.push({
          kind: 'repeat',
          parts: this.collect(to, value.item, `item ${role}`, (into) => this.addText(value.item, role, into)),
          times: null,
        });
        return;
      case 'function': // `.user(u -> u.text("…"))`
        for (const inner of value.scope.returns) this.addText(inner, role, to);
        return;
      case 'null':
      case 'boolean':
        return;
      default:
        to.parts.push(placeholderFor(value));
    }
  }

  private addTextObject(value: Extract<Expr, { kind: 'object' | 'call' }>, role: Role | null, to: Target): void {
    const list = value.kind === 'call' ? joinedList(value.call) : null;
    const entry = list ? [list] : textEntry(value, this.resolver);
    if (entry.length) {
      pushOneOf(
        to.parts,
        entry.map((inner) => this.collect(to, inner, `part ${role}`, (into) => this.addText(inner, role, into))),
      );
      return;
    }
    if (value.kind !== 'call') {
      to.parts.push(placeholderFor(value));
      return;
    }
    const { args, callee } = value.call;
    // Part.from_text("…"), trim("…"): only what is written as text right here
    const first = args.find((arg) => arg.name === null && !arg.spread)?.value;
    if (isTextField(callee)) this.addField(value.call, role, to);
    else if (first?.kind === 'string' && (isTextMaker(callee) || passesText(callee, first))) this.addText(first, role, to);
    else to.parts.push(placeholderFor(value));
  }

  /** What a field of a form holds before a person writes into it, not what stands beside it. */
  private addField({ args }: CallFact, role: Role | null, to: Target): void {
    const held = args.find((arg) => arg.name === 'value') ?? args.filter((arg) => arg.name === null && !arg.spread)[1];
    if (held?.value.kind === 'string') this.addText(held.value, role, to);
    to.parts.push({ kind: 'placeholder', name: null });
  }

  private addMessages(expr: Expr, role: Role | null, to: Target): void {
    if (expr.kind === 'string') {
      this.addMessage(expr, role, to);
      return;
    }
    const { values, open, byDefault, grows } = this.resolver.valuesOf(expr);
    const options = values.map((value) => this.collect(to, value, `messages ${role}`, (into) => this.addMessage(value, role, into)));
    if (grows) for (const option of options) option.push(historyFor(expr));
    if (byDefault || (open && !grows) || !values.length) options.push([historyFor(expr)]);
    const changes = this.resolver.changes(expr);
    for (const change of changes)
      if (change.kind === 'set' && change.value && /^(content|text)$/.test(change.key ?? '')) this.replaceText(change, expr, role, options, to);
    this.addChanged(expr, changes, options, to, (value, into) => this.addMessages(value, role, into));
  }

  /** `message["content"] = text`: in the place of what it held, for certain or perhaps. */
  private replaceText(change: Binding, expr: Expr, role: Role | null, options: Part[][], to: Target): void {
    const reach = to.at ? reachOf(change, expr, to.at, this.resolver) : 'once';
    const { value } = change;
    if (reach === 'never' || !value) return;
    const [first] = options.flat();
    const own = first?.kind === 'message' ? first.role : role;
    const message = this.collect(to, value, `content ${own}`, (into) => this.addWrapped(own, into, (within) => this.addText(value, own, within)));
    if (reach === 'once') options.length = 0;
    options.push(message);
  }

  private addMessage(value: Value, role: Role | null, to: Target): void {
    switch (value.kind) {
      case 'string':
        this.addWrapped(role, to, (into) => this.addString(value, role, into));
        return;
      case 'spread':
        this.addMessages(value.value, role, to);
        return;
      case 'comprehension':
        to.parts.push({
          kind: 'repeat',
          parts: this.collect(to, value.item, `item messages ${role}`, (into) => this.addMessages(value.item, role, into)),
          times: null,
        });
        return;
      case 'array': {
        const [first, second] = value.items;
        const word = value.items.length === 2 && first?.kind === 'string' ? literalText(first) : null;
        const given = word === null ? null : roleOf(word);
        if (word !== null && /^(messages_?)?placeholder$/i.test(word)) to.parts.push({ kind: 'history', name: second ? nameOf(second) : null });
        else if (given && second) this.addWrapped(given, to, (into) => this.addText(second, given, into));
        else for (const item of value.items) this.addMessages(item.kind === 'spread' ? item.value : item, role, to);
        return;
      }
      case 'object':
      case 'call':
        this.addMessageObject(value, role, to);
        return;
      case 'null':
        return;
      default:
        to.parts.push(historyFor(value));
    }
  }

  /** One message around what is read. */
  private addWrapped(role: Role | null, to: Target, read: (into: Target) => void): void {
    const parts: Part[] = [];
    read({ ...to, parts });
    if (parts.length) to.parts.push({ kind: 'message', role, parts });
  }

  private addMessageObject(value: Extract<Expr, { kind: 'object' | 'call' }>, role: Role | null, to: Target): void {
    const stated = this.resolver.entry(value, 'role')?.values[0];
    const word = stated ? roleWord(stated, this.resolver) : null;
    const maker = value.kind === 'call' ? calleePath(value.call.callee) : value.type ? calleePath(value.type) : '';
    const given =
      (word === null ? null : roleOf(word)) ??
      (/message|content|prompt|system|user|human|assistant/i.test(maker) ? roleOfMaker(maker) : null) ??
      role;
    const wrapped = (read: (into: Target) => void) => {
      this.addWrapped(given, to, read);
      this.markBreakpoint(value, to);
    };
    const media = readMedia(value, this.resolver);
    if (media) {
      wrapped((into) => into.parts.push(media));
      return;
    }
    if (given === 'tool') {
      // what a tool answered, not what was written
      wrapped((into) => into.parts.push(placeholderFor(value)));
      return;
    }
    if (value.kind === 'call' && /placeholder/i.test(lastName(value.call.callee) ?? '')) {
      to.parts.push(historyFor(value));
      return;
    }
    if (value.kind === 'call' && isTextField(value.call.callee)) {
      wrapped((into) => this.addField(value.call, given, into));
      return;
    }
    for (const key of ['content', 'parts', 'text', 'contents', 'prompt', 'OfString', 'template', 'multi_content']) {
      const entry = this.resolver.entry(value, key);
      if (!entry?.values.length) continue;
      wrapped((into) => {
        pushOneOf(
          into.parts,
          allOf(entry, value).map((inner) => this.collect(into, inner, `part ${given}`, (within) => this.addText(inner, given, within))),
        );
        if (holdsMore(value, this.resolver)) into.parts.push(UNREAD);
      });
      return;
    }
    this.addMadeMessage(value, given, to, wrapped);
  }

  /** Messages that are made by calls with arguments in order, by blocks, or that structs wrap. */
  private addMadeMessage(
    value: Extract<Expr, { kind: 'object' | 'call' }>,
    given: Role | null,
    to: Target,
    wrapped: (read: (into: Target) => void) => void,
  ): void {
    const block = value.kind === 'call' && value.call.block?.kind === 'object' ? value.call.block.entries : [];
    const named = block.filter((item) => item.value.kind === 'call' && item.key !== null && roleOf(item.key));
    if (named.length) {
      // Kotlin: `messages { system { content = "…" } }`
      for (const item of named) this.addMessages(item.value, given, to);
      return;
    }
    if (value.kind !== 'call') {
      // Go and Rust wrap messages in one more struct
      const inner = value.entries.filter((item) => item.value.kind === 'object' || item.value.kind === 'call');
      for (const item of inner) this.addMessages(item.value, given, to);
      if (!inner.length) to.parts.push(historyFor(value));
      return;
    }
    const positional = value.call.args.filter((arg) => arg.name === null && !arg.spread).map((arg) => arg.value);
    const [first, second] = positional;
    const firstRole = first && positional.length >= 2 ? roleWord(first, this.resolver) : null;
    if (firstRole !== null && second && roleOf(firstRole))
      this.addWrapped(roleOf(firstRole), to, (into) => this.addText(second, roleOf(firstRole), into));
    else if (first?.kind === 'string' && passesText(value.call.callee, first)) wrapped((into) => this.addText(first, given, into));
    else if (first && isMessageMaker(value.call.callee)) {
      const inner = this.resolver.valueOf(first);
      if (inner?.kind === 'string') wrapped((into) => this.addText(inner, given, into));
      else for (const arg of positional) this.addMessages(arg, given, to);
    } else to.parts.push(historyFor(value));
  }

  /** `cache_control` in a block or a message: the provider may cache all up to here. */
  private markBreakpoint(value: Extract<Expr, { kind: 'object' | 'call' }>, to: Target): void {
    const breakpoint = readBreakpoint(value, this.resolver);
    const last = to.parts.at(-1);
    if (breakpoint && last) to.parts[to.parts.length - 1] = { ...last, breakpoint };
  }

  private addString(string: StringExpr, role: Role | null, to: Target): void {
    if (string.symbol) return;
    const only = this.drafts.onlyPiece(string);
    this.addPieces(only ?? string, role, to.reading);
    if (string.parts.every((part) => part.kind === 'text' && DATA.test(part.text))) {
      // a picture or a file as text; one that is empty is nothing
      if (string.parts.some((part) => part.kind === 'text' && part.text.trim())) to.parts.push({ kind: 'file', name: null });
      return;
    }
    const draft = only ? this.drafts.around(only, string) : this.drafts.of(string);
    if (!draft.segments.some((segment) => segment.kind === 'text' && hasWords(segment.text))) {
      // `{question}` is no prompt, but what fills it is sent
      const filled = draft.segments.find((segment) => segment.kind === 'placeholder');
      if (filled) to.parts.push({ kind: 'placeholder', name: filled.name });
      else if (draft.segments.some((segment) => segment.kind === 'text' && segment.text.trim())) this.addUse(string, role, draft, to);
      return;
    }
    this.addUse(only ?? string, role, draft, to);
  }

  private addUse(string: StringExpr, role: Role | null, draft: PromptDraft, to: Target): void {
    to.parts.push({ kind: 'text', prompt: to.reading.uses.length });
    to.reading.uses.push({ string, role, sent: true, draft });
  }

  /** Named texts that a prompt is put together from are prompts too where they instruct; the whole counts them already. */
  private addPieces(string: StringExpr, role: Role | null, reading: PromptReading): void {
    if (this.opened.has(string)) return;
    this.opened.add(string);
    for (const part of string.parts) {
      if (part.kind !== 'hole' || !part.value) continue;
      const { values } = this.resolver.valuesOf(part.value);
      for (const value of values.length ? values : this.given(part.value).flatMap(({ value: given }) => this.resolver.valuesOf(given).values)) {
        if (value.kind !== 'string') continue;
        if (!instructs(wordsOf(value))) this.addPieces(value, role, reading);
        else {
          const apart = emptyReading();
          this.addString(value, /system/i.test(this.digester.nameOf(value) ?? '') ? 'system' : role, { reading: apart, parts: [], at: null });
          reading.uses.push(...apart.uses.map((use) => ({ ...use, sent: false })));
        }
      }
    }
  }
}
