import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, Visiting } from '../access/index.ts';
import { Views, withPrograms } from '../analytics/index.ts';
import { isOpen } from '../core/entry/submission.ts';
import { DomainError } from '../core/errors.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import { CSV_START, csvLines } from '../platform/csv/write-csv.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { sheetMessages } from '../web/i18n/messages/sheets.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import { Approvals } from './approvals.use-case.ts';
import { authorOf, type EntryVisit, entryQuery, formFields } from './entry.controller.ts';
import { isSound, type RowCheck } from './plan-entered.ts';
import { mendField, SHEET_FORM, SheetPage } from './sheet.page.tsx';
import { programsIn } from './submission-words.ts';
import type { Known, Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { changedMeanwhile, Submissions, seenOf, type TwinAnswers } from './submissions.use-case.ts';

/** The totals of more rows take longer than somebody waits for a page. */
const MOST_PREVIEWED = 500;

const FORM = (name: string): PageForm => ({ name, words: entryErrors, fields: {} });
const NOTICES = { submitted: sheetMessages.doneSubmitted, mended: sheetMessages.doneMended };

/** Rows that were entered at once: mended, answered for, and submitted together. */
@ApiExcludeController()
@Controller()
export class SheetsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly approvals: Approvals,
    private readonly views: Views,
  ) {}

  @Get('sheets/:together')
  async show(@Visiting(entryQuery) visit: EntryVisit, @Param('together') group: string): Promise<void> {
    visit.show(await this.sheet(visit, await this.rowsOf(visit, group), null));
  }

  @Post('sheets/:together')
  async submit(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('together') group: string,
    @Body({ schema: formFields }) body: z.output<typeof formFields>,
  ): Promise<void> {
    const rows = await this.rowsOf(visit, group);
    const author = authorOf(visit);
    const open = rows.filter((row) => row.author === author.account && isOpen(row.status));
    const answers = await this.answersIn(visit, open, body);
    const mended = mendedIn(this.submissions.kindOf(rows[0].kind), open, body);
    const accepts = (body.accepts ?? '') !== '';
    const submits = body.do !== 'mend';
    return visit.submit(
      FORM(SHEET_FORM),
      async () => {
        const seen = knownIn(open, body);
        if (submits) await this.submissions.submitTogether(author, seen, { accepts, answers, mended });
        else await this.submissions.changeTogether(author, seen, { answers, mended });
      },
      {
        done: `/sheets/${group}?done=${submits ? 'submitted' : 'mended'}`,
        refused: (refusal) => this.sheet(visit, rows, refusal),
      },
    );
  }

  @Post('sheets/:together/discard')
  async discard(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('together') group: string,
    @Body({ schema: formFields }) body: z.output<typeof formFields>,
  ): Promise<void> {
    const author = authorOf(visit);
    const rows = await this.rowsOf(visit, group);
    const open = rows.filter((row) => row.author === author.account && isOpen(row.status));
    await this.submissions.discardTogether(author, knownIn(open, body));
    visit.goTo('/desk?done=discarded');
  }

  /** The rows that are not taken, each with its reasons, as a file that can be mended and brought again. */
  @Get('sheets/:together/faults.csv')
  async faults(@Visiting(entryQuery) visit: EntryVisit, @Param('together') group: string): Promise<void> {
    const rows = await this.rowsOf(visit, group);
    const checks = await this.checksOf(visit, rows);
    const troubled = rows.filter(
      ({ id }) => !isSound(checks.get(id) ?? { errors: [], question: null, doubts: [] }),
    );
    const [first] = rows;
    const columns = this.submissions
      .kindOf(first.kind)
      .columns.known.filter((column) => troubled.some(({ cells }) => (cells[column] ?? '') !== ''));
    const lines = troubled.map((row) => {
      const check = checks.get(row.id);
      const said = [
        ...errorsByColumn(visit.edition, check?.errors ?? []).values(),
        check?.question?.says ?? '',
      ];
      return [...columns.map((column) => row.cells[column] ?? ''), said.filter(Boolean).join(' ')];
    });
    visit.reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="rows-to-mend.csv"')
      .type('text/csv; charset=utf-8')
      .send(Buffer.from(CSV_START + csvLines([[...columns, ''], ...lines])));
  }

  private async rowsOf(visit: EntryVisit, group: string): Promise<readonly [Submission, ...Submission[]]> {
    const found = z.uuid().safeParse(group).success
      ? await this.submissions.together(keeperOf(visit.request), group)
      : [];
    const [first, ...others] = found;
    if (first !== undefined) return [first, ...others];
    throw new DomainError('ENTRY.UNKNOWN', 'There is no such sheet.', { kind: 'missing' });
  }

  private async checksOf(
    visit: EntryVisit,
    rows: readonly Submission[],
  ): Promise<ReadonlyMap<string, RowCheck>> {
    const author = authorOf(visit);
    const open = rows.filter((row) => row.author === author.account && isOpen(row.status));
    return open.length === 0 ? new Map() : this.submissions.check(author, open);
  }

  private async sheet(
    visit: EntryVisit,
    rows: readonly [Submission, ...Submission[]],
    refusal: Refusal | null,
  ): Promise<VNode> {
    const author = authorOf(visit);
    const checks = await this.checksOf(visit, rows);
    const sound = rows.filter(({ id }) => {
      const check = checks.get(id);
      return check !== undefined && isSound(check);
    });
    const isPreviewed = sound.length > 0 && sound.length <= MOST_PREVIEWED;
    const view = await this.views.forPage(visit.request.scope, visit.edition.language);
    return SheetPage({
      frame: visit.frame({ notices: NOTICES, path: `/sheets/${rows[0].together}` }),
      view: await withPrograms(view, programsIn(rows.map(({ cells }) => cells))),
      kind: this.submissions.kindOf(rows[0].kind),
      rows,
      isOwn: rows[0].author === author.account,
      checks,
      seen: seenOf(rows.filter(({ id }) => checks.has(id))),
      preview: isPreviewed ? await this.approvals.preview(author, sound) : null,
      page: visit.query.page ?? 1,
      refusal,
    });
  }

  /** What is said of the rows that look like others: of each, else of all. */
  private async answersIn(
    visit: EntryVisit,
    open: readonly Submission[],
    body: z.output<typeof formFields>,
  ): Promise<ReadonlyMap<string, TwinAnswers>> {
    const all = answerIn(body.twins);
    const each = new Map(
      open.flatMap((row) => {
        const twin = answerIn(body[`twin-${row.id}`]);
        return twin === null
          ? []
          : [[row.id, { twin, twinRef: refOf(twin, body[`like-${row.id}`]) }] as const];
      }),
    );
    if (all === null) return each;
    const checks = await this.submissions.check(authorOf(visit), open);
    return new Map(
      open.flatMap((row) => {
        const own = each.get(row.id);
        const question = checks.get(row.id)?.question ?? null;
        if (own !== undefined || question === null) return own === undefined ? [] : [[row.id, own] as const];
        const like = 'ref' in question.like ? question.like.ref : '';
        return [[row.id, { twin: all, twinRef: refOf(all, like) }] as const];
      }),
    );
  }
}

function answerIn(given: string | undefined): 'same' | 'another' | null {
  return given === 'same' || given === 'another' ? given : null;
}

function refOf(answer: 'same' | 'another', like: string | undefined): string | null {
  return answer === 'same' && like !== undefined && like !== '' ? like : null;
}

/** Open rows as their reader has seen them. @throws DomainError `ENTRY.CHANGED_MEANWHILE` (refused) */
function knownIn(open: readonly Submission[], { seen }: z.output<typeof formFields>): readonly Known[] {
  if (seen !== seenOf(open)) throw changedMeanwhile();
  return open.map(({ id, version }) => ({ id, version }));
}

/** Cells that somebody typed anew, of open rows, by their ids. */
function mendedIn(
  { columns: { known } }: ImportKind,
  open: readonly Submission[],
  body: z.output<typeof formFields>,
): ReadonlyMap<string, Cells> {
  return new Map(
    open.flatMap((row) => {
      const typed = known.flatMap((column) => {
        const cell = body[mendField(row.id, column)]?.trim();
        return cell === undefined || cell === (row.cells[column] ?? '') ? [] : [[column, cell] as const];
      });
      return typed.length === 0 ? [] : [[row.id, Object.fromEntries(typed)] as const];
    }),
  );
}
