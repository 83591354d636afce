import type { Dimension, Totals, TotalsRow } from '../../core/aggregate.ts';
import { isOnMap } from '../../core/chart/americas.ts';
import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { nearest } from '../../core/decimal.ts';
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
import type { Block, BlockRow } from '../../core/report/block.ts';
import { seesEverybodysResults } from '../../core/visibility/visibility.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages, totalsNotes } from '../../web/i18n/messages/totals.ts';
import { askedOtherTime, figureChange, type OtherTime } from '../changes.ts';
import { headOf, labelOf } from '../labels.ts';
import { type NamedView, withProgramsOf } from '../named-view.ts';
import { doneFilter, filterIn, type View } from '../view.ts';
import { type Compared, comparedFigures, withComparison, withRowsOfThen } from './comparison.ts';
import { figureCells, figureColumns, withoutPlainQualifiers } from './figure-columns.ts';
import { figureValue, markLabel } from './figure-words.ts';
import { labelCell } from './names.ts';
import { besideMapNotes, offMapNotes } from './off-map.ts';
import { chartOrSentence, type Extent, isShort, restLabel, restPoint, withRestNote } from './rest.ts';
import { mapTitle, partName, titleOf } from './results-title.ts';
import { chartBase, spanSubtitle, wholeOf } from './subtitle.ts';

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
  const reported = rows.filter(({ value }) => value !== null);
  const countries = reported.filter(({ key }) => isOnMap(key));
  const elsewhere = reported
    .filter(({ key }) => !isOnMap(key))
    .map((row) => ({
      key: row.key,
      size: nearest(row.value ?? 0),
      text: view.t(blockMessages.part, {
        label: partName(view, 'country', row.key),
        figure: figureValue(view, row),
      }),
    }));
  const id = 'results-map';
  const title = mapTitle(view, indicator, countries);
  const chart: ChartSpec = {
    type: 'map',
    ...chartBase(view, { id, title, subtitle: byCountry.subtitle }),
    ...partsOf(view, found),
    // Whole numbers have steps without a value in common: 31 to 40, 41 to 50.
    format: {
      style: 'number',
      maximumFractionDigits: countries.every(({ value }) => Number.isInteger(value)) ? 0 : 2,
    },
    points: countries.map((row) => ({ ...pointOf(view, found, row), ...changeOf(view, found, row) })),
    missingLabel: view.t(totalsMessages.notReported),
  };
  return {
    ...byCountry,
    id,
    title,
    ...chartOrSentence(countries.length === 0 ? null : chart),
    // A map has no bar for what is not shown one by one.
    notes: [...offMapNotes(view, elsewhere), ...besideMapNotes(view, elsewhere), ...notesOf(view, found)],
  };
}

/** How a country stands to the time that the page is compared with, which a map has no second bar for. */
function changeOf(view: View, { before }: Shown, row: TotalsRow): Pick<ChartPoint, 'change'> {
  if (before === null) return {};
  const then = before.rows.get(row.key) ?? missingFigure('not-reported');
  return { change: figureChange(view, before.time.words, then, row) };
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
  const base = {
    ...chartBase(view, words),
    ...(!isTime(by) && partsOf(view, found)),
    missingLabel: view.t(totalsMessages.notReported),
  };
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

/** Rows that may be summed are parts of their total, ratios but as pairs. */
function partsOf(view: View, { additive, total }: Shown): Pick<ChartSpec, 'whole'> {
  return additive ? wholeOf(view, total.value === null ? null : nearest(total.value)) : {};
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
