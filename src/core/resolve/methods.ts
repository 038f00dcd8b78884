import type { Argument, StringExpr } from '../facts';
import type { Value, Values } from './values';

/** Methods that give back the text they are called on, near enough for counting. */
const TEXT_METHODS =
  /^(format|replace|replaceall|trim|strip|lstrip|rstrip|removeprefix|removesuffix|trimstart|trimend|tostring|to_string|formatted|encode|dedent|stripindent|trimindent|as_str|to_owned|into|clone|freeze|squish|safe_substitute|substitute|render|format_map|text)$/i;
/** Methods that give the text of an opened file. */
const READ_METHODS = /^(read|read_text|readtext|decode)$/i;
/** Methods that give back the collection they are called on. */
const SAME_METHODS = /^(copy|slice|filter|concat|to_vec|tolist|tomutablelist)$/i;
/** With arguments, these put something into a text, */
const FILLING_METHODS = /^(format|replace|replaceall|formatted|safe_substitute|substitute|render|format_map)$/i;
/** these give only a part of a collection, */
const PART_METHODS = /^(slice|filter)$/i;
/** and these more than it. */
const ADDING_METHODS = /^concat$/i;

/** The kinds of values on which a method gives back what it is called on; null for other methods. */
export function kindsOfMethod(name: string): Value['kind'][] | null {
  if (TEXT_METHODS.test(name) || READ_METHODS.test(name)) return ['string'];
  return SAME_METHODS.test(name) ? ['array', 'object'] : null;
}

/** What such a method makes of the text or collection: the same, something longer, or only a part of it. */
export function changedBy(name: string, args: readonly Argument[], on: Values): Values {
  if (!args.length) return on;
  if (PART_METHODS.test(name)) return { ...on, open: true };
  const fills = FILLING_METHODS.test(name) && on.values.some((value) => value.kind === 'string' && isWhole(value));
  return fills || ADDING_METHODS.test(name) ? { ...on, open: true, grows: true } : on;
}

/** A text of several words without a blank to fill: what is put in stands nowhere in it. */
function isWhole({ parts }: StringExpr): boolean {
  return parts.every((part) => part.kind === 'text') && parts.some((part) => part.kind === 'text' && /\s/.test(part.text));
}
