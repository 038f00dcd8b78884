import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';
import { ecmascriptModulePaths } from './modulePaths';

/** TypeScript with JSX. */
export default {
  id: 'tsx',
  editorIds: ['typescriptreact'],
  extensions: ['.tsx'],
  grammar: 'tsx',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
  modulePaths: ecmascriptModulePaths,
} satisfies Language;
