import { type SQL, sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { TotalsQuery } from '../../src/core/aggregate.ts';
import { axisOf, NOT_RECORDED, NOT_SPLIT } from '../../src/core/dimension.ts';
import type { Generated } from '../generated.ts';
import { answerRow, type Contender, type CountedRow } from './contender.ts';
import { conditions, keyed, statement, totalsOf } from './statements.ts';

/**
 * One statement on the rows as the service stores them. Under what each programme's figures count is laid out before, once:
 * that is a walk up the tree of all programmes, and takes its time however little is asked for.
 */
export async function liveSql({ url }: Generated): Promise<Contender> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  // What it takes is to be seen, not what a plan made for other values takes, nor compiling one anew each time.
  await client`SELECT set_config('plan_cache_mode', 'force_custom_plan', false), set_config('jit', 'off', false),
    set_config('work_mem', '64MB', false), set_config('random_page_cost', '1.1', false)`;
  await layOut(client);
  const [own] = await client<{ bytes: string }[]>`SELECT pg_total_relation_size('bench.effective') AS bytes`;
  return {
    name: 'live SQL',
    ownBytes: Number(own?.bytes),
    answer: async (query) => {
      const { text, parameters } = statement(totalsOf(rowsOf(query)));
      const rows = await client.unsafe<CountedRow[]>(text, parameters, { prepare: true });
      return rows.map(answerRow);
    },
    close: async () => {
      await client`DROP SCHEMA bench CASCADE`;
      await client.end();
    },
  };
}

/**
 * Pillar, country and donors by programme, its own or the nearest above it that names any. No temporary table: of one that
 * joins those, Postgres gives no part to its workers.
 */
export async function layOut(client: postgres.Sql): Promise<void> {
  await client`DROP SCHEMA IF EXISTS bench CASCADE`;
  await client`CREATE SCHEMA bench`;
  await client`
    CREATE UNLOGGED TABLE bench.effective AS
    WITH RECURSIVE own AS (
      SELECT code, parent,
        (SELECT array_agg(pillar::text) FROM program_pillars WHERE program = code) AS pillars,
        (SELECT array_agg(place::text) FROM program_places WHERE program = code) AS places,
        (SELECT array_agg(DISTINCT organisation::text) FROM program_organisations
          WHERE program = code AND role = 'funding') AS donors
      FROM programs
    ), whole AS (
      SELECT * FROM own WHERE parent IS NULL
      UNION ALL
      SELECT own.code, own.parent, COALESCE(own.pillars, above.pillars), COALESCE(own.places, above.places),
        COALESCE(own.donors, above.donors)
      FROM own JOIN whole AS above ON above.code = own.parent
    )
    SELECT code AS program,
      CASE WHEN pillars IS NULL THEN ${NOT_RECORDED} WHEN cardinality(pillars) = 1 THEN pillars[1] ELSE ${NOT_SPLIT} END AS pillar,
      CASE WHEN places IS NULL THEN ${NOT_RECORDED} WHEN cardinality(places) = 1 THEN places[1] ELSE ${NOT_SPLIT} END AS country,
      COALESCE(donors, ARRAY[${NOT_RECORDED}]) AS donors
    FROM whole`;
  await client`CREATE UNIQUE INDEX ON bench.effective (program)`;
  await client`ANALYZE bench.effective`;
}

function rowsOf(query: TotalsQuery): SQL {
  const axis = axisOf(query.by);
  return axis === null ? keyed(figures(query), query) : parts(figures(query), axis);
}

/**
 * What adds up (rules 1 and 9), as a filter has it. A part whose whole is not approved would add up, too; asking for that
 * makes Postgres read the table twice, and there is none: all that is generated is approved.
 */
function figures({ indicator, kind, filter }: TotalsQuery): SQL {
  return sql`SELECT * FROM (
    SELECT r.id, e.pillar, COALESCE(r.place, e.country) AS country, e.donors, r.period_end, r.qualifier, r.value
    FROM results r JOIN bench.effective e ON e.program = r.program
    WHERE r.indicator = ${indicator} AND r.kind = ${kind} AND r.status = 'approved' AND r.part_of IS NULL
  ) AS r WHERE ${conditions(filter)}`;
}

/** Parts that are known, and of each figure what is in none of them (rule 6). */
function parts(figures: SQL, axis: string): SQL {
  const known = sql`SELECT result, part, value FROM result_parts WHERE axis = ${axis} AND part <> 'unknown'`;
  return sql`WITH f AS MATERIALIZED (${figures}), known AS MATERIALIZED (
      SELECT f.id, f.qualifier, f.period_end, p.part::text AS key, p.value FROM f JOIN (${known}) AS p ON p.result = f.id
    )
    SELECT key, value, qualifier, period_end FROM known
    UNION ALL
    SELECT ${sql.raw(`'${NOT_RECORDED}'`)}, f.value - COALESCE(k.value, 0), f.qualifier, f.period_end
    FROM f LEFT JOIN (SELECT id, sum(value) AS value FROM known GROUP BY id) AS k ON k.id = f.id
    WHERE k.id IS NULL OR k.value <> f.value`;
}
