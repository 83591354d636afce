import { type Exact, isPlainDecimal } from '../../core/decimal.ts';
import { majorUnits } from '../../core/money.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { cellText } from '../../core/report/cell-text.ts';
import { ownCurrency } from '../../core/report/own-currency.ts';
import { CSV_START, csvLines } from './write-csv.ts';

/**
 * Blocks as CSV for people and their spreadsheets (RFC 4180, UTF-8 with its mark): one table with one header, a line for
 * each row of each block. A column that a block does not have is empty in its lines, as is what is missing. Money is in
 * major units with a point; beside a code stands its name in the reader's language.
 */
export function blocksCsv(blocks: readonly Block[], context: CsvContext): string {
  const { start, lines } = csvTable(blocks, context);
  return start + blocks.map(lines).join('');
}

/** A CSV that is written bit by bit. */
export interface CsvTable {
  /** The mark and the header. */
  readonly start: string;
  /** The lines of a block, or of some of its rows. */
  lines(block: Block): string;
}

/** @param shapes blocks, or the beginnings of blocks, with every column that comes */
export function csvTable(shapes: readonly Block[], { cutOff, asOf, currency }: CsvContext): CsvTable {
  const hasMoney = shapes.some(isOfMoney);
  const columns = [...new Set(shapes.flatMap((block) => block.columns.flatMap(csvColumns)))];
  const header = ['block', 'key', ...columns, ...(hasMoney ? MONEY_COLUMNS : []), 'cut_off', 'as_of'];
  const lineOf = (block: Block, row: BlockRow) => {
    const values = new Map(
      block.columns.flatMap((column, at) => csvValues(block, row, column, at, currency)),
    );
    const money = isOfMoney(block) ? [currency, String(block.illustrative)] : ['', ''];
    return [
      block.id,
      cellText(row.key),
      ...columns.map((column) => values.get(column) ?? ''),
      ...(hasMoney ? money : []),
      cutOff,
      asOf,
    ];
  };
  return {
    start: CSV_START + csvLines([header]),
    lines: (block) => {
      const rows = [...block.rows, ...(block.total === null ? [] : [block.total])];
      return rows.length === 0 ? '' : csvLines(rows.map((row) => lineOf(block, row)));
    },
  };
}

/** The same as JSON for programs: raw values under the column's key, money in minor units, and the words beside them. */
export function blocksJson(blocks: readonly Block[], { cutOff, asOf, currency }: CsvContext) {
  return { cutOff, asOf, currency, blocks: blocks.map(blockJson) };
}

/** One of them. */
export function blockJson(block: Block) {
  const rowOf = ({ key, href, cells }: BlockRow) => ({
    key,
    ...Object.fromEntries(block.columns.map((column, at) => [column.key, cells[at]?.raw ?? null])),
    text: cells.map(({ text: written }) => written),
    href,
  });
  return {
    id: block.id,
    title: block.title,
    subtitle: block.subtitle,
    columns: block.columns,
    rows: block.rows.map(rowOf),
    total: block.total === null ? null : rowOf(block.total),
    notes: block.notes,
    illustrative: block.illustrative,
  };
}

/** What every line says, so that a copied line still knows where it comes from. */
export interface CsvContext {
  readonly cutOff: string;
  /** As known when, in ISO 8601. */
  readonly asOf: string;
  /** ISO 4217 code of the reporting currency. */
  readonly currency: string;
}

/** The currency of totals, and whether the block shows money made up for demonstration. */
const MONEY_COLUMNS = ['reporting_currency', 'illustrative'];

function isOfMoney({ columns }: Block): boolean {
  return columns.some(({ holds }) => holds === 'money');
}

function csvColumns({ key, holds }: Column): readonly string[] {
  return holds === 'code' ? [key, nameColumn(key)] : [key];
}

function nameColumn(key: string): string {
  return `${key}_name`;
}

function csvValues(
  block: Block,
  row: BlockRow,
  { key, holds }: Column,
  at: number,
  currency: string,
): readonly (readonly [column: string, value: string | number])[] {
  const { text, raw }: Cell = row.cells[at] ?? { text: '', raw: null };
  if (raw === null) return [];
  switch (holds) {
    case 'code':
      return [
        [key, cellText(String(raw))],
        [nameColumn(key), cellText(text)],
      ];
    case 'money':
      return [[key, majorUnits(exactIn(raw), currency)]];
    case 'own-money':
      return [[key, majorUnits(exactIn(raw), ownCurrency(block, row) ?? currency)]];
    default:
      return [[key, typeof raw === 'number' ? raw : cellText(raw)]];
  }
}

/** A raw number, which beyond 2^53 is a decimal in a string. */
function exactIn(raw: string | number): Exact {
  return typeof raw === 'string' && isPlainDecimal(raw) ? raw : Number(raw);
}
