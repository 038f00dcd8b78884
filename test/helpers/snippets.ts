import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import ts from 'typescript';
import { defaultSettings, type Settings } from '../../src/core/config';
import { extendHelperModule } from '../../src/core/snippets/helperModule';

const root = path.resolve(__dirname, '../..');

/** A folder from which the repository's packages are found. The caller removes it. */
export function makeFolder(): { folder: string; remove(): void } {
  mkdirSync(path.join(root, 'dist'), { recursive: true });
  const folder = mkdtempSync(path.join(root, 'dist', 'snippets-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes the helper module with some snippets into a folder and gives back its path. */
export function writeHelpers(folder: string, ids: string[], settings: Partial<Settings> = {}, name = 'promptCostHelpers.mts'): string {
  const file = path.join(folder, name);
  writeFileSync(file, extendHelperModule(null, ids, 'typescript', { ...defaultSettings(), ...settings }).text);
  return file;
}

/** Loads a module that a test wrote; `fresh` loads it anew, with a state of its own. */
export async function load<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(file).href)) as T;
}

/** What `tsc --strict` says of files, as one line each. */
export function typeErrors(files: string[]): string[] {
  const program = ts.createProgram(files, {
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Preserve,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    skipLibCheck: true,
    esModuleInterop: true,
    types: ['node'],
  });
  return ts.getPreEmitDiagnostics(program).map(({ file, start, messageText }) => {
    const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${path.basename(file?.fileName ?? '')}:${line} ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
}
