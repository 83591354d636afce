import { type SQL, sql } from 'drizzle-orm';
import { unknownIndicator } from '../../core/facts-index.ts';
import type { FigureRows } from '../../core/figures.ts';
import { admits } from '../../core/one-or-more.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { countedIn } from './result-list.repository.ts';
import { FIRST_DAY } from './result-source.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/**
 * Whether a total counts what began before its window, as `begunEarlier` of src/core/begun-earlier.ts. It stops at the first row
 * on each side; only a long window without one on one side is looked through.
 *
 * @throws DomainError `INDICATOR.UNKNOWN` (missing)
 */
export async function whetherBegunEarlier(
  tx: Transaction,
  { scope, names }: RowsAsking,
  { indicator: code, kind, filter }: Parameters<FigureRows['begunEarlier']>[0],
): ReturnType<FigureRows['begunEarlier']> {
  const indicator = names.indicators.find((each) => each.code === code) ?? unknownIndicator(code);
  const { from } = filter;
  if (from === undefined || !admits(filter.indicator, code)) return 'none';
  const sources = sourcesFor(scope);
  const asked = { kind, filter: { ...filter, indicator: code } };
  const { source, conditions } = countedIn(sources, indicator, asked);
  const begun = (when: SQL) => sql`EXISTS (
      SELECT FROM (SELECT r.id FROM ${source.from} WHERE ${allOf(conditions)}) AS c CROSS JOIN LATERAL (
        SELECT ${FIRST_DAY} AS day FROM ${sources.results} r WHERE r.id = c.id OFFSET 0
      ) AS f WHERE f.day ${when} ${from}::date
    )`;
  const [found] = await rowsOf<{ earlier: boolean; inside: boolean }>(
    tx,
    sql`SELECT ${begun(sql`<`)} AS earlier, ${begun(sql`>=`)} AS inside`,
  );
  if (found?.earlier !== true) return 'none';
  return found.inside ? 'some' : 'all';
}
