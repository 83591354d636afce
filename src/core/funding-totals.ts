import type { Cell } from './allocation.ts';
import { timeKey } from './attribution.ts';
import { type Exact, nearest, sumOf } from './decimal.ts';
import { axisOf, type Dimension, inReadingOrder } from './dimension.ts';
import { DomainError } from './errors.ts';
import type { Facts, Filter } from './facts.ts';
import { indexOf } from './facts-index.ts';
import type { Transaction, TransactionType } from './funding.ts';
import type { AttributedTransaction } from './funding-attribution.ts';
import { admits } from './one-or-more.ts';
import { windowPosition } from './period.ts';
import type { ProgramTree } from './program-tree.ts';
import { compareCodes } from './text.ts';

export interface MoneyFigure {
  /** In minor units of the reporting currency; null: nothing recorded. */
  readonly amountMinor: Exact | null;
  /** The part of it that is made up for demonstration. */
  readonly illustrativeMinor: Exact;
  /** How many transactions it is made of, each once. */
  readonly transactionCount: number;
}

export interface FundingRow extends MoneyFigure {
  readonly key: string;
}

export interface FundingTotals {
  readonly type: TransactionType;
  readonly by: Dimension;
  readonly currency: string;
  readonly additive: true;
  /** In the order of the rows of results. */
  readonly rows: readonly FundingRow[];
  readonly total: MoneyFigure;
  /** Transactions in the filter for which there was no rate, in their own currency; in order of currency. */
  readonly notConverted: readonly NotConverted[];
}

export interface NotConverted {
  readonly currency: string;
  readonly amountMinor: Exact;
  readonly transactionCount: number;
}

export interface FundingQuery {
  readonly type: TransactionType;
  readonly by: Dimension;
  readonly filter: Filter;
}

/** What one cell of a transaction adds, in minor units of the currency in which it is counted. */
interface Entry {
  readonly key: string;
  readonly transaction: Transaction;
  readonly amountMinor: number;
}

/**
 * Money of one type, row by row and in total, in the reporting currency (rules 7, 8 and 10). What has no rate is in
 * `notConverted` and in no row. The filter's `indicator` does not narrow money.
 *
 * @throws DomainError `FUNDING.NO_AXIS` (call) for a breakdown axis; `ALLOCATION.SHARES_NOT_100`,
 *   `ALLOCATION.BAD_SHARE` (refused).
 * @example 100.01 dollars over CR 50 and HN 50, by country // CR 5001, HN 5000, total 10001 cents
 */
export function fundingTotals(facts: Facts, query: FundingQuery): FundingTotals {
  const { type, by, filter } = query;
  refuseAxis(by);
  const index = indexOf(facts);
  const entries = entriesOf(index.transactions(type), filter, by, index.tree);
  const converted = entries.filter(({ transaction }) => transaction.conversion !== null);
  return fundingFrom(query, {
    currency: facts.reportingCurrency,
    rows: Map.groupBy(converted, ({ key }) => key)
      .entries()
      .map(([key, group]) => ({ key, ...moneyFigure(group) })),
    total: moneyFigure(converted),
    notConverted: notConverted(entries.filter(({ transaction }) => transaction.conversion === null)),
  });
}

/** Amounts as the answer to a question, in their order. */
export function fundingFrom(
  { type, by }: FundingQuery,
  found: Pick<FundingTotals, 'currency' | 'total' | 'notConverted'> & { readonly rows: Iterable<FundingRow> },
): FundingTotals {
  return {
    type,
    by,
    currency: found.currency,
    additive: true,
    rows: inReadingOrder(found.rows, by, (row) => row.amountMinor),
    total: found.total,
    notConverted: found.notConverted.toSorted((a, b) => compareCodes(a.currency, b.currency)),
  };
}

/** A transaction with the part of it that counts in what was asked for, in minor units of the currency it is counted in. */
export interface FundingEntry {
  readonly transaction: Transaction;
  readonly amountMinor: number;
}

/**
 * The transactions behind an amount of `fundingTotals`, or behind one row of it, each once. Those without a rate are
 * here too, in their own currency: they are in the question, though in no total.
 *
 * @example 100.01 dollars over CR 50 and HN 50: `entriesBehind(facts, { type, filter: {}, by: 'country', key: 'CR' })`
 *   // [{ transaction, amountMinor: 5001 }]
 */
export function entriesBehind(
  facts: Facts,
  query: {
    readonly type: TransactionType;
    readonly filter: Filter;
    readonly by?: Dimension;
    readonly key?: string;
  },
): readonly FundingEntry[] {
  const { type, filter, by = 'program', key } = query;
  const index = indexOf(facts);
  const entries = entriesOf(index.transactions(type), filter, by, index.tree).filter(
    (entry) => key === undefined || entry.key === key,
  );
  return [...Map.groupBy(entries, ({ transaction }) => transaction).entries()].map(
    ([transaction, parts]) => ({
      transaction,
      // No more than the amount of one transaction, which is safe.
      amountMinor: nearest(sumMinor(parts)),
    }),
  );
}

/** The cells that a filter lets through, by the very keys under which they count (rule 10). */
/** What transactions come to in a currency that they were paid in, in its minor units. */
export interface AmountAsPaid {
  readonly currency: string;
  readonly amountMinor: Exact;
}

/**
 * The transactions behind an amount in the currencies that they were paid in (rule 7), converted or not, in order of
 * currency. Each is whole, whatever part of it a filter by place or pillar lets through.
 *
 * @example amountsAsPaid(facts, { type: 'disbursement', filter: { donor: 'canada' } }) // [{ currency: 'CAD', amountMinor: … }]
 */
export function amountsAsPaid(
  facts: Facts,
  query: Pick<FundingQuery, 'type' | 'filter'>,
): readonly AmountAsPaid[] {
  const transactions = entriesBehind(facts, query).map(({ transaction }) => transaction);
  return Map.groupBy(transactions, ({ currency }) => currency)
    .entries()
    .map(([currency, paid]) => ({ currency, amountMinor: sumOf(paid, ({ amountMinor }) => amountMinor) }))
    .toArray()
    .toSorted((a, b) => compareCodes(a.currency, b.currency));
}

function entriesOf(
  transactions: readonly AttributedTransaction[],
  filter: Filter,
  by: Dimension,
  tree: ProgramTree,
): readonly Entry[] {
  const within = tree.within(filter.program);
  return transactions
    .filter(
      ({ transaction, donor }) =>
        admits(filter.donor, donor) &&
        within(transaction.program) &&
        windowPosition(transaction.valueDate, filter) === 'inside',
    )
    .flatMap((row) =>
      cellsWithin(row, filter).map((cell) => ({
        key: keyOf(row, cell, by),
        transaction: row.transaction,
        amountMinor: cell.amountMinor,
      })),
    );
}

/** The cells of a transaction that a filter by place and pillar lets through, or one row of a total. */
export function cellsOfRow(
  row: AttributedTransaction,
  asked: {
    readonly filter: Filter;
    readonly row?: { readonly by: Dimension; readonly key: string } | undefined;
  },
): readonly Cell[] {
  const { filter, row: of } = asked;
  const within = cellsWithin(row, filter);
  return of === undefined ? within : within.filter((cell) => keyOf(row, cell, of.by) === of.key);
}

function cellsWithin({ cells }: AttributedTransaction, filter: Filter): readonly Cell[] {
  return cells.filter(({ place, pillar }) => admits(filter.country, place) && admits(filter.pillar, pillar));
}

function keyOf(
  { transaction, donor }: AttributedTransaction,
  { place, pillar }: Cell,
  by: Dimension,
): string {
  switch (by) {
    case 'pillar':
      return pillar;
    case 'country':
      return place;
    case 'donor':
      return donor;
    case 'program':
      return transaction.program;
    default:
      return timeKey(transaction.valueDate, by);
  }
}

function moneyFigure(entries: readonly Entry[]): MoneyFigure {
  const illustrative = entries.filter(({ transaction }) => transaction.illustrative);
  return {
    amountMinor: entries.length === 0 ? null : sumMinor(entries),
    illustrativeMinor: sumMinor(illustrative),
    transactionCount: countOf(entries),
  };
}

function notConverted(entries: readonly Entry[]): readonly NotConverted[] {
  return Map.groupBy(entries, ({ transaction }) => transaction.currency)
    .entries()
    .map(([currency, group]) => ({
      currency,
      amountMinor: sumMinor(group),
      transactionCount: countOf(group),
    }))
    .toArray()
    .sort((a, b) => compareCodes(a.currency, b.currency));
}

function sumMinor(entries: readonly Entry[]): Exact {
  return sumOf(entries, ({ amountMinor }) => amountMinor);
}

function countOf(entries: readonly Entry[]): number {
  return new Set(entries.map(({ transaction }) => transaction.id)).size;
}

/** @throws DomainError `FUNDING.NO_AXIS` (call): money has no breakdown. */
export function refuseAxis(by: Dimension): void {
  if (axisOf(by) === null) return;
  throw new DomainError('FUNDING.NO_AXIS', `Money has no breakdown "${by}".`, {
    kind: 'call',
    remedy: 'Ask for it by pillar, country, donor, program, year, quarter or month.',
  });
}
