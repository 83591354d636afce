import { Module } from '@nestjs/common';
import { AnalyticsModule } from '../analytics/analytics.module.ts';
import { AnswersEnd } from './api/answers-end.job.ts';
import { ApprovalsApiController } from './api/approvals-api.controller.ts';
import { EvidenceApiController } from './api/evidence-api.controller.ts';
import { FollowUpApiController } from './api/follow-up-api.controller.ts';
import { LargeFilesApiController } from './api/large-files-api.controller.ts';
import { SubmissionsApiController } from './api/submissions-api.controller.ts';
import { Writing } from './api/writing.use-case.ts';
import { ApprovalsController } from './approvals.controller.ts';
import { Approvals } from './approvals.use-case.ts';
import { BroughtFiles } from './brought-files.use-case.ts';
import { ClosingController } from './closing.controller.ts';
import { Closing } from './closing.use-case.ts';
import { DeskController } from './desk.controller.ts';
import { Due } from './due.use-case.ts';
import { EntryController } from './entry.controller.ts';
import { EvidenceController } from './evidence/evidence.controller.ts';
import { Evidence } from './evidence/evidence.use-case.ts';
import { EvidenceFileController } from './evidence/evidence-file.controller.ts';
import { GapsController } from './gaps.controller.ts';
import { ImportsController } from './imports.controller.ts';
import { LargeFileBell } from './large/large-file-bell.job.ts';
import { LargeFileWork } from './large/large-file-work.use-case.ts';
import { LargeFilesController } from './large/large-files.controller.ts';
import { LargeFiles } from './large/large-files.use-case.ts';
import { OddValuesOnDesk } from './odd-values.use-case.ts';
import { UnfinishedSheets } from './open-sheets.use-case.ts';
import { ReminderBell } from './reminders/reminder-bell.job.ts';
import { RemindersController } from './reminders/reminders.controller.ts';
import { Reminders } from './reminders/reminders.use-case.ts';
import { SendReminder } from './reminders/send-reminder.use-case.ts';
import { SharesController } from './shares.controller.ts';
import { SheetsController } from './sheets.controller.ts';
import { Submissions } from './submissions.use-case.ts';
import { EntryTableController } from './table.controller.ts';
import { TakingBack } from './taking-back.use-case.ts';

/** What people enter, and how it comes to count. */
@Module({
  imports: [AnalyticsModule],
  controllers: [
    DeskController,
    EntryTableController,
    SharesController,
    EntryController,
    ImportsController,
    LargeFilesController,
    SheetsController,
    ApprovalsController,
    ClosingController,
    SubmissionsApiController,
    ApprovalsApiController,
    EvidenceApiController,
    LargeFilesApiController,
    FollowUpApiController,
    EvidenceController,
    EvidenceFileController,
    GapsController,
    RemindersController,
  ],
  providers: [
    AnswersEnd,
    Approvals,
    BroughtFiles,
    Closing,
    Due,
    Evidence,
    LargeFileBell,
    LargeFileWork,
    LargeFiles,
    OddValuesOnDesk,
    ReminderBell,
    Reminders,
    SendReminder,
    Submissions,
    TakingBack,
    UnfinishedSheets,
    Writing,
  ],
})
export class EntryModule {}
