import { and, eq, exists, inArray, isNotNull, lte } from 'drizzle-orm';
import type { Database, Transaction } from '../platform/database/database.ts';
import { deliveries } from './delivery.table.ts';
import { issueDecisions } from './issue-decisions.table.ts';
import { type DeliveryKey, isRow, OPEN } from './ledger.repository.ts';

export type IssueDecision = typeof issueDecisions.$inferSelect;

/** @returns null: nobody has decided yet */
export async function decisionOf(db: Database, issue: string): Promise<IssueDecision | null> {
  const [found] = await db.select().from(issueDecisions).where(eq(issueDecisions.issue, issue));
  return found ?? null;
}

/** @returns false: somebody has decided before, which holds */
export async function storeDecision(tx: Transaction, decision: IssueDecision): Promise<boolean> {
  const stored = await tx
    .insert(issueDecisions)
    .values(decision)
    .onConflictDoNothing()
    .returning({ issue: issueDecisions.issue });
  return stored.length > 0;
}

/** Puts off what is due until somebody has decided. @returns false: it is due no more */
export async function holdForApproval(
  db: Database,
  key: DeliveryKey,
  { issue, now }: { readonly issue: string; readonly now: Date },
): Promise<boolean> {
  const held = await db
    .update(deliveries)
    .set({ status: 'pending', issue, awaitsApprovalSince: now, nextAttemptAt: null, error: null })
    .where(and(isRow(key), inArray(deliveries.status, OPEN), lte(deliveries.nextAttemptAt, now)))
    .returning({ id: deliveries.id });
  return held.length > 0;
}

/**
 * Has what waited for a decision that was made go on: sent, or settled with its reason. Asked at each ring too, so that what
 * began to wait in the very moment of the decision does not wait for ever.
 */
export async function releaseDecided(db: Database | Transaction, now: Date): Promise<void> {
  const decided = db
    .select({ issue: issueDecisions.issue })
    .from(issueDecisions)
    .where(eq(issueDecisions.issue, deliveries.issue));
  await db
    .update(deliveries)
    .set({ awaitsApprovalSince: null, nextAttemptAt: now })
    .where(and(isNotNull(deliveries.awaitsApprovalSince), exists(decided)));
}
