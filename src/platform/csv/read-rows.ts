import type { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import { firstUnseen, readVisible } from '../../core/unseen.ts';
import { MOST_IN_LIST } from './cells.ts';
import { columnsOfText, gatherText } from './given-text.ts';
import type { Reader } from './reading.ts';
import { type RowError, saidOf } from './row-error.ts';
import type { TableRecord } from './table.ts';

/** Cells of one column that are remembered as they were read: words and dates come again and again, longer texts do not. */
const MOST_REMEMBERED = 5_000;
const MOST_IN_REMEMBERED = 100;

/** A row of a file as its schema reads it; null: it is refused. */
export interface ReadRow<Row> {
  readonly line: number;
  readonly row: Row | null;
  readonly errors: readonly RowError[];
}

/** What became of a cell: its value, or why it is none. Equal cells of a column share theirs. */
interface ReadCell {
  readonly value: unknown;
  readonly errors: readonly CellError[];
}
interface CellError extends Omit<RowError, 'line'> {
  /** The reader gave it, before the schema saw the cell. */
  readonly unread?: true;
}

/**
 * Reads rows cell by cell, as the schema of the whole row would. Equal cells of a column are read once and share what
 * they say, for a file of a hundred thousand rows has a few hundred words and dates: its rows take a quarter of the time
 * and of the memory.
 *
 * @param texts the columns that are texts with translations
 * @param reader how cells are read before the schema sees them
 */
export function rowsReader<Schema extends z.ZodObject>(
  schema: Schema,
  texts: readonly string[],
  reader: Reader | undefined,
): (record: TableRecord) => ReadRow<z.output<Schema>> {
  const names = Object.keys(schema.shape);
  const readers = names.map((name) =>
    texts.includes(name)
      ? textReader(name, schema.shape[name] as z.ZodType, reader)
      : cellReader(name, schema.shape[name] as z.ZodType, reader),
  );
  // Words that are new in a file are known from the first that names them: cells are read in the order of the reader.
  const first = Object.keys(reader?.cells ?? {}).map((name) => names.indexOf(name));
  const order = [...first, ...names.keys().filter((index) => !first.includes(index))];
  // A row that is copied from one with all its keys takes a third of one that gets them one by one.
  const empty = JSON.parse(JSON.stringify(Object.fromEntries(names.map((name) => [name, null]))));

  return (record) => {
    const row: Record<string, unknown> = { ...empty };
    const wrong: { readonly at: number; readonly error: CellError }[] = [];
    for (const index of order) {
      const { value, errors } = (readers[index] as (record: TableRecord) => ReadCell)(record);
      row[names[index] as string] = value;
      // Those of the reader first, then those of the schema in the order of its columns.
      for (const error of errors) wrong.push({ at: error.unread ? -1 : index, error });
    }
    const { line } = record;
    if (wrong.length === 0) return { line, row: row as z.output<Schema>, errors: [] };
    const inOrder = wrong.toSorted((a, b) => a.at - b.at);
    return {
      line,
      row: null,
      errors: inOrder.map(({ error: { unread: _, ...error } }) => ({ line, ...error })),
    };
  };
}

/** A cell of its own column. */
function cellReader(
  column: string,
  schema: z.ZodType,
  reader: Reader | undefined,
): (record: TableRecord) => ReadCell {
  const readCell = reader?.cells[column];
  const parse = (text: string | undefined): ReadCell => {
    const parsed = schema.safeParse(text);
    if (parsed.success) return { value: parsed.data, errors: [] };
    return { value: null, errors: parsed.error.issues.map((issue) => errorOf(column, issue)) };
  };
  const read = (given: string | undefined, isNumber: boolean): ReadCell => {
    const text = given ?? '';
    // What is too long to be meant, the schema refuses for that.
    if (readCell === undefined || text === '' || text.length > MOST_IN_LIST) return parse(given);
    // What nobody sees in a cell, its schema leaves out of words, and refuses in codes and numbers: but for the spaces
    // that group thousands, which a number is read without.
    const unseen = firstUnseen(text) !== null;
    const seen = unseen && schema.safeParse(text).success ? readVisible(text).text : text;
    const said = seen === '' ? seen : readCell(seen, isNumber);
    if (!(said instanceof DomainError)) return parse(said);
    // What a cell could not be read as is not said twice.
    if (!unseen || seen !== text) return { value: null, errors: [refusalOf(column, said)] };
    return parse(given);
  };
  const [remembered, asNumbers] = [remembering(read), remembering(read)];
  return ({ cells, numbers }) => {
    const isNumber = numbers.has(column);
    return (isNumber ? asNumbers : remembered)(cells[column], isNumber);
  };
}

/** A text, from its columns. */
function textReader(
  name: string,
  schema: z.ZodType,
  reader: Reader | undefined,
): (record: TableRecord) => ReadCell {
  const readCell = reader?.cells[name];
  const columns = columnsOfText(name);
  const parse = (cells: TableRecord['cells']): ReadCell => {
    const parsed = schema.safeParse(gatherText(cells, name));
    if (parsed.success) return { value: parsed.data, errors: [] };
    return {
      value: null,
      errors: parsed.error.issues.map((issue) => {
        const language = issue.path[0]?.toString() ?? 'en';
        return errorOf(language === 'en' ? name : `${name}_${language}`, issue);
      }),
    };
  };
  const read = (cells: TableRecord['cells'], isNumber: boolean): ReadCell => {
    // A text without English is looked up as its original has it, which stays as it is written.
    const column = columns.find((each) => cells[each]) ?? name;
    const text = cells[column] ?? '';
    if (readCell === undefined || text === '' || text.length > MOST_IN_LIST) return parse(cells);
    const said = readCell(text, isNumber);
    if (!(said instanceof DomainError)) return parse(column === name ? { ...cells, [name]: said } : cells);
    return firstUnseen(text) === null ? { value: null, errors: [refusalOf(column, said)] } : parse(cells);
  };
  const inEnglish = remembering((english) => read(english === undefined ? {} : { [name]: english }, false));
  return ({ cells, numbers }) =>
    columns.some((column) => numbers.has(column) || (column !== name && cells[column] !== undefined))
      ? read(cells, numbers.has(name))
      : inEnglish(cells[name], false);
}

type ReadOne = (text: string | undefined, isNumber: boolean) => ReadCell;

function remembering(read: ReadOne): ReadOne {
  const known = new Map<string | undefined, ReadCell>();
  return (text, isNumber) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const answer = read(text, isNumber);
    if (known.size < MOST_REMEMBERED && (text ?? '').length <= MOST_IN_REMEMBERED) known.set(text, answer);
    return answer;
  };
}

function errorOf(column: string, issue: z.core.$ZodIssue): CellError {
  const { code, remedy, written } = issue.code === 'custom' ? (issue.params ?? {}) : {};
  return {
    column,
    code: code ?? 'ROW.REFUSED',
    message: issue.message,
    remedy: remedy ?? 'Correct the cell.',
    ...(written && { written }),
  };
}

function refusalOf(column: string, reason: DomainError): CellError {
  return { column, ...saidOf(reason), unread: true };
}
