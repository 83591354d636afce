import type { Exact } from '../../core/decimal.ts';
import type { Figure } from '../../core/figure.ts';
import type { Block, Cell, Column } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import { blockMessages, qualifierWords } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import type { View } from '../view.ts';
import { figureValue, howSure } from './figure-words.ts';

/** Columns of a table of figures: the row's name, its total and the total's make-up (rule 4). */
export function figureColumns(view: View, head: string): readonly Column[] {
  const { t } = view;
  return [
    { key: 'label', label: head, numeric: false },
    { key: 'value', label: t(commonMessages.total), numeric: true },
    { key: 'exact', label: t(totalsMessages.exact), numeric: true },
    { key: 'approximate', label: t(totalsMessages.approximate), numeric: true },
    {
      key: 'undated',
      label: t(view.period === null ? totalsMessages.ofWhichUndated : totalsMessages.undated),
      numeric: true,
    },
    { key: 'denominator', label: t(blockMessages.denominator), numeric: true, dataOnly: true },
    { key: 'qualifier', label: t(blockMessages.qualifier), numeric: false, holds: 'code', dataOnly: true },
    { key: 'value_high', label: t(blockMessages.upperFigure), numeric: true, dataOnly: true },
  ];
}

/**
 * A table of figures without the columns of qualifiers, where none is needed: that a figure is exact, or about right, its
 * exact and its approximate part say already.
 */
export function withoutPlainQualifiers(block: Block): Block {
  const at = block.columns.findIndex(({ key }) => key === 'qualifier');
  const plain: readonly (string | number | null | undefined)[] = [null, 'exact', 'about'];
  const isPlain = [...block.rows, ...(block.total === null ? [] : [block.total])].every(({ cells }) =>
    plain.includes(cells[at]?.raw),
  );
  return isPlain ? withoutColumns(block, ['qualifier', 'value_high']) : block;
}

/** How many cells a figure has (`figureCells`). */
export const FIGURE_CELLS = 7;

/** The cells of a figure, in the order of `figureColumns` without the first. A ratio is its pair (rule 3). */
export function figureCells(view: View, figure: Figure): readonly Cell[] {
  const part = (value: Exact | null): Cell => ({
    text: value === null ? '' : view.f.number(value),
    raw: value,
  });
  const sure = howSure(figure);
  return [
    { text: figureValue(view, figure), raw: figure.value },
    part(figure.exact),
    part(figure.approximate),
    part(figure.undated),
    part(figure.denominator),
    { text: sure === null ? '' : view.t(qualifierWords[sure.qualifier]), raw: sure?.qualifier ?? null },
    part(sure?.valueHigh ?? null),
  ];
}
