import { inArray } from 'drizzle-orm';
import type { LocalText } from '../core/text.ts';
import type { Database } from '../platform/database/database.ts';
import { indicators } from '../results/indicators.table.ts';

/**
 * What some indicators are called, by code: also those of which their reader sees no figure any more. Asked for those that the
 * reader was told of.
 */
export async function indicatorNames(
  db: Database,
  codes: readonly string[],
): Promise<ReadonlyMap<string, LocalText>> {
  if (codes.length === 0) return new Map();
  const { code, name } = indicators;
  const rows = await db
    .select({ code, name })
    .from(indicators)
    .where(inArray(code, [...codes]));
  return new Map(rows.map((row) => [row.code, row.name]));
}
