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

/** What is said of a table before its rows are taken in: of what is wrong with it as a whole, or else nothing. */
export type TableHead = Pick<Table, 'rowCount' | 'errors'>;

/** Rows that are taken in within some milliseconds. */
const ROWS_IN_PART = 500;
/** Of a file as a whole few things can be wrong. */
const MOST_TOLD = 100;

answerTasks({
  async *table({ bytes, columns, options }: TableQuestion): AsyncGenerator<TablePart, TableRest> {
    const { records, errors, ...rest } = await tableOfFile(bytes, columns, options);
    for (let at = 0; at < Math.max(records.length, errors.length); at += ROWS_IN_PART) {
      const end = at + ROWS_IN_PART;
      yield { records: records.slice(at, end), errors: errors.slice(at, end) };
    }
    return rest;
  },
  async head({ bytes, columns, options }: TableQuestion): Promise<TableHead> {
    const { rowCount, errors } = await tableOfFile(bytes, columns, options);
    return { rowCount, errors: errors.filter(({ code }) => code.startsWith('FILE.')).slice(0, MOST_TOLD) };
  },
  shape: ({ bytes, columns, options }: TableQuestion) => shapeOfFile(bytes, columns, options),
});
