import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { DeskNotices, keeperOf, type Visit, Visiting } from '../access/index.ts';
import { Views, withPrograms } from '../analytics/index.ts';
import { may } from '../core/visibility/rights.ts';
import { deskMessages } from '../web/i18n/messages/entry.ts';
import { oddMessages } from '../web/i18n/messages/odd-values.ts';
import { Approvals } from './approvals.use-case.ts';
import { DeskPage } from './desk.page.tsx';
import { Due } from './due.use-case.ts';
import { authorOf } from './entry.controller.ts';
import { LargeFiles } from './large/large-files.use-case.ts';
import { OddValuesOnDesk } from './odd-values.use-case.ts';
import { UnfinishedSheets } from './open-sheets.use-case.ts';
import { Reminders } from './reminders/reminders.use-case.ts';
import { programsIn } from './submission-words.ts';
import { Submissions } from './submissions.use-case.ts';

const confirming = z.object({ id: z.uuid() });

const NOTICES = {
  right: oddMessages.done,
  submitted: deskMessages.doneSubmitted,
  discarded: deskMessages.doneDiscarded,
};
/** Rows of one state. */
const MOST_ROWS = 20;
/** Files that are taken as one thing. */
const MOST_LARGE = 10;

/** Where whoever enters or approves figures begins the day. */
@ApiExcludeController()
@Controller('desk')
export class DeskController {
  constructor(
    private readonly submissions: Submissions,
    private readonly approvals: Approvals,
    private readonly due: Due,
    private readonly odd: OddValuesOnDesk,
    private readonly large: LargeFiles,
    private readonly unfinished: UnfinishedSheets,
    private readonly reminders: Reminders,
    private readonly views: Views,
    private readonly notices: DeskNotices,
  ) {}

  @Get()
  async desk(@Visiting() visit: Visit): Promise<void> {
    const keeper = keeperOf(visit.request);
    const { rights } = keeper.scope;
    const { language } = visit.edition;
    const rowsIn = (status: 'returned' | 'draft' | 'submitted' | 'approved') =>
      this.submissions.own(keeper, [status], MOST_ROWS);
    const view = await this.views.forPage(keeper.scope, language);
    const [due, late, odd, waiting, counts, returned, draft, submitted, approved] = await Promise.all([
      rights.entersFigures === 'named' ? this.due.own(keeper, view.today) : null,
      rights.approvesFigures ? this.due.late(keeper, view.today) : null,
      rights.approvesFigures ? this.odd.find(keeper) : null,
      rights.approvesFigures ? this.approvals.countWaiting(keeper) : null,
      this.submissions.counts(keeper),
      rowsIn('returned'),
      rowsIn('draft'),
      rowsIn('submitted'),
      rowsIn('approved'),
    ]);
    const told = [...(due?.rows ?? []), ...(late?.programs ?? []), ...(odd?.approved.rows ?? [])];
    visit.show(
      DeskPage({
        frame: visit.frame({ notices: NOTICES, path: '/desk' }),
        view: await withPrograms(view, [
          ...told.map(({ program }) => program),
          ...programsIn([...returned, ...draft, ...submitted, ...approved].map(({ cells }) => cells)),
          ...programsIn((odd?.waiting ?? []).map(({ submission }) => submission.cells)),
        ]),
        due,
        late,
        odd,
        reminded: await this.reminders.lastOf((late?.programs ?? []).map(({ program }) => program)),
        mayEnter: may(rights, 'entersFigures'),
        waiting,
        own: { returned, draft, submitted, approved },
        counts,
        sheets: await this.unfinished.of(authorOf(visit)),
        large: await this.large.onDesk(keeper, MOST_LARGE),
        notices: await this.notices.of(rights, visit.edition),
      }),
    );
  }

  /** A figure that looks odd is right. */
  @Post('right')
  async right(
    @Visiting() visit: Visit,
    @Body({ schema: confirming }) { id }: z.output<typeof confirming>,
  ): Promise<void> {
    await this.odd.confirm(authorOf(visit), id);
    visit.goTo('/desk?done=right');
  }
}
