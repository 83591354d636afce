import { type Delivery, isQueued } from './delivery.ts';

/**
 * What somebody must look at: `refused` for good or not taken in two days, `unclear` whether it arrived, `missed` while
 * nothing ran, `late` though it is still tried, `unapproved` for a day.
 */
export const TROUBLES = ['refused', 'unclear', 'missed', 'late', 'unapproved'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A delivery that is in trouble. */
export interface Troubled {
  readonly delivery: Delivery;
  readonly trouble: Trouble;
}

/** A report waits for whoever approves it until the next working hours. */
const PATIENCE_MS = 24 * 60 * 60 * 1000;

/** @param late what is open has been so for too long (`isOverdue`) */
export function troubleOf(delivery: Delivery, late: boolean, now: Date): Trouble | null {
  const { state } = delivery;
  switch (state.is) {
    case 'given-up':
      return 'refused';
    case 'unclear':
      return 'unclear';
    case 'missed':
      return 'missed';
    case 'open':
      return late && !isQueued(delivery, now) ? 'late' : null;
    case 'awaits-approval':
      return now.getTime() - state.since.getTime() >= PATIENCE_MS ? 'unapproved' : null;
    default:
      return null;
  }
}

/** By which a trouble is told once. */
export function troubleKey({ delivery: { subscription, period }, trouble }: Troubled): string {
  return `${subscription} ${period} ${trouble}`;
}
