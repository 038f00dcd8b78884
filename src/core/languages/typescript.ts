import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';

/** TypeScript without JSX. */
export default {
  id: 'typescript',
  editorIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
} satisfies Language;
