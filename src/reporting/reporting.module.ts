import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { Clock } from '../platform/clock/clock.ts';
import { ChangedSince } from './changed-since.use-case.ts';
import { DrawingRoom } from './drawing-room.adapter.ts';
import { FiguresSince } from './figures-since.use-case.ts';
import { OwnReportsController } from './own/own-reports.controller.ts';
import { OwnReports } from './own/own-reports.use-case.ts';
import { type ReportFile, ReportFiles } from './report-files.use-case.ts';
import { ReportJobs } from './report-jobs.ts';
import { ReportOrders } from './report-orders.use-case.ts';
import { ReportViews } from './report-views.use-case.ts';
import { ReportsController } from './reports.controller.ts';
import { Reports } from './reports.use-case.ts';
import { SentIssues } from './sent-issues.use-case.ts';

/** Reports as PDF: made on request, or issued once and kept. */
@Module({
  imports: [AnalyticsModule],
  // What names no report of ours comes last.
  controllers: [OwnReportsController, ReportsController],
  providers: [
    ChangedSince,
    DrawingRoom,
    FiguresSince,
    OwnReports,
    ReportOrders,
    ReportViews,
    Reports,
    ReportFiles,
    SentIssues,
    {
      provide: ReportJobs,
      useFactory: (clock: Clock) => new ReportJobs<ReportFile>(() => clock.now().getTime()),
      inject: [Clock],
    },
  ],
  exports: [Reports, ReportOrders, SentIssues],
})
export class ReportingModule {}
