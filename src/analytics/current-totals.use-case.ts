import { EVERYTHING } from '../access/index.ts';
import type { Exact } from '../core/decimal.ts';
import type { Figure } from '../core/figure.ts';
import type { Figures } from '../core/figures.ts';
import { TRANSACTION_TYPES, type TransactionType } from '../core/funding.ts';
import { majorUnits } from '../core/money.ts';
import { oneOrMore } from '../core/one-or-more.ts';
import type { ResultKind } from '../core/result.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { FactsRepository, readFactsAround } from './facts.repository.ts';
import { factsFigures } from './facts-figures.ts';

type Stated = readonly (readonly [of: string, total: string])[];

/**
 * Every total of the portfolio as it stands in a transaction, to any date, by what it is of: what an import moves is
 * what differs between two of these.
 *
 * @example 'actual officials-trained' // '123'
 */
export async function currentTotals(db: Database): Promise<ReadonlyMap<string, string>> {
  // From the rows: what is kept of them is counted when the transaction ends.
  const { facts } = await new FactsRepository(db).read(EVERYTHING);
  const figures = factsFigures(EVERYTHING, facts);
  return new Map([...(await resultTotals(figures)), ...(await moneyTotals(figures))]);
}

/** A total of some programmes, to any date: of an indicator, or of one type of money. */
export type ProgramTotal =
  | { readonly of: ResultKind; readonly what: string; readonly value: Figure }
  /** `what` is the currency: the reporting currency, or one for which there is no rate. */
  | { readonly of: TransactionType; readonly what: string; readonly value: Exact };

/**
 * Every total of some programmes, with all below them, as they stand in a transaction; nothing is told of what nobody
 * reported. What moves is what differs between two of these.
 */
export async function totalsOfPrograms(
  tx: Transaction,
  programs: readonly string[],
): Promise<readonly ProgramTotal[]> {
  if (programs.length === 0) return [];
  const figures = factsFigures(EVERYTHING, await readFactsAround(tx, programs));
  const filter = { program: oneOrMore(programs) ?? [] };
  const results: ProgramTotal[] = [];
  for (const kind of ['actual', 'target'] as const) {
    for (const { indicator, total } of await figures.indicatorTotals({ kind, filter })) {
      if (total.missing !== 'not-reported') results.push({ of: kind, what: indicator, value: total });
    }
  }
  const money: ProgramTotal[] = [];
  for (const type of TRANSACTION_TYPES) {
    const { total, currency, notConverted } = await figures.funding({ type, by: 'program', filter });
    if (total.amountMinor !== null) money.push({ of: type, what: currency, value: total.amountMinor });
    for (const row of notConverted) money.push({ of: type, what: row.currency, value: row.amountMinor });
  }
  return [...results, ...money];
}

async function resultTotals(figures: Figures): Promise<Stated> {
  const [actual, target] = await Promise.all(
    (['actual', 'target'] as const).map(async (kind) => {
      const found = await figures.indicatorTotals({ kind, filter: {} });
      return found.map(({ indicator, total: { value, denominator, missing } }) => {
        const stated = denominator === null ? String(value) : `${value} of ${denominator}`;
        const told = [`${kind} ${indicator}`, missing === null ? stated : 'not additive'] as const;
        return missing === 'not-reported' ? [] : [told];
      });
    }),
  );
  return (actual ?? []).flatMap((each, at) => [...each, ...(target?.[at] ?? [])]);
}

async function moneyTotals(figures: Figures): Promise<Stated> {
  const found = await Promise.all(
    TRANSACTION_TYPES.map((type) => figures.funding({ type, by: 'program', filter: {} })),
  );
  return found.flatMap(({ type, total, currency, notConverted }) => {
    const waiting = notConverted.map(
      (row) =>
        [`${type} in ${row.currency}, not converted`, majorUnits(row.amountMinor, row.currency)] as const,
    );
    return total.amountMinor === null
      ? waiting
      : [[`${type} in ${currency}`, majorUnits(total.amountMinor, currency)] as const, ...waiting];
  });
}
