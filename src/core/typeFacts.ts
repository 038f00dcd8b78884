/** Declared types as facts: what a value's shape is, as far as the language says it. */
import type { Expr, Span } from './facts';

/** A type as written, wrappers and all: `list[str]`, `openai.OpenAI`; `T[]` is `Array<T>`. */
export type TypeExpr =
  | { kind: 'name'; name: string; args: TypeExpr[] }
  /** `A | B`, `Union[A, B]`, `Optional[A]`, `Literal["a", "b"]`. */
  | { kind: 'union'; options: TypeExpr[] }
  | { kind: 'intersection'; options: TypeExpr[] }
  | { kind: 'literal'; value: string | number | boolean | null }
  | { kind: 'tuple'; items: TypeExpr[] }
  | { kind: 'object'; members: TypeMember[] }
  /** `Annotated[str, "what it is for", Field(gt=0)]`. */
  | { kind: 'annotated'; type: TypeExpr; notes: Expr[] }
  /** Functions, computed types and whatever else says nothing of a value's shape. */
  | { kind: 'unknown' };

export interface TypeMember {
  name: string;
  type: TypeExpr;
  optional: boolean;
}

/** An interface, with what it extends as written, or a named type. */
export interface TypeFact {
  name: string;
  type: TypeExpr;
  bases: string[];
  span: Span;
}
