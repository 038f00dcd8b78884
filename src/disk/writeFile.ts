import { randomBytes } from 'node:crypto';
import { constants } from 'node:fs';
import { access, chmod, chown, mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';

/**
 * Writes a file as a whole or not at all: into a new file beside it, which then takes its place, with its mode and owner. `before` is what
 * the file held when it was read, null where there was none. Throws where it holds something else by now, or may not be written.
 */
export async function replaceFile(file: string, bytes: Buffer, before: Buffer | null): Promise<void> {
  if (before) await access(file, constants.W_OK);
  else await mkdir(path.dirname(file), { recursive: true });
  const beside = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(6).toString('hex')}.tmp`);
  try {
    await writeNew(beside, bytes);
    if (before) await copyOwner(file, beside);
    const present = await readFile(file).catch(() => null);
    if (before ? !present?.equals(before) : present !== null) throw new Error('changed while it was being fixed');
    await rename(beside, file);
  } catch (error) {
    await rm(beside, { force: true });
    throw error;
  }
}

async function writeNew(file: string, bytes: Buffer): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function copyOwner(from: string, to: string): Promise<void> {
  const { mode, uid, gid } = await stat(from);
  // Only the superuser may give a file away; for anyone else it is their own already.
  await chown(to, uid, gid).catch(() => {});
  await chmod(to, mode & 0o7777);
}
