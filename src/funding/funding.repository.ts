import { and, asc, between, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Conversion, ExchangeRate, Transaction } from '../core/funding.ts';
import type { Day } from '../core/program.ts';
import type { Standing } from '../platform/csv/approval.ts';
import { idsAmong, keyOf, refsOf, type StoredRow } from '../platform/csv/match-rows.ts';
import type { RowStatus } from '../platform/database/columns.ts';
import type { Database, Transaction as DatabaseTransaction } from '../platform/database/database.ts';
import { chunksOf, inChunks, storeWhole, upsert } from '../platform/database/rows.ts';
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

/** What a transaction's conversion depends on, and what it is. */
export type ConvertedAmount = Pick<
  Transaction,
  'id' | 'type' | 'amountMinor' | 'currency' | 'valueDate' | 'conversion'
> & { readonly status: RowStatus };

/** The amounts of a currency whose value date lies in a time, both ends inclusive. */
export async function readAmounts(
  db: Database,
  currency: string,
  { from, to }: { readonly from: Day; readonly to: Day },
): Promise<readonly ConvertedAmount[]> {
  const { id, type, amountMinor, valueDate, convertedMinor, rate, rateDate, rateSource, status } =
    transactions;
  const rows = await db
    .select({ id, type, amountMinor, valueDate, convertedMinor, rate, rateDate, rateSource, status })
    .from(transactions)
    .where(and(eq(transactions.currency, currency), between(transactions.valueDate, from, to)));
  return rows.map((row) => ({
    id: row.id,
    type: row.type,
    amountMinor: row.amountMinor,
    currency,
    valueDate: row.valueDate,
    conversion: conversionOf(row),
    status: row.status,
  }));
}

/** The amounts of some transactions. */
export async function readAmountsOf(
  db: Database,
  ids: readonly string[],
): Promise<readonly ConvertedAmount[]> {
  const rows = await inChunks(ids, (chunk) =>
    db.select().from(transactions).where(inArray(transactions.id, chunk)),
  );
  return rows.map((row) => ({ ...transactionOf(row), status: row.status }));
}

/** What each statement costs beside its rows is then no longer noticed. */
const CONVERTED_AT_ONCE = 5_000;

/** Gives transactions another conversion; nothing else of them changes. */
export async function storeConversions(
  tx: DatabaseTransaction,
  rows: readonly { readonly id: string; readonly conversion: Conversion | null }[],
): Promise<void> {
  for (const chunk of chunksOf(rows, CONVERTED_AT_ONCE)) {
    const given = chunk.map(({ id, conversion }) => ({ id, ...conversionColumns(conversion) }));
    // As text first: postgres.js would write a JSON string for a string that is JSON already.
    await tx.execute(sql`
      UPDATE transactions AS t
      SET converted_minor = g."convertedMinor", rate = g.rate, rate_date = g."rateDate", rate_source = g."rateSource"
      FROM jsonb_to_recordset(${JSON.stringify(given)}::text::jsonb)
        AS g(id uuid, "convertedMinor" bigint, rate numeric, "rateDate" date, "rateSource" text)
      WHERE t.id = g.id`);
  }
}

/** A transaction as a file gives it, with what is written of it: a key of people's own, and why it says what it says. */
export interface StoredTransaction extends Transaction {
  readonly ref: string | null;
  readonly reason: string | null;
}

/** Every transaction of some programmes, and those of some refs or ids. */
export async function readTransactionsOf(
  db: Database,
  wanted: { readonly programs: readonly string[]; readonly refs: readonly string[] },
): Promise<readonly StoredRow<StoredTransaction>[]> {
  const known =
    wanted.programs.length === 0
      ? []
      : await readTransactions(db, inArray(transactions.program, [...wanted.programs]));
  const byRef = refsOf(known);
  const missing = wanted.refs.map(keyOf).filter((ref) => !byRef.has(ref));
  const others = await inChunks(missing, (chunk) =>
    readTransactions(db, or(inArray(transactions.ref, chunk), inArray(transactions.id, idsAmong(chunk)))),
  );
  return [...known, ...others];
}

export function readTransactionsOfBatch(
  db: Database,
  batch: number,
): Promise<readonly StoredRow<StoredTransaction>[]> {
  return readTransactions(db, eq(transactions.batch, batch));
}

/** All transactions, in the order in which they came in. */
export function readAllTransactions(db: Database): Promise<readonly StoredRow<StoredTransaction>[]> {
  return readTransactions(db, undefined);
}

async function readTransactions(
  db: Database,
  which: SQL | undefined,
): Promise<readonly StoredRow<StoredTransaction>[]> {
  const rows = await db
    .select()
    .from(transactions)
    .where(which)
    .orderBy(asc(transactions.batch), asc(transactions.batchLine), asc(transactions.id));
  return rows.map((row) => {
    const { id, ref, reason, status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine } =
      row;
    return {
      id,
      ref,
      standing: { status, approvedAt, approvedBy, withdrawnAt, withdrawnBy, batch, batchLine },
      row: { ...transactionOf(row), ref, reason },
    };
  });
}

/** Those of some ids that a transaction has. */
export async function takenTransactionIds(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await inChunks(ids, (chunk) =>
    db.select({ id: transactions.id }).from(transactions).where(inArray(transactions.id, chunk)),
  );
  return new Set(rows.map(({ id }) => id));
}

export async function storeTransactions(
  tx: DatabaseTransaction,
  rows: readonly { readonly transaction: StoredTransaction; readonly standing: Standing }[],
): Promise<void> {
  await storeWhole(
    tx,
    transactions,
    transactions.id,
    rows.map(({ transaction: { conversion, ...transaction }, standing }) => ({
      ...transaction,
      ...conversionColumns(conversion),
      ...standing,
    })),
  );
}

/** A transaction as `core` knows it. */
export function transactionOf(row: typeof transactionsSeen.$inferSelect): Transaction {
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
    conversion: conversionOf(row),
    note: row.note,
    noteFor: row.noteFor,
  };
}

function conversionOf({
  convertedMinor,
  rate,
  rateDate,
  rateSource,
}: Pick<
  typeof transactionsSeen.$inferSelect,
  'convertedMinor' | 'rate' | 'rateDate' | 'rateSource'
>): Conversion | null {
  return convertedMinor === null || rate === null || rateDate === null || rateSource === null
    ? null
    : { amountMinor: convertedMinor, rate, rateDate, source: rateSource };
}

function conversionColumns(conversion: Conversion | null) {
  return {
    convertedMinor: conversion?.amountMinor ?? null,
    rate: conversion?.rate ?? null,
    rateDate: conversion?.rateDate ?? null,
    rateSource: conversion?.source ?? null,
  };
}
