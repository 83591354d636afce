import type { Delivery } from './delivery.ts';

const SKIPPED = 'nothing new since ';

/** Why a report was skipped, as the ledger and the command line say it. @param period of the last one that was sent */
export const skippedReason = (period: string) => `${SKIPPED}${period}`;

/** The period that a reason of the ledger names as the last in which something was new; null: it is another reason. */
export function quietSince(reason: string): string | null {
  return reason.startsWith(SKIPPED) ? reason.slice(SKIPPED.length) : null;
}

/** What was skipped is sent when a person asks for it, and what was to be handed over is not skipped any more. */
export function mayBeSkipped({ whenNothingNew, issue }: Pick<Delivery, 'whenNothingNew' | 'issue'>): boolean {
  return whenNothingNew === 'skip' && issue === null;
}
