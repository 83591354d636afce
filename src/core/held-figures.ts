import type { Result } from './result.ts';
import { overlap, spanOf } from './span.ts';

type Figure = Pick<
  Result,
  'id' | 'program' | 'indicator' | 'kind' | 'place' | 'periodStart' | 'periodEnd' | 'datePrecision' | 'partOf'
>;

/** A figure of a programme, and one of its own activity that it may hold already. */
export interface UnmarkedPart<F> {
  readonly whole: F;
  readonly part: F;
}

/**
 * Figures of a programme and of its own activity for one indicator, kind and place whose periods overlap, and of which
 * neither is said to be a part: both count, and one may hold the other (rule 9).
 *
 * @param ancestors the programmes above one, by code
 * @example 100 judges of TOUR and 60 of its activity TOUR-CR, both in CR in the first half of 2017 // one pair
 */
export function unmarkedParts<F extends Figure>(
  figures: readonly F[],
  ancestors: (program: string) => readonly string[],
): readonly UnmarkedPart<F>[] {
  const counting = figures.filter(({ partOf }) => partOf === null);
  const groups = Map.groupBy(counting, ({ indicator, kind, place }) =>
    JSON.stringify([indicator, kind, place]),
  );
  return [...groups.values()].flatMap((group) => {
    const byProgram = Map.groupBy(group, ({ program }) => program);
    if (byProgram.size < 2) return [];
    return [...byProgram].flatMap(([program, parts]) =>
      ancestors(program).flatMap((above) =>
        (byProgram.get(above) ?? []).flatMap((whole) =>
          parts.filter((part) => overlap(spanOf(whole), spanOf(part))).map((part) => ({ whole, part })),
        ),
      ),
    );
  });
}
