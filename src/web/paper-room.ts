import { measurePlex } from '../charts/index.ts';
import type { ChartSpec } from '../core/chart/chart-spec.ts';
import type { Block } from '../core/report/block.ts';
import { paperShape } from './chart-markup.ts';

export { measurePlex };

/**
 * What may not be broken takes at most a third of a sheet with its heading: then a sheet is never left before two thirds
 * of it are used, whatever stands above. Pixels of CSS. The text of a Letter sheet is 912 high, the lower of the two; the
 * ink of a line ends some way above the line.
 */
const MOST_HIGH = 285;

/** Of the text, by layout; on A4, the narrower of the two. */
const WIDTHS = { whole: 672, half: 324 } as const;
/** What stands above a figure and between its parts (report.css.ts). */
const SPACES = 23 + 10;
const TITLE = { size: 14, line: 18.2 } as const;
const SMALL = { size: 10.4, line: 15 } as const;
/** A Letter sheet is this much wider, and what fills its width is this much higher. */
const LETTER = 1.035;

/** The heading of a section (print.css.ts, report.css.ts), in place of the space above a figure. */
const HEADING = 72 - 23;

/** Whether a block's chart fits so as the first thing in its section, with whose heading it must stay. */
export function fitsFirst(block: Block): boolean {
  return block.chart !== null && highOf(block, block.chart, 'whole') + HEADING <= MOST_HIGH;
}

/** Whether a block's chart fits, as what may not be broken, into the room that is left on any sheet. */
export function fits(block: Block, layout: keyof typeof WIDTHS): boolean {
  return block.chart !== null && highOf(block, block.chart, layout) <= MOST_HIGH;
}

function highOf({ title, subtitle, notes }: Block, chart: ChartSpec, layout: keyof typeof WIDTHS): number {
  const width = WIDTHS[layout];
  const lines = (text: string, { size }: { readonly size: number }, weight: 400 | 600) =>
    Math.ceil((measurePlex(text, size, weight) * 1.08) / width);
  const words =
    lines(title, TITLE, 600) * TITLE.line +
    [subtitle, ...notes].reduce((sum, text) => sum + lines(text, SMALL, 400) * SMALL.line, 0);
  return SPACES + words + paperShape(chart, layout === 'whole') * width * LETTER;
}
