import { type SQL, sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { TotalsQuery } from '../../src/core/aggregate.ts';
import { UNDATED } from '../../src/core/dimension.ts';
import type { Filter } from '../../src/core/facts.ts';

/** A statement for either database: they read the same SQL. */
export interface Statement {
  readonly text: string;
  readonly parameters: string[];
}

const dialect = new PgDialect();

export function statement(query: SQL): Statement {
  const { sql: text, params } = dialect.sqlToQuery(query);
  return { text, parameters: params.map(String) };
}

/** Of `rows(key, value, qualifier, period_end)`, what each key has. */
export function totalsOf(rows: SQL): SQL {
  return sql`SELECT key, sum(value)::float8 AS value,
      COALESCE(sum(value) FILTER (WHERE qualifier = 'exact'), 0)::float8 AS exact,
      COALESCE(sum(value) FILTER (WHERE period_end IS NULL), 0)::float8 AS undated,
      count(*)::int AS count
    FROM (${rows}) AS rows GROUP BY key`;
}

/** Rows of `figures(pillar, country, donors, period_end, qualifier, value)` under the keys of a dimension that is no axis. */
export function keyed(figures: SQL, { by, filter }: TotalsQuery): SQL {
  const row = sql`value, qualifier, period_end`;
  if (by === 'donor') {
    const only = filter.donor === undefined ? sql`` : sql` WHERE d.key = ${filter.donor}`;
    return sql`SELECT d.key, ${row} FROM (${figures}) AS f, unnest(f.donors) AS d(key)${only}`;
  }
  const key =
    by === 'year'
      ? sql`COALESCE(extract(year FROM period_end)::text, ${sql.raw(`'${UNDATED}'`)})`
      : sql.identifier(by);
  return sql`SELECT ${key} AS key, ${row} FROM (${figures}) AS f`;
}

/** What a filter asks of `figures(pillar, country, donors, period_end)`; undated ones are in what is asked to date (rule 11). */
export function conditions({ pillar, country, donor, from, to }: Filter): SQL {
  const undated = from === undefined ? sql` OR period_end IS NULL` : sql``;
  const asked = [
    pillar === undefined ? null : sql`pillar = ${pillar}`,
    country === undefined ? null : sql`country = ${country}`,
    donor === undefined ? null : sql`${donor} = ANY (donors)`,
    from === undefined ? null : sql`period_end >= ${from}::date`,
    to === undefined ? null : sql`(period_end <= ${to}::date${undated})`,
  ].filter((one) => one !== null);
  return sql.join([sql`true`, ...asked], sql` AND `);
}
