import { EVERYTHING } from '../access/index.ts';
import { fundingTotals, totals } from '../core/aggregate.ts';
import type { Facts } from '../core/facts.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { majorUnits } from '../core/money.ts';
import type { ResultKind } from '../core/result.ts';
import type { Database } from '../platform/database/database.ts';
import { FactsRepository } from './facts.repository.ts';

const KINDS: readonly ResultKind[] = ['actual', 'target'];

/**
 * Every total of the portfolio as it stands in a transaction, to any date, by what it is of: what an import moves is
 * what differs between two of these.
 *
 * @example 'actual officials-trained' // '123'
 */
export async function currentTotals(db: Database): Promise<ReadonlyMap<string, string>> {
  const { facts } = await new FactsRepository(db).read(EVERYTHING);
  return new Map([...resultTotals(facts), ...moneyTotals(facts)]);
}

function resultTotals(facts: Facts): readonly (readonly [string, string])[] {
  return facts.indicators.flatMap(({ code }) =>
    KINDS.flatMap((kind) => {
      const { total } = totals(facts, { indicator: code, kind, by: 'program', filter: {} });
      const { value, denominator, missing } = total;
      if (missing === 'not-reported') return [];
      const stated = denominator === null ? String(value) : `${value} of ${denominator}`;
      return [[`${kind} ${code}`, missing === null ? stated : 'not additive'] as const];
    }),
  );
}

function moneyTotals(facts: Facts): readonly (readonly [string, string])[] {
  return TRANSACTION_TYPES.flatMap((type) => {
    const { total, currency, notConverted } = fundingTotals(facts, { type, by: 'program', filter: {} });
    const waiting = notConverted.map(
      (row) =>
        [`${type} in ${row.currency}, not converted`, majorUnits(row.amountMinor, row.currency)] as const,
    );
    return total.amountMinor === null
      ? waiting
      : [[`${type} in ${currency}`, majorUnits(total.amountMinor, currency)] as const, ...waiting];
  });
}
