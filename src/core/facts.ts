/**
 * The neutral facts that a language file reads from a syntax tree. They know no SDK; the SDK tables know no language.
 * All spans are half-open ranges of UTF-16 offsets in the source text.
 */

import type { TypeExpr, TypeFact } from './typeFacts';

export type * from './typeFacts';

export interface Span {
  start: number;
  end: number;
}

/** Where in the text a decoded string differs in length from its source: `at` is a decoded offset. Ordered by `at`. */
export interface Escape {
  at: number;
  /** Length of the decoded text, in UTF-16 units. */
  length: number;
  /** Length of its source, in UTF-16 units. */
  sourceLength: number;
}

export interface TextPart {
  kind: 'text';
  /** The decoded text, as the program sees it. */
  text: string;
  /** Source range of exactly this text, without quotes. */
  span: Span;
  escapes: Escape[];
}

export interface HolePart {
  kind: 'hole';
  /** The interpolated expression; null for a placeholder that is filled by name later (`{name}` of `.format`, `%s`). */
  value: Expr | null;
  /** The name shown to people: the variable, or the expression's source shortened. */
  name: string;
  span: Span;
}

export type StringPart = TextPart | HolePart;

export interface StringExpr {
  kind: 'string';
  span: Span;
  parts: StringPart[];
  /** A word of the program's own rather than text: Ruby's `:name`. */
  symbol?: true;
}
export interface NumberExpr {
  kind: 'number';
  span: Span;
  value: number;
}
export interface BooleanExpr {
  kind: 'boolean';
  span: Span;
  value: boolean;
}
/** None, null, nil, undefined. */
export interface NullExpr {
  kind: 'null';
  span: Span;
}
/** An identifier. `self`, `this`, `$this` and Ruby's `@` are all named `this`. */
export interface NameExpr {
  kind: 'name';
  span: Span;
  name: string;
  scope: Scope;
}
/** `object.property`, `object?.property`, `object["property"]`, `object::property`. */
export interface MemberExpr {
  kind: 'member';
  span: Span;
  object: Expr;
  property: string;
  /** Where the property's name stands. */
  propertySpan: Span;
  /** Written as a key: `a["b"]`. */
  byKey?: true;
}
export interface CallExpr {
  kind: 'call';
  span: Span;
  call: CallFact;
}
export interface ObjectEntry {
  /** null for a computed key and for a spread. */
  key: string | null;
  value: Expr;
  spread: boolean;
  span: Span;
}
/** A dict, object literal, struct literal, hash, object initialiser; `type` is the struct's or class's name where it has one. */
export interface ObjectExpr {
  kind: 'object';
  span: Span;
  type: Expr | null;
  entries: ObjectEntry[];
  list: ListSite;
}
/** A list, tuple, array, set, slice literal. A spread item is an `unknown` or the spread value wrapped as `spread`. */
export interface ArrayExpr {
  kind: 'array';
  span: Span;
  items: Expr[];
  /** A tuple such as `("system", "text")`. */
  tuple: boolean;
}
export interface SpreadExpr {
  kind: 'spread';
  span: Span;
  value: Expr;
}
/** One of several values: `a if c else b`, `a or b`, `a ?? b`, `os.getenv(n, b)`. `fallback`: the last is what holds when the others are absent. */
export interface ChoiceExpr {
  kind: 'choice';
  span: Span;
  options: Expr[];
  fallback: boolean;
  /** What stands before the last `&&`: it decides, but is not the value. */
  conditions?: Expr[];
}
/** What hands its result on from step to step: `prompt | model | parser`. Dictionaries that are merged look the same. */
export interface PipeExpr {
  kind: 'pipe';
  span: Span;
  steps: Expr[];
}
/** A function, lambda or closure used as a value. */
export interface FunctionExpr {
  kind: 'function';
  span: Span;
  scope: Scope;
}
/** One value per iteration: a comprehension or the like; `item` is what each turn yields. */
export interface ComprehensionExpr {
  kind: 'comprehension';
  span: Span;
  item: Expr;
  /** What it goes over, where the language says it here. */
  over?: Expr;
}
/** Anything else; of an operation whose result can't be read, what it works on. */
export interface UnknownExpr {
  kind: 'unknown';
  span: Span;
  /** As written: `+`, `<`, `and`, `&&`, `..`. */
  operator?: string;
  operands?: Expr[];
}

export type Expr =
  | StringExpr
  | NumberExpr
  | BooleanExpr
  | NullExpr
  | NameExpr
  | MemberExpr
  | CallExpr
  | ObjectExpr
  | ArrayExpr
  | SpreadExpr
  | ChoiceExpr
  | PipeExpr
  | FunctionExpr
  | ComprehensionExpr
  | UnknownExpr;

/** A bracketed, comma-separated list in the source, as an edit that adds an item needs it. */
export interface ListSite {
  /** From the opening bracket to behind the closing one. */
  span: Span;
  items: Span[];
  trailingComma: boolean;
  /** How an item is written: keyword argument, object property, string-keyed entry, or positional only. */
  style: 'keyword' | 'property' | 'stringKey' | 'positional';
}

export interface Argument {
  /** The keyword; null for a positional argument and for a spread. */
  name: string | null;
  value: Expr;
  spread: boolean;
  span: Span;
  /** Where a language says so: what is called may change it (`&x` of Go, `&mut x` of Rust). */
  byReference?: true;
}

export type LoopKind = 'for' | 'while' | 'comprehension' | 'callback';

/** A place that leaves a loop. */
export interface LoopExit {
  kind: 'break' | 'return' | 'raise';
  span: Span;
  /** Not every turn comes there: it stands in a branch, a handler, a `try` or an inner loop. */
  conditional: boolean;
}

export interface Loop {
  kind: LoopKind;
  span: Span;
  /** `while True`, `for (;;)`, `loop {}`: nothing in the head ends it. */
  endless: boolean;
  /** What it goes over; null where it does not go over items. */
  over: Expr | null;
  /** What each turn binds; a pattern stands as its text. */
  names: string[];
  /** What has to hold for another turn. */
  condition: Expr | null;
  /** The name that is counted, and what it is counted to: `tries` and `3` of `while tries < 3`, `_` and `3` of `for _ in range(3)`. */
  counter: string | null;
  bound: Expr | null;
  /** Statements in the body that end the loop; those of functions inside it are not among them. */
  exits: LoopExit[];
  /** A turn that succeeds ends it and one that fails is caught and made again. */
  retries: boolean;
}

/** A decorator, annotation or attribute of a function or class. */
export interface DecoratorFact {
  /** Dotted, without arguments: `retry`, `functools.lru_cache`. */
  name: string;
  args: Argument[];
  span: Span;
  /** Where the language reads it as a call. */
  call: CallFact | null;
}

/** What a language file says of any call. */
export interface CallFact {
  span: Span;
  callee: Expr;
  args: Argument[];
  list: ListSite;
  /** `new X()`, or a call that the language can only read as a constructor. */
  constructs: boolean;
  awaited: boolean;
  /** Enclosing loops of the same function, outermost first. Includes the callbacks of map, forEach and the like. */
  loops: Loop[];
  scope: Scope;
  /** The whole statement that holds the call. */
  statement: Span;
  /** As in Binding; `within` is its block. */
  depth: number;
  within: Span;
  /** Name that the result is assigned to (`x`, `this.x`), null where it is not. */
  assignedTo: string | null;
  /** The body after a brace or a block that belongs to the call (Ruby, Kotlin, C# initialiser), as an object; a function where a Ruby block beside arguments sets nothing. */
  block: Expr | null;
}

export interface Param {
  name: string;
  default: Expr | null;
  /** Identifiers of the declared type, without wrappers such as Optional: `['openai', 'OpenAI']` for `openai.OpenAI`; empty where there is none. */
  type: string[];
  /** The declared type in full, where there is one and the language gives more than its names. */
  annotation?: TypeExpr | null;
  /** `*args`, `**kwargs`, `...rest`. */
  rest: boolean;
  span: Span;
}

export type BindingKind =
  /** `name = value` */
  | 'assign'
  /** `name += value` */
  | 'add'
  /** `name.append(value)`, `name.push(value)`: one item */
  | 'append'
  /** `name.extend(value)`, `name.update(value)`, `name.push(...value)`: many items */
  | 'extend'
  /** `name.key = value`, `name["key"] = value` */
  | 'set'
  /** `for name in value`: one item of value at a time */
  | 'item'
  /** `del name[0]`, `name.pop()`, `name[0].text = value`: something in it is replaced, taken away or changed, nobody knows what. */
  | 'change';

export interface Binding {
  /** `x`, or `this.x` in a class scope. */
  name: string;
  kind: BindingKind;
  /** The key of `set`; of another kind the entry that it is done to: `messages` of `name.messages.push(value)`. */
  key: string | null;
  /** null for a declaration without a value. */
  value: Expr | null;
  type: string[];
  /** As in Param. */
  annotation: TypeExpr | null;
  /** The call that declares a field, whose default is the value: `Field(description="…")`. */
  field: CallFact | null;
  span: Span;
  /** How deep in conditions and loops of its function it stands: 0 is unconditional. */
  depth: number;
  /** The innermost block that holds it; two bindings in different blocks of one `if` may both hold. */
  block: Span;
  loops: Loop[];
  /** The scope that it stands in, whichever declares the name. */
  from: Scope;
  /** It declares no name of its own where a scope around it has that name. */
  free?: true;
}

export interface Scope {
  kind: 'file' | 'class' | 'function';
  name: string | null;
  parent: Scope | null;
  span: Span;
  params: Param[];
  bindings: Binding[];
  /** What the function returns. */
  returns: Expr[];
  /** Base classes, as written. */
  bases: string[];
  /** Functions and classes that stand directly in this scope. */
  children: Scope[];
  /** Return type, or for a property or field its type. */
  type: string[];
  /** As in Param: the return type. */
  annotation: TypeExpr | null;
  /** Names of the decorators or annotations, dotted, without arguments: `retry`, `functools.lru_cache`. */
  decorators: string[];
  /** The same with their arguments. */
  decoratorFacts: DecoratorFact[];
  /** The docstring of a function or class in Python. */
  doc: StringExpr | null;
  /** Interfaces and named types that stand directly in this scope. */
  types: TypeFact[];
  /** Of a class: its members may be named without `this`. */
  implicitThis: boolean;
  /** Names that a function declares as those of a scope around it: `global`, `nonlocal`. */
  outerNames?: string[];
}

export interface Import {
  /** The name in this file; `*` for all names of the module; as `handedOn` writes it where a name only passes through this file. */
  local: string;
  /** The module, package or namespace as written: `openai`, `@ai-sdk/openai`, `com.openai.client`, `github.com/openai/openai-go`. */
  module: string;
  /** The name in the module; null for the module itself, `default` for a default import. */
  name: string | null;
  span: Span;
}

/** A `prompt-cost-ignore` comment. */
export interface Comment {
  text: string;
  span: Span;
}

/** A member that is read: `usage` in `response.usage`, `response["usage"]`, `const { usage } = response`. */
export interface MemberRead {
  property: string;
  span: Span;
  scope: Scope;
}

/** The facts of one statement or class member of `owner`: the same object from edit to edit while no edit touches its text. */
export interface Statement {
  span: Span;
  owner: Scope;
  imports: Import[];
  calls: CallFact[];
  strings: StringExpr[];
  reads: MemberRead[];
  /** What it adds to file and class scopes. */
  bindings: [Scope, Binding][];
  children: [Scope, Scope][];
  types: [Scope, TypeFact][];
  /** The members of the classes in it, each a statement of its own. */
  members: Statement[];
}

/** Everything that a language file says of one source file. */
export interface Facts {
  statements: Statement[];
  imports: Import[];
  file: Scope;
  calls: CallFact[];
  /** Struct and object literals with a type name: in Go, Rust and C# requests are built so. */
  objects: ObjectExpr[];
  comments: Comment[];
  /** Where all comments stand. */
  remarks: Span[];
  /** Every string that stands alone as a value, docstrings left out. */
  strings: StringExpr[];
  /** Places that the parser could not read. */
  errors: Span[];
}
