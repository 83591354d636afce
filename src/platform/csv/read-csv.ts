import { CsvError, parse } from 'csv-parse/sync';
import { oneLine } from '../../core/one-line.ts';
import { describeUnseen, firstUnseen, readVisible } from '../../core/unseen.ts';
import type { RowError } from './row-error.ts';

/** One row, cell by cell; `line` is where it begins, the header is line 1. */
export interface CsvRecord {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export interface CsvFile {
  /** Rows that can be read. */
  readonly records: readonly CsvRecord[];
  /** Of all rows, the header and empty ones aside. */
  readonly rowCount: number;
  readonly errors: readonly RowError[];
}

/** Which columns a file may have, and which of them it must. */
export interface Columns {
  readonly known: readonly string[];
  readonly required: readonly string[];
}

/** Beyond this it is no header of ours, and each name would be an error of its own. */
const MOST_COLUMNS = 1_000;

/**
 * Reads UTF-8 CSV with a header (interfaces.md, "Import files"): with or without a byte order mark, either kind of
 * line end, newlines within quotes. Cells are trimmed and in Unicode's composed form; empty rows are skipped. A file
 * that cannot be read as a whole has errors and no records; a single bad row is left out and named.
 */
export function readCsv(bytes: Uint8Array, columns: Columns): CsvFile {
  const decoded = decode(bytes);
  if ('code' in decoded) return unreadable(decoded);
  const parsed = split(decoded.text);
  if ('code' in parsed) return unreadable(parsed);
  const [head, ...rows] = parsed.rows;
  if (head === undefined) {
    return unreadable(
      error(
        1,
        null,
        'FILE.EMPTY',
        'The file is empty.',
        `Begin with the header: ${columns.required.join(',')}`,
      ),
    );
  }
  const header = head.cells;
  const headerErrors = checkHeader(header, columns);
  if (headerErrors.length > 0) return { records: [], rowCount: rows.length, errors: headerErrors };
  const checked = rows.map((row) => checkRow(row, header));
  return {
    records: checked.flatMap((row) => ('cells' in row ? [row] : [])),
    rowCount: rows.length,
    errors: checked.flatMap((row) => ('code' in row ? [row] : [])),
  };
}

function unreadable(reason: RowError): CsvFile {
  return { records: [], rowCount: 0, errors: [reason] };
}

function error(line: number, column: string | null, code: string, message: string, remedy: string): RowError {
  return { line, column, code, message, remedy };
}

function decode(bytes: Uint8Array): { readonly text: string } | RowError {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    return error(1, null, 'FILE.NOT_UTF8', 'The file is UTF-16.', 'Save it as "CSV UTF-8".');
  }
  try {
    // Line ends as one kind: a text of several lines is the same text whichever system saved it.
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n') };
  } catch {
    const line = firstLineNotUtf8(bytes);
    return error(line, null, 'FILE.NOT_UTF8', `Line ${line} is not UTF-8.`, 'Save the file as "CSV UTF-8".');
  }
}

/** A newline's byte is part of no longer UTF-8 sequence, so lines can be tried one by one. */
function firstLineNotUtf8(bytes: Uint8Array): number {
  const lines = Buffer.from(bytes)
    .toString('latin1')
    .split(/\r\n|\r|\n/);
  const strict = new TextDecoder('utf-8', { fatal: true });
  const bad = lines.findIndex((line) => {
    try {
      strict.decode(Buffer.from(line, 'latin1'));
      return false;
    } catch {
      return true;
    }
  });
  return bad + 1;
}

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

function split(text: string): { readonly rows: readonly Row[] } | RowError {
  const lines = text.split('\n');
  const rows: Row[] = [];
  let linesRead = 0;
  /** The parser names the line on which a row ends; it begins on the first one after the row before that is not empty. */
  const beginning = () => {
    let before = linesRead;
    while (lines[before]?.trim() === '') before += 1;
    return before + 1;
  };
  try {
    parse(text, {
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
      on_record(cells: string[], info) {
        if (cells.some((cell) => cell !== '')) {
          rows.push({ line: beginning(), cells: cells.map((cell) => cell.normalize('NFC')) });
        }
        linesRead = info.lines;
        return null;
      },
    });
    return { rows };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const message = 'The quotes of this row do not match up, so where it ends is unclear.';
    const remedy = 'Put the whole cell in quotes, and write a quote within it twice ("").';
    return error(beginning(), null, 'FILE.BAD_QUOTES', message, remedy);
  }
}

function checkHeader(header: readonly string[], { known, required }: Columns): readonly RowError[] {
  if (header.length === 1 && /[;\t]/.test(header[0] ?? '')) {
    return [
      error(
        1,
        null,
        'FILE.NOT_COMMAS',
        'Columns are not separated by commas.',
        'Save the file as CSV with commas.',
      ),
    ];
  }
  if (header.length > MOST_COLUMNS) {
    const message = `The header has ${header.length} columns.`;
    return [error(1, null, 'FILE.TOO_MANY_COLUMNS', message, `Columns are: ${known.join(', ')}.`)];
  }
  const repeated = header.filter((name, index) => header.indexOf(name) !== index);
  const unknown = header.filter((name) => !known.includes(name));
  const missing = required.filter((name) => !header.includes(name));
  return [
    ...repeated.map((name) =>
      error(
        1,
        oneLine(name, 60),
        'FILE.REPEATED_COLUMN',
        `The column "${oneLine(name, 60)}" is there twice.`,
        'Leave one of them out.',
      ),
    ),
    ...unknown.map((name) =>
      error(
        1,
        oneLine(name, 60),
        'FILE.UNKNOWN_COLUMN',
        `There is no column ${describeName(name)}.`,
        `Columns are: ${known.join(', ')}.`,
      ),
    ),
    ...missing.map((name) =>
      error(
        1,
        name,
        'FILE.MISSING_COLUMN',
        `The column "${name}" is missing.`,
        `Add it; required are: ${required.join(', ')}.`,
      ),
    ),
  ];
}

function checkRow({ line, cells }: Row, header: readonly string[]): CsvRecord | RowError {
  if (cells.length !== header.length) {
    const message = `The row has ${cells.length} cells, the header ${header.length}.`;
    return error(line, null, 'ROW.CELL_COUNT', message, 'A cell that holds a comma must be in quotes.');
  }
  for (const [index, cell] of cells.entries()) {
    const { refused } = readVisible(cell);
    if (refused === null) continue;
    const message = `No cell may hold ${describeUnseen(refused)}: it cannot be seen as it is meant.`;
    const remedy = 'Type the cell again, for what is copied brings such characters along.';
    return error(line, header[index] ?? null, 'ROW.CONTROL_CHARACTER', message, remedy);
  }
  return { line, cells: Object.fromEntries(header.map((name, index) => [name, cells[index] ?? ''])) };
}

/** What nobody can see in a name is why it is another one. */
function describeName(name: string): string {
  const unseen = firstUnseen(name);
  return `"${oneLine(name, 60)}"${unseen === null ? '' : ` with ${describeUnseen(unseen)}`}`;
}
