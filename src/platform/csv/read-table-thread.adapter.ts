import { answerTasks } from '../threads/thread-work.adapter.ts';
import type { RowError } from './row-error.ts';
import type { Columns, Table, TableRecord } from './table.ts';
import { shapeOfFile, type TableOptions, tableOfFile } from './table-of-file.ts';

export interface TableQuestion {
  readonly bytes: Uint8Array;
  readonly columns: Columns;
  readonly options: TableOptions;
}

/** Some of a table's rows: all at once would hold the thread that takes them in. */
export interface TablePart {
  readonly records: readonly TableRecord[];
  readonly errors: readonly RowError[];
}

/** What the parts leave. */
export type TableRest = Omit<Table, keyof TablePart>;

/** Rows that are taken in within some milliseconds. */
const ROWS_IN_PART = 500;

answerTasks({
  async *table({ bytes, columns, options }: TableQuestion): AsyncGenerator<TablePart, TableRest> {
    const { records, errors, ...rest } = await tableOfFile(bytes, columns, options);
    for (let at = 0; at < Math.max(records.length, errors.length); at += ROWS_IN_PART) {
      const end = at + ROWS_IN_PART;
      yield { records: records.slice(at, end), errors: errors.slice(at, end) };
    }
    return rest;
  },
  shape: ({ bytes, columns, options }: TableQuestion) => shapeOfFile(bytes, columns, options),
});
