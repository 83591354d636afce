import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Health } from '../platform/health/health.ts';
import { Metrics } from '../platform/health/metrics.ts';
import { countDeliveries, readDeliveries } from './deliveries.repository.ts';
import { dueTurn, isOverdue } from './due.ts';
import { overdueReports } from './overdue.ts';

/** Says at `/readyz` which reports are late, and at `/metrics` how many e-mails stand where. */
@Injectable()
export class DeliveryWatch implements OnModuleInit {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    const startedAt = this.clock.now();
    this.health.add({ name: 'reports', check: () => this.check(startedAt) });
    this.metrics.gauge('attest_deliveries', 'E-mails in the ledger by status', async () =>
      (await countDeliveries(this.db)).map(({ status, rows }) => ({ labels: { status }, value: rows })),
    );
  }

  /** @throws Error naming the reports that are late */
  private async check(startedAt: Date): Promise<void> {
    const now = this.clock.now();
    const turn = dueTurn(now, this.config.reportTimeZone);
    if (!isOverdue(turn, now, startedAt)) return;
    const late = overdueReports(await readDeliveries(this.db, turn.period.key, now), turn);
    if (late !== null) throw new Error(late);
  }
}
