import { and, asc, desc, eq, gte, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm';
import type { MovedFigure } from '../../core/report/moved-figures.ts';
import { type PageRequest, type RowPage, rowPage } from '../../core/row-page.ts';
import type { Database, Transaction } from '../../platform/database/database.ts';
import { type DeliveryStatus, deliveries, subscriptions } from '../delivery.table.ts';
import { errata, errataChecks } from './errata.table.ts';
import type { Concerned, Erratum } from './erratum.ts';

/** What has left, or may have. */
const HAD: DeliveryStatus[] = ['sent', 'sending'];

/** The issues that somebody has had since a moment, or may have. */
export async function issuesHad(db: Database, since: Date): Promise<readonly string[]> {
  const rows = await db
    .selectDistinct({ issue: deliveries.issue })
    .from(deliveries)
    .where(
      and(
        isNull(deliveries.erratum),
        inArray(deliveries.status, HAD),
        isNotNull(deliveries.issue),
        gte(deliveries.createdAt, since),
      ),
    );
  return rows.flatMap(({ issue }) => issue ?? []);
}

/**
 * Who was sent some issues, or may have been, and has the subscription still: whoever has stopped it, or reads at another address
 * since, is not among them.
 */
export async function readersOf(db: Database, issues: readonly string[]): Promise<readonly Concerned[]> {
  const { id, email, name, lang } = subscriptions;
  const had = await db
    .select({ subscription: id, email, name, lang, issue: deliveries.issue })
    .from(deliveries)
    .innerJoin(subscriptions, eq(id, deliveries.subscription))
    .where(
      and(
        isNull(deliveries.erratum),
        inArray(deliveries.issue, [...issues]),
        inArray(deliveries.status, HAD),
        subscriptions.active,
        sql`lower(${email}) = lower(${deliveries.recipient})`,
      ),
    )
    .orderBy(asc(email), asc(id));
  const told = await db
    .select({ subscription: deliveries.subscription, issue: deliveries.issue, erratum: errata.id })
    .from(deliveries)
    .innerJoin(errata, eq(errata.id, deliveries.erratum))
    .where(and(inArray(deliveries.issue, [...issues]), inArray(deliveries.status, HAD)))
    .orderBy(asc(errata.decidedAt), asc(errata.id));
  return had.map((each) => ({
    ...each,
    issue: each.issue ?? '',
    errata: told
      .filter(({ subscription, issue }) => subscription === each.subscription && issue === each.issue)
      .map(({ erratum }) => erratum),
  }));
}

/** The errata of some figures that were decided, in that order. */
export function decidedErrata(db: Database, hash: string): Promise<Erratum[]> {
  return db
    .select()
    .from(errata)
    .where(and(eq(errata.hash, hash), inArray(errata.status, ['approved', 'dismissed'])))
    .orderBy(asc(errata.decidedAt), asc(errata.id));
}

/** The one that nobody has decided about; null: there is none. */
export async function proposedErratum(db: Database, hash: string): Promise<Erratum | null> {
  const [found] = await db
    .select()
    .from(errata)
    .where(and(eq(errata.hash, hash), eq(errata.status, 'proposed')));
  return found ?? null;
}

export type NewErratum = Pick<
  Erratum,
  | 'hash'
  | 'issue'
  | 'report'
  | 'period'
  | 'pillar'
  | 'country'
  | 'donor'
  | 'figures'
  | 'revision'
  | 'createdAt'
>;

/** @returns null: another process has proposed one of these figures already */
export async function proposeErratum(db: Database, erratum: NewErratum): Promise<string | null> {
  const [added] = await db
    .insert(errata)
    .values({ ...erratum, movedAt: erratum.createdAt })
    .onConflictDoNothing()
    .returning({ id: errata.id });
  return added?.id ?? null;
}

/** What moved on before anybody decided. @returns whether it was still proposed, and not of newer figures */
export async function changeProposed(
  db: Database,
  id: string,
  to: { readonly figures: readonly MovedFigure[]; readonly revision: number; readonly movedAt: Date },
): Promise<boolean> {
  const changed = await db
    .update(errata)
    .set(to)
    .where(and(eq(errata.id, id), eq(errata.status, 'proposed'), lte(errata.revision, to.revision)))
    .returning({ id: errata.id });
  return changed.length > 0;
}

/** @param revision of what was decided about: what has moved on since is another. @returns whether it was still proposed, and so */
export async function decideErratum(
  tx: Transaction,
  id: string,
  revision: number,
  to: Pick<Erratum, 'status' | 'decidedAt' | 'decidedBy' | 'reason'>,
): Promise<boolean> {
  const decided = await tx
    .update(errata)
    .set(to)
    .where(and(eq(errata.id, id), eq(errata.status, 'proposed'), eq(errata.revision, revision)))
    .returning({ id: errata.id });
  return decided.length > 0;
}

export async function findErratum(db: Database, id: string): Promise<Erratum | null> {
  const [found] = await db.select().from(errata).where(eq(errata.id, id));
  return found ?? null;
}

/** One page of them: those that wait for somebody first, then the latest. */
export async function listErrata(db: Database, page: PageRequest): Promise<RowPage<Erratum>> {
  const order = [sql`${errata.status} <> 'proposed'`, desc(errata.createdAt), asc(errata.id)];
  const keys = await db
    .select({ id: errata.id })
    .from(errata)
    .orderBy(...order);
  const shown = rowPage(
    keys.map(({ id }) => id),
    (id) => id,
    page,
  );
  const rows = await db
    .select()
    .from(errata)
    .where(inArray(errata.id, [...shown.rows]))
    .orderBy(...order);
  return { ...shown, rows };
}

/** How many wait for somebody to decide. */
export function countProposed(db: Database): Promise<number> {
  return db.$count(errata, eq(errata.status, 'proposed'));
}

/** Those that have stood as they are since a moment, undecided. */
export function standingSince(db: Database, moment: Date): Promise<Erratum[]> {
  return db
    .select()
    .from(errata)
    .where(and(eq(errata.status, 'proposed'), lte(errata.movedAt, moment)))
    .orderBy(asc(errata.movedAt), asc(errata.id));
}

/** At which revision the figures of issues were last looked at, by hash. */
export async function readChecks(db: Database): Promise<ReadonlyMap<string, number>> {
  const rows = await db.select().from(errataChecks);
  return new Map(rows.map(({ hash, revision }) => [hash, revision]));
}

export async function recordCheck(db: Database, hash: string, revision: number): Promise<void> {
  await db
    .insert(errataChecks)
    .values({ hash, revision })
    .onConflictDoUpdate({
      target: errataChecks.hash,
      set: { revision: sql`GREATEST(${errataChecks.revision}, excluded.revision)` },
    });
}
