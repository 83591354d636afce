import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../core/errors.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { countOne, type Limit, resetCount, uncountOne } from './limits.repository.ts';

/** Holds back what is costly or guessed at, for all processes together. */
@Injectable()
export class Limiter {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Counts one more, and refuses what is too much.
   *
   * @param key what, and by whom: `render account:…`
   * @param onReached called with the first that is refused in a window, so that it is told once and not a thousand times
   * @throws DomainError `LIMIT.REACHED` (too-often)
   */
  async take(key: string, limit: Limit, onReached?: () => Promise<void>): Promise<void> {
    const now = this.clock.now();
    const { count, resetsAt } = await countOne(this.db, key, limit, now);
    if (count <= limit.most) return;
    if (count === limit.most + 1) await onReached?.();
    const retryAfterS = Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / 1000));
    throw new DomainError('LIMIT.REACHED', `More than ${limit.most} in ${limit.windowS} seconds.`, {
      kind: 'too-often',
      remedy: `Try again in ${retryAfterS} seconds.`,
      values: { minutes: Math.ceil(retryAfterS / 60) },
      retryAfterS,
    });
  }

  /** Counts one less: what was taken beforehand turned out to be none of those that are counted. */
  giveBack(key: string): Promise<void> {
    return uncountOne(this.db, key);
  }

  forget(key: string): Promise<void> {
    return resetCount(this.db, key);
  }
}
