import type { Block, BlockRow } from './block.ts';

/** The currency that a row's own amounts are in (`own-money`). */
export function ownCurrency({ columns }: Block, { cells }: BlockRow): string | null {
  const raw = cells[columns.findIndex(({ key }) => key === 'currency')]?.raw;
  return typeof raw === 'string' ? raw : null;
}
