import type { Dimension, Totals, TotalsRow } from '../../core/aggregate.ts';
import type { ChartPoint, ChartSpec } from '../../core/chart/chart-spec.ts';
import { type Exact, nearest } from '../../core/decimal.ts';
import { axisOf, isTime, UNDATED } from '../../core/dimension.ts';
import { type Figure, missingFigure } from '../../core/figure.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { withoutColumns } from '../../core/report/columns.ts';
import { blockMessages, qualifierWords } from '../../web/i18n/messages/blocks.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages, totalsNotes } from '../../web/i18n/messages/totals.ts';
import { headOf, indicatorLabel, isUnsaid, labelOf } from '../labels.ts';
import { type NamedView, withProgramsOf } from '../named-view.ts';
import { seesEverybodysResults } from '../sight.ts';
import { doneFilter, type View } from '../view.ts';
import { figureText, figureValue, howSure, markLabel } from './figure-words.ts';
import { leaders, unionOfKeys } from './leaders.ts';
import { chartBase, spanSubtitle } from './subtitle.ts';

/** One indicator's actual results along one dimension: the chart, its table and what to beware of. */
export async function resultsBlock(view: View, indicator: string, by: Dimension): Promise<Block> {
  return blockOf(...(await totalsBy(view, indicator, by)));
}

/** The map of one indicator's actual results; regions and what has no place are in the table beside it. */
export async function mapBlock(view: View, indicator: string): Promise<Block> {
  return mapOf(...(await totalsBy(view, indicator, 'country')));
}

async function totalsBy(view: View, indicator: string, by: Dimension): Promise<[NamedView, Totals]> {
  const found = await view.figures.totals({ indicator, kind: 'actual', by, filter: doneFilter(view) });
  return [await withProgramsOf(view, found), found];
}

function blockOf(view: NamedView, found: Totals): Block {
  const { indicator, by } = found;
  const rows =
    by === 'pillar' && view.filter.pillar === undefined && seesEverybodysResults(view)
      ? withSilentPillars(view, found)
      : found.rows;
  const id = `results-by-${axisOf(by) ?? by}`;
  const title = titleOf(view, found);
  const unit = view.names.indicators.find((each) => each.code === indicator)?.unit;
  const subtitle = spanSubtitle(view, unit === undefined ? '' : view.f.text(unit));
  return withoutPlainQualifiers({
    id,
    title,
    subtitle,
    chart: found.rows.length === 0 ? null : chartOf(view, { id, title, subtitle }, rows, found),
    columns: figureColumns(view, headOf(view, by)),
    rows: rows.map((row) => rowOf(view, indicator, by, row)),
    total: found.additive && found.rows.length > 0 ? totalOf(view, indicator, found.total) : null,
    notes: notesOf(view, found),
    illustrative: false,
  });
}

function mapOf(view: NamedView, found: Totals): Block {
  const { indicator, rows } = found;
  const byCountry = blockOf(view, found);
  const countries = rows.filter(({ key }) => /^[A-Z]{2}$/.test(key));
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
    points: countries.map((row) => pointOf(view, indicator, 'country', row)),
    missingLabel: view.t(totalsMessages.notReported),
  };
  return { ...byCountry, id, title, chart: countries.length === 0 ? null : chart };
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

function rowOf(view: NamedView, indicator: string, by: Dimension, row: TotalsRow): BlockRow {
  const label = labelOf(view, by, row.key);
  return {
    key: row.key,
    href: hrefOf(view, indicator, by, row),
    muted: isUnsaid(row.key) || row.value === null,
    cells: [{ text: label, raw: label }, ...figureCells(view, row)],
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

function pointOf(view: NamedView, indicator: string, by: Dimension, row: TotalsRow): ChartPoint {
  const href = hrefOf(view, indicator, by, row);
  return {
    key: row.key,
    label: labelOf(view, by, row.key),
    value: row.value === null ? null : nearest(row.value),
    valueLabel: markLabel(view, row),
    ...(isUnsaid(row.key) && { muted: true }),
    ...(href !== null && { href }),
  };
}

function hrefOf(view: View, indicator: string, by: Dimension, row: TotalsRow): string | null {
  if (row.resultCount === 0) return null;
  return view.links.results({ filter: { ...doneFilter(view), indicator }, kind: 'actual', by, key: row.key });
}

function chartOf(
  view: NamedView,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  rows: readonly TotalsRow[],
  { indicator, by, kind }: Totals,
): ChartSpec {
  const base = { ...chartBase(view, words), missingLabel: view.t(totalsMessages.notReported) };
  const series = (points: readonly ChartPoint[]) => [
    { key: kind, label: view.t(totalsMessages.actual), points },
  ];
  if (!isTime(by)) {
    return { type: 'bar', ...base, series: series(rows.map((row) => pointOf(view, indicator, by, row))) };
  }
  const dated = new Map(rows.filter(({ key }) => key !== UNDATED).map((row) => [row.key, row]));
  const points = unionOfKeys(by, [...dated.keys()]).map((key): ChartPoint => {
    const row = dated.get(key);
    return row === undefined
      ? { key, label: labelOf(view, by, key), value: null }
      : pointOf(view, indicator, by, row);
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

/** Parts of a breakdown that a title says one by one. */
const MOST_IN_TITLE = 6;

function titleOf(view: NamedView, { indicator, by, rows, total, additive }: Totals): string {
  const { t, f } = view;
  const name = indicatorLabel(view, indicator);
  const axis = axisOf(by);
  if (rows.length === 0) return t(blockMessages.nothingReported, { indicator: name });
  if (axis !== null && rows.length <= MOST_IN_TITLE) {
    const parts = rows.map((row) =>
      t(blockMessages.part, {
        label: partName(view, by, row.key),
        figure: markLabel(view, row),
      }),
    );
    const axisName = view.vocabulary.word('axis', axis, view.language);
    return t(blockMessages.ledByAxis, { indicator: name, axis: axisName, parts: f.list(parts) });
  }
  const top = leaders(
    rows.filter(({ key }) => !isUnsaid(key)),
    (row) => row.value,
  );
  const [first] = top;
  if (first === undefined)
    return t(blockMessages.inAll, { indicator: name, figure: figureText(view, total) });
  const label = f.list(top.map(({ key }) => labelOf(view, by, key)));
  const figure = markLabel(view, first);
  if (axis !== null) {
    const axisName = view.vocabulary.word('axis', axis, view.language);
    if (top.length > 3) return t(blockMessages.inAll, { indicator: name, figure: figureText(view, total) });
    return t(blockMessages.ledByPart, { indicator: name, axis: axisName, label, figure });
  }
  if (isTime(by)) return t(blockMessages.overTime, { indicator: name, period: label, figure });
  if (by === 'donor') return t(blockMessages.ledByDonor, { indicator: name, label, figure });
  if (rows.length === 1)
    return t(blockMessages.allIn, { indicator: name, label, figure: figureText(view, total) });
  if (top.length > 3 && additive)
    return t(blockMessages.inAll, { indicator: name, figure: figureText(view, total) });
  const led = {
    country: blockMessages.ledByCountry,
    pillar: blockMessages.ledByPillar,
    program: blockMessages.ledByProgram,
  };
  return t(led[by as keyof typeof led], { indicator: name, label, figure });
}

/** Words of a breakdown stand in lower case in the data; ours head a row and are lowered inside a sentence. */
function partName(view: NamedView, by: Dimension, key: string): string {
  const label = labelOf(view, by, key);
  return isUnsaid(key) ? label.toLocaleLowerCase(view.f.locale) : label;
}

/** The cautions that a total carries, as sentences. */
export function notesOf(view: View, { notes }: Pick<Totals, 'notes'>): readonly string[] {
  return notes.map((note) => view.t(totalsNotes[note]));
}
