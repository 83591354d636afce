import { setTimeout } from 'node:timers/promises';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { type AccountRow, CurrentSettings } from '../../access/index.ts';
import { DomainError } from '../../core/errors.ts';
import { senderName } from '../../core/settings/settings.ts';
import type { Language } from '../../core/text.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { ownAddress } from '../../platform/config/own-address.ts';
import { type Mail, Mailer } from '../../platform/mailer/mailer.ts';
import { type LinkMail, linkMail, type Notice, noticeMail } from './account-mails.ts';
import { Background } from './background.use-case.ts';

/** So long somebody waits for a page; the e-mail may still arrive. */
const PATIENCE_MS = 30_000;

/** Writes to the owners of accounts. */
@Injectable()
export class AccountMail {
  private readonly logger = new Logger('Access');

  constructor(
    private readonly mailer: Mailer,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
    private readonly background: Background,
    private readonly settings: CurrentSettings,
  ) {}

  /** Where a one-time code is used: an address, or only its path where the service does not know its own. */
  linkTo(code: string): string {
    return `${ownAddress(this.config) ?? ''}/one-time/${code}`;
  }

  /**
   * Sends a link, once the code is stored.
   *
   * @throws DomainError `LINK.NOT_SENT` (broken): the mail server did not take it; the code stays good
   */
  async sendLink(mail: LinkMail): Promise<void> {
    try {
      await this.inTime(this.fromUs(linkMail(mail), mail.to.lang));
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      throw new DomainError('LINK.NOT_SENT', `The e-mail with the link was not sent: ${error.message}`, {
        kind: 'broken',
        remedy: 'Once e-mail works again, send the link again from the page of the account.',
        cause: error,
      });
    }
  }

  /** Tells the owner what was changed, while nobody waits. */
  notify(notice: Notice, account: Pick<AccountRow, 'email' | 'name' | 'lang'>): void {
    this.background.run(`The e-mail "${notice}"`, async () => {
      await this.mailer.send(this.fromUs(noticeMail(notice, account), account.lang));
    });
  }

  private fromUs(mail: Mail, language: Language): Mail {
    const sender = senderName(this.settings.now, language);
    return sender === null ? mail : { ...mail, sender };
  }

  private async inTime(mail: Mail): Promise<void> {
    await this.mailer.waitForRoom();
    const enough = new AbortController();
    const late = setTimeout(PATIENCE_MS, 'late' as const, { signal: enough.signal, ref: false });
    late.catch(() => undefined);
    const sending = this.mailer.send(mail, 'taken');
    try {
      if ((await Promise.race([sending, late])) !== 'late') return;
    } finally {
      enough.abort();
    }
    sending.catch((error: unknown) => this.logger.warn(`An e-mail with a link was not sent: ${error}`));
    throw new DomainError(
      'MAIL.UNREACHABLE',
      `The mail server ${this.mailer.destination} has not answered for ${PATIENCE_MS / 1000} seconds.`,
      { kind: 'broken' },
    );
  }
}
