import { readFile } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Fix, findHelperPlace, helperText } from '../core';
import { decodeFile } from '../disk/decode';
import { exists, projectOf, resolveInside } from '../disk/project';
import type { ProtocolEdit } from '../protocol';
import type { Context } from './context';
import type { Analyzed } from './documents';

/** The helper module that a fix writes, as edits of what it holds now. */
export interface HelperFile {
  uri: string;
  exists: boolean;
  /** Of the open document; null for a file that is not open. */
  version: number | null;
  edits: ProtocolEdit[];
}

/**
 * Finds the helper module of a fix, open or on the disk, beside the document or in a folder of the project above, and what the fix adds to
 * it. The fix comes back with its import pointing there. null where the document is no file, and where no module can be written for it.
 */
export async function findHelperFile(
  context: Context,
  { uri, text, settings }: Analyzed,
  fix: Fix,
): Promise<{ fix: Fix; file: HelperFile | null } | null> {
  if (!fix.helpers) return { fix, file: null };
  if (!uri.startsWith('file:')) return null;
  const path = fileURLToPath(uri);
  const project = await projectOf(path, context.folders());
  const isThere = async (candidate: string) => context.documents.uris().includes(uriOf(candidate, uri)) || (await exists(candidate));
  const around = { text: text.getText(), root: project.replaceAll('\\', '/'), exists: isThere };
  const place = await findHelperPlace(fix, path.replaceAll('\\', '/'), around);
  if (!place || !(await resolveInside(place.path, project))) return null;
  const moduleUri = uriOf(place.path, uri);
  const present = await readPresent(context, moduleUri);
  if (present === 'unreadable') return null;
  const after = helperText(present?.text.getText() ?? null, place.fix, text.getText(), settings);
  const edits = difference(present?.text ?? TextDocument.create(moduleUri, '', 0, ''), after);
  return { fix: place.fix, file: { uri: moduleUri, exists: present !== null, version: present?.version ?? null, edits } };
}

/** Written as the editor writes the URI of the document, whose drive letter and escapes may differ from Node's. */
function uriOf(path: string, beside: string): string {
  const uri = pathToFileURL(path).href;
  const own = pathToFileURL(fileURLToPath(beside)).href;
  const folder = own.slice(0, own.lastIndexOf('/') + 1);
  return uri.startsWith(folder) ? beside.slice(0, beside.lastIndexOf('/') + 1) + uri.slice(folder.length) : uri;
}

/** The module's present text; null where there is none yet, `unreadable` where an edit could damage what it holds. */
async function readPresent({ documents }: Context, uri: string): Promise<{ text: TextDocument; version: number | null } | null | 'unreadable'> {
  const open = documents.uris().includes(uri) ? await documents.analyze(uri) : null;
  if (open) return { text: open.text, version: open.version };
  const bytes = await readFile(fileURLToPath(uri)).catch(() => null);
  if (!bytes) return null;
  const { text, encoding } = decodeFile(bytes);
  return encoding ? { text: TextDocument.create(uri, '', 0, text), version: null } : 'unreadable';
}

/** What changed: lines that were put in, so that nothing else is touched; else the text as a whole. */
function difference(text: TextDocument, after: string): ProtocolEdit[] {
  const before = text.getText();
  const edits: ProtocolEdit[] = [];
  const lines = before.split(/(?<=\n)/);
  let at = 0;
  let offset = 0;
  let added = '';
  const flush = () => {
    const place = text.positionAt(offset);
    if (added) edits.push({ range: { start: place, end: place }, newText: added });
    added = '';
  };
  for (const line of after.split(/(?<=\n)/)) {
    if (at === lines.length || line !== lines[at]) {
      added += line;
      continue;
    }
    flush();
    at++;
    offset += line.length;
  }
  flush();
  const whole = { start: text.positionAt(0), end: text.positionAt(before.length) };
  return before === '' || at === lines.length ? edits : [{ range: whole, newText: after }];
}
