/** One row of a phrase table. */
export interface Phrase {
  /** Kebab-case, unique over all tables. */
  id: string;
  /** Source of a regular expression: in lower case, for at sentence starts the first letter is lowered before. `$1` of it may stand in `to`. */
  find: string;
  /** What stands there instead. Empty: the phrase goes with the blank behind it, and a capital moves to the next word. */
  to: string | ((groups: (string | undefined)[]) => string);
  /** `start`: only where a sentence, item or labelled line begins. `whole`: only where it is the whole sentence. Everywhere else: `any`. */
  at: 'start' | 'whole' | 'any';
  reason: string;
}

export const shorter = 'Says the same in fewer words.';
export const courtesy = 'A model does the same without the courtesy.';
export const plainRequest = 'The instruction alone says it.';
export const leadIn = 'The lead-in adds nothing to the instruction.';
