import { z } from 'zod';
import { readReportingCurrency } from '../access/index.ts';
import { doubtAbout } from '../core/currency-worth.ts';
import type { ExchangeRate } from '../core/funding.ts';
import { rateBook } from '../core/money.ts';
import { compareCodes } from '../core/text.ts';
import { currencyCell, dayCell, rateCell, refusal, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, type Sorted, sortChanges } from '../platform/csv/changes.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { smallNumberReader } from '../platform/csv/reading.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { exchangeRateGuide } from '../web/i18n/messages/guides-figures.ts';
import { convertAnew, timesConcerned } from './convert-anew.ts';
import { rateKey, readAmounts, readRates, storeConversions, storeRates } from './funding.repository.ts';
import { notesOnConversion } from './notes-on-conversion.ts';

/**
 * `currency,date,rate,source`: one unit of the currency in the reporting currency. What a new or corrected rate concerns
 * is converted anew, so that the order in which rates and transactions arrive makes no difference (rule 7).
 *
 * A rate that is far from what is known of its currency, or the inverse of it, is refused until somebody says that it
 * is right (`acceptRates`).
 */
export const exchangeRatesKind = importKind({
  name: 'exchange-rates',
  guide: async (db) => exchangeRateGuide(await readReportingCurrency(db)),
  schema: z.object({ currency: currencyCell, date: dayCell, rate: rateCell, source: words }),
  async read(db) {
    const stored = [...(await readRates(db))].sort(([a], [b]) => compareCodes(a, b));
    return stored.map(([key, rate]) => ({ key, cells: { ...rate } }));
  },
  reader: async (_tx, reading) => ({ cells: { rate: smallNumberReader(reading) } }),
  async plan(tx, rows, context) {
    const reportingCurrency = await readReportingCurrency(tx);
    const stored = await readRates(tx);
    const changes = sortChanges(
      rows.map(({ row }): ExchangeRate => row),
      rateKey,
      stored,
    );
    const changed = [...changes.inserted, ...changes.updated];
    const book = rateBook([
      ...new Map([...stored, ...changed.map((rate) => [rateKey(rate), rate] as const)]).values(),
    ]);
    const amounts = [];
    for (const { currency, ...time } of timesConcerned(changed))
      amounts.push(...(await readAmounts(tx, currency, time)));
    const { moved, tooLarge } = convertAnew(amounts, book, reportingCurrency);
    return {
      errors: [
        ...repeatedKeys(rows, 'date', rateKey),
        ...rows
          .filter(({ row }) => row.currency === reportingCurrency)
          .map(({ line }) => refuseOwn(line, reportingCurrency)),
        ...(context.answers.acceptRates ? [] : doubts(rows, changes, stored, reportingCurrency)),
        ...rows.flatMap(({ line, row }) =>
          tooLarge
            .filter(({ rate }) => rateKey(rate) === rateKey(row))
            .map(({ reason }) => rowError(line, 'rate', reason)),
        ),
      ],
      async write() {
        await storeRates(tx, changed);
        await storeConversions(
          tx,
          moved.map(({ amount: { id }, conversion }) => ({ id, conversion })),
        );
        return { ...countChanges(changes), notes: notesOnConversion(moved, reportingCurrency) };
      },
    };
  },
});

function refuseOwn(line: number, reportingCurrency: string): RowError {
  const message = `${reportingCurrency} is the reporting currency itself.`;
  return rowError(line, 'currency', refusal('RATE.REPORTING_CURRENCY', message, 'Leave the row out.'));
}

/** Rates that ask for a second look. They are held against stored ones that the file leaves as they are. */
function doubts(
  rows: readonly Numbered<ExchangeRate>[],
  { inserted, updated }: Sorted<ExchangeRate>,
  stored: ReadonlyMap<string, ExchangeRate>,
  reportingCurrency: string,
): readonly RowError[] {
  const changed = new Set([...inserted, ...updated].map(rateKey));
  const known = rateBook([...stored.entries()].filter(([key]) => !changed.has(key)).map(([, rate]) => rate));
  return rows.flatMap(({ line, row }) => {
    if (!changed.has(rateKey(row))) return [];
    const { currency, rate, date } = row;
    const doubt = doubtAbout({ currency, rate, known: known.nearest(currency, date) }, reportingCurrency);
    if (doubt === null) return [];
    const { reason, against } = doubt;
    const said =
      'rate' in against
        ? `on ${against.date} it was ${against.rate}`
        : `it has been worth ${against.low === against.high ? `some ${against.low}` : `from ${against.low} to ${against.high}`}`;
    const strange =
      reason === 'inverse' ? `looks like 1 ${reportingCurrency} in ${currency}` : 'is far from that';
    return [
      rowError(
        line,
        'rate',
        refusal(
          reason === 'inverse' ? 'RATE.INVERSE' : 'RATE.FAR_OFF',
          `1 ${currency} is ${rate} ${reportingCurrency} here; ${said}, and this ${strange}.`,
          `Correct it: one unit of ${currency} in ${reportingCurrency}. If it is right, say so: --accept-rates.`,
        ),
      ),
    ];
  });
}
