import type { Dimension, Totals, TotalsRow } from '../../core/aggregate.ts';
import { isOnMap } from '../../core/chart/americas.ts';
import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { type Exact, nearest } from '../../core/decimal.ts';
import { axisOf, isTime, UNDATED } from '../../core/dimension.ts';
import { type Figure, missingFigure } from '../../core/figure.ts';
import {
  areApart,
  byThemselves,
  isRest,
  isUnsaid,
  leadingRows,
  MOST_OF_SEVERAL,
  type Rest,
  restOfFigures,
  unionOfKeys,
} from '../../core/leading-rows.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import { seesEverybodysResults } from '../../core/visibility/visibility.ts';
import { blockMessages, qualifierWords } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages, totalsNotes } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime, type OtherTime } from '../changes.ts';
import { headOf, indicatorLabel, labelOf } from '../labels.ts';
import { type NamedView, withProgramsOf } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { type Compared, comparedFigures, withComparison, withRowsOfThen } from './comparison.ts';
import { figureValue, howSure, markLabel } from './figure-words.ts';
import { labelCell } from './names.ts';
import { offMapNotes } from './off-map.ts';
import { chartOrSentence, type Extent, isShort, restLabel, restPoint, withRestNote } from './rest.ts';
import { titleOf } from './results-title.ts';
import { chartBase, spanSubtitle } from './subtitle.ts';

/**
 * One indicator's actual results along one dimension: the chart, its table and what to beware of.
 *
 * @param extent of its rows
 */
export async function resultsBlock(
  view: View,
  indicator: string,
  by: Dimension,
  extent: Extent = 'whole',
): Promise<Block> {
  return blockOf(...(await totalsBy(view, indicator, by, extent)));
}

/** The map of one indicator's actual results; regions and what has no place are in the table beside it. */
export async function mapBlock(view: View, indicator: string, extent: Extent = 'whole'): Promise<Block> {
  return mapOf(...(await totalsBy(view, indicator, 'country', extent)));
}

/** What was found, with the rows that are shown: of programmes that are not, no name is asked for. */
interface Shown extends Totals {
  readonly shown: readonly (TotalsRow | Rest<TotalsRow>)[];
  readonly extent: Extent;
  /** The same at the time beside which its reader wants to see it; null: beside none. */
  readonly before: Before | null;
}

interface Before {
  readonly time: OtherTime;
  readonly rows: ReadonlyMap<string, Figure>;
  readonly total: Figure;
}

async function totalsBy(
  view: View,
  indicator: string,
  by: Dimension,
  extent: Extent,
): Promise<[NamedView, Shown]> {
  const [totals, before] = await Promise.all([
    view.figures.totals({ indicator, kind: 'actual', by, filter: doneFilter(view) }),
    beforeOf(view, indicator, by),
  ]);
  const reported =
    by === 'pillar' && view.filter.pillar === undefined && seesEverybodysResults(view)
      ? withSilentPillars(view, totals)
      : totals.rows;
  const nothing = missingFigure('not-reported');
  const rows =
    before === null ? reported : withRowsOfThen(reported, before.rows.keys(), (key) => ({ key, ...nothing }));
  const shown = leadingRows(rows, by, before === null ? undefined : MOST_OF_SEVERAL);
  const named = extent === 'whole' ? rows : byThemselves(shown);
  return [await withProgramsOf(view, { by, rows: named }), { ...totals, rows, shown, extent, before }];
}

async function beforeOf(view: View, indicator: string, by: Dimension): Promise<Before | null> {
  const time = isTime(by) ? null : askedOtherTime(view);
  if (time === null) return null;
  const filter = filterIn(view, time.window);
  const { rows, total } = await view.figures.totals({ indicator, kind: 'actual', by, filter });
  return { time, rows: new Map(rows.map(({ key, ...figure }) => [key, figure])), total };
}

/** What its row with a key had then: one of a total, a rest, or the total. */
function comparedIn(view: View, { before, rows, shown, total, ...apart }: Shown, key: string): Compared {
  const nothing = missingFigure('not-reported');
  const then = (of: string) => before?.rows.get(of) ?? nothing;
  if (key === 'total') return comparedFigures(view, before?.total ?? nothing, total);
  const rest = shown.filter(isRest).find((each) => each.key === key);
  if (rest === undefined)
    return comparedFigures(view, then(key), rows.find((row) => row.key === key) ?? nothing);
  const isApart = areApart(apart);
  const figures = rest.rows.map((row) => then(row.key));
  return comparedFigures(view, restOfFigures(figures, isApart), restOfFigures(rest.rows, isApart));
}

function blockOf(view: NamedView, found: Shown): Block {
  const { indicator, by, rows, shown } = found;
  const id = `results-by-${axisOf(by) ?? by}`;
  const title = titleOf(view, found);
  const unit = view.names.indicators.find((each) => each.code === indicator)?.unit;
  const subtitle = spanSubtitle(view, unit === undefined ? '' : view.f.text(unit));
  const isEmpty = found.total.resultCount === 0;
  const short = shown.map((row) => (isRest(row) ? restRow(view, row, found) : rowOf(view, found, row)));
  const chart = isEmpty ? null : chartOf(view, { id, title, subtitle }, found);
  const block: Block = {
    id,
    title,
    subtitle,
    ...chartOrSentence(chart),
    columns: figureColumns(view, headOf(view, by)),
    rows: isShort(found) ? short : rows.map((row) => rowOf(view, found, row)),
    short: { rows: short, all: rows.length },
    total: found.additive && !isEmpty ? totalOf(view, indicator, found.total) : null,
    notes: notesOf(view, found),
    illustrative: false,
    ...(unit !== undefined && { unit: view.f.text(unit) }),
  };
  const whole = withoutPlainQualifiers(withRestNote(view, block));
  const { before } = found;
  return before === null
    ? whole
    : withComparison(view, whole, before.time, (key) => comparedIn(view, found, key));
}

function mapOf(view: NamedView, found: Shown): Block {
  const { indicator, rows } = found;
  const byCountry = blockOf(view, found);
  const [countries = [], elsewhere = []] = [true, false].map((drawn) =>
    rows.filter(({ key, value }) => /^[A-Z]{2}$/.test(key) && value !== null && isOnMap(key) === drawn),
  );
  const id = 'results-map';
  const title = view.t(blockMessages.onMap, {
    indicator: indicatorLabel(view, indicator),
    count: countries.length,
  });
  const chart: ChartSpec = {
    type: 'map',
    ...chartBase(view, { id, title, subtitle: byCountry.subtitle }),
    // Whole numbers have steps without a value in common: 31 to 40, 41 to 50.
    format: {
      style: 'number',
      maximumFractionDigits: countries.every(({ value }) => Number.isInteger(value)) ? 0 : 2,
    },
    points: countries.map((row) => pointOf(view, found, row)),
    missingLabel: view.t(totalsMessages.notReported),
  };
  return {
    ...byCountry,
    id,
    title,
    ...chartOrSentence(countries.length === 0 ? null : chart),
    // A map has no bar for what is not shown one by one.
    notes: [...offMapNotes(view, elsewhere), ...notesOf(view, found)],
  };
}

/** Columns of a table of figures: the row's name, its total and the total's make-up (rule 4). */
export function figureColumns(view: View, head: string): readonly Column[] {
  const { t } = view;
  return [
    { key: 'label', label: head, numeric: false },
    { key: 'value', label: t(commonMessages.total), numeric: true },
    { key: 'exact', label: t(totalsMessages.exact), numeric: true },
    { key: 'approximate', label: t(totalsMessages.approximate), numeric: true },
    { key: 'undated', label: t(totalsMessages.undated), numeric: true },
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

function rowOf(view: NamedView, found: Shown, row: TotalsRow): BlockRow {
  return {
    key: row.key,
    href: hrefOf(view, found, row),
    muted: isUnsaid(row.key) || row.value === null,
    cells: [labelCell(view, found.by, row.key), ...figureCells(view, row)],
  };
}

function restRow(view: NamedView, rest: Rest<TotalsRow>, found: Shown): BlockRow {
  const label = restLabel(view, found.by, rest);
  const figure = restOfFigures(rest.rows, areApart(found));
  return {
    key: rest.key,
    href: null,
    muted: figure.value === null,
    cells: [{ text: label, raw: label }, ...figureCells(view, figure)],
  };
}

function totalOf(view: View, indicator: string, total: Figure): BlockRow {
  const label = view.t(commonMessages.total);
  return {
    key: 'total',
    href: view.links.results({ filter: { ...doneFilter(view), indicator }, kind: 'actual' }),
    muted: false,
    cells: [{ text: label, raw: label }, ...figureCells(view, total)],
  };
}

function pointOf(view: NamedView, found: Shown, row: TotalsRow): ChartPoint {
  const href = hrefOf(view, found, row);
  return {
    key: row.key,
    label: labelOf(view, found.by, row.key),
    value: row.value === null ? null : nearest(row.value),
    valueLabel: markLabel(view, row),
    ...(isUnsaid(row.key) && { muted: true }),
    ...(href !== null && { href }),
  };
}

function hrefOf(view: View, { indicator, by }: Shown, row: TotalsRow): string | null {
  if (row.resultCount === 0) return null;
  return view.links.results({ filter: { ...doneFilter(view), indicator }, kind: 'actual', by, key: row.key });
}

function chartOf(
  view: NamedView,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  found: Shown,
): ChartSpec {
  const { by, kind, shown } = found;
  const base = { ...chartBase(view, words), missingLabel: view.t(totalsMessages.notReported) };
  const series = (points: readonly ChartPoint[]) => [
    { key: kind, label: view.t(totalsMessages.actual), points },
  ];
  const leading = byThemselves(shown);
  if (!isTime(by)) {
    const drawn = leading.map((row) => pointOf(view, found, row));
    const points = shown.map((row) => {
      if (!isRest(row)) return pointOf(view, found, row);
      const figure = restOfFigures(row.rows, areApart(found));
      return restPoint(view, row, {
        label: restLabel(view, by, row),
        value: figure.value === null ? null : nearest(figure.value),
        valueLabel: markLabel(view, figure),
        besides: drawn,
      });
    });
    return { type: 'bar', ...base, series: series(points) };
  }
  const dated = new Map(leading.filter(({ key }) => key !== UNDATED).map((row) => [row.key, row]));
  const points = unionOfKeys(by, [...dated.keys()]).map((key): ChartPoint => {
    const row = dated.get(key);
    return row === undefined
      ? { key, label: labelOf(view, by, key), value: null }
      : pointOf(view, found, row);
  });
  return { type: 'column', ...base, series: series(points) };
}

/** A pillar that has reported nothing is news on a page about all pillars; it is not a zero. */
function withSilentPillars(view: View, { rows }: Totals): readonly TotalsRow[] {
  const silent = view.names.pillars.filter(({ code }) => !rows.some(({ key }) => key === code));
  const nothing = missingFigure('not-reported');
  const said = rows.filter(({ key }) => !isUnsaid(key));
  return [
    ...said,
    ...silent.map(({ code }) => ({ key: code, ...nothing })),
    ...rows.filter(({ key }) => isUnsaid(key)),
  ];
}

/** The cautions that a total carries, as sentences. */
export function notesOf(view: View, { notes }: Pick<Totals, 'notes'>): readonly string[] {
  return notes.map((note) => view.t(totalsNotes[note]));
}
