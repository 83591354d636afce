import type { Block, BlockRow, Gap } from '../src/core/report/block.ts';
import type { Edition } from '../src/web/edition.ts';
import { leadingMessages } from '../src/web/i18n/messages/annexes.ts';
import { shortText } from '../src/web/short-text.ts';
import { linesOf, SHEET_WIDTH, TEXT } from './sheet-room.ts';

/**
 * In letters. Beside their figures names have two lines or three, so that a row is never a quarter of a sheet; a
 * programme's name is longer where it is listed, and whole in annexes and files. What a gap lacks stands at its end, so that
 * no more than a text that is nobody's name is cut.
 */
const NAME = 100;
const TITLE = 170;
const LISTED = 220;
const CELL = 100;
const ITEM = 480;

/** A block whose names have an end, however long they are in the record. */
export function withShortNames(block: Block): Block {
  // What a target is, of whom and where stands in one cell.
  const width = block.id === 'targets' ? LISTED : NAME;
  return { ...shortened(block, width), title: shortText(block.title, TITLE) };
}

/** The same of figures one by one: what each is has more lines. */
export function withShortTexts(block: Block): Block {
  return shortened(block, LISTED);
}

/** The same where programmes are listed: their names have more lines. */
export function withListedNames(block: Block): Block {
  const { rows } = shortened(block, CELL);
  return {
    ...block,
    rows: rows.map((row, at) => {
      const [name, ...others] = row.cells;
      const whole = block.rows[at]?.cells[0]?.text ?? '';
      return name === undefined
        ? row
        : { ...row, cells: [{ ...name, text: shortText(whole, LISTED) }, ...others] };
    }),
  };
}

/** So many items of a gap are named in a report. */
const MOST_ITEMS = 6;

/** How many lines of which width the items of a gap may have: what it says is not torn, and leaves no hole. */
export interface GapRoom {
  readonly width: number;
  readonly lines: number;
}

/** Two stand side by side. */
const HALF_SHEET: GapRoom = { width: 320, lines: 8 };
/** Of ten points, one below the other. */
export const WHOLE_SHEET: GapRoom = { width: SHEET_WIDTH.a4, lines: 7 };

/** A gap with its first items, at least one, and how many others there are. */
export function withFirstItems({ t }: Edition, gap: Gap, room = HALF_SHEET): Gap {
  const all = gap.all ?? gap.items.length;
  let lines = 0;
  const items = gap.items
    .slice(0, MOST_ITEMS)
    .map((item) => ({ ...item, text: shortText(item.text, ITEM) }))
    .filter(({ text }, at) => {
      lines += linesOf(text, room.width, TEXT);
      return at === 0 || lines <= room.lines;
    });
  const count = all - items.length;
  const others = { text: t(leadingMessages.moreItems, { count }), href: null };
  return { ...gap, items: count === 0 ? items : [...items, others] };
}

function shortened(block: Block, width: number): Block {
  const row = (each: BlockRow): BlockRow => ({
    ...each,
    cells: each.cells.map((cell, at) =>
      block.columns[at]?.numeric ? cell : { ...cell, text: shortText(cell.text, width) },
    ),
  });
  return { ...block, rows: block.rows.map(row) };
}
