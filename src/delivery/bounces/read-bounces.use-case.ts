import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../../core/errors.ts';
import { oneLine } from '../../core/one-line.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Health } from '../../platform/health/health.ts';
import { mailboxWords, readMailbox } from './bounce-mailbox.adapter.ts';
import { Bounces } from './bounces.use-case.ts';
import { readReport } from './read-report.ts';

/** Reads mail servers' reports in the mailbox that BOUNCE_IMAP_URL names. `/readyz` is red while it cannot. */
@Injectable()
export class ReadBounces implements OnModuleInit {
  private readonly logger = new Logger('Bounces');
  private failure: string | null = null;

  constructor(
    @Inject(CONFIG) private readonly config: Pick<Config, 'bounceMailbox' | 'role'>,
    private readonly bounces: Bounces,
    private readonly health: Health,
  ) {}

  onModuleInit(): void {
    if (!this.isOurs()) return;
    this.health.add({
      name: 'bounces',
      check: () => {
        if (this.failure !== null) throw new Error(this.failure);
      },
    });
  }

  /** Any number of processes may do it at once: what is told twice is written down once. */
  async run(): Promise<void> {
    const { bounceMailbox } = this.config;
    if (bounceMailbox === null || !this.isOurs()) return;
    const url = bounceMailbox.reveal();
    try {
      await readMailbox(url, (message) => this.take(message));
      this.failure = null;
    } catch (error) {
      const failure = `The mailbox of reports (${mailboxWords(url)}) could not be read: ${said(error)}. It is tried again every five minutes; look at BOUNCE_IMAP_URL.`;
      // Once, and not every five minutes of an outage.
      if (failure !== this.failure) this.logger.error(failure);
      this.failure = failure;
    }
  }

  /** A process that only serves pages reads none. */
  private isOurs(): boolean {
    return this.config.bounceMailbox !== null && this.config.role !== 'web';
  }

  /** @returns false: its e-mail is being handed over, and the report is read again */
  private async take(message: Uint8Array): Promise<boolean> {
    try {
      const taken = await this.bounces.take(await readReport(message), false, { kind: 'service' });
      for (const { outcome, status, why } of taken)
        this.logger.log(`A report, ${status}, ${outcome}: ${why}`);
      return true;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'BOUNCE.UNDER_WAY') return false;
      if (error.code !== 'BOUNCE.NO_REPORT') throw error;
      this.logger.warn(
        `An e-mail that calls itself a report says nothing that can be read: ${error.message}`,
      );
      return true;
    }
  }
}

/** The server's own words, where it has some. */
function said(error: unknown): string {
  const { responseText, message } = error as { readonly responseText?: string; readonly message?: string };
  return oneLine(responseText ?? message ?? String(error), 300).replace(/\.+$/, '');
}
