import type { Column } from '../../core/report/block.ts';

/** Beyond this column, a figure would be out of sight on a telephone; so would most words of so many columns. */
const LAST_IN_SIGHT = 1;
const MOST_WORDS_IN_SIGHT = 3;
/** Nor more than so many figures beside each other. */
const MOST_FIGURES_IN_SIGHT = 3;
/** Amounts to the cent are long: beside a second one no name has room. */
const MOST_AMOUNTS_IN_SIGHT = 1;

/**
 * Whether on a narrow screen each row of a table stands on its own, its heads beside its cells, because a table that scrolls
 * would hide what it is read for.
 */
export function isForCards(columns: readonly Pick<Column, 'numeric' | 'holds'>[]): boolean {
  const words = columns.filter(({ numeric }) => !numeric).length;
  const figures = columns.length - words;
  const amounts = columns.filter(({ holds }) => holds === 'money' || holds === 'own-money').length;
  const figure = columns.findIndex(({ numeric }) => numeric);
  return (
    words > MOST_WORDS_IN_SIGHT ||
    figures > MOST_FIGURES_IN_SIGHT ||
    amounts > MOST_AMOUNTS_IN_SIGHT ||
    figure > LAST_IN_SIGHT
  );
}

type Part = 'table' | 'rowgroup' | 'row' | 'columnheader' | 'rowheader' | 'cell';
export type Roles = Readonly<{ [P in Part]: { readonly role?: P } }>;

/** Laid out as blocks, a table and its parts lose the roles that they have, so they are said. */
export const ROLES: Roles = {
  table: { role: 'table' },
  rowgroup: { role: 'rowgroup' },
  row: { role: 'row' },
  columnheader: { role: 'columnheader' },
  rowheader: { role: 'rowheader' },
  cell: { role: 'cell' },
};
export const NO_ROLES: Roles = {
  table: {},
  rowgroup: {},
  row: {},
  columnheader: {},
  rowheader: {},
  cell: {},
};
