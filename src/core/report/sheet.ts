import type { SheetCell } from './sheet-cell.ts';

/** One line of a sheet, a cell for each column. */
export type SheetLine = readonly SheetCell[];

/** A sheet whose lines may be so many that nobody holds them all: they are asked for as they are sent. */
export interface Sheet {
  /** Made fit for spreadsheets and unlike the others (`sheetNames`) where it is written. */
  readonly name: string;
  /** What the table is, a sentence each, above it. */
  readonly captions: readonly string[];
  /**
   * Heads of the columns, which stay in sight, stand again on every printed page and filter what is below them; again
   * where the rows go on in another sheet. None: the lines stand alone.
   */
  readonly head: SheetLine;
  /** In characters. */
  readonly widths: readonly number[];
  /** Some at a time. */
  rows(): AsyncIterable<readonly SheetLine[]>;
  /** What stands below the rows and is none of them; asked for after the last of them. */
  foot?(): SheetFoot;
}

/** The end of a sheet: filters and sorting leave it where it is. */
export interface SheetFoot {
  readonly total: SheetLine | null;
  /** Cautions, a sentence each. */
  readonly notes: readonly string[];
}
