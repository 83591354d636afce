import { Logger } from '@nestjs/common';
import type { Audit } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import { fateOf, type MailFate, reasonOf } from '../platform/mailer/mail-fate.ts';
import type { Mailer, NoRoom } from '../platform/mailer/mailer.ts';
import { restAfter, waitAfter } from '../platform/mailer/pauses.ts';
import { heldUp, isHandedOver, isHopeless, type Outcome, untried } from './course.ts';
import type { Delivery } from './delivery.ts';
import { DeliveryAudit } from './delivery-audit.use-case.ts';
import type { TakenMail } from './delivery-mail.use-case.ts';
import { EXAMPLE_REASON, isExampleAddress } from './example-address.ts';
import {
  barDeliveries,
  giveBack,
  putOff,
  recordFailure,
  recordHoldUp,
  recordSent,
  recordUnclear,
  settleDeliveries,
} from './ledger.repository.ts';
import type { RecipientRules } from './recipient-rules.use-case.ts';
import { messageIdFor } from './report-mail.ts';

const MINUTE_MS = 60_000;

export interface HandOverParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly config: Pick<Config, 'mailFrom'>;
  readonly rules: Pick<RecipientRules, 'whyNot'>;
  readonly audit: Pick<Audit, 'record'>;
}

/** An e-mail that is taken; null: it is not to be sent; else why it is kept (`course.ts`). */
export type Taken = TakenMail | 'skipped' | 'held' | null;

/** One turn of handing over. */
export interface Turn {
  /** There is no use in going on, or the process stops. */
  isOver(): boolean;
  /** Takes an e-mail, gives it to the mail server, and writes down what came of it. */
  hand(delivery: Delivery, issue: string, take: () => Promise<Taken>): Promise<void>;
  /** Writes down of several that what they carry cannot be made. */
  notMade(deliveries: readonly Delivery[], what: string, error: unknown): Promise<void>;
}

/** What e-mails of the ledger have in common, whatever they carry: each is handed over once (docs/decisions/delivery-once.md). */
export class HandOver {
  private readonly logger = new Logger('Delivery');
  private readonly audit: DeliveryAudit;

  constructor(private readonly parts: HandOverParts) {
    this.audit = new DeliveryAudit(parts.audit);
  }

  /**
   * Hands over what is due. What keeps one from leaving is written into the ledger, and is no error here.
   *
   * @param of what they are of, in the log: "2017-06"
   * @param course which goes to whom, in which order
   */
  async run(
    of: string,
    due: readonly Delivery[],
    signal: AbortSignal | undefined,
    course: (turn: Turn, due: readonly Delivery[]) => Promise<void>,
  ): Promise<void> {
    const examples = due.filter(({ recipient }) => isExampleAddress(recipient));
    if (examples.length > 0) await this.settleExamples(examples);
    const others = due.filter((turn) => !examples.includes(turn));
    const real = await this.bar(others);
    if (real.length > 0) await this.handAll(of, real, signal, course);
  }

  /** What nobody could get is not sent, whoever asks for it; the ledger shows what it would have been. */
  private async settleExamples(examples: readonly Delivery[]): Promise<void> {
    const { db, clock } = this.parts;
    await db.transaction((tx) => settleDeliveries(tx, examples, EXAMPLE_REASON, clock.now()));
    const details = { reason: EXAMPLE_REASON };
    for (const turn of examples) await this.audit.remember(turn, { action: 'delivery.settled', details });
  }

  /** Gives up what may not be sent to its address; that stays in sight until a person settles it. @returns the others */
  private async bar(due: readonly Delivery[]): Promise<readonly Delivery[]> {
    const others: Delivery[] = [];
    for (const delivery of due) {
      const reason = await this.parts.rules.whyNot(delivery);
      if (reason === null) {
        others.push(delivery);
        continue;
      }
      await barDeliveries(this.parts.db, [delivery], reason);
      await this.audit.remember(delivery, { action: 'delivery.failed', details: { reason } });
    }
    return others;
  }

  private async handAll(
    of: string,
    due: readonly Delivery[],
    signal: AbortSignal | undefined,
    course: (turn: Turn, due: readonly Delivery[]) => Promise<void>,
  ): Promise<void> {
    try {
      // Asked first, or each e-mail to a server that is away would cost a timeout.
      await this.parts.mailer.verify();
    } catch (error) {
      await this.holdUp(`The e-mails of ${of} wait`, due, error, 'longer each time');
      return;
    }
    const outcomes: Outcome[] = [];
    let full: NoRoom | null = null;
    const turn: Turn = {
      isOver: () => signal?.aborted === true || full !== null || isHopeless(outcomes),
      hand: async (delivery, issue, take) => {
        // Taken when the report is made: room that waits is counted for a minute in which nothing leaves.
        const room = await this.parts.mailer.takeRoom();
        if ('from' in room) {
          full = room;
          return;
        }
        const outcome = await this.sendTo(delivery, issue, take);
        if (!isHandedOver(outcome)) await room.release();
        outcomes.push(outcome);
      },
      notMade: async (deliveries, what, error) => {
        await this.holdUp(what, deliveries, error, 'longer each time');
        outcomes.push(...deliveries.map(({ subscription }) => ({ subscription, is: 'not made' as const })));
      },
    };
    await course(turn, due);
    const waiting = full === null ? [] : untried(due, outcomes);
    if (full !== null) await this.waitTheirTurn(waiting, full);
    const held = heldUp(
      due.filter((delivery) => !waiting.includes(delivery)),
      outcomes,
    );
    if (held === null || signal?.aborted) return;
    const what = `${held.deliveries.length} e-mails of ${of} wait`;
    await this.holdUp(what, held.deliveries, held.reason, held.afterSome ? 'a moment' : 'longer each time');
  }

  /** So many in each minute: it is no attempt, and no trouble. */
  private async waitTheirTurn(waiting: readonly Delivery[], { from, perMinute }: NoRoom): Promise<void> {
    for (let first = 0; first < waiting.length; first += perMinute) {
      const next = new Date(from.getTime() + (first / perMinute) * MINUTE_MS);
      await putOff(this.parts.db, waiting.slice(first, first + perMinute), next);
    }
  }

  private async sendTo(delivery: Delivery, issue: string, take: () => Promise<Taken>): Promise<Outcome> {
    const { db, clock, mailer } = this.parts;
    const { subscription } = delivery;
    const taken = await take();
    if (taken === null) return { subscription, is: 'gone' };
    if (taken === 'skipped' || taken === 'held') return { subscription, is: taken };
    const taking = { ...delivery, recipient: taken.mail.to };
    try {
      await mailer.send(taken.mail, 'taken');
    } catch (error) {
      const fate = fateOf(error);
      const reason = reasonOf(error);
      this.tell(`The e-mail ${messageIdFor(delivery, this.parts.config.mailFrom)} is ${fate}`, error);
      await this.recordFailed(taking, { fate, reason, attempts: taken.attempts, issue });
      return { subscription, is: fate, reason };
    }
    await recordSent(db, delivery, clock.now());
    await this.audit.remember(taking, { action: 'delivery.sent', issue });
    return { subscription, is: 'sent' };
  }

  private async recordFailed(
    delivery: Delivery,
    failed: {
      readonly fate: MailFate;
      readonly reason: string;
      readonly attempts: number;
      readonly issue: string;
    },
  ): Promise<void> {
    const { db, clock } = this.parts;
    const { fate, reason, attempts, issue } = failed;
    const now = clock.now();
    if (fate === 'held up') return giveBack(db, delivery, reason, now);
    if (fate === 'unclear') await recordUnclear(db, delivery, reason);
    else
      await recordFailure(db, delivery, {
        reason,
        next: fate === 'later' ? after(now, restAfter(attempts)) : null,
      });
    await this.audit.remember(delivery, {
      ...(fate === 'unclear' ? { action: 'delivery.unclear' } : { action: 'delivery.failed' }),
      issue,
      details: { reason },
    });
  }

  /** What is held up keeps what it has of its two days; `a moment` is until the next turn. */
  private async holdUp(
    what: string,
    held: readonly Delivery[],
    hindrance: unknown,
    howLong: 'a moment' | 'longer each time',
  ): Promise<void> {
    const now = this.parts.clock.now();
    const reason = typeof hindrance === 'string' ? hindrance : reasonOf(hindrance);
    // A server that is away for a day is said once, not with every turn.
    if (held.some(({ state }) => state.is !== 'open' || state.reason !== reason)) this.tell(what, hindrance);
    const times = ({ state }: Delivery) =>
      howLong === 'a moment' || state.is !== 'open' ? 1 : state.heldUp + 1;
    for (const [heldUp, those] of Map.groupBy(held, times)) {
      const next = new Date(now.getTime() + waitAfter(heldUp));
      await recordHoldUp(this.parts.db, those, { reason, heldUp, next });
    }
  }

  /** What we know of stands in the ledger, before whoever asked; the log has its cause. */
  private tell(what: string, error: unknown): void {
    if (typeof error === 'string') this.logger.log(`${what}: ${error}`);
    else if (error instanceof DomainError) this.logger.log(what, error);
    else this.logger.error(what, error);
  }
}

function after(now: Date, restMs: number | null): Date | null {
  return restMs === null ? null : new Date(now.getTime() + restMs);
}
