import type { CurrentSettings } from '../access/index.ts';
import { comparePeriods, parsePeriod } from '../core/period.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import { undoing } from '../platform/database/undoing.ts';
import {
  type LedgerTime,
  readBehind,
  readDeliveries,
  readDuePeriods,
  readStanding,
  readUnsettledPeriods,
  type Standing,
} from './deliveries.repository.ts';
import { type Delivery, isMissing, type MissingPeriod, type ReportTurn } from './delivery.ts';
import { readLook, writeLook } from './delivery-pulse.repository.ts';
import { dueTurnOf, periodsOwed, UNDER_WAY_MS } from './due.ts';
import type { GroupMembers } from './group-members.use-case.ts';
import { releaseDecided } from './issue-decisions.repository.ts';
import { enterDeliveries } from './ledger.repository.ts';
import { isToNote, type Standstill, standstillOf } from './standstill.ts';

/** What is owed to whom, and what has come of it. */
export class Ledger {
  constructor(
    private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: Pick<CurrentSettings, 'now' | 'refresh'>,
    private readonly groups: Pick<GroupMembers, 'reconcile' | 'reconcileIn'>,
  ) {}

  /** Every turn of a period, as it stands. */
  async turns(period: string, report?: string): Promise<readonly ReportTurn[]> {
    const time = this.time();
    const standstill = await this.standstill();
    const turns = await readDeliveries(this.db, period, { ...time, dueBy: standstill?.from ?? time.now });
    return turns.filter((turn) => report === undefined || turn.report === report);
  }

  /** The same as it would stand once accounts were looked through for groups; nothing of it is kept. */
  async foreseen(period: string, report?: string): Promise<readonly ReportTurn[]> {
    if ((await this.standstill()) !== null) return this.turns(period, report);
    return undoing(this.db, async (tx) => {
      await this.groups.reconcileIn(tx, this.clock.now());
      return new Ledger(tx, this.clock, this.settings, this.groups).turns(period, report);
    });
  }

  /**
   * Enters what has fallen due, to those whom groups name by then. The period that is due is to be sent; those before it fell due while nothing ran, and are
   * sent too or wait for a person, as the settings say (docs/decisions/delivery-once.md). After a standstill nothing is
   * entered until a person lets it go on.
   *
   * @returns the standstill; null: there is none
   */
  async enter(): Promise<Standstill | null> {
    await this.settings.refresh();
    const { now, missed, ...times } = this.time();
    const lookedAt = await readLook(this.db);
    const standstill = standstillOf(lookedAt, now);
    if (standstill !== null) return standstill;
    await this.groups.reconcile();
    const owed = (await this.notEntered()).map(({ period, subscription, email, ...comes }) => {
      const isSent = missed === 'all' || period === dueTurnOf(comes, now, times).period.key;
      return { subscription, period, recipient: email, nextAttemptAt: isSent ? now : null };
    });
    if (owed.length > 0) await this.db.transaction((tx) => enterDeliveries(tx, owed, now));
    await releaseDecided(this.db, now);
    if (isToNote(lookedAt, now)) await writeLook(this.db, now);
    return null;
  }

  /** Where nothing is entered until a person says so. */
  async standstill(): Promise<Standstill | null> {
    return standstillOf(await readLook(this.db), this.clock.now());
  }

  /** A person has looked at the clock: what fell due by it is entered by the next look. */
  async goOn(): Promise<void> {
    await writeLook(this.db, this.clock.now());
  }

  /** The periods of which something is to be handed over now, the oldest first. */
  waiting(): Promise<readonly string[]> {
    return readDuePeriods(this.db, this.clock.now());
  }

  /** Subscriptions whose turn of a period waits for an older one, so that what was missed comes in order. */
  behind(period: string): Promise<ReadonlySet<string>> {
    return readBehind(this.db, period, { now: this.clock.now(), underWayMs: UNDER_WAY_MS });
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
    const known = await readUnsettledPeriods(this.db);
    const owed = (await this.notEntered()).map(({ period }) => period);
    return Promise.all(
      [...new Set([...known, ...owed])].sort(comparePeriods).map(async (period) => ({
        period: parsePeriod(period),
        turns: await this.turns(period),
      })),
    );
  }

  /** What has fallen due since the ledger was last written; nothing by a clock that nobody has confirmed. */
  private async notEntered(): Promise<readonly (Standing & { readonly period: string })[]> {
    const { now, ...times } = this.time();
    if ((await this.standstill()) !== null) return [];
    return (await readStanding(this.db)).flatMap((standing) =>
      periodsOwed(standing, now, times).map((period) => ({ ...standing, period })),
    );
  }

  private time(): Omit<LedgerTime, 'dueBy'> {
    const { schedule, fiscalMonth, missedIssues: missed, chosen } = this.settings.now;
    const { scheduleSince } = chosen;
    return { now: this.clock.now(), schedule, fiscalMonth, missed, scheduleSince };
  }
}
