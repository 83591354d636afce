import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '../../core/facts.ts';
import type { Found, GapsFound, GapsQuery } from '../../core/figures-of-gaps.ts';
import type { Result } from '../../core/result.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { reportedTargets, targetTables } from './actuals.repository.ts';
import type { RowsAsking } from './asking.ts';
import { astrayAmong } from './astray.repository.ts';
import { begunTargets, keptTargets } from './begun-targets.repository.ts';
import { allOf } from './conditions.repository.ts';
import { type FirstRows, firstOf, firstOfEach } from './gaps-of-programs.repository.ts';
import { inOrder } from './key-page.repository.ts';
import { readOnce, type Unread } from './read-once.ts';
import { readResultsInOrder } from './read-rows.repository.ts';
import { RESULT_ORDERS } from './result-list.repository.ts';
import { approvedResults, FIRST_DAY, inFilter, keptFigures } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

type ResultGaps = Pick<GapsFound, 'undated' | 'notReported' | 'endedTargets' | 'withoutEvidence'>;

/** What is missing of results. */
export async function gapsOfResults(
  tx: Transaction,
  asking: RowsAsking,
  query: GapsQuery,
): Promise<ResultGaps> {
  const { most } = query;
  const filter = atAnyTime(query.filter);
  const sources = sourcesFor(asking.scope);
  const source = approvedResults(sources);
  const inView = allOf([...source.holds, ...inFilter(source, sources, filter)]);
  const undated = sql`SELECT r.* FROM ${source.from} WHERE ${inView} AND r.period_end IS NULL`;
  return readWith<ResultGaps>(tx, asking, {
    undated: await resultsFound(tx, {
      select: undated,
      order: RESULT_ORDERS.value,
      most,
      isIndexed: sources.isWhole,
    }),
    ...(await unreported(tx, asking, query)),
    withoutEvidence: await resultsFound(tx, {
      select: withoutEvidence(sources, filter),
      order: NEWEST,
      most,
      isIndexed: sources.isWhole,
    }),
  });
}

type ResultDoubts = Pick<GapsFound, 'unmarked' | 'conflicts' | 'alike' | 'astray'>;

/** What is strange about results. */
export async function doubtsOfResults(
  tx: Transaction,
  asking: RowsAsking,
  query: GapsQuery,
): Promise<ResultDoubts> {
  const { most } = query;
  const filter = atAnyTime(query.filter);
  const select = unmarkedAmong(sourcesFor(asking.scope), filter);
  return readWith<ResultDoubts>(tx, asking, {
    unmarked: await resultsFound(tx, { select, order: NEWEST, most }),
    conflicts: await conflictsAmong(tx, asking, { filter, most }),
    alike: await alikeAmong(tx, asking, { filter, most }),
    astray: await astrayAmong(tx, asking, { filter, most }),
  });
}

function atAnyTime({ from: _, to: __, ...filter }: Filter): Filter {
  return filter;
}

function readWith<Answers extends object>(
  tx: Transaction,
  { scope }: RowsAsking,
  unread: { readonly [Name in keyof Answers]: Unread<Result, Answers[Name]> },
): Promise<Answers> {
  return readOnce<Result, Answers>(
    unread,
    (ids) => readResultsInOrder(tx, scope, ids),
    ({ id }) => id,
  );
}

const NEWEST = RESULT_ORDERS.newest;

/** Targets of which nothing is reported, and those of them that have ended, as `hasEnded` of src/core/targets.ts has it. */
async function unreported(
  tx: Transaction,
  asking: RowsAsking,
  query: GapsQuery,
): Promise<Readonly<Record<'notReported' | 'endedTargets', Unread<Result, Found<Result>>>>> {
  const hasEnded = sql`COALESCE(r.period_end < ${query.cutOff}::date, false)`;
  const [ended, others] = await firstOfEach<{ id: string }>(
    tx,
    sql`SELECT ${COLUMNS} FROM (${notReportedAmong(asking, query)}) AS r`,
    inOrder(NEWEST),
    query.most,
    [hasEnded, sql`NOT ${hasEnded}`],
  );
  return { endedTargets: foundIn(ended), notReported: foundIn(others) };
}

/** Targets of which nothing is reported. */
function notReportedAmong(asking: RowsAsking, query: GapsQuery): SQL {
  const { filter, cutOff } = query;
  const sources = sourcesFor(asking.scope);
  const columns = (row: SQL) =>
    sql`${row}.id, ${row}.program, ${row}.indicator, ${row}.period_end, 0 AS value`;
  const among = (targets: SQL) => sql`WITH RECURSIVE ${targetTables(sources, targets, cutOff)}
    , reported AS MATERIALIZED (${reportedTargets(sources, filter)})
    SELECT ${columns(sql`t`)} FROM targets t LEFT JOIN reported o ON o.target = t.id WHERE o.target IS NULL`;
  const kept = keptTargets(sources, asking, query);
  if (kept === null) return among(begunTargets(sources, asking, query));
  return sql`SELECT ${columns(sql`r`)} ${kept.rows} AND ${kept.isSettled} AND NOT ${kept.isReported}
    UNION ALL
    SELECT * FROM (${among(kept.unsettled)}) AS unsettled`;
}

/** Results that a select gives, all counted and the first named. */
async function resultsFound(
  tx: Transaction,
  {
    select,
    order,
    most,
    isIndexed = false,
  }: {
    readonly select: SQL;
    readonly order: typeof NEWEST;
    readonly most: number | undefined;
    readonly isIndexed?: boolean;
  },
): Promise<Unread<Result, Found<Result>>> {
  const columns = sql`SELECT ${COLUMNS} FROM (${select}) AS r`;
  return foundIn(await firstOf<{ id: string }>(tx, columns, inOrder(order), most, isIndexed));
}

const COLUMNS = sql`r.id, r.program, r.indicator, r.period_end, r.value`;

function foundIn(found: FirstRows<{ readonly id: string }> | undefined): Unread<Result, Found<Result>> {
  const { count, items } = found ?? { count: 0, items: [] };
  const ids = items.map(({ id }) => id);
  return { keys: ids, tell: (rows) => ({ count, items: rows(ids) }) };
}

/**
 * Figures of activities that figures of their programmes may hold, as `unmarkedParts` of src/core/held-figures.ts finds
 * them: of one indicator, kind and place, whose days overlap, one of the two in the filter.
 */
function unmarkedAmong(sources: Sources, filter: Filter): SQL {
  const source = approvedResults(sources);
  const isInView = allOf(inFilter(source, sources, filter));
  if (sources.isWhole) {
    const either = keptFigures(sql`(
      SELECT id, program, indicator, country, period_end, id AS part, program AS program_of_part FROM kept.unmarked
      UNION ALL
      SELECT whole, above, indicator, country_above, period_end, id, program FROM kept.unmarked
    )`);
    return sql`SELECT DISTINCT r.part AS id, r.program_of_part AS program, r.indicator, r.period_end, 0 AS value
      FROM ${either.from} WHERE ${allOf(inFilter(either, sources, filter))}`;
  }
  const figures = sql`SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_end, r.value,
      ${FIRST_DAY} AS first_day, (${isInView}) AS in_view
    FROM ${source.from} WHERE ${allOf(source.holds)} AND r.part_of IS NULL`;
  return sql`WITH RECURSIVE climb(code, above) AS (
      SELECT p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM ${sources.programs} p WHERE p.parent IS NOT NULL
      UNION ALL
      SELECT c.code, p.parent::text COLLATE "C" FROM climb c JOIN ${sources.programs} p ON p.code = c.above WHERE p.parent IS NOT NULL
    ), parts AS MATERIALIZED (
      SELECT r.*, c.above FROM climb c JOIN (${figures}) AS r ON r.program = c.code
    )
    SELECT DISTINCT r.id, r.program, r.indicator, r.period_end, r.value
    FROM parts r JOIN (${figures}) AS w ON w.program = r.above AND w.indicator = r.indicator AND w.kind = r.kind
      AND COALESCE(w.place, '') = COALESCE(r.place, '')
    WHERE (r.in_view OR w.in_view) AND (
      r.period_end IS NULL AND w.period_end IS NULL
      OR r.first_day <= w.period_end AND w.first_day <= r.period_end
    )`;
}

/** What was achieved, and of which nothing is there that shows it. */
function withoutEvidence(sources: Sources, filter: Filter): SQL {
  if (sources.isWhole) {
    const kept = keptFigures(sql`kept.without_evidence`);
    return sql`SELECT r.id, r.program, r.indicator, r.period_end, 0 AS value FROM ${kept.from} WHERE ${allOf(inFilter(kept, sources, filter))}`;
  }
  const source = approvedResults(sources);
  return sql`SELECT r.* FROM ${source.from} WHERE ${allOf([...source.holds, ...inFilter(source, sources, filter)])}
    AND r.kind = 'actual' AND NOT EXISTS (SELECT FROM evidence_seen e WHERE e.result = r.id)`;
}

/** Figures that nothing tells apart, as `alike` of src/core/alike.ts finds them, the one approved last first. */
async function alikeAmong(
  tx: Transaction,
  asking: RowsAsking,
  { filter, most }: { readonly filter: Filter; readonly most: number | undefined },
): Promise<Unread<Result, GapsFound['alike']>> {
  const sources = sourcesFor(asking.scope);
  const group = sql`program, indicator, kind, place, period_start, period_end, date_precision`;
  const groups = sql`SELECT jsonb_agg(id ORDER BY approved DESC, id DESC) AS ids, period_end, program, indicator,
      (array_agg(id ORDER BY approved DESC, id DESC))[1] AS id, 0 AS value
    FROM (SELECT r.*, date_trunc('milliseconds', r.approved_at) AS approved FROM (${alikeFigures(sources, filter)}) AS r) AS a GROUP BY ${group}`;
  return groupsFound(tx, groups, most);
}

/**
 * The results whose ids a select gives, each looked up by itself: of a large portfolio they are few, and whoever does not know that
 * goes through all there are.
 */
function lookedUp(ids: SQL): SQL {
  return sql`SELECT o.* FROM (${ids}) AS d CROSS JOIN LATERAL (SELECT * FROM results r WHERE r.id = d.id OFFSET 0) AS o`;
}

function alikeFigures(sources: Sources, filter: Filter): SQL {
  if (sources.isWhole) {
    const kept = keptFigures(sql`kept.alike`);
    return lookedUp(sql`SELECT r.id FROM ${kept.from} WHERE ${allOf(inFilter(kept, sources, filter))}`);
  }
  const source = approvedResults(sources);
  const inView = allOf([...source.holds, ...inFilter(source, sources, filter)]);
  return sql`WITH together AS MATERIALIZED (
      SELECT * FROM (
        SELECT r.id, r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision, r.note::jsonb AS note, r.approved_at,
          count(*) OVER (PARTITION BY r.program, r.indicator, r.kind, r.place, r.period_start, r.period_end, r.date_precision) AS beside
        FROM ${source.from} WHERE ${inView} AND r.part_of IS NULL
          AND r.indicator IN (SELECT i.code FROM indicators i WHERE i.combine_time <> 'latest')
      ) AS s WHERE s.beside > 1
    ), figures AS MATERIALIZED (
      SELECT t.*, (SELECT jsonb_agg(jsonb_build_array(p.axis, p.part) ORDER BY p.axis, p.part) FROM result_parts p WHERE p.result = t.id) AS parts
      FROM together t
    )
    SELECT f.* FROM figures f WHERE EXISTS (
      SELECT FROM figures o WHERE o.id <> f.id AND o.program = f.program AND o.indicator = f.indicator AND o.kind = f.kind
        AND o.place IS NOT DISTINCT FROM f.place AND o.period_start IS NOT DISTINCT FROM f.period_start
        AND o.period_end IS NOT DISTINCT FROM f.period_end AND o.date_precision = f.date_precision
        AND NOT kept.told_apart(f.note, f.parts, o.note, o.parts)
    )`;
}

/** Figures of which one alone can count, as `conflicts` of src/core/series.ts finds them, the one that counts first. */
async function conflictsAmong(
  tx: Transaction,
  asking: RowsAsking,
  { filter, most }: { readonly filter: Filter; readonly most: number | undefined },
): Promise<Unread<Result, GapsFound['conflicts']>> {
  const sources = sourcesFor(asking.scope);
  const ofSameDay = sql`(${lookedUp(sql`SELECT r.id FROM kept.same_day r`)})`;
  const source = approvedResults(sources.isWhole ? { ...sources, results: ofSameDay } : sources);
  const inView = allOf([...source.holds, ...inFilter(source, sources, filter)]);
  const isOfSeveral = sql`r.indicator IN (SELECT i.code FROM indicators i WHERE i.combine_time = 'latest')`;
  const series = sql`indicator, kind, program, country, period_end`;
  const sameDay = sql`WITH dated AS MATERIALIZED (
      SELECT * FROM (
        SELECT r.id, r.indicator, r.kind, r.program, COALESCE(r.place, k.country)::text AS country, r.period_end, r.approved_at,
          count(*) OVER (PARTITION BY r.indicator, r.kind, r.program, COALESCE(r.place, k.country), r.period_end) AS beside
        FROM ${source.from} WHERE ${inView} AND ${isOfSeveral}
      ) AS d WHERE beside > 1
    ), given AS (
      SELECT d.*, CASE o.parts WHEN 1 THEN o.axis END AS axis, CASE o.parts WHEN 1 THEN o.part END AS part
      FROM dated d CROSS JOIN LATERAL (
        SELECT count(*) AS parts, min(p.axis::text) AS axis, min(p.part::text) AS part FROM result_parts p WHERE p.result = d.id
      ) AS o
    )
    SELECT jsonb_agg(id ORDER BY approved_at_ms DESC, id DESC) AS ids, period_end, program, indicator,
      (array_agg(id ORDER BY approved_at_ms DESC, id DESC))[1] AS id, 0 AS value
    FROM (SELECT g.*, date_trunc('milliseconds', g.approved_at) AS approved_at_ms FROM given g) AS g
    GROUP BY ${series}, axis, part HAVING count(*) > 1`;
  return groupsFound(tx, sql`SELECT r.* FROM (${sameDay}) AS r`, most);
}

/** Groups of results that a select gives, each by its `ids`: all counted, and the first named. */
async function groupsFound(
  tx: Transaction,
  select: SQL,
  most: number | undefined,
): Promise<Unread<Result, Found<readonly Result[]>>> {
  const { count, items } = await firstOf<{ ids: readonly string[] }>(tx, select, inOrder(NEWEST), most);
  const groups = items.map(({ ids }) => ids);
  return { keys: groups.flat(), tell: (rows) => ({ count, items: groups.map(rows) }) };
}
