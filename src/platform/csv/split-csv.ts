import { CsvError, parse } from 'csv-parse/sync';
import { fileError, type RowError } from './row-error.ts';
import { type Columns, knownIn, ROWS_TO_HEADER, type Row } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** A line that spreadsheets take for themselves: which character separates. */
const SEPARATOR_LINE = /^"?sep=(.)"?[^\S\n]*(?=\n|$)/i;

/** Long enough for a header and what stands above it. */
const BEGINNING = 200_000;

/**
 * The rows of a CSV, empty ones aside, with trimmed cells in Unicode's composed form. Cells are separated by commas,
 * semicolons, tabs or bars: as a first line `sep=;` says, else as more of the columns are found.
 */
export function splitCsv(given: string, columns: Columns): { readonly rows: readonly Row[] } | RowError {
  const [line = '', said] = SEPARATOR_LINE.exec(given) ?? [];
  const text = given.slice(line.length);
  const delimiter = said ?? delimiterOf(text.slice(0, BEGINNING), columns);
  const lines = text.split('\n');
  const rows: Row[] = [];
  const clean = cleaner();
  let linesRead = 0;
  /** The parser names the line on which a row ends; it begins on the first one after the row before that is not empty. */
  const beginning = () => {
    let before = linesRead;
    while (lines[before]?.trim() === '') before += 1;
    return before + 1;
  };
  try {
    parse(text, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      // A tab is a space, and between tabs an empty cell would be trimmed away.
      trim: delimiter !== '\t',
      on_record(cells: string[], info) {
        const trimmed = cells.map(clean);
        if (trimmed.some((cell) => cell !== '')) rows.push({ line: beginning(), cells: trimmed });
        linesRead = info.lines;
        return null;
      },
    });
    return { rows };
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const message = 'The quotes of this row do not match up, so where it ends is unclear.';
    const remedy = 'Put the whole cell in quotes, and write a quote within it twice ("").';
    return fileError(beginning(), 'FILE.BAD_QUOTES', message, remedy);
  }
}

/** Words of so many letters, and so many of them, are kept once however often they stand in the file. */
const MOST_IN_WORD = 40;
const MOST_WORDS = 20_000;

/** Trims cells, and brings them into Unicode's composed form. */
function cleaner(): (cell: string) => string {
  const known = new Map<string, string>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const cleaned = cell.normalize('NFC').trim();
    if (cell.length <= MOST_IN_WORD && known.size < MOST_WORDS) known.set(cell, cleaned);
    return cleaned;
  };
}

/** The one by which most columns are found, else the one that finds most cells; a comma where that says nothing. */
function delimiterOf(beginning: string, columns: Columns): string {
  const possible = DELIMITERS.filter((delimiter) => beginning.includes(delimiter));
  if (possible.length < 2) return possible[0] ?? ',';
  const found = possible.map((delimiter) => {
    const rows = firstRows(beginning, delimiter);
    return {
      delimiter,
      known: Math.max(0, ...rows.map((cells) => knownIn(cells, columns).size)),
      cells: rows[0]?.length ?? 0,
    };
  });
  return found.reduce((a, b) => (b.known > a.known || (b.known === a.known && b.cells > a.cells) ? b : a))
    .delimiter;
}

function firstRows(beginning: string, delimiter: string): readonly (readonly string[])[] {
  const rows: string[][] = [];
  try {
    parse(beginning, {
      delimiter,
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      to: ROWS_TO_HEADER,
      on_record(cells: string[]) {
        rows.push(cells.map((cell) => cell.trim()));
        return null;
      },
    });
  } catch (cause) {
    // A quote that does not end within the beginning: what was read before it is enough.
    if (!(cause instanceof CsvError)) throw cause;
  }
  return rows;
}
