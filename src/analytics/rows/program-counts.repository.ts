import { type SQL, sql } from 'drizzle-orm';
import type { FigurePrograms, ProgramCounts, ProgramsQuery } from '../../core/figures-of-programs.ts';
import { admits, onlyOne } from '../../core/one-or-more.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { rowsOf } from '../../platform/database/rows.ts';
import type { RowsAsking } from './asking.ts';
import { allOf, isAmong } from './conditions.repository.ts';
import { hasBegun, heldBy, holding, programsIn } from './program-source.repository.ts';
import { inFilter, regionsOfCountries, whereFigures } from './result-source.repository.ts';
import { type Sources, sourcesFor } from './sources.repository.ts';

type By = Parameters<FigurePrograms['programCountsBy']>[1];
type CountsByKey = Awaited<ReturnType<FigurePrograms['programCountsBy']>>;

/** How many programmes a query is about, as `FigurePrograms.programCounts`. */
export async function countPrograms(
  tx: Transaction,
  { scope }: RowsAsking,
  query: ProgramsQuery,
): Promise<ProgramCounts> {
  const sources = sourcesFor(scope);
  const [found] = await countPairs(
    tx,
    sources,
    sql`SELECT ''::text AS key, s.code FROM (${programsIn(sources, query)}) AS s`,
  );
  return { top: found?.top ?? 0, all: found?.all ?? 0 };
}

/** The same, one row for each pillar, country, donor or programme, as `FigurePrograms.programCountsBy`. */
export async function countProgramsBy(
  tx: Transaction,
  { scope }: RowsAsking,
  query: ProgramsQuery,
  by: By,
): Promise<CountsByKey> {
  const sources = sourcesFor(scope);
  const asked = by === 'program' ? undefined : query.filter[by];
  const counted = await countPairs(tx, sources, pairsBy(sources, query, by));
  const ofAsked = counted.filter(({ key }) => admits(asked, key));
  const { filter, sheetDay } = query;
  if (
    by !== 'pillar' ||
    onlyOne(asked) !== undefined ||
    filter.country === undefined ||
    sheetDay !== undefined
  )
    return ofAsked;
  // A pillar that several share may have no programme in a country by itself.
  const keys = await rowsOf<{ key: string }>(
    tx,
    sql`SELECT DISTINCT h.held AS key FROM (${heldBy(sources, 'pillar')}) AS h
      WHERE h.code IN (${programsIn(sources, query)}) ORDER BY key`,
  );
  const byKey = new Map(ofAsked.map((row) => [row.key, row]));
  return keys
    .filter(({ key }) => admits(asked, key))
    .map(({ key }) => byKey.get(key) ?? { key, top: 0, all: 0 });
}

/** A select of `key` and `code`: which programme stands in which row. */
function pairsBy(sources: Sources, query: ProgramsQuery, by: By): SQL {
  const pillar = onlyOne(query.filter.pillar);
  switch (by) {
    case 'program':
      return byProgram(sources, query);
    case 'donor':
      return sql`SELECT d.donor AS key, s.code FROM (${programsIn(sources, query)}) AS s
        JOIN ${sources.programKeys} k ON k.program = s.code CROSS JOIN LATERAL unnest(k.donors) AS d(donor)
        WHERE d.donor <> 'not-recorded'`;
    case 'pillar':
      return pillar === undefined
        ? byPillar(sources, query)
        : sql`SELECT ${pillar}::text AS key, s.code FROM (${programsIn(sources, query)}) AS s`;
    case 'country':
      return query.sheetDay === undefined
        ? byCountry(sources, query)
        : bySheet(sources, query, query.sheetDay);
  }
}

/** Each with those below it that are counted too. */
function byProgram(sources: Sources, query: ProgramsQuery): SQL {
  const { program: _, ...filter } = query.filter;
  return sql`WITH RECURSIVE counted AS MATERIALIZED (${programsIn(sources, { ...query, filter })}), climb(code, at) AS (
      SELECT c.code::text COLLATE "C", c.code::text COLLATE "C" FROM counted c
      UNION ALL
      SELECT c.code, p.parent::text COLLATE "C" FROM climb c JOIN ${sources.programs} p ON p.code = c.at WHERE p.parent IS NOT NULL
    )
    SELECT c.at AS key, c.code FROM climb c WHERE c.at IN (${programsIn(sources, query)})`;
}

/** A figure of a programme of several pillars is in none of them, so that it brings none of them to a country. */
function byPillar(sources: Sources, query: ProgramsQuery): SQL {
  const { country, pillar } = query.filter;
  const pairs = sql`SELECT h.held AS key, s.code FROM (${programsIn(sources, query)}) AS s
    JOIN (${heldBy(sources, 'pillar', pillar)}) AS h ON h.code = s.code`;
  if (country === undefined || query.sheetDay !== undefined) return pairs;
  return sql`${pairs} JOIN ${sources.programKeys} k ON k.program = s.code
    WHERE k.pillar = h.held OR s.code IN (${holding(sources, 'place', country)})`;
}

/** Where programmes run, or have a figure. */
function byCountry(sources: Sources, query: ProgramsQuery): SQL {
  const { country, from: _, to: __, ...rest } = query.filter;
  const source = whereFigures(sources);
  const figures = allOf([...source.holds, ...inFilter(source, sources, rest)]);
  const only = country === undefined ? sql`true` : isAmong(sql`c.key`, country);
  return sql`SELECT DISTINCT c.key, c.code FROM (
      SELECT h.held AS key, h.code FROM (${heldBy(sources, 'place')}) AS h
      UNION ALL
      SELECT ${source.country}::text, r.program FROM ${source.from} WHERE ${figures}
    ) AS c
    JOIN places o ON o.code = c.key
    WHERE ${only} AND c.code IN (${programsIn(sources, { ...query, filter: rest })})`;
}

/** What stands on the sheet of each country or region. */
function bySheet(sources: Sources, query: ProgramsQuery, day: string): SQL {
  const { country: _, ...rest } = query.filter;
  const source = whereFigures(sources);
  return sql`WITH RECURSIVE regions AS (${regionsOfCountries(day)}), held AS MATERIALIZED (${heldBy(sources, 'place')}), standing AS MATERIALIZED (
      SELECT DISTINCT c.key, p.code, p.parent FROM (
        SELECT h.held AS key, h.code FROM held h
        UNION ALL
        SELECT g.country, h.code FROM held h JOIN regions g ON g.region = h.held
        WHERE (h.code, g.country) IN (
          SELECT r.program, o.country FROM ${source.from} JOIN regions o ON o.region = ${source.country}
          WHERE ${allOf(source.holds)}
        )
      ) AS c
      JOIN ${sources.programs} p ON p.code = c.code
      JOIN places o ON o.code = c.key
      WHERE ${hasBegun(query.begunBy)}
    ), above(key, code) AS (
      SELECT s.key, s.parent::text COLLATE "C" FROM standing s WHERE s.parent IS NOT NULL
      UNION
      SELECT a.key, p.parent::text COLLATE "C" FROM above a JOIN ${sources.programs} p ON p.code = a.code WHERE p.parent IS NOT NULL
    )
    SELECT s.key, s.code FROM standing s
    WHERE NOT EXISTS (SELECT FROM above a WHERE a.key = s.key AND a.code = s.code) AND s.code IN (${programsIn(
      sources,
      {
        ...query,
        filter: rest,
      },
    )})`;
}

/** Counts programmes by key, and those of them that have none above them with the same key. */
async function countPairs(tx: Transaction, { programs }: Sources, pairs: SQL): Promise<CountsByKey> {
  const rows = await rowsOf<{ key: string; top: string; all: string }>(
    tx,
    sql`WITH RECURSIVE pairs AS MATERIALIZED (${pairs}), climb(key, code, at) AS (
        SELECT c.key, p.code::text COLLATE "C", p.parent::text COLLATE "C" FROM pairs c JOIN ${programs} p ON p.code = c.code WHERE p.parent IS NOT NULL
        UNION ALL
        SELECT c.key, c.code, p.parent::text COLLATE "C" FROM climb c JOIN ${programs} p ON p.code = c.at WHERE p.parent IS NOT NULL
      ), inside AS (
        SELECT DISTINCT c.key, c.code FROM climb c JOIN pairs o ON o.key = c.key AND o.code = c.at
      )
      SELECT c.key::text COLLATE "C" AS key, count(*)::text AS all, (count(*) - count(i.code))::text AS top
      FROM pairs c LEFT JOIN inside i ON i.key = c.key AND i.code = c.code GROUP BY c.key ORDER BY 1`,
  );
  return rows.map(({ key, top, all }) => ({ key, top: Number(top), all: Number(all) }));
}
