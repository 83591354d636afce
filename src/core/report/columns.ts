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
