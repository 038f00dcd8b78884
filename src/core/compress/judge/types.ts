import type { Span } from '../../types';

/** What may have changed between two prompts. */
export type FindingKind =
  | 'added'
  | 'condition'
  | 'literal'
  | 'lost'
  | 'modal'
  | 'negation'
  | 'number'
  | 'order'
  | 'party'
  | 'placeholder'
  | 'quantifier'
  | 'unit';

/** A part of a text, with its range in UTF-16 offsets. */
export interface Excerpt extends Span {
  text: string;
}

/** One requirement that changed, went or came. */
export interface Finding {
  kind: FindingKind;
  /** Where it stood before; null for what is new. */
  before: Excerpt | null;
  /** Where it stands after; null for what went. */
  after: Excerpt | null;
  /** Says to people what changed. */
  message: string;
}

/** How binding a clause is. `plain` is an imperative or a statement: as strong as *must* and as *should*, which differ from each other. */
export type Modal = 'may' | 'must' | 'optional' | 'plain' | 'should' | 'try';

/** What binds the tokens of a clause together. Filled while the clause is read. */
export interface Clause {
  negated: boolean;
  modal: Modal;
  /** `always`, `usually`, `sometimes` and the like; empty without. */
  frequency: string;
  /** A condition itself: `if`, `even if`; empty for a main clause. */
  opens: string;
  /** The condition that the clause depends on. */
  condition: Clause | null;
  /** `first`, `then`, `last`; empty without. */
  sequence: string;
  /** There are others before or behind it in the same sequence. */
  chained: boolean;
  tokens: Token[];
}

/** A word, number, placeholder or literal that carries meaning, with all that is bound to it. */
export interface Token extends Span {
  kind: 'word' | 'number' | 'unit' | 'placeholder' | 'literal' | 'you';
  /** Equal for words that mean the same; a number's value; the exact text of placeholders and literals. */
  concept: string;
  /** Its place among the tokens of its clause. */
  at: number;
  /** May go or come without a change of meaning: `use`, `text`, `following`. */
  weak: boolean;
  /** Taken over from the line that leads a list. */
  inherited: boolean;
  verb: boolean;
  /** Stands behind an article. */
  articled: boolean;
  clause: Clause;
  /** Unit of measure or count of a number. */
  unit: string;
  /** `max`, `min`, `all`, `only`…, sorted and joined with blanks. */
  quantifier: string;
  /** The preposition before it, by class; empty for a subject or object. */
  role: string;
  /** Negated alone: `without X`, `instead of X`. */
  without: boolean;
  /** How it is joined to the token before it: `,`, `and`, `or`, `of`, or nothing. */
  joint: string;
}

/** A sentence, list item or heading. */
export interface Unit extends Span {
  kind: 'heading' | 'item' | 'sentence';
  text: string;
  tokens: Token[];
  /** Numbered steps. */
  numbered: boolean;
  /** Holds a word such as `it`, which stands for something in another unit. */
  pronoun: boolean;
  /** Leads a list, whose items take it over. */
  leads: boolean;
  /** Two units with the same key say the same. */
  key: string;
}
