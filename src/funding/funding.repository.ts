import { and, count, eq, inArray, isNull } from 'drizzle-orm';
import type { Conversion, ExchangeRate, Transaction } from '../core/funding.ts';
import type { Standing, StandingRow } from '../platform/csv/approval.ts';
import type { Database, Transaction as DatabaseTransaction } from '../platform/database/database.ts';
import { inChunks, upsert } from '../platform/database/rows.ts';
import { exchangeRates, transactions, type transactionsSeen } from './funding.table.ts';

export async function readRates(db: Database): Promise<ReadonlyMap<string, ExchangeRate>> {
  const rows = await db.select().from(exchangeRates);
  return new Map(rows.map((rate) => [rateKey(rate), rate]));
}

export function rateKey({ currency, date }: Pick<ExchangeRate, 'currency' | 'date'>): string {
  return `${currency} ${date}`;
}

export async function storeRates(tx: DatabaseTransaction, rows: readonly ExchangeRate[]): Promise<void> {
  await upsert(tx, exchangeRates, [exchangeRates.currency, exchangeRates.date], rows);
}

/** How many transactions were converted at the rate of a currency and day. */
export async function convertedAt(db: Database, { currency, date }: ExchangeRate): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(transactions)
    .where(and(eq(transactions.currency, currency), eq(transactions.rateDate, date)));
  return row?.count ?? 0;
}

/** Transactions for which no rate was known yet. */
export function readUnconverted(
  db: Database,
  currencies: readonly string[],
): Promise<readonly Pick<Transaction, 'id' | 'amountMinor' | 'currency' | 'valueDate'>[]> {
  const { id, amountMinor, currency, valueDate, convertedMinor } = transactions;
  return db
    .select({ id, amountMinor, currency, valueDate })
    .from(transactions)
    .where(and(inArray(currency, [...currencies]), isNull(convertedMinor)));
}

export async function storeConversion(
  tx: DatabaseTransaction,
  id: string,
  conversion: Conversion,
): Promise<void> {
  await tx.update(transactions).set(conversionColumns(conversion)).where(eq(transactions.id, id));
}

export async function readTransactions(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, StandingRow<Transaction>>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select().from(transactions).where(inArray(transactions.id, chunk)),
  );
  return new Map(rows.map((row) => [row.id, { row: transactionOf(row), status: row.status }]));
}

export async function storeTransactions(
  tx: DatabaseTransaction,
  rows: readonly { readonly transaction: Transaction; readonly standing: Standing }[],
): Promise<void> {
  await upsert(
    tx,
    transactions,
    [transactions.id],
    rows.map(({ transaction: { conversion, ...transaction }, standing }) => ({
      ...transaction,
      ...conversionColumns(conversion),
      ...standing,
    })),
  );
}

/** A transaction as `core` knows it. */
export function transactionOf(row: typeof transactionsSeen.$inferSelect): Transaction {
  const { convertedMinor, rate, rateDate, rateSource } = row;
  return {
    id: row.id,
    program: row.program,
    type: row.type,
    valueDate: row.valueDate,
    amountMinor: row.amountMinor,
    currency: row.currency,
    provider: row.provider,
    receiver: row.receiver,
    place: row.place,
    illustrative: row.illustrative,
    conversion:
      convertedMinor === null || rate === null || rateDate === null || rateSource === null
        ? null
        : { amountMinor: convertedMinor, rate, rateDate, source: rateSource },
    note: row.note,
    noteFor: row.noteFor,
  };
}

function conversionColumns(conversion: Conversion | null) {
  return {
    convertedMinor: conversion?.amountMinor ?? null,
    rate: conversion?.rate ?? null,
    rateDate: conversion?.rateDate ?? null,
    rateSource: conversion?.source ?? null,
  };
}
