import type { Indicator } from '../core/result.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { upsert } from '../platform/database/rows.ts';
import { indicators } from './indicators.table.ts';
import { results } from './results.table.ts';

export async function readIndicators(db: Database): Promise<ReadonlyMap<string, Indicator>> {
  const rows = await db.select().from(indicators);
  return new Map(rows.map((indicator) => [indicator.code, indicator]));
}

export async function storeIndicators(tx: Transaction, rows: readonly Indicator[]): Promise<void> {
  await upsert(tx, indicators, [indicators.code], rows);
}

/** The indicators that have results: their unit and measure are fixed. */
export async function indicatorsInUse(db: Database): Promise<ReadonlySet<string>> {
  const rows = await db.selectDistinct({ indicator: results.indicator }).from(results);
  return new Set(rows.map(({ indicator }) => indicator));
}
