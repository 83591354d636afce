import { type Column, type SQL, sql } from 'drizzle-orm';
import { bigint, customType, date, numeric, text, timestamp } from 'drizzle-orm/pg-core';
import type { DatePrecision } from '../../core/program.ts';
import { type LocalText, READERSHIPS } from '../../core/text.ts';

/** A text with its translations. The domain `local_text` (jsonb) refuses one in no language or in an unknown one. */
export const localText = customType<{ data: LocalText; driverData: unknown }>({
  dataType: () => 'local_text',
  toDriver: (text) => JSON.stringify(text),
  // postgres.js hands jsonb over as text, PGlite as an object.
  fromDriver: (stored) => (typeof stored === 'string' ? JSON.parse(stored) : stored) as LocalText,
});

/**
 * A code, or the code of what a row refers to. The domain `code` (text) orders them as JavaScript does, whatever the
 * locale of the database: some would put hyphens and capitals elsewhere.
 */
export const code = customType<{ data: string; driverData: string }>({ dataType: () => 'code' });

/** Bytes; both drivers read them as a Uint8Array. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });

/** A calendar day as `YYYY-MM-DD`, never as a moment in some time zone. */
export const day = (name: string) => date(name, { mode: 'string' });

/** A figure. Exact in the database; within the safe range of a JavaScript number by a check on each table. */
export const figure = (name: string) => numeric(name, { mode: 'number' });

/** An exact decimal (shares, rates) that is never read into a float. */
export const decimal = (name: string) => numeric(name, { mode: 'string' });

/** Minor units of a currency. */
export const minorUnits = (name: string) => bigint(name, { mode: 'number' });

/** A moment, read as a `Date`. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' });

/** `column IN ('a', 'b')`, for a check constraint. */
export function oneOf(column: Column, values: readonly string[]): SQL {
  return sql`${column} IN (${sql.raw(values.map((value) => `'${value}'`).join(', '))})`;
}

/** The key of a period: `2017-06`, `2017-Q2`, `2017`, `2016-04..2017-03`. */
export function isPeriod(column: Column): SQL {
  return sql`${column} ~ '^[12][0-9]{3}(-(0[1-9]|1[0-2])([.]{2}[12][0-9]{3}-(0[1-9]|1[0-2]))?|-Q[1-4])?$'`;
}

/** An identifier of somebody else's registry: no blanks, and not longer than any is. */
export function identifierIsPlain(column: Column): SQL {
  return sql`${column} ~ '^\\S{1,120}$'`;
}

/** How much of a date the source gives; `none` exactly where there is no date. */
export const DATE_PRECISIONS = ['day', 'month', 'year', 'none'] as const satisfies readonly DatePrecision[];

/** A column for the precision of a date. */
export const datePrecision = (name: string) => text(name, { enum: DATE_PRECISIONS });

/** The check that goes with a precision: known, and `none` exactly where there is no date. */
export function precisionFits(precision: Column, date: Column): SQL {
  return sql`${oneOf(precision, DATE_PRECISIONS)} AND (${precision} = 'none') = (${date} IS NULL)`;
}

/** A column beside a text: who may read it; null: as the rule has it. */
export const readership = (name: string) => text(name, { enum: READERSHIPS });

/**
 * Whether a row counts: drafts and returned rows count nowhere but in the officer's own list (rule 1), withdrawn ones
 * nowhere (rule 13).
 */
export const ROW_STATUSES = ['draft', 'submitted', 'approved', 'returned', 'withdrawn'] as const;
export type RowStatus = (typeof ROW_STATUSES)[number];

/** The end of a period as lists are in order of it: what is undated comes after all days. */
export function endsOf(periodEnd: Column): SQL {
  return sql`COALESCE(${periodEnd}, 'infinity'::date)`;
}

/** Ascends from the last day to the first, and to what is undated. */
export function daysAgo(periodEnd: Column): SQL {
  return sql`COALESCE('3000-01-01'::date - ${periodEnd}, 1000000)`;
}
