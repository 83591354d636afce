import type { VNode } from 'preact';
import type { ChartPoint, ChartSpec } from '../src/core/chart/chart-spec.ts';
import type { Block } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import type { Edition } from '../src/web/edition.ts';
import { blockMessages } from '../src/web/i18n/messages/blocks.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { ChartFigure } from '../src/web/parts/chart-figure.tsx';
import { Notes } from '../src/web/parts/data-table.tsx';
import type { ReportFrame } from './report-frame.tsx';

/** How a figure stands on the page: alone in its row, two in a row, or its chart and its table beside each other. */
type Layout = 'whole' | 'half' | 'beside';

/** What stands in a table to the cent and the chart rounds, stands beside it. */
const FUNDING_LAYOUTS: Readonly<Record<string, Layout>> = {
  'funding-stages': 'half',
  'disbursement-by-donor': 'beside',
  'disbursement-by-country': 'beside',
  'disbursement-by-program': 'beside',
  'disbursement-by-pillar': 'half',
  'disbursement-by-year': 'half',
};

/** For the blocks of one indicator: breakdowns and pillars are short, and stand two in a row. */
export function resultLayouts(blocks: readonly Block[]): Readonly<Record<string, Layout>> {
  return Object.fromEntries(blocks.map(({ id }) => [id, RESULT_LAYOUTS[id] ?? 'half']));
}

const RESULT_LAYOUTS: Readonly<Record<string, Layout>> = {
  'results-by-country': 'beside',
  'results-map': 'whole',
  'results-by-donor': 'beside',
  'results-by-program': 'whole',
};

/** What a chart shows at most, alone in its row or in half of one; with its heading it is never higher than a page. */
const MOST_BARS = { whole: 15, half: 9 } as const;

/** Blocks as figures. What several of them warn of is said once, above them. */
export function ReportFigures(props: {
  readonly frame: ReportFrame;
  readonly blocks: readonly Block[];
  /** By the id of the block; `whole` for others. */
  readonly layouts?: Readonly<Record<string, Layout>>;
}): VNode {
  const { frame, blocks, layouts = {} } = props;
  const shared = sharedNotes(blocks);
  const drawn = blocks.map((block) => onPaper(frame.edition, withoutNotes(block, shared)));
  return (
    <>
      <Notes notes={shared} />
      {rowsOf(drawn, layouts).map(({ layout, blocks: row }) => (
        <div
          key={row[0]?.id}
          class={row.some(hasTooMany) ? 'figures-whole figures-long' : `figures-${layout}`}
        >
          {row.map((block) => (
            <ReportFigure key={block.id} frame={frame} block={block} layout={layout} />
          ))}
        </div>
      ))}
    </>
  );
}

/** Targets beside actuals, or one line where there are none. */
export function Targets({ frame, targets }: { readonly frame: ReportFrame; readonly targets: Block }): VNode {
  return targets.rows.length === 0 ? (
    <p class="quiet">{targets.title}.</p>
  ) : (
    <ReportFigures frame={frame} blocks={[targets]} />
  );
}

/** Money from every side on which there is any, or one line where there is none. */
export function Funding(props: { readonly frame: ReportFrame; readonly blocks: readonly Block[] }): VNode {
  const { frame, blocks } = props;
  const known = blocks.filter(({ chart, rows }) => chart !== null && rows.length > 0);
  return known.length === 0 ? (
    <p class="quiet">{frame.edition.t(reportMessages.noFunding)}</p>
  ) : (
    <ReportFigures frame={frame} blocks={known} layouts={FUNDING_LAYOUTS} />
  );
}

function ReportFigure(props: {
  readonly frame: ReportFrame;
  readonly block: Block;
  readonly layout: Layout;
}): VNode {
  const { frame, block, layout } = props;
  const { edition, organisation, cutOff } = frame;
  const isCut = hasTooMany(block);
  const figure = layout === 'whole' ? block : withoutColumns(block, ['exact']);
  return (
    <ChartFigure
      edition={edition}
      block={isCut ? greatest(edition, figure) : figure}
      source={organisation}
      cutOff={cutOff}
      wide={layout === 'whole'}
      tableInPrint={layout === 'beside' || isCut}
    />
  );
}

/** Halves that follow each other stand two in a row, the longest first; one without another takes the whole width. */
function rowsOf(
  blocks: readonly Block[],
  layouts: Readonly<Record<string, Layout>>,
): readonly { readonly layout: Layout; readonly blocks: readonly Block[] }[] {
  const runs: { layout: Layout; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const layout = layoutOf(block, layouts);
    const last = runs.at(-1);
    if (layout === 'half' && last?.layout === 'half') last.blocks.push(block);
    else runs.push({ layout, blocks: [block] });
  }
  return runs.flatMap(({ layout, blocks: run }) => {
    const longestFirst = run.toSorted((a, b) => b.rows.length - a.rows.length);
    const pairs = longestFirst.flatMap((_, index) =>
      index % 2 === 0 ? [longestFirst.slice(index, index + 2)] : [],
    );
    return pairs.map((row) => ({
      layout: layout === 'half' && row.length === 1 ? 'whole' : layout,
      blocks: row,
    }));
  });
}

/** Beside each other, a chart and a table of many rows would fill a page; the chart alone says it in half of one. */
const MOST_ROWS_BESIDE = 9;

function layoutOf(block: Block, layouts: Readonly<Record<string, Layout>>): Layout {
  const { id, chart, rows } = block;
  const layout = layouts[id] ?? 'whole';
  if (layout === 'half' && barsOf(block).length > MOST_BARS.half) return 'whole';
  return layout === 'beside' && (chart === null || rows.length > MOST_ROWS_BESIDE) ? 'whole' : layout;
}

/** The keys of the bars of a block's chart, the greatest first. */
function barsOf({ chart }: Block): readonly string[] {
  if (chart?.type !== 'bar') return [];
  const values = new Map<string, number>();
  for (const { key, value } of pointsOf(chart)) {
    values.set(key, Math.max(values.get(key) ?? Number.NEGATIVE_INFINITY, value ?? Number.NEGATIVE_INFINITY));
  }
  return [...values].toSorted(([, a], [, b]) => b - a || 0).map(([key]) => key);
}

/** Its chart would be too high for a page. */
function hasTooMany(block: Block): boolean {
  return barsOf(block).length > MOST_BARS.whole;
}

/** The block with the greatest of its bars, which says so; its table has all of them. */
function greatest({ t }: Edition, block: Block): Block {
  const { chart } = block;
  if (chart?.type !== 'bar') return block;
  const bars = barsOf(block);
  const shown = new Set(bars.slice(0, MOST_BARS.whole));
  const series = chart.series.map((each) => ({
    ...each,
    points: each.points.filter(({ key }) => shown.has(key)),
  }));
  const subtitle = [
    block.subtitle,
    t(blockMessages.greatestShown, { count: shown.size, all: bars.length }),
  ].filter((part) => part !== '');
  return { ...block, subtitle: subtitle.join(' · '), chart: { ...chart, series } };
}

function sharedNotes(blocks: readonly Block[]): readonly string[] {
  const times = Map.groupBy(
    blocks.flatMap(({ notes }) => notes),
    (note) => note,
  );
  return [...times].filter(([, each]) => each.length > 1).map(([note]) => note);
}

function withoutNotes(block: Block, said: readonly string[]): Block {
  return { ...block, notes: block.notes.filter((note) => !said.includes(note)) };
}

/**
 * On paper a chart's table is not a key press away, so its alternative text holds every value. A single bar shows
 * nothing that its table does not say. What is illustrative says so before it is read.
 */
function onPaper({ t, f }: Edition, block: Block): Block {
  const { chart, title, illustrative } = block;
  const subtitle = [block.subtitle, ...(illustrative ? [t(commonMessages.illustrative)] : [])]
    .filter((part) => part !== '')
    .join(' · ');
  if (chart === null || !compares(chart)) return { ...block, subtitle, chart: null };
  const { format, missingLabel } = chart;
  const written = (value: number) =>
    format.style === 'money' ? f.money(value, format.currency) : f.number(value);
  const values = pointsOf(chart).map(({ label, value, valueLabel }) =>
    t(blockMessages.part, { label, figure: valueLabel ?? (value === null ? missingLabel : written(value)) }),
  );
  return {
    ...block,
    subtitle,
    chart: { ...chart, description: `${title}. ${subtitle}. ${values.join('; ')}.` },
  };
}

function compares(chart: ChartSpec): boolean {
  return chart.type === 'map' || pointsOf(chart).length > 1;
}

function pointsOf(chart: ChartSpec): readonly ChartPoint[] {
  return chart.type === 'map' ? chart.points : chart.series.flatMap(({ points }) => points);
}
