import type { Delivery } from './delivery.ts';

/**
 * What somebody must look at: `refused` for good or not taken in two days, `unclear` whether it arrived, `missed` while
 * nothing ran, `late` though it is still tried.
 */
export const TROUBLES = ['refused', 'unclear', 'missed', 'late'] as const;
export type Trouble = (typeof TROUBLES)[number];

/** A delivery that is in trouble. */
export interface Troubled {
  readonly delivery: Delivery;
  readonly trouble: Trouble;
}

/** @param late what is open has been so for too long (`isOverdue`) */
export function troubleOf({ state }: Delivery, late: boolean): Trouble | null {
  switch (state.is) {
    case 'given-up':
      return 'refused';
    case 'unclear':
      return 'unclear';
    case 'missed':
      return 'missed';
    case 'open':
      return late ? 'late' : null;
    default:
      return null;
  }
}

/** By which a trouble is told once. */
export function troubleKey({ delivery: { subscription, period }, trouble }: Troubled): string {
  return `${subscription} ${period} ${trouble}`;
}
