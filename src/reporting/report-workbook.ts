import type { Day } from '../core/program.ts';
import type { Block, Gap } from '../core/report/block.ts';
import { type Sheet, type SheetCell, sheetNames, type Workbook } from '../platform/spreadsheet/workbook.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { periodMessages, reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { reportMessages } from '../web/i18n/messages/reports.ts';
import { totalsNotes } from '../web/i18n/messages/totals.ts';
import { columnsOf, inBold, type SheetWords, sheetNameOf, textCell, widthOf } from '../web/sheet-columns.ts';

/** What a workbook is made of: a report's figures, and what it is, in words. */
export interface WorkbookSubject {
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
  readonly report: string;
  readonly title: string;
  readonly organisation: string;
  readonly scope: string;
  readonly period: string;
  readonly cutOff: Day;
  /** Both dates in a sentence; null: only what was approved by the cut-off counts. */
  readonly known: string | null;
  readonly knownAt: string;
  /** Of a report as of the past; null: it is as known now. */
  readonly past: string | null;
  readonly running: boolean;
  readonly hash: string;
  readonly illustrative: boolean;
}

/** What is drawn on a map stands in the table of countries. */
const DRAWN_TWICE = 'results-map';

/**
 * A report as a workbook in the reader's language: what it is, then a sheet for each block that has rows, then the gaps.
 * The figures are those that its hash is of. Numbers are numbers, money is in major units, days are days, and what is
 * missing is empty.
 */
export function reportWorkbook(view: SheetWords, subject: WorkbookSubject): Workbook {
  const blocks = subject.blocks.filter(({ id }) => id !== DRAWN_TWICE);
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  const { t } = view;
  const [about = '', ...names] = sheetNames([
    t(workbookMessages.about),
    ...filled.map((block) => sheetNameOf(view, block)),
    ...(subject.gaps.length > 0 ? [t(reportMessages.gaps)] : []),
  ]);
  const listed = blocks.map((block) => ({ block, name: names[filled.indexOf(block)] ?? null }));
  return [
    { name: about, widths: [34, 90], frozenRows: 0, rows: aboutRows(view, subject, listed) },
    ...filled.map((block, at) => blockSheet(view, block, names[at] ?? '')),
    ...(subject.gaps.length > 0 ? [gapsSheet(view, subject.gaps, names.at(-1) ?? '')] : []),
  ];
}

function aboutRows(
  view: SheetWords,
  subject: WorkbookSubject,
  listed: readonly { readonly block: Block; readonly name: string | null }[],
): Sheet['rows'] {
  const { t, f, currency } = view;
  const {
    report,
    title,
    organisation,
    scope,
    period,
    cutOff,
    known,
    knownAt,
    past,
    running,
    hash,
    illustrative,
  } = subject;
  const row = (label: string, value: string): readonly SheetCell[] => [
    { text: label, bold: true },
    { text: value, wrap: true },
  ];
  return [
    row(t(workbookMessages.title), title),
    row(t(reportsPageMessages.report), report),
    row(t(workbookMessages.organisation), organisation),
    row(t(workbookMessages.scope), scope),
    row(t(reportMessages.period), period),
    [{ text: t(reportMessages.cutOff), bold: true }, { day: cutOff }],
    row(t(reportMessages.known), knownAt),
    ...(past === null ? [] : [row('', past)]),
    ...(running ? [row('', t(periodMessages.running, { day: f.day(cutOff) }))] : []),
    row(t(reportMessages.issue), hash.slice(0, 8)),
    row(t(workbookMessages.hash), hash),
    row(t(blockMessages.currency), t(workbookMessages.currencyIs, currency)),
    ...(illustrative ? [row('', t(reportMessages.illustrativeMoney))] : []),
    row(
      t(workbookMessages.approved),
      known === null ? t(reportMessages.approvedOnly) : `${t(commonMessages.approvedOnly)} ${known}`,
    ),
    row(t(workbookMessages.contributions), t(totalsNotes['contributed-to'])),
    row(t(workbookMessages.emptyCells), t(workbookMessages.empty)),
    [],
    [
      { text: t(workbookMessages.sheet), bold: true },
      { text: t(workbookMessages.shows), bold: true },
    ],
    ...listed.map(({ block, name }): readonly SheetCell[] => [
      { text: name ?? '–' },
      { text: block.subtitle === '' ? block.title : `${block.title}. ${block.subtitle}`, wrap: true },
    ]),
  ];
}

function blockSheet(view: SheetWords, block: Block, name: string): Sheet {
  const columns = block.columns.flatMap((column, at) =>
    column.dataOnly && isEmpty(block, at) ? [] : columnsOf(view, block, column, at),
  );
  const rows = block.rows.map((row) => columns.map(({ cell }) => cell(row)));
  const { total } = block;
  const notes = [
    block.title,
    ...(block.subtitle === '' ? [] : [block.subtitle]),
    ...(block.illustrative ? [view.t(commonMessages.illustrativeAmounts)] : []),
    ...block.notes,
  ];
  return {
    name,
    widths: columns.map(({ head }, at) =>
      widthOf(
        head,
        rows.map((row) => row[at] ?? null),
      ),
    ),
    frozenRows: 1,
    rows: [
      columns.map(({ head }) => ({ text: head, bold: true })),
      ...rows,
      ...(total === null ? [] : [columns.map(({ cell }) => inBold(cell(total)))]),
      [],
      ...notes.map((text) => [{ text }]),
    ],
  };
}

/** Such as the denominators where no figure is a ratio. */
function isEmpty({ rows, total }: Block, at: number): boolean {
  return [...rows, ...(total === null ? [] : [total])].every(
    ({ cells }) => (cells[at]?.raw ?? null) === null,
  );
}

function gapsSheet({ t }: SheetWords, gaps: readonly Gap[], name: string): Sheet {
  const rows = gaps.flatMap(({ label, explanation, items }) =>
    (items.length === 0 ? [{ text: '' }] : items).map(({ text }) => [
      { text: label, wrap: true },
      textCell(text),
      { text: explanation, wrap: true },
    ]),
  );
  const heads = [workbookMessages.gap, workbookMessages.gapItem, workbookMessages.note];
  return {
    name,
    widths: [50, 70, 70],
    frozenRows: 1,
    rows: [heads.map((head) => ({ text: t(head), bold: true })), ...rows],
  };
}
