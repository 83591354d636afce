import type { Block, BlockRow, Column } from '../core/report/block.ts';
import { ownCurrency } from '../core/report/own-currency.ts';
import type { Sheet, SheetLine } from '../core/report/sheet.ts';
import type { SheetCell } from '../core/report/sheet-cell.ts';
import { blockMessages, qualifierWords } from './i18n/messages/blocks.ts';
import { workbookMessages } from './i18n/messages/exports.ts';
import { totalsMessages } from './i18n/messages/totals.ts';
import { columnsOf, type SheetWords, textCell } from './sheet-columns.ts';

/** Of a result's figure, all of which have the unit of its indicator. */
const OF_ITS_UNIT = new Set([
  'value',
  'value_high',
  'exact',
  'approximate',
  'undated',
  'denominator',
  'previous',
  'change',
]);

/** A block, and what its own sheet is called. */
export interface SheetedBlock {
  readonly block: Block;
  readonly sheet: string;
}

/**
 * Every figure of some blocks, one a row, for a pivot table: which block and row it is from, what it measures, its number,
 * unit and qualifier, and what the block shows. Totals are left out, for a pivot adds up by itself; what is missing has no row. Null: there is no
 * figure.
 */
export function dataSheet(words: SheetWords, blocks: readonly SheetedBlock[]): Sheet | null {
  const { t } = words;
  if (blocks.every((block) => figuresOf(words, block).next().done === true)) return null;
  const heads = [
    workbookMessages.sheet,
    workbookMessages.rowKey,
    workbookMessages.rowLabel,
    workbookMessages.measure,
    workbookMessages.value,
    totalsMessages.unit,
    blockMessages.qualifier,
    // Sheets of one kind are told apart by a number alone: of which indicator each is.
    workbookMessages.shows,
  ];
  return {
    name: t(workbookMessages.data),
    captions: [t(workbookMessages.dataShows)],
    head: heads.map((head, at) => ({
      text: t(head),
      bold: true,
      ...(at === VALUE && { atEnd: true }),
    })),
    widths: [34, 18, 34, 22, 18, 14, 12, 60],
    async *rows() {
      for (const block of blocks) yield [...figuresOf(words, block)];
    },
  };
}

/** Where the number stands. */
const VALUE = 4;

function* figuresOf(words: SheetWords, { block, sheet }: SheetedBlock): Generator<SheetLine> {
  const measures = block.columns.flatMap((column, at) => {
    const [own] = column.numeric || isMoney(column) ? columnsOf(words, block, column, at) : [];
    return own === undefined ? [] : [{ column, cell: own.cell }];
  });
  for (const row of block.rows) {
    // One line a figure: what is longer is cut off in sight, and whole in its cell.
    const label = { text: row.cells[0]?.text ?? '' };
    for (const { column, cell } of measures) {
      const figure = cell(row);
      if (figure === null) continue;
      yield [
        { text: sheet },
        { text: row.key },
        label,
        { text: column.label },
        figure,
        textCell(unitOf(words, block, row, column)),
        qualifierOf(words, block, row, column),
        { text: block.title },
      ];
    }
  }
}

function isMoney({ holds }: Column): boolean {
  return holds === 'money' || holds === 'own-money';
}

function unitOf({ currency }: SheetWords, block: Block, row: BlockRow, { key, holds }: Column): string {
  if (holds === 'money') return currency.code;
  if (holds === 'own-money') return ownCurrency(block, row) ?? currency.code;
  if (holds === 'percent' || holds === 'share') return '%';
  return OF_ITS_UNIT.has(key) ? (cellOf(block, row, 'unit')?.text ?? block.unit ?? '') : '';
}

/** In words: that of the figure's own column or, where all of it is approximate, that it is about right (rule 4). */
function qualifierOf({ t }: SheetWords, block: Block, row: BlockRow, { key }: Column): SheetCell {
  const said = cellOf(block, row, key === 'value' ? 'qualifier' : `${key}_qualifier`);
  if (said !== null) return textCell(said.text);
  const [value, approximate] = ['value', 'approximate'].map((name) => cellOf(block, row, name)?.raw);
  const isAbout = key === 'value' && value !== null && value === approximate && value !== 0;
  return isAbout ? { text: t(qualifierWords.about) } : null;
}

function cellOf({ columns }: Block, { cells }: BlockRow, key: string) {
  return cells[columns.findIndex((column) => column.key === key)] ?? null;
}
