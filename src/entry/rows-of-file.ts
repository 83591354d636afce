import type { TableRecord } from '../platform/csv/table.ts';
import { type DecimalSign, inOneReading } from '../platform/csv/written-number.ts';
import type { Cells } from './submissions.table.ts';
import type { PlacedRow } from './submissions.use-case.ts';

/**
 * The records of a file as rows that somebody enters.
 *
 * @param same cells that hold for each of them
 */
export function rowsOfFile(
  records: readonly TableRecord[],
  decimal: DecimalSign | null,
  same: Cells = {},
): readonly PlacedRow[] {
  return records.map((record) => ({
    cells: { ...cellsOf(record), ...same },
    place: record.line,
    decimal,
    twin: null,
    twinRef: null,
  }));
}

/** What a spreadsheet holds as a number is read in one way, whatever sign people of the file write. */
function cellsOf({ cells, numbers }: TableRecord): Cells {
  return Object.fromEntries(
    Object.entries(cells).map(([column, cell]) => [column, numbers.has(column) ? inOneReading(cell) : cell]),
  );
}
