import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { DrawingRoom } from './drawing-room.adapter.ts';
import { ReportsController } from './reports.controller.ts';
import { Reports } from './reports.use-case.ts';

/** Reports as PDF: made on request, or issued once and kept. */
@Module({
  imports: [AnalyticsModule],
  controllers: [ReportsController],
  providers: [DrawingRoom, Reports],
  exports: [Reports],
})
export class ReportingModule {}
