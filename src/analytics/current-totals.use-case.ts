import { EVERYTHING } from '../access/index.ts';
import type { Figures } from '../core/figures.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { majorUnits } from '../core/money.ts';
import type { Database } from '../platform/database/database.ts';
import { FactsRepository } from './facts.repository.ts';
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
