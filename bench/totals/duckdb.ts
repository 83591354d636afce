import { createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { type SQL, sql } from 'drizzle-orm';
import postgres from 'postgres';
import type { TotalsQuery } from '../../src/core/aggregate.ts';
import { axisOf, NOT_RECORDED } from '../../src/core/dimension.ts';
import { copyOut } from '../copy.ts';
import type { Generated } from '../generated.ts';
import { answerRow, type Contender, type CountedRow } from './contender.ts';
import { layOut } from './live-sql.ts';
import { conditions, keyed, statement, totalsOf } from './statements.ts';

/**
 * DuckDB in the process of the service, over a copy of all figures with what they count under: what live SQL joins for each
 * question is joined once. It is a copy of one moment; keeping it as new as the tables is not measured.
 */
export async function duckDb({ url }: Generated): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'attest-bench-duckdb-'));
  const file = join(folder, 'figures.duckdb');
  await save(url, folder);
  const instance = await DuckDBInstance.create(file);
  const connection = await instance.connect();
  for (const [table, columns] of Object.entries(TABLES))
    await connection.run(laidOut(table, columns), [fileOf(folder, table)]);
  await connection.run('CHECKPOINT');
  return {
    name: 'DuckDB',
    ownBytes: statSync(file).size,
    answer: async (query) => {
      const { text, parameters } = statement(totalsOf(rowsOf(query)));
      const reader = await connection.runAndReadAll(text, parameters);
      const rows = reader.getRowObjectsJS() as unknown as readonly CountedRow[];
      return rows.map(answerRow);
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const COLUMNS = {
  indicator: 'VARCHAR',
  kind: 'VARCHAR',
  pillar: 'VARCHAR',
  country: 'VARCHAR',
  donors: 'VARCHAR[]',
  period_end: 'DATE',
  qualifier: 'VARCHAR',
  value: 'DECIMAL(18, 4)',
};
/** `axes`: those of which a figure has parts. Of parts, what is in none of them is one more. */
const TABLES = {
  figures: { ...COLUMNS, axes: 'VARCHAR[]' },
  parts: { ...COLUMNS, axis: 'VARCHAR', key: 'VARCHAR' },
};

/** In the order in which it is asked for, so that what is not asked for is passed over by the block. */
function laidOut(table: string, columns: Readonly<Record<string, string>>): string {
  const types = Object.entries(columns).map(([name, type]) => sql.raw(`${name}: '${type}'`));
  return statement(sql`CREATE TABLE ${sql.identifier(table)} AS
    SELECT * FROM read_csv($1, header = true, columns = {${sql.join(types, sql`, `)}})
    ORDER BY indicator, kind, period_end`).text;
}

function rowsOf(query: TotalsQuery): SQL {
  const axis = axisOf(query.by);
  const figures = (table: string) => sql`SELECT * FROM ${sql.identifier(table)}
    WHERE indicator = ${query.indicator} AND kind = ${query.kind} AND ${conditions(query.filter)}`;
  if (axis === null) return keyed(figures('figures'), query);
  return sql`SELECT key, value, qualifier, period_end FROM (${figures('parts')}) AS p WHERE axis = ${axis}
    UNION ALL
    SELECT ${sql.raw(`'${NOT_RECORDED}'`)}, value, qualifier, period_end FROM (${figures('figures')}) AS f
    WHERE NOT list_contains(axes, ${axis})`;
}

/** What adds up (rules 1 and 9), by statements of the kind that live SQL has. */
async function save(url: string, folder: string): Promise<void> {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    await layOut(client);
    await client`
      CREATE UNLOGGED TABLE bench.counted AS
      SELECT r.id, r.indicator, r.kind, e.pillar, COALESCE(r.place, e.country) AS country,
        array_to_json(e.donors) AS donors, r.period_end, r.qualifier, r.value
      FROM results r JOIN bench.effective e ON e.program = r.program
      WHERE r.status = 'approved'
        AND NOT EXISTS (SELECT FROM results w WHERE w.id = r.part_of AND w.status = 'approved')`;
    await client`
      CREATE UNLOGGED TABLE bench.known AS
      SELECT p.result, p.axis::text, p.part::text, p.value FROM result_parts p WHERE p.part <> 'unknown'
      UNION ALL
      SELECT r.id, p.axis::text, ${NOT_RECORDED}, r.value - sum(p.value)
      FROM results r JOIN result_parts p ON p.result = r.id AND p.part <> 'unknown'
      GROUP BY r.id, p.axis HAVING sum(p.value) <> r.value`;
    await copyOut(
      url,
      (own) => own`COPY (
        SELECT c.indicator, c.kind, c.pillar, c.country, c.donors, c.period_end, c.qualifier, c.value,
          COALESCE(k.axes, '[]') AS axes
        FROM bench.counted c
        LEFT JOIN (SELECT result, json_agg(DISTINCT axis)::text AS axes FROM bench.known GROUP BY result) AS k ON k.result = c.id
      ) TO STDOUT WITH (FORMAT csv, HEADER)`,
      createWriteStream(fileOf(folder, 'figures')),
    );
    await copyOut(
      url,
      (own) => own`COPY (
        SELECT c.indicator, c.kind, c.pillar, c.country, c.donors, c.period_end, c.qualifier, k.value, k.axis, k.part AS key
        FROM bench.known k JOIN bench.counted c ON c.id = k.result
      ) TO STDOUT WITH (FORMAT csv, HEADER)`,
      createWriteStream(fileOf(folder, 'parts')),
    );
  } finally {
    await client`DROP SCHEMA IF EXISTS bench CASCADE`;
    await client.end();
  }
}

function fileOf(folder: string, table: string): string {
  return join(folder, `${table}.csv`);
}
