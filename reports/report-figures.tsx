import type { VNode } from 'preact';
import { type ChartPoint, type ChartSpec, hasSeries, pointsIn } from '../src/core/chart/chart-spec.ts';
import { isRestKey } from '../src/core/leading-rows.ts';
import type { Block, BlockRow, Proof } from '../src/core/report/block.ts';
import { withoutColumns } from '../src/core/report/columns.ts';
import { countOfRows, inShort } from '../src/core/report/short.ts';
import { hatchingLabel, rowBar } from '../src/web/chart-markup.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { blockMessages } from '../src/web/i18n/messages/blocks.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { fits, fitsFirst } from '../src/web/paper-room.ts';
import { ChartFigure } from '../src/web/parts/chart-figure.tsx';
import { DataTable, Notes, ScrollingTable } from '../src/web/parts/data-table.tsx';
import { OwnMarkup } from '../src/web/parts/own-markup.tsx';
import { Said } from '../src/web/parts/said.tsx';
import { keptRows } from './kept-rows.ts';
import { ProofLine, sharedProof, withoutProof } from './proof-line.tsx';
import type { ReportFrame } from './report-frame.tsx';
import { linesOf, SHEET_WIDTH, STRONG, TEXT } from './sheet-room.ts';
import { withListedNames, withShortNames, withShortTexts } from './short-names.ts';

/**
 * How a figure stands on the page: a table with a bar in each row, which goes on over the end of a page; or a chart, alone
 * in its row or two in one, where it fits. What has no chart is a table.
 */
export type Layout = 'bars' | 'whole' | 'half';

const FUNDING_LAYOUTS: Readonly<Record<string, Layout>> = {
  'funding-stages': 'bars',
  'money-flow': 'whole',
  'disbursement-by-pillar-and-year': 'whole',
  balances: 'whole',
  'disbursement-by-donor': 'bars',
  'disbursement-by-country': 'bars',
  'disbursement-by-program': 'bars',
  'disbursement-by-pillar': 'half',
  'disbursement-by-year': 'half',
};

/** For the blocks of one indicator: breakdowns and pillars are short, and stand two in a row. */
export function resultLayouts(blocks: readonly Block[]): Readonly<Record<string, Layout>> {
  // Of an indicator that is not the foremost the id bears its code.
  const side = (id: string) => id.replace(/-of-.*$/, '');
  return Object.fromEntries(blocks.map(({ id }) => [id, RESULT_LAYOUTS[side(id)] ?? 'half']));
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
  /** The first is a table, which goes on over the end of a page; else it may be a chart. */
  readonly tableFirst?: boolean;
}): VNode {
  const { frame, blocks, layouts = {}, tableFirst = true } = props;
  const shared = sharedNotes(blocks);
  const proof = sharedProof(blocks);
  const drawn = blocks.map((block) => {
    const own = onPaper(frame.edition, withShortNames(first(frame.edition, withoutNotes(block, shared))));
    return proof === null ? own : withoutProof(own);
  });
  const sentences = drawn.filter(isSaidByTitle);
  const rows = rowsOf(
    drawn.filter((block) => !isSaidByTitle(block)),
    layouts,
    tableFirst,
  );
  const table = tableFirst ? rows[0]?.blocks[0] : undefined;
  const above = heightAbove(shared, proof, sentences);
  const isClose = rows.length > 0 && (table === undefined || staysWith(table, above));
  const said = (
    <>
      <Notes notes={shared} />
      {proof !== null && <ProofLine edition={frame.edition} proof={proof} />}
    </>
  );
  // What is said of several stays with the heading of the section: with a sentence, or beneath the first figure.
  const isBelow = !isClose && sentences.length === 0 && rows.length > 0;
  const heightOfFirst = isClose ? above : isBelow ? 0 : null;
  return (
    <>
      {!isBelow && said}
      {sentences.map((block) => (
        <Sentence key={block.id} block={block} isClose={isClose} />
      ))}
      {rows.map(({ layout, blocks: row }, at) => (
        <FiguresInRow
          key={row[0]?.id}
          frame={frame}
          layout={layout}
          blocks={row}
          above={at === 0 && tableFirst ? heightOfFirst : null}
          below={at === 0 && isBelow ? said : null}
        />
      ))}
    </>
  );
}

/** A table that can be whole is not torn for what stands above it; of a longer one two rows stay with that. */
function staysWith(table: Block, above: number): boolean {
  const kept = keptRows(table, above);
  return kept === 'whole' || (keptRows(table, null) !== 'whole' && (kept === 'ends' || kept === 'start'));
}

function FiguresInRow(props: {
  readonly frame: ReportFrame;
  readonly layout: Layout;
  readonly blocks: readonly Block[];
  /** As `keptRows` takes it. */
  readonly above: number | null;
  /** What is said of this and of others. */
  readonly below: VNode | null;
}): VNode {
  const { frame, layout, blocks, above, below } = props;
  const notes = blocks.filter(isNotedBelow).flatMap(({ notes }) => notes);
  const [first] = blocks;
  const kept = layout === 'bars' && first !== undefined ? ` kept-${keptRows(first, above)}` : '';
  const row = (
    <div class={`figures-${layout}${kept}`}>
      {blocks.map((block) => (
        <ReportFigure key={block.id} frame={frame} block={withNotesBelow(block)} layout={layout} />
      ))}
      {blocks.map(({ id, proof: own }) => own && <ProofLine key={id} edition={frame.edition} proof={own} />)}
    </div>
  );
  if (notes.length === 0 && below === null) return row;
  return (
    <div class="figures-noted">
      {row}
      <Notes notes={notes} />
      {below}
    </div>
  );
}

/** What is to be known of it is long, and may go on over the end of a page, which it may not itself. */
function isNotedBelow({ chart }: Block): boolean {
  return chart?.type === 'flow' || chart?.type === 'timeline';
}

function withNotesBelow(block: Block): Block {
  return isNotedBelow(block) ? { ...block, notes: [] } : block;
}

/** A time line as it stands first in its section; null: there is none, or it would be torn. */
export function firstInSection(timeline: Block): Block | null {
  if (timeline.rows.length === 0) return null;
  return timeline.chart === null || fitsFirst(withNotesBelow(timeline)) ? timeline : null;
}

/** Programmes on a time line. */
export function ProgramsInTime({
  frame,
  block,
}: {
  readonly frame: ReportFrame;
  readonly block: Block;
}): VNode {
  return (
    <ReportFigures frame={frame} blocks={[block]} layouts={{ [block.id]: 'whole' }} tableFirst={false} />
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
    <div class={startsLow(table) ? 'table-programs kept-start' : 'table-programs'}>
      {!areAll && <p class="figure-subtitle">{block.subtitle}</p>}
      <DataTable
        edition={edition}
        block={{ ...table, notes: areAll ? [] : [edition.t(leadingMessages.elsewhere)] }}
        captionHidden
      />
    </div>
  );
}

/** No cell of such a row is higher than five lines: with the heading of the section two of them leave no hole. */
const LOW_CELL = 120;

/** Whether the first two rows of a list may stay together, as `kept-start`. */
export function startsLow({ rows }: Block): boolean {
  return rows.slice(0, 2).every(({ cells }) => cells.every(({ text }) => text.length <= LOW_CELL));
}

/** The first rows of a list, and how many there are. */
export function FirstRows({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  return <DataTable edition={edition} block={withShortTexts(first(edition, block))} captionHidden />;
}

/** Figures that a report tells one by one, under a heading that counts all of them. */
export function Fresh({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  return (
    <div id={block.id} class="figure figure-wide fresh">
      <h3 class="figure-title">
        <Said text={block.title} />
      </h3>
      <DataTable
        edition={edition}
        block={withShortNames(first(edition, withoutColumns(block, ['kind'])))}
        captionHidden
      />
    </div>
  );
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

/** One row beside nothing, or one way of all money: its title is all that a table would say. */
export function isSaidByTitle({ id, isSentence = false, rows }: Block): boolean {
  return isSentence && (rows.length === 1 || id === 'money-flow');
}

/** Of a line of a note and of a sentence, and beneath the last of each (report.css.ts); in pixels of CSS. */
const [NOTE_LINE, BELOW_NOTES, BELOW_SENTENCES] = [15, 11, 23];

/** How high what is said above the first figure is. */
function heightAbove(notes: readonly string[], proof: Proof | null, sentences: readonly Block[]): number {
  const lines = (texts: readonly string[]) =>
    texts.reduce((sum, text) => sum + linesOf(text, SHEET_WIDTH.a4, STRONG), 0);
  const noted = lines(notes) + (proof === null ? 0 : 1);
  const said = lines(sentences.map(({ title, subtitle }) => `${title} · ${subtitle}`));
  const notedBelow = lines(sentences.flatMap((block) => block.notes));
  return (
    (noted + notedBelow) * NOTE_LINE +
    (noted === 0 ? 0 : BELOW_NOTES) +
    said * TEXT.line +
    (sentences.length === 0 ? 0 : BELOW_SENTENCES)
  );
}

function Sentence({ block, isClose }: { readonly block: Block; readonly isClose: boolean }): VNode {
  return (
    <div id={block.id} class={`figure figure-wide${isClose ? ' figure-said' : ''}`}>
      <p>
        <span class="strong">
          <Said text={block.title} />
        </span>
        {block.subtitle !== '' && <span class="quiet"> · {block.subtitle}</span>}
      </p>
      <Notes notes={block.notes} />
    </div>
  );
}

/** A table whose rows have their bars: a chart and its table in one. */
function BarTable({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  const points = new Map(
    block.chart === null ? [] : pointsIn(block.chart).map((point) => [point.key, point]),
  );
  const longest = Math.max(0, ...points.values().map(({ value, goal }) => Math.max(value ?? 0, goal ?? 0)));
  const part = (value: number) => (longest === 0 ? 0 : Math.max(0, value) / longest);
  const mark = ({ key }: BlockRow) => {
    const { value = null, muted = false, goal, expected, baseline } = points.get(key) ?? {};
    if (value === null && goal === undefined) return null;
    const bar = {
      share: value === null ? null : part(value),
      muted,
      goal: goal && part(goal),
      expected: expected && part(expected),
      baseline: baseline && part(baseline),
    };
    return <OwnMarkup kind="bar" svg={rowBar(bar)} />;
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
      <Notes notes={[...hatchingNote(block.chart), ...block.notes]} />
    </div>
  );
}

/** What hatching means, beneath bars that have no legend. */
function hatchingNote(chart: ChartSpec | null): readonly string[] {
  const label = chart === null ? null : hatchingLabel(chart);
  return label === null ? [] : [label];
}

/**
 * Halves that follow each other stand two in a row, the longest first; one without another takes the whole width. The
 * first is a table: with the heading of the section it must stay, and a table does so with two of its rows.
 */
function rowsOf(
  blocks: readonly Block[],
  layouts: Readonly<Record<string, Layout>>,
  tableFirst: boolean,
): readonly { readonly layout: Layout; readonly blocks: readonly Block[] }[] {
  const runs: { layout: Layout; blocks: Block[] }[] = [];
  blocks.forEach((block, index) => {
    const layout = layoutOf(block, layouts, tableFirst && index === 0);
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
  return fits(withNotesBelow(block), layout) ? layout : 'bars';
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
export function onPaper({ t, f }: Edition, block: Block): Block {
  const { chart, title, illustrative } = block;
  const subtitle = [block.subtitle, ...(illustrative ? [t(commonMessages.illustrative)] : [])]
    .filter((part) => part !== '')
    .join(' · ');
  if (chart === null || !compares(chart)) return { ...block, subtitle, chart: null };
  const said = [title, subtitle, ...valuesOf({ t, f }, chart)].filter((part) => part !== '');
  return { ...block, subtitle, chart: { ...chart, description: `${said.join('. ')}.` } };
}

/** Each of its values: of several series, or of what flows, in a sentence for each series and stage. */
function valuesOf({ t, f }: Pick<Edition, 't' | 'f'>, chart: ChartSpec): readonly string[] {
  const { format, missingLabel } = chart;
  const written = (value: number) =>
    format.style === 'money' ? f.money(value, format.currency) : f.number(value);
  const each = (points: readonly ChartPoint[]) =>
    points
      .map(({ label, value, valueLabel }) => ({
        label,
        figure: valueLabel ?? (value === null ? missingLabel : written(value)),
      }))
      .map((words) => t(blockMessages.part, words))
      .join('; ');
  if (chart.type === 'flow') {
    const { stages, bands } = chart;
    const nameOf = (stage: number, key: string) =>
      stages[stage]?.nodes.find((node) => node.key === key)?.label ?? key;
    const flows = bands.map(({ stage, from, to, value }) => ({
      label: `${nameOf(stage, from)} → ${nameOf(stage + 1, to)}`,
      figure: written(value),
    }));
    return [
      ...stages.map(({ label, nodes }) => t(commonMessages.labelled, { label, text: each(nodes) })),
      flows.map((words) => t(blockMessages.part, words)).join('; '),
    ];
  }
  if (!hasSeries(chart) || chart.series.length < 2) return [each(pointsIn(chart))];
  const sums = chart.type === 'bar' || chart.sums === undefined ? [] : [each(chart.sums)];
  return [
    ...chart.series.map(({ label, points }) => t(commonMessages.labelled, { label, text: each(points) })),
    ...sums,
  ];
}

function compares(chart: ChartSpec): boolean {
  return chart.type === 'map' || pointsIn(chart).length > 1;
}
