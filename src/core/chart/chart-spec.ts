/**
 * A chart as data: JSON only, no functions, in the reader's language already. The same spec draws the SVG on the
 * server, the live chart in the browser and the table beside both.
 */
export type ChartSpec = BarChartSpec | LineChartSpec | MapChartSpec;

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
  /** Drawn muted and hatched, never by colour alone: not recorded, not split, undated, illustrative. */
  readonly muted?: boolean;
  /** Of a bar: what it is to reach, and what it should have reached by now; the row is at least so long. */
  readonly goal?: number;
  readonly expected?: number;
  /** Drawn paler: of another time than the one that the page is about. */
  readonly context?: boolean;
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
  readonly missingLabel: string;
}
