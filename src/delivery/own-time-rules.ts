import type { DomainError } from '../core/errors.ts';
import { isTimeZone } from '../core/time-zone.ts';
import { cell, optional, quoted, refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { OwnTime } from './own-time.ts';

function wholeNumber(least: number, most: number) {
  return cell((text): number | DomainError => {
    const number = Number(text);
    if (/^\d{1,2}$/.test(text) && number >= least && number <= most) return number;
    const message = `${quoted(text)} is not a whole number from ${least} to ${most}.`;
    return refusal('CELL.OUT_OF_RANGE', message, `Write a whole number from ${least} to ${most}.`);
  });
}

const zoneCell = cell((text): string | DomainError => {
  if (isTimeZone(text)) return text;
  const remedy = 'Write its name, as in America/Costa_Rica.';
  return refusal('CELL.NOT_A_TIME_ZONE', `${quoted(text)} is not a time zone.`, remedy);
});

/** The columns of a file of subscriptions that say at which moment of a month each is sent. */
export const TIME_CELLS = {
  day: optional(wholeNumber(1, 28)),
  hour: optional(wholeNumber(0, 23)),
  zone: optional(zoneCell),
};

type GivenTime = {
  readonly day: number | null | undefined;
  readonly hour: number | null | undefined;
  readonly zone: string | null | undefined;
};

/** What the three columns say; a file without any of them changes nothing. */
export function givenTime({ day, hour, zone }: GivenTime, before: OwnTime | undefined): OwnTime {
  const isGiven = [day, hour, zone].some((cell) => cell !== undefined);
  const { ownDay = null, ownHour = null, ownZone = null } = isGiven ? {} : (before ?? {});
  return { ownDay: day ?? ownDay, ownHour: hour ?? ownHour, ownZone: zone ?? ownZone };
}

/** As the three columns say it. */
export function timeCells({ ownDay, ownHour, ownZone }: OwnTime) {
  return { day: ownDay?.toString() ?? '', hour: ownHour?.toString() ?? '', zone: ownZone ?? '' };
}

/** A day without its hour is no moment. */
export function refuseHalfATime({ line, row }: Numbered<OwnTime>): readonly RowError[] {
  const cells = [
    ['day', row.ownDay],
    ['hour', row.ownHour],
    ['zone', row.ownZone],
  ] as const;
  const missing = cells.flatMap(([column, value]) => (value === null ? [column] : []));
  const [first] = missing;
  if (first === undefined || missing.length === cells.length) return [];
  const message = `A time of its own has a day, an hour and a zone; here is no ${missing.join(' and no ')}.`;
  const remedy = 'Fill in all three, or leave all three empty: then it is sent as the organisation sends.';
  return [rowError(line, first, refusal('SUBSCRIPTION.HALF_A_TIME', message, remedy))];
}
