import type { ColumnOfRow } from '../core/report/block.ts';
import { PALETTES } from './palette.ts';
import { decimal, element } from './svg-markup.ts';

/** Pixels. */
const HEIGHT = 22;
const COLUMN = 7;
const GAP = 2;
const ZERO_LINE = 1;
/** A value that is not zero is seen. */
const LEAST = 1.5;

/**
 * The columns of one row of a table over time, from zero: as tall as the row's own greatest, so that each row shows its
 * shape and not its size. What is missing is a gap, in the line of zero too: a zero stands on it.
 */
export function rowColumns(columns: readonly ColumnOfRow[]): string {
  const palette = PALETTES.tokens;
  const greatest = Math.max(0, ...columns.map(({ value }) => value ?? 0));
  const width = columns.length * (COLUMN + GAP) - GAP;
  const bars = (isContext: boolean) =>
    columns
      .map(({ value, context = false }, at) => {
        if (value === null || value <= 0 || context !== isContext) return '';
        const height = Math.max(LEAST, (value / greatest) * HEIGHT);
        return `M${at * (COLUMN + GAP)} ${HEIGHT}h${COLUMN}v-${decimal(height)}h-${COLUMN}z`;
      })
      .join('');
  const zero = columns
    .map(({ value }, at) =>
      value === null ? '' : `M${at * (COLUMN + GAP)} ${HEIGHT}h${COLUMN}v${ZERO_LINE}h-${COLUMN}z`,
    )
    .join('');
  const drawn = [
    { d: bars(true), fill: palette['chart-context'] },
    { d: bars(false), fill: palette['series-1'] },
    { d: zero, fill: palette['chart-axis'] },
  ];
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'row-columns',
      width,
      height: HEIGHT + ZERO_LINE,
      viewBox: `0 0 ${width} ${HEIGHT + ZERO_LINE}`,
    },
    drawn
      .filter(({ d }) => d !== '')
      .map((path) => element('path', path))
      .join(''),
  );
}
