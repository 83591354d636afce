import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { OWNER_ONLY_FILE } from './owner-only.ts';

/**
 * Writes a file whole or not at all: under a name that ends differently until all of it is on the disk, so that nobody
 * finds half of it, and one that was there stays until then.
 *
 * @param mode the file's rights, whatever the umask; those of a file that was there are not kept
 */
export async function writeWhole(path: string, bytes: Uint8Array, mode = OWNER_ONLY_FILE): Promise<void> {
  const partial = `${path}.${randomUUID().slice(0, 8)}.partial`;
  try {
    const file = await open(partial, 'wx', OWNER_ONLY_FILE);
    try {
      await file.writeFile(bytes);
      await file.chmod(mode);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}
