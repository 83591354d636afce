import { sql } from 'drizzle-orm';
import { unknownIndicator } from '../../core/facts-index.ts';
import { admits } from '../../core/one-or-more.ts';
import type { RowOfTotal } from '../../core/proof/contribution.ts';
import { LEFT_OUT, type LeftOut, type LeftOutQuery, type LeftOutReason } from '../../core/proof/left-out.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { readResultsInOrder } from './read-rows.repository.ts';
import { countedIn } from './result-list.repository.ts';
import { approvedResults, inFilter, inRow } from './result-source.repository.ts';
import { sourcesFor } from './sources.repository.ts';

/**
 * What a total leaves out, as `leftOut` of src/core/proof/left-out.ts: the approved results of its indicator are looked through
 * once, and of each reason the first are read.
 *
 * @throws DomainError `INDICATOR.UNKNOWN` (missing)
 */
export async function rowsLeftOut(
  tx: Transaction,
  { scope, names }: RowsAsking,
  { indicator: code, kind, filter, row: of }: LeftOutQuery,
  most: number,
): Promise<readonly LeftOut[]> {
  const indicator = names.indicators.find((each) => each.code === code) ?? unknownIndicator(code);
  if (!admits(filter.indicator, code)) return [];
  if (of?.by === 'donor' && !admits(filter.donor, of.key)) return [];
  const row: Partial<RowOfTotal> = of ?? {};
  const sources = sourcesFor(scope);
  const all = approvedResults(sources);
  const { from, to, ...keys } = filter;
  const asked = { ...keys, indicator: code };
  const isHeld = sql`r.part_of IS NOT NULL AND EXISTS (SELECT FROM ${sources.results} w WHERE w.id = r.part_of AND w.status = 'approved')`;
  const isOutside = [
    ...(from === undefined ? [] : [sql`${all.ends} < ${from}::date`]),
    ...(to === undefined ? [] : [sql`(${all.ends} > ${to}::date AND ${all.ends} < 'infinity')`]),
  ];
  const outside = isOutside.length === 0 ? sql`false` : sql`(${sql.join(isOutside, sql` OR `)})`;
  const undated = from === undefined ? sql`false` : sql`${all.ends} = 'infinity'`;
  const counted = countedIn(sources, indicator, { filter: { ...asked, ...days(from, to) }, kind, ...row });
  // All that is inside and held by no other counts, but for a series that has said something later.
  const superseded =
    indicator.combineTime === 'latest'
      ? sql`WHEN r.id NOT IN (SELECT r.id FROM ${counted.source.from} WHERE ${allOf(counted.conditions)}) THEN 'superseded'`
      : sql``;
  const found = await rowsOf<{ id: string; reason: LeftOutReason; count: string }>(
    tx,
    sql`SELECT id, reason, count FROM (
        SELECT o.id::text AS id, o.reason, count(*) OVER (PARTITION BY o.reason)::text AS count,
          row_number() OVER (PARTITION BY o.reason ORDER BY o.ends, o.program, o.id) AS place
        FROM (
          SELECT r.id, r.program::text COLLATE "C" AS program, ${all.ends} AS ends,
            CASE WHEN ${undated} THEN 'undated' WHEN ${outside} THEN 'outside' WHEN ${isHeld} THEN 'held' ${superseded} END AS reason
          FROM ${all.from} WHERE ${allOf([
            ...all.holds,
            ...inFilter(all, sources, asked),
            ...inRow(all, row),
            sql`r.kind = ${kind}`,
          ])}
        ) AS o WHERE o.reason IS NOT NULL
      ) AS p WHERE place <= GREATEST(${most}::int, 1) ORDER BY reason, place`,
  );
  const rows = await readResultsInOrder(
    tx,
    scope,
    found.map(({ id }) => id),
  );
  const byId = new Map(rows.map((each) => [each.id, each]));
  return LEFT_OUT.flatMap((reason) => {
    const own = found.filter((each) => each.reason === reason);
    const [first] = own;
    if (first === undefined) return [];
    const named = own.slice(0, most).flatMap(({ id }) => byId.get(id) ?? []);
    return [{ reason, count: Number(first.count), rows: named }];
  });
}

function days(from: string | undefined, to: string | undefined) {
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
