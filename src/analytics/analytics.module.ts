import { Module } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE, READS } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import type { Reads } from '../platform/database/reads.ts';
import { AgreementController } from './agreement.controller.ts';
import { Agreements } from './agreements.use-case.ts';
import { ApiController } from './api.controller.ts';
import { ChangesController } from './changes.controller.ts';
import { ChartRoom } from './chart-room.adapter.ts';
import { DownloadController } from './download.controller.ts';
import { EvidenceOfFigures } from './evidence-of-figures.use-case.ts';
import { Exports } from './exports.use-case.ts';
import { FactsRepository } from './facts.repository.ts';
import { FiguresRepository } from './figures.repository.ts';
import { IndexesController } from './indexes.controller.ts';
import { ListsController } from './lists.controller.ts';
import { Movements } from './movements.use-case.ts';
import { PageAnswers } from './page-answers.use-case.ts';
import { PagesController } from './pages.controller.ts';
import { ProofController } from './proof.controller.ts';
import { RecordsController } from './records.controller.ts';
import { RowHands } from './row-hands.use-case.ts';
import { RowHistories } from './row-histories.use-case.ts';
import { SuggestionsController } from './suggestions.controller.ts';
import { TotalProofs } from './total-proofs.use-case.ts';
import { Views } from './views.use-case.ts';

/** Totals, dashboards and the rows behind them: reads what the other features keep, and changes nothing. */
@Module({
  controllers: [
    AgreementController,
    ApiController,
    ChangesController,
    DownloadController,
    IndexesController,
    ListsController,
    PagesController,
    ProofController,
    RecordsController,
    SuggestionsController,
  ],
  providers: [
    { provide: FactsRepository, useFactory: (db) => new FactsRepository(db), inject: [DATABASE] },
    {
      provide: FiguresRepository,
      useFactory: (db: Database, reads: Reads, facts: FactsRepository, clock: Clock) =>
        new FiguresRepository(db, facts, () => clock.now(), { reads }),
      inject: [DATABASE, READS, FactsRepository, Clock],
    },
    Agreements,
    ChartRoom,
    Exports,
    Movements,
    PageAnswers,
    RowHands,
    RowHistories,
    EvidenceOfFigures,
    TotalProofs,
    Views,
  ],
  exports: [Exports, FiguresRepository, Movements, Views],
})
export class AnalyticsModule {}
