import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, type Visit, Visiting } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { isRegion } from '../core/dimension.ts';
import { TABLE_COLUMNS, tableColumns } from '../core/entry/entry-table.ts';
import { isPeriodKey } from '../core/period.ts';
import type { Result } from '../core/result.ts';
import { LANGUAGES } from '../core/text.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { sheetMessages } from '../web/i18n/messages/sheets.ts';
import { authorOf, formFields, programsToChoose } from './entry.controller.ts';
import { cellsWithSign, decimalIn } from './entry-form.ts';
import type { EnteredRow } from './plan-entered.ts';
import { Submissions } from './submissions.use-case.ts';
import { cellField, shownIn, type TableAsked, TablePage, type TablePageProps } from './table.page.tsx';
import { type TableCell, tableCells, tableRows } from './table-of-results.ts';
import { codeMeant } from './typed-codes.ts';

const line = (most: number) => z.string({ error: 'takes one value' }).max(most).default('');
const asked = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  program: line(200),
  across: z.enum(TABLE_COLUMNS, { error: `takes one of ${TABLE_COLUMNS.join(', ')}` }).default('months'),
  period: line(7),
  place: line(200),
  indicators: line(4_000),
});
type TableVisit = Visit<z.output<typeof asked>>;

const FORM: PageForm = { name: 'table', words: entryErrors, fields: {} };
/** More rows, or columns, are for a file. */
const MOST_ROWS = 30;
const MOST_COLUMNS = 24;
/** Figures of a programme that are looked through. */
const MOST_FIGURES = 2_000;
/** Of one's own that wait or are drafts. */
const MOST_OWN = 2_000;

interface Prepared extends Pick<TablePageProps, 'view' | 'asked' | 'programs' | 'table' | 'sign' | 'fault'> {}

/** Many results at once, as a table: for whoever enters figures. */
@ApiExcludeController()
@Controller('entry/table')
export class EntryTableController {
  constructor(
    private readonly submissions: Submissions,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Visiting(asked) visit: TableVisit): Promise<void> {
    const prepared = await this.prepare(visit, visit.query);
    visit.show(this.page(visit, prepared, {}, null));
  }

  /** Saves what differs from what is there: each cell is a row that waits for approval. */
  @Post()
  async save(
    @Visiting(asked) visit: TableVisit,
    @Body({ schema: formFields }) body: z.output<typeof formFields>,
  ): Promise<void> {
    const prepared = await this.prepare(visit, asked.parse({ ...body, lang: visit.query.lang }));
    const author = authorOf(visit);
    const typed = this.typedIn(prepared, body);
    if (typed.length === 0) {
      const fault = prepared.fault ?? visit.edition.t(sheetMessages.nothingTyped);
      return visit.show(this.page(visit, { ...prepared, fault }, body, null), { status: 422 });
    }
    const rows = await Promise.all(
      typed.map(async ({ cell, value }, index) => ({
        ...(await this.rowOf(visit, cell, value, prepared.sign)),
        place: index + 1,
      })),
    );
    const replaced = typed.flatMap(({ cell: { pending } }) => (pending === null ? [] : [pending]));
    return visit.submit(
      FORM,
      () => this.submissions.saveTogether(author, 'results', rows, { origin: 'page', replaces: replaced }),
      {
        done: ([first]) => `/sheets/${first?.submission.together}?done=submitted`,
        refused: (refusal) => this.page(visit, prepared, body, refusal),
      },
    );
  }

  /** The cells in which something else stands than is there. */
  private typedIn({ table, sign }: Prepared, body: z.output<typeof formFields>) {
    return (table?.cells ?? []).flatMap((cells, row) =>
      cells.flatMap((cell, column) => {
        const value = body[cellField(row, column)]?.trim() ?? '';
        const isOpen = cell.pending !== null || cell.counting.length <= 1;
        return isOpen && value !== '' && value !== shownIn(cell, sign) ? [{ cell, value }] : [];
      }),
    );
  }

  /** What corrects a figure keeps all that it says, but for the value. */
  private async rowOf(
    visit: TableVisit,
    { cells, counting }: TableCell,
    value: string,
    sign: Prepared['sign'],
  ): Promise<EnteredRow> {
    const [figure] = counting;
    const stored =
      figure === undefined
        ? null
        : await this.submissions.stored(keeperOf(visit.request), 'results', figure.id);
    const said = stored === null ? cells : cellsWithSign(stored.cells, sign);
    return { cells: { ...said, value }, decimal: sign, twin: null, twinRef: null };
  }

  private async prepare(visit: TableVisit, given: z.output<typeof asked>): Promise<Prepared> {
    const { language, t } = visit.edition;
    const view = await this.views.forPage(visit.request.scope, language);
    const program = await codeMeant(view, 'program', given.program);
    const place = await codeMeant(view, 'country', given.place);
    const question: TableAsked = {
      program,
      across: given.across,
      period: isPeriodKey(given.period) ? given.period : view.today.slice(0, 4),
      place,
      indicators: given.indicators,
    };
    const sign = decimalIn(language);
    const programs = await programsToChoose(view);
    const base = { view, asked: question, programs, sign };
    if (program === '') return { ...base, table: null, fault: null };
    const found = await view.figures.program(program);
    if (found === null) return { ...base, table: null, fault: t(entryErrors['ENTRY.NOT_YOURS']) };
    const filter = { program };
    const { rows: all } = await view.figures.results({ filter, kind: 'actual' }, { limit: MOST_FIGURES });
    const counting: readonly Result[] = all.filter((result) => result.program === program);
    const named = given.indicators
      .split(/\r?\n/)
      .map((each) => each.trim())
      .filter((each) => each !== '');
    const rows = tableRows(view, named, all).slice(0, MOST_ROWS);
    if (rows.length === 0) return { ...base, table: null, fault: t(sheetMessages.noIndicators) };
    const countries = found.program.places.map(({ code }) => code).filter((code) => !isRegion(code));
    const columns = tableColumns(question.across, question.period, countries).slice(0, MOST_COLUMNS);
    if (columns.length === 0) return { ...base, table: null, fault: t(sheetMessages.noCountries) };
    const own = await this.submissions.own(
      keeperOf(visit.request),
      ['draft', 'returned', 'submitted'],
      MOST_OWN,
    );
    const of = { program, place, rows, columns };
    return { ...base, table: { of, cells: tableCells(view, of, counting, own) }, fault: null };
  }

  private page(
    visit: TableVisit,
    prepared: Prepared,
    typed: Readonly<Record<string, string>>,
    refusal: Refusal | null,
  ): VNode {
    const path = `/entry/table?${new URLSearchParams({ ...prepared.asked })}`;
    return TablePage({ frame: visit.frame({ path }), ...prepared, typed, refusal });
  }
}
