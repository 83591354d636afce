import { and, eq, gt, isNull, sql } from 'drizzle-orm';
import { type Actor, actAs } from '../platform/database/actor.repository.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { deliveries, subscriptions } from './delivery.table.ts';
import { issueLinks } from './issue-links.table.ts';

export type IssueLink = typeof issueLinks.$inferSelect;
/** With whether its subscription still stands. */
export type FoundLink = IssueLink & { readonly subscribed: boolean };

/**
 * The link of an issue to one recipient: a new one, or the one that an earlier attempt made, which then holds as long as
 * the new one would have. One that was revoked stays so.
 */
export async function keepLink(
  tx: Transaction,
  link: Pick<IssueLink, 'issue' | 'subscription' | 'recipient' | 'createdAt' | 'expiresAt'>,
): Promise<IssueLink> {
  const [kept] = await tx
    .insert(issueLinks)
    .values(link)
    .onConflictDoUpdate({
      target: [issueLinks.issue, issueLinks.subscription, issueLinks.recipient],
      set: { expiresAt: sql`GREATEST(${issueLinks.expiresAt}, excluded.expires_at)` },
    })
    .returning();
  if (kept === undefined) throw new Error('A link was neither stored nor found.');
  return kept;
}

export async function findLink(db: Database, id: string): Promise<FoundLink | null> {
  const [found] = await db
    .select({ link: issueLinks, subscribed: subscriptions.active })
    .from(issueLinks)
    .innerJoin(subscriptions, eq(subscriptions.id, issueLinks.subscription))
    .where(eq(issueLinks.id, id));
  return found === undefined ? null : { ...found.link, subscribed: found.subscribed };
}

/**
 * Counts one more opening, in one statement, so that none is lost among many.
 *
 * @returns false: it has ended or been revoked meanwhile, and nothing was counted
 */
export async function countOpening(db: Database, id: string, now: Date): Promise<boolean> {
  const counted = await db
    .update(issueLinks)
    .set({ opened: sql`${issueLinks.opened} + 1`, lastOpenedAt: now })
    .where(and(eq(issueLinks.id, id), isNull(issueLinks.revokedAt), gt(issueLinks.expiresAt, now)))
    .returning({ id: issueLinks.id });
  return counted.length > 0;
}

/**
 * Ends a link for good; one that was revoked before stays as it was. The database records whose doing it is.
 *
 * @returns whether there is such a link
 */
export async function revokeLink(tx: Transaction, id: string, actor: Actor, now: Date): Promise<boolean> {
  await actAs(tx, actor, now);
  await tx
    .update(issueLinks)
    .set({ revokedAt: now })
    .where(and(eq(issueLinks.id, id), isNull(issueLinks.revokedAt)));
  return (await tx.select({ id: issueLinks.id }).from(issueLinks).where(eq(issueLinks.id, id))).length > 0;
}

/** The links that a period's e-mails bear, by subscription. */
export async function readLinks(db: Database, period: string): Promise<ReadonlyMap<string, FoundLink>> {
  const rows = await db
    .select({ link: issueLinks, subscribed: subscriptions.active })
    .from(issueLinks)
    .innerJoin(subscriptions, eq(subscriptions.id, issueLinks.subscription))
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.subscription, issueLinks.subscription),
        eq(deliveries.issue, issueLinks.issue),
        eq(deliveries.recipient, issueLinks.recipient),
      ),
    )
    .where(and(eq(deliveries.period, period), isNull(deliveries.erratum)));
  return new Map(rows.map(({ link, subscribed }) => [link.subscription, { ...link, subscribed }]));
}
