import type { Node, Tree } from 'web-tree-sitter';
import type {
  Binding,
  BindingKind,
  CallFact,
  Expr,
  Facts,
  Import,
  Loop,
  LoopExit,
  LoopKind,
  ObjectExpr,
  Param,
  Scope,
  Span,
  Statement,
  StringExpr,
  TypeFact,
} from '../facts';
import { type StopSignal, throwIfStopped } from '../stop';
import { Flow } from './flow';
import type { Language } from './language';
import { addPiece, type BindOptions, createScope, type Head, resetClass, setHead } from './scope';
import { classesOf, createUnitCache, moveUnit, type Unit, type UnitCache, UnitFacts, UnitList } from './units';

export { createUnitCache, noteEdit, type UnitCache } from './units';

/** Levels of nesting that the walk follows: far more than people write, far less than the stack holds. */
const DEEPEST = 400;

/** A stretch of source that a fact stands for: mostly a node. */
export type Site = Pick<Node, 'startIndex' | 'endIndex'>;

/**
 * Reads a whole tree. Statements that no edit has touched since the last pass are taken from the cache, moved to where they now stand;
 * cost is proportional to what changed, plus one look per statement. `statements` replaces the root's own where some were parsed apart.
 */
export function lowerTree(
  root: Node,
  text: string,
  language: Language,
  cache: UnitCache,
  statements: readonly (Node | null)[] = root.namedChildren,
  signal?: StopSignal,
): Facts {
  return new Lowering(text, language, cache, signal).run(statements, root.hasError);
}

/** The state of one pass over a tree: where the walk stands (scope, flow) and what it has found. */
export class Lowering {
  scope: Scope;
  /** Where the walk stands in the loops, branches and handlers of the function. */
  flow = new Flow({ start: 0, end: 0 });
  /** What the method being lowered calls its object where the language lets it choose a name (Go's receiver). */
  selfName: string | null = null;
  private nesting = 0;
  private statementSpan: Span = { start: 0, end: 0 };
  private unit!: Unit;
  private broken = false;
  private readonly fresh: UnitCache;
  private readonly claimed = new Set<string>();
  private readonly trailing = new Map<Tree, (Node | null)[]>();

  constructor(
    readonly source: string,
    readonly language: Language,
    private readonly cache: UnitCache,
    private readonly signal?: StopSignal,
  ) {
    const file = cache.file ?? createScope('file', null, null, { start: 0, end: 0 });
    cache.file = file;
    file.span.end = source.length;
    file.bindings = [];
    file.children = [];
    file.types = [];
    this.scope = file;
    this.fresh = { ...createUnitCache(), file };
  }

  /** `broken`: there are syntax errors somewhere. */
  run(statements: readonly (Node | null)[], broken: boolean): Facts {
    this.broken = broken;
    const units: Unit[] = [];
    for (const unit of this.members(statements, this.scope, '', this.scope.span)) this.collect(unit, units);
    Object.assign(this.cache, this.fresh);
    return new UnitFacts(this.scope, units);
  }

  /** Lowers the statements of a file or the members of a class, each as a unit of its own; `path` names the container, `span` is its place. */
  private members(nodes: readonly (Node | null)[], scope: Scope, path: string, span: Span): Unit[] {
    const outer = { scope: this.scope, flow: this.flow, unit: this.unit };
    // all that stays claims its paths first, so that a changed class does not take the place of another of its name
    const { trailing } = this.language;
    const places = [...nodes.keys()].filter((index) => nodes[index] && !(trailing && nodes[index].type === trailing));
    const known = places.map((index) => this.take(path, nodes, index));
    const units = places.map((index, at) => {
      const node = nodes[index] as Node;
      const unit = known[at];
      if (unit) return this.place(unit, node.startIndex, span);
      throwIfStopped(this.signal);
      this.scope = scope;
      this.flow = new Flow(span);
      return this.readUnit(node, path, this.endOf(nodes, index));
    });
    Object.assign(this, outer);
    return units;
  }

  /** Where a statement ends, with what stands behind it and belongs to it. */
  private endOf(nodes: readonly (Node | null)[], index: number): number {
    const { trailing } = this.language;
    let end = (nodes[index] as Node).endIndex;
    for (let at = index + 1; trailing && nodes[at]?.type === trailing; at++) end = (nodes[at] as Node).endIndex;
    return end;
  }

  /** The same broken text may be read in several ways, so it is read each time. */
  private isBroken(node: Node): boolean {
    return this.broken && node.hasError;
  }

  /** The unit of the pass before that stood here, if no edit touched it and no other class already has the path of one of its own. */
  private take(path: string, nodes: readonly (Node | null)[], index: number): Unit | null {
    const node = nodes[index] as Node;
    const { change, units } = this.cache;
    const start = node.startIndex;
    const before = change && start >= change.newEnd ? start - change.newEnd + change.oldEnd : start;
    const unit = units.get(path)?.at(before);
    if (!unit || (change && start + unit.length > change.start && start < change.newEnd)) return null;
    if (this.isBroken(node) || node.type !== unit.type || this.endOf(nodes, index) !== start + unit.length) return null;
    const classes = classesOf(unit);
    if (classes.some((own) => !own.shared && this.claimed.has(own.path))) return null;
    for (const own of classes) this.claimed.add(own.path);
    return unit;
  }

  /** Moves a unit to where its text stands now. */
  private place(unit: Unit, start: number, container: Span): Unit {
    moveUnit(unit, start - unit.start);
    if (unit.container === container) return unit;
    for (const [, binding] of unit.bindings) if (binding.block === unit.container) binding.block = container;
    for (const call of unit.calls) if (call.within === unit.container) call.within = container;
    unit.container = container;
    return unit;
  }

  private readUnit(node: Node, path: string, end: number): Unit {
    const span = { start: node.startIndex, end };
    const lists = { imports: [], calls: [], strings: [], reads: [], bindings: [], children: [], types: [], members: [] };
    const statement: Statement = { span, owner: this.scope, ...lists };
    const unit: Unit = {
      ...statement,
      path,
      type: this.isBroken(node) ? '' : node.type,
      start: span.start,
      length: end - span.start,
      statement,
      container: this.flow.block,
      spans: [span],
      ...{ objects: [], comments: [], remarks: [], errors: [], classes: [], nested: [] },
    };
    this.unit = unit;
    this.statement(node);
    return unit;
  }

  /** Adds a unit and those in it to the file's, and keeps them for the next pass. */
  private collect(unit: Unit, into: Unit[]): void {
    if (unit.type) {
      const siblings = this.fresh.units.get(unit.path) ?? new UnitList();
      this.fresh.units.set(unit.path, siblings);
      siblings.add(unit);
    }
    for (const { path, scope, head } of unit.classes) {
      if (this.fresh.classes.has(path)) addPiece(scope, head);
      else resetClass(scope, head);
      this.fresh.classes.set(path, scope);
    }
    into.push(unit);
    for (const [scope, binding] of unit.bindings) scope.bindings.push(binding);
    for (const [scope, child] of unit.children) if (child.kind !== 'class' || !scope.children.includes(child)) scope.children.push(child);
    for (const [scope, type] of unit.types) scope.types.push(type);
    for (const nested of unit.nested) this.collect(nested, into);
  }

  /** Lowers one statement in the present scope; `body` where more than `Language.lower` is to be done with it. */
  statement(node: Node, body: () => void = () => this.language.lower(node, this)): void {
    const outer = this.statementSpan;
    if (node.type === 'ERROR' || node.isMissing) this.unit.errors.push(this.span(node));
    this.statementSpan = this.span(node);
    body();
    this.statementSpan = outer;
  }

  /** Runs `body` one level deeper in the source; null where it nests too deep to follow. */
  nest<T>(body: () => T): T | null {
    if (this.nesting >= DEEPEST) return null;
    this.nesting++;
    const result = body();
    this.nesting--;
    return result;
  }

  /** Lowers statements in order. */
  statements(nodes: readonly (Node | null)[]): void {
    for (const node of nodes) if (node) this.statement(node);
  }

  // ----- making facts -----

  /** A span that moves with its unit. Every span in a fact must come from here; never share one object between facts of two units. */
  span(node: Site): Span {
    return this.range(node.startIndex, node.endIndex);
  }

  range(start: number, end: number): Span {
    const span = { start, end };
    this.unit.spans.push(span);
    return span;
  }

  text(node: Site): string {
    return this.source.slice(node.startIndex, node.endIndex);
  }

  /** The nodes of the tree that stand behind statements and belong to them (`Language.trailing`), in the order of the text; looked for once. */
  trailingNodes({ tree }: Node): readonly (Node | null)[] {
    if (!this.trailing.has(tree)) this.trailing.set(tree, tree.rootNode.descendantsOfType(this.language.trailing ?? []));
    return this.trailing.get(tree) ?? [];
  }

  addImport(fact: Import): void {
    this.unit.imports.push(fact);
  }

  /** Notes a comment; its text only where it speaks to us. */
  addComment(node: Node): void {
    const text = this.text(node);
    if (text.includes('prompt-cost-ignore')) this.unit.comments.push({ text, span: this.span(node) });
    this.unit.remarks.push(this.span(node));
  }

  /** Every string literal that is a value; not docstrings, not import paths, not keys. */
  addString(string: StringExpr): void {
    this.unit.strings.push(string);
  }

  /** Takes strings back that turn out to be pieces of another: these are no values by themselves. */
  dropStrings(pieces: readonly Expr[]): void {
    const { strings } = this.unit;
    for (const piece of pieces) {
      const at = piece.kind === 'string' ? strings.lastIndexOf(piece) : -1;
      if (at >= 0) strings.splice(at, 1);
    }
  }

  /** Notes that a member is read where the walk stands. */
  addRead(property: string, span: Span): void {
    this.unit.reads.push({ property, span, scope: this.scope });
  }

  /** Takes the last of them back where the member turns out to be written. */
  dropRead(span: Span): void {
    const { reads } = this.unit;
    if (reads.at(-1)?.span === span) reads.pop();
  }

  addObject(object: ObjectExpr): void {
    this.unit.objects.push(object);
  }

  addError(node: Node): void {
    this.unit.errors.push(this.span(node));
  }

  /** Notes a call; loops, scope and statement come from where the walk stands. */
  addCall(fact: Omit<CallFact, 'loops' | 'scope' | 'statement' | 'depth' | 'within' | 'assignedTo'>): CallFact {
    const { loops, depth, block: within } = this.flow;
    const call: CallFact = { ...fact, loops, depth, within, scope: this.scope, statement: this.statementSpan, assignedTo: null };
    this.unit.calls.push(call);
    return call;
  }

  /**
   * Notes an assignment. Names `this.x` go to the enclosing class (or, outside one, the present scope); others to the present scope.
   */
  bind(kind: BindingKind, name: string, value: Expr | null, options: BindOptions): void {
    const scope = options.scope ?? (name.startsWith('this.') ? this.classScope() : this.scope);
    if (value?.kind === 'call' && kind === 'assign') value.call.assignedTo = name;
    const binding: Binding = {
      name,
      kind,
      key: options.key ?? null,
      value,
      type: options.type ?? [],
      annotation: options.annotation ?? null,
      field: options.field ?? null,
      span: options.span,
      depth: this.flow.depth,
      block: this.flow.block,
      loops: this.flow.loops,
      from: this.scope,
      ...((options.free || scope.outerNames?.includes(name)) && { free: true as const }),
    };
    if (kind === 'item') this.flow.loops.at(-1)?.names.push(name);
    if (scope.kind === 'function') scope.bindings.push(binding);
    else this.unit.bindings.push([scope, binding]);
  }

  /** Notes an interface or a named type. */
  addType(fact: TypeFact): void {
    if (this.scope.kind === 'function') this.scope.types.push(fact);
    else this.unit.types.push([this.scope, fact]);
  }

  /** Notes what the enclosing function returns. */
  addReturn(value: Expr): void {
    if (this.scope.kind === 'function') this.scope.returns.push(value);
  }

  classScope(): Scope {
    for (let scope: Scope | null = this.scope; scope; scope = scope.parent) if (scope.kind === 'class') return scope;
    return this.scope;
  }

  // ----- walking -----

  /** Runs `body` in the scope of a new function. Loops around it do not count inside, unless `keepLoops` (callbacks of map and the like). */
  inFunction(node: Node, name: string | null, params: Param[], body: () => void, options: { keepLoops?: boolean } & Head = {}): Scope {
    const scope = createScope('function', name, this.scope, this.span(node));
    scope.params = params;
    setHead(scope, options);
    this.adopt(scope);
    const outer = { scope: this.scope, flow: this.flow };
    this.scope = scope;
    this.flow = new Flow(scope.span, options.keepLoops ? this.flow.loops : []);
    body();
    Object.assign(this, outer);
    return scope;
  }

  /**
   * Lowers a class whose members are `nodes`, each a unit of its own. `pieces`: the class is written in several places
   * (Go's methods, Rust's impl, reopened Ruby classes), which share one scope.
   */
  inClass(
    node: Node,
    name: string | null,
    bases: string[],
    nodes: readonly (Node | null)[],
    { pieces = false, ...options }: { pieces?: boolean } & Head = {},
  ): void {
    let path = `${this.pathOf(this.scope)}${name ?? ''}.`;
    while (this.claimed.has(path) && !pieces) path += '#';
    this.claimed.add(path);
    const span = this.span(node);
    const scope = this.cache.classes.get(path) ?? createScope('class', name, this.scope, { start: 0, end: 0 });
    if (pieces) this.cache.classes.set(path, scope);
    scope.parent = this.scope;
    scope.implicitThis = this.language.implicitThis ?? false;
    this.unit.classes.push({ path, scope, shared: pieces, head: { ...options, span, bases } });
    this.adopt(scope);
    const unit = this.unit;
    for (const member of this.members(nodes, scope, path, span)) {
      unit.nested.push(member);
      unit.members.push(member.statement);
    }
  }

  private adopt(child: Scope): void {
    if (this.scope.kind === 'function') this.scope.children.push(child);
    else this.unit.children.push([this.scope, child]);
  }

  private pathOf(scope: Scope): string {
    let path = '';
    for (let at: Scope | null = scope; at; at = at.parent) if (at.name) path = `${at.name}.${path}`;
    return path;
  }

  /** Runs `body` inside a loop, whose head it may tell more of. */
  inLoop(kind: LoopKind, node: Node, endless: boolean, body: (loop: Loop) => void): void {
    this.flow.inLoop(kind, node, this.span(node), endless, (loop) => this.inBlock(node, () => body(loop)));
  }

  /** Runs `body` in a block that may or may not be run: a branch, a loop, a handler. */
  inBlock(node: Node, body: () => void): void {
    this.flow.inBlock(node, this.span(node), body);
  }

  /** Notes a `break`, `return` or `raise`. */
  exit(kind: LoopExit['kind'], node: Node, label?: string | null): void {
    this.flow.exit(kind, () => this.span(node), label);
  }
}
