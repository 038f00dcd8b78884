import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeFile } from '../disk/decode';
import type { Analyzed } from './documents';

/**
 * May a document be edited without damage to its file? Not where the editor put U+FFFD for bytes that it could not read: saving would
 * write those over them.
 */
export async function mayEdit({ uri, text }: Pick<Analyzed, 'uri' | 'text'>): Promise<boolean> {
  if (!uri.startsWith('file:') || !text.getText().includes('\uFFFD')) return true;
  const bytes = await readFile(fileURLToPath(uri)).catch(() => null);
  return !bytes || decodeFile(bytes).encoding !== null;
}
