import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { type DynamicModule, Global, Module } from '@nestjs/common';
import { BrowserModule } from './browser/browser.module.ts';
import { Clock } from './clock/clock.ts';
import { CONFIG, type Config } from './config/config.ts';
import { IMPORT_KINDS, type ImportKind } from './csv/import-kind.ts';
import { DatabaseModule } from './database/database.module.ts';
import type { Database, DatabaseHandle } from './database/database.ts';
import { ReadReplicas } from './database/read-replicas.adapter.ts';
import { databaseCheck, diskCheck } from './health/checks.adapter.ts';
import { HealthController } from './health/health.controller.ts';
import { Health } from './health/health.ts';
import { Metrics } from './health/metrics.ts';
import { processMetrics } from './health/process-metrics.ts';
import { replicaMetrics } from './health/replica-metrics.ts';
import { Assets } from './http/assets.adapter.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { PgBossQueue } from './jobs/pg-boss.adapter.ts';
import { Shutdown } from './lifecycle/shutdown.ts';
import { Mailer } from './mailer/mailer.ts';
import { OutboxMailer } from './mailer/outbox.adapter.ts';
import { PacedMailer } from './mailer/paced.adapter.ts';
import { SmtpMailer } from './mailer/smtp.adapter.ts';
import { PATIENCE } from './mailer/smtp-conversation.adapter.ts';
import { S3Files } from './stored-files/s3-files.adapter.ts';
import { StoredFiles } from './stored-files/stored-files.use-case.ts';

/** What stands before the application does. */
export interface PlatformParts {
  readonly config: Config;
  readonly clock: Clock;
  readonly database: DatabaseHandle;
  readonly assets: Assets;
  readonly shutdown: Shutdown;
  /** Every kind of file that there is. */
  readonly kinds: readonly ImportKind[];
}

/**
 * What every feature may inject: `CONFIG`, `DATABASE`, `DATABASE_HANDLE`, `READS`, `Clock`, `JobQueue`, `Mailer`, `PdfRenderer`,
 * `Health`, `Metrics`, `Assets`, `Shutdown`, `StoredFiles`, `IMPORT_KINDS`.
 */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, clock, database, assets, shutdown, kinds }: PlatformParts): DynamicModule {
    const health = new Health();
    const metrics = processMetrics();
    health.add(databaseCheck(database));
    health.add(diskCheck(config.dataDir));
    const reads = new ReadReplicas(database.db, config.databaseReadUrls);
    shutdown.add('The replicas', () => reads.close());
    replicaMetrics(metrics, reads);
    const mailer = openMailer(config, clock, database.db);
    health.add({ name: 'mail', check: () => mailer.verify() });
    // Jobs after the browser: what is opened last is closed first, and they print with it.
    const browser = BrowserModule.with(config, health, shutdown);
    const jobs = new PgBossQueue(database, config.role !== 'web');
    shutdown.add('The job queue', () => jobs.stop());
    health.add({ name: 'jobs', check: () => jobs.check() });
    const providers = [
      { provide: CONFIG, useValue: config },
      { provide: Clock, useValue: clock },
      { provide: JobQueue, useValue: jobs },
      { provide: Mailer, useValue: mailer },
      { provide: Health, useValue: health },
      { provide: Metrics, useValue: metrics },
      { provide: Assets, useValue: assets },
      { provide: Shutdown, useValue: shutdown },
      { provide: StoredFiles, useValue: new StoredFiles(openFileStore(config)) },
      { provide: IMPORT_KINDS, useValue: kinds },
    ];
    return {
      module: PlatformModule,
      imports: [DatabaseModule.of(database, reads), browser],
      controllers: [HealthController],
      providers,
      exports: providers,
    };
  }
}

function openMailer(config: Config, clock: Clock, db: Database): Mailer {
  const { smtpUrl, mailFrom, mailPerMinute: perMinute, dataDir, rehearsalClock } = config;
  if (!smtpUrl) return new OutboxMailer(join(dataDir, 'outbox'), mailFrom, clock);
  const times = rehearsalClock?.times ?? 1;
  const patience = { silenceMs: PATIENCE.silenceMs / times, answerMs: PATIENCE.answerMs / times };
  const mailer = new SmtpMailer(smtpUrl, mailFrom, clock, patience);
  if (perMinute === null) return mailer;
  return new PacedMailer(mailer, { db, clock, perMinute, sleep: (ms) => setTimeout(ms / times) });
}

function openFileStore({ evidenceStore }: Config): S3Files | null {
  return evidenceStore === null ? null : new S3Files(evidenceStore);
}
