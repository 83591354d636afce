import type { CombineTime, Result } from './result.ts';
import { LANGUAGES } from './text.ts';

type Figure = Pick<
  Result,
  | 'id'
  | 'program'
  | 'indicator'
  | 'kind'
  | 'place'
  | 'periodStart'
  | 'periodEnd'
  | 'datePrecision'
  | 'partOf'
  | 'note'
  | 'breakdown'
>;

/**
 * Figures that may be one figure twice: of one programme, indicator, kind and place, of the same days, and nothing in their
 * notes or their parts tells them apart. Whoever lets one in beside the other is asked whether they are two (rule 13); as
 * long as neither says what it is, nobody else can tell. Parts of other figures add to nothing and are left out; of
 * `latest` indicators one of the two counts anyway, and they are `conflicts` (rule 3).
 *
 * @param combineOf how figures of an indicator combine over time
 * @returns groups of two or more, each in the order given
 * @example alike([40 in June 2017 without a note, 45 in June 2017 "in Limón"], sum) // both in one group
 * @example alike([40 in June 2017 "in San José", 45 in June 2017 "in Limón"], sum) // none
 */
export function alike<F extends Figure>(
  figures: readonly F[],
  combineOf: (indicator: string) => CombineTime,
): readonly (readonly F[])[] {
  const together = Map.groupBy(
    figures.filter(({ partOf }) => partOf === null),
    ({ program, indicator, kind, place, periodStart, periodEnd, datePrecision }) =>
      JSON.stringify([program, indicator, kind, place, periodStart, periodEnd, datePrecision]),
  );
  return [...together.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined || group.length < 2 || combineOf(first.indicator) === 'latest') return [];
    const doubtful = group.filter((one) => group.some((other) => other !== one && !toldApart(one, other)));
    return doubtful.length === 0 ? [] : [doubtful];
  });
}

/** Two notes that differ in a language that both have, or have none in common; or two breakdowns into different parts. */
function toldApart(
  one: Pick<Figure, 'note' | 'breakdown'>,
  other: Pick<Figure, 'note' | 'breakdown'>,
): boolean {
  return notedApart(one.note, other.note) || partedApart(one.breakdown, other.breakdown);
}

function notedApart(one: Figure['note'], other: Figure['note']): boolean {
  if (one === null || other === null) return false;
  const shared = LANGUAGES.filter((language) => one[language] !== undefined && other[language] !== undefined);
  return shared.length === 0 || shared.some((language) => one[language] !== other[language]);
}

function partedApart(one: Figure['breakdown'], other: Figure['breakdown']): boolean {
  return one.length > 0 && other.length > 0 && partsOf(one) !== partsOf(other);
}

function partsOf(breakdown: Figure['breakdown']): string {
  return JSON.stringify(breakdown.map(({ axis, part }) => JSON.stringify([axis, part])).sort());
}
