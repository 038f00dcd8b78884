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

/** The tokenizers that were read from files. */
export interface FileTokenizers {
  /** Reads a file where it was not read yet or has changed. One that is refused is told of once for each of its versions. */
  load(path: string): Promise<void>;
  /** What the file's last load gave; null where it was refused or not loaded. */
  get(path: string): FileTokenizer | null;
  byId(id: string): FileTokenizer | null;
}

export function createFileTokenizers(open: OpenBytes, refused: (path: string, why: string) => void): FileTokenizers {
  const loads = new Map<string, { version: string; loading: Promise<void> }>();
  const byPath = new Map<string, FileTokenizer>();
  const byId = new Map<string, FileTokenizer>();

  const read = async (path: string, found: FoundBytes | string): Promise<void> => {
    byPath.delete(path);
    if (typeof found === 'string') return refused(path, found);
    const bytes = await found.bytes().catch(() => null);
    if (!bytes) return refused(path, 'the file: cannot be read');
    const id = `${path.split('/').slice(-2).join('/')}@${stampOf(bytes)}`;
    const known = byId.get(id);
    const file = known ? null : readTokenizerFile(bytes);
    if (file?.kind === 'refused') return refused(path, file.message);
    const tokenizer = known ?? { id, count: file!.count };
    byId.set(id, tokenizer);
    byPath.set(path, tokenizer);
  };
  return {
    async load(path) {
      const found = await open(path);
      const version = typeof found === 'string' ? found : found.version;
      let last = loads.get(path);
      if (last?.version !== version) {
        last = { version, loading: read(path, found) };
        loads.set(path, last);
      }
      await last.loading;
    },
    get: (path) => byPath.get(path) ?? null,
    byId: (id) => byId.get(id) ?? null,
  };
}

/** Tells contents apart, 8 hexadecimal digits. */
function stampOf(bytes: Uint8Array): string {
  let hash = 0x811c_9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x0100_0193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}
