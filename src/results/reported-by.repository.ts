import { type Span, spanOf } from '../core/span.ts';
import { slug } from '../core/text.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { rowsReader } from '../platform/csv/read-rows.ts';
import type { Transaction } from '../platform/database/database.ts';
import { resultReader } from './result-reader.repository.ts';
import { resultSchema } from './result-row.ts';
import { periodOf } from './row-period.ts';

/** Of what a row reports, and of which days. */
export interface RowAbout {
  readonly indicator: string;
  readonly place: string | null;
  readonly span: NonNullable<Span>;
}

const aboutSchema = resultSchema.pick({
  indicator: true,
  kind: true,
  country_or_region: true,
  period_start: true,
  period_end: true,
  date_precision: true,
});

/**
 * What rows of results report, each as it was typed, in their order; null: a target, undated, or not to be read.
 *
 * @param rows cells by their columns
 */
export async function reportedBy(
  tx: Transaction,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<readonly (RowAbout | null)[]> {
  const { cells } = await resultReader(tx, NO_ANSWERS);
  const { indicator, country_or_region } = cells;
  const words = Object.fromEntries(
    Object.entries({ indicator, country_or_region }).flatMap(([column, read]) =>
      read === undefined ? [] : [[column, read]],
    ),
  );
  const readRow = rowsReader(aboutSchema, [], { cells: words });
  return rows.map((typed) => {
    const { row } = readRow({ line: 0, cells: typed, numbers: new Set() });
    const span = row?.kind === 'actual' ? spanOf(periodOf(row)) : null;
    if (row === null || span === null) return null;
    return { indicator: slug(row.indicator), place: row.country_or_region?.code ?? null, span };
  });
}
