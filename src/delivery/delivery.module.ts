import { Module } from '@nestjs/common';
import { ScheduleModule } from '@nestjs/schedule';
import { Audit, CurrentSettings } from '../access/index.ts';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { Clock } from '../platform/clock/clock.ts';
import { CONFIG, type Config } from '../platform/config/config.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { JobQueue } from '../platform/jobs/job-queue.ts';
import { Mailer } from '../platform/mailer/mailer.ts';
import { Reports } from '../reporting/index.ts';
import { ReportingModule } from '../reporting/reporting.module.ts';
import { AllSubscriptionsController } from './all-subscriptions.controller.ts';
import { BounceBell } from './bounces/bounce-bell.job.ts';
import { Bounces } from './bounces/bounces.use-case.ts';
import { BouncesApiController } from './bounces/bounces-api.controller.ts';
import { ReadBounces } from './bounces/read-bounces.use-case.ts';
import { DeliverPeriod } from './deliver-period.use-case.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveryBell } from './delivery-bell.job.ts';
import { DeliveryOnDesk } from './delivery-on-desk.adapter.ts';
import { DeliveryRequests } from './delivery-requests.use-case.ts';
import { DeliveryWatch } from './delivery-watch.adapter.ts';
import { ReadersOfIssues } from './errata/concerned.use-case.ts';
import { DeliverErrata } from './errata/deliver-errata.use-case.ts';
import { ErrataController } from './errata/errata.controller.ts';
import { Errata } from './errata/errata.use-case.ts';
import { ErrataBell } from './errata/errata-bell.job.ts';
import { ErrataRequests } from './errata/errata-requests.use-case.ts';
import { ErrataMails } from './errata/erratum-mails.use-case.ts';
import { FindErrata } from './errata/find-errata.use-case.ts';
import { GroupMembers } from './group-members.use-case.ts';
import { IssueApprovals } from './issue-approvals.use-case.ts';
import { IssueLinks } from './issue-links.use-case.ts';
import { Ledger } from './ledger.use-case.ts';
import { LinksController } from './links.controller.ts';
import { OwnSubscriptionsController } from './own-subscriptions.controller.ts';
import { OwnSubscriptions } from './own-subscriptions.use-case.ts';
import { RecipientRules } from './recipient-rules.use-case.ts';
import { SampleMails } from './sample-mail.use-case.ts';
import { SliceNaming } from './slice-names.use-case.ts';
import { SubscriptionGroupsController } from './subscription-groups.controller.ts';
import { SubscriptionGroups } from './subscription-groups.use-case.ts';
import { SubscriptionRows } from './subscription-rows.use-case.ts';
import { TellTroubles } from './tell-troubles.use-case.ts';
import { TroubleBell } from './trouble-bell.job.ts';
import { UnsubscribeController } from './unsubscribe.controller.ts';
import { Unsubscribe } from './unsubscribe.use-case.ts';

/** Reports that arrive: who has had which, the schedule, and the e-mails. */
@Module({
  imports: [ScheduleModule.forRoot(), AnalyticsModule, ReportingModule],
  controllers: [
    AllSubscriptionsController,
    SubscriptionGroupsController,
    BouncesApiController,
    ErrataController,
    DeliveriesController,
    LinksController,
    OwnSubscriptionsController,
    UnsubscribeController,
  ],
  providers: [
    {
      provide: Ledger,
      inject: [DATABASE, Clock, CurrentSettings, GroupMembers],
      useFactory: (db: Database, clock: Clock, settings: CurrentSettings, groups: GroupMembers) =>
        new Ledger(db, clock, settings, groups),
    },
    {
      provide: DeliveryRequests,
      inject: [DATABASE, Clock, Ledger, JobQueue, Audit],
      useFactory: (db: Database, clock: Clock, ledger: Ledger, jobs: JobQueue, audit: Audit) =>
        new DeliveryRequests({ db, clock, ledger, jobs, audit }),
    },
    {
      provide: DeliverPeriod,
      inject: [
        DATABASE,
        Clock,
        Mailer,
        CONFIG,
        Reports,
        Audit,
        IssueLinks,
        Ledger,
        CurrentSettings,
        RecipientRules,
      ],
      useFactory: (
        db: Database,
        clock: Clock,
        mailer: Mailer,
        config: Config,
        reports: Reports,
        audit: Audit,
        links: IssueLinks,
        ledger: Ledger,
        settings: CurrentSettings,
        rules: RecipientRules,
      ) =>
        new DeliverPeriod({
          db,
          clock,
          mailer,
          config,
          audit,
          ledger,
          settings,
          rules,
          linkKey: () => links.key(),
          frozen: (issue) => reports.frozen(issue),
          issueReport: ({ pillar, country, donor, ...edition }) =>
            reports.issue({
              ...edition,
              pillar: pillar ?? undefined,
              country: country ?? undefined,
              donor: donor ?? undefined,
            }),
        }),
    },
    {
      provide: IssueApprovals,
      inject: [DATABASE, Clock, Ledger, JobQueue, Audit],
      useFactory: (db: Database, clock: Clock, ledger: Ledger, jobs: JobQueue, audit: Audit) =>
        new IssueApprovals({ db, clock, ledger, jobs, audit }),
    },
    GroupMembers,
    BounceBell,
    Bounces,
    ReadBounces,
    IssueLinks,
    OwnSubscriptions,
    SampleMails,
    SliceNaming,
    SubscriptionGroups,
    SubscriptionRows,
    TellTroubles,
    TroubleBell,
    Unsubscribe,
    DeliveryBell,
    DeliveryOnDesk,
    DeliveryWatch,
    Errata,
    ErrataBell,
    ErrataMails,
    ErrataRequests,
    FindErrata,
    ReadersOfIssues,
    RecipientRules,
    {
      provide: DeliverErrata,
      inject: [
        DATABASE,
        Clock,
        Mailer,
        CONFIG,
        Audit,
        IssueLinks,
        CurrentSettings,
        Errata,
        ErrataMails,
        RecipientRules,
      ],
      useFactory: (
        db: Database,
        clock: Clock,
        mailer: Mailer,
        config: Config,
        audit: Audit,
        links: IssueLinks,
        settings: CurrentSettings,
        errata: Errata,
        words: ErrataMails,
        rules: RecipientRules,
      ) =>
        new DeliverErrata({
          ...{ db, clock, mailer, config, audit, settings, errata, words, rules },
          linkKey: () => links.key(),
        }),
    },
  ],
  exports: [BounceBell, DeliverPeriod, DeliveryRequests, DeliveryBell, ErrataBell, Ledger, TroubleBell],
})
export class DeliveryModule {}
