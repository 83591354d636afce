import type { Block, Gap } from '../core/report/block.ts';
import type { Sheet, SheetLine } from '../core/report/sheet.ts';
import type { SheetCell } from '../core/report/sheet-cell.ts';
import { sheetNames } from '../core/report/sheet-names.ts';
import { dataSheet } from './data-sheet.ts';
import { commonMessages } from './i18n/messages/common.ts';
import { workbookMessages } from './i18n/messages/exports.ts';
import { reportMessages } from './i18n/messages/reports.ts';
import { columnsOf, inBold, type SheetWords, sheetNameOf, textCell, widthOf } from './sheet-columns.ts';

/** What is drawn on a map stands in the table of countries. */
const DRAWN_TWICE: readonly string[] = ['results-map', 'disbursement-map'];
/** So many rows are written before others that wait have their turn. */
const PIECE = 500;

/** What a workbook of whole blocks holds. */
export interface WorkbookContent {
  /** What it is, a line each: a label, and what it says. */
  readonly about: readonly SheetLine[];
  readonly blocks: readonly Block[];
  readonly gaps: readonly Gap[];
}

/**
 * A workbook of whole blocks: what it is and what each sheet shows, a sheet for each block that has rows, the gaps, and
 * every figure of all blocks once more as data. Numbers are numbers, money is in major units, days are days, and what is
 * missing is empty.
 */
export function blocksWorkbook(
  words: SheetWords,
  { about, blocks, gaps }: WorkbookContent,
): readonly Sheet[] {
  const { t } = words;
  const shown = blocks.filter(({ id }) => !DRAWN_TWICE.includes(id) || blocks.length === 1);
  const filled = shown.filter(({ rows }) => rows.length > 0);
  const [first = '', last = '', ofGaps = '', ...names] = sheetNames([
    t(workbookMessages.about),
    t(workbookMessages.data),
    t(reportMessages.gaps),
    ...filled.map((block) => sheetNameOf(words, block)),
  ]);
  const sheeted = filled.map((block, at) => ({ block, sheet: names[at] ?? '' }));
  const data = dataSheet(words, sheeted);
  const listed = shown.map((block): SheetLine => {
    const { title, subtitle } = block;
    return [
      { text: names[filled.indexOf(block)] ?? '–' },
      { text: subtitle === '' ? title : `${title}. ${subtitle}`, wrap: true },
    ];
  });
  const heads = [workbookMessages.sheet, workbookMessages.shows].map((head) => bold(t(head)));
  const ofData: SheetLine = [{ text: last }, { text: t(workbookMessages.dataShows), wrap: true }];
  return [
    aboutSheet(first, [...about, [], heads, ...listed, ...(data === null ? [] : [ofData])]),
    ...sheeted.map(({ block, sheet }) => ({ ...blockSheet(words, block), name: sheet })),
    ...(gaps.length > 0 ? [gapsSheet(words, gaps, ofGaps)] : []),
    ...(data === null ? [] : [{ ...data, name: last }]),
  ];
}

/** Labels and what they say. */
export function aboutSheet(name: string, lines: readonly SheetLine[]): Sheet {
  return {
    name,
    captions: [],
    head: [],
    widths: [34, 90],
    async *rows() {
      yield lines;
    },
  };
}

/** One line of it. */
export function aboutLine(label: string, text: string): SheetLine {
  return [bold(label), { text, wrap: true }];
}

/** @param others of the same block, after its first rows: of a list that nobody holds whole */
export function blockSheet(words: SheetWords, first: Block, others?: AsyncIterator<Block>): Sheet {
  const columns = first.columns.flatMap((column, at) =>
    // Whether a column is empty throughout nobody knows before the end of a list.
    others === undefined && column.dataOnly && isEmpty(first, at) ? [] : columnsOf(words, first, column, at),
  );
  const linesOf = ({ rows }: Pick<Block, 'rows'>) => rows.map((row) => columns.map(({ cell }) => cell(row)));
  const some = linesOf(first);
  let last = first;
  return {
    name: sheetNameOf(words, first),
    captions: [
      first.title,
      ...(first.subtitle === '' ? [] : [first.subtitle]),
      ...(first.illustrative ? [words.t(commonMessages.illustrativeAmounts)] : []),
    ],
    head: columns.map(({ head, numeric }) => (numeric ? { ...bold(head), atEnd: true } : bold(head))),
    // Of a long list, as wide as its first some hundred rows want.
    widths: columns.map(({ head }, at) =>
      widthOf(
        head,
        some.map((line) => line[at] ?? null),
      ),
    ),
    async *rows() {
      yield* inPieces(some);
      if (others === undefined) return;
      for (let next = await others.next(); next.done !== true; next = await others.next()) {
        last = next.value;
        yield linesOf(last);
      }
    },
    foot: () => {
      const { total, notes, illustrative } = last;
      return {
        total: total === null ? null : columns.map(({ cell }) => inBold(cell(total))),
        notes: [
          // What only the end of a list knows.
          ...(illustrative && !first.illustrative ? [words.t(commonMessages.illustrativeAmounts)] : []),
          ...notes,
        ],
      };
    },
  };
}

function gapsSheet({ t }: SheetWords, gaps: readonly Gap[], name: string): Sheet {
  const lines = gaps.flatMap(({ label, explanation, items }) =>
    (items.length === 0 ? [{ text: '' }] : items).map(
      ({ text }): SheetLine => [
        { text: label, wrap: true },
        wrapped(textCell(text)),
        { text: explanation, wrap: true },
      ],
    ),
  );
  const heads = [workbookMessages.gap, workbookMessages.gapItem, workbookMessages.note];
  return {
    name,
    captions: [t(reportMessages.gaps)],
    head: heads.map((head) => bold(t(head))),
    widths: [40, 60, 60],
    rows: () => inPieces(lines),
  };
}

/** Such as the denominators where no figure is a ratio. */
function isEmpty({ rows, total }: Block, at: number): boolean {
  return [...rows, ...(total === null ? [] : [total])].every(
    ({ cells }) => (cells[at]?.raw ?? null) === null,
  );
}

async function* inPieces(lines: readonly SheetLine[]): AsyncGenerator<readonly SheetLine[]> {
  for (let at = 0; at < lines.length; at += PIECE) yield lines.slice(at, at + PIECE);
}

function bold(text: string) {
  return { text, bold: true };
}

function wrapped(cell: SheetCell): SheetCell {
  return cell !== null && 'text' in cell ? { ...cell, wrap: true } : cell;
}
