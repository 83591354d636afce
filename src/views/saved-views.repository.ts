import { and, asc, eq, like, or } from 'drizzle-orm';
import { type Keeper, readAsPerson } from '../access/index.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { savedViews } from './saved-views.table.ts';

export type SavedViewRow = typeof savedViews.$inferSelect;
export type NewSavedView = Omit<SavedViewRow, 'id'>;
type Whose = Pick<SavedViewRow, 'slug' | 'holder'>;

/** Those of one's own, and those that others share; in order of name. */
export function listSavedViews(db: Database, keeper: Keeper): Promise<SavedViewRow[]> {
  return readAsPerson(db, keeper, (tx) =>
    tx.select().from(savedViews).orderBy(asc(savedViews.name), asc(savedViews.slug)),
  );
}

/** @returns null: there is none, or it is not the reader's */
export async function findSavedView(
  db: Database,
  keeper: Keeper,
  slug: string,
): Promise<SavedViewRow | null> {
  const [found] = await readAsPerson(db, keeper, (tx) =>
    tx.select().from(savedViews).where(eq(savedViews.slug, slug)),
  );
  return found ?? null;
}

/** Slugs in use that begin so. */
export async function slugsOfViews(tx: Transaction, beginning: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .select({ slug: savedViews.slug })
    .from(savedViews)
    .where(like(savedViews.slug, `${beginning}%`));
  return new Set(rows.map(({ slug }) => slug));
}

/** @returns whether its slug was free */
export async function storeSavedView(tx: Transaction, view: NewSavedView): Promise<boolean> {
  const stored = await tx
    .insert(savedViews)
    .values(view)
    .onConflictDoNothing()
    .returning({ id: savedViews.id });
  return stored.length > 0;
}

/** @returns whether it was there, and the holder's */
export async function changeSavedView(
  tx: Transaction,
  { slug, holder }: Whose,
  change: Pick<SavedViewRow, 'name' | 'shared'>,
): Promise<boolean> {
  const changed = await tx
    .update(savedViews)
    .set(change)
    .where(and(eq(savedViews.slug, slug), eq(savedViews.holder, holder)))
    .returning({ id: savedViews.id });
  return changed.length > 0;
}

/**
 * @param alsoShared one that somebody else shares, too
 * @returns whether it was there, and might be taken away
 */
export async function removeSavedView(
  tx: Transaction,
  { slug, holder }: Whose,
  alsoShared: boolean,
): Promise<boolean> {
  const isTheirs = eq(savedViews.holder, holder);
  const removed = await tx
    .delete(savedViews)
    .where(and(eq(savedViews.slug, slug), alsoShared ? or(isTheirs, eq(savedViews.shared, true)) : isTheirs))
    .returning({ id: savedViews.id });
  return removed.length > 0;
}
