import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { newSecret } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { asCompared } from './password-policy.ts';

/** Argon2id as OWASP's Password Storage Cheat Sheet asks at least: 19 MiB, twice over, on one thread. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Each takes 19 MiB and a core for some tens of milliseconds. */
const AT_ONCE = 2;
/** Longer than people wait for; and no flood fills the memory. */
const MOST_WAITING = 20;
const RETRY_AFTER_S = 5;

/** Computes and compares what is stored of passwords, a few at a time. */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private decoy: Promise<string> | null = null;

  /**
   * What to store: Argon2id in PHC format.
   *
   * @throws DomainError `SIGN_IN.BUSY` (too-often)
   */
  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(asCompared(password), COST));
  }

  /**
   * Whether the password is the stored one. Where nothing is stored it works as hard, so that time does not tell.
   *
   * @throws DomainError `SIGN_IN.BUSY` (too-often)
   */
  async matches(password: string, stored: string | null): Promise<boolean> {
    this.decoy ??= hash(newSecret(), COST);
    const decoy = await this.decoy;
    const same = await this.inTurn(() => verify(stored ?? decoy, asCompared(password)));
    return same && stored !== null;
  }

  /** Whether it was computed at another cost than today's, and is to be computed again when the password is next given. */
  isOutdated(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
  }

  private async inTurn<T>(compute: () => Promise<T>): Promise<T> {
    if (this.running >= AT_ONCE) await this.turn();
    else this.running += 1;
    try {
      return await compute();
    } finally {
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
    }
  }

  /** Whoever is done hands its place on. */
  private turn(): Promise<void> {
    if (this.waiting.length >= MOST_WAITING) {
      throw new DomainError('SIGN_IN.BUSY', 'Too many people are signing in at this moment.', {
        kind: 'too-often',
        remedy: `Try again in ${RETRY_AFTER_S} seconds.`,
        retryAfterS: RETRY_AFTER_S,
      });
    }
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
