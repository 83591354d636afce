import type { VNode } from 'preact';
import { hasSeries } from '../src/core/chart/chart-spec.ts';
import type { Block } from '../src/core/report/block.ts';
import { boxedChart, boxedHeight } from '../src/web/chart-markup.ts';
import { Notes } from '../src/web/parts/data-table.tsx';
import { OwnMarkup } from '../src/web/parts/own-markup.tsx';
import { Said } from '../src/web/parts/said.tsx';
import { onPaper } from './report-figures.tsx';
import type { ReportFrame } from './report-frame.tsx';
import { heightOf, SHEET_WIDTH, STRONG, TEXT } from './sheet-room.ts';
import { withShortNames } from './short-names.ts';

/** Laid out for so many pixels and shown as wide as the sheet, a chart has letters of ten points. */
const LAID_OUT = 600;
/** Of the years of money: with its title, no more than a third of a sheet. */
const YEARS_HIGH = 150;

/** The programmes of a sheet on a time line, never torn. */
export interface ShownInTime {
  readonly code: string;
  readonly block: Block;
  /** In pixels of CSS. */
  readonly height: number;
}

/** Null: fewer than two programmes have dates. */
export function inTimeOf({ edition, paper }: ReportFrame, timeline: Block): ShownInTime | null {
  const block = onPaper(edition, withShortNames(timeline));
  if (block.chart === null) return null;
  const width = SHEET_WIDTH[paper];
  const words =
    heightOf(block.title, width, STRONG) +
    heightOf(block.subtitle, width) +
    block.notes.reduce((sum, note) => sum + heightOf(note, width), 0);
  const drawn = (boxedHeight(block.chart, { width: LAID_OUT }) * width) / LAID_OUT;
  return { code: block.id, block, height: words + drawn + TEXT.line };
}

export function InTime({ shown: { block } }: { readonly shown: ShownInTime }): VNode {
  return <WideBox block={block} />;
}

/** Money year by year, beneath the tables of its section. */
export function YearsOfMoney({
  frame: { edition },
  block,
}: {
  readonly frame: ReportFrame;
  readonly block: Block;
}): VNode {
  return <WideBox block={onPaper(edition, withShortNames(block))} />;
}

function WideBox({ block }: { readonly block: Block }): VNode | null {
  const { chart, notes } = block;
  if (chart === null) return null;
  const box = { width: LAID_OUT, ...(hasSeries(chart) && { height: YEARS_HIGH }) };
  return (
    <div id={block.id} class="boxed boxed-wide">
      <h3>
        <Said text={block.title} />
      </h3>
      {block.subtitle !== '' && <p class="quiet">{block.subtitle}</p>}
      <OwnMarkup kind="chart" svg={boxedChart(chart, box)} spec={chart} live={false} />
      <Notes notes={notes} />
    </div>
  );
}
