import { readdirSync, readFileSync } from 'node:fs';

/** A process as Linux tells of it in /proc. */
interface ProcessState {
  readonly pid: number;
  readonly parent: number;
  /** Ended, and its parent has not asked how. */
  readonly zombie: boolean;
}

/** A process and all that it has started, itself first; empty when it is gone. */
export function processTree(pid: number): readonly number[] {
  const all = processes();
  const below = (parent: number): number[] =>
    all.filter((state) => state.parent === parent).flatMap((state) => [state.pid, ...below(state.pid)]);
  return all.some((state) => state.pid === pid && !state.zombie) ? [pid, ...below(pid)] : [];
}

/** Those of `pids` that still run, and those that this process has left behind as zombies. */
export function remaining(pids: readonly number[]): readonly number[] {
  return processes()
    .filter(({ pid, parent, zombie }) => pids.includes(pid) && (!zombie || parent === process.pid))
    .map(({ pid }) => pid);
}

/** How a process was called, its arguments separated by spaces; empty when it is gone. */
export function commandOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}

/**
 * Memory that processes hold between them, in bytes: what they share is counted once (proportional set size), as the
 * sum of resident sizes would count a browser's code once per page.
 */
export function memoryOf(pids: readonly number[]): number {
  return pids.reduce((sum, pid) => sum + memory(pid), 0);
}

/** What a process alone holds, in megabytes. */
export function megabytesOf(pid: number): number {
  return Math.round(memoryOf([pid]) / 1e6);
}

/** Of a second, as Linux counts processor time. */
const TICKS = 100;

/** Processor time that a process has taken so far, all of its threads together, in milliseconds; 0 when it is gone. */
export function processorMsOf(pid: number): number {
  try {
    // Behind "pid (name) ": user and system time are the 14th and the 15th of all.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return ((Number(fields[11]) + Number(fields[12])) * 1000) / TICKS;
  } catch {
    return 0;
  }
}

function memory(pid: number): number {
  try {
    return (
      Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
    );
  } catch {
    return 0;
  }
}

function processes(): readonly ProcessState[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        // "pid (name) state parent …", and the name may hold spaces and brackets.
        const [state, parent] = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        return [{ pid: Number(name), parent: Number(parent), zombie: state === 'Z' }];
      } catch {
        // It ended while we read the list.
        return [];
      }
    });
}
