import { and, asc, desc, eq, getTableColumns, inArray, isNull, lt, lte, type SQL, sql } from 'drizzle-orm';
import { readInScope, type Scope } from '../access/index.ts';
import type { Period } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import { type PageRequest, type RowPage, rowPage } from '../core/row-page.ts';
import type { Database } from '../platform/database/database.ts';
import { madeAt } from '../platform/database/history.repository.ts';
import { issues } from './issues.table.ts';
import { seenBy } from './seen-by.repository.ts';

export type IssueRow = typeof issues.$inferSelect;
export type NewIssue = Omit<IssueRow, 'id'>;
/** An issue without what weighs: its files and its snapshot. */
export type IssueHead = Omit<IssueRow, 'pdf' | 'xlsx' | 'csv' | 'snapshot'> & {
  readonly hasWorkbook: boolean;
  readonly hasCsv: boolean;
};

/** What a scheduled issue is the only one of. */
export type IssueKey = Pick<
  IssueRow,
  'report' | 'period' | 'pillar' | 'country' | 'donor' | 'lang' | 'paper'
>;

const { pdf: _pdf, xlsx: _xlsx, csv: _csv, snapshot: _snapshot, ...columns } = getTableColumns(issues);
const head = {
  ...columns,
  hasWorkbook: sql<boolean>`${issues.xlsx} IS NOT NULL`,
  hasCsv: sql<boolean>`${issues.csv} IS NOT NULL`,
};

/** @returns null: another process has stored the scheduled issue of this key already; `findScheduledIssue` has it */
export async function storeIssue(db: Database, issue: NewIssue): Promise<IssueRow | null> {
  const [stored] = await db.insert(issues).values(issue).onConflictDoNothing().returning();
  return stored ?? null;
}

export async function findScheduledIssue(db: Database, key: IssueKey): Promise<IssueRow | null> {
  const [found] = await db
    .select()
    .from(issues)
    .where(
      and(
        eq(issues.origin, 'schedule'),
        eq(issues.report, key.report),
        eq(issues.period, key.period),
        eq(issues.lang, key.lang),
        eq(issues.paper, key.paper),
        ofSlice(key),
      ),
    );
  return found ?? null;
}

export function ofSlice(key: Pick<IssueKey, 'pillar' | 'country' | 'donor'>): SQL | undefined {
  const same = (
    column: typeof issues.pillar | typeof issues.country | typeof issues.donor,
    code: string | null,
  ) => (code === null ? isNull(column) : eq(column, code));
  return and(
    same(issues.pillar, key.pillar),
    same(issues.country, key.country),
    same(issues.donor, key.donor),
  );
}

/** How the keys of periods of a kind are written. */
export const KEYS: Readonly<Record<Period['kind'], string>> = {
  month: '^[0-9]{4}-[0-9]{2}$',
  quarter: '^[0-9]{4}-Q[1-4]$',
  year: '^[0-9]{4}$',
  // What is issued of these are fiscal years.
  months: '^[0-9]{4}-[0-9]{2}[.]{2}[0-9]{4}-[0-9]{2}$',
};

/**
 * The issue of the last period before this one, of the same report, slice and kind of period. Of several languages and
 * papers it is the one that was made first: so a report says the same in all of them.
 *
 * @param by leaves out what was made after this moment; null: nothing
 */
export async function findEarlierIssue(
  db: Database,
  scope: Scope,
  key: Pick<IssueKey, 'report' | 'pillar' | 'country' | 'donor'>,
  { period, by }: { readonly period: Period; readonly by: Date | null },
): Promise<Omit<IssueRow, 'pdf' | 'xlsx' | 'csv'> | null> {
  const [found] = await readInScope(db, scope, (tx) =>
    tx
      .select({ ...head, snapshot: issues.snapshot })
      .from(issues)
      .where(
        and(
          seenBy(scope),
          eq(issues.origin, 'schedule'),
          eq(issues.report, key.report),
          sql`${issues.period} ~ ${KEYS[period.kind]}`,
          lt(issues.cutOff, period.from),
          by === null ? undefined : lte(issues.createdAt, by),
          ofSlice(key),
        ),
      )
      .orderBy(desc(issues.cutOff), asc(issues.createdAt), asc(issues.id))
      .limit(1),
  );
  return found ?? null;
}

/** When the last issue was made, as a text that is another one after the next; of an installation without any it is empty. */
export async function lastIssued(db: Database): Promise<string> {
  const [found] = await db
    .select({ at: sql<string>`COALESCE(max(${issues.createdAt})::text, '')` })
    .from(issues);
  return found?.at ?? '';
}

/** The issue that was sent before another one, by the moments at which the figures of both were read. */
export interface IssueBefore {
  readonly at: Date;
  readonly cutOffThen: Day;
  readonly atThen: Date;
}

/**
 * Of some issues those of the same report, slice and kind of period that were sent before, as `findEarlierIssue` finds them, by
 * id. They are for the same readers.
 */
export async function issuesBefore(
  db: Database,
  scope: Scope,
  ids: readonly string[],
): Promise<ReadonlyMap<string, IssueBefore>> {
  if (ids.length === 0) return new Map();
  const found = await readInScope(db, scope, (tx) =>
    tx
      .select({
        id: issues.id,
        revision: issues.revision,
        before: sql<{ readonly revision: number; readonly cut_off: Day } | null>`(
          SELECT json_build_object('revision', e.revision, 'cut_off', e.cut_off) FROM issues e
          WHERE e.origin = 'schedule' AND e.report = ${issues.report} AND length(e.period) = length(${issues.period})
            AND (e.pillar, e.country, e.donor, e.made_for)
              IS NOT DISTINCT FROM (${issues.pillar}, ${issues.country}, ${issues.donor}, ${issues.madeFor})
            AND e.cut_off < ${issues.cutOff} AND e.created_at <= ${issues.createdAt}
          ORDER BY e.cut_off DESC, e.created_at, e.id LIMIT 1
        )`,
      })
      .from(issues)
      .where(and(seenBy(scope), inArray(issues.id, [...ids]))),
  );
  const numbers = new Set(
    found.flatMap(({ revision, before }) => (before === null ? [] : [revision, before.revision])),
  );
  const moments = new Map<number, Date>();
  for (const number of numbers) {
    const at = await madeAt(db, number);
    if (at !== null) moments.set(number, at);
  }
  return new Map(
    found.flatMap(({ id, revision, before }): readonly (readonly [string, IssueBefore])[] => {
      const [at, atThen] = [
        moments.get(revision),
        before === null ? undefined : moments.get(before.revision),
      ];
      if (before === null || at === undefined || atThen === undefined) return [];
      return [[id, { at, atThen, cutOffThen: before.cut_off }]];
    }),
  );
}

/** One page of them, the latest first. */
export function listIssues(db: Database, scope: Scope, page: PageRequest): Promise<RowPage<IssueHead>> {
  const order = [desc(issues.createdAt), asc(issues.id)];
  return readInScope(db, scope, async (tx) => {
    const keys = await tx
      .select({ id: issues.id })
      .from(issues)
      .where(seenBy(scope))
      .orderBy(...order);
    const shown = rowPage(
      keys.map(({ id }) => id),
      (id) => id,
      page,
    );
    const rows = await tx
      .select(head)
      .from(issues)
      .where(and(seenBy(scope), inArray(issues.id, [...shown.rows])))
      .orderBy(...order);
    return { ...shown, rows };
  });
}

/** Some issues, for the service itself, in the order in which they were made. */
export function readIssueHeads(db: Database, ids: readonly string[]): Promise<IssueHead[]> {
  return db
    .select(head)
    .from(issues)
    .where(inArray(issues.id, [...ids]))
    .orderBy(asc(issues.createdAt), asc(issues.id));
}

/** The issues that the schedule sent of some figures, in that order. */
export function readIssuesOf(
  db: Database,
  { hash, report, period }: Pick<IssueRow, 'hash' | 'report' | 'period'>,
): Promise<IssueHead[]> {
  return db
    .select(head)
    .from(issues)
    .where(
      and(
        eq(issues.report, report),
        eq(issues.period, period),
        eq(issues.hash, hash),
        eq(issues.origin, 'schedule'),
      ),
    )
    .orderBy(asc(issues.createdAt), asc(issues.id));
}

/** @returns null: there is none, or it is not the reader's */
export async function readIssueHead(db: Database, scope: Scope, id: string): Promise<IssueHead | null> {
  const [found] = await readInScope(db, scope, (tx) =>
    tx
      .select(head)
      .from(issues)
      .where(and(eq(issues.id, id), seenBy(scope))),
  );
  return found ?? null;
}

export async function readIssue(db: Database, scope: Scope, id: string): Promise<IssueRow | null> {
  const [found] = await readInScope(db, scope, (tx) =>
    tx
      .select()
      .from(issues)
      .where(and(eq(issues.id, id), seenBy(scope))),
  );
  return found ?? null;
}

export async function readSnapshot(db: Database, id: string): Promise<IssueRow['snapshot'] | null> {
  const [found] = await db.select({ snapshot: issues.snapshot }).from(issues).where(eq(issues.id, id));
  return found?.snapshot ?? null;
}
