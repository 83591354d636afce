import type { Figure } from '../../core/figure.ts';
import type { Cell, Column } from '../../core/report/block.ts';
import { figureCells, figureColumns } from '../blocks/figure-columns.ts';
import { figureInWords } from '../blocks/figure-words.ts';
import type { View } from '../view.ts';

/** A figure in one column, with its qualifier in words; its make-up is for data (rule 4). */
export function wordedColumns(view: View, label: string): readonly Column[] {
  return figureColumns(view, '').flatMap((column) => {
    if (column.key === 'label') return [];
    return [column.key === 'value' ? { ...column, label } : { ...column, dataOnly: true }];
  });
}

/** Its cells, in the order of those columns; the first leads to `href`. */
export function wordedCells(view: View, figure: Figure, href: string | null): readonly Cell[] {
  const [value, ...details] = figureCells(view, figure);
  const link = href === null ? {} : { href };
  return [{ raw: value?.raw ?? null, text: figureInWords(view, figure), ...link }, ...details];
}
