import { access, constants, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { DomainError } from '../../core/errors.ts';

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
    if ((await stat(target).catch(() => null))?.isDirectory()) {
      throw fileError('FILE.UNWRITABLE', `${path} cannot be written: it is a folder`);
    }
  }
}

/** Whole or not at all. @throws DomainError FILE.UNWRITABLE */
export async function writeWhole(folder: string, path: string, bytes: Uint8Array): Promise<void> {
  const target = resolve(folder, path);
  const partial = `${target}.${process.pid}.partial`;
  try {
    await writeFile(partial, bytes);
    await rename(partial, target);
  } catch (error) {
    await rm(partial, { force: true });
    throw fileError('FILE.UNWRITABLE', `${path} cannot be written`, error);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'the system does not allow it',
  EPERM: 'the system does not allow it',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of the path is no folder',
  ENOSPC: 'the disk is full',
};

function fileError(code: string, message: string, cause?: unknown): DomainError {
  const errno = (cause as NodeJS.ErrnoException | undefined)?.code;
  const reason = errno === undefined ? '' : `: ${REASONS[errno] ?? errno}`;
  return new DomainError(code, `${message}${reason}.`, {
    kind: errno === 'ENOSPC' ? 'broken' : 'call',
    cause,
  });
}
