import { type SQL, sql } from 'drizzle-orm';
import type { Filter } from '../../core/facts.ts';
import type {
  Found,
  GapsFound,
  GapsQuery,
  ProgramGapsFound,
  ProgramGapsQuery,
} from '../../core/figures-of-gaps.ts';
import type { ProgramRow, ProgramsQuery } from '../../core/figures-of-programs.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf } from './conditions.repository.ts';
import { countPrograms } from './program-counts.repository.ts';
import { hasNoFunder, programsIn } from './program-source.repository.ts';
import { readProgramRows } from './programs.repository.ts';
import { readOnce, type Unread } from './read-once.ts';
import { resultList } from './result-list.repository.ts';
import { inFilter, whereFigures } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

/** What programmes lack by themselves, in `programGaps`. */
export async function gapsOfPrograms(
  tx: Transaction,
  asking: RowsAsking,
  query: ProgramGapsQuery,
): Promise<Omit<ProgramGapsFound, 'borne'>> {
  const { filter, begunBy, cutOff, most } = query;
  const sources = sourcesFor(asking.scope);
  const rows = rowsInView(sources, { filter, begunBy });
  const { all } = await countPrograms(tx, asking, { filter, begunBy });
  const found = await readRows<Omit<ProgramGapsFound, 'borne' | 'programCount'>>(tx, asking, {
    noDonor: await lacking(tx, sql`${rows} AND ${hasNoFunder()}`, most),
    notInEnglish: await lacking(tx, sql`${rows} AND p.title -> 'en' IS NULL`, most),
    ended: await lacking(tx, sql`${rows} AND ${isOverAndOngoing(cutOff)}`, most),
  });
  return { programCount: all, ...found };
}

type Unreported = Pick<GapsFound, 'silent' | 'stale'>;

/** Programmes of which nothing is reported, or nothing new. */
export async function unreportedPrograms(
  tx: Transaction,
  asking: RowsAsking,
  query: GapsQuery,
): Promise<Unreported> {
  const { filter, begunBy, cutOff, staleBefore, most } = query;
  const sources = sourcesFor(asking.scope);
  const { from: _, to: __, indicator, ...keys } = filter;
  const ofAny = actualsIn(sources, asking, keys, cutOff);
  const actuals =
    indicator === undefined ? ofAny : actualsAmong(sources, asking, { ...keys, indicator }, cutOff);
  const rows = rowsInView(sources, { filter, begunBy });
  return readRows<Unreported>(tx, asking, {
    silent: await lacking(tx, sql`${rows} AND p.code IN (${saidNothing(sources, ofAny)})`, most),
    stale: await staleAmong(tx, asking, { actuals, cutOff, staleBefore, most }),
  });
}

function rowsInView(sources: Sources, query: ProgramsQuery): SQL {
  return sql`FROM ${sources.programs} p LEFT JOIN ${sources.programKeys} k ON k.program = p.code WHERE p.code IN (${programsIn(sources, query)})`;
}

async function lacking(
  tx: Transaction,
  rows: SQL,
  most: number | undefined,
): Promise<Unread<ProgramRow, Found<ProgramRow>>> {
  const { count, items } = await firstOf(tx, sql`SELECT p.code ${rows}`, sql`code`, most);
  const codes = items.map(({ code }) => code);
  return { keys: codes, tell: (read) => ({ count, items: read(codes) }) };
}

function readRows<Gaps extends object>(
  tx: Transaction,
  asking: RowsAsking,
  unread: { readonly [Gap in keyof Gaps]: Unread<ProgramRow, Gaps[Gap]> },
): Promise<Gaps> {
  return readOnce<ProgramRow, Gaps>(
    unread,
    (codes) => readProgramRows(tx, asking, codes),
    ({ code }) => code,
  );
}

/** Codes of programmes that report nothing, nor any activity of theirs: what those report, a programme reports (rule 9). */
function saidNothing({ programs }: Sources, actuals: Actuals): SQL {
  return sql`WITH RECURSIVE quiet(code) AS MATERIALIZED (
        SELECT o.code::text COLLATE "C" FROM ${programs} o WHERE NOT ${actuals.has(sql`o.code`)}
      ), below(top, code) AS (
        SELECT q.code, q.code FROM quiet q
        UNION ALL
        SELECT b.top, o.code::text COLLATE "C" FROM below b JOIN ${programs} o ON o.parent = b.code
      )
      SELECT code FROM quiet WHERE code NOT IN (SELECT b.top FROM below b WHERE b.code NOT IN (SELECT code FROM quiet))`;
}

/** What programmes reported until a day, undated figures too. */
interface Actuals {
  has(program: SQL): SQL;
  /** The end of the last of them. */
  last(program: SQL): SQL;
}

function actualsAmong(sources: Sources, { names }: RowsAsking, filter: Filter, cutOff: string): Actuals {
  const { rows } = resultList(sources, names, { filter: { ...filter, to: cutOff }, kind: 'actual' });
  return {
    has: (program) => sql`EXISTS (SELECT ${rows} AND r.program = ${program} OFFSET 0)`,
    last: (program) => sql`(SELECT max(r.period_end) ${rows} AND r.program = ${program})`,
  };
}

/** The same of all indicators: by the first and the last day that are kept, as long as no last one is after the day. */
function actualsIn(
  sources: Sources,
  asking: RowsAsking,
  filter: Omit<Filter, 'indicator'>,
  cutOff: string,
): Actuals {
  const among = actualsAmong(sources, asking, filter, cutOff);
  if (!sources.isWhole) return among;
  const source = whereFigures(sources);
  const rows = sql`FROM ${source.from} WHERE ${allOf([sql`r.kind = 'actual'`, ...inFilter(source, sources, filter)])}`;
  return {
    has: (program) =>
      sql`EXISTS (SELECT ${rows} AND r.program = ${program} AND r.first_end <= ${cutOff}::date OFFSET 0)`,
    last: (program) => sql`(SELECT CASE WHEN max(r.last_end) > ${cutOff}::date THEN ${among.last(program)}
      ELSE NULLIF(max(r.last_end), '-infinity'::date) END ${rows} AND r.program = ${program})`,
  };
}

/** It ended before a day, and is called ongoing all the same. */
function isOverAndOngoing(day: string): SQL {
  return sql`COALESCE(p.status = 'ongoing' AND p.ends_on < ${day}::date, false)`;
}

/** Ongoing and not ended, with the day on which the last figure ended, the longest silent first. */
async function staleAmong(
  tx: Transaction,
  asking: RowsAsking,
  {
    actuals,
    cutOff,
    staleBefore,
    most,
  }: {
    readonly actuals: Actuals;
    readonly cutOff: string;
    readonly staleBefore: string;
    readonly most: number | undefined;
  },
): Promise<Unread<ProgramRow, Unreported['stale']>> {
  const { programs } = sourcesFor(asking.scope);
  const { count, items } = await firstOf<{ code: string; last: string }>(
    tx,
    sql`SELECT p.code, l.last FROM ${programs} p
      CROSS JOIN LATERAL (SELECT ${actuals.last(sql`p.code`)} AS last) AS l
      WHERE p.status = 'ongoing' AND NOT ${isOverAndOngoing(cutOff)} AND l.last < ${staleBefore}::date`,
    sql`last, code`,
    most,
  );
  const lastOf = new Map(items.map(({ code, last }) => [code, last]));
  const dated = (row: ProgramRow) => ({ row, last: lastOf.get(row.code) ?? '' });
  const keys = [...lastOf.keys()];
  return { keys, tell: (read) => ({ count, items: read(keys).map(dated) }) };
}

/**
 * How many rows a select gives, and the first of them in an order of its columns, which are those of `r`.
 *
 * @param isIndexed an index gives them in this order: to count them and to begin with the first is quicker than to write them down
 */
export async function firstOf<Row = { readonly code: string }>(
  tx: Transaction,
  select: SQL,
  order: SQL,
  most: number | undefined,
  isIndexed = false,
): Promise<FirstRows<Row>> {
  const [all] = await firstOfEach<Row>(tx, select, order, most, [sql`true`], isIndexed);
  return all ?? { count: 0, items: [] };
}

export interface FirstRows<Row> {
  readonly count: number;
  readonly items: readonly Row[];
}

/** The same of the rows that fulfil each of several conditions, of columns of `r`. */
export async function firstOfEach<Row>(
  tx: Transaction,
  select: SQL,
  order: SQL,
  most: number | undefined,
  conditions: readonly SQL[],
  isIndexed = false,
): Promise<readonly FirstRows<Row>[]> {
  const limit = most === undefined ? sql`` : sql` LIMIT ${most}`;
  const ofEach = conditions.map(
    (condition) => sql`SELECT (SELECT count(*) FROM found AS r WHERE ${condition})::text AS count,
        (SELECT COALESCE(jsonb_agg(to_jsonb(f)), '[]') FROM (SELECT * FROM found AS r WHERE ${condition} ORDER BY ${order}${limit}) AS f)::text AS items`,
  );
  const found = await rowsOf<{ count: string; items: string }>(
    tx,
    sql`WITH found AS ${isIndexed ? sql`NOT ` : sql``}MATERIALIZED (${select}) ${sql.join(ofEach, sql` UNION ALL `)}`,
  );
  return found.map(({ count, items }) => ({
    count: Number(count),
    items: JSON.parse(items) as readonly Row[],
  }));
}
