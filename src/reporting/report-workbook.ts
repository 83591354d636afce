import { isPlainDecimal } from '../core/decimal.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { currencyExponent, majorUnits } from '../core/money.ts';
import { isDay } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { Block, BlockRow, Cell, Column, Gap } from '../core/report/block.ts';
import { ownCurrency } from '../platform/csv/blocks-csv.ts';
import { type Sheet, type SheetCell, sheetNames, type Workbook } from '../platform/spreadsheet/workbook.ts';
import type { Edition } from '../web/edition.ts';
import { blockMessages } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { workbookMessages } from '../web/i18n/messages/exports.ts';
import { pageMessages } from '../web/i18n/messages/pages.ts';
import { periodMessages, reportSections, reportsPageMessages } from '../web/i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from '../web/i18n/messages/reports.ts';
import { totalsMessages, totalsNotes } from '../web/i18n/messages/totals.ts';

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

/** The words that it is written in. */
export interface WorkbookWords extends Pick<Edition, 't' | 'f'> {
  /** The reporting currency. */
  readonly currency: { readonly code: string; readonly name: string };
}

/** What is drawn on a map stands in the table of countries. */
const DRAWN_TWICE = 'results-map';

/**
 * A report as a workbook in the reader's language: what it is, then a sheet for each block that has rows, then the gaps.
 * The figures are those that its hash is of. Numbers are numbers, money is in major units, days are days, and what is
 * missing is empty.
 */
export function reportWorkbook(view: WorkbookWords, subject: WorkbookSubject): Workbook {
  const blocks = subject.blocks.filter(({ id }) => id !== DRAWN_TWICE);
  const filled = blocks.filter(({ rows }) => rows.length > 0);
  const { t } = view;
  const [about = '', ...names] = sheetNames([
    t(workbookMessages.about),
    ...filled.map((block) => nameOf(view, block)),
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
  view: WorkbookWords,
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

/** One column of a sheet: its head, and what stands in it for each row of the block. */
interface SheetColumn {
  readonly head: string;
  cell(row: BlockRow): SheetCell;
}

function blockSheet(view: WorkbookWords, block: Block, name: string): Sheet {
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
      ...(total === null ? [] : [columns.map(({ cell }) => bold(cell(total)))]),
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

function columnsOf(view: WorkbookWords, block: Block, column: Column, at: number): readonly SheetColumn[] {
  const { t } = view;
  const reporting = view.currency.code;
  const cellAt = ({ cells }: BlockRow): Cell => cells[at] ?? { text: '', raw: null };
  const { label, numeric, holds } = column;
  // A period without an end is not missing; anything else that data do not know is.
  const words = {
    head: label,
    cell: (row: BlockRow) => {
      const { text, raw } = cellAt(row);
      return raw === null && holds !== 'last-day' ? null : textCell(text);
    },
  };
  switch (holds) {
    case 'money': {
      const head = label.includes(reporting)
        ? label
        : t(workbookMessages.inCurrency, { label, currency: reporting });
      return [{ head, cell: (row) => moneyCell(cellAt(row), reporting) }];
    }
    case 'own-money': {
      const currencyOf = (row: BlockRow) => ownCurrency(block, row) ?? reporting;
      return [{ head: label, cell: (row) => moneyCell(cellAt(row), currencyOf(row)) }];
    }
    case 'day':
      return [{ head: label, cell: (row) => dayCell(cellAt(row)) ?? textCell(cellAt(row).text) }];
    case 'last-day':
      return [words, { head: t(workbookMessages.lastDay, { label }), cell: (row) => dayCell(cellAt(row)) }];
    default:
      return [numeric ? { head: label, cell: (row) => numberCell(cellAt(row)) } : words];
  }
}

function textCell(text: string): SheetCell {
  return text === '' ? null : { text };
}

function dayCell({ raw }: Cell): SheetCell {
  return typeof raw === 'string' && isDay(raw) ? { day: raw } : null;
}

function moneyCell({ raw }: Cell, currency: string): SheetCell {
  if (raw === null || (typeof raw === 'string' && !isPlainDecimal(raw))) return null;
  return exactCell(majorUnits(raw, currency), moneyFormat(currency));
}

/** As spreadsheets write an amount: with the currency's code, and as many decimals as it has. */
function moneyFormat(currency: string): string {
  const exponent = currencyExponent(currency);
  return `[$${currency}] #,##0${exponent === 0 ? '' : `.${'0'.repeat(exponent)}`}`;
}

/** An exchange rate keeps its digits. */
function numberCell({ raw }: Cell): SheetCell {
  if (raw === null) return null;
  if (typeof raw === 'string') return isPlainDecimal(raw) ? exactCell(raw, 'General') : { text: raw };
  // Two decimals would make nothing of a small number (rule 5).
  const isSmall = raw !== 0 && Math.abs(raw) < 0.005;
  return { number: raw, format: Number.isInteger(raw) ? '#,##0' : isSmall ? 'General' : '#,##0.##' };
}

/** Spreadsheets keep so many digits of a number, and make the others zero. */
const DIGITS_KEPT = 15;

/** A decimal as a number, or with all its digits as text where a spreadsheet would lose some. */
function exactCell(decimal: string, format: string): SheetCell {
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length > DIGITS_KEPT ? { text: decimal } : { number: Number(decimal), format };
}

function bold(cell: SheetCell): SheetCell {
  return cell === null ? null : { ...cell, bold: true };
}

function gapsSheet({ t }: WorkbookWords, gaps: readonly Gap[], name: string): Sheet {
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

/** What the sheet of a block is called: its title is a sentence, and too long. */
function nameOf({ t }: WorkbookWords, { id, columns }: Block): string {
  const [, what = id, of = ''] = /^(results|targets|disbursement)-(.+)$/.exec(id) ?? [];
  const by = columns[0]?.label ?? '';
  const type = TRANSACTION_TYPES.find((each) => id === `${each}-transactions`);
  if (type !== undefined) {
    return t(workbookMessages.by, { what: t(totalsMessages[type]), by: t(pageMessages.transactions) });
  }
  if (what === 'disbursement') return t(workbookMessages.by, { what: t(totalsMessages.disbursement), by });
  if (what === 'results' && of.startsWith('by-')) {
    return t(workbookMessages.by, { what: t(reportSections.results), by });
  }
  if (of !== '') {
    const words = what === 'results' ? reportSections.results : factSheetFields.targets;
    return t(workbookMessages.ofProgram, { what: t(words), code: of });
  }
  switch (id) {
    case 'indicators':
      return by;
    case 'targets':
      return t(factSheetFields.targets);
    case 'funding-stages':
      return t(reportMessages.funding);
    case 'programs':
      return t(commonMessages.programs);
    default:
      return id;
  }
}

/** Columns no wider than is pleasant to read; what is longer runs on where the next cell is empty. */
const [NARROWEST, WIDEST] = [10, 60];

function widthOf(head: string, cells: readonly SheetCell[]): number {
  const lengths = cells.map((cell) => {
    if (cell === null) return 0;
    if ('text' in cell) return cell.text.length;
    return 'day' in cell ? 10 : Math.ceil(String(cell.number).length * 1.4);
  });
  return Math.min(WIDEST, Math.max(NARROWEST, head.length, ...lengths) + 2);
}
