import { Inject, Injectable } from '@nestjs/common';
import { CurrentSettings } from '../../access/index.ts';
import { senderName } from '../../core/settings/settings.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { madeAt } from '../../platform/database/history.repository.ts';
import type { Mail } from '../../platform/mailer/mailer.ts';
import { SentIssues } from '../../reporting/index.ts';
import type { ConcernedReader } from './errata.use-case.ts';
import type { Erratum } from './erratum.ts';
import { erratumMail, type SaidInErratum } from './erratum-mail.ts';

/** What errata say to each of their readers. */
@Injectable()
export class ErrataMails {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl'>,
    private readonly issues: SentIssues,
    private readonly settings: CurrentSettings,
  ) {}

  /** @throws DomainError as a report that the schedule makes */
  async saidTo(
    { report, pillar, country, donor }: Erratum,
    { issueHead, lang, figures }: Pick<ConcernedReader, 'issueHead' | 'lang' | 'figures'>,
  ): Promise<SaidInErratum> {
    return {
      title: issueHead.title,
      sentAt: issueHead.createdAt,
      timeZone: this.settings.now.schedule.timeZone,
      sentences: (await this.issues.words(issueHead, lang, figures)).map(({ sentence }) => sentence),
      since: await madeAt(this.db, issueHead.revision),
      slice: { report, pillar, country, donor, cutOff: issueHead.cutOff },
    };
  }

  /** As somebody would get it, without what is theirs alone: to be read before it is decided about. */
  async preview(erratum: Erratum, reader: ConcernedReader): Promise<Mail> {
    const said = await this.saidTo(erratum, reader);
    const { lang, name, email } = reader;
    const { report, period, pillar, country, donor } = erratum;
    const to = { report, period, pillar, country, donor, lang, name, recipient: email };
    const mail = erratumMail(to, said, {
      publicUrl: this.config.publicUrl,
      link: null,
      stop: { url: null, mailbox: null },
    });
    const sender = senderName(this.settings.now, lang);
    return { ...mail, ...(sender !== null && { sender }) };
  }
}
