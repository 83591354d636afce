import type { ChartPoint, LineChartSpec } from '../../core/chart/chart-spec.ts';
import { MOST_STACKED, UNSAID_SERIES } from '../../core/chart/chart-spec.ts';
import { type Exact, nearest } from '../../core/decimal.ts';
import { UNDATED } from '../../core/dimension.ts';
import {
  byThemselves,
  isRest,
  isUnsaid,
  leadingRows,
  type Rest,
  unionOfKeys,
} from '../../core/leading-rows.ts';
import type { Block, BlockRow, Cell, Column } from '../../core/report/block.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { headOf, labelOf } from '../labels.ts';
import type { View } from '../view.ts';
import { chartOrSentence, type Extent, restLabel, withRestNote } from './rest.ts';

/** Rows of one pillar, or of all, by year. */
type Keyed<Figure> = Figure & { readonly key: string };

/** What is stacked: figures that may be summed over pillars and over years, and how they are said. */
export interface Stack<Figure> {
  readonly words: { readonly id: string; readonly title: string; readonly subtitle: string };
  readonly pillars: readonly Keyed<Figure>[];
  /** In order of time. */
  readonly years: readonly Keyed<Figure>[];
  /** Of each pillar its years. */
  readonly inPillar: ReadonlyMap<string, readonly Keyed<Figure>[]>;
  readonly total: Figure;
  together(figures: readonly Figure[]): Figure;
  numberOf(figure: Figure): Exact | null;
  cell(figure: Figure): Cell;
  mark(figure: Figure): Pick<ChartPoint, 'value' | 'valueLabel'>;
  /** The rows behind a figure of a pillar, of all pillars, of a year, of all years. */
  href(of: { readonly pillar?: string; readonly year?: string }): string | null;
  readonly chart: Omit<LineChartSpec, 'type' | 'series' | 'sums'>;
  readonly column: Pick<Column, 'holds'>;
  readonly notes: readonly string[];
  readonly illustrative: boolean;
  readonly unit?: string;
}

/**
 * A figure over years, and what each pillar has of it: the greatest pillars by themselves, the others as a rest, and what is
 * not split or not recorded as a part of its own, so that the parts of every year are the year (rule 10).
 *
 * @param extent of its rows
 */
export function stackedBlock<Figure>(view: View, stack: Stack<Figure>, extent: Extent): Block {
  const { words, years } = stack;
  const pillars = shownPillars(stack);
  const shown = leadingRows(years, 'year');
  const rowFor = (row: Keyed<Figure> | Rest<Keyed<Figure>>) => rowOf(view, stack, pillars, row);
  const short = shown.map(rowFor);
  const label = view.t(commonMessages.total);
  const block: Block = {
    ...words,
    ...chartOrTable(pillars.length === 0 ? null : chartOf(view, stack, pillars, byThemselves(shown))),
    columns: columnsOf(view, stack, pillars),
    rows: extent === 'whole' ? years.map(rowFor) : short,
    short: { rows: short, all: years.length },
    total:
      years.length === 0
        ? null
        : {
            key: 'total',
            href: null,
            muted: false,
            cells: [
              { text: label, raw: label },
              linked(stack.cell(stack.total), stack.href({})),
              ...pillars.map((pillar) =>
                linked(stack.cell(figureOf(stack, pillar)), pillarHref(stack, pillar)),
              ),
            ],
          },
    notes: stack.notes,
    illustrative: stack.illustrative,
    ...(stack.unit !== undefined && { unit: stack.unit }),
  };
  return withRestNote(view, block);
}

/** A year that several pillars share is more than its title says. */
function chartOrTable(chart: LineChartSpec | null): Pick<Block, 'chart' | 'isSentence'> {
  const drawn = chartOrSentence(chart);
  return drawn.isSentence === true && (chart?.series.length ?? 0) > 1 ? { chart: null } : drawn;
}

type Shown<Figure> = Keyed<Figure> | Rest<Keyed<Figure>>;

/** As many as there are colours, the others as one rest; what is not said has a part of its own. */
function shownPillars<Figure>({ pillars }: Stack<Figure>): readonly Shown<Figure>[] {
  const unsaid = pillars.filter(({ key }) => isUnsaid(key));
  const said = pillars.filter(({ key }) => !isUnsaid(key));
  return [...(said.length <= MOST_STACKED ? said : leadingRows(said, 'pillar', MOST_STACKED)), ...unsaid];
}

function keysOf<Figure>(pillar: Shown<Figure>): readonly string[] {
  return isRest(pillar) ? pillar.rows.map(({ key }) => key) : [pillar.key];
}

function figureOf<Figure>({ together }: Stack<Figure>, row: Shown<Figure>): Figure {
  return isRest(row) ? together(row.rows) : row;
}

/** What some pillars have of some years; null: nothing. */
function figureAt<Figure>(
  { inPillar, together }: Stack<Figure>,
  pillar: Shown<Figure>,
  year: Shown<Figure>,
): Figure | null {
  const years = keysOf(year);
  const found = keysOf(pillar).flatMap((key) =>
    (inPillar.get(key) ?? []).filter((row) => years.includes(row.key)),
  );
  const [first, ...others] = found;
  return first === undefined ? null : others.length === 0 ? first : together(found);
}

function pillarHref<Figure>({ href }: Stack<Figure>, pillar: Shown<Figure>): string | null {
  return isRest(pillar) ? null : href({ pillar: pillar.key });
}

function columnsOf<Figure>(
  view: View,
  { column }: Stack<Figure>,
  pillars: readonly Shown<Figure>[],
): readonly Column[] {
  return [
    { key: 'label', label: headOf(view, 'year'), numeric: false },
    { key: 'value', label: view.t(commonMessages.total), numeric: true, ...column },
    ...pillars.map((pillar) => ({
      key: columnKey(pillar.key),
      label: pillarLabel(view, pillar),
      numeric: true,
      ...column,
    })),
  ];
}

/** A code as it may stand in an address and at the head of a column: `not-split` is `not_split`. */
function columnKey(code: string): string {
  return `pillar_${code.toLowerCase().replace(/[^a-z0-9]+/g, '_')}`;
}

function pillarLabel<Figure>(view: View, pillar: Shown<Figure>): string {
  return isRest(pillar) ? restLabel(view, 'pillar', pillar) : labelOf(view, 'pillar', pillar.key);
}

function rowOf<Figure>(
  view: View,
  stack: Stack<Figure>,
  pillars: readonly Shown<Figure>[],
  year: Shown<Figure>,
): BlockRow {
  const label = isRest(year) ? restLabel(view, 'year', year) : labelOf(view, 'year', year.key);
  const total = figureOf(stack, year);
  const ofYear = isRest(year) ? null : stack.href({ year: year.key });
  return {
    key: year.key,
    href: ofYear,
    muted: isUnsaid(year.key) || stack.numberOf(total) === null,
    cells: [
      { text: label, raw: label },
      stack.cell(total),
      ...pillars.map((pillar) => {
        const figure = figureAt(stack, pillar, year);
        if (figure === null) return { text: '–', raw: null };
        const isOne = !isRest(pillar) && !isRest(year);
        return linked(stack.cell(figure), isOne ? stack.href({ pillar: pillar.key, year: year.key }) : null);
      }),
    ],
  };
}

function linked(cell: Cell, href: string | null): Cell {
  return href === null || cell.raw === null ? cell : { ...cell, href };
}

function chartOf<Figure>(
  view: View,
  stack: Stack<Figure>,
  pillars: readonly Shown<Figure>[],
  years: readonly Keyed<Figure>[],
): LineChartSpec {
  const byKey = new Map(years.filter(({ key }) => key !== UNDATED).map((row) => [row.key, row]));
  const keys = unionOfKeys('year', [...byKey.keys()]);
  const pointAt = (key: string, figure: Figure | null, href: string | null): ChartPoint => ({
    key,
    label: labelOf(view, 'year', key),
    ...(figure === null ? { value: null } : stack.mark(figure)),
    ...(href !== null && figure !== null && { href }),
  });
  const unsaid = pillars.filter(({ key }) => isUnsaid(key));
  const said = pillars.filter(({ key }) => !isUnsaid(key));
  const partOf = (of: readonly Shown<Figure>[], key: string): ChartPoint => {
    const year = byKey.get(key);
    const figures = year === undefined ? [] : of.flatMap((pillar) => figureAt(stack, pillar, year) ?? []);
    const [first] = figures;
    const [only] = of.length === 1 ? of : [];
    const href = only === undefined || isRest(only) ? null : stack.href({ pillar: only.key, year: key });
    const figure = first === undefined ? null : figures.length === 1 ? first : stack.together(figures);
    return pointAt(key, figure, href);
  };
  const [firstUnsaid] = unsaid;
  return {
    ...stack.chart,
    type: 'column',
    series: [
      ...said.map((pillar) => ({
        key: pillar.key,
        label: pillarLabel(view, pillar),
        points: keys.map((key) => partOf([pillar], key)),
      })),
      ...(firstUnsaid === undefined
        ? []
        : [
            {
              key: UNSAID_SERIES,
              label: unsaid.length === 1 ? pillarLabel(view, firstUnsaid) : view.t(chartMessages.unsaid),
              points: keys.map((key) => ({ ...partOf(unsaid, key), muted: true })),
            },
          ]),
    ],
    sums: keys.map((key) => pointAt(key, byKey.get(key) ?? null, stack.href({ year: key }))),
  };
}

/** The number of a figure to draw with. */
export function drawn(number: Exact | null): number | null {
  return number === null ? null : nearest(number);
}
