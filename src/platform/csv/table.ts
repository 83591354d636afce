import type { ColumnNames } from '../../core/entry/column-guess.ts';
import { oneLine } from '../../core/one-line.ts';
import { saidInAny, slug } from '../../core/text.ts';
import { describeUnseen, firstUnseen, readVisible } from '../../core/unseen.ts';
import { closestWord } from '../../core/words.ts';
import { fileError, type RowError } from './row-error.ts';

/** One row as a file has it, before it is known which one is the header. */
export interface Row {
  /** Where it begins; the first line of the file is 1. */
  readonly line: number;
  /** Trimmed, and in Unicode's composed form. */
  readonly cells: readonly string[];
  /** Which cells a spreadsheet holds as numbers: their point is a point, however the reader's own numbers look. */
  readonly numbers?: ReadonlySet<number>;
}

/** One row below the header, cell by cell. */
export interface TableRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** The columns in which a spreadsheet holds a number, and not its digits as text. */
  readonly numbers: ReadonlySet<string>;
}

/** A file as a table. */
export interface Table {
  /** Rows that can be read. */
  readonly records: readonly TableRecord[];
  /** Of all rows, the header, empty ones and those left out aside. */
  readonly rowCount: number;
  readonly errors: readonly RowError[];
  /** What was left out or guessed, in whole sentences. */
  readonly notes: readonly string[];
}

/** Which columns a file may have, and which of them it must. */
export interface Columns {
  readonly known: readonly string[];
  readonly required: readonly string[];
  /** The columns of which one is enough, by the required one that they are for: a text in its four languages. */
  readonly anyOf?: Readonly<Record<string, readonly string[]>>;
  /** What else people call columns, as codes: by them a header is found, and what separates cells. */
  readonly names?: ColumnNames;
  /** Columns without a name are left out, whatever stands in them. */
  readonly leavesUnnamed?: boolean;
}

/** All the columns in which a required one may be. */
function columnsFor(name: string, { anyOf }: Columns): readonly string[] {
  return anyOf?.[name] ?? [name];
}

/** Beyond this it is no header of ours, and each name would be an error of its own. */
const MOST_COLUMNS = 1_000;
/** A header that stands lower is none. */
export const ROWS_TO_HEADER = 30;

/** What spreadsheets write where a formula has no answer. */
const SPREADSHEET_ERROR = /^#(REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|SPILL!|CALC!|GETTING_DATA)$/;
/** How a row that adds up those above it begins. */
const SUMS = saidInAny({
  en: 'total, totals, sum',
  es: 'total, totales, suma',
  pt: 'total, totais, soma',
  fr: 'total, totaux, somme',
});
const TOTAL = new RegExp(`^((grand|sub)-?)?(${SUMS.join('|')})(-|$)`);

/** A file that cannot be read as a whole. */
export function unreadable(reason: RowError): Table {
  return { records: [], rowCount: 0, errors: [reason], notes: [] };
}

/** The header does not say what the columns are: whoever brings the file may. */
const OF_THE_HEADER = [
  'FILE.UNKNOWN_COLUMN',
  'FILE.MISSING_COLUMN',
  'FILE.REPEATED_COLUMN',
  'FILE.UNNAMED_COLUMN',
  'FILE.NO_ROWS',
];

/** Whether a file is a table of columns that are called otherwise, and nothing else is wrong with it. */
export function isOfOtherColumns({ errors }: Pick<Table, 'errors'>): boolean {
  return errors.length > 0 && errors.every(({ code }) => OF_THE_HEADER.includes(code));
}

/** Of every row of a CSV. */
const NO_NUMBERS: ReadonlySet<never> = new Set();

/** The known columns that a row names, if it is the header. */
export function knownIn(cells: readonly string[], { known, names = {} }: Columns): ReadonlySet<string> {
  const found = cells.slice(0, MOST_COLUMNS).map((cell) => {
    const name = columnName(cell);
    const code = slug(cell);
    return known.includes(name) ? name : Object.hasOwn(names, code) ? names[code] : undefined;
  });
  return new Set(found.filter((name) => name !== undefined));
}

/** A column's name in whatever case it is written, with spaces or without: `Country or region` is `country_or_region`. */
function columnName(cell: string): string {
  return slug(cell).replaceAll('-', '_');
}

/**
 * The table that rows are: its header is the first row that names all the columns which there must be, else the one that
 * names most of them. What stands above it is left out, and so are columns without name and content, a row of HXL tags
 * (https://hxlstandard.org), the header once more, and totals at the end; a total between the rows is refused.
 *
 * @param shortRows a row with fewer cells than the header: spreadsheets leave empty ones at the end out
 */
export function tableOf(
  rows: readonly Row[],
  columns: Columns,
  shortRows: 'refuse-short-rows' | 'fill-short-rows',
): Table {
  const at = headerAt(rows, columns);
  const head = rows[at];
  if (head === undefined) {
    const remedy = `Begin with the header: ${columns.required.join(',')}`;
    return unreadable(fileError(1, 'FILE.EMPTY', 'The file is empty.', remedy));
  }
  const below = rows.slice(at + 1);
  const header = headerOf(head, below, columns);
  const headerErrors = checkHeader(head, header, below, columns);
  if (headerErrors.length > 0) {
    return { records: [], rowCount: below.length, errors: headerErrors, notes: [] };
  }
  const { kept, errors, notes } = leaveOut(below, header, columns);
  if (kept.length === 0 && errors.length === 0) {
    const message = 'There are no rows below the header.';
    const remedy = 'Add a row for each thing, or import another file.';
    return unreadable(fileError(head.line, 'FILE.NO_ROWS', message, remedy));
  }
  const checked = kept.map((row) => checkRow(row, header, shortRows));
  return {
    records: checked.flatMap((row) => ('cells' in row ? [row] : [])),
    rowCount: kept.length + errors.length,
    errors: [...errors, ...checked.flatMap((row) => ('code' in row ? [row] : []))],
    notes: [...noteAbove(rows.slice(0, at)), ...notes],
  };
}

function headerAt(rows: readonly Row[], columns: Columns): number {
  const found = rows.slice(0, ROWS_TO_HEADER).map(({ cells }) => knownIn(cells, columns));
  const whole = found.findIndex((names) =>
    columns.required.every((name) => columnsFor(name, columns).some((one) => names.has(one))),
  );
  if (whole >= 0) return whole;
  const most = Math.max(0, ...found.map(({ size }) => size));
  return Math.max(
    0,
    found.findIndex(({ size }) => size === most),
  );
}

/** The name of each column; '' where it has none and is empty, and nothing after the last that has one. */
type Header = readonly string[];

function headerOf({ cells }: Row, below: readonly Row[], { known }: Columns): Header {
  const names = cells.map((cell) => (known.includes(columnName(cell)) ? columnName(cell) : cell));
  const width = names.findLastIndex((name) => name !== '') + 1;
  const used = Math.min(
    MOST_COLUMNS,
    below.reduce((most, row) => Math.max(most, Math.min(row.cells.length, names.length)), width),
  );
  const unnamed = below.some((row) => row.cells.slice(width, used).some((cell) => cell !== ''));
  return unnamed ? names : names.slice(0, width);
}

function checkHeader(
  { line }: Row,
  header: Header,
  below: readonly Row[],
  columns: Columns,
): readonly RowError[] {
  const { known, required } = columns;
  const error = (column: string, code: string, message: string, remedy: string) => ({
    ...fileError(line, code, message, remedy),
    column: oneLine(column, 60),
  });
  if (header.length > MOST_COLUMNS) {
    const message = `The header has ${header.length} columns.`;
    return [fileError(line, 'FILE.TOO_MANY_COLUMNS', message, `Columns are: ${known.join(', ')}.`)];
  }
  const repeated = header.filter((name, index) => name !== '' && header.indexOf(name) !== index);
  const unknown = header.filter((name) => name !== '' && !known.includes(name));
  const missing = required.filter((name) => !columnsFor(name, columns).some((one) => header.includes(one)));
  const nameless = header.flatMap((name, index) => {
    const filled =
      name === '' && columns.leavesUnnamed !== true
        ? below.find(({ cells }) => (cells[index] ?? '') !== '')
        : undefined;
    return filled === undefined ? [] : [{ number: index + 1, filled: filled.line }];
  });
  return [
    ...repeated.map((name) =>
      error(
        name,
        'FILE.REPEATED_COLUMN',
        `The column "${oneLine(name, 60)}" is there twice.`,
        'Leave one of them out.',
      ),
    ),
    ...unknown.map((name) => {
      const meant = closestWord(columnName(name), known);
      const remedy = `Columns are: ${known.join(', ')}.`;
      return error(
        name,
        'FILE.UNKNOWN_COLUMN',
        `There is no column ${describeName(name)}.`,
        meant === null ? remedy : `Did you mean "${meant}"? ${remedy}`,
      );
    }),
    ...nameless.map(({ number, filled }) => {
      const message = `Column ${number} has no name, and something stands in it on line ${filled}.`;
      return fileError(line, 'FILE.UNNAMED_COLUMN', message, 'Write its name, or empty it.');
    }),
    ...missing.map((name) =>
      error(
        name,
        'FILE.MISSING_COLUMN',
        `The column "${name}" is missing.`,
        `Add it; required are: ${required.join(', ')}.`,
      ),
    ),
  ];
}

/**
 * What is wrong with a row that names its cells itself, as a file with these columns would be told: which columns there
 * are, and what no cell may hold. Whether those are there that must be, its kind says.
 */
export function checkNamedCells(
  { line, cells }: Pick<TableRecord, 'line' | 'cells'>,
  columns: Columns,
): readonly RowError[] {
  const header = Object.keys(cells);
  return [
    ...checkHeader({ line, cells: header }, header, [], { ...columns, required: [] }),
    ...Object.entries(cells).flatMap(([column, cell]) => refuseCell(line, column, cell) ?? []),
  ];
}

interface LeftOut {
  readonly kept: readonly Row[];
  readonly errors: readonly RowError[];
  readonly notes: readonly string[];
}

/** Parts the rows below the header from those that are no rows of the table. */
function leaveOut(below: readonly Row[], header: Header, columns: Columns): LeftOut {
  const notes: string[] = [];
  const required = columns.required.map((name) =>
    columnsFor(name, columns)
      .map((one) => header.indexOf(one))
      .filter((index) => index >= 0),
  );
  const isTotal = ({ cells }: Row) => {
    const first = cells.findIndex((cell) => cell !== '');
    const isBeside = header[first] === '';
    return (
      (isBeside || required.some((places) => places.every((index) => (cells[index] ?? '') === ''))) &&
      TOTAL.test(slug(cells[first] ?? ''))
    );
  };
  const isHeader = ({ cells }: Row) =>
    header.every((name, index) => name === '' || columnName(cells[index] ?? '') === columnName(name));
  let rows = below;
  const [first] = rows;
  if (first !== undefined && isHxl(first)) {
    notes.push(`Line ${first.line} was left out: it holds HXL tags.`);
    rows = rows.slice(1);
  }
  const last = rows.findLastIndex((row) => !isTotal(row));
  for (const { line } of rows.slice(last + 1)) notes.push(`Line ${line} was left out: it is a total.`);
  const errors: RowError[] = [];
  const kept = rows.slice(0, last + 1).filter((row) => {
    if (isHeader(row)) notes.push(`Line ${row.line} was left out: it is the header once more.`);
    else if (isTotal(row)) errors.push(totalBetween(row));
    else return true;
    return false;
  });
  return { kept, errors, notes };
}

function totalBetween({ line }: Row): RowError {
  const message = 'This row is a total of others, and would count them again.';
  return fileError(
    line,
    'ROW.TOTAL',
    message,
    'Leave it out; a total is left out by itself at the end alone.',
  );
}

function isHxl({ cells }: Row): boolean {
  return (
    cells.every((cell) => cell === '' || cell.startsWith('#')) && cells.some((cell) => /^#[a-z]/i.test(cell))
  );
}

function noteAbove(above: readonly Row[]): readonly string[] {
  const [first] = above;
  const last = above.at(-1);
  if (first === undefined || last === undefined) return [];
  const where = first === last ? `Line ${first.line}` : `Lines ${first.line} to ${last.line}`;
  const text = oneLine(first.cells.find((cell) => cell !== '') ?? '', 60);
  return [`${where} above the header ${first === last ? 'was' : 'were'} left out: "${text}".`];
}

function checkRow(
  { line, cells: given, numbers = NO_NUMBERS }: Row,
  header: Header,
  shortRows: 'refuse-short-rows' | 'fill-short-rows',
): TableRecord | RowError {
  const rest = given.slice(header.length).some((cell) => cell !== '');
  if (rest || (given.length < header.length && shortRows === 'refuse-short-rows')) {
    const message = `The row has ${given.length} cells, the header ${header.length}.`;
    return fileError(line, 'ROW.CELL_COUNT', message, 'A cell that holds a comma must be in quotes.');
  }
  const cells: Record<string, string> = {};
  let asNumbers: Set<string> | null = null;
  for (const [index, column] of header.entries()) {
    if (column === '') continue;
    const cell = given[index] ?? '';
    const refused = refuseCell(line, column, cell);
    if (refused !== null) return refused;
    cells[column] = cell;
    if (numbers.has(index)) asNumbers = (asNumbers ?? new Set()).add(column);
  }
  return { line, cells, numbers: asNumbers ?? NO_NUMBERS };
}

function refuseCell(line: number, column: string, cell: string): RowError | null {
  if (SPREADSHEET_ERROR.test(cell)) {
    const message = `The cell is ${cell}: a formula of the spreadsheet has no answer.`;
    return {
      line,
      column,
      code: 'ROW.FORMULA_FAILED',
      message,
      remedy: 'Mend the formula, or write the value.',
    };
  }
  const { refused } = readVisible(cell);
  if (refused === null) return null;
  const message = `No cell may hold ${describeUnseen(refused)}: it cannot be seen as it is meant.`;
  const remedy = 'Type the cell again, for what is copied brings such characters along.';
  return { line, column, code: 'ROW.CONTROL_CHARACTER', message, remedy };
}

/** What nobody can see in a name is why it is another one. */
function describeName(name: string): string {
  const unseen = firstUnseen(name);
  return `"${oneLine(name, 60)}"${unseen === null ? '' : ` with ${describeUnseen(unseen)}`}`;
}
