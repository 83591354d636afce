import { oneLine } from '../core/one-line.ts';
import type { Indicator } from '../core/result.ts';
import { overlap, spanOf } from '../core/span.ts';
import {
  type Difference,
  differences,
  type Likeness,
  notedApart,
  toldApart,
} from '../platform/csv/likeness.ts';
import { figureCells } from './result-cells.ts';
import type { StoredResult } from './results.repository.ts';

/** What a figure says, trait by trait, each in the columns that a file has for it. */
const TRAITS = {
  place: ['country_or_region'],
  kind: ['kind'],
  period: ['period_start', 'period_end', 'date_precision'],
  value: ['qualifier', 'value', 'denominator'],
  breakdown: ['breakdown'],
  note: ['note'],
} as const;
type Trait = keyof typeof TRAITS;

/** In a revised file a figure may have moved and been corrected, and not be another one altogether. */
const MOST_MOVED = 2;

/**
 * When two figures of one programme, indicator, kind and place may be one: where their periods overlap; of a `latest`
 * indicator, where they end on the same day; or where neither is dated (rules 3 and 13).
 */
export function resultLikeness(indicators: ReadonlyMap<string, Indicator>): Likeness<StoredResult> {
  const meets = (one: StoredResult, other: StoredResult) =>
    indicators.get(one.indicator)?.combineTime === 'latest'
      ? one.periodEnd === other.periodEnd
      : overlap(spanOf(one), spanOf(other));

  return {
    describe(row) {
      const { value, country_or_region: place, note } = figureCells(row);
      const period = [row.periodStart, row.periodEnd].filter((day) => day !== null).join(' to ');
      const where = place === '' ? '' : ` in ${place}`;
      return [`${row.kind} ${row.indicator} of ${row.program}${where}: ${value}`, period || 'undated', note]
        .filter((each) => each)
        .map((each) => oneLine(each ?? '', 80))
        .join(', ');
    },
    bucket: ({ program, indicator, kind, place }) => JSON.stringify([program, indicator, kind, place]),
    family: ({ program, indicator }) => JSON.stringify([program, indicator]),
    statement: (row) => JSON.stringify(Object.values(figureCells(row))),
    span: spanOf,
    corrects(row, stored) {
      if (!meets(row, stored) || areTwoThings(row, stored)) return null;
      return differing(stored, row);
    },
    repeats(row, other) {
      if (!meets(row, other) || notedApart(row.note, other.note) || areTwoGroups(row, other)) return null;
      return differing(other, row);
    },
    replaces(row, gone) {
      const traits = traitsOf(gone, row);
      // A period that went on is the next one of a series, unless nothing else differs.
      const wentOn = traits.includes('period') && !meets(row, gone);
      return traits.length <= (wentOn ? 1 : MOST_MOVED) ? differing(gone, row) : null;
    },
  };
}

/** Another note and another value beside it: not one figure that was corrected twice at once. */
function areTwoThings(one: StoredResult, other: StoredResult): boolean {
  if (one.value === other.value) return false;
  return notedApart(one.note, other.note) || areTwoGroups(one, other);
}

/** Each counts one part of an axis, and not the same: the trainers and the participants. */
function areTwoGroups(one: StoredResult, other: StoredResult): boolean {
  const [first, second] = [wholes(one), wholes(other)];
  return [...first].some(([axis, part]) => toldApart(part, second.get(axis)));
}

function wholes({ parts, value }: StoredResult): ReadonlyMap<string, string> {
  return new Map(
    parts.filter((part) => part.value === value && value !== 0).map(({ axis, part }) => [axis, part]),
  );
}

function traitsOf(before: StoredResult, after: StoredResult): readonly Trait[] {
  const columns = new Set(differing(before, after).map(({ column }) => column));
  return (Object.keys(TRAITS) as Trait[]).filter((trait) =>
    TRAITS[trait].some((column) => columns.has(column)),
  );
}

function differing(before: StoredResult, after: StoredResult): readonly Difference[] {
  return differences(Object.values(TRAITS).flat(), figureCells(before), figureCells(after));
}
