import type { Binding, CallFact, Expr, Param, Scope } from '../facts';

/** A class of this file, or an instance of one. `made` is the call that made the instance, null for the class itself or a typed parameter. */
export interface ClassValue {
  kind: 'class';
  scope: Scope;
  made: CallFact | null;
}

/** What a name or an expression comes down to: never a name whose value is known, never a choice. */
export type Value = Expr | ClassValue;

/** The values that an expression may have. */
export interface Values {
  values: Value[];
  /** It may also be something that can't be seen here. */
  open: boolean;
  /** A default that a caller or the environment may replace. */
  byDefault: boolean;
  /** A loop adds to it: each value may be longer. */
  grows?: true;
  /** Members of other packages that names of this file stand for: an SDK's constants. */
  constants?: Expr[];
}

/** A place where a name is declared. */
export interface Declaration {
  scope: Scope;
  bindings: Binding[];
  param: Param | null;
  child: Scope | null;
  /** What other functions do to the name: nobody knows when. */
  elsewhere: Binding[];
}

/** What an object says of a key. `open`: an unread spread or later change may set it otherwise. */
export interface Entry {
  values: Expr[];
  open: boolean;
}

/** Compares names as people write them in several languages: `max_tokens`, `maxTokens`, `MaxTokens`. */
export function plainName(name: string): string {
  return name.replaceAll('_', '').toLowerCase();
}

/** Is this the same name for `plainName`? Makes no strings: it is asked of every argument for every parameter. */
export function sameName(a: string, b: string): boolean {
  let i = 0;
  let j = 0;
  for (;;) {
    while (a.charCodeAt(i) === UNDERSCORE) i++;
    while (b.charCodeAt(j) === UNDERSCORE) j++;
    if (i >= a.length || j >= b.length) return i >= a.length && j >= b.length;
    const x = a.charCodeAt(i++);
    const y = b.charCodeAt(j++);
    if (x > 127 || y > 127) return plainName(a) === plainName(b);
    if (x !== y && lowerCase(x) !== lowerCase(y)) return false;
  }
}

const UNDERSCORE = 95;
const lowerCase = (unit: number): number => (unit >= 65 && unit <= 90 ? unit + 32 : unit);

/** One value, nothing else. */
export function known(value: Value): Values {
  return { values: [value], open: false, byDefault: false };
}
