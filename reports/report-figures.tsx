import type { VNode } from 'preact';
import type { ChartPoint, ChartSpec } from '../src/core/chart/chart-spec.ts';
import { isRestKey } from '../src/core/leading-rows.ts';
import type { Block, BlockRow } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import { countOfRows, inShort } from '../src/core/report/short.ts';
import { rowBar } from '../src/web/chart-markup.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { blockMessages } from '../src/web/i18n/messages/blocks.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { fits } from '../src/web/paper-room.ts';
import { ChartFigure } from '../src/web/parts/chart-figure.tsx';
import { DataTable, Notes, ScrollingTable } from '../src/web/parts/data-table.tsx';
import { OwnMarkup } from '../src/web/parts/own-markup.tsx';
import { Said } from '../src/web/parts/said.tsx';
import type { ReportFrame } from './report-frame.tsx';
import { withListedNames, withShortNames, withShortTexts } from './short-names.ts';

/**
 * How a figure stands on the page: a table with a bar in each row, which goes on over the end of a page; or a chart, alone
 * in its row or two in one, where it fits. What has no chart is a table.
 */
type Layout = 'bars' | 'whole' | 'half';

const FUNDING_LAYOUTS: Readonly<Record<string, Layout>> = {
  'funding-stages': 'bars',
  balances: 'whole',
  'disbursement-by-donor': 'bars',
  'disbursement-by-country': 'bars',
  'disbursement-by-program': 'bars',
  'disbursement-by-pillar': 'half',
  'disbursement-by-year': 'half',
};

/** For the blocks of one indicator: breakdowns and pillars are short, and stand two in a row. */
export function resultLayouts(blocks: readonly Block[]): Readonly<Record<string, Layout>> {
  return Object.fromEntries(blocks.map(({ id }) => [id, RESULT_LAYOUTS[id] ?? 'half']));
}

const RESULT_LAYOUTS: Readonly<Record<string, Layout>> = {
  'results-by-country': 'bars',
  'results-map': 'whole',
  'results-by-donor': 'bars',
  'results-by-program': 'bars',
};

/** Blocks as figures. What several of them warn of is said once, above them. */
export function ReportFigures(props: {
  readonly frame: ReportFrame;
  readonly blocks: readonly Block[];
  /** By the id of the block; `whole` for others. */
  readonly layouts?: Readonly<Record<string, Layout>>;
}): VNode {
  const { frame, blocks, layouts = {} } = props;
  const shared = sharedNotes(blocks);
  const drawn = blocks.map((block) =>
    onPaper(frame.edition, withShortNames(first(frame.edition, withoutNotes(block, shared)))),
  );
  return (
    <>
      <Notes notes={shared} />
      {rowsOf(drawn, layouts).map(({ layout, blocks: row }) => (
        <div key={row[0]?.id} class={`figures-${layout}`}>
          {row.map((block) => (
            <ReportFigure key={block.id} frame={frame} block={block} layout={layout} />
          ))}
        </div>
      ))}
    </>
  );
}

/** Programmes as a table, with what those are that are listed. */
export function Programs({
  edition,
  block,
}: {
  readonly edition: Edition;
  readonly block: Block;
}): VNode | null {
  if (block.rows.length === 0) return null;
  const table = withListedNames(withoutColumns(block, ['pillar', 'identifier']));
  const areAll = block.subtitle === '';
  return (
    <div class="table-programs">
      {!areAll && <p class="figure-subtitle">{block.subtitle}</p>}
      <DataTable
        edition={edition}
        block={{ ...table, notes: areAll ? [] : [edition.t(leadingMessages.elsewhere)] }}
        captionHidden
      />
    </div>
  );
}

/** The first rows of a list, and how many there are. */
export function FirstRows({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  return <DataTable edition={edition} block={withShortTexts(first(edition, block))} captionHidden />;
}

/** A list with its first rows says how many they are of how many; one with a rest says so in it. */
function first({ t }: Edition, block: Block): Block {
  const shown = inShort(block, null);
  const all = countOfRows(block);
  if (shown.rows.length === all || shown.rows.some(({ key }) => isRestKey(key))) return shown;
  return {
    ...shown,
    notes: [
      `${t(leadingMessages.rowsOf, { shown: shown.rows.length, all })} ${t(leadingMessages.elsewhere)}`,
      ...shown.notes,
    ],
  };
}

/** Targets beside actuals, or one line where there are none. */
export function Targets({ frame, targets }: { readonly frame: ReportFrame; readonly targets: Block }): VNode {
  return targets.rows.length === 0 ? (
    <p class="quiet">{targets.title}.</p>
  ) : (
    <ReportFigures frame={frame} blocks={[inOrderSaid(frame.edition, targets)]} />
  );
}

function inOrderSaid({ t }: Edition, targets: Block): Block {
  if (countOfRows(targets) === inShort(targets, null).rows.length) return targets;
  return { ...targets, notes: [t(leadingMessages.targetsFirst), ...targets.notes] };
}

/** Money from every side on which there is any, or one line where there is none. */
export function Funding(props: { readonly frame: ReportFrame; readonly blocks: readonly Block[] }): VNode {
  const { frame, blocks } = props;
  const known = blocks.filter(({ rows }) =>
    rows.some(({ cells }) => cells.slice(1).some(({ raw }) => raw !== null)),
  );
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
  if (layout === 'bars') return <BarTable edition={edition} block={block} />;
  return (
    <ChartFigure
      edition={edition}
      block={layout === 'whole' ? block : withoutColumns(block, ['exact'])}
      source={organisation}
      cutOff={cutOff}
      wide={layout === 'whole'}
    />
  );
}

/** A table whose rows have their bars: a chart and its table in one. */
function BarTable({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  const points = new Map(
    block.chart === null ? [] : pointsOf(block.chart).map((point) => [point.key, point]),
  );
  const longest = Math.max(0, ...points.values().map(({ value }) => value ?? 0));
  const mark = ({ key }: BlockRow) => {
    const { value = null, muted = false } = points.get(key) ?? {};
    return value === null ? null : (
      <OwnMarkup kind="bar" svg={rowBar(longest === 0 ? 0 : Math.max(0, value) / longest, muted)} />
    );
  };
  return (
    <div id={block.id} class="figure figure-wide">
      <h3 class="figure-title">
        <Said text={block.title} />
      </h3>
      <p class="figure-subtitle">{block.subtitle}</p>
      <ScrollingTable
        edition={edition}
        block={points.size > 0 ? withoutColumns(block, ['exact']) : block}
        captionHidden
        mark={points.size > 0 ? mark : undefined}
      />
      <Notes notes={block.notes} />
    </div>
  );
}

/**
 * Halves that follow each other stand two in a row, the longest first; one without another takes the whole width. The
 * first is a table: with the heading of the section it must stay, and a table does so with two of its rows.
 */
function rowsOf(
  blocks: readonly Block[],
  layouts: Readonly<Record<string, Layout>>,
): readonly { readonly layout: Layout; readonly blocks: readonly Block[] }[] {
  const runs: { layout: Layout; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const layout = layoutOf(block, layouts, index === 0);
    const last = runs.at(-1);
    if (layout === 'half' && last?.layout === 'half') last.blocks.push(block);
    else runs.push({ layout, blocks: [block] });
  });
  return runs.flatMap(({ layout, blocks: run }) => {
    const longestFirst = run.toSorted((a, b) => b.rows.length - a.rows.length);
    const pairs = longestFirst.flatMap((_, index) =>
      index % 2 === 0 ? [longestFirst.slice(index, index + 2)] : [],
    );
    return pairs.map((row) => ({
      layout: layout === 'half' && row.length === 1 ? aloneIn(row) : layout,
      blocks: row,
    }));
  });
}

function aloneIn([block]: readonly Block[]): Layout {
  return block !== undefined && fits(block, 'whole') ? 'whole' : 'bars';
}

/** A table in half of a row has so few rows that it need not be broken. */
const MOST_ROWS_IN_HALF = 5;

function layoutOf(block: Block, layouts: Readonly<Record<string, Layout>>, isFirst: boolean): Layout {
  const { id, chart, rows } = block;
  const layout = layouts[id] ?? 'whole';
  if (layout === 'bars' || isFirst) return 'bars';
  if (chart === null) return layout === 'half' && rows.length <= MOST_ROWS_IN_HALF ? 'half' : 'bars';
  return fits(block, layout) ? layout : 'bars';
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
