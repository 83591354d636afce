import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Audit, administratorsOf, CurrentSettings } from '../access/index.ts';
import { senderName } from '../core/settings/settings.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { ownAddress } from '../platform/config/own-address.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { reasonOf } from '../platform/mailer/mail-fate.ts';
import { Mailer } from '../platform/mailer/mailer.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import { isOverdue } from './due.ts';
import { isExampleAddress } from './example-address.ts';
import { Ledger } from './ledger.use-case.ts';
import { claimTroubles, lastTold, releaseTroubles } from './told-troubles.repository.ts';
import { type Troubled, troubleOf } from './trouble.ts';
import { troubleMail } from './trouble-mail.ts';

/** What goes wrong in a storm comes in a few e-mails, and each of it within ten minutes. */
const PAUSE_MS = 9 * 60_000;

/** Tells administrators by e-mail which reports have not arrived, each trouble once. `/readyz` is red all the while. */
@Injectable()
export class TellTroubles implements OnModuleInit {
  private readonly logger = new Logger('Delivery');
  private startedAt = new Date(0);

  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Pick<Config, 'publicUrl' | 'host' | 'port'>,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly ledger: Ledger,
    private readonly mailer: Mailer,
    private readonly audit: Audit,
  ) {}

  onModuleInit(): void {
    this.startedAt = this.clock.now();
  }

  /** @returns how many administrators were told something */
  async run(): Promise<number> {
    const now = this.clock.now();
    const last = await lastTold(this.db);
    if (last !== null && now.getTime() - last.getTime() < PAUSE_MS) return 0;
    const fresh = await claimTroubles(this.db, await this.standing(now), now);
    if (fresh.length === 0) return 0;
    let told = 0;
    try {
      told = await this.tell(fresh);
    } finally {
      // What no administrator could be told is told again: the mail server may be what is wrong.
      if (told === 0) await releaseTroubles(this.db, fresh);
    }
    return told;
  }

  private async standing(now: Date): Promise<readonly Troubled[]> {
    await this.settings.refresh();
    const when = { now, startedAt: this.startedAt };
    return (await this.ledger.unsettled()).flatMap(({ turns }) =>
      turns.flatMap((delivery) => {
        const trouble = troubleOf(delivery, isOverdue(delivery.turn, when), now);
        return trouble === null || isExampleAddress(delivery.recipient) ? [] : [{ delivery, trouble }];
      }),
    );
  }

  private async tell(troubles: readonly Troubled[]): Promise<number> {
    const { schedule } = this.settings.now;
    const given = {
      address: ownAddress(this.config),
      timeZone: schedule.timeZone,
      ownTitles: await titlesOfOwnReports(this.db),
    };
    const all = await administratorsOf(this.db);
    let told = 0;
    for (const administrator of all.filter(({ email }) => !isExampleAddress(email))) {
      const sender = senderName(this.settings.now, administrator.lang);
      const mail = troubleMail(troubles, administrator, given);
      try {
        await this.mailer.send({ ...mail, ...(sender !== null && { sender }) });
        told += 1;
      } catch (error) {
        this.logger.warn(`An administrator could not be told what has not arrived: ${reasonOf(error)}`);
      }
    }
    if (told > 0) {
      await this.audit.record({
        action: 'delivery.trouble-told',
        actor: { kind: 'service' },
        details: { troubles: troubles.length, administrators: told },
      });
    }
    return told;
  }
}
