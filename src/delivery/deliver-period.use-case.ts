import { Logger } from '@nestjs/common';
import type { Audit } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { fateOf, type MailFate, reasonOf } from '../platform/mailer/mail-fate.ts';
import type { Mailer } from '../platform/mailer/mailer.ts';
import { restAfter, waitAfter } from '../platform/mailer/pauses.ts';
import { heldUp, isHopeless, type Outcome } from './course.ts';
import { type Delivery, editionKey, groupByEdition, isDue, type ReportEdition } from './delivery.ts';
import { DeliveryAudit } from './delivery-audit.use-case.ts';
import { type DeliveryMailParts, DeliveryMails } from './delivery-mail.use-case.ts';
import { EXAMPLE_REASON, isExampleAddress } from './example-address.ts';
import {
  giveBack,
  recordFailure,
  recordHoldUp,
  recordSent,
  recordUnclear,
  settleDeliveries,
} from './ledger.repository.ts';
import type { Ledger } from './ledger.use-case.ts';
import { type MailedIssue, messageIdFor } from './report-mail.ts';

/** Makes the one scheduled issue of an edition for a period, or finds it made. @throws where it cannot be made whole */
export type IssueReport = (edition: ReportEdition & { readonly period: string }) => Promise<MailedIssue>;

export interface DeliveryParts extends DeliveryMailParts {
  readonly mailer: Mailer;
  readonly ledger: Ledger;
  readonly issueReport: IssueReport;
  readonly audit: Pick<Audit, 'record'>;
}

export interface DeliveryOptions {
  /** Only this report. */
  readonly report?: string | undefined;
  /** The process stops: finishes the e-mail in hand and leaves the others open. */
  readonly signal?: AbortSignal | undefined;
}

/** Hands over what is due of a period, each e-mail once (docs/decisions/delivery-once.md). */
export class DeliverPeriod {
  private readonly logger = new Logger('Delivery');
  private readonly mails: DeliveryMails;
  private readonly audit: DeliveryAudit;

  constructor(private readonly parts: DeliveryParts) {
    this.mails = new DeliveryMails(parts);
    this.audit = new DeliveryAudit(parts.audit);
  }

  /**
   * Any number of these may run at once, and may end at any point: each e-mail leaves once. What keeps one from leaving
   * is written into the ledger, and is no error here.
   *
   * @returns every turn of the period, as it stands now
   */
  async run(period: string, { report, signal }: DeliveryOptions = {}): Promise<readonly Delivery[]> {
    const { ledger, clock } = this.parts;
    const behind = await ledger.behind(period);
    const due = (await ledger.turns(period, report)).filter(
      (turn) => isDue(turn, clock.now()) && !behind.has(turn.subscription),
    );
    const examples = due.filter(({ recipient }) => isExampleAddress(recipient));
    if (examples.length > 0) await this.settleExamples(examples);
    const real = due.filter((turn) => !examples.includes(turn));
    if (real.length > 0) await this.send(period, real, signal);
    return ledger.turns(period, report);
  }

  /** What nobody could get is not sent, whoever asks for it; the ledger shows what it would have been. */
  private async settleExamples(examples: readonly Delivery[]): Promise<void> {
    const { db, clock } = this.parts;
    await db.transaction((tx) => settleDeliveries(tx, examples, EXAMPLE_REASON, clock.now()));
    const details = { reason: EXAMPLE_REASON };
    for (const turn of examples) await this.audit.remember(turn, { action: 'delivery.settled', details });
  }

  private async send(
    period: string,
    due: readonly Delivery[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    try {
      // Asked first, or each e-mail to a server that is away would cost a timeout.
      await this.parts.mailer.verify();
    } catch (error) {
      await this.holdUp(`The e-mails of ${period} wait`, due, error, 'longer each time');
      return;
    }
    const outcomes: Outcome[] = [];
    const isOver = () => signal?.aborted || isHopeless(outcomes);
    for (const { edition, deliveries } of groupByEdition(due)) {
      if (isOver()) break;
      const issue = await this.issue(period, edition, deliveries);
      for (const delivery of deliveries) {
        if (isOver()) break;
        outcomes.push(await this.sendTo(delivery, issue));
      }
    }
    const held = heldUp(due, outcomes);
    if (held === null || signal?.aborted) return;
    const what = `${held.deliveries.length} e-mails of ${period} wait`;
    await this.holdUp(what, held.deliveries, held.reason, held.afterSome ? 'a moment' : 'longer each time');
  }

  /** @returns null: it could not be made, so that nothing of it is sent */
  private async issue(
    period: string,
    edition: ReportEdition,
    waiting: readonly Delivery[],
  ): Promise<MailedIssue | null> {
    try {
      return await this.parts.issueReport({ ...edition, period });
    } catch (error) {
      const what = `The report ${editionKey(edition)} of ${period} could not be made`;
      await this.holdUp(what, waiting, error, 'longer each time');
      return null;
    }
  }

  private async sendTo(delivery: Delivery, issue: MailedIssue | null): Promise<Outcome> {
    const { db, clock, mailer } = this.parts;
    const { subscription } = delivery;
    if (issue === null) return { subscription, is: 'not made' };
    const taken = await this.mails.take(delivery, issue);
    if (taken === null) return { subscription, is: 'gone' };
    const taking = { ...delivery, recipient: taken.mail.to };
    try {
      await mailer.send(taken.mail);
    } catch (error) {
      const fate = fateOf(error);
      const reason = reasonOf(error);
      this.tell(`The e-mail ${messageIdFor(delivery, this.parts.config.mailFrom)} is ${fate}`, error);
      await this.recordFailed(taking, { fate, reason, attempts: taken.attempts, issue: issue.id });
      return { subscription, is: fate, reason };
    }
    await recordSent(db, delivery, clock.now());
    await this.audit.remember(taking, { action: 'delivery.sent', issue: issue.id });
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
