import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';
import { ecmascriptModulePaths } from './modulePaths';

/** TypeScript without JSX. */
export default {
  id: 'typescript',
  editorIds: ['typescript'],
  extensions: ['.ts', '.mts', '.cts'],
  grammar: 'typescript',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
  modulePaths: ecmascriptModulePaths,
} satisfies Language;
