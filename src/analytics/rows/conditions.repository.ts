import { type SQL, sql } from 'drizzle-orm';
import { type OneOrMore, onlyOne, valuesOf } from '../../core/one-or-more.ts';

/** A column is what was asked for, or one of it. */
export function isAmong(column: SQL, asked: OneOrMore): SQL {
  const one = onlyOne(asked);
  return one === undefined ? sql`${column} = ANY (${arrayOf(valuesOf(asked))})` : sql`${column} = ${one}`;
}

/** An array has one of what was asked for. Of one, an index of arrays knows. */
export function holdsAny(column: SQL, asked: OneOrMore): SQL {
  return onlyOne(asked) === undefined
    ? sql`${column} && ${arrayOf(valuesOf(asked))}`
    : sql`${column} @> ARRAY[${asked}::text]`;
}

/** Codes as an array. A view that holds back rows looks its own up by it, which by a subquery it would not. */
export function arrayOf(values: readonly string[], type: 'text' | 'uuid' = 'text'): SQL {
  const listed = `{${values.map((value) => JSON.stringify(value)).join(',')}}`;
  return type === 'uuid' ? sql`${listed}::uuid[]` : sql`${listed}::text[]`;
}

/** Any of several; none: what is never true. */
export function anyOf(conditions: readonly SQL[]): SQL {
  const [first = sql`false`, ...others] = conditions;
  return others.length === 0 ? first : sql`(${sql.join([...conditions], sql` OR `)})`;
}

/** All conditions; none: what is always true. */
export function allOf(conditions: readonly SQL[]): SQL {
  return conditions.length === 0 ? sql`true` : sql.join([...conditions], sql` AND `);
}
