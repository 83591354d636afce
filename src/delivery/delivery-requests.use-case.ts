import type { Audit } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { oneLine } from '../core/one-line.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Database } from '../platform/database/database.ts';
import type { JobQueue } from '../platform/jobs/job-queue.ts';
import { readMarks } from './bounces/bounces.repository.ts';
import { type Delivery, isSendable, isSentByHand } from './delivery.ts';
import { DeliveryAudit } from './delivery-audit.use-case.ts';
import { DELIVER_PERIOD } from './delivery-bell.job.ts';
import {
  enterDeliveries,
  recordFailure,
  recordSent,
  reopenDeliveries,
  settleDeliveries,
} from './ledger.repository.ts';
import type { Ledger } from './ledger.use-case.ts';

export interface RequestParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly jobs: Pick<JobQueue, 'enqueue'>;
  readonly audit: Pick<Audit, 'record'>;
}

/** Which e-mails of a month a person means. */
export interface Meant {
  readonly report?: string | undefined;
  readonly recipient?: string | undefined;
  readonly subscription?: string | undefined;
}

/**
 * What a person found: `arrived`, `lost`, in the mail server's log, of an e-mail that was handed over and never answered;
 * `not sent`: that it will not be, and why.
 */
export type Verdict =
  | { readonly is: 'arrived' | 'lost' }
  | { readonly is: 'not sent'; readonly reason: string };

/** What people ask for and say of deliveries. */
export class DeliveryRequests {
  private readonly audit: DeliveryAudit;

  constructor(private readonly parts: RequestParts) {
    this.audit = new DeliveryAudit(parts.audit);
  }

  /**
   * Lets what a month's subscribers are without begin anew, with two days of its own, and hands it to the queue. With
   * `meant.subscription`, also what was settled; without, nothing to addresses from which e-mails come back. Nobody gets twice
   * what they have had.
   *
   * @returns how many will be sent
   */
  async ask(period: string, meant: Meant, actor: Actor): Promise<number> {
    const named = meant.subscription !== undefined;
    const marks = named ? new Map() : await readMarks(this.parts.db);
    const asked = (await this.meant(period, meant)).filter(
      (turn) =>
        !marks.has(turn.recipient.toLowerCase()) &&
        (isSendable(turn) || (named && turn.state.is === 'settled')),
    );
    const opened = await this.reopen(asked, actor);
    // The bell would find it within a minute; the queue has it at once.
    if (opened > 0) await this.parts.jobs.enqueue(DELIVER_PERIOD, { period }, { singletonKey: period });
    return opened;
  }

  /**
   * As `ask`, for whoever runs it then; also for those who were not subscribed when the month fell due, and for those for
   * whom it has yet to.
   */
  async open(period: string, meant: Meant, actor: Actor): Promise<number> {
    const asked = (await this.meant(period, meant)).filter((turn) => isSendable(turn) || isSentByHand(turn));
    return this.reopen(asked, actor);
  }

  /**
   * Ends the doubt about what was handed over and never answered: `arrived` counts as sent when it was handed over,
   * `lost` is sent again by the next run. Or says of what nobody has had that it will not be sent.
   *
   * @returns how many it was said of
   */
  async settle(period: string, meant: Meant, verdict: Verdict, actor: Actor): Promise<number> {
    const turns = await this.meant(period, meant);
    if (verdict.is === 'not sent') return this.giveUp(turns.filter(isSendable), verdict.reason, actor);
    const { db, clock } = this.parts;
    let settled = 0;
    for (const turn of turns) {
      if (turn.state.is !== 'unclear') continue;
      settled += 1;
      const now = clock.now();
      if (verdict.is === 'arrived') await recordSent(db, turn, turn.state.since);
      else await recordFailure(db, turn, { reason: `Said on ${now.toISOString()} to be lost.`, next: now });
      await this.audit.remember(turn, {
        ...(verdict.is === 'arrived' ? { action: 'delivery.sent' } : { action: 'delivery.failed' }),
        actor,
        details: { said: verdict.is },
      });
    }
    return settled;
  }

  /** Lets deliveries go on after a standstill. @returns false: there is none */
  async goOn(actor: Actor): Promise<boolean> {
    const { ledger, audit } = this.parts;
    const standstill = await ledger.standstill();
    if (standstill === null) return false;
    await ledger.goOn();
    const { from, to } = standstill;
    await audit.record({
      action: 'delivery.gone-on',
      actor,
      details: { from: from.toISOString(), to: to.toISOString() },
    });
    return true;
  }

  private async reopen(asked: readonly Delivery[], actor: Actor): Promise<number> {
    const { db, clock } = this.parts;
    if (asked.length === 0) return 0;
    const now = clock.now();
    const opened = await db.transaction(async (tx) => {
      await enterDeliveries(tx, asked.map(toEnter), now);
      return reopenDeliveries(tx, asked, now);
    });
    for (const turn of asked) await this.audit.remember(turn, { action: 'delivery.requested', actor });
    return opened;
  }

  private async giveUp(turns: readonly Delivery[], reason: string, actor: Actor): Promise<number> {
    const { db, clock } = this.parts;
    const now = clock.now();
    if (turns.length === 0) return 0;
    const settled = await db.transaction(async (tx) => {
      await enterDeliveries(tx, turns.map(toEnter), now);
      return settleDeliveries(tx, turns, reason, now);
    });
    for (const turn of turns) {
      await this.audit.remember(turn, { action: 'delivery.settled', actor, details: { reason } });
    }
    return settled;
  }

  private async meant(
    period: string,
    { report, recipient, subscription }: Meant,
  ): Promise<readonly Delivery[]> {
    // What fell due before it must be there first: the ledger goes on from the last month that it knows.
    await this.parts.ledger.enter();
    return (await this.parts.ledger.turns(period, report)).filter(
      (turn) =>
        (recipient === undefined || turn.recipient === recipient) &&
        (subscription === undefined || turn.subscription === subscription),
    );
  }
}

const toEnter = ({ subscription, period, recipient }: Delivery) => ({
  subscription,
  period,
  recipient,
  nextAttemptAt: null,
});

/**
 * Why something will not be sent, as the ledger keeps it.
 *
 * @throws DomainError `DELIVERY.NO_REASON` (call)
 */
export function settlingReason(text: string | undefined): string {
  const reason = oneLine(text ?? '', 500);
  if (reason !== '') return reason;
  throw new DomainError('DELIVERY.NO_REASON', 'What will not be sent needs a reason.', {
    kind: 'call',
    remedy: 'Say in a few words why: it stays in the record.',
  });
}
