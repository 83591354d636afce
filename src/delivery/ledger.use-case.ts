import type { CurrentSettings } from '../access/index.ts';
import { comparePeriods } from '../core/period.ts';
import type { Frequency } from '../core/schedule.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import {
  type LedgerTime,
  readDeliveries,
  readDuePeriods,
  readStanding,
  readUnsettledPeriods,
} from './deliveries.repository.ts';
import { type Delivery, isMissing, type MissingPeriod } from './delivery.ts';
import { dueTurn, periodsOwed, turnOfPeriod } from './due.ts';
import { releaseDecided } from './issue-decisions.repository.ts';
import { type DeliveryKey, enterDeliveries } from './ledger.repository.ts';

/** What is owed to whom, and what has come of it. */
export class Ledger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: Pick<CurrentSettings, 'now' | 'refresh'>,
  ) {}

  /** Every turn of a period, as it stands. */
  async turns(period: string, report?: string): Promise<readonly Delivery[]> {
    const turns = await readDeliveries(this.db, period, this.time());
    return turns.filter((turn) => report === undefined || turn.report === report);
  }

  /**
   * Enters what has fallen due. The period that is due is to be sent; those before it fell due while nothing ran, and
   * wait for a person (docs/decisions/delivery-once.md).
   */
  async enter(): Promise<void> {
    await this.settings.refresh();
    const { now, ...times } = this.time();
    const owed = (await this.notEntered()).map(({ frequency, ...turn }) => ({
      ...turn,
      nextAttemptAt: turn.period === dueTurn(now, times, frequency).period.key ? now : null,
    }));
    if (owed.length > 0) await this.db.transaction((tx) => enterDeliveries(tx, owed, now));
    await releaseDecided(this.db, now);
  }

  /** The periods of which something is to be handed over now, the oldest first. */
  waiting(): Promise<readonly string[]> {
    return readDuePeriods(this.db, this.clock.now());
  }

  /** The periods of which somebody is without a report, the oldest first, also where nobody has entered it yet. */
  async missing(): Promise<readonly MissingPeriod[]> {
    return (await this.unsettled()).filter(({ turns }) => turns.some(isMissing));
  }

  /** What waits for a manager's approval, of whichever period. */
  async awaiting(): Promise<readonly Delivery[]> {
    const periods = await this.unsettled();
    return periods.flatMap(({ turns }) => turns.filter(({ state }) => state.is === 'awaits-approval'));
  }

  /** The periods of which something has not come to its end, the oldest first, with all of their turns. */
  async unsettled(): Promise<readonly MissingPeriod[]> {
    const { schedule } = this.time();
    const known = await readUnsettledPeriods(this.db);
    const owed = (await this.notEntered()).map(({ period }) => period);
    return Promise.all(
      [...new Set([...known, ...owed])].sort(comparePeriods).map(async (period) => ({
        turn: turnOfPeriod(period, schedule),
        turns: await this.turns(period),
      })),
    );
  }

  /** What has fallen due since the ledger was last written. */
  private async notEntered(): Promise<
    readonly (DeliveryKey & { readonly recipient: string; readonly frequency: Frequency })[]
  > {
    const { now, ...times } = this.time();
    return (await readStanding(this.db)).flatMap(({ subscription, email, ...owed }) =>
      periodsOwed(owed, now, times).map((period) => ({
        subscription,
        period,
        recipient: email,
        frequency: owed.frequency,
      })),
    );
  }

  private time(): LedgerTime {
    const { schedule, fiscalMonth } = this.settings.now;
    return { now: this.clock.now(), schedule, fiscalMonth };
  }
}
