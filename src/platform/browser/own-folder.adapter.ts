import { lstat, mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folderOfUser = (): string => join(tmpdir(), `attest-chromium-${process.getuid?.()}`);

/**
 * A folder for temporary files that only we can write to, kept between starts: everybody may write to the one around it,
 * and we run what lies here.
 *
 * @throws Error when others can write to it
 */
export async function ownFolder(folder: string = folderOfUser()): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (!found.isDirectory() || found.uid !== process.getuid?.() || (found.mode & 0o022) !== 0) {
    throw new Error(`${folder}: others can write to it`);
  }
  return folder;
}
