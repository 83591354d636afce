import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, type Visit, Visiting } from '../access/index.ts';
import { type NamedView, Views, withPrograms } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import { approvalMessages } from '../web/i18n/messages/approvals.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { ApprovalsPage, type ChosenRows, MOST_REVIEWED, ReviewPage } from './approvals.page.tsx';
import { Approvals, MOST_AT_ONCE } from './approvals.use-case.ts';
import { authorOf } from './entry.controller.ts';
import { Evidence } from './evidence/evidence.use-case.ts';
import { LargeFiles } from './large/large-files.use-case.ts';
import { programsIn } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { changedMeanwhile, Submissions, seenOf } from './submissions.use-case.ts';

const idList = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).max(MOST_AT_ONCE)], {
    error: `takes ids, ${MOST_AT_ONCE} at most`,
  })
  .default([]);
const query = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  id: idList,
  /** After which the page goes on: when it was submitted, and what it was saved with. */
  after: z
    .string()
    .regex(/^\d{1,16}_[0-9a-f-]{36}$/)
    .optional(),
});
type ApprovalsVisit = Visit<z.output<typeof query>>;

/** Rows by their ids, those of what was saved at once, and which of them are left out. */
const rows = { id: idList, group: idList, without: idList };
/** Of rows that are listed with a box, those without a tick are left out. */
const choosing = z.object({ ...rows, listed: idList });
const deciding = z.object({
  ...rows,
  digest: z.string().max(100).default(''),
  seen: z.string().max(100).default(''),
  comment: z
    .string()
    .max(2_000, { error: 'takes at most 2000 characters' })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
    .default(''),
});

const form = (name: string): PageForm => ({ name, words: entryErrors, fields: {} });
const NOTICES = { approved: approvalMessages.doneApproved, returned: approvalMessages.doneReturned };
/** Rows of one page of the list. */
const PAGE_ROWS = 50;
/** Large files that are listed, those that wait longest first. */
const MOST_LARGE = 20;

/** Decisions about what others entered: for whoever approves figures. */
@ApiExcludeController()
@Controller('approvals')
export class ApprovalsController {
  constructor(
    private readonly approvals: Approvals,
    private readonly submissions: Submissions,
    private readonly views: Views,
    private readonly evidence: Evidence,
    private readonly large: LargeFiles,
  ) {}

  @Get()
  async list(@Visiting(query) visit: ApprovalsVisit): Promise<void> {
    visit.show(await this.page(visit, null));
  }

  /** A review has an address, so that it can be looked at again and sent to somebody; of nothing, the list. */
  @Get('review')
  async look(@Visiting(query) visit: ApprovalsVisit): Promise<void> {
    const { id } = visit.query;
    visit.show(id.length === 0 ? await this.page(visit, null) : await this.review(visit, id));
  }

  @Post('review')
  async choose(
    @Visiting(query) visit: ApprovalsVisit,
    @Body({ schema: choosing }) { listed, ...given }: z.output<typeof choosing>,
  ): Promise<void> {
    const without = [...given.without, ...listed.filter((id) => !given.id.includes(id))];
    const chosen = await this.chosenBy(visit, { ...given, without });
    return visit.submit(
      form('approvals'),
      async () => {
        if (chosen.length === 0)
          throw new DomainError('APPROVAL.NOTHING', 'Nothing was chosen.', { kind: 'call' });
        return this.review(visit, chosen);
      },
      { done: (page) => page, refused: (refusal) => this.page(visit, refusal) },
    );
  }

  @Post('approve')
  async approve(
    @Visiting(query) visit: ApprovalsVisit,
    @Body({ schema: deciding }) { digest, ...given }: z.output<typeof deciding>,
  ): Promise<void> {
    const chosen = await this.chosenBy(visit, given);
    return visit.submit(form('approve'), () => this.approvals.approve(authorOf(visit), chosen, digest), {
      done: '/approvals?done=approved',
      refused: (refusal) => this.again(visit, chosen, refusal, ''),
    });
  }

  @Post('return')
  async giveBack(
    @Visiting(query) visit: ApprovalsVisit,
    @Body({ schema: deciding }) { seen, comment, ...given }: z.output<typeof deciding>,
  ): Promise<void> {
    const chosen = await this.chosenBy(visit, given);
    return visit.submit(
      form('return'),
      async () => {
        // What was submitted to a group since is not given back unseen.
        const rows = await this.approvals.chosen(keeperOf(visit.request), chosen);
        if (given.group.length > 0 && seen !== seenOf(rows)) throw changedMeanwhile();
        return this.approvals.giveBack(authorOf(visit), chosen, comment);
      },
      {
        done: '/approvals?done=returned',
        refused: (refusal) => this.again(visit, chosen, refusal, comment),
      },
    );
  }

  /** Rows that are named one by one, and those that wait of what was saved at once, but for some. */
  private async chosenBy(
    visit: ApprovalsVisit,
    { id, group, without }: ChosenRows,
  ): Promise<readonly string[]> {
    const waiting = await this.approvals.waitingOf(keeperOf(visit.request), group);
    const out = new Set(without);
    return [...new Set([...id, ...waiting.map((row) => row.id)])].filter((each) => !out.has(each));
  }

  /** The same rows in few words: many of them by what they were saved with, and which of that are not among them. */
  private async named(visit: ApprovalsVisit, rows: readonly Submission[]): Promise<ChosenRows> {
    if (rows.length <= MOST_REVIEWED) return { id: rows.map(({ id }) => id), group: [], without: [] };
    const named = { id: [] as string[], group: [] as string[], without: [] as string[] };
    for (const [together, some] of Map.groupBy(rows, (row) => row.together)) {
      const waiting = await this.approvals.waitingOf(keeperOf(visit.request), [together]);
      const chosen = new Set(some.map(({ id }) => id));
      const out = waiting.flatMap(({ id }) => (chosen.has(id) ? [] : [id]));
      if (out.length < some.length) {
        named.group.push(together);
        named.without.push(...out);
      } else named.id.push(...chosen);
    }
    return named;
  }

  /** The review of what still waits of it; of nothing, the list. */
  private async again(
    visit: ApprovalsVisit,
    ids: readonly string[],
    refusal: Refusal,
    comment: string,
  ): Promise<VNode> {
    const left = await this.approvals.chosen(keeperOf(visit.request), ids);
    const others = left.filter(({ author }) => author !== visit.person.account);
    if (others.length === 0) return this.page(visit, { ...refusal, form: 'approvals' });
    return this.review(
      visit,
      others.map(({ id }) => id),
      refusal,
      comment,
    );
  }

  private async review(
    visit: ApprovalsVisit,
    ids: readonly string[],
    refusal: Refusal | null = null,
    comment = '',
  ): Promise<VNode> {
    const review = await this.approvals.review(authorOf(visit), ids);
    const rows = review.items.map(({ submission }) => submission);
    return ReviewPage({
      frame: visit.frame({
        path: `/approvals/review?${new URLSearchParams(ids.slice(0, PAGE_ROWS).map((id) => ['id', id]))}`,
      }),
      view: await this.view(visit, [
        ...rows.map(({ cells }) => cells),
        ...review.items.flatMap(({ after }) => (after === null ? [] : [after])),
      ]),
      review,
      chosen: await this.named(visit, rows),
      seen: seenOf(await this.approvals.chosen(keeperOf(visit.request), ids)),
      kindOf: ({ kind }) => this.submissions.kindOf(kind),
      refusal,
      comment,
    });
  }

  private async page(visit: ApprovalsVisit, refusal: Refusal | null): Promise<VNode> {
    const keeper = keeperOf(visit.request);
    const [at, together = ''] = visit.query.after?.split('_') ?? [];
    const found = await this.approvals.waiting(keeper, {
      after: at === undefined ? null : { at: new Date(Number(at)), together },
      limit: PAGE_ROWS + 1,
    });
    const groups = found.slice(0, PAGE_ROWS);
    const last = groups.at(-1)?.first;
    return ApprovalsPage({
      frame: visit.frame({ notices: NOTICES, path: '/approvals' }),
      view: await this.view(
        visit,
        groups.map(({ first }) => first.cells),
      ),
      groups,
      count: await this.approvals.countWaiting(keeper),
      account: visit.person.account,
      next:
        found.length > PAGE_ROWS && last !== undefined
          ? `/approvals?after=${last.submittedAt?.getTime() ?? 0}_${last.together}`
          : null,
      refusal,
      evidence: await this.evidence.waiting(authorOf(visit), PAGE_ROWS),
      large: await this.large.waiting(keeper, MOST_LARGE),
    });
  }

  private async view(visit: ApprovalsVisit, rows: readonly Cells[]): Promise<NamedView> {
    const view = await this.views.forPage(visit.request.scope, visit.edition.language);
    return withPrograms(view, programsIn(rows));
  }
}
