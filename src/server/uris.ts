import type { DocumentUri } from 'vscode-languageserver';
import { userSchemes } from '../protocol';

/** `file` of `file:///a.py`, in small letters. */
export function schemeOf(uri: DocumentUri): string {
  return uri.slice(0, Math.max(0, uri.indexOf(':'))).toLowerCase();
}

/** Is a document a file of the user's, saved or not, or a cell of one? */
export const isUserFile = (uri: DocumentUri): boolean => userSchemes.includes(schemeOf(uri));

/** A path with forward slashes for any URI. A notebook cell keeps its fragment, so that it isn't taken for the notebook's file. */
export function pathOf(uri: DocumentUri): string {
  const [, rest = uri] = /^[a-z][a-z0-9+.-]*:(?:\/\/[^/?#]*)?(.*)$/is.exec(uri) ?? [];
  const bare = schemeOf(uri) === 'vscode-notebook-cell' ? rest : rest.replace(/[?#].*$/s, '');
  let path = bare;
  try {
    path = decodeURIComponent(bare);
  } catch {
    // A stray percent sign: the path is only shown and matched, so it stays as it is.
  }
  return path.replace(/^\/(?=[a-z]:)/i, '');
}

/** The folder of a path with forward slashes; undefined where it has none. */
export function folderOf(path: string): string | undefined {
  const at = path.lastIndexOf('/');
  return at < 0 ? undefined : path.slice(0, at) || '/';
}

/** The URI of a file by its path, the other way round from `pathOf`. */
export function uriOf(path: string): DocumentUri {
  const encoded = path.split('/').map(encodeURIComponent).join('/');
  return `file://${path.startsWith('/') ? '' : '/'}${encoded}`;
}
