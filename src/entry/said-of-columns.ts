import { NO_ANSWERS } from '../platform/csv/answers.ts';
import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { Columns } from '../platform/csv/table.ts';
import type { TableOptions } from '../platform/csv/table-of-file.ts';
import type { SaidOfColumns } from './brought-files.use-case.ts';
import { namedColumns } from './column-names.ts';

/**
 * How a file is read under the names that were given its columns.
 *
 * @param line on which its own header begins
 */
export function underSaidNames(
  kind: ImportKind,
  line: number,
  { columns, same }: Pick<SaidOfColumns, 'columns' | 'same'>,
): { readonly columns: Columns; readonly options: TableOptions } {
  const named = namedColumns(kind);
  const { required, anyOf } = named;
  const isSaid = (column: string) => (anyOf?.[column] ?? [column]).some((each) => (same[each] ?? '') !== '');
  return {
    columns: { ...named, required: required.filter((column) => !isSaid(column)), leavesUnnamed: true },
    options: {
      ...NO_ANSWERS,
      header: { line, names: columns.map((column) => (column === '' ? [] : column.split('+'))) },
    },
  };
}

/** What is wrong with what somebody says of a file's columns. */
export interface SaidFaults {
  /** What is said a second time: of which column of the file, by its place, or beside the file. */
  readonly twice: readonly { readonly at: number | string; readonly column: string }[];
  /** What every row needs, and nothing is said of it. */
  readonly missing: readonly string[];
  /** No column of the file is used. */
  readonly isEmpty: boolean;
}

export function faultsOfSaid(kind: ImportKind, said: SaidOfColumns): SaidFaults {
  const seen = new Set<string>();
  const isSeen = (column: string) => {
    const before = seen.has(column);
    seen.add(column);
    return before;
  };
  const inFile = said.columns.flatMap((chosen, at) => {
    // All of them are noted, whichever is there already.
    const again = partsOf(chosen).filter(isSeen);
    return again.length === 0 ? [] : [{ at, column: again.length > 1 ? chosen : (again[0] ?? chosen) }];
  });
  const beside = Object.keys(said.same)
    .filter(isSeen)
    .map((column) => ({ at: column, column }));
  return {
    twice: [...inFile, ...beside],
    missing: missingIn(kind, said),
    isEmpty: said.columns.every((chosen) => chosen === ''),
  };
}

/** What every row needs and nothing is said of. */
export function missingIn(
  { columns: { required, anyOf = {} } }: Pick<ImportKind, 'columns'>,
  { columns, same }: SaidOfColumns,
): readonly string[] {
  const said = new Set([...columns.flatMap(partsOf), ...Object.keys(same)]);
  return required.filter((column) => !(anyOf[column] ?? [column]).some((each) => said.has(each)));
}

function partsOf(chosen: string): readonly string[] {
  return chosen === '' ? [] : chosen.split('+');
}
