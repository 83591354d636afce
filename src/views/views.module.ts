import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { SavedViewsController } from './saved-views.controller.ts';
import { SavedViews } from './saved-views.use-case.ts';

/** Pages with their filters that people keep under a name. */
@Module({
  imports: [AnalyticsModule],
  controllers: [SavedViewsController],
  providers: [SavedViews],
})
export class ViewsModule {}
