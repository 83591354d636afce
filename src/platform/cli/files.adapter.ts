import { access, constants, readFile, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { writeWhole } from '../files/write-whole.adapter.ts';

/** Content by path as given. @throws DomainError FILE.UNREADABLE */
export async function readFiles(
  folder: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  const read = async (path: string): Promise<[string, Uint8Array]> => {
    try {
      return [path, await readFile(resolve(folder, path))];
    } catch (error) {
      throw fileError('FILE.UNREADABLE', `${path} cannot be read`, error);
    }
  };
  return new Map(await Promise.all(paths.map(read)));
}

/** @throws DomainError FILE.UNWRITABLE where the folder is not there or may not be written to, or the path is a folder */
export async function checkWritable(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const target = resolve(folder, path);
    try {
      await access(dirname(target), constants.W_OK);
    } catch (error) {
      throw fileError('FILE.UNWRITABLE', `${path} cannot be written`, error);
    }
    const there = await stat(target).catch(() => null);
    if (there !== null && !there.isFile()) {
      const what = there.isDirectory() ? 'it is a folder' : 'it is no ordinary file';
      throw fileError('FILE.UNWRITABLE', `${path} cannot be written: ${what}`);
    }
  }
}

/** Whole or not at all, with these rights. @throws DomainError FILE.UNWRITABLE, FILE.DISK_FULL */
export async function writeFileWhole(
  folder: string,
  path: string,
  bytes: Uint8Array,
  mode?: number,
): Promise<void> {
  try {
    await writeWhole(resolve(folder, path), bytes, mode);
  } catch (error) {
    throw fileError('FILE.UNWRITABLE', `${path} cannot be written`, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  EROFS: 'the disk takes no changes',
  EFBIG: 'it is larger than the system allows',
  ERR_FS_FILE_TOO_LARGE: 'it has more than 2 GiB',
};

function fileError(code: string, message: string, cause?: unknown): DomainError {
  const errno = (cause as NodeJS.ErrnoException | undefined)?.code;
  if (errno === 'ENOSPC' || errno === 'EDQUOT') {
    return new DomainError('FILE.DISK_FULL', `${message}: the disk is full.`, {
      kind: 'broken',
      remedy: 'Free some space, or name a file on another disk. Nothing of it was left there.',
      cause,
    });
  }
  const reason = errno === undefined ? '' : `: ${REASONS[errno] ?? errno}`;
  return new DomainError(code, `${message}${reason}.`, {
    kind: 'call',
    cause,
  });
}
