import {
  type ChartPoint,
  type ChartSpec,
  type FlowChartSpec,
  hasSeries,
} from '../../core/chart/chart-spec.ts';
import { axisOf, type Dimension } from '../../core/dimension.ts';
import { isRestKey, MOST_MARKS, REST_OF_REGIONS, type Rest } from '../../core/leading-rows.ts';
import type { Block } from '../../core/report/block.ts';
import type { PageRequest } from '../../core/row-page.ts';
import { restMessages } from '../../web/i18n/messages/lists.ts';
import type { View } from '../view.ts';

/** Of which rows a block is made: all of them, for data; or, for a page, no more than it shows at once. */
export type Extent = 'whole' | 'short';

/** The page to ask the door for, to read a list at once: all of a few, else its first. */
export const AT_ONCE: PageRequest = { limit: MOST_MARKS };

export function isShort({ extent }: { readonly extent: Extent }): boolean {
  return extent === 'short';
}

/** "31 other countries": what a rest is called. */
export function restLabel(view: View, by: Dimension | 'indicator', { key, rows }: Rest<unknown>): string {
  const count = rows.length;
  if (key === REST_OF_REGIONS) return view.t(restMessages.region, { count });
  if (by !== 'indicator' && axisOf(by) !== null) return view.t(restMessages.part, { count });
  return view.t(restMessages[by as Exclude<typeof by, `axis:${string}`>], { count });
}

/**
 * A rest in a chart. Where together it is more than any bar beside it, its number stands there without a bar: the longest
 * bar would be that of nobody, and the others would be too short to be compared.
 */
export function restPoint(
  view: View,
  rest: Rest<unknown>,
  drawn: {
    readonly label: string;
    /** Null: what is in it may not be summed. */
    readonly value: number | null;
    readonly valueLabel: string;
    readonly besides: readonly ChartPoint[];
  },
): ChartPoint {
  const { label, value, valueLabel, besides } = drawn;
  const isGreatest = value !== null && besides.every((point) => (point.value ?? 0) < value);
  return {
    key: rest.key,
    label,
    value: isGreatest ? null : value,
    valueLabel: isGreatest ? view.t(restMessages.noBar, { figure: valueLabel }) : valueLabel,
  };
}

/** A chart of two marks or more; one mark stands beside nothing, and the title of its block says it all. */
export function chartOrSentence(chart: ChartSpec | null): Pick<Block, 'chart' | 'isSentence'> {
  if (chart === null) return { chart };
  return mostMarks(chart) > 1 ? { chart } : { chart: null, isSentence: true };
}

/** So many marks stand beside each other. */
function mostMarks(chart: ChartSpec): number {
  if (hasSeries(chart)) return Math.max(0, ...chart.series.map(({ points }) => points.length));
  switch (chart.type) {
    case 'map':
      return chart.points.length;
    case 'flow':
      return Math.max(...chart.stages.map((_, stage) => nodesDrawn(chart, stage)));
    case 'timeline':
      return chart.bars.length;
  }
}

/** So many of a stage have a band: what is not above zero has none. */
function nodesDrawn({ bands }: FlowChartSpec, stage: number): number {
  const drawn = bands.filter(({ value }) => value > 0);
  return new Set([
    ...drawn.filter((band) => band.stage === stage).map(({ from }) => from),
    ...drawn.filter((band) => band.stage === stage - 1).map(({ to }) => to),
  ]).size;
}

/** The block with what must be said of a rest that its chart does not draw. */
export function withRestNote(view: View, block: Block): Block {
  const { chart, short, notes } = block;
  const rests = (short?.rows ?? []).filter(({ key }) => isRestKey(key));
  if (chart === null || !hasSeries(chart)) return block;
  const points = chart.series.flatMap((each) => each.points);
  const said = rests.flatMap(({ key, cells: [label, figure] }) => {
    const point = points.find((each) => each.key === key);
    // The years of a chart stand in a row: those before them are told.
    if (point === undefined) {
      const words = { earlier: label?.text ?? '', figure: figure?.text ?? '' };
      return [view.t(restMessages.earlierNotDrawn, words)];
    }
    const isBarless = point.value === null && typeof figure?.raw !== 'object';
    return isBarless ? [view.t(restMessages.noBarNote)] : [];
  });
  return { ...block, notes: [...notes, ...new Set(said)] };
}
