/**
 * A chart as data: JSON only, no functions, in the reader's language already. The same spec draws the SVG on the
 * server, the live chart in the browser and the table beside both.
 */
export type ChartSpec = SeriesChartSpec | PictureSpec;

/** Drawn by Chart.js, on the server and again in the browser. */
export type SeriesChartSpec = BarChartSpec | LineChartSpec;

/** Drawn by us, as SVG that stays SVG. */
export type PictureSpec = MapChartSpec | FlowChartSpec | TimelineChartSpec;

interface ChartBase {
  /** Unique on its page, stable between renders; ids inside the SVG start with it. */
  readonly id: string;
  /** The sentence that the chart proves: "Costa Rica: 37 officials trained". */
  readonly title: string;
  /** Unit, period and cut-off in one line. */
  readonly subtitle: string;
  /** For readers who do not see it. */
  readonly description: string;
  readonly locale: string;
  /** How values are written on marks and axes. */
  readonly format: ValueFormat;
  /** What hatching means, for the legend of a chart that has a hatched mark. */
  readonly mutedLabel?: string;
  /** What its points sum to, in their unit, and "{share} of the total"; only where they may be summed. */
  readonly whole?: { readonly value: number; readonly words: string };
  /** What a mark that leads somewhere says of that: "Click or Enter: the rows behind it". */
  readonly rowsHint?: string;
}

export type ValueFormat =
  | { readonly style: 'number'; readonly maximumFractionDigits: number }
  /** Values are in minor units of the currency; written in whole major units, compact where long. */
  | { readonly style: 'money'; readonly currency: string };

export interface ChartPoint {
  readonly key: string;
  readonly label: string;
  /** Null: missing, which is not zero; drawn as a gap with `missingLabel`. */
  readonly value: number | null;
  /** Written on the mark in place of the formatted value: "about 45". */
  readonly valueLabel?: string;
  /** Drawn hatched, and so told from the others by more than its colour: what is not recorded, not split or undated. */
  readonly muted?: boolean;
  /** Of a bar: what it is to reach, and what it should have reached by now; the row is at least so long. */
  readonly goal?: number;
  readonly expected?: number;
  /** Of a bar with a goal: from where it set out. */
  readonly baseline?: number;
  /** Drawn paler: of another time than the one that the page is about. */
  readonly context?: boolean;
  /** How it stands to the same figure of another time, in words. */
  readonly change?: string;
  /** Where a click leads: the rows behind the figure. */
  readonly href?: string;
}

/**
 * Horizontal bars, one series or a pair (target and actual). Bars start at zero; order is the caller's. Rows are made
 * by key. A series with the key `target` is drawn as an outline.
 */
export interface BarChartSpec extends ChartBase {
  readonly type: 'bar';
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly points: readonly ChartPoint[];
  }[];
  readonly missingLabel: string;
}

/**
 * Values over time; one to four series. Points are in order; every series has the same labels. A series with the key
 * `target` is drawn as an outline, or dashed.
 */
export interface LineChartSpec extends ChartBase {
  readonly type: 'line' | 'column';
  /**
   * Of columns that stand on each other: what each comes to, above it, with the labels of the series. Up to `MOST_STACKED`
   * series have a colour of their own; beside them stand a rest (`REST`) and what is not said (`UNSAID_SERIES`).
   */
  readonly sums?: readonly ChartPoint[];
  readonly series: readonly {
    readonly key: string;
    readonly label: string;
    readonly points: readonly ChartPoint[];
  }[];
  readonly missingLabel: string;
}

/**
 * Countries of the Americas shaded by value; small states as circles. Points of regions and of donors' other countries
 * are not drawn (`isOnMap`): the table beside the map has them.
 */
export interface MapChartSpec extends ChartBase {
  readonly type: 'map';
  readonly points: readonly ChartPoint[];
  /** One country that it is about: only the panel in which it is read is drawn, and no shades are explained. */
  readonly focus?: string;
  readonly missingLabel: string;
}

/**
 * What flows from stage to stage, as bands between nodes: as high as what they hold, in the order given, the first on top.
 * What is not above zero is not drawn; the table beside it has it.
 */
export interface FlowChartSpec extends ChartBase {
  readonly type: 'flow';
  readonly stages: readonly { readonly label: string; readonly nodes: readonly ChartPoint[] }[];
  readonly bands: readonly FlowBandSpec[];
  readonly missingLabel: string;
}

export interface FlowBandSpec {
  /** From a node of this stage to one of the next. */
  readonly stage: number;
  readonly from: string;
  readonly to: string;
  readonly value: number;
  readonly href?: string;
}

export type TimelineState = 'planned' | 'ongoing' | 'closed';

/** What ran from when to when, a row each in the order given. */
export interface TimelineChartSpec extends ChartBase {
  readonly type: 'timeline';
  /** What the fills mean, those that are there. */
  readonly states: readonly { readonly state: TimelineState; readonly label: string }[];
  readonly bars: readonly TimelineBar[];
  /** Days as `YYYY-MM-DD`. */
  readonly today: string;
  readonly todayLabel: string;
  /** What the tip of a bar means that is open. */
  readonly openLabel: string;
  readonly missingLabel: string;
}

export interface TimelineBar {
  readonly key: string;
  readonly label: string;
  readonly state: TimelineState;
  /** Its days; null: not known, and drawn open. One of both is there. */
  readonly from: string | null;
  readonly to: string | null;
  /** Its state and its dates in words. */
  readonly text: string;
  readonly href?: string;
}

/** So many colours are told apart. */
export const MOST_STACKED = 4;

/** The series of a stack that is made of what its dimension does not say; its points are hatched. */
export const UNSAID_SERIES = 'unsaid';

export function hasSeries(chart: ChartSpec): chart is SeriesChartSpec {
  return chart.type === 'bar' || chart.type === 'line' || chart.type === 'column';
}

/** All marks of a chart that say something by themselves. */
export function pointsIn(chart: ChartSpec): readonly ChartPoint[] {
  switch (chart.type) {
    case 'map':
      return chart.points;
    case 'flow':
      return chart.stages.flatMap(({ nodes }) => nodes);
    case 'timeline':
      return chart.bars.map(({ key, label, text, href }) => ({
        ...{ key, label, value: null, valueLabel: text },
        ...(href !== undefined && { href }),
      }));
    default:
      return chart.series.flatMap(({ points }) => points);
  }
}
