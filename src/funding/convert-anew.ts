import { DomainError } from '../core/errors.ts';
import type { Conversion, ExchangeRate, Transaction } from '../core/funding.ts';
import { conversionOf, MAX_RATE_AGE_DAYS, type RateBook } from '../core/money.ts';
import { daysAfter } from '../core/period.ts';
import type { Day } from '../core/program.ts';

/** A time whose amounts in a currency may convert otherwise. */
export interface ConcernedTime {
  readonly currency: string;
  readonly from: Day;
  readonly to: Day;
}

/**
 * What changed rates may concern: from the first of a currency to the last, and as long after it as a rate holds
 * (rule 7).
 */
export function timesConcerned(rates: readonly ExchangeRate[]): readonly ConcernedTime[] {
  return [...Map.groupBy(rates, ({ currency }) => currency)].map(([currency, group]) => {
    const days = group.map(({ date }) => date).sort();
    return { currency, from: days[0] ?? '', to: daysAfter(days.at(-1) ?? '', MAX_RATE_AGE_DAYS) };
  });
}

type Amount = Pick<Transaction, 'amountMinor' | 'currency' | 'valueDate' | 'conversion'>;

/** An amount that converts otherwise than it is stored. */
export interface Moved<Row> {
  readonly amount: Row;
  readonly conversion: Conversion | null;
}

/** The amounts that other rates convert otherwise, and those that they would make too large to be counted exactly. */
export function convertAnew<Row extends Amount>(
  amounts: readonly Row[],
  book: RateBook,
  reportingCurrency: string,
): {
  readonly moved: readonly Moved<Row>[];
  readonly tooLarge: readonly { readonly rate: ExchangeRate; readonly reason: DomainError }[];
} {
  const moved: Moved<Row>[] = [];
  const tooLarge: { readonly rate: ExchangeRate; readonly reason: DomainError }[] = [];
  for (const amount of amounts) {
    try {
      const conversion = conversionOf(amount, book, reportingCurrency);
      if (!isSame(conversion, amount.conversion)) moved.push({ amount, conversion });
    } catch (reason) {
      const rate = book.latest(amount.currency, amount.valueDate);
      if (!(reason instanceof DomainError) || rate === null) throw reason;
      tooLarge.push({ rate, reason });
    }
  }
  return { moved, tooLarge };
}

function isSame(one: Conversion | null, other: Conversion | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.amountMinor === other.amountMinor &&
    one.rate === other.rate &&
    one.rateDate === other.rateDate &&
    one.source === other.source
  );
}
