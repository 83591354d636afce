import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, Visiting } from '../access/index.ts';
import { type View, Views } from '../analytics/index.ts';
import { ENTRY_KINDS, type EntryKind } from '../core/entry/submission.ts';
import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { readHead, readTable } from '../platform/csv/read-table.adapter.ts';
import { isOfOtherColumns, type Table } from '../platform/csv/table.ts';
import { DECIMAL_SIGNS, type DecimalSign } from '../platform/csv/written-number.ts';
import { FILE_FORM_LIMIT_BYTES, LARGE_FILE_BYTES } from '../platform/http/multipart-files.ts';
import { columnMapMessages as m } from '../web/i18n/messages/column-maps.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { sheetMessages } from '../web/i18n/messages/sheets.ts';
import { errorsByColumn } from '../web/i18n/row-error-words.ts';
import type { BroughtFile } from './brought-files.repository.ts';
import { BroughtFiles, type SaidOfColumns } from './brought-files.use-case.ts';
import { choicesOf, guessedColumns } from './column-names.ts';
import { COLUMNS_FORM, ColumnsPage, choiceLabel, columnField, SAME, sameField } from './columns.page.tsx';
import {
  authorOf,
  type EntryVisit,
  entryQuery,
  formFields,
  programMeant,
  programsToChoose,
} from './entry.controller.ts';
import { IMPORT_FORM, ImportPage } from './import.page.tsx';
import { idOf } from './large/large-file-id.ts';
import { LargeFiles, MOST_ROWS_IN_ALL } from './large/large-files.use-case.ts';
import { UnfinishedSheets } from './open-sheets.use-case.ts';
import { rowsOfFile } from './rows-of-file.ts';
import { faultsOfSaid, missingIn } from './said-of-columns.ts';
import { Submissions } from './submissions.use-case.ts';
import { TakingBack } from './taking-back.use-case.ts';

/** Each row is a draft, and is looked at by a person; a file of more is taken as one thing. */
export const MOST_ROWS = 2_000;
/** What is read while somebody waits. */
const MOST_READ_AT_ONCE = FILE_FORM_LIMIT_BYTES;
const MOST_MEGABYTES = LARGE_FILE_BYTES / 1024 / 1024;
/** Large files that are listed. */
const MOST_LARGE = 20;
/** So many faults of a file are told. */
const MOST_FAULTS = 10;
const importFields = z.object({
  kind: z.enum(ENTRY_KINDS, { error: `takes one of ${ENTRY_KINDS.join(', ')}` }),
  decimal: z.enum(['', ...DECIMAL_SIGNS], { error: 'takes comma or point' }).default(''),
  file: z.instanceof(Uint8Array).catch(new Uint8Array()),
  'file.name': z.string().max(400).catch(''),
});

const FORM = (name: string): PageForm => ({ name, words: entryErrors, fields: {} });
const NOTICES = { takenBack: sheetMessages.doneTakenBack };

interface ShownColumns {
  readonly said: SaidOfColumns;
  readonly remembered?: Date | null;
  readonly faults?: readonly string[];
  readonly fieldFaults?: ReadonlyMap<string, string>;
  readonly refusal?: Refusal | null;
}

/** Files that people bring: read as they are, or as their author says that they are; and taken back. */
@ApiExcludeController()
@Controller()
export class ImportsController {
  constructor(
    private readonly submissions: Submissions,
    private readonly files: BroughtFiles,
    private readonly large: LargeFiles,
    private readonly unfinished: UnfinishedSheets,
    private readonly takingBack: TakingBack,
    private readonly views: Views,
  ) {}

  @Get('imports')
  async choose(@Visiting(entryQuery) visit: EntryVisit): Promise<void> {
    visit.show(await this.importPage(visit, { kind: 'results', decimal: '' }, [], null));
  }

  @Post('imports')
  @RouteConfig({ takesFile: 'rows' })
  async bring(
    @Visiting(entryQuery) visit: EntryVisit,
    @Body({ schema: importFields }) given: z.output<typeof importFields>,
  ): Promise<void> {
    const { kind, file, 'file.name': name } = given;
    const decimal = given.decimal === '' ? null : given.decimal;
    const fileName = name.slice(0, 200);
    const again = async (faults: readonly string[]) =>
      visit.show(await this.importPage(visit, given, faults, null), { status: 422 });
    if (file.length === 0) return again([visit.edition.t(sheetMessages.noFile)]);
    if (file.length > LARGE_FILE_BYTES)
      return again([visit.edition.t(sheetMessages.tooLarge, { megabytes: MOST_MEGABYTES })]);
    const { columns } = this.submissions.kindOf(kind);
    const isRead = file.length <= MOST_READ_AT_ONCE;
    const table = isRead ? await readTable(file, columns, NO_ANSWERS) : null;
    const head = table ?? (await readHead(file, columns, NO_ANSWERS));
    if (isOfOtherColumns(head)) {
      const shape = await this.files.shapeOf(kind, file);
      if ('code' in shape) return again([...errorsByColumn(visit.edition, [shape]).values()]);
      if (shape.rowCount > MOST_ROWS_IN_ALL) return again([tooMany(visit, shape.rowCount)]);
      const id = await this.files.keep(authorOf(visit), { kind, decimal, fileName, shape, content: file });
      return visit.goTo(`/imports/files/${id}`);
    }
    const wrong = wrongWith(visit, head);
    if (wrong.length > 0) return again(wrong);
    if (table === null || isLarge(file.length, table.rowCount)) {
      return visit.submit(
        FORM(IMPORT_FORM),
        () => this.large.bring(authorOf(visit), { kind, decimal, fileName, content: file }),
        {
          done: (id) => `/large-files/${id}`,
          refused: (refusal) => this.importPage(visit, given, [], refusal),
        },
      );
    }
    const faults = faultsOf(visit, table);
    if (faults.length > 0) return again(faults);
    return visit.submit(
      FORM(IMPORT_FORM),
      () =>
        this.submissions.keepTogether(authorOf(visit), kind, rowsOfFile(table.records, decimal), {
          origin: 'file',
          fileName,
        }),
      {
        done: ([first]) => `/sheets/${first?.together}`,
        refused: (refusal) => this.importPage(visit, given, [], refusal),
      },
    );
  }

  /** A file whose columns are called otherwise: what they are, as it is guessed, or as it was said last time. */
  @Get('imports/files/:file')
  async columns(@Visiting(entryQuery) visit: EntryVisit, @Param('file') id: string): Promise<void> {
    const file = await this.files.find(keeperOf(visit.request), idOf(id));
    const kind = this.submissions.kindOf(file.kind);
    const known = choicesOf(kind);
    const last = await this.files.remembered(file);
    const columns =
      last?.columns.map((column) => (known.includes(column) ? column : '')) ??
      guessedColumns(kind, file.shape, visit.edition.language);
    const decimal = file.decimal ?? last?.decimal ?? null;
    const said = { columns, same: {}, decimal };
    visit.show(await this.columnsPage(visit, file, { said, remembered: last?.saidAt ?? null }));
  }

  @Post('imports/files/:file')
  async take(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('file') id: string,
    @Body({ schema: formFields }) body: z.output<typeof formFields>,
  ): Promise<void> {
    const file = await this.files.find(keeperOf(visit.request), idOf(id));
    const said = await this.saidIn(visit, file, body);
    const again = async (shown: Omit<ShownColumns, 'said'>) =>
      visit.show(await this.columnsPage(visit, file, { said, ...shown }), { status: 422 });
    const { faults, fieldFaults } = this.wrongIn(visit, file, said);
    if (faults.length > 0 || fieldFaults.size > 0) return again({ faults, fieldFaults });
    if (isLarge(file.size, file.shape.rowCount)) {
      return visit.submit(FORM(COLUMNS_FORM), () => this.files.takeWhole(authorOf(visit), file, said), {
        done: (large) => `/large-files/${large}`,
        refused: (refusal) => this.columnsPage(visit, file, { said, refusal }),
      });
    }
    const table = await this.files.read(keeperOf(visit.request), file, said);
    const whole = wrongWith(visit, table);
    const wrong = whole.length > 0 ? whole : faultsOf(visit, table);
    if (wrong.length > 0) return again({ faults: wrong });
    return visit.submit(FORM(COLUMNS_FORM), () => this.files.take(authorOf(visit), file, table, said), {
      done: ([first]) => `/sheets/${first?.together}`,
      refused: (refusal) => this.columnsPage(visit, file, { said, refusal }),
    });
  }

  /** Takes back what came in at once, whole. */
  @Post('imports/:batch/undo')
  undo(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('batch') batch: string,
    @Body({ schema: formFields }) { reason = '' }: z.output<typeof formFields>,
  ): Promise<void> {
    const id = /^[1-9]\d{0,8}$/.test(batch) ? Number(batch) : 0;
    return visit.submit(FORM(`undo-${id}`), () => this.takingBack.undo(visit.actor, id, reason), {
      done: '/imports?done=takenBack',
      refused: (refusal) => this.importPage(visit, { kind: 'results', decimal: '' }, [], refusal),
    });
  }

  private async saidIn(
    visit: EntryVisit,
    { kind, shape }: BroughtFile,
    body: z.output<typeof formFields>,
  ): Promise<SaidOfColumns> {
    const known = choicesOf(this.submissions.kindOf(kind));
    const columns = shape.columns.map((_, index) => {
      const chosen = body[columnField(index)] ?? '';
      return known.includes(chosen) ? chosen : '';
    });
    const typed = Object.fromEntries(
      SAME[kind].flatMap((column) => {
        const value = body[sameField(column)]?.trim() ?? '';
        return value === '' ? [] : [[column, value]];
      }),
    );
    const same = { ...typed, ...(await programMeant(await this.view(visit), typed)) };
    const decimal = DECIMAL_SIGNS.find((sign: DecimalSign) => sign === body.decimal) ?? null;
    return { columns, same, decimal };
  }

  private wrongIn(visit: EntryVisit, file: BroughtFile, said: SaidOfColumns) {
    const { t } = visit.edition;
    const kind = this.submissions.kindOf(file.kind);
    const { twice, missing, isEmpty } = faultsOfSaid(kind, said);
    const label = (column: string) => choiceLabel(visit.edition, kind, column).replace(/ \*$/, '');
    const fieldFaults = new Map(
      twice.map(({ at, column }) => [
        typeof at === 'number' ? columnField(at) : sameField(at),
        t(m.twice, { what: label(column) }),
      ]),
    );
    const faults = isEmpty ? [t(m.nothing)] : missing.map((column) => t(m.missing, { what: label(column) }));
    return { faults, fieldFaults };
  }

  private async columnsPage(visit: EntryVisit, file: BroughtFile, shown: ShownColumns): Promise<VNode> {
    const { said, remembered = null, faults = [], fieldFaults = new Map(), refusal = null } = shown;
    const view = await this.view(visit);
    const kind = this.submissions.kindOf(file.kind);
    return ColumnsPage({
      frame: visit.frame({ notices: NOTICES, path: `/imports/files/${file.id}` }),
      view,
      kind,
      file,
      said,
      remembered,
      missing: missingIn(kind, said),
      programs: await programsToChoose(view),
      lists: await this.submissions.words(file.kind),
      faults,
      fieldFaults,
      refusal,
    });
  }

  private async importPage(
    visit: EntryVisit,
    { kind, decimal }: { readonly kind: EntryKind; readonly decimal: string },
    faults: readonly string[],
    refusal: Refusal | null,
  ): Promise<VNode> {
    return ImportPage({
      frame: visit.frame({ notices: NOTICES, path: '/imports' }),
      view: await this.view(visit),
      chosen: { kind, decimal },
      mostRows: MOST_ROWS,
      mostRowsInAll: MOST_ROWS_IN_ALL,
      mostMegabytes: MOST_MEGABYTES,
      faults,
      refusal,
      sheets: await this.unfinished.of(authorOf(visit)),
      large: await this.large.own(keeperOf(visit.request), MOST_LARGE),
      batches: visit.request.scope.rights.approvesFigures ? await this.takingBack.latest() : null,
    });
  }

  private view(visit: EntryVisit): Promise<View> {
    return this.views.forPage(visit.request.scope, visit.edition.language);
  }
}

/** Whether a file is taken as one thing. */
function isLarge(bytes: number, rows: number): boolean {
  return bytes > MOST_READ_AT_ONCE || rows > MOST_ROWS;
}

/** What is wrong with a file as a whole, in whole sentences. */
function wrongWith(
  visit: EntryVisit,
  { errors, rowCount }: Pick<Table, 'errors' | 'rowCount'>,
): readonly string[] {
  if (rowCount === 0 || errors.some(({ code }) => code.startsWith('FILE.'))) {
    return [...errorsByColumn(visit.edition, errors.slice(0, MOST_FAULTS)).values()];
  }
  return rowCount > MOST_ROWS_IN_ALL ? [tooMany(visit, rowCount)] : [];
}

function tooMany({ edition: { t } }: EntryVisit, rows: number): string {
  return t(sheetMessages.tooMany, { rows, most: MOST_ROWS_IN_ALL });
}

/**
 * Why a table does not become drafts, in whole sentences; none: it does. Rows that cannot be cut into cells are no drafts:
 * they are told, and the file is mended.
 */
function faultsOf({ edition }: EntryVisit, { errors }: Pick<Table, 'errors'>): readonly string[] {
  return errors.slice(0, MOST_FAULTS).map((error) =>
    edition.t(m.lineSays, {
      line: error.line,
      says: [...errorsByColumn(edition, [error]).values()].join(' '),
    }),
  );
}
