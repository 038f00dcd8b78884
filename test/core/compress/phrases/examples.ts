/** Examples of one row of a phrase table. */
export interface Examples {
  /** Text and what becomes of it. */
  hits: [string, string][];
  /** Texts in which the row changes nothing. */
  misses: string[];
}
