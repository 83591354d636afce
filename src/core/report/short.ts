import { type ChartPoint, type ChartSpec, hasSeries } from '../chart/chart-spec.ts';
import { isRestKey, MOST_MARKS } from '../leading-rows.ts';
import type { Block, BlockRow } from './block.ts';

/**
 * The block as people read it at once, on a page or on paper: the rows that lead and "31 other countries", as in its
 * chart, which is drawn of no more than those. The block itself is whole: data, workbooks and snapshots take its rows.
 *
 * @param whole where all of it opens, which is where rests lead; null: nowhere
 * @example inShort(resultsByCountry, '/?block=results-by-country').rows.at(-1)?.href // '/?block=results-by-country'
 */
export function inShort(block: Block, whole: string | null): Block {
  const { chart, rows, short } = block;
  const shown = (short?.rows ?? rows).map((row) => (isRestKey(row.key) ? { ...row, href: whole } : row));
  return { ...block, rows: shown, chart: chart === null ? null : opening(chart, whole) };
}

/** So many rows of a list are read at once, and a few more where those are all. */
export const FIRST_ROWS = 8;

/**
 * What a list shows at once: nothing of its own where that is all of it.
 *
 * @param rows all of them, or the first
 * @param all how many there are
 */
export function firstRows(rows: readonly BlockRow[], all: number): Pick<Block, 'short'> {
  return all <= MOST_MARKS ? {} : { short: { rows: rows.slice(0, FIRST_ROWS), all } };
}

/** How many rows a block has, of which all may not be shown. */
export function countOfRows({ rows, short }: Pick<Block, 'rows' | 'short'>): number {
  return short?.all ?? rows.length;
}

function opening(chart: ChartSpec, whole: string | null): ChartSpec {
  if (!hasSeries(chart)) return chart;
  const point = ({ href: _, ...rest }: ChartPoint): ChartPoint =>
    whole === null ? rest : { ...rest, href: whole };
  return {
    ...chart,
    series: chart.series.map((each) => ({
      ...each,
      points: each.points.map((one) => (isRestKey(one.key) ? point(one) : one)),
    })),
  };
}
