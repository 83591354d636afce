import { type Column, sql } from 'drizzle-orm';
import { check, integer, text } from 'drizzle-orm/pg-core';

/** Columns of what may be sent at a moment of its own (`OwnTime`). */
export const ownTimeColumns = () => ({
  ownDay: integer('own_day'),
  ownHour: integer('own_hour'),
  ownZone: text('own_zone'),
});

type OwnTimeColumns = Readonly<Record<keyof ReturnType<typeof ownTimeColumns>, Column>>;

/** All three or none, and within their bounds. */
export function isOwnTime(name: string, { ownDay, ownHour, ownZone }: OwnTimeColumns) {
  return check(
    name,
    sql`num_nonnulls(${ownDay}, ${ownHour}, ${ownZone}) IN (0, 3) AND ${ownDay} BETWEEN 1 AND 28 AND ${ownHour} BETWEEN 0 AND 23 AND ${ownZone} <> ''`,
  );
}
