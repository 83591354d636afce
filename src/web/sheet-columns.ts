import { isPlainDecimal } from '../core/decimal.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { currencyExponent, majorUnits } from '../core/money.ts';
import { isDay } from '../core/period.ts';
import type { Block, BlockRow, Cell, Column } from '../core/report/block.ts';
import { ownCurrency } from '../core/report/own-currency.ts';
import type { SheetCell } from '../core/report/sheet-cell.ts';
import type { Edition } from './edition.ts';
import type { Message } from './i18n/message.ts';
import { blockMessages } from './i18n/messages/blocks.ts';
import { chartMessages } from './i18n/messages/charts.ts';
import { commonMessages } from './i18n/messages/common.ts';
import { workbookMessages } from './i18n/messages/exports.ts';
import { historyMessages } from './i18n/messages/history.ts';
import { indexMessages } from './i18n/messages/index-pages.ts';
import { pageMessages } from './i18n/messages/pages.ts';
import { reportSections } from './i18n/messages/report-pages.ts';
import { factSheetFields, reportMessages } from './i18n/messages/reports.ts';
import { totalsMessages } from './i18n/messages/totals.ts';

/** The words that a sheet is written in. */
export interface SheetWords extends Pick<Edition, 't' | 'f'> {
  /** The reporting currency. */
  readonly currency: { readonly code: string; readonly name: string };
}

/** One column of a sheet: its head, and what stands in it for each row of the block. */
export interface SheetColumn {
  readonly head: string;
  readonly numeric: boolean;
  cell(row: BlockRow): SheetCell;
}

/** What a column of a block is in a sheet: numbers as numbers, money in major units, days as days; a period is two columns. */
export function columnsOf(
  view: SheetWords,
  block: Block,
  column: Column,
  at: number,
): readonly SheetColumn[] {
  const { t } = view;
  const reporting = view.currency.code;
  const cellAt = ({ cells }: BlockRow): Cell => cells[at] ?? { text: '', raw: null };
  const { label, numeric, holds } = column;
  // A period without an end is not missing; anything else that data do not know is.
  const words = {
    head: label,
    numeric: false,
    cell: (row: BlockRow) => {
      const { text, raw } = cellAt(row);
      return raw === null && holds !== 'last-day' ? null : textCell(text);
    },
  };
  const numbers = (head: string, cell: SheetColumn['cell']) => [{ head, numeric: true, cell }];
  switch (holds) {
    case 'money': {
      const head = label.includes(reporting)
        ? label
        : t(workbookMessages.inCurrency, { label, currency: reporting });
      return numbers(head, (row) => moneyCell(cellAt(row), reporting));
    }
    case 'own-money': {
      const currencyOf = (row: BlockRow) => ownCurrency(block, row) ?? reporting;
      return numbers(label, (row) => moneyCell(cellAt(row), currencyOf(row)));
    }
    case 'day':
      return [{ ...words, cell: (row) => dayCell(cellAt(row)) ?? textCell(cellAt(row).text) }];
    case 'last-day':
      return [
        words,
        { ...words, head: t(workbookMessages.lastDay, { label }), cell: (row) => dayCell(cellAt(row)) },
      ];
    case 'percent':
      return numbers(label, (row) => percentCell(cellAt(row), 100));
    case 'share':
      return numbers(label, (row) => percentCell(cellAt(row), 1));
    default:
      return numeric ? numbers(label, (row) => numberCell(cellAt(row))) : [words];
  }
}

/** What is longer than a column gets wide runs on below. */
export function textCell(text: string): SheetCell {
  if (text === '') return null;
  return text.length > WIDEST ? { text, wrap: true } : { text };
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

/** As spreadsheets have it: a part of one, which its format shows in percent. @param whole what all of it is */
function percentCell({ raw }: Cell, whole: number): SheetCell {
  if (typeof raw !== 'number') return null;
  // Without what only the binary form of a division adds.
  const number = Number((raw / whole).toPrecision(DIGITS_KEPT));
  return { number, format: Number.isInteger(Number((number * 100).toPrecision(12))) ? '0%' : '0.0#%' };
}

/** Spreadsheets keep so many digits of a number, and make the others zero. */
const DIGITS_KEPT = 15;

/** A decimal as a number, or with all its digits as text where a spreadsheet would lose some. */
function exactCell(decimal: string, format: string): SheetCell {
  const digits = decimal.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length > DIGITS_KEPT ? { text: decimal } : { number: Number(decimal), format };
}

export function inBold(cell: SheetCell): SheetCell {
  return cell === null ? null : { ...cell, bold: true };
}

/** What the sheet of a block is called: its title is a sentence, and too long. */
export function sheetNameOf({ t }: SheetWords, { id, columns }: Block): string {
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
  const name = NAMES[id];
  return name === undefined ? by : t(name);
}

/** Blocks that are not called by what heads their rows. */
const NAMES: Readonly<Record<string, Message>> = {
  targets: factSheetFields.targets,
  'funding-stages': reportMessages.funding,
  'money-flow': chartMessages.moneyTitle,
  'programs-timeline': commonMessages.programs,
  programs: commonMessages.programs,
  countries: indexMessages.countries,
  donors: indexMessages.donors,
  results: reportSections.results,
  reported: reportSections.results,
  result: blockMessages.figure,
  history: historyMessages.title,
};

const [NARROWEST, WIDEST] = [10, 34];

/** Columns no wider than is pleasant to read and to print: what they hold and the words of their heads run on below. */
export function widthOf(head: string, cells: readonly SheetCell[]): number {
  let longest = Math.max(...head.split(/\s/).map((word) => word.length), Math.ceil(head.length / 2));
  for (const cell of cells) longest = Math.max(longest, lengthOf(cell));
  return Math.min(WIDEST, Math.max(NARROWEST, longest) + 2);
}

function lengthOf(cell: SheetCell): number {
  if (cell === null) return 0;
  if ('text' in cell) return cell.text.length;
  if ('day' in cell) return 10;
  // Its thousands, its decimals, and its currency before them.
  const code = cell.format.startsWith('[$') ? 4 : 0;
  return Math.ceil(String(cell.number).length * 1.4) + code;
}
