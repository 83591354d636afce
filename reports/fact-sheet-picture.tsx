import type { VNode } from 'preact';
import type { Block, Tile } from '../src/core/report/block.ts';
import { boxedChart, isPortraitMap } from '../src/web/chart-markup.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { commonMessages } from '../src/web/i18n/messages/common.ts';
import { reportMessages } from '../src/web/i18n/messages/reports.ts';
import { DataTable } from '../src/web/parts/data-table.tsx';
import { OwnMarkup } from '../src/web/parts/own-markup.tsx';
import { Said } from '../src/web/parts/said.tsx';
import { Tiles } from '../src/web/parts/tiles.tsx';
import { isSaidByTitle, onPaper } from './report-figures.tsx';
import { Headlines, type ReportFrame } from './report-frame.tsx';
import { heightOf, roomOn, SHEET_WIDTH, STRONG, TEXT, tableHeight } from './sheet-room.ts';
import { withShortNames } from './short-names.ts';

export interface PictureProps {
  readonly headlines: readonly string[];
  readonly tiles: readonly Tile[];
  /** Null: there is nothing to draw. */
  readonly map: Block | null;
  readonly trend: Block | null;
  readonly payers: Block | null;
}

/** Of half of a sheet, beside a gap of 7 mm. */
const halfOf = (width: number) => (width - 26.5) / 2;
/** Above what a sheet says first: its masthead without its subject and its cautions, and the heading of its section (fact-sheet.css.ts). */
const MASTHEAD = 207;
/** 150 mm. */
const SUBJECT_WIDTH = 566;
const SUBJECT = { size: 28, line: 30.3, weight: 600 } as const;
const HEADING = 48;
const GAP = 24;
/** What stands around the figures of earlier reports that have moved, and around each (report.css.ts). */
const [CHANGED_HEAD, CHANGED_EDGE, CHANGED_GAP] = [72, 40, 4];
const [LEAST_CHART, MOST_CHART, LEAST_MAP, MOST_MAP] = [112, 240, 150, 360];
const MOST_MAP_ALONE = 440;
/** Of Central America and the Caribbean, in half of a sheet. */
const WIDE_MAP = 215;
/** So many donors are listed, or fewer where there is no room, or who pays most is said alone; all of them stand where the money is told. */
const PAYERS_LISTED = [4, 3, 2, 0];

/** A chart with its size on the sheet. */
interface BoxedBlock {
  readonly block: Block;
  readonly height: number;
  readonly width: number;
}

/** How the first page of a fact sheet is filled. */
export interface PictureLayout {
  readonly sentences: readonly string[];
  readonly map: BoxedBlock | null;
  readonly trend: BoxedBlock | null;
  readonly payers: { readonly block: Block; readonly isBelow: boolean } | null;
  /** In pixels of CSS, with the masthead. */
  readonly height: number;
}

/** What stands on the first page: charts as high as there is room for, and no more sentences than fit above them. */
export function pictureLayout(frame: ReportFrame, props: PictureProps): PictureLayout {
  const { edition, paper } = frame;
  const { tiles, headlines } = props;
  const [map, trend] = [props.map, props.trend].map((block) =>
    block === null ? null : onPaper(edition, withShortNames(block)),
  );
  const width = SHEET_WIDTH[paper];
  const used = MASTHEAD + subjectHigh(frame) + cautionHigh(frame) + HEADING + tilesHigh(tiles, width);
  const left = roomOn(paper) - used - GAP;
  const figuresWith = (payers: Block | null) =>
    figuresIn(left, width, { map: map ?? null, trend: trend ?? null, payers });
  const figures =
    PAYERS_LISTED.map((most) => figuresWith(leadingPayers(edition, props.payers, most))).find(
      ({ payers }) => payers !== null,
    ) ?? figuresWith(null);
  const height = used + (figures.height === 0 ? 0 : GAP + figures.height);
  const sentences = sentencesIn(headlines, roomOn(paper) - height, width);
  return { ...figures, sentences, height: height + sentencesHigh(sentences, width) };
}

/**
 * A map that is wider than high stands beside the trend, and who pays below both; beside a high one, and where there is not
 * so much room, who pays stands below the trend.
 */
function figuresIn(
  left: number,
  width: number,
  { map, trend, payers }: Pick<PictureProps, 'map' | 'trend' | 'payers'>,
): Omit<PictureLayout, 'sentences'> {
  const half = halfOf(width);
  const titled = (block: Block | null, wide = half) =>
    block === null ? 0 : heightOf(block.title, wide, STRONG) + heightOf(block.subtitle, wide) + 10;
  if (map !== null && trend === null && payers === null) {
    // Alone it has the whole width, so that the page is full.
    const height = clamp(left - titled(map, width), LEAST_MAP, MOST_MAP_ALONE);
    const alone = { block: map, height, width };
    return { map: alone, trend, payers, height: titled(map, width) + height };
  }
  const below = payers === null ? 0 : titled(payers, width) + payersTable(payers, width) + GAP;
  const isWide = map !== null && map.chart !== null && !isPortraitMap(map.chart);
  const row = Math.max(titled(map), titled(trend)) + WIDE_MAP;
  if (isWide && payers !== null && row + below <= left) {
    const height = clamp(left - below - titled(trend), LEAST_CHART, WIDE_MAP);
    return {
      map: { block: map, height: WIDE_MAP, width: half },
      trend: trend === null ? null : { block: trend, height, width: half },
      payers: { block: payers, isBelow: true },
      height: row + below,
    };
  }
  // Beside a map the others stand one above the other; without one, side by side.
  const payersHigh = payers === null ? 0 : titled(payers) + payersTable(payers, half);
  const stacked = map === null || payers === null ? 0 : payersHigh + GAP;
  const chart = trend === null ? 0 : clamp(left - titled(trend) - stacked, LEAST_CHART, MOST_CHART);
  const column = Math.max(titled(trend) + chart + stacked, payersHigh);
  const mapHigh = map === null ? 0 : clamp(column - titled(map), LEAST_MAP, isWide ? WIDE_MAP : MOST_MAP);
  if (payers !== null && column > left) return figuresIn(left, width, { map, trend, payers: null });
  return {
    map: map === null ? null : { block: map, height: mapHigh, width: half },
    trend: trend === null ? null : { block: trend, height: chart, width: half },
    payers: payers === null ? null : { block: payers, isBelow: false },
    height: Math.max(column, map === null ? 0 : titled(map) + mapHigh),
  };
}

/** The country, in one line or several. */
function subjectHigh({ scope }: ReportFrame): number {
  return heightOf(scope, SUBJECT_WIDTH, SUBJECT);
}

/** What stands in the masthead in sentences, and what is said below it. */
function cautionHigh(frame: ReportFrame): number {
  const { edition, paper, known, past, running, illustrative, changed } = frame;
  const { t } = edition;
  const said = [
    known === null ? t(reportMessages.approvedOnly) : `${t(commonMessages.approvedOnly)} ${known}`,
    illustrative ? t(reportMessages.illustrativeMoney) : '',
  ].join(' ');
  const apart = [past !== null, running].filter((each) => each).length;
  const moved = changed.map(
    (sentence) => heightOf(sentence, SHEET_WIDTH[paper] - CHANGED_EDGE) + CHANGED_GAP,
  );
  const movedHigh = moved.length === 0 ? 0 : moved.reduce((sum, each) => sum + each, CHANGED_HEAD);
  return heightOf(said, SHEET_WIDTH[paper]) + apart * 66 + movedHigh;
}

/** A picture of the country: its headline figures with how they changed, where it is, what became of it, and who pays. */
export function FactSheetPicture(props: {
  readonly edition: Edition;
  readonly tiles: readonly Tile[];
  readonly layout: PictureLayout;
}): VNode {
  const { edition, tiles, layout } = props;
  const { sentences, map, trend, payers } = layout;
  const isBelow = payers?.isBelow === true;
  const isMapAlone = trend === null && payers === null;
  const drawn = trend !== null && <Boxed {...trend} />;
  const who = payers !== null && <Payers edition={edition} block={payers.block} />;
  return (
    <>
      <Headlines sentences={sentences} />
      <Tiles edition={edition} tiles={tiles} />
      <div class={map !== null && isMapAlone ? 'picture-wide' : 'picture'}>
        {map === null ? (
          <>
            {drawn}
            {who}
          </>
        ) : (
          <>
            <Boxed {...map} />
            {!isMapAlone && (
              <div>
                {drawn}
                {!isBelow && who}
              </div>
            )}
          </>
        )}
      </div>
      {isBelow && who}
    </>
  );
}

function Boxed({ block, height, width }: BoxedBlock): VNode | null {
  const { chart } = block;
  if (chart === null) return null;
  return (
    <div id={block.id} class="boxed">
      <h3>
        <Said text={block.title} />
      </h3>
      <p class="quiet">{block.subtitle}</p>
      <OwnMarkup kind="chart" svg={boxedChart(chart, { width, height })} spec={chart} live={false} />
    </div>
  );
}

function Payers({ edition, block }: { readonly edition: Edition; readonly block: Block }): VNode {
  return (
    <div id={`${block.id}-first`} class="boxed payers">
      <h3>
        <Said text={block.title} />
      </h3>
      <p class="quiet">{block.subtitle}</p>
      {!isTitleAlone(block) && (
        <DataTable edition={edition} block={{ ...block, id: `${block.id}-first` }} captionHidden />
      )}
    </div>
  );
}

/** The donors that paid most, with the total of all; without any, what its title says. */
function leadingPayers({ t }: Edition, block: Block | null, most: number): Block | null {
  if (block === null) return null;
  const rows = (block.short?.rows ?? block.rows).slice(0, most);
  const all = block.short?.all ?? block.rows.length;
  const { short: _, ...rest } = withShortNames({ ...block, rows });
  const subtitle = [block.subtitle, ...(block.illustrative ? [t(commonMessages.illustrative)] : [])].join(
    ' · ',
  );
  return {
    ...rest,
    subtitle,
    chart: null,
    notes: most > 0 && rows.length < all ? [t(leadingMessages.rowsOf, { shown: rows.length, all })] : [],
  };
}

function isTitleAlone(block: Block): boolean {
  return block.rows.length === 0 || isSaidByTitle(block);
}

function payersTable(block: Block, width: number): number {
  if (isTitleAlone(block)) return 0;
  const { rows, notes } = block;
  const cells = rows.map((row) => row.cells.map(({ text }) => text));
  const total = TEXT.line + 9;
  const noted = notes.reduce((sum, note) => sum + heightOf(note, width) + 6, 0);
  return tableHeight(cells, { width, shares: [0.58, 0.42], head: true }) + total + noted;
}

/** Of a tile, in pixels of CSS: its rule with what is below it, its figure, alone or in a row of five, its label, and above each note. */
const [ABOVE_TILE, TILE_VALUE, TILE_VALUE_OF_FIVE, ABOVE_LABEL, ABOVE_NOTE] = [9.1, 25, 20.6, 4.7, 3.4];
const TILE_LABEL = { size: 13.34, line: 17.4, weight: 600 } as const;
/** Between two beside each other, and between two rows. */
const [TILES_GAP, TILE_ROWS_GAP] = [19, 22.7];

function tilesHigh(tiles: readonly Tile[], sheet: number): number {
  const columns = columnsOf(tiles);
  const room = sheet - (columns - 1) * TILES_GAP;
  // The last of five, which is money, is wider than the others.
  const widthOf = (at: number) => (columns === 5 ? (room * (at === 4 ? 1.4 : 1)) / 5.4 : room / columns);
  const value = columns === 5 ? TILE_VALUE_OF_FIVE : TILE_VALUE;
  const heights = tiles.map(({ label, note, changes = [], illustrative }, at) =>
    [note ?? '', ...changes, illustrative ? 'illustrative' : ''].reduce(
      (sum, text) => sum + (text === '' ? 0 : heightOf(text, widthOf(at)) + ABOVE_NOTE),
      ABOVE_TILE + value + heightOf(label, widthOf(at), TILE_LABEL) + ABOVE_LABEL,
    ),
  );
  const rows = Array.from({ length: Math.ceil(heights.length / columns) }, (_, row) =>
    Math.max(...heights.slice(row * columns, (row + 1) * columns)),
  );
  return rows.reduce((sum, row) => sum + row, 0) + Math.max(0, rows.length - 1) * TILE_ROWS_GAP;
}

/** As many as stand in one row (fact-sheet.css.ts). */
function columnsOf({ length }: readonly Tile[]): number {
  return length <= 5 ? Math.max(length, 1) : 3;
}

function sentencesIn(headlines: readonly string[], room: number, width: number): readonly string[] {
  const shown: string[] = [];
  for (const sentence of headlines) {
    if (sentencesHigh([...shown, sentence], width) > room) break;
    shown.push(sentence);
  }
  return shown;
}

function sentencesHigh(sentences: readonly string[], width: number): number {
  if (sentences.length === 0) return 0;
  return sentences.reduce((sum, text) => sum + heightOf(text, width, { size: 15.4, line: 21.5 }) + 6, 20);
}

function clamp(value: number, least: number, most: number): number {
  return Math.floor(Math.min(most, Math.max(least, value)));
}
