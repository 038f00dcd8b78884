import type { CallFact, DecoratorFact, Scope, Span, StringExpr, TypeExpr } from '../facts';

/** What the head of a function or class says. */
export interface Head {
  type?: string[];
  annotation?: TypeExpr | null;
  decorators?: DecoratorFact[];
  doc?: StringExpr | null;
  /** A method that is read like a field. */
  property?: boolean;
}

/** The head of a class, or of one of the pieces that it is written in. */
export interface ClassHead extends Head {
  span: Span;
  bases: string[];
}

export function createScope(kind: Scope['kind'], name: string | null, parent: Scope | null, span: Span): Scope {
  const lists = { params: [], bindings: [], returns: [], bases: [], children: [], type: [], decorators: [], decoratorFacts: [], types: [] };
  return { kind, name, parent, span, annotation: null, doc: null, implicitThis: false, ...lists };
}

export function setHead(scope: Scope, { type = [], annotation = null, decorators = [], doc = null, property = false }: Head): void {
  scope.type = type;
  scope.annotation = annotation;
  scope.decorators = [...decorators.map(({ name }) => name), ...(property ? ['property'] : [])];
  scope.decoratorFacts = decorators;
  scope.doc = doc;
}

/** Makes a class ready for the members of a new pass. */
export function resetClass(scope: Scope, head: ClassHead): void {
  scope.bindings = [];
  scope.children = [];
  scope.types = [];
  scope.span = head.span;
  scope.bases = head.bases;
  setHead(scope, head);
}

/** Adds what a further piece of the same class says. */
export function addPiece(scope: Scope, { bases, decorators = [] }: ClassHead): void {
  if (bases.length) scope.bases = bases;
  if (decorators.length) setHead(scope, { ...scope, decorators: [...scope.decoratorFacts, ...decorators] });
}

/** What an assignment says besides name and value; `free` as in Binding. */
export interface BindOptions {
  key?: string;
  type?: string[];
  annotation?: TypeExpr | null;
  field?: CallFact | null;
  span: Span;
  scope?: Scope;
  free?: boolean;
}
