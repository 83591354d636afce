import type { ImportKind } from '../platform/csv/import-kind.ts';
import type { SaidOfColumns } from './brought-files.use-case.ts';

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
