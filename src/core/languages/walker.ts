import type { Node } from 'web-tree-sitter';
import type {
  Argument,
  BindingKind,
  CallExpr,
  CallFact,
  DecoratorFact,
  Expr,
  ListSite,
  Loop,
  LoopKind,
  ObjectEntry,
  ObjectExpr,
  Scope,
  Span,
  StringExpr,
  StringPart,
  TextPart,
} from '../facts';
import { bindIn, bindMethod, type Place, placeOf } from './changes';
import type { Handlers, WalkerOptions } from './handlers';
import type { Lowering, Site } from './lowering';
import { bindingName, ITERATES, plainName, RUNS } from './names';
import { lowerChain } from './operators';
import { holeName, sliceText, splitHoles } from './strings';

/** What language files share on top of a Lowering: the walk by node type, and facts in their usual shapes. */
export class Walker {
  readonly range = (start: number, end: number): Span => this.lowering.range(start, end);

  /** What stands before `?.` while the rest of the chain is lowered. */
  receiver: Expr | null = null;

  constructor(
    readonly lowering: Lowering,
    private readonly handlers: Handlers,
    private readonly options: WalkerOptions,
  ) {}

  // ----- the walk -----

  /** Lowers a node; a string that it gives stands alone and is noted. */
  visit(node: Node): Expr {
    return this.keep(this.evaluate(node));
  }

  /** Lowers a node whose string, if it is one, the caller passes on or makes part of another. */
  evaluate(node: Node): Expr {
    return this.lowering.nest(() => this.read(node)) ?? this.unknown(node);
  }

  private read(node: Node): Expr | null {
    if (node.isMissing) {
      this.lowering.addError(node);
      return null;
    }
    if (isComment(node)) {
      this.comment(node);
      return null;
    }
    if (node.type === 'ERROR') this.lowering.addError(node);
    const handler = Object.hasOwn(this.handlers, node.type) ? this.handlers[node.type] : undefined;
    if (handler) return handler(node, this) ?? null;
    this.children(node);
    return null;
  }

  /** The value of a field; unknown where it is absent. */
  field(node: Node, name: string): Expr {
    const child = node.childForFieldName(name);
    return child ? this.evaluate(child) : this.unknown(node);
  }

  /** Lowers a field whose value stands alone. */
  visitField(node: Node, name: string): Expr | null {
    const child = node.childForFieldName(name);
    return child && this.visit(child);
  }

  /** The value of the only thing in brackets or behind a prefix. */
  inner(node: Node): Expr {
    const [child] = this.items(node);
    return child ? this.evaluate(child) : this.unknown(node);
  }

  /** The values of all children, for the caller to pass on. */
  values(node: Node | null): Expr[] {
    return this.items(node).map((item) => this.evaluate(item));
  }

  /** Visits every child. */
  children(node: Node | null): void {
    if (node) for (const child of this.items(node)) this.visit(child);
  }

  /** Named children without comments; comments that ask to be heard are noted. */
  items(node: Node | null): Node[] {
    return (node?.namedChildren ?? []).filter((child): child is Node => {
      if (!child || !isComment(child)) return child !== null;
      this.comment(child);
      return false;
    });
  }

  /** Lowers the children of a block that may or may not run, as statements. */
  block(node: Node | null): void {
    if (node) this.lowering.inBlock(node, () => this.lowering.statements(node.namedChildren));
  }

  /** Lowers a branch: a statement of its own, or a block, whose handler sees to it. */
  branch(node: Node | null): void {
    if (!node) return;
    if (/block$|^compound_statement$/.test(node.type)) this.lowering.statement(node);
    else this.lowering.inBlock(node, () => this.lowering.statement(node));
  }

  /** Lowers the parts of a loop in order, the condition as what has to hold for another turn. */
  loop(kind: LoopKind, node: Node, endless: boolean, parts: readonly Node[] = this.items(node)): void {
    const condition = node.childForFieldName('condition');
    this.lowering.inLoop(kind, node, endless, (loop) => {
      for (const part of parts) this.lowering.statement(part, part.id === condition?.id ? () => this.condition(loop, part) : undefined);
    });
  }

  condition(loop: Loop, node: Node): void {
    loop.condition = this.visit(node);
  }

  /** Lowers a field as a branch. */
  branchField(node: Node, name: string): void {
    const child = node.childForFieldName(name);
    if (child) this.lowering.inBlock(child, () => this.lowering.statements(child.namedChildren));
  }

  comment(node: Node): void {
    this.lowering.addComment(node);
  }

  /** Notes a string that stands alone. */
  keep(expr: Expr): Expr {
    if (expr.kind === 'string' && expr.parts.some((part) => part.kind === 'text')) this.lowering.addString(expr);
    return expr;
  }

  // ----- expressions -----

  text(node: Site | null | undefined): string {
    return node ? this.lowering.text(node) : '';
  }

  unknown(node: Site): Expr {
    return { kind: 'unknown', span: this.lowering.span(node) };
  }

  /** An operation whose result can't be read. */
  operation(node: Site, operator: string, operands: Expr[]): Expr {
    for (const operand of operands) this.keep(operand);
    return { kind: 'unknown', span: this.lowering.span(node), operator, operands };
  }

  name(node: Site, name: string = this.text(node)): Expr {
    return { kind: 'name', span: this.lowering.span(node), name, scope: this.lowering.scope };
  }

  /** A name as it stands; `Self` and `self` are `this`. */
  evaluateName(node: Site): Expr {
    return this.name(node, /^[Ss]elf$/.test(this.text(node)) ? 'this' : undefined);
  }

  null(node: Site): Expr {
    return { kind: 'null', span: this.lowering.span(node) };
  }

  boolean(node: Site, value: boolean): Expr {
    return { kind: 'boolean', span: this.lowering.span(node), value };
  }

  /** A number literal with underscores, a base prefix, a type suffix. */
  number(node: Node): Expr {
    const text = this.text(node).replace(/[_']/g, '').toLowerCase();
    const digits = /^0[xob]/.test(text) ? /^0x[0-9a-f]+|^0[ob]\d+/.exec(text)?.[0] : /^\d*\.?\d*(?:e[+-]?\d+)?/.exec(text)?.[0];
    const value = digits ? Number(digits) : Number.NaN;
    return Number.isNaN(value) ? this.unknown(node) : { kind: 'number', span: this.lowering.span(node), value };
  }

  /** The value behind a type or another prefix. */
  last(node: Node): Expr {
    const child = this.items(node).at(-1);
    return child ? this.evaluate(child) : this.unknown(node);
  }

  /** `a?.b`, where the grammar puts `a` beside an expression that starts at `.b`. */
  conditional(node: Node): Expr {
    const [object, access] = this.items(node);
    if (!object || !access) return this.unknown(node);
    const outer = this.receiver;
    this.receiver = this.evaluate(object);
    const value = this.evaluate(access);
    this.receiver = outer;
    return value;
  }

  /** A prefix operator: `-` before a number is that number, anything else unknown. */
  negative(node: Node): Expr {
    const value = this.last(node);
    const minus = node.child(0)?.type === '-';
    if (minus && value.kind === 'number') return { ...value, span: this.lowering.span(node), value: -value.value };
    this.keep(value);
    return this.unknown(node);
  }

  member(node: Site, object: Expr, property: Site | null, name: string = this.text(property)): Expr {
    const propertySpan = this.lowering.span(property ?? node);
    this.lowering.addRead(name, propertySpan);
    return { kind: 'member', span: this.lowering.span(node), object, property: name, propertySpan };
  }

  /** `a["b"]`. */
  memberByKey(node: Site, object: Expr, key: Site, name: string): Expr {
    return { ...this.member(node, object, key, name), byKey: true } as Expr;
  }

  choice(node: Site, options: Expr[], fallback: boolean): Expr {
    for (const option of options) this.keep(option);
    return { kind: 'choice', span: this.lowering.span(node), options, fallback };
  }

  array(node: Site, items: Expr[], tuple = false): Expr {
    for (const item of items) this.keep(item);
    return { kind: 'array', span: this.lowering.span(node), items, tuple };
  }

  spread(node: Site, value: Expr): Expr {
    return { kind: 'spread', span: this.lowering.span(node), value: this.keep(value) };
  }

  string(node: Site, parts: StringPart[]): StringExpr {
    return { kind: 'string', span: this.lowering.span(node), parts: parts.filter((part) => part.kind === 'hole' || part.text) };
  }

  slice(part: TextPart, start: number, end: number = part.text.length): TextPart {
    return sliceText(part, start, end, this.range);
  }

  /** The hole that an interpolated expression leaves; `whole` is its source with the brackets. */
  hole(whole: Node, value: Node | null): StringPart {
    const expr = value ? this.visit(value) : null;
    return { kind: 'hole', value: expr, name: holeName(this.text(value ?? whole)), span: this.lowering.span(whole) };
  }

  object(node: Site, type: Expr | null, entries: ObjectEntry[], list: ListSite): ObjectExpr {
    const object: ObjectExpr = { kind: 'object', span: this.lowering.span(node), type, entries, list };
    if (type) this.lowering.addObject(object);
    return object;
  }

  entry(node: Site, key: string | null, value: Expr, spread = false): ObjectEntry {
    return { key, value: this.keep(value), spread, span: this.lowering.span(node) };
  }

  /** A bracketed list; without a node an empty one behind `behind`. */
  list(node: Node | null, style: ListSite['style'], behind?: Site): ListSite {
    if (!node) {
      const at = behind?.endIndex ?? 0;
      return { span: this.range(at, at), items: [], trailingComma: false, style };
    }
    const children = node.children.filter((child): child is Node => child !== null && !isComment(child));
    const items = children.filter((child) => child.isNamed && child.type !== 'ERROR').map((child) => this.lowering.span(child));
    return { span: this.lowering.span(node), items, trailingComma: children.at(-2)?.type === ',', style };
  }

  /** An argument; its string is noted by `call`, not here, so that a call that only wraps it can give it as its own value. */
  argument(node: Site, value: Expr, name: string | null = null, spread = false): Argument {
    return { name, value, spread, span: this.lowering.span(node) };
  }

  /** A decorator with the value that it is read as. */
  decorator(node: Site, name: string, args: Argument[] = [], value: Expr | null = null): DecoratorFact {
    const call = value?.kind === 'call' ? value.call : null;
    return { name, args: call?.args ?? args, span: this.lowering.span(node), call };
  }

  /** A function given to `callee`: where that calls it once per item its body is in a loop, where it calls it on the spot it stays in the loops around. */
  lambda(node: Node, callee: string, lower: (keepLoops: boolean) => Expr, over: Expr | null = null): Expr {
    const method = plainName(callee);
    if (!ITERATES.has(method)) return lower(RUNS.has(method));
    let result: Expr | undefined;
    this.lowering.inLoop('callback', node, false, (loop) => {
      loop.over = over;
      result = lower(true);
      if (result.kind === 'function') loop.names.push(...result.scope.params.slice(0, 1).map(({ name }) => name));
    });
    return result ?? this.unknown(node);
  }

  /** Notes a call and gives its value. Also what it does to a list or map that it changes. */
  call(node: Site, fact: Pick<CallFact, 'callee' | 'args' | 'list'> & Partial<Pick<CallFact, 'constructs' | 'block'>>): Expr {
    this.keep(fact.callee.kind === 'member' ? fact.callee.object : fact.callee);
    for (const arg of fact.args) this.keep(arg.value);
    const value = this.plainCall(node, fact);
    this.grow(value.call);
    return value;
  }

  /** Notes a call whose strings and effects the caller has seen to. */
  plainCall(node: Site, fact: Pick<CallFact, 'callee' | 'args' | 'list'> & Partial<Pick<CallFact, 'constructs' | 'block'>>): CallExpr {
    const call = this.lowering.addCall({ constructs: false, awaited: false, block: null, ...fact, span: this.lowering.span(node) });
    return { kind: 'call', span: call.span, call };
  }

  /** `list.add(x)`, `list.addAll(xs)`, `map.put("k", x)` in the spellings of these languages, and `options.Messages.Add(x)`. */
  private grow({ callee, args, span }: CallFact): void {
    const place = callee.kind === 'member' ? this.placeOf(callee.object) : null;
    if (!place || callee.kind !== 'member') return;
    bindMethod(this.lowering, place, callee.property, args, span);
  }

  private placeOf(expr: Expr): Place | null {
    return placeOf(expr, (name) => this.targetName(name));
  }

  /** An item at a place of a list, or the value of a key that is not known. */
  element(node: Site, object: Expr, ...keys: (Expr | null)[]): Expr {
    return { kind: 'unknown', span: this.lowering.span(node), operator: '[]', operands: [object, ...keys.filter((key) => key !== null)] };
  }

  /** Binds what stands left of an assignment; `x = [...x, y]` only adds to x. `reassign`: the name is declared elsewhere. */
  assign(target: Expr, kind: Exclude<BindingKind, 'set'> | 'reassign', value: Expr | null, type: string[] = []): void {
    const { span } = target;
    if (target.kind === 'member' && kind !== 'add') this.lowering.dropRead(target.propertySpan);
    const place = kind === 'item' ? placeOf(target) : this.placeOf(target);
    if (!place) return;
    if (kind === 'item') {
      if (!place.keys.length) this.lowering.bind(kind, place.name, value, { span, type });
      return;
    }
    const start = kind !== 'add' && value?.kind === 'array' ? value.items[0] : undefined;
    if (value?.kind === 'array' && start?.kind === 'spread' && samePlace(this.placeOf(start.value), place)) {
      for (const item of value.items.slice(1))
        bindIn(this.lowering, place, item.kind === 'spread' ? 'extend' : 'append', item.kind === 'spread' ? item.value : item, { span });
    } else bindIn(this.lowering, place, kind, value, { span, type });
  }

  /** The name under which a target is bound, `this.x` for a field that is written without `this`. A lambda may set names of a receiver, so its stay. */
  private targetName(target: Expr): string | null {
    const name = bindingName(target);
    if (!this.options.bareFields || name === null || target.kind !== 'name') return name;
    for (let scope: Scope | null = this.lowering.scope; scope && scope.kind !== 'file'; scope = scope.parent) {
      if (scope.kind === 'class') return `this.${name}`;
      if (scope.name === null || scope.params.some((param) => param.name === name) || scope.bindings.some((binding) => binding.name === name))
        return name;
    }
    return name;
  }

  /** A chain of one operator: text joined by `joiner`, numbers computed, choices by `fallbacks`. */
  binary(node: Node, joiner: string, fallbacks: readonly string[] = []): Expr {
    return lowerChain(node, joiner, fallbacks, this);
  }

  /** A format string: numbered and unnamed placeholders take `values`, named ones `names`; the rest stay to be filled. `literal` as in splitHoles. */
  formatted(
    node: Site,
    format: StringExpr,
    values: Expr[],
    pattern: RegExp,
    literal?: (match: string) => string | null,
    names?: Map<string, Expr>,
  ): Expr {
    let next = 0;
    for (const value of values) this.keep(value);
    const parts = splitHoles(format.parts, pattern, this.range, literal).map((part): StringPart => {
      if (part.kind === 'text' || part.value) return part;
      const named = /^[A-Za-z_]/.test(part.name) ? names?.get(part.name) : undefined;
      const value = named ?? (/^\d+$/.test(part.name) ? values[Number(part.name)] : /^\w/.test(part.name) ? undefined : values[next++]);
      if (!value) return part;
      return { ...part, value, name: value.kind === 'name' ? value.name : holeName(this.lowering.source.slice(value.span.start, value.span.end)) };
    });
    return { kind: 'string', span: this.lowering.span(node), parts };
  }

  /** Lowers statements in order and gives what the last is worth. */
  lastValue(nodes: readonly Node[]): Expr | null {
    let value: Expr | null = null;
    nodes.forEach((node, index) => {
      if (index < nodes.length - 1) this.lowering.statement(node);
      else
        this.lowering.statement(node, () => {
          value = this.evaluate(node);
        });
    });
    return value;
  }
}

const samePlace = (a: Place | null, b: Place): boolean => a !== null && a.name === b.name && a.keys.join('\n') === b.keys.join('\n');

function isComment(node: Node): boolean {
  return node.type === 'comment' || node.type === 'line_comment' || node.type === 'block_comment' || node.type === 'multiline_comment';
}
