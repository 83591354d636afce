import type { Day } from '../program.ts';
import type { Result } from '../result.ts';

/** Figures that have been entered, corrected or withdrawn since a moment: as they stood then, and as they stand now. */
export interface ChangedResults {
  readonly before: readonly Result[];
  readonly now: readonly Result[];
}

/** What became of figures between a report and the next. */
export interface ResultNews {
  /** Entered since, for times that the earlier report was about already. */
  readonly late: readonly Result[];
  readonly corrected: readonly { readonly before: Result; readonly now: Result }[];
  /** They counted in the earlier report and count no more. */
  readonly withdrawn: readonly Result[];
  /** How many of the corrected now end after the earlier report's last day. */
  readonly movedOn: number;
}

/**
 * Which of the changed figures a reader of the earlier report has to be told of: those that counted in it and say
 * something else now or are gone, and those that would have counted in it. What ended since is not among them.
 *
 * @param cutOffThen the last day that counted in the earlier report
 * @param cutOff the last day that counts now
 * @example newsIn({ before: [], now: [37 officials of March] }, { cutOffThen: '2017-05-31', cutOff: '2017-06-30' }).late // the 37
 */
export function newsIn(
  { before: stood, now: stands }: ChangedResults,
  { cutOffThen, cutOff }: { readonly cutOffThen: Day; readonly cutOff: Day },
): ResultNews {
  const countsBy =
    (day: Day) =>
    ({ kind, periodEnd }: Result) =>
      kind === 'actual' && (periodEnd === null || periodEnd <= day);
  const before = new Map(stood.filter(countsBy(cutOffThen)).map((each) => [each.id, each]));
  const after = new Map(stands.filter(countsBy(cutOff)).map((each) => [each.id, each]));
  const corrected = [...before.values()].flatMap((each) => {
    const own = after.get(each.id);
    return own !== undefined && said(own) !== said(each) ? [{ before: each, now: own }] : [];
  });
  return {
    late: [...after.values()].filter((each) => !before.has(each.id) && countsBy(cutOffThen)(each)),
    corrected,
    withdrawn: [...before.values()].filter(({ id }) => !after.has(id)),
    movedOn: corrected.filter((each) => !countsBy(cutOffThen)(each.now)).length,
  };
}

/** All that a figure says in a total: an approval anew, a note or another proof corrects nothing. */
function said(result: Result): string {
  const { program, indicator, place, periodStart, periodEnd, qualifier, value, valueHigh } = result;
  const { denominator, breakdown, partOf } = result;
  const parts = breakdown.map((part) => `${part.axis}=${part.part}:${part.value}`).toSorted();
  return JSON.stringify([
    program,
    indicator,
    place,
    periodStart,
    periodEnd,
    qualifier,
    value,
    valueHigh,
    denominator,
    parts,
    partOf,
  ]);
}
