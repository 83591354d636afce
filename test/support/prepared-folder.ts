import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../src/platform/config/root.ts';
import { openEmbedded } from '../../src/platform/database/embedded.adapter.ts';
import { TEMPLATE_HASH } from './engines.ts';

const CACHE = join(ROOT, 'node_modules/.cache/attest');
const OPENED_BY = readFileSync(join(ROOT, 'src/platform/database/embedded.adapter.ts'));
const NAME = `folder-${createHash('sha256').update(TEMPLATE_HASH).update(OPENED_BY).digest('hex').slice(0, 16)}`;

/**
 * Puts into the folder what the first opening of it would: a database with all migrations and no rows. It is copied from
 * one that was made before, as making it takes most of the time of a first start.
 */
export async function prepareFolder(dataDir: string): Promise<void> {
  const template = join(CACHE, NAME);
  if (!existsSync(template)) await makeTemplate(template);
  // The copy is as closed as what the service made.
  const umask = process.umask(0o077);
  cpSync(template, join(dataDir, 'db'), { recursive: true });
  process.umask(umask);
}

async function makeTemplate(template: string): Promise<void> {
  mkdirSync(CACHE, { recursive: true });
  // But for its own, which another worker may have just made.
  for (const outdated of readdirSync(CACHE).filter((name) => name.startsWith('folder-') && name !== NAME)) {
    rmSync(join(CACHE, outdated), { recursive: true });
  }
  const own = mkdtempSync(join(CACHE, 'making-'));
  const handle = await openEmbedded(own);
  await handle.close();
  // Another worker may have made the same in the meantime: the first one stays.
  if (!existsSync(template)) renameSync(join(own, 'db'), template);
  rmSync(own, { recursive: true, force: true });
}
