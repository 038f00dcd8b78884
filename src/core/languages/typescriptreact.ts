import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';

/** TypeScript with JSX. */
export default {
  id: 'tsx',
  editorIds: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tsx',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
} satisfies Language;
