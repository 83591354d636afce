import type { Result } from '../core/result.ts';
import { type Astray, astrayIn, type Whereabouts } from '../core/whereabouts.ts';

/** More are counted, not listed. */
const MOST_LISTED = 20;

/** A figure as a row of a file gives it. */
export interface PlacedRow {
  readonly line: number;
  readonly result: Pick<Result, 'program' | 'place' | 'periodEnd'>;
}

/**
 * Names figures of a place where their programme does not run, or of a time before it began. They are stored: it may be
 * the programme's record that is wrong.
 *
 * @example notesOnPlace(whereabouts, [police trained by CARGO-CL in AR, on line 2])
 *   // ['Line 2: CARGO-CL does not run in AR.']
 */
export function notesOnPlace(whereabouts: Whereabouts, rows: readonly PlacedRow[]): readonly string[] {
  const astray = astrayIn(whereabouts);
  const startOf = new Map(whereabouts.programs.map(({ code, start }) => [code, start]));
  const said = (reason: Astray, { program, place, periodEnd }: PlacedRow['result']) =>
    reason === 'elsewhere'
      ? `${program} does not run in ${place}`
      : `the period ended (${periodEnd}) before ${program} began (${startOf.get(program)})`;
  const notes = rows.flatMap(({ line, result }) => {
    const reasons = astray(result).map((reason) => said(reason, result));
    return reasons.length === 0 ? [] : [`Line ${line}: ${reasons.join(', and ')}.`];
  });
  const unlisted = notes.length - MOST_LISTED;
  return unlisted > 0
    ? [
        ...notes.slice(0, MOST_LISTED),
        `... and ${unlisted} more outside the place or time of their programme.`,
      ]
    : notes;
}
