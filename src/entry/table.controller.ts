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
import type { Edition } from '../web/edition.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { sheetMessages } from '../web/i18n/messages/sheets.ts';
import { authorOf, formFields, programsToChoose } from './entry.controller.ts';
import { cellsInSign, cellsWithSign, decimalIn } from './entry-form.ts';
import { breakdownWith, partsDown, restOf } from './parts-down.ts';
import type { EnteredRow } from './plan-entered.ts';
import { Submissions } from './submissions.use-case.ts';
import { cellField, headOf, type TableAsked, TablePage, type TablePageProps } from './table.page.tsx';
import { numbersIn, type TableCell, tableCells, tableRows } from './table-of-results.ts';
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
  /** The axis whose parts stand down; empty: indicators do. */
  axis: line(100),
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

type Prepared = Pick<TablePageProps, 'view' | 'asked' | 'programs' | 'axes' | 'table' | 'sign' | 'fault'>;
type Typed = z.output<typeof formFields>;

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
    const typed = typedIn(prepared, body);
    const again = fieldsOf(typed);
    const fault = prepared.fault ?? faultIn(visit.edition, prepared, typed);
    if (fault !== null) {
      return visit.show(this.page(visit, { ...prepared, fault }, again, null), { status: 422 });
    }
    const rows = await Promise.all(
      typed.map(async (each, index) => ({
        ...(await this.rowOf(visit, each, prepared)),
        place: index + 1,
      })),
    );
    const replaced = typed.flatMap(({ cell: { pending } }) => (pending === null ? [] : [pending]));
    return visit.submit(
      FORM,
      () => this.submissions.saveTogether(author, 'results', rows, { origin: 'page', replaces: replaced }),
      {
        done: ([first]) => `/sheets/${first?.submission.together}?done=submitted`,
        refused: (refusal) => this.page(visit, prepared, again, refusal),
      },
    );
  }

  /** What corrects a figure, or what waits, keeps all that it says, but for the value and its parts. */
  private async rowOf(
    visit: TableVisit,
    { cell: { cells, counting, pending }, value, parts }: TypedCell,
    { table, sign }: Prepared,
  ): Promise<EnteredRow> {
    const [figure] = counting;
    const row = { decimal: sign, twin: pending?.twin ?? null, twinRef: pending?.twinRef ?? null };
    const said =
      pending !== null
        ? cellsInSign(pending.cells, pending.decimal, sign)
        : figure === undefined
          ? cells
          : cellsWithSign(
              (await this.submissions.stored(keeperOf(visit.request), 'results', figure.id)).cells,
              sign,
            );
    const down = table?.of.parts ?? null;
    if (down === null) return { ...row, cells: { ...said, value } };
    return { ...row, cells: { ...said, value, breakdown: breakdownWith(said.breakdown ?? '', down, parts) } };
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
      axis: given.axis,
    };
    const sign = decimalIn(language);
    const programs = await programsToChoose(view);
    const axes = await this.submissions.axes();
    const base = { view, asked: question, programs, axes, sign };
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
    const axis = axes.find(({ code }) => code === question.axis) ?? null;
    if (axis !== null && rows.length > 1)
      return { ...base, table: null, fault: t(sheetMessages.oneIndicator) };
    // Its own, and those that it reports without naming them.
    const places = [
      ...found.program.places.map(({ code }) => code),
      ...counting.flatMap(({ place }) => place ?? []),
    ];
    const countries = [...new Set(places)].filter((code) => !isRegion(code));
    const columns = tableColumns(question.across, question.period, countries).slice(0, MOST_COLUMNS);
    if (columns.length === 0) return { ...base, table: null, fault: t(sheetMessages.noCountries) };
    const own = await this.submissions.own(
      keeperOf(visit.request),
      ['draft', 'returned', 'submitted'],
      MOST_OWN,
    );
    const parts = axis === null ? null : partsDown(axis, MOST_ROWS - 1);
    const of = { program, place, rows, columns, parts };
    return { ...base, table: { of, cells: tableCells(view, of, counting, own, sign) }, fault: null };
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

/** A cell in which something else was typed than its author saw there. */
interface TypedCell {
  readonly cell: TableCell;
  readonly value: string;
  /** In the order of the parts down. */
  readonly parts: readonly string[];
  readonly row: number;
  readonly column: number;
  /** It says something else by now than its author saw. */
  readonly isMoved: boolean;
}

const seenCells = z.array(z.array(z.array(z.string())));

/** An empty value changes none; an empty part is none. */
function typedIn({ table }: Prepared, body: Typed): readonly TypedCell[] {
  const seen = seenIn(body);
  return (table?.cells ?? []).flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const typed = (at: number) => body[cellField(at, column)]?.trim() ?? '';
      const there = numbersIn(cell);
      const [was = '', ...partsWere] = seen?.[row]?.[column] ?? there;
      const value = typed(row) || was;
      const parts = table?.of.parts?.parts.map((_, index) => typed(row + 1 + index)) ?? [];
      const isChanged = value !== was || parts.some((part, index) => part !== (partsWere[index] ?? ''));
      const isMoved = [was, ...partsWere].join('\n') !== there.join('\n');
      return cell.isOpen && isChanged ? [{ cell, value, parts, row, column, isMoved }] : [];
    }),
  );
}

/** What the page showed when it was opened; null: it does not say, and is taken for what is there. */
function seenIn({ seen = '' }: Typed): z.output<typeof seenCells> | null {
  try {
    return seenCells.safeParse(JSON.parse(seen)).data ?? null;
  } catch {
    return null;
  }
}

/** What was typed, for its fields to show again; what has moved meanwhile is shown as it is now. */
function fieldsOf(typed: readonly TypedCell[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    typed
      .filter(({ isMoved }) => !isMoved)
      .flatMap(({ value, parts, row, column }) => [
        [cellField(row, column), value],
        ...parts.map((part, index) => [cellField(row + 1 + index, column), part]),
      ]),
  );
}

/** Why a table is not saved: nothing was typed, or over what has moved, or parts do not sum to their whole (rule 6). */
function faultIn(
  { t, f }: Edition,
  { view, table, sign }: Prepared,
  typed: readonly TypedCell[],
): string | null {
  if (typed.length === 0) return t(sheetMessages.nothingTyped);
  if (typed.some(({ isMoved }) => isMoved)) return t(entryErrors['ENTRY.CHANGED_MEANWHILE']);
  const wrong = typed.flatMap(({ value, parts, column: at }) => {
    const found = table?.of.columns[at];
    if (found === undefined || parts.every((part) => part === '')) return [];
    const column = headOf(view, found);
    if (value === '') return [t(sheetMessages.noWhole, { column })];
    const rest = restOf(value, parts, sign);
    if (rest === null || rest === 0) return [];
    const words = rest > 0 ? sheetMessages.remainingOf : sheetMessages.overOf;
    return [t(words, { column, rest: f.number(Math.abs(rest)) })];
  });
  return wrong.length === 0 ? null : t(sheetMessages.notTheWhole, { columns: wrong.join('; ') });
}
