import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { lstat, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { DomainError } from '../../core/errors.ts';
import { ownFolder } from './own-folder.adapter.ts';

/**
 * The path of the Chromium inside @sparticuz/chromium, unpacked into a folder of ours unless it is there already.
 *
 * The package's own `executablePath()` runs whatever lies at /tmp/chromium: a file that another user put there, that an
 * older version left, or that another process has written only half.
 *
 * @throws DomainError BROWSER.NOT_FOUND where that Chromium does not run, BROWSER.NOT_UNPACKED
 */
export async function unpackChromium(into?: string): Promise<string> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new DomainError('BROWSER.NOT_FOUND', 'No Chrome or Chromium is installed where we look for one.', {
      kind: 'broken',
      remedy:
        'Install one, or set PUPPETEER_EXECUTABLE_PATH to it; the one that comes along is for Linux on x64.',
    });
  }
  try {
    const root = join(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')), '..');
    const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
    const program = join(await ownFolder(into), `chromium-${version}`);
    if (!(await exists(program))) {
      await unpack(join(root, 'bin', 'chromium.br'), program);
    }
    return program;
  } catch (cause) {
    throw new DomainError('BROWSER.NOT_UNPACKED', `The browser could not be unpacked: ${reasonOf(cause)}.`, {
      kind: 'broken',
      remedy:
        'Give it 250 MB of room there, or set PUPPETEER_EXECUTABLE_PATH to an installed Chrome or Chromium.',
      cause,
    });
  }
}

/** Written beside and renamed, so that nobody who unpacks it at the same time, or after one that was stopped halfway, runs half a program. */
async function unpack(archive: string, program: string): Promise<void> {
  const unfinished = `${program}.${randomUUID()}`;
  try {
    await pipeline(
      createReadStream(archive),
      createBrotliDecompress(),
      createWriteStream(unfinished, { mode: 0o700 }),
    );
    await rename(unfinished, program);
  } finally {
    await rm(unfinished, { force: true });
  }
}

async function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

function reasonOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
