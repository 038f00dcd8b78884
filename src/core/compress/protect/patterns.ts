/** Placeholders of templates, format strings and hand-written marks. */
export const placeholderPattern =
  /\{\{[^{}]*\}\}|\{%[^%]*%\}|\{#[^#]*#\}|[$#]\{[^{}\n]*\}|\{[\w.$[\]"' :|!-]{0,60}\}|%\(\w+\)[sdifr]|%[sdifrxv]\b|\$[A-Z_a-z]\w*|⟦[^⟧\n]{0,80}⟧|\[\[[^[\]\n]{1,80}\]\]|\[[A-Z][A-Z0-9_ ]+\]|<[^<>\n]{1,80}>/g;

/** Web addresses and e-mail addresses. */
export const urlPattern = /\b(?:https?|ftp|file|wss?):\/\/[^\s<>"'`)\]]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]+\b/g;

/** Literals in quotes and backticks. */
export const quotePattern =
  /`[^`\n]+`|"[^"\n]{0,400}"|“[^”\n]{0,400}”|„[^“”\n]{0,400}[“”]|«[^»\n]{0,400}»|(?<![\p{L}\d])'[^'\n]{1,200}'(?![\p{L}\d])|(?<![\p{L}\d])‘[^’\n]{1,200}’(?![\p{L}\d])/gu;

/** Numbers with the unit behind them. */
export const numberPattern = /[$€£]?\d+(?:[.,:/]\d+)*(?:\s?(?:%|°\w?|[a-zA-Zñáéíóú]+))?/g;
