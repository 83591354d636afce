import { type SQL, sql } from 'drizzle-orm';
import type { GapsFound, GapsQuery } from '../../core/figures-of-gaps.ts';
import type { ProgramRow } from '../../core/figures-of-programs.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { countPrograms } from './program-counts.repository.ts';
import { hasNoFunder, programsIn } from './program-source.repository.ts';
import { readProgramRows } from './programs.repository.ts';
import { resultList } from './result-list.repository.ts';
import { sourcesFor } from './sources.repository.ts';

type ProgramGaps = Pick<GapsFound, 'programCount' | 'noDonor' | 'notInEnglish' | 'silent' | 'stale'>;

/** What programmes lack. */
export async function gapsOfPrograms(
  tx: Transaction,
  asking: RowsAsking,
  query: GapsQuery,
): Promise<ProgramGaps> {
  const { filter, begunBy, cutOff, staleBefore, most } = query;
  const sources = sourcesFor(asking.scope);
  const inView = programsIn(sources, { filter, begunBy });
  const { from: _, to: __, indicator, ...keys } = filter;
  const actuals = (indicators: { readonly indicator?: string }) =>
    resultList(sources, asking.names, { filter: { ...keys, ...indicators, to: cutOff }, kind: 'actual' })
      .rows;
  const lacking = async (rows: SQL) => {
    const found = await firstOf(tx, sql`SELECT p.code ${rows}`, sql`code`, most);
    return {
      count: found.count,
      items: await readProgramRows(
        tx,
        asking,
        found.items.map(({ code }) => code),
      ),
    };
  };
  const inViewRows = sql`FROM ${sources.programs} p LEFT JOIN ${sources.programKeys} k ON k.program = p.code WHERE p.code IN (${inView})`;
  const { all } = await countPrograms(tx, asking, { filter, begunBy });
  return {
    programCount: all,
    noDonor: await lacking(sql`${inViewRows} AND ${hasNoFunder()}`),
    notInEnglish: await lacking(sql`${inViewRows} AND p.title -> 'en' IS NULL`),
    // What its activities report, a programme reports (rule 9).
    silent: await lacking(sql`${inViewRows} AND p.code NOT IN (
      WITH RECURSIVE reported(code) AS (
        SELECT o.code::text COLLATE "C" FROM ${sources.programs} o WHERE EXISTS (SELECT ${actuals({})} AND r.program = o.code OFFSET 0)
        UNION
        SELECT o.parent::text COLLATE "C" FROM reported c JOIN ${sources.programs} o ON o.code = c.code WHERE o.parent IS NOT NULL
      ) SELECT code FROM reported
    )`),
    stale: await staleAmong(tx, asking, {
      actuals: actuals(indicator === undefined ? {} : { indicator }),
      staleBefore,
      most,
    }),
  };
}

/** Ongoing, with the day on which the last figure ended, the longest silent first. */
async function staleAmong(
  tx: Transaction,
  asking: RowsAsking,
  {
    actuals,
    staleBefore,
    most,
  }: { readonly actuals: SQL; readonly staleBefore: string; readonly most: number | undefined },
): Promise<ProgramGaps['stale']> {
  const { programs } = sourcesFor(asking.scope);
  const { count, items } = await firstOf<{ code: string; last: string }>(
    tx,
    sql`SELECT p.code, l.last FROM ${programs} p
      CROSS JOIN LATERAL (SELECT max(r.period_end) AS last ${actuals} AND r.program = p.code) AS l
      WHERE p.status = 'ongoing' AND l.last < ${staleBefore}::date`,
    sql`last, code`,
    most,
  );
  const rows = await readProgramRows(
    tx,
    asking,
    items.map(({ code }) => code),
  );
  const lastOf = new Map(items.map(({ code, last }) => [code, last]));
  const dated = (row: ProgramRow) => ({ row, last: lastOf.get(row.code) ?? '' });
  return { count, items: rows.map(dated) };
}

/** How many rows a select gives, and the first of them in an order of its columns, which are those of `r`. */
export async function firstOf<Row = { readonly code: string }>(
  tx: Transaction,
  select: SQL,
  order: SQL,
  most: number | undefined,
): Promise<{ readonly count: number; readonly items: readonly Row[] }> {
  const limit = most === undefined ? sql`` : sql` LIMIT ${most}`;
  const [found] = await rowsOf<{ count: string; items: string }>(
    tx,
    sql`WITH found AS MATERIALIZED (${select})
      SELECT (SELECT count(*) FROM found)::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r ORDER BY ${order}${limit}) AS f)::text AS items`,
  );
  return { count: Number(found?.count ?? 0), items: JSON.parse(found?.items ?? '[]') as readonly Row[] };
}
