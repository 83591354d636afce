import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../access/index.ts';
import type { Dimension } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { type OneOrMore, valuesOf } from '../core/one-or-more.ts';
import type { Day } from '../core/program.ts';
import type { Level, Spans } from './kept-plan.ts';
import { anyOf, isAmong } from './rows/conditions.repository.ts';

/** Who asks, and on which day. */
export interface Asking {
  readonly scope: Scope;
  readonly today: Day;
}

/** Where a source has the keys of its rows; null: not at this level. */
export interface Columns {
  readonly pillar: SQL | null;
  readonly country: SQL | null;
  readonly donor: SQL | null;
  /** Where several donors stand together. */
  readonly donors: SQL | null;
  readonly program: SQL | null;
}

/** What the keys of kept totals name at a level (kept.table.ts). */
export function columnsAt(level: Level, { key, other }: { readonly key: SQL; readonly other: SQL }): Columns {
  const nowhere = { pillar: null, country: null, donor: null, donors: null, program: null };
  const columns: Readonly<Record<Level, Partial<Columns>>> = {
    all: {},
    pillar: { pillar: key },
    country: { country: key },
    donor: { donor: key },
    program: { program: key },
    'pillar country': { pillar: key, country: other },
    'donor pillar': { donor: key, pillar: other },
    'donor country': { donor: key, country: other },
    'donor receiver': { donor: key },
  };
  return { ...nowhere, ...columns[level] };
}

/** Under which key a row counts in an answer. */
export function keyIn(
  by: Dimension | null,
  columns: Columns,
  { time, part }: { readonly time: SQL; readonly part: SQL },
): SQL {
  switch (by) {
    case null:
      return sql`''`;
    case 'pillar':
    case 'country':
    case 'donor':
    case 'program':
      return columns[by] ?? sql`''`;
    case 'year':
    case 'quarter':
    case 'month':
      return time;
    default:
      return part;
  }
}

/** How `to_char` writes a day as the year, quarter or month in which it is (`timeKey`). */
export function timePattern(by: Dimension | null | undefined): string {
  return by === 'year' ? 'YYYY' : by === 'quarter' ? 'YYYY-"Q"Q' : 'YYYY-MM';
}

/** The same of the number of a month (`kept.table.ts`): 201706. */
export function timeOfMonth(by: Dimension | null, span: SQL): SQL {
  const year = sql`left(${span}::text, 4)`;
  if (by === 'month') return sql`(${year} || '-' || right(${span}::text, 2))`;
  return by === 'quarter' ? sql`(${year} || '-Q' || (${span} % 100 + 2) / 3)` : year;
}

/** Which rows are narrowed: results, or amounts of money. */
type Of = 'results' | 'money';

/** What a filter and a scope let through, by the very keys under which rows count (rule 10). */
export function narrowing(filter: Filter, scope: Scope, columns: Columns, of: Of): readonly SQL[] {
  const { pillar, country, donor, program } = filter;
  const among = (column: SQL | null, asked: OneOrMore) => isAmong(column ?? sql`NULL`, asked);
  const ofDonor = (asked: OneOrMore) =>
    columns.donor === null
      ? anyOf(valuesOf(asked).map((code) => sql`${code} = ANY (${columns.donors})`))
      : isAmong(columns.donor, asked);
  return [
    ...(pillar === undefined ? [] : [among(columns.pillar, pillar)]),
    ...(country === undefined ? [] : [among(columns.country, country)]),
    ...(donor === undefined ? [] : [ofDonor(donor)]),
    ...(program === undefined ? [] : [sql`${columns.program} IN (${withDescendants(valuesOf(program))})`]),
    ...inScope(scope, columns, of),
  ];
}

/** Beside row-level security, which holds the same: what a scope lets through. */
function inScope({ rights, programs, organisations }: Scope, columns: Columns, of: Of): readonly SQL[] {
  switch (of === 'results' ? rights.seesResults : rights.seesMoney) {
    case 'all':
      return [];
    case 'none':
      return [sql`false`];
    case 'named':
      return [sql`${columns.program} IN (${withDescendants(programs)})`];
    case 'funded':
    case 'own': {
      const own = sql`ARRAY(SELECT jsonb_array_elements_text(${JSON.stringify(organisations)}::jsonb))`;
      return [
        columns.donor === null ? sql`${columns.donors} && ${own}` : sql`${columns.donor} = ANY (${own})`,
      ];
    }
  }
}

/** Codes of programmes with what lies below them, as a select. */
export function withDescendants(programs: readonly string[]): SQL {
  return sql`WITH RECURSIVE below(code) AS (
      SELECT given COLLATE "C" FROM jsonb_array_elements_text(${JSON.stringify(programs)}::jsonb) AS given
      UNION
      SELECT p.code::text FROM programs_seen p JOIN below b ON p.parent = b.code
    ) SELECT code FROM below`;
}

/** @example of all time it is one, which an index finds with the keys that follow */
export function spanIn(column: SQL, { first, last }: Pick<Spans, 'first' | 'last'>): SQL {
  return first === last ? sql`${column} = ${first}` : sql`${column} BETWEEN ${first} AND ${last}`;
}
