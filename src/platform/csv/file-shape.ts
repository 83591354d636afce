import { oneLine } from '../../core/one-line.ts';
import { slug } from '../../core/text.ts';
import { fileError, type RowError } from './row-error.ts';
import { type Columns, knownIn, ROWS_TO_HEADER, type Row } from './table.ts';

/** One column of a file whose names are not those of its kind. */
export interface ShapeColumn {
  /** As the header has it; '': it has no name. */
  readonly name: string;
  /** Its first values that differ from each other. */
  readonly samples: readonly string[];
}

/** What a file looks like before anybody has said what its columns are. */
export interface FileShape {
  /** Where its header begins; the first line is 1. */
  readonly line: number;
  /** All of them, in the order of the file; one without a name and values is there too. */
  readonly columns: readonly ShapeColumn[];
  /** Below the header, empty ones aside. */
  readonly rowCount: number;
}

/** What somebody says that the columns of a file are. */
export interface NamedHeader {
  /** The line on which the header begins. */
  readonly line: number;
  /** Of each column which of its kind it is: none, one, or several that it holds for alike. */
  readonly names: readonly (readonly string[])[];
}

/** A person looks through so many, one by one. */
const MOST_COLUMNS = 40;
const MOST_SAMPLES = 3;
/** Rows in which they are looked for. */
const ROWS_OF_SAMPLES = 200;
/** Names and samples are shown up to so many letters. */
const MOST_LETTERS = 80;

/**
 * The columns of a file with their first values. Its header is the row of the first thirty that names most columns, by
 * whatever name; where none names any, the first of those that have most cells.
 */
export function shapeOf(rows: readonly Row[], columns: Columns): FileShape | RowError {
  const first = rows.slice(0, ROWS_TO_HEADER);
  const named = first.map(({ cells }) => knownIn(cells, columns).size);
  const filled = first.map(({ cells }) => cells.reduce((count, cell) => count + (cell === '' ? 0 : 1), 0));
  const marks = Math.max(0, ...named) > 0 ? named : filled;
  const at = marks.indexOf(Math.max(0, ...marks));
  const head = first[at];
  if (head === undefined) return fileError(1, 'FILE.EMPTY', 'The file is empty.', 'Choose another one.');
  const below = rows.slice(at + 1);
  if (below.length === 0) {
    const message = 'There are no rows below the header.';
    return fileError(head.line, 'FILE.NO_ROWS', message, 'Choose another file.');
  }
  const looked = below.slice(0, ROWS_OF_SAMPLES);
  const width = Math.max(...[head, ...looked].map(({ cells }) => lastFilled(cells) + 1));
  if (width > MOST_COLUMNS) {
    const message = `The header has ${width} columns.`;
    const remedy = `At most ${MOST_COLUMNS} are told what they are: take out those that are not used.`;
    return fileError(head.line, 'FILE.TOO_MANY_COLUMNS', message, remedy);
  }
  return {
    line: head.line,
    columns: Array.from({ length: width }, (_, index) => ({
      name: shown(head.cells[index] ?? ''),
      samples: samplesOf(looked, index),
    })),
    rowCount: below.length,
  };
}

/** As it is kept and shown: a database does not take the half of a letter. */
function shown(cell: string): string {
  return oneLine(cell, MOST_LETTERS).toWellFormed();
}

function lastFilled(cells: readonly string[]): number {
  return cells.findLastIndex((cell) => cell !== '');
}

function samplesOf(rows: readonly Row[], index: number): readonly string[] {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const cell = cells[index] ?? '';
    if (cell !== '') found.add(shown(cell));
    if (found.size === MOST_SAMPLES) break;
  }
  return [...found];
}

/** The same names in the same order, whatever their case, accents and spaces. */
export function sameHeader(names: readonly string[]): string {
  return JSON.stringify(names.map(slug));
}

/** Rows as if the header had the names that somebody gave its columns; what stands above it is left out. */
export function underNames(rows: readonly Row[], { line, names }: NamedHeader): readonly Row[] {
  const at = rows.findIndex((row) => row.line === line);
  const head = rows[at];
  if (head === undefined) return [];
  const width = Math.max(names.length, head.cells.length);
  const more = names.flatMap(([, ...others], index) => others.map((name) => ({ name, index })));
  const named = [
    ...Array.from({ length: width }, (_, index) => names[index]?.[0] ?? ''),
    ...more.map(({ name }) => name),
  ];
  // Once more between the rows, it is no row.
  const isHead = ({ cells }: Row) =>
    cells.length === head.cells.length && cells.every((cell, index) => cell === head.cells[index]);
  return rows.slice(at).map((row) => {
    if (isHead(row)) return { ...row, cells: named };
    const { cells, numbers } = row;
    // A row that breaks off stays short, and is told as that.
    if (more.length === 0 || cells.length < head.cells.length) return row;
    const whole = Array.from({ length: width }, (_, index) => cells[index] ?? '');
    const again = more.flatMap(({ index }, after) => (numbers?.has(index) ? [width + after] : []));
    return {
      ...row,
      cells: [...whole, ...more.map(({ index }) => cells[index] ?? ''), ...cells.slice(width)],
      ...(numbers !== undefined && { numbers: new Set([...numbers, ...again]) }),
    };
  });
}
