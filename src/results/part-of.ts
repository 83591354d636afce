import type { DomainError } from '../core/errors.ts';
import { overlap, spanOf } from '../core/span.ts';
import { quoted, refusal } from '../platform/csv/cells.ts';
import { keyOf } from '../platform/csv/match-rows.ts';
import type { StoredResult } from './results.repository.ts';

/** Figures that may hold another one: by key, and by programme. */
export interface Wholes {
  readonly byKey: ReadonlyMap<string, StoredResult>;
  readonly byProgram: ReadonlyMap<string, readonly StoredResult[]>;
}

export function wholesOf(figures: readonly StoredResult[]): Wholes {
  return {
    byKey: new Map(
      figures.flatMap((figure): [string, StoredResult][] => [
        ...(figure.ref === null ? [] : [[figure.ref, figure] as [string, StoredResult]]),
        [figure.id, figure],
      ]),
    ),
    byProgram: Map.groupBy(figures, ({ program }) => program),
  };
}

/**
 * The figure that a cell `part_of` means: the one of its ref; or, where it names a programme, the programme's figure for
 * the same indicator, kind and place whose period overlaps, of which there must be one.
 */
export function wholeOf(cell: string, part: StoredResult, wholes: Wholes): StoredResult | DomainError {
  const named = wholes.byKey.get(keyOf(cell));
  if (named !== undefined) return refuseWhole(named, part) ?? named;
  const ofProgram = (wholes.byProgram.get(cell) ?? []).filter(
    (figure) =>
      figure.id !== part.id && refuseWhole(figure, part) === null && overlap(spanOf(figure), spanOf(part)),
  );
  const inPlace = ofProgram.filter(({ place }) => place === part.place);
  const [only, ...others] = inPlace.length > 0 ? inPlace : ofProgram;
  if (only === undefined) {
    return refusal(
      'RESULT.PART_OF_UNKNOWN',
      `There is no figure ${quoted(cell)} that could hold this one, nor one of a programme of that code for its indicator and time.`,
      'Write the ref of the figure that holds it, or its programme; or empty the cell.',
    );
  }
  if (others.length === 0) return only;
  return refusal(
    'RESULT.PART_OF_UNCLEAR',
    `${quoted(cell)} has ${others.length + 1} figures that could hold this one.`,
    `Write the ref of one: ${[only, ...others.slice(0, 2)].map(({ ref, id }) => ref ?? id).join(', ')}.`,
  );
}

function refuseWhole(whole: StoredResult, part: StoredResult): DomainError | null {
  if (whole.id === part.id) {
    return refusal(
      'RESULT.PART_OF_ITSELF',
      'A figure is no part of itself.',
      'Empty the cell, or correct it.',
    );
  }
  if (whole.indicator === part.indicator && whole.kind === part.kind) return null;
  const message = `${quoted(whole.ref ?? whole.id)} is a figure of another indicator or kind, and cannot hold this one.`;
  return refusal('RESULT.PART_OF_ANOTHER', message, 'Correct the cell, or empty it.');
}

/** Whether a figure would hold itself, over the ones that hold it. */
export function isInCircle(id: string, wholeIdOf: (id: string) => string | null): boolean {
  const seen = new Set<string>();
  for (let next = wholeIdOf(id); next !== null && !seen.has(next); next = wholeIdOf(next)) {
    if (next === id) return true;
    seen.add(next);
  }
  return false;
}
