import { and, asc, eq, like, or } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../../access/index.ts';
import { ownReportName } from '../../core/report/own-report.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { issues } from '../issues.table.ts';
import { ownReports } from './own-reports.table.ts';

export type OwnReportRow = typeof ownReports.$inferSelect;
export type NewOwnReport = Omit<OwnReportRow, 'id'>;
/** What may be changed of one that is there. */
export type OwnReportChange = Pick<OwnReportRow, 'title' | 'shared' | 'definition' | 'changedAt'>;

/** Those of one's own, and those that others share; in order of title. */
export function listOwnReports(db: Database, keeper: Keeper): Promise<OwnReportRow[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx.select().from(ownReports).orderBy(asc(ownReports.title), asc(ownReports.slug)),
  );
}

/** @returns null: there is none, or it is not the reader's */
export async function findOwnReport(
  db: Database,
  keeper: Keeper,
  slug: string,
): Promise<OwnReportRow | null> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select().from(ownReports).where(eq(ownReports.slug, slug)),
  );
  return found ?? null;
}

/** Titles by the name that a report has among all: for lists that are not of one reader. */
export async function titlesOfOwnReports(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db.select({ slug: ownReports.slug, title: ownReports.title }).from(ownReports);
  return new Map(rows.map(({ slug, title }) => [ownReportName(slug), title]));
}

/** The same of those that everybody who signs in may ask for. */
export async function titlesOfSharedReports(db: Database): Promise<ReadonlyMap<string, string>> {
  const rows = await db
    .select({ slug: ownReports.slug, title: ownReports.title })
    .from(ownReports)
    .where(eq(ownReports.shared, true));
  return new Map(rows.map(({ slug, title }) => [ownReportName(slug), title]));
}

/** Slugs that begin so and stand for something, or did: what was issued under one is never taken for another's. */
export async function slugsInUse(tx: Transaction, beginning: string): Promise<ReadonlySet<string>> {
  const kept = await tx
    .select({ slug: ownReports.slug })
    .from(ownReports)
    .where(like(ownReports.slug, `${beginning}%`));
  const issued = await tx
    .selectDistinct({ report: issues.report })
    .from(issues)
    .where(like(issues.report, `${ownReportName(beginning)}%`));
  const prefix = ownReportName('').length;
  return new Set([...kept.map(({ slug }) => slug), ...issued.map(({ report }) => report.slice(prefix))]);
}

/** @returns whether its slug was free */
export async function storeOwnReport(tx: Transaction, report: NewOwnReport): Promise<boolean> {
  const stored = await tx
    .insert(ownReports)
    .values(report)
    .onConflictDoNothing()
    .returning({ id: ownReports.id });
  return stored.length > 0;
}

/** @returns whether it was there, and the holder's */
export async function changeOwnReport(
  tx: Transaction,
  { slug, holder }: Pick<OwnReportRow, 'slug' | 'holder'>,
  change: OwnReportChange,
): Promise<boolean> {
  const changed = await tx
    .update(ownReports)
    .set(change)
    .where(and(eq(ownReports.slug, slug), eq(ownReports.holder, holder)))
    .returning({ id: ownReports.id });
  return changed.length > 0;
}

/**
 * @param alsoShared one that somebody else shares, too
 * @returns whether it was there, and might be taken away
 */
export async function removeOwnReport(
  tx: Transaction,
  { slug, holder }: Pick<OwnReportRow, 'slug' | 'holder'>,
  alsoShared: boolean,
): Promise<boolean> {
  const isTheirs = eq(ownReports.holder, holder);
  const removed = await tx
    .delete(ownReports)
    .where(and(eq(ownReports.slug, slug), alsoShared ? or(isTheirs, eq(ownReports.shared, true)) : isTheirs))
    .returning({ id: ownReports.id });
  return removed.length > 0;
}
