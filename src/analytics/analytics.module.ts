import { Module } from '@nestjs/common';
import { DATABASE } from '../platform/database/database.module.ts';
import { ApiController } from './api.controller.ts';
import { FactsRepository } from './facts.repository.ts';
import { PagesController } from './pages.controller.ts';
import { Views } from './views.use-case.ts';

/** Totals, dashboards and the rows behind them: reads what the other features keep, and changes nothing. */
@Module({
  controllers: [ApiController, PagesController],
  providers: [
    { provide: FactsRepository, useFactory: (db) => new FactsRepository(db), inject: [DATABASE] },
    Views,
  ],
  exports: [FactsRepository, Views],
})
export class AnalyticsModule {}
