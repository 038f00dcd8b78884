import type { CountTokens } from '../tokenizer';
import { readTokenizerFile } from './index';

/** A file as it lies there now. */
export interface FoundBytes {
  /** Differs when the content may. */
  version: string;
  bytes(): Promise<Uint8Array>;
}

/** Looks at a file by its absolute path; a string says why it is not read. */
export type OpenBytes = (path: string) => Promise<FoundBytes | string>;

/** A tokenizer of the project, named after its file and its content: `qwen/tokenizer.json@1f3a9c02`. */
export interface FileTokenizer {
  id: string;
  count: CountTokens;
}

/** Is it the id of a tokenizer that was read from a file? */
export const isFileTokenizer = (id: string): boolean => /@[\da-f]{8}$/.test(id);

/** A file by its absolute path, and the pattern by which texts are cut where the file does not say it. */
export interface StatedFile {
  file: string;
  pattern: string | null;
}

/** The tokenizers that were read from files. */
export interface FileTokenizers {
  /** Reads a file where it was not read yet or has changed. One that is refused is told of once for each of its versions. */
  load(stated: StatedFile): Promise<void>;
  /** What the file's last load gave; null where it was refused or not loaded. */
  get(stated: StatedFile): FileTokenizer | null;
  byId(id: string): FileTokenizer | null;
}

export function createFileTokenizers(open: OpenBytes, refused: (path: string, why: string) => void): FileTokenizers {
  const loads = new Map<string, { version: string; loading: Promise<void> }>();
  const byFile = new Map<string, FileTokenizer>();
  const byId = new Map<string, FileTokenizer>();

  const read = async (key: string, { file: path, pattern }: StatedFile, found: FoundBytes | string): Promise<void> => {
    byFile.delete(key);
    if (typeof found === 'string') return refused(path, found);
    const bytes = await found.bytes().catch(() => null);
    if (!bytes) return refused(path, 'the file: cannot be read');
    const id = `${path.split('/').slice(-2).join('/')}@${stampOf(bytes, pattern ?? '')}`;
    const known = byId.get(id);
    const file = known ? null : readTokenizerFile(bytes, pattern);
    if (file?.kind === 'refused') return refused(path, file.message);
    const tokenizer = known ?? { id, count: file!.count };
    byId.set(id, tokenizer);
    byFile.set(key, tokenizer);
  };
  return {
    async load(stated) {
      const key = keyOf(stated);
      const found = await open(stated.file);
      const version = typeof found === 'string' ? found : found.version;
      let last = loads.get(key);
      if (last?.version !== version) {
        last = { version, loading: read(key, stated, found) };
        loads.set(key, last);
      }
      await last.loading;
    },
    get: (stated) => byFile.get(keyOf(stated)) ?? null,
    byId: (id) => byId.get(id) ?? null,
  };
}

const keyOf = ({ file, pattern }: StatedFile): string => `${file}\n${pattern ?? ''}`;

/** Tells contents apart, 8 hexadecimal digits. */
function stampOf(bytes: Uint8Array, pattern: string): string {
  let hash = 0x811c_9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x0100_0193);
  for (let i = 0; i < pattern.length; i++) hash = Math.imul(hash ^ pattern.charCodeAt(i), 0x0100_0193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
