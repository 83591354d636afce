import type { z } from 'zod';
import type { OddValue } from '../../core/entry/odd-value.ts';
import type { DomainError } from '../../core/errors.ts';
import type { Day } from '../../core/program.ts';
import type { InEachLanguage } from '../../core/text.ts';
import type { Database, Transaction } from '../database/database.ts';
import { breather } from '../threads/breather.ts';
import type { Answers } from './answers.ts';
import { listedWords } from './cells.ts';
import type { FileRow, FileTable } from './file-rows.ts';
import { columnsOfText } from './given-text.ts';
import { rowsReader } from './read-rows.ts';
import type { Reader } from './reading.ts';
import { type RowError, saidOf } from './row-error.ts';
import type { FigureTables } from './standing.repository.ts';
import type { Columns, TableRecord } from './table.ts';
import type { TwinQuestion } from './twin-question.ts';

/** A row that reads well, and where it stands. */
export interface Numbered<Row> {
  readonly line: number;
  readonly row: Row;
}

export interface ImportContext {
  /** Whose hand: stands beside what it approves. */
  readonly by: string;
  /** Whether rows count at once, or wait as drafts. */
  readonly approve: boolean;
  readonly now: Date;
  /** The latest day that it can be anywhere: nothing that was done is dated after it. */
  readonly latestDay: Day;
  readonly answers: Answers;
  /** All cells of a column, also of rows that are refused: what only they define is not unknown. */
  column(name: string): readonly string[];
  /** Told of how many rows have been read, now and then. */
  told?(rows: number): void;
}

/** The day that it is where days begin first, fourteen hours ahead of UTC. */
export function latestDayAt(now: Date): Day {
  return new Date(now.getTime() + 14 * 3_600_000).toISOString().slice(0, 10);
}

/** What would be done with the rows, or why not. `write` is called only where no row of the file is refused. */
export interface ImportPlan {
  readonly errors: readonly RowError[];
  /** Rows that look like other figures, and nobody said whether they are: nothing is written either. */
  readonly questions?: readonly TwinQuestion[];
  /** What is odd about rows, and may be right all the same: told to whoever types them. */
  readonly doubts?: readonly Doubt[];
  /** By the line of a row: the key of what it is, or will be, by which `some` finds it. */
  readonly keys?: ReadonlyMap<number, string>;
  write(batch: number): Promise<Changes>;
}

/** A figure that should rest on something and names nothing. */
export interface NoEvidence {
  readonly reason: 'no-evidence';
}

/** A value that jumps (`odd-value.ts`), or a figure without the evidence that it needs. */
export type Doubt = (OddValue | NoEvidence) & {
  readonly line: number;
  readonly column: string;
};

export interface Changes {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What happened to other rows, in whole sentences. */
  readonly notes?: readonly string[];
}

/** What each column takes, in a sentence for whoever fills it. */
export type Guide<Column extends string = string> = Readonly<Record<Column, InEachLanguage<string>>>;

/** Injects every kind of file that there is. */
export const IMPORT_KINDS = Symbol('IMPORT_KINDS');

/** One kind of file that can be imported, as the pipeline sees it. */
export interface ImportKind {
  readonly name: string;
  readonly columns: Columns;
  /** Where its rows are figures, which can be withdrawn: the tables of them. */
  readonly figures?: FigureTables | undefined;
  /** All that is stored, as a file of the kind. */
  read(db: Database): Promise<FileTable>;
  /** Some rows of what is stored, by their keys, or by keys of people's own; in any order. */
  some(db: Database, keys: readonly string[]): Promise<readonly FileRow[]>;
  /** What each column takes, in a sentence for whoever fills it; translations aside. */
  guide(db: Database): Promise<Guide>;
  /** The words that a column takes, or that are known for it so far. */
  lists(db: Database): Promise<Readonly<Record<string, readonly string[]>>>;
  plan(tx: Transaction, records: readonly TableRecord[], context: ImportContext): Promise<ImportPlan>;
}

type GuideOf<Schema extends z.ZodObject> = Guide<keyof z.output<Schema> & string>;

interface ImportKindDefinition<Schema extends z.ZodObject> {
  readonly name: string;
  /** One key for each column; a column must be in the file where its schema refuses `undefined`. */
  readonly schema: Schema;
  /** The columns that are texts with translations. */
  readonly texts?: readonly (keyof z.output<Schema> & string)[];
  /** Columns that say something of what the row names, and not of the row: a file of what is stored has none. */
  readonly asides?: readonly (keyof z.output<Schema> & string)[];
  readonly figures?: FigureTables;
  /** All that is stored, row by row, in the columns of the kind. */
  read(db: Database): Promise<readonly FileRow[]>;
  /** Some of them, where there may be too many to look through. */
  some?(db: Database, keys: readonly string[]): Promise<readonly FileRow[]>;
  /** What each column takes, in a sentence for whoever fills it. */
  readonly guide: GuideOf<Schema> | ((db: Database) => Promise<GuideOf<Schema>>);
  /** The words that are known so far for columns that take any. */
  lists?(db: Database): Promise<Readonly<Record<string, readonly string[]>>>;
  /** How cells are read before the schema sees them; without it, as they are written. */
  reader?(tx: Transaction, answers: Answers): Promise<Reader>;
  /** Checks rows that read well against each other and against the database, on which it has a lock. */
  plan(
    tx: Transaction,
    rows: readonly Numbered<z.output<Schema>>[],
    context: ImportContext,
  ): Promise<ImportPlan>;
}

/** An import kind from the schema of its rows and what is done with them. */
export function importKind<Schema extends z.ZodObject>(definition: ImportKindDefinition<Schema>): ImportKind {
  const { name, schema, guide, texts = [], asides = [] } = definition;
  const isText = (column: string) => texts.some((text) => text === column);
  const names = Object.keys(schema.shape);
  const columns = {
    known: names.flatMap((column) => (isText(column) ? columnsOfText(column) : [column])),
    required: names.filter((column) => !schema.shape[column]?.safeParse(undefined).success),
    anyOf: Object.fromEntries(texts.map((column) => [column, columnsOfText(column)])),
  };
  const isAside = (column: string) => asides.some((aside) => aside === column);
  const fixed = Object.fromEntries(
    names.flatMap((column) => {
      const words =
        schema.shape[column] === undefined ? null : listedWords(schema.shape[column] as z.ZodType);
      return words === null ? [] : [[column, words] as const];
    }),
  );

  return {
    name,
    columns,
    figures: definition.figures,
    read: async (db) => ({
      columns: columns.known.filter((column) => !isAside(column)),
      rows: await definition.read(db),
    }),
    some: async (db, keys) =>
      definition.some?.(db, keys) ?? (await definition.read(db)).filter(({ key }) => keys.includes(key)),
    guide: async (db) => (typeof guide === 'function' ? guide(db) : guide),
    lists: async (db) => ({ ...fixed, ...(await definition.lists?.(db)) }),
    async plan(tx, records, context) {
      const reader = await definition.reader?.(tx, context.answers);
      const readRow = rowsReader(schema, texts, reader);
      const rows: Numbered<z.output<Schema>>[] = [];
      const errors: RowError[] = [];
      const breathe = breather();
      for (const [index, record] of records.entries()) {
        await breathe();
        context.told?.(index);
        const read = readRow(record);
        if (read.row === null) errors.push(...read.errors);
        else rows.push({ line: read.line, row: read.row });
      }
      const plan = await definition.plan(tx, rows, context);
      return {
        ...plan,
        errors: [...errors, ...plan.errors],
        async write(batch) {
          const changes = await plan.write(batch);
          return { ...changes, notes: [...(reader?.notes?.() ?? []), ...(changes.notes ?? [])] };
        },
      };
    },
  };
}

/** The error of a row that reads well and still cannot be. */
export function rowError(line: number, column: string | null, reason: DomainError): RowError {
  return { line, column, ...saidOf(reason) };
}
