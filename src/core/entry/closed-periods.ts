import type { Day } from '../program.ts';

/** Through which day the periods of each programme are closed, by its code. */
export type ClosedPeriods = ReadonlyMap<string, Day>;

/**
 * Through which day the periods of a programme are closed: as is said of it, or of a programme above it; null: none is.
 *
 * @param above the programmes above it
 * @example closedThrough('TOUR-CR', ['TOUR'], new Map([['TOUR', '2017-06-30']])) // '2017-06-30'
 */
export function closedThrough(program: string, above: readonly string[], closed: ClosedPeriods): Day | null {
  const days = [program, ...above].flatMap((code) => closed.get(code) ?? []);
  return days.reduce<Day | null>((last, day) => (last === null || day > last ? day : last), null);
}
