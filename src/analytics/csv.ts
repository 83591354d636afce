import { stringify } from 'csv-stringify/sync';
import type { Block, BlockRow, Cell } from '../core/report/block.ts';
import { cellText } from '../core/report/cell-text.ts';

/**
 * Blocks as CSV (RFC 4180, UTF-8), one line for each row, in machine-readable values: numbers with a point, money in
 * minor units, missing values empty. Several blocks stand one below the other, each under its own header line.
 */
export function blocksCsv(blocks: readonly Block[], context: CsvContext): string {
  return blocks.map((block) => blockCsv(block, context)).join('\r\n');
}

/** The same as JSON: raw values under the column's key, and the words beside them. */
export function blocksJson(blocks: readonly Block[], { cutOff, currency }: CsvContext) {
  const rowOf = (block: Block, { key, href, cells }: BlockRow) => ({
    key,
    ...Object.fromEntries(block.columns.map((column, at) => [column.key, cells[at]?.raw ?? null])),
    text: cells.map(({ text: written }) => written),
    href,
  });
  return {
    cutOff,
    currency,
    blocks: blocks.map((block) => ({
      id: block.id,
      title: block.title,
      subtitle: block.subtitle,
      columns: block.columns,
      rows: block.rows.map((row) => rowOf(block, row)),
      total: block.total === null ? null : rowOf(block, block.total),
      notes: block.notes,
      illustrative: block.illustrative,
    })),
  };
}

/** What every line says, so that a copied line still knows where it comes from. */
export interface CsvContext {
  readonly cutOff: string;
  /** ISO 4217 code of the minor units. */
  readonly currency: string;
}

function blockCsv(block: Block, { cutOff, currency }: CsvContext): string {
  const money = block.columns.some(({ holds }) => holds === 'money');
  const header = [
    'block',
    'key',
    ...block.columns.map(({ key }) => key),
    ...(money ? ['unit', 'illustrative'] : []),
    'cut_off',
  ];
  const rows = [...block.rows, ...(block.total === null ? [] : [block.total])];
  const lines = rows.map((row) => [
    block.id,
    cellText(row.key),
    ...row.cells.map(valueOfCell),
    ...(money ? [`${currency} minor units`, String(block.illustrative)] : []),
    cutOff,
  ]);
  return stringify([header, ...lines], { record_delimiter: 'windows' });
}

function valueOfCell({ raw }: Cell): string | number {
  if (raw === null) return '';
  return typeof raw === 'number' ? raw : cellText(raw);
}
