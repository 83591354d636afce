import { and, asc, count, desc, eq, gt, inArray, isNotNull, lt, type SQL, sql } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../../access/index.ts';
import { DUE_STATUSES, type LargeFileStatus, OPEN_STATUSES } from '../../core/entry/large-file.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { storeWhole } from '../../platform/database/rows.ts';
import { forgetPieces } from '../file-pieces.repository.ts';
import { largeFileFaults, largeFiles } from './large-files.table.ts';

export type LargeFile = typeof largeFiles.$inferSelect;
export type NewLargeFile = typeof largeFiles.$inferInsert;
export type LargeFault = typeof largeFileFaults.$inferSelect;

/** Which file, and what it was when somebody looked at it. */
export interface KnownFile {
  readonly id: string;
  readonly version: number;
}

/** A file in sight; null: there is none. */
export async function findLargeFile(db: Database, keeper: Keeper, id: string): Promise<LargeFile | null> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select().from(largeFiles).where(eq(largeFiles.id, id)),
  );
  return found ?? null;
}

/** One's own in some states, what was changed last first. */
export function ownLargeFiles(
  db: Database,
  keeper: Keeper,
  statuses: readonly LargeFileStatus[],
  limit: number,
): Promise<readonly LargeFile[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(largeFiles)
      .where(and(isOf(keeper), inArray(largeFiles.status, [...statuses])))
      .orderBy(desc(largeFiles.changedAt), desc(largeFiles.id))
      .limit(limit),
  );
}

function isOf({ account, token }: Keeper): SQL {
  if (token !== undefined) return eq(largeFiles.authorToken, token);
  return account === null ? sql`false` : eq(largeFiles.author, account);
}

/** A file, whoever's it is: nobody else changes it until the transaction ends. */
export async function lockLargeFile(tx: Transaction, id: string): Promise<LargeFile | null> {
  const [found] = await tx.select().from(largeFiles).where(eq(largeFiles.id, id)).for('update');
  return found ?? null;
}

/** What waits for a decision, or for the job that follows one; what was submitted first first. */
export function waitingLargeFiles(
  db: Database,
  keeper: Keeper,
  limit: number,
): Promise<readonly LargeFile[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(largeFiles)
      .where(
        and(
          isNotNull(largeFiles.submittedAt),
          inArray(largeFiles.status, ['checking', 'submitted', 'approving']),
        ),
      )
      .orderBy(asc(largeFiles.submittedAt), asc(largeFiles.id))
      .limit(limit),
  );
}

/** Its rows that are wrong or asked about, by their lines, after one of them. */
export function faultsOfFile(
  db: Database,
  keeper: Keeper,
  file: string,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly LargeFault[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx
      .select()
      .from(largeFileFaults)
      .where(and(eq(largeFileFaults.file, file), gt(largeFileFaults.line, after)))
      .orderBy(asc(largeFileFaults.line))
      .limit(limit),
  );
}

/** Which columns the rows that are wrong hold something in. */
export async function columnsOfFaults(
  db: Database,
  keeper: Keeper,
  file: string,
): Promise<ReadonlySet<string>> {
  const rows = await readAsPerson(db, keeper, (tx) =>
    tx
      .selectDistinct({ column: sql<string>`cell.key` })
      .from(sql`${largeFileFaults}, jsonb_each_text(${largeFileFaults.cells}) AS cell`)
      .where(and(eq(largeFileFaults.file, file), sql`cell.value <> ''`)),
  );
  return new Set(rows.map(({ column }) => column));
}

/** How many one hand has open, and how many of everybody's a job is to do; nobody adds one before the transaction ends. */
export async function holdCounts(
  tx: Transaction,
  hand: string | null,
): Promise<{ readonly own: number; readonly due: number }> {
  await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtext('large_files'))`);
  const of = (where: ReturnType<typeof and>) => tx.select({ found: count() }).from(largeFiles).where(where);
  const [own] = await of(
    and(
      sql`${largeFiles.author} IS NOT DISTINCT FROM ${hand}::uuid`,
      inArray(largeFiles.status, [...OPEN_STATUSES]),
    ),
  );
  const [due] = await of(inArray(largeFiles.status, [...DUE_STATUSES]));
  return { own: own?.found ?? 0, due: due?.found ?? 0 };
}

export async function addLargeFile(tx: Transaction, file: NewLargeFile): Promise<string> {
  const [added] = await tx.insert(largeFiles).values(file).returning({ id: largeFiles.id });
  return added?.id ?? '';
}

/** Changes a file that is as it was seen. @returns what it is now; null: it was changed meanwhile */
export async function changeLargeFile(
  tx: Transaction,
  { id, version }: KnownFile,
  change: Partial<NewLargeFile>,
): Promise<LargeFile | null> {
  const [changed] = await tx
    .update(largeFiles)
    .set(change)
    .where(and(eq(largeFiles.id, id), eq(largeFiles.version, version)))
    .returning();
  return changed ?? null;
}

/** Of a file that nobody needs again: what is in it, and what was wrong with it. */
export async function forgetContent(tx: Transaction, file: string): Promise<void> {
  await forgetPieces(tx, [file]);
  await tx.delete(largeFileFaults).where(eq(largeFileFaults.file, file));
}

/** In the place of what the check before has found. */
export async function replaceFaults(
  tx: Transaction,
  file: string,
  faults: readonly Omit<LargeFault, 'file'>[],
): Promise<void> {
  await tx.delete(largeFileFaults).where(eq(largeFileFaults.file, file));
  await storeWhole(tx, largeFileFaults, null, {
    *[Symbol.iterator]() {
      for (const fault of faults) yield { file, ...fault };
    },
  });
}

/** The next file that a job is to do, counted as begun; null: there is none. One that broke off waits for the others. */
export async function beginNext(db: Database): Promise<LargeFile | null> {
  const next = db
    .select({ id: largeFiles.id })
    .from(largeFiles)
    .where(inArray(largeFiles.status, [...DUE_STATUSES]))
    .orderBy(asc(largeFiles.attempts), asc(largeFiles.changedAt), asc(largeFiles.id))
    .limit(1);
  const [begun] = await db
    .update(largeFiles)
    .set({ attempts: sql`${largeFiles.attempts} + 1`, rowsRead: 0, rowsChecked: 0 })
    .where(inArray(largeFiles.id, next))
    .returning();
  return begun ?? null;
}

export async function isAnyDue(db: Database): Promise<boolean> {
  return (await db.$count(largeFiles, inArray(largeFiles.status, [...DUE_STATUSES]))) > 0;
}

/** How far a job is with a file that is still as it was begun. */
export async function tellProgress(
  db: Database,
  { id, version }: KnownFile,
  progress: Partial<Pick<LargeFile, 'rowsRead' | 'rowsChecked'>>,
): Promise<void> {
  await db
    .update(largeFiles)
    .set(progress)
    .where(
      and(
        eq(largeFiles.id, id),
        eq(largeFiles.version, version),
        inArray(largeFiles.status, [...DUE_STATUSES]),
      ),
    );
}

/** Takes away what nobody has touched since; what waits for somebody else stays. */
export async function discardLeft(tx: Transaction, before: Date, now: Date): Promise<void> {
  const gone = await tx
    .update(largeFiles)
    .set({ status: 'discarded', changedAt: now })
    .where(and(inArray(largeFiles.status, ['checked', 'returned']), lt(largeFiles.changedAt, before)))
    .returning({ id: largeFiles.id });
  for (const { id } of gone) await forgetContent(tx, id);
}
