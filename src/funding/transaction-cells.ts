import type { Transaction } from '../core/funding.ts';
import { majorUnits } from '../core/money.ts';
import { originalText } from '../core/text.ts';
import { inOneReading } from '../platform/csv/written-number.ts';

/** What a transaction says, as a file writes it: read back, it is the same. */
export function transactionCells(
  transaction: Omit<Transaction, 'id' | 'conversion' | 'noteFor'>,
): Readonly<Record<string, string>> {
  const { amountMinor, currency } = transaction;
  return {
    program: transaction.program,
    type: transaction.type,
    value_date: transaction.valueDate,
    amount: inOneReading(majorUnits(amountMinor, currency)),
    currency,
    provider: transaction.provider ?? '',
    receiver: transaction.receiver ?? '',
    country_or_region: transaction.place ?? '',
    note: originalText(transaction.note) ?? '',
  };
}
