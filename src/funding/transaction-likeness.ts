import { oneLine } from '../core/one-line.ts';
import type { Day } from '../core/program.ts';
import {
  type Difference,
  differences,
  type Likeness,
  notedApart,
  toldApart,
} from '../platform/csv/likeness.ts';
import type { StoredTransaction } from './funding.repository.ts';
import { transactionCells } from './transaction-cells.ts';

const TRAITS = ['type', 'value_date', 'amount', 'provider', 'receiver', 'country_or_region', 'note'] as const;

/** A date is corrected by days; what is further apart was paid twice. */
const CLOSE_DAYS = 7;

/** In a revised file an amount may have moved and been corrected, and not be another one altogether. */
const MOST_MOVED = 2;

/**
 * When two amounts of one programme, type, currency and of the same parties may be one: where they are a few days apart.
 * A signed row beside a positive one is a correction of its own (rule 7), and never a twin.
 */
export const transactionLikeness: Likeness<StoredTransaction> = {
  describe(row) {
    const { amount, note } = transactionCells(row);
    const parties = [row.provider, row.receiver].filter((each) => each !== null).join(' to ');
    return [`${row.type} of ${amount} ${row.currency} for ${row.program} on ${row.valueDate}`, parties, note]
      .filter((each) => each)
      .map((each) => oneLine(each ?? '', 80))
      .join(', ');
  },
  bucket: ({ program, type, currency, provider, receiver }) =>
    JSON.stringify([program, type, currency, provider, receiver]),
  family: ({ program, currency }) => JSON.stringify([program, currency]),
  statement: (row) => JSON.stringify(Object.values(transactionCells(row))),
  span: ({ valueDate }) => ({ from: addDays(valueDate, -CLOSE_DAYS), to: addDays(valueDate, CLOSE_DAYS) }),
  corrects(row, stored) {
    if (!areClose(row, stored) || !haveOneSign(row, stored)) return null;
    const isApart = notedApart(row.note, stored.note) || toldApart(row.place, stored.place);
    return isApart && row.amountMinor !== stored.amountMinor ? null : differing(stored, row);
  },
  repeats(row, other) {
    // Side by side, another amount is another payment.
    if (!areClose(row, other) || row.amountMinor !== other.amountMinor) return null;
    const isApart = notedApart(row.note, other.note) || toldApart(row.place, other.place);
    return isApart ? null : differing(other, row);
  },
  replaces(row, gone) {
    if (!haveOneSign(row, gone)) return null;
    const found = differing(gone, row);
    return found.length <= (areClose(row, gone) ? MOST_MOVED : 1) ? found : null;
  },
};

function differing(before: StoredTransaction, after: StoredTransaction): readonly Difference[] {
  return differences(TRAITS, transactionCells(before), transactionCells(after));
}

function areClose(one: StoredTransaction, other: StoredTransaction): boolean {
  return Math.abs(daysOf(one.valueDate) - daysOf(other.valueDate)) <= CLOSE_DAYS;
}

function haveOneSign(one: StoredTransaction, other: StoredTransaction): boolean {
  return Math.sign(one.amountMinor) === Math.sign(other.amountMinor);
}

const DAY_MS = 86_400_000;

function daysOf(day: Day): number {
  return Date.parse(day) / DAY_MS;
}

function addDays(day: Day, days: number): Day {
  return new Date((daysOf(day) + days) * DAY_MS).toISOString().slice(0, 10);
}
