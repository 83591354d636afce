import { compareExact, nearest } from '../../core/decimal.ts';
import { UNDATED } from '../../core/dimension.ts';
import type { Filter } from '../../core/facts.ts';
import { type Figure, missingFigure } from '../../core/figure.ts';
import { isRest, isRestKey, leadingRows, type Rest } from '../../core/leading-rows.ts';
import type { Block, BlockRow } from '../../core/report/block.ts';
import type { Indicator } from '../../core/result.ts';
import { compareCodes } from '../../core/text.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime } from '../changes.ts';
import { indicatorLabel } from '../labels.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { comparedFigures, withComparison } from './comparison.ts';
import { FIGURE_CELLS, figureCells, figureColumns, withoutPlainQualifiers } from './figure-columns.ts';
import { indicatorCell } from './names.ts';
import { restLabel } from './rest.ts';
import { spanSubtitle } from './subtitle.ts';

/** An indicator with its total of actual figures in a view. */
export interface ReportedIndicator {
  readonly indicator: Indicator;
  readonly total: Figure;
}

/**
 * Every indicator that has an actual figure here, one row each; rows of different indicators are never added.
 *
 * @param reported `reportedIndicators` of the view
 */
export async function comparedIndicatorsBlock(
  view: View,
  reported: readonly ReportedIndicator[],
): Promise<Block> {
  const block = indicatorsBlock(view, reported);
  const time = askedOtherTime(view);
  // Beside one other time, or beside all years.
  if (time === null) return withShapes(view, block, reported);
  const nothing = missingFigure('not-reported');
  const [now, then] = [reported, await indicatorsReported(view, filterIn(view, time.window))].map(
    (found) => new Map(found.map(({ indicator, total }) => [indicator.code, total])),
  );
  return withComparison(view, block, time, (key) =>
    isRestKey(key) ? undefined : comparedFigures(view, then?.get(key) ?? nothing, now?.get(key) ?? nothing),
  );
}

/** So many years are seen beside a name. */
const MOST_YEARS = 10;
/** Of fewer there is no shape. */
const LEAST_YEARS = 3;

/** The rows that are read at once, each with how its indicator went over the years, up to the cut-off. */
async function withShapes(view: View, block: Block, reported: readonly ReportedIndicator[]): Promise<Block> {
  const shown = new Set(block.short?.rows.map(({ key }) => key));
  const found = await Promise.all(
    reported
      .filter(({ indicator: { code } }) => shown.has(code))
      .map(async ({ indicator: { code } }) => [code, await yearsOf(view, code)] as const),
  );
  const lastYear = Number(view.cutOff.slice(0, 4));
  const first = Math.min(lastYear, ...found.flatMap(([, years]) => [...years.keys()]));
  const from = Math.max(first, lastYear - MOST_YEARS + 1);
  if (lastYear - from < LEAST_YEARS - 1) return block;
  const ownFrom = Number((view.filter.from ?? `${from}`).slice(0, 4));
  const shapes = new Map(
    found.map(([code, years]) => [
      code,
      Array.from({ length: lastYear - from + 1 }, (_, at) => ({
        value: years.get(from + at) ?? null,
        ...(from + at < ownFrom && { context: true }),
      })),
    ]),
  );
  const withShape = (row: BlockRow): BlockRow => {
    const overTime = shapes.get(row.key);
    return overTime === undefined ? row : { ...row, overTime };
  };
  const span = view.f.range(String(from), String(lastYear));
  return {
    ...block,
    ...(block.short !== undefined && { short: { ...block.short, rows: block.short.rows.map(withShape) } }),
    notes: [...block.notes, view.t(blockMessages.shapes, { span })],
  };
}

async function yearsOf(view: View, indicator: string): Promise<ReadonlyMap<number, number>> {
  const filter = { ...filterIn(view, {}), to: view.cutOff };
  const { rows } = await view.figures.totals({ indicator, kind: 'actual', by: 'year', filter });
  return new Map(
    rows.flatMap(({ key, value }) =>
      key === UNDATED || value === null ? [] : [[Number(key), nearest(value)] as const],
    ),
  );
}

/** The same beside no other time. */
export function indicatorsBlock(view: View, reported: readonly ReportedIndicator[]): Block {
  const keyed = reported.map((each) => ({ ...each, key: each.indicator.code }));
  const rows = keyed.map((each) => rowOf(view, each));
  const short = leadingRows(keyed, 'indicator').map((each) =>
    isRest(each) ? restRow(view, each) : rowOf(view, each),
  );
  return withoutPlainQualifiers({
    id: 'indicators',
    title: view.t(blockMessages.indicatorsTitle, { count: rows.length }),
    subtitle: spanSubtitle(view, view.t(totalsMessages.actual)),
    chart: null,
    columns: [
      ...figureColumns(view, view.t(totalsMessages.indicator)),
      { key: 'unit', label: view.t(totalsMessages.unit), numeric: false },
    ],
    rows,
    short: { rows: short, all: rows.length },
    total: null,
    notes: [],
    illustrative: false,
  });
}

function rowOf(view: View, { indicator, total }: ReportedIndicator): BlockRow {
  const name = indicatorLabel(view, indicator.code);
  const unit = view.f.text(indicator.unit);
  return {
    key: indicator.code,
    href: view.links.results({
      filter: { ...doneFilter(view), indicator: indicator.code },
      kind: 'actual',
    }),
    muted: false,
    cells: [
      { ...indicatorCell(view, indicator.code), raw: name },
      ...figureCells(view, total),
      { text: unit, raw: unit },
    ],
  };
}

/** How many there are is all that can be said of several indicators. */
function restRow(view: View, rest: Rest<unknown>): BlockRow {
  const label = restLabel(view, 'indicator', rest);
  const nothing = Array.from({ length: FIGURE_CELLS + 1 }, () => ({ text: '', raw: null }));
  return { key: rest.key, href: null, muted: true, cells: [{ text: label, raw: label }, ...nothing] };
}

/** Indicators with at least one actual figure in the view, the foremost first. */
export function reportedIndicators(view: View): Promise<readonly ReportedIndicator[]> {
  return indicatorsReported(view, doneFilter(view));
}

/** Those with at least one actual figure: people first, then by number of figures, then by value. */
export async function indicatorsReported(
  { figures, names }: Pick<View, 'figures' | 'names'>,
  filter: Filter,
): Promise<readonly ReportedIndicator[]> {
  const found = await figures.indicatorTotals({ kind: 'actual', filter });
  const totals = new Map(found.map(({ indicator, total }) => [indicator, total]));
  return names.indicators
    .flatMap((indicator) => {
      const total = totals.get(indicator.code);
      return total === undefined || total.resultCount === 0 ? [] : [{ indicator, total }];
    })
    .toSorted(
      (a, b) =>
        rank(a.indicator) - rank(b.indicator) ||
        b.total.resultCount - a.total.resultCount ||
        compareExact(b.total.value ?? 0, a.total.value ?? 0) ||
        compareCodes(a.indicator.code, b.indicator.code),
    );
}

function rank({ people }: Indicator): number {
  return people === 'persons' ? 0 : 1;
}
