import { type Condition, isCondition } from '../core/sending.ts';
import type { Delivery } from './delivery.ts';

/** What the ledger says of a report that was skipped, before the period of the last one that was sent. */
const SKIPPED: Readonly<Record<Condition | 'skip', string>> = {
  skip: 'nothing new since ',
  'target-behind': 'no target fell behind since ',
  'moved-5': 'no figure moved by 5 % since ',
  'moved-10': 'no figure moved by 10 % since ',
  'moved-25': 'no figure moved by 25 % since ',
  'moved-50': 'no figure moved by 50 % since ',
  'gap-opened': 'nothing more is missing since ',
};

/** Why a report was skipped: for whom it waited, and since which period. */
export interface Skipped {
  readonly when: Condition | 'skip';
  readonly since: string;
}

/** Why a report was skipped, as the ledger and the command line say it. */
export const skippedReason = ({ when, since }: Skipped) => `${SKIPPED[when]}${since}`;

/** What a reason of the ledger says of a report that was skipped; null: it is another reason. */
export function skippedBecause(reason: string): Skipped | null {
  const found = Object.entries(SKIPPED).find(([, words]) => reason.startsWith(words));
  if (found === undefined) return null;
  const [when, words] = found;
  return { when: when as Skipped['when'], since: reason.slice(words.length) };
}

/**
 * How a report is skipped that says nothing of what its subscriber waits for; null: it is sent. What was skipped is sent
 * when a person asks for it, and what was to be handed over is not skipped any more.
 */
export function skippedAs({ whenNothingNew: when, issue }: Pick<Delivery, 'whenNothingNew' | 'issue'>) {
  return issue === null && (when === 'skip' || isCondition(when)) ? when : null;
}

/** Whether an e-mail says that nothing is new: where somebody waits for one thing alone, other things may be. */
export function saysSo({ whenNothingNew }: Pick<Delivery, 'whenNothingNew'>): boolean {
  return !isCondition(whenNothingNew);
}
