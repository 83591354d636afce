import { Logger } from '@nestjs/common';
import type { Audit } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { oneLine } from '../core/one-line.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import type { Mail, Mailer } from '../platform/mailer/mailer.ts';
import {
  addDeliveries,
  claimDelivery,
  readDeliveries,
  recordFailure,
  recordHindrance,
  recordSent,
  recordUnclear,
} from './deliveries.repository.ts';
import { type Delivery, editionKey, groupByEdition, type ReportEdition, waits } from './delivery.ts';
import { keepLink } from './issue-links.repository.ts';
import { linkExpiry, linkToken } from './link-token.ts';
import { type MailedIssue, messageIdFor, type OwnLink, reportMail } from './report-mail.ts';

/** Makes the one scheduled issue of an edition for a period, or finds it made. @throws where it cannot be made whole */
export type IssueReport = (edition: ReportEdition & { readonly period: string }) => Promise<MailedIssue>;

export interface DeliveryParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
  readonly config: Pick<Config, 'mailFrom' | 'publicUrl' | 'links' | 'reportTimeZone'>;
  readonly issueReport: IssueReport;
  readonly audit: Pick<Audit, 'record'>;
  /** The key that links are signed with. */
  readonly linkKey: () => Promise<Uint8Array>;
}

export interface DeliveryOptions {
  /** Only this report. */
  readonly report?: string | undefined;
  /** What has been tried so often is left alone; without it, everything that is open is tried. */
  readonly maxAttempts?: number;
  /** The process stops: finishes the e-mail in hand and leaves the others open. */
  readonly signal?: AbortSignal | undefined;
}

const SERVICE: Actor = { kind: 'service' };

/** Sends a period's reports to whoever is subscribed and has not had theirs (docs/decisions/delivery-once.md). */
export class DeliverPeriod {
  private readonly logger = new Logger('Delivery');

  constructor(private readonly parts: DeliveryParts) {}

  /** Every turn of a period, as the ledger has it. */
  async turns(
    period: string,
    { report }: Pick<DeliveryOptions, 'report'> = {},
  ): Promise<readonly Delivery[]> {
    const turns = await readDeliveries(this.parts.db, period, this.parts.clock.now());
    return turns.filter((turn) => report === undefined || turn.report === report);
  }

  /**
   * Any number of these may run at once, and may end at any point: each e-mail leaves once. What keeps one from leaving
   * is written into the ledger, and is no error here.
   *
   * @returns every turn of the period, as it stands now
   */
  async run(
    period: string,
    { report, maxAttempts = Number.POSITIVE_INFINITY, signal }: DeliveryOptions = {},
  ): Promise<readonly Delivery[]> {
    const { db, clock } = this.parts;
    const due = (await this.turns(period, { report })).filter(({ state }) => state.is === 'open');
    await db.transaction((tx) => addDeliveries(tx, due, clock.now()));
    const open = (await this.turns(period, { report })).filter((turn) => waits(turn, maxAttempts));
    if (open.length > 0) await this.send(period, open, signal);
    return this.turns(period, { report });
  }

  /**
   * Ends the doubt about what was handed over and never answered, by what a person found in the mail server's log:
   * `arrived` counts as sent when it was handed over, `lost` is sent again by the next run.
   *
   * @throws DomainError `DELIVERY.NOT_UNCLEAR` (missing)
   */
  async settle(
    period: string,
    found: {
      readonly recipient: string;
      readonly report: string | undefined;
      readonly is: 'arrived' | 'lost';
    },
  ): Promise<void> {
    const { db, clock } = this.parts;
    let settled = 0;
    for (const turn of await this.turns(period, found)) {
      if (turn.state.is !== 'unclear' || turn.recipient !== found.recipient) continue;
      settled += 1;
      if (found.is === 'arrived') await recordSent(db, turn, turn.state.since);
      else await recordFailure(db, turn, `Said on ${clock.now().toISOString()} to be lost.`);
      await this.remember(turn, {
        ...(found.is === 'arrived' ? { action: 'delivery.sent' } : { action: 'delivery.failed' }),
        actor: { kind: 'command' },
        details: { said: found.is },
      });
    }
    if (settled === 0) {
      throw new DomainError(
        'DELIVERY.NOT_UNCLEAR',
        `No e-mail of ${period} to "${found.recipient}" is unclear.`,
        {
          kind: 'missing',
          remedy: 'A dry run lists the e-mails of a period.',
        },
      );
    }
  }

  private async send(
    period: string,
    open: readonly Delivery[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    try {
      // Asked first, or each e-mail to a silent server would cost a timeout and one of its attempts.
      await this.reachMailServer();
      for (const group of groupByEdition(open)) {
        if (signal?.aborted) return;
        const issue = await this.issue(period, group.edition, group.deliveries);
        if (issue !== null) await this.sendIssue(issue, group.deliveries, signal);
      }
    } catch (error) {
      if (!(error instanceof MailOutage)) throw error;
      this.tell(`The e-mails of ${period} wait`, error.cause);
      await recordHindrance(
        this.parts.db,
        { period, waiting: open },
        { reason: error.message, failed: true },
      );
    }
  }

  private async reachMailServer(): Promise<void> {
    try {
      await this.parts.mailer.verify();
    } catch (error) {
      throw new MailOutage(reasonOf(error), { cause: error });
    }
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
      this.tell(`The report ${editionKey(edition)} of ${period} could not be made`, error);
      await recordHindrance(this.parts.db, { period, waiting }, { reason: reasonOf(error), failed: false });
      return null;
    }
  }

  private async sendIssue(
    issue: MailedIssue,
    deliveries: readonly Delivery[],
    signal: AbortSignal | undefined,
  ): Promise<void> {
    for (const delivery of deliveries) {
      if (signal?.aborted) return;
      await this.sendTo(delivery, issue);
    }
  }

  /** @throws MailOutage where there is no use in trying the next */
  private async sendTo(delivery: Delivery, issue: MailedIssue): Promise<void> {
    const { db, clock, mailer } = this.parts;
    const key = await this.linkKey();
    // The e-mail is written before the claim holds: where it cannot be, nothing has been taken.
    const mail = await db.transaction((tx) => this.claim(tx, delivery, issue, key));
    if (mail === null) return;
    try {
      await mailer.send(mail);
    } catch (error) {
      return this.recordEnd({ ...delivery, recipient: mail.to }, issue, error);
    }
    await recordSent(db, delivery, clock.now());
    const sent = { ...delivery, recipient: mail.to };
    await this.remember(sent, { action: 'delivery.sent', issue: issue.id });
  }

  /** Takes a delivery, with the link that goes with it. @returns null: it is no longer to be sent */
  private async claim(
    tx: Transaction,
    delivery: Delivery,
    issue: MailedIssue,
    key: Uint8Array | null,
  ): Promise<Mail | null> {
    const { clock, config } = this.parts;
    const now = clock.now();
    const messageId = messageIdFor(delivery, config.mailFrom);
    const claim = await claimDelivery(tx, delivery, { issue: issue.id, messageId, now });
    if (claim === null) return null;
    const { recipient } = claim;
    const link = key === null ? null : await this.ownLink(tx, { ...delivery, recipient }, issue, key, now);
    return {
      ...reportMail({ ...delivery, recipient }, issue, config.publicUrl, link),
      messageId: claim.messageId,
    };
  }

  /** @returns null: nobody knows at which address this service is reached, so there is no link */
  private async linkKey(): Promise<Uint8Array | null> {
    return this.parts.config.publicUrl === null ? null : this.parts.linkKey();
  }

  private async ownLink(
    tx: Transaction,
    { subscription, recipient }: Delivery,
    issue: MailedIssue,
    key: Uint8Array,
    now: Date,
  ): Promise<OwnLink> {
    const { publicUrl, reportTimeZone, links } = this.parts.config;
    const expiresAt = linkExpiry(now);
    const kept = await keepLink(tx, { issue: issue.id, subscription, recipient, createdAt: now, expiresAt });
    return {
      url: `${publicUrl}/links/${linkToken(key, kept)}`,
      expiresAt: kept.expiresAt,
      timeZone: reportTimeZone,
      needs: links === 'sign-in' ? 'sign-in' : 'nothing',
    };
  }

  private async recordEnd(delivery: Delivery, issue: MailedIssue, error: unknown): Promise<void> {
    const reason = reasonOf(error);
    const fate = fateOf(error);
    this.tell(`The e-mail ${messageIdFor(delivery, this.parts.config.mailFrom)} is ${fate}`, error);
    await (fate === 'unclear' ? recordUnclear : recordFailure)(this.parts.db, delivery, reason);
    await this.remember(delivery, {
      ...(fate === 'unclear' ? { action: 'delivery.unclear' } : { action: 'delivery.failed' }),
      issue: issue.id,
      details: { reason },
    });
    if (fate === 'held up') throw new MailOutage(reason, { cause: error });
  }

  /**
   * Into the audit, when the ledger has it. The ledger is the truth: an entry that cannot be written keeps no other
   * e-mail from leaving.
   */
  private async remember(
    { recipient, period, report }: Delivery,
    {
      action,
      issue,
      actor = SERVICE,
      details = {},
    }: {
      readonly action: string;
      readonly issue?: string;
      readonly actor?: Actor;
      readonly details?: Readonly<Record<string, unknown>>;
    },
  ): Promise<void> {
    try {
      await this.parts.audit.record({
        action,
        actor,
        ...(issue === undefined ? {} : { subject: `issues ${issue}` }),
        details: { recipient, period, report, ...details },
      });
    } catch (error) {
      this.logger.error(`The audit has no ${action} of ${period}`, error);
    }
  }

  /** What we know of stands in the ledger, before whoever asked; the log has its cause. */
  private tell(what: string, error: unknown): void {
    if (error instanceof DomainError) this.logger.log(what, error);
    else this.logger.error(what, error);
  }
}

/** There is no mail server to give e-mails to. */
class MailOutage extends Error {}

/**
 * What an error of the mailer says of the e-mail. Only an error that we know says that it was not taken; any other may
 * have come after the mail server took it.
 */
function fateOf(error: unknown): 'refused' | 'held up' | 'unclear' {
  if (!(error instanceof DomainError) || error.code === 'MAIL.UNCLEAR') return 'unclear';
  return ['MAIL.UNREACHABLE', 'MAIL.SIGN_IN', 'MAIL.SENDER'].includes(error.code) ? 'held up' : 'refused';
}

function reasonOf(error: unknown): string {
  if (!(error instanceof DomainError)) return oneLine(error instanceof Error ? error.message : String(error));
  return oneLine([error.message, error.options.remedy].filter((part) => part !== undefined).join(' '));
}
