import type { Audit } from '../access/index.ts';
import type { Mailer } from '../platform/mailer/mailer.ts';
import { type Delivery, editionKey, groupByEdition, isDue, type ReportEdition } from './delivery.ts';
import { DeliveryAudit } from './delivery-audit.use-case.ts';
import { type DeliveryMailParts, DeliveryMails } from './delivery-mail.use-case.ts';
import { HandOver, type Taken, type Turn } from './hand-over.use-case.ts';
import { decisionOf, holdForApproval } from './issue-decisions.repository.ts';
import { recordSkipped, settleDeliveries } from './ledger.repository.ts';
import type { Ledger } from './ledger.use-case.ts';
import { type Skipped, saysSo, skippedAs, skippedReason } from './nothing-new.ts';
import { type FrozenIssue, nothingNewSince } from './nothing-new.use-case.ts';
import type { RecipientRules } from './recipient-rules.use-case.ts';
import type { MailedIssue } from './report-mail.ts';

/** Makes the one scheduled issue of an edition for a period, or finds it made. @throws where it cannot be made whole */
export type IssueReport = (edition: ReportEdition & { readonly period: string }) => Promise<MailedIssue>;

export interface DeliveryParts extends DeliveryMailParts {
  readonly mailer: Mailer;
  readonly ledger: Ledger;
  readonly issueReport: IssueReport;
  readonly frozen: FrozenIssue;
  readonly rules: Pick<RecipientRules, 'whyNot'>;
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
  private readonly mails: DeliveryMails;
  private readonly handOver: HandOver;
  private readonly audit: DeliveryAudit;

  constructor(private readonly parts: DeliveryParts) {
    this.mails = new DeliveryMails(parts);
    this.handOver = new HandOver(parts);
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
    await this.handOver.run(period, due, signal, (turn, real) => this.send(period, turn, real));
    return ledger.turns(period, report);
  }

  /** Each report is made before the first of its e-mails leaves. */
  private async send(period: string, turn: Turn, due: readonly Delivery[]): Promise<void> {
    for (const { edition, deliveries } of groupByEdition(due)) {
      if (turn.isOver()) return;
      const issue = await this.issue(period, edition, turn, deliveries);
      if (issue === null) continue;
      for (const delivery of deliveries) {
        if (turn.isOver()) return;
        await turn.hand(delivery, issue.id, () => this.take(delivery, issue));
      }
    }
  }

  private async take(delivery: Delivery, issue: MailedIssue): Promise<Taken> {
    const { db, frozen } = this.parts;
    const quiet = await nothingNewSince(db, delivery, () => frozen(issue.id), frozen);
    const when = skippedAs(delivery);
    if (quiet !== null && when !== null) return this.skip(delivery, issue.id, { when, since: quiet });
    if (delivery.needsApproval && !(await this.isApproved(delivery, issue.id))) return 'held';
    return this.mails.take(delivery, issue, saysSo(delivery) ? quiet : null);
  }

  /** What nobody has decided of waits; what was refused is settled. */
  private async isApproved(delivery: Delivery, issue: string): Promise<boolean> {
    const { db, clock } = this.parts;
    const decision = await decisionOf(db, issue);
    if (decision === null) {
      await holdForApproval(db, delivery, { issue, now: clock.now() });
      return false;
    }
    if (decision.decision === 'approved') return true;
    const reason = `${decision.decidedBy}: ${decision.reason}`;
    const settled = await db.transaction((tx) => settleDeliveries(tx, [delivery], reason, clock.now()));
    if (settled > 0) {
      await this.audit.remember(delivery, { action: 'delivery.settled', issue, details: { reason } });
    }
    return false;
  }

  /** Nobody is without anything, and a person can still have it sent. */
  private async skip(delivery: Delivery, issue: string, why: Skipped): Promise<Taken> {
    const { db, clock } = this.parts;
    const reason = skippedReason(why);
    if (!(await recordSkipped(db, delivery, { issue, reason, now: clock.now() }))) return null;
    await this.audit.remember(delivery, { action: 'delivery.skipped', issue, details: { ...why } });
    return 'skipped';
  }

  /** @returns null: it could not be made, so that nothing of it is sent */
  private async issue(
    period: string,
    edition: ReportEdition,
    turn: Turn,
    waiting: readonly Delivery[],
  ): Promise<MailedIssue | null> {
    try {
      return await this.parts.issueReport({ ...edition, period });
    } catch (error) {
      await turn.notMade(waiting, `The report ${editionKey(edition)} of ${period} could not be made`, error);
      return null;
    }
  }
}
