import { Injectable } from '@nestjs/common';
import { type Arrival, Audit, digestOf, type Limit, Limiter } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';

const QUARTER_S = 15 * 60;
const HOUR_S = 60 * 60;

/**
 * How often something may go wrong for one account and from one address (ASVS 5.0, 6.3.1). A whole office may come from
 * one address.
 */
const LIMITS = {
  'sign-in': { each: { most: 10, windowS: QUARTER_S }, address: { most: 100, windowS: QUARTER_S } },
  'second-factor': { each: { most: 10, windowS: QUARTER_S }, address: { most: 100, windowS: QUARTER_S } },
  password: { each: { most: 10, windowS: QUARTER_S }, address: { most: 100, windowS: QUARTER_S } },
  reset: { each: { most: 3, windowS: HOUR_S }, address: { most: 20, windowS: HOUR_S } },
  'one-time': { each: { most: 30, windowS: QUARTER_S }, address: { most: 30, windowS: QUARTER_S } },
  'first-administrator': {
    each: { most: 50, windowS: QUARTER_S },
    address: { most: 10, windowS: QUARTER_S },
  },
} as const satisfies Record<string, { readonly each: Limit; readonly address: Limit }>;

type What = keyof typeof LIMITS;

/** Something tried, and counted before it is known how it ends: so many at once count as well. */
export interface Attempt {
  /** It was right: the account's failures are forgotten, and the address has one less. */
  succeeded(): Promise<void>;
  /** Nothing was tried out. */
  withdrawn(): Promise<void>;
}

/** Holds back guessing, for known and unknown accounts alike. */
@Injectable()
export class LoginThrottle {
  constructor(
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /**
   * @param of the account's id, the e-mail address that was typed, or whatever else is guessed at
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async begin(what: What, of: string, { address }: Pick<Arrival, 'address'>): Promise<Attempt> {
    const limits = LIMITS[what];
    // Digests, for people type passwords into the wrong field.
    const each = keyOf(what, of);
    const there = `${what} address:${address}`;
    const told = (by: string) => () =>
      this.audit.record({
        action: 'limit.reached',
        actor: { kind: 'stranger', address },
        details: { what, by },
      });
    await this.limiter.take(there, limits.address, told('address'));
    try {
      await this.limiter.take(each, limits.each, told('account'));
    } catch (error) {
      // One who is locked out does not lock out the office.
      if (error instanceof DomainError) await this.limiter.giveBack(there);
      throw error;
    }
    return {
      succeeded: async () => {
        await this.limiter.forget(each);
        await this.limiter.giveBack(there);
      },
      withdrawn: async () => {
        await this.limiter.giveBack(each);
        await this.limiter.giveBack(there);
      },
    };
  }

  /** Counts a failure of what lasts minutes anyway. @returns whether it was the last that it may have */
  async isLast(what: string, of: string, most: number): Promise<boolean> {
    try {
      await this.limiter.take(`${what} of:${of}`, { most: most - 1, windowS: QUARTER_S });
      return false;
    } catch (error) {
      if (error instanceof DomainError && error.code === 'LIMIT.REACHED') return true;
      throw error;
    }
  }

  /** Forgets the failures of an account, as when its owner has proved otherwise who it is. */
  async forget(what: What, of: string): Promise<void> {
    await this.limiter.forget(keyOf(what, of));
  }
}

function keyOf(what: What, of: string): string {
  return `${what} of:${digestOf(of)}`;
}
