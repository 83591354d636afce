import { Inject, Injectable } from '@nestjs/common';
import { Audit, CurrentSettings, Limiter } from '../access/index.ts';
import { senderName } from '../core/settings/settings.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import type { Actor } from '../platform/database/actor.repository.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { type Mail, Mailer } from '../platform/mailer/mailer.ts';
import { Reports } from '../reporting/index.ts';
import { sampleMessages } from '../web/i18n/messages/all-subscriptions.ts';
import { translator } from '../web/i18n/translator.ts';
import { formatBeside } from './attached.ts';
import { dueTurnOf } from './due.ts';
import { saysSo, skippedAs } from './nothing-new.ts';
import { nothingNewSince } from './nothing-new.use-case.ts';
import { reportMail } from './report-mail.ts';
import type { Subscription } from './subscriptions.repository.ts';

/** A test makes a whole report each time. */
const TESTS = { most: 20, windowS: 3600 };

/** What a subscriber would be sent now, of the last period that fell due. */
export interface SampleMail {
  readonly period: string;
  readonly mail: Mail;
  /** The period of the last report that was sent, where nothing is new since and so this one would not be; else null. */
  readonly skippedSince: string | null;
}

/** The e-mail of a subscription as it would leave now, for whoever looks after it: to be read, or sent to oneself. */
@Injectable()
export class SampleMails {
  constructor(
    private readonly reports: Reports,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly mailer: Mailer,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /**
   * Drawn anew of what is approved now, and kept nowhere: the ledger knows nothing of it, and nobody's link is in it.
   *
   * @throws DomainError as a report that is asked for
   */
  async make(subscription: Subscription): Promise<SampleMail> {
    const { report, pillar, country, donor, lang, paper } = subscription;
    const period = dueTurnOf(subscription, this.clock.now(), this.settings.now).period.key;
    const drawn = await this.reports.sample({
      report,
      period,
      pillar: pillar ?? undefined,
      country: country ?? undefined,
      donor: donor ?? undefined,
      lang,
      paper,
    });
    const { bytes, pages } = await this.reports.print(drawn);
    const beside = formatBeside(subscription.deliveredAs);
    const delivery = {
      ...subscription,
      subscription: subscription.id,
      recipient: subscription.email,
      period,
      issue: null,
      state: { is: 'not-owed' } as const,
    };
    const quiet = await nothingNewSince(
      this.db,
      delivery,
      async () => drawn.snapshot,
      (id) => this.reports.frozen(id),
    );
    const issue = {
      quietSince: saysSo(delivery) ? quiet : null,
      id: subscription.id,
      title: drawn.title,
      fileName: drawn.fileName('pdf'),
      pdf: bytes,
      xlsx: beside === 'xlsx' ? (await this.reports.write(drawn)).bytes : null,
      csv: beside === 'csv' ? await this.reports.tabulate(drawn) : null,
      pages,
      cutOff: drawn.order.cutOff,
      known: drawn.known,
      headlines: drawn.headlines,
      changed: drawn.changed,
    };
    const mail = reportMail(delivery, issue, this.config.publicUrl, null);
    const sender = senderName(this.settings.now, lang);
    const skippedSince = skippedAs(delivery) === null ? null : quiet;
    return { period, skippedSince, mail: { ...mail, ...(sender !== null && { sender }) } };
  }

  /**
   * Sends it to whoever asks for it, and to nobody else; its subject says that it is a test.
   *
   * @throws DomainError as `make`; `LIMIT.REACHED` (too-often); `MAIL.…`
   */
  async send(actor: Actor, to: string, subscription: Subscription): Promise<void> {
    await this.limiter.take(`sample-mail ${to}`, TESTS);
    const { period, mail } = await this.make(subscription);
    const t = translator(subscription.lang);
    await this.mailer.send({ ...mail, to, subject: t(sampleMessages.subject, { title: mail.subject }) });
    await this.audit.record({
      action: 'delivery.tested',
      actor,
      subject: `subscriptions ${subscription.id}`,
      details: { recipient: to, report: subscription.report, period },
    });
  }
}
