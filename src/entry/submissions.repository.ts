import { and, asc, desc, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../access/index.ts';
import type { EntryKind, SubmissionStatus } from '../core/entry/submission.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { inChunks } from '../platform/database/rows.ts';
import { type Cells, submissions } from './submissions.table.ts';

export type Submission = typeof submissions.$inferSelect;
type NewSubmission = typeof submissions.$inferInsert;

/** Which submission, and what it was when somebody looked at it. */
export interface Known {
  readonly id: string;
  readonly version: number;
}

/** Those in sight of some ids, in the order in which they came in. */
export function findSubmissions(
  db: Database,
  keeper: Keeper,
  ids: readonly string[],
): Promise<readonly Submission[]> {
  return readAsPerson(db, keeper, (tx) =>
    inChunks(ids, (chunk) =>
      tx
        .select()
        .from(submissions)
        .where(inArray(submissions.id, chunk))
        .orderBy(asc(submissions.createdAt), asc(submissions.together), asc(submissions.place)),
    ),
  );
}

/** What somebody has entered and is in one of some states, what was changed last first. */
export function ownSubmissions(
  db: Database,
  keeper: Keeper,
  statuses: readonly SubmissionStatus[],
  limit: number,
): Promise<readonly Submission[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(and(isOf(keeper), inArray(submissions.status, [...statuses])))
      .orderBy(desc(submissions.changedAt), asc(submissions.place), asc(submissions.id))
      .limit(limit),
  );
}

/** Which submissions are listed: one's own, or what waits for somebody's decision; after the one with the id `after`. */
export interface ListedSubmissions {
  readonly whose: 'own' | 'waiting';
  readonly statuses: readonly SubmissionStatus[];
  readonly after: string | null;
  readonly limit: number;
}

/**
 * A page of submissions, in the order in which they came in; that does not change, so that a list may be walked through
 * while rows of it are decided.
 *
 * @returns one more than the limit where there is more; null: nothing in sight has the id `after`
 */
export function pageOfSubmissions(
  db: Database,
  keeper: Keeper,
  { whose, statuses, after, limit }: ListedSubmissions,
): Promise<{ readonly count: number; readonly rows: readonly Submission[] } | null> {
  const listed = and(whose === 'own' ? isOf(keeper) : undefined, inArray(submissions.status, [...statuses]));
  return readAsPerson(db, keeper, async (tx) => {
    if (after !== null) {
      const [last] = await tx
        .select({ id: submissions.id })
        .from(submissions)
        .where(eq(submissions.id, after));
      if (last === undefined) return null;
    }
    const { createdAt, together, place, id } = submissions;
    const later =
      after === null
        ? undefined
        : sql`(${createdAt}, ${together}, ${place}, ${id}) > (SELECT s.created_at, s.together, s.place, s.id FROM submissions s WHERE s.id = ${after}::uuid)`;
    const rows = await tx
      .select()
      .from(submissions)
      .where(and(listed, later))
      .orderBy(asc(createdAt), asc(together), asc(place), asc(id))
      .limit(limit + 1);
    return { count: await tx.$count(submissions, listed), rows };
  });
}

/** How many of one's own there are in each state. */
export async function countOwn(db: Database, keeper: Keeper): Promise<ReadonlyMap<SubmissionStatus, number>> {
  const rows = await readAsPerson(db, keeper, (tx) =>
    tx
      .select({ status: submissions.status, count: sql<number>`count(*)::int` })
      .from(submissions)
      .where(isOf(keeper))
      .groupBy(submissions.status),
  );
  return new Map(rows.map(({ status, count }) => [status, count]));
}

/** What was saved at once, in its order: a form, a matrix, a file. */
export function submissionsTogether(
  db: Database,
  keeper: Keeper,
  together: string,
): Promise<readonly Submission[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(eq(submissions.together, together))
      .orderBy(asc(submissions.place), asc(submissions.id)),
  );
}

/** How many rows were saved at once with one, whatever became of them. */
export function countTogether(db: Database, keeper: Keeper, together: string): Promise<number> {
  return readAsPerson(db, keeper, (tx) => tx.$count(submissions, eq(submissions.together, together)));
}

/** Rows of somebody's own that were saved at once, of which some are not submitted. */
export interface Sheet {
  readonly together: string;
  readonly kind: EntryKind;
  /** Empty: it came as a table. */
  readonly fileName: string;
  readonly createdAt: Date;
  /** Of those that nobody took away. */
  readonly rows: number;
  readonly open: number;
}

/** One's own sheets with rows that are not submitted, what came last first. A file of one row is a sheet, too. */
export function ownSheets(db: Database, keeper: Keeper, limit: number): Promise<readonly Sheet[]> {
  const { together, kind, fileName, createdAt, status, origin } = submissions;
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select({
        together,
        kind,
        fileName,
        createdAt,
        rows: sql<number>`count(*)::int`,
        open: sql<number>`(count(*) FILTER (WHERE ${isOpenRow}))::int`,
      })
      .from(submissions)
      .where(
        and(
          isOf(keeper),
          ne(status, 'discarded'),
          inArray(
            together,
            tx
              .select({ together })
              .from(submissions)
              .where(and(isOf(keeper), isOpenRow)),
          ),
        ),
      )
      .groupBy(together, kind, fileName, createdAt)
      .having(sql`count(*) > 1 OR bool_or(${origin} = 'file')`)
      .orderBy(desc(createdAt), asc(together))
      .limit(limit),
  );
}

/** One's own rows of some sheets that are not submitted, in their order. */
export function openRowsOf(
  db: Database,
  keeper: Keeper,
  sheets: readonly string[],
): Promise<readonly Submission[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(and(isOf(keeper), isOpenRow, inArray(submissions.together, [...sheets])))
      .orderBy(asc(submissions.together), asc(submissions.place), asc(submissions.id)),
  );
}

const isOpenRow = inArray(submissions.status, ['draft', 'returned']);

/** What waits for approval of what was saved at once: its first row, and how many there are. */
export interface WaitingGroup {
  readonly first: Submission;
  readonly count: number;
}

/** What waits for approval, what was submitted first first; what was saved at once stands together. */
export async function waitingGroups(
  db: Database,
  keeper: Keeper,
  {
    after,
    limit,
  }: { readonly after: { readonly at: Date; readonly together: string } | null; readonly limit: number },
): Promise<readonly WaitingGroup[]> {
  const since = sql`min(${submissions.submittedAt})`;
  const later =
    after === null
      ? undefined
      : sql`(${since}, ${submissions.together}) > (${after.at.toISOString()}::timestamptz, ${after.together}::uuid)`;
  return readAsPerson(db, keeper, async (tx) => {
    const groups = await tx
      .select({ together: submissions.together, count: sql<number>`count(*)::int` })
      .from(submissions)
      .where(eq(submissions.status, 'submitted'))
      .groupBy(submissions.together)
      .having(later)
      .orderBy(since, asc(submissions.together))
      .limit(limit);
    const found: WaitingGroup[] = [];
    for (const { together, count } of groups) {
      const [first] = await tx
        .select()
        .from(submissions)
        .where(and(eq(submissions.together, together), eq(submissions.status, 'submitted')))
        .orderBy(asc(submissions.place), asc(submissions.id))
        .limit(1);
      if (first !== undefined) found.push({ first, count });
    }
    return found;
  });
}

export async function countWaiting(db: Database, keeper: Keeper): Promise<number> {
  const [row] = await readAsPerson(db, keeper, (tx) =>
    tx
      .select({ count: sql<number>`count(*)::int` })
      .from(submissions)
      .where(eq(submissions.status, 'submitted')),
  );
  return row?.count ?? 0;
}

/** So many of what waits are looked through, the latest first. */
const MOST_ON_THE_WAY = 5_000;

/**
 * Rows of results that wait for approval, of some programmes or of all, whoever entered them. They are told to nobody: what
 * waits for approval is not asked for again.
 */
export function resultsOnTheWay(
  db: Database,
  programs: readonly string[] | null,
): Promise<readonly { readonly program: string | null; readonly cells: Cells }[]> {
  return db
    .select({ program: submissions.program, cells: submissions.cells })
    .from(submissions)
    .where(
      and(
        eq(submissions.status, 'submitted'),
        eq(submissions.kind, 'results'),
        programs === null ? undefined : inArray(submissions.program, [...programs]),
      ),
    )
    .orderBy(desc(submissions.submittedAt), desc(submissions.id))
    .limit(MOST_ON_THE_WAY);
}

/** Rows of results that wait for the reader to decide, the latest first. */
export function waitingResults(db: Database, keeper: Keeper, limit: number): Promise<readonly Submission[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(submissions)
      .where(and(eq(submissions.status, 'submitted'), eq(submissions.kind, 'results')))
      .orderBy(desc(submissions.submittedAt), asc(submissions.place), desc(submissions.id))
      .limit(limit),
  );
}

/** Nobody else decides or changes them before the transaction ends; in one order, so that two do not wait for each other. */
export function lockSubmissions(tx: Transaction, ids: readonly string[]): Promise<readonly Submission[]> {
  return inChunks([...ids].sort(), (chunk) =>
    tx
      .select()
      .from(submissions)
      .where(inArray(submissions.id, chunk))
      .orderBy(asc(submissions.id))
      .for('update'),
  );
}

export async function addSubmissions(
  tx: Transaction,
  rows: readonly NewSubmission[],
): Promise<readonly Submission[]> {
  return inChunks(rows, (chunk) => tx.insert(submissions).values(chunk).returning());
}

/** @returns what it is now; null: it was changed meanwhile, or is not the author's */
export async function changeSubmission(
  tx: Transaction,
  { id, version }: Known,
  author: Keeper,
  change: Partial<NewSubmission>,
): Promise<Submission | null> {
  const [changed] = await tx
    .update(submissions)
    .set(change)
    .where(and(eq(submissions.id, id), eq(submissions.version, version), isOf(author)))
    .returning();
  return changed ?? null;
}

/** The same of several that are held. */
export async function setSubmissions(
  tx: Transaction,
  ids: readonly string[],
  change: Partial<NewSubmission>,
): Promise<void> {
  await inChunks(ids, async (chunk) => {
    await tx.update(submissions).set(change).where(inArray(submissions.id, chunk));
    return [];
  });
}

/** With which imports rows came into the portfolio. */
export async function batchesOf(tx: Transaction, ids: readonly string[]): Promise<readonly number[]> {
  const rows = await inChunks(ids, (chunk) =>
    tx.selectDistinct({ batch: submissions.batch }).from(submissions).where(inArray(submissions.id, chunk)),
  );
  return [...new Set(rows.flatMap(({ batch }) => batch ?? []))].sort((a, b) => a - b);
}

/** As `isOwn`. */
function isOf({ account, token }: Keeper): SQL {
  if (token !== undefined) return eq(submissions.authorToken, token);
  return account === null ? sql`false` : eq(submissions.author, account);
}
