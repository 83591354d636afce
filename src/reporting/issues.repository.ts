import { and, asc, desc, eq, getTableColumns, inArray, isNull } from 'drizzle-orm';
import { readInScope, type Scope } from '../access/index.ts';
import { type PageRequest, type RowPage, rowPage } from '../core/row-page.ts';
import type { Database } from '../platform/database/database.ts';
import { issues } from './issues.table.ts';
import { seenBy } from './seen-by.repository.ts';

export type IssueRow = typeof issues.$inferSelect;
export type NewIssue = Omit<IssueRow, 'id'>;
/** An issue without what weighs: its PDF and its snapshot. */
export type IssueHead = Omit<IssueRow, 'pdf' | 'snapshot'>;

/** What a scheduled issue is the only one of. */
export type IssueKey = Pick<
  IssueRow,
  'report' | 'period' | 'pillar' | 'country' | 'donor' | 'lang' | 'paper'
>;

const { pdf: _pdf, snapshot: _snapshot, ...head } = getTableColumns(issues);

/** @returns null: another process has stored the scheduled issue of this key already; `findScheduledIssue` has it */
export async function storeIssue(db: Database, issue: NewIssue): Promise<IssueRow | null> {
  const [stored] = await db.insert(issues).values(issue).onConflictDoNothing().returning();
  return stored ?? null;
}

export async function findScheduledIssue(db: Database, key: IssueKey): Promise<IssueRow | null> {
  const same = (
    column: typeof issues.pillar | typeof issues.country | typeof issues.donor,
    code: string | null,
  ) => (code === null ? isNull(column) : eq(column, code));
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
        same(issues.pillar, key.pillar),
        same(issues.country, key.country),
        same(issues.donor, key.donor),
      ),
    );
  return found ?? null;
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
