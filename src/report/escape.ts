/** How texts that come from files, settings and users are written where they could be read as something else: one function for each surface. */

/** Controls of the terminal, and marks that turn the direction of writing. */
const CONTROLS = /[\p{Cc}\p{Bidi_Control}\u2028\u2029\uFFF9-\uFFFB]/gu;

/** A line of a terminal or a log: controls are written out, and nothing at its start is a command of a build service. */
export function escapeLine(text: string): string {
  return text
    .replace(CONTROLS, (control) => (control === '\t' ? ' ' : `\\u${control.charCodeAt(0).toString(16).padStart(4, '0')}`))
    .replace(/^(\s*):(?=:)/, '$1\\:')
    .replaceAll('##[', '##\\[');
}

/** A text within a line of Markdown, a table's cell too: no link, picture, tag, emphasis or mention. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(CONTROLS, '\uFFFD')
    .replace(/[\\`*_<>[\]#~|&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200B');
}

/** A text as code in Markdown. */
export function codeSpan(text: string): string {
  return `\`${text.replace(/\s+/g, ' ').replace(CONTROLS, '\uFFFD').replaceAll('`', "'").replaceAll('|', '\\|')}\``;
}

/** The message of a workflow command of GitHub Actions. */
export function escapeCommand(text: string): string {
  return text.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

/** A property of a workflow command. */
export function escapeCommandProperty(text: string): string {
  return escapeCommand(text).replace(/:/g, '%3A').replace(/,/g, '%2C');
}

/** A message of SARIF, where `[text](target)` is a link. */
export function escapeSarif(text: string): string {
  return text.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

/** A path as the path of a URI. */
export function escapeUriPath(path: string): string {
  return path
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** A text in HTML, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replace(CONTROLS, '\uFFFD').replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
