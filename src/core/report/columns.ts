import type { Block, BlockRow, Cell } from './block.ts';

/**
 * The block without some of its columns: where what they say stands beside the table already.
 *
 * @example withoutColumns(resultsOfOneProgram, ['program']).columns.map(({ key }) => key) // ['indicator', 'value']
 */
export function withoutColumns<Table extends Pick<Block, 'columns' | 'rows' | 'short' | 'total'>>(
  block: Table,
  keys: readonly string[],
): Table {
  const kept = block.columns.map(({ key }) => !keys.includes(key));
  const cut = <Item>(items: readonly Item[]) => items.filter((_, index) => kept[index]);
  const row = (each: BlockRow): BlockRow => ({ ...each, cells: cut(each.cells) });
  return {
    ...block,
    columns: cut(block.columns),
    rows: block.rows.map(row),
    ...(block.short !== undefined && { short: { ...block.short, rows: block.short.rows.map(row) } }),
    total: block.total === null ? null : row(block.total),
  };
}

/**
 * What every row of a column says, or null where they differ or there are none.
 *
 * @example sameInAll(transactionsOfOneProgram, 'program')?.text // 'Tourism Security Program'
 */
export function sameInAll({ columns, rows }: Block, key: string): Cell | null {
  const at = columns.findIndex((column) => column.key === key);
  const [first, ...others] = rows.map(({ cells }) => cells[at]);
  return first !== undefined && others.every((cell) => cell?.raw === first.raw) ? first : null;
}

/**
 * The block with what several rows of a column say told once, beneath, and what one row alone says in its place; the column
 * goes where nothing is left in it.
 *
 * @param words what is told, of how many of the rows; null: of all that are shown
 * @example toldOnce(yearlyDisbursements, 'note', (text) => text).notes // ['Yearly disbursement']
 */
export function toldOnce(
  block: Block,
  key: string,
  words: (text: string, count: number | null) => string,
): Block {
  const at = block.columns.findIndex((column) => column.key === key);
  const shown = block.short?.rows ?? block.rows;
  const said = shown.map(({ cells }) => cells[at]?.text ?? '').filter((text) => text !== '');
  const counts = new Map([...Map.groupBy(said, (text) => text)].map(([text, each]) => [text, each.length]));
  const often = new Map([...counts].filter(([, count]) => count > 1));
  if (often.size === 0) return said.length === 0 && at >= 0 ? withoutColumns(block, [key]) : block;
  const notes = [...often].map(([text, count]) => words(text, count === shown.length ? null : count));
  const told: Block = { ...block, notes: [...notes, ...block.notes] };
  if (said.every((text) => often.has(text))) return withoutColumns(told, [key]);
  const row = (each: BlockRow): BlockRow => ({
    ...each,
    cells: each.cells.map((cell, index) =>
      index === at && often.has(cell.text) ? { ...cell, text: '' } : cell,
    ),
  });
  return {
    ...told,
    rows: told.rows.map(row),
    ...(told.short !== undefined && { short: { ...told.short, rows: told.short.rows.map(row) } }),
  };
}
