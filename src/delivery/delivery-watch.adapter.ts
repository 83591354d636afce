import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { CurrentSettings } from '../access/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Health } from '../platform/health/health.ts';
import { Metrics } from '../platform/health/metrics.ts';
import { readMarks } from './bounces/bounces.repository.ts';
import { countDeliveries } from './deliveries.repository.ts';
import { isLate } from './delivery.ts';
import { Ledger } from './ledger.use-case.ts';
import { overdueReports } from './overdue.ts';
import { standstillLine } from './standstill.ts';

/** Says at `/readyz` which reports are late, and at `/metrics` how many e-mails stand where. */
@Injectable()
export class DeliveryWatch implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly settings: CurrentSettings,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const startedAt = this.clock.now();
    this.health.add({ name: 'reports', check: () => this.check(startedAt) });
    this.metrics.gauge('attest_deliveries', 'E-mails in the ledger by status', async () =>
      (await countDeliveries(this.db)).map(({ status, rows }) => ({ labels: { status }, value: rows })),
    );
    this.metrics.gauge(
      'attest_deliveries_overdue',
      'E-mails that somebody is late without, until they are sent or settled',
      async () => {
        await this.settings.refresh();
        const when = { now: this.clock.now(), startedAt };
        const missing = await this.ledger.missing();
        const late = missing.flatMap(({ turns }) => turns.filter((each) => isLate(each, when)));
        return [{ value: late.length }];
      },
    );
    this.metrics.gauge(
      'attest_bounced_addresses',
      'Addresses that no report is sent to, since an e-mail came back from them',
      async () => [{ value: (await readMarks(this.db)).size }],
    );
  }

  /** @throws Error naming the reports that are late */
  private async check(startedAt: Date): Promise<void> {
    const standstill = await this.ledger.standstill();
    if (standstill !== null) throw new Error(standstillLine(standstill));
    await this.settings.refresh();
    const when = { now: this.clock.now(), startedAt };
    const overdue = overdueReports(await this.ledger.missing(), when);
    if (overdue !== null) throw new Error(overdue);
  }
}
