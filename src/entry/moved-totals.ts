import type { ProgramTotal } from '../analytics/index.ts';

/** A total of the programmes concerned, before and after. */
export interface MovedTotal {
  readonly before: ProgramTotal | null;
  readonly after: ProgramTotal | null;
}

/** Those that differ, in order of what they are of. */
export function movesBetween(
  before: readonly ProgramTotal[],
  after: readonly ProgramTotal[],
): readonly MovedTotal[] {
  const keyOf = ({ of, what }: ProgramTotal) => JSON.stringify([of, what]);
  const now = new Map(after.map((total) => [keyOf(total), total]));
  const then = new Map(before.map((total) => [keyOf(total), total]));
  return [...new Set([...then.keys(), ...now.keys()])].sort().flatMap((key) => {
    const move = { before: then.get(key) ?? null, after: now.get(key) ?? null };
    return JSON.stringify(move.before?.value) === JSON.stringify(move.after?.value) ? [] : [move];
  });
}
