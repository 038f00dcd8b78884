import type { CallFact, Comment, Facts, Import, ObjectExpr, Scope, Span, Statement, StringExpr } from '../facts';
import type { TextEdit } from '../types';
import type { ClassHead } from './scope';

/** The facts of one statement or class member. Reused, with its spans shifted, as long as no edit touches its text. */
export interface Unit extends Statement {
  /** The part of it that is handed out; its lists are the unit's own. */
  statement: Statement;
  /** The container's path. */
  path: string;
  /** The node's type; empty for a unit that is not kept. */
  type: string;
  start: number;
  length: number;
  /** The span of the file or class around it, which its own bindings name as their block. */
  container: Span;
  /** Every span of the unit, so that moving it is one loop. */
  spans: Span[];
  objects: ObjectExpr[];
  comments: Comment[];
  remarks: Span[];
  errors: Span[];
  /** Classes that it defines by path, `shared` with other pieces of the same class, and the units of their members. */
  classes: { path: string; scope: Scope; shared: boolean; head: ClassHead }[];
  nested: Unit[];
}

/** The units of one container in the order of the text. */
export class UnitList {
  private readonly starts: number[] = [];
  private readonly units: Unit[] = [];
  private next = 0;

  add(unit: Unit): void {
    this.starts.push(unit.start);
    this.units.push(unit);
  }

  /** The unit that stood at `start` when it was added. Quick where it is asked for one after the other. */
  at(start: number): Unit | null {
    const { starts } = this;
    if (this.next > 0 && (starts[this.next - 1] as number) >= start) this.next = 0;
    while (this.next < starts.length && (starts[this.next] as number) < start) this.next++;
    return starts[this.next] === start ? (this.units[this.next++] as Unit) : null;
  }
}

/** The units of the last pass by their container's path. One cache serves one document. */
export interface UnitCache {
  file: Scope | null;
  units: Map<string, UnitList>;
  classes: Map<string, Scope>;
  /** What was edited since the last pass: `start` to `oldEnd` of the text then is `start` to `newEnd` of the text now. */
  change: { start: number; oldEnd: number; newEnd: number } | null;
}

export function createUnitCache(): UnitCache {
  return { file: null, units: new Map(), classes: new Map(), change: null };
}

/** Tells the cache of an edit. Several edits between two passes count as one that spans them all. */
export function noteEdit(cache: UnitCache, { start, end, text }: TextEdit): void {
  const earlier = cache.change ?? { start, oldEnd: start, newEnd: start };
  const beyond = Math.max(0, end - earlier.newEnd);
  cache.change = {
    start: Math.min(earlier.start, start),
    oldEnd: earlier.oldEnd + beyond,
    newEnd: earlier.newEnd + beyond + text.length - (end - start),
  };
}

/**
 * The facts of a file. The long lists, which are rarely asked for, are put together when they are. A class, since V8 keeps what getters of
 * object literals close over until a full collection.
 */
export class UnitFacts implements Facts {
  readonly statements: Statement[] = [];
  readonly imports: Import[] = [];
  readonly errors: Span[] = [];
  private sorted: CallFact[] | null = null;

  constructor(
    readonly file: Scope,
    private readonly units: readonly Unit[],
  ) {
    for (const unit of units) {
      this.statements.push(unit.statement);
      for (const fact of unit.imports) this.imports.push(fact);
      for (const span of unit.errors) this.errors.push(span);
    }
  }

  get calls(): CallFact[] {
    this.sorted ??= this.units.flatMap((unit) => unit.calls).sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end);
    return this.sorted;
  }

  get strings(): StringExpr[] {
    return this.units.flatMap((unit) => unit.strings);
  }

  get objects(): ObjectExpr[] {
    return this.units.flatMap((unit) => unit.objects);
  }

  get remarks(): Span[] {
    return this.units.flatMap((unit) => unit.remarks);
  }

  get comments(): Comment[] {
    return this.units.flatMap((unit) => unit.comments);
  }
}

/** The classes that a unit defines, at any depth. */
export function classesOf(unit: Unit): Unit['classes'] {
  return unit.nested.length ? [...unit.classes, ...unit.nested.flatMap(classesOf)] : unit.classes;
}

/** Moves a unit and those in it to where their text stands now. */
export function moveUnit(unit: Unit, by: number): void {
  if (!by) return;
  unit.start += by;
  for (const span of unit.spans) {
    span.start += by;
    span.end += by;
  }
  for (const nested of unit.nested) moveUnit(nested, by);
}
