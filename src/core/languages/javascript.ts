import { ecmascriptSyntax, lowerEcmascript } from './ecmascript';
import type { Language } from './language';
import { ecmascriptModulePaths } from './modulePaths';

/** JavaScript with or without JSX. The TSX grammar reads it as well as its own does, and files with type annotations besides. */
export default {
  id: 'javascript',
  editorIds: ['javascript', 'javascriptreact'],
  extensions: ['.js', '.jsx', '.mjs', '.cjs'],
  grammar: 'tsx',
  ecosystem: 'javascript',
  syntax: ecmascriptSyntax,
  lower: lowerEcmascript,
  modulePaths: ecmascriptModulePaths,
} satisfies Language;
