import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { folderUnwritable } from '../files/data-folder.adapter.ts';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from '../files/owner-only.ts';

/** Who holds a folder. `started` tells the holder from a later process that was given the same number. */
const claimSchema = z.object({ pid: z.int().positive(), started: z.string().nullable(), host: z.string() });
type Claim = z.infer<typeof claimSchema>;

const CLAIM_NAME = /^attest-\d+-[0-9a-f-]{36}\.lock$/;

/** Two processes that start in the same moment see each other and step back; by the third try one was first. */
const TRIES = 3;
const STEP_BACK_MS = 50;

/**
 * Claims a folder for this process, and makes it where there is none.
 *
 * Each process puts down a claim under a name of its own and only then looks for others. Whoever sees no living claim
 * has the folder: anyone who comes later finds the claim in place. Nobody ever removes or replaces a living process's
 * claim, so a dead one can be cleared away without a race.
 *
 * @returns what gives the folder back
 * @throws DomainError `DATABASE.FOLDER_IN_USE` (refused), `DATABASE.FOLDER_UNWRITABLE` (broken)
 */
export async function claimFolder(folder: string): Promise<() => void> {
  const name = `attest-${process.pid}-${randomUUID()}.lock`;
  const release = () => rmSync(join(folder, name), { force: true });
  for (let tried = 1; ; tried++) {
    putDown(folder, name);
    const holder = livingClaims(folder, name)[0];
    if (holder === undefined) return release;
    release();
    if (tried === TRIES) throw inUse(folder, holder);
    await setTimeout(STEP_BACK_MS * tried * (0.5 + Math.random()));
  }
}

function putDown(folder: string, name: string): void {
  const claim: Claim = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  try {
    mkdirSync(folder, { recursive: true, mode: OWNER_ONLY_FOLDER });
    // Renamed into place, so that no reader finds half of it.
    writeFileSync(join(folder, `${name}.new`), JSON.stringify(claim), { mode: OWNER_ONLY_FILE });
    renameSync(join(folder, `${name}.new`), join(folder, name));
  } catch (cause) {
    throw folderUnwritable(folder, cause);
  }
}

interface Holder {
  readonly file: string;
  readonly claim: Claim;
}

/** The claims of others that may still be at work; those of the dead are cleared away. */
function livingClaims(folder: string, own: string): readonly Holder[] {
  const others = readdirSync(folder).filter((file) => CLAIM_NAME.test(file) && file !== own);
  return others.flatMap((name) => {
    const file = join(folder, name);
    const claim = readClaim(file);
    if (claim !== null && mayLive(claim)) return [{ file, claim }];
    rmSync(file, { force: true });
    return [];
  });
}

/** Null for a claim that is gone, or that a power cut left empty. */
function readClaim(file: string): Claim | null {
  try {
    return claimSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Of a process on another machine, or in another container, nobody here can tell: it counts as alive. */
function mayLive({ pid, started, host }: Claim): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it lives, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const startedNow = startOf(pid);
  return started === null || startedNow === null || started === startedNow;
}

/** When a process was started, in the system's own words; null where it does not say. */
function startOf(pid: number): string | null {
  try {
    if (process.platform !== 'linux') {
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
    }
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    // The name before the last parenthesis may hold anything; after it, the 20th field is the start in clock ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(')').at(-1)?.trim().split(' ');
    return `${boot} ${fields?.[19]}`;
  } catch {
    return null;
  }
}

function inUse(folder: string, { file, claim }: Holder): DomainError {
  const elsewhere = claim.host !== hostname();
  const holder = `process ${claim.pid}${elsewhere ? ` on ${claim.host}` : ''}`;
  const ifGone = elsewhere ? ` If it no longer runs, delete ${file}.` : '';
  return new DomainError('DATABASE.FOLDER_IN_USE', `${folder} is in use by ${holder}; it has room for one.`, {
    kind: 'refused',
    remedy: `Stop that process, or set DATA_DIR to another folder. Several processes need Postgres (DATABASE_URL).${ifGone}`,
  });
}
