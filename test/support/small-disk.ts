import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A disk of its own, in memory, that can be filled. */
export interface SmallDisk {
  readonly path: string;
  /** Leaves this much. */
  fill(leaveKib: number): void;
  empty(): void;
  remove(): void;
}

/** Runs a suite where the machine lets tests make disks: only root may, and not in every container. Otherwise it says so. */
export function onSmallDisks(name: string, suite: () => void): void {
  try {
    makeDisk(1).remove();
  } catch (error) {
    process.stderr.write(`No disks for tests here: ${(error as Error).message}\n`);
    describe.skip(name, suite);
    return;
  }
  describe(name, suite);
}

export function makeDisk(mebibytes: number): SmallDisk {
  const path = mkdtempSync(join(tmpdir(), 'attest-disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m,mode=0755`, 'attest-test', path], {
      stdio: 'ignore',
    });
  } catch (error) {
    rmdirSync(path);
    throw error;
  }
  const ballast = join(path, 'ballast');
  const empty = () => rmSync(ballast, { force: true });
  return {
    path,
    fill: (leaveKib) => {
      empty();
      const { bavail, bsize } = statfsSync(path);
      writeFileSync(ballast, Buffer.alloc(Math.max(0, bavail * bsize - leaveKib * 1024)));
    },
    empty,
    remove: () => {
      // Lazily: a process that was killed may not have let go of it yet.
      execFileSync('umount', ['-l', path]);
      rmdirSync(path);
    },
  };
}
