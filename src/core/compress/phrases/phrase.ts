/** What a row may ask of the place where its words stand. */
export interface Place {
  /** The sentence before the match, as it is written; at most 240 units. */
  before: string;
  /** The sentence behind the match, at most 400 units. */
  after: string;
  /** What the groups of `find` took. */
  groups: (string | undefined)[];
  /** The label that the sentence stands behind, without its colon; null without one. */
  label: string | null;
}

/** One row of a phrase table. */
export interface Phrase {
  /** Kebab-case, unique over all tables. */
  id: string;
  /**
   * Source of a regular expression that begins with a word, after look-arounds: in lower case, for at sentence starts the first letter is
   * lowered before. `$1` of it may stand in `to`.
   */
  find: string;
  /** What stands there instead. Empty: the phrase goes with the blank behind it, and a capital moves to the next word. */
  to: string | ((groups: (string | undefined)[]) => string);
  /** `start`: only where a sentence, item or labelled line begins. `whole`: only where it is the whole sentence. Everywhere else: `any`. */
  at: 'start' | 'whole' | 'any';
  reason: string;
  /** Vetoes: the words have another sense here, or the rest of the sentence hangs on them. */
  unless?: (place: Place) => boolean;
  /** Changes no word that a prohibition or a limit hangs on, so it may stand in one. */
  inFrozen?: boolean;
}

export const shorter = 'Says the same in fewer words.';
export const courtesy = 'A model does the same without the courtesy.';
export const plainRequest = 'The instruction alone says it.';
export const leadIn = 'The lead-in adds nothing to the instruction.';
export const contracted = 'Means the same in one token less.';
