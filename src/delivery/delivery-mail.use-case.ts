import type { CurrentSettings } from '../access/index.ts';
import { senderName } from '../core/settings/settings.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import type { Mail } from '../platform/mailer/mailer.ts';
import type { Delivery } from './delivery.ts';
import { keepLink } from './issue-links.repository.ts';
import { claimDelivery } from './ledger.repository.ts';
import { linkExpiry, linkToken } from './link-token.ts';
import { type MailedIssue, messageIdFor, type OwnLink, type OwnStop, reportMail } from './report-mail.ts';
import { stopToken } from './stop-token.ts';

export interface DeliveryMailParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly config: Pick<Config, 'mailFrom' | 'publicUrl' | 'links'>;
  readonly settings: Pick<CurrentSettings, 'now'>;
  /** The key that links are signed with. */
  readonly linkKey: () => Promise<Uint8Array>;
}

/** What was taken, to be handed over. */
export interface TakenMail {
  readonly mail: Mail;
  /** With this one. */
  readonly attempts: number;
}

/** Writes an e-mail to a recipient, with the recipient's own way to the issue and out of the subscription. */
export type WriteMail = (delivery: Delivery, link: OwnLink | null, stop: OwnStop) => Mail;

/** Takes deliveries, and writes their e-mails. */
export class DeliveryMails {
  constructor(private readonly parts: DeliveryMailParts) {}

  /**
   * Takes the delivery of a report, with the link that goes with it.
   *
   * @param quietSince the period of the last report, where nothing is new since
   * @returns null: it is no longer to be sent
   */
  take(delivery: Delivery, issue: MailedIssue, quietSince: string | null): Promise<TakenMail | null> {
    const { publicUrl } = this.parts.config;
    return this.takeWith(delivery, issue.id, (to, link, stop) =>
      reportMail(to, { ...issue, quietSince }, publicUrl, link, stop),
    );
  }

  /**
   * The same of whatever is told of an issue. The e-mail is written before the claim holds: where it cannot be, nothing has been
   * taken.
   */
  async takeWith(delivery: Delivery, issue: string, write: WriteMail): Promise<TakenMail | null> {
    // Where nobody knows at which address this service is reached, there is no link.
    const key = this.parts.config.publicUrl === null ? null : await this.parts.linkKey();
    return this.parts.db.transaction((tx) => this.claim(tx, delivery, issue, key, write));
  }

  private async claim(
    tx: Transaction,
    delivery: Delivery,
    issue: string,
    key: Uint8Array | null,
    write: WriteMail,
  ): Promise<TakenMail | null> {
    const { clock, config } = this.parts;
    const now = clock.now();
    const messageId = messageIdFor(delivery, config.mailFrom);
    const claim = await claimDelivery(tx, delivery, { issue, messageId, now });
    if (claim === null) return null;
    const { recipient, attempts } = claim;
    const to = { ...delivery, recipient };
    const link = key === null ? null : await this.ownLink(tx, to, issue, key, now);
    const mail = write(to, link, ownStop(config, key, to));
    const sender = senderName(this.parts.settings.now, delivery.lang);
    return {
      mail: { ...mail, ...(sender !== null && { sender }), messageId: claim.messageId },
      attempts,
    };
  }

  private async ownLink(
    tx: Transaction,
    { subscription, recipient }: Delivery,
    issue: string,
    key: Uint8Array,
    now: Date,
  ): Promise<OwnLink> {
    const { publicUrl, links } = this.parts.config;
    const expiresAt = linkExpiry(now);
    const kept = await keepLink(tx, { issue, subscription, recipient, createdAt: now, expiresAt });
    return {
      url: `${publicUrl}/links/${linkToken(key, kept)}`,
      expiresAt: kept.expiresAt,
      timeZone: this.parts.settings.now.schedule.timeZone,
      needs: links === 'sign-in' ? 'sign-in' : 'nothing',
    };
  }
}

/** By a page where the service is reached at an address; else by a mailbox, if MAIL_FROM names one that is reached. */
function ownStop(
  { publicUrl, mailFrom }: DeliveryMailParts['config'],
  key: Uint8Array | null,
  { subscription, recipient }: Delivery,
): OwnStop {
  if (publicUrl !== null && key !== null) {
    return { url: `${publicUrl}/unsubscribe/${stopToken(key, { subscription, recipient })}`, mailbox: null };
  }
  const [mailbox = ''] = /[^\s<>]+@[^\s<>]+/.exec(mailFrom) ?? [];
  return { url: null, mailbox: mailbox === '' || mailbox.endsWith('@localhost') ? null : mailbox };
}
