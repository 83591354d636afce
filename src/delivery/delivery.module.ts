import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Audit } from '../access/index.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { Mailer } from '../platform/mailer/mailer.ts';
import { Reports } from '../reporting/index.ts';
import { ReportingModule } from '../reporting/reporting.module.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveryBell } from './delivery-bell.job.ts';
import { DeliveryRequests } from './delivery-requests.use-case.ts';
import { DeliveryWatch } from './delivery-watch.adapter.ts';
import { IssueLinks } from './issue-links.use-case.ts';
import { Ledger } from './ledger.use-case.ts';
import { LinksController } from './links.controller.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { Unsubscribe } from './unsubscribe.use-case.ts';

/** Reports that arrive: who has had which, the schedule, and the e-mails. */
@Module({
  imports: [ScheduleModule.forRoot(), ReportingModule],
  controllers: [DeliveriesController, LinksController, UnsubscribeController],
  providers: [
    {
      provide: Ledger,
      inject: [DATABASE, Clock, CONFIG],
      useFactory: (db: Database, clock: Clock, config: Config) => new Ledger(db, clock, config),
    },
    {
      provide: DeliveryRequests,
      inject: [DATABASE, Clock, Ledger, JobQueue, Audit],
      useFactory: (db: Database, clock: Clock, ledger: Ledger, jobs: JobQueue, audit: Audit) =>
        new DeliveryRequests({ db, clock, ledger, jobs, audit }),
    },
    {
      provide: DeliverPeriod,
      inject: [DATABASE, Clock, Mailer, CONFIG, Reports, Audit, IssueLinks, Ledger],
      useFactory: (
        db: Database,
        clock: Clock,
        mailer: Mailer,
        config: Config,
        reports: Reports,
        audit: Audit,
        links: IssueLinks,
        ledger: Ledger,
      ) =>
        new DeliverPeriod({
          db,
          clock,
          mailer,
          config,
          audit,
          ledger,
          linkKey: () => links.key(),
          issueReport: ({ pillar, country, donor, ...edition }) =>
            reports.issue({
              ...edition,
              pillar: pillar ?? undefined,
              country: country ?? undefined,
              donor: donor ?? undefined,
            }),
        }),
    },
    IssueLinks,
    Unsubscribe,
    DeliveryBell,
    DeliveryWatch,
  ],
  exports: [DeliverPeriod, DeliveryRequests, DeliveryBell],
})
export class DeliveryModule {}
