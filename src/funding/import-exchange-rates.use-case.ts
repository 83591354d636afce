import { z } from 'zod';
import { type ExchangeRate, REPORTING_CURRENCY } from '../core/funding.ts';
import { conversionOf } from '../core/money.ts';
import { currencyCell, dayCell, rateCell, refusal, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { importKind, rowError } from '../platform/csv/import-kind.ts';
import { smallNumberReader } from '../platform/csv/reading.ts';
import type { Transaction } from '../platform/database/database.ts';
import {
  convertedAt,
  rateKey,
  readRates,
  readUnconverted,
  storeConversion,
  storeRates,
} from './funding.repository.ts';

/**
 * `currency,date,rate,source`: one unit of the currency in the reporting currency. Transactions that had no rate yet
 * are converted; those that were converted keep the rate that is stored with them (rule 7).
 */
export const exchangeRatesKind = importKind({
  name: 'exchange-rates',
  guide: {
    currency: 'The ISO 4217 code of the currency.',
    date: 'The day of the rate.',
    rate: `What one unit of the currency is in ${REPORTING_CURRENCY}.`,
    source: 'Who says so.',
  },
  schema: z.object({ currency: currencyCell, date: dayCell, rate: rateCell, source: words }),
  reader: async (_tx, reading) => ({ cells: { rate: smallNumberReader(reading) } }),
  async plan(tx, rows) {
    const stored = await readRates(tx);
    const changes = sortChanges(
      rows.map(({ row }): ExchangeRate => row),
      rateKey,
      stored,
    );
    return {
      errors: [
        ...repeatedKeys(rows, 'date', rateKey),
        ...rows
          .filter(({ row }) => row.currency === REPORTING_CURRENCY)
          .map(({ line }) => {
            const message = `${REPORTING_CURRENCY} is the reporting currency itself.`;
            return rowError(
              line,
              'currency',
              refusal('RATE.REPORTING_CURRENCY', message, 'Leave the row out.'),
            );
          }),
      ],
      async write() {
        await storeRates(tx, [...changes.inserted, ...changes.updated]);
        const converted = await convertWaiting(tx, [...changes.inserted, ...changes.updated]);
        const kept = await Promise.all(changes.updated.map((rate) => convertedAt(tx, rate)));
        return {
          ...countChanges(changes),
          notes: [
            ...sentenceOf(converted, 'that had no exchange rate', 'converted'),
            ...sentenceOf(
              kept.reduce((sum, count) => sum + count, 0),
              'converted before',
              'left at the former rate',
            ),
          ],
        };
      },
    };
  },
});

async function convertWaiting(tx: Transaction, changed: readonly ExchangeRate[]): Promise<number> {
  const currencies = [...new Set(changed.map(({ currency }) => currency))];
  const rates = [...(await readRates(tx)).values()];
  let converted = 0;
  for (const waiting of await readUnconverted(tx, currencies)) {
    const conversion = conversionOf(waiting, rates, REPORTING_CURRENCY);
    if (conversion === null) continue;
    await storeConversion(tx, waiting.id, conversion);
    converted += 1;
  }
  return converted;
}

function sentenceOf(count: number, which: string, what: string): readonly string[] {
  if (count === 0) return [];
  return [
    `${count} ${count === 1 ? 'transaction' : 'transactions'} ${which} ${count === 1 ? 'was' : 'were'} ${what}.`,
  ];
}
