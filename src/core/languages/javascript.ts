import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';

/** JavaScript with or without JSX. */
export default {
  id: 'javascript',
  editorIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.jsx', '.mjs', '.cjs'],
  grammar: 'javascript',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
} satisfies Language;
