import type { Scope } from '../../access/index.ts';
import type { EntryKind } from '../../core/entry/submission.ts';
import type { ImportKind } from '../../platform/csv/import-kind.ts';
import type { RowError } from '../../platform/csv/row-error.ts';
import type { TableRecord } from '../../platform/csv/table.ts';
import type { TwinQuestion } from '../../platform/csv/twin-question.ts';
import type { Transaction } from '../../platform/database/database.ts';
import { programParents } from '../../programs/index.ts';
import { programOfRow } from '../program-of-row.ts';
import { isWithin, NOT_YOURS } from '../row-mandate.ts';
import type { Cells } from '../submissions.table.ts';

/** A row of a file that is not taken as it stands. */
export interface LineFault {
  readonly line: number;
  /** As the file has them; none of a row that cannot be cut into cells. */
  readonly cells: Cells;
  readonly errors: readonly RowError[];
  /** It looks like another figure, and nobody said whether it is. */
  readonly question: TwinQuestion | null;
}

/** What is wrong with which row, in the order of the file. */
export function faultsByLine(
  records: readonly TableRecord[],
  errors: readonly RowError[],
  questions: readonly TwinQuestion[],
): readonly LineFault[] {
  const byLine = Map.groupBy(errors, ({ line }) => line);
  const asked = new Map(questions.map((question) => [question.line, question]));
  const lines = new Set([...byLine.keys(), ...asked.keys()]);
  const cellsOf = new Map(records.flatMap(({ line, cells }) => (lines.has(line) ? [[line, cells]] : [])));
  return [...lines]
    .sort((a, b) => a - b)
    .map((line) => ({
      line,
      cells: cellsOf.get(line) ?? {},
      errors: byLine.get(line) ?? [],
      question: asked.get(line) ?? null,
    }));
}

interface FileRows {
  readonly file: { readonly kind: EntryKind };
  readonly kind: ImportKind;
  readonly records: readonly TableRecord[];
}

/**
 * Rows that are not their author's to enter, or that name a figure of somebody else's: nothing more is told of them, not
 * even what an import would say.
 *
 * @returns what is said of them, by line
 */
export async function foreignRows(
  tx: Transaction,
  scope: Scope,
  { file, kind, records }: FileRows,
): Promise<ReadonlyMap<number, RowError>> {
  if (scope.rights.entersFigures === 'all') return new Map();
  const keeper = { scope, account: null };
  const parents = await programParents(tx);
  const calls = await programOfRow(tx);
  const isTheirs = (cells: Cells) => isWithin(keeper, file.kind, cells, calls(file.kind, cells), parents);
  const named = records.flatMap(({ cells }) => cells.ref?.trim() || []);
  const stored = named.length === 0 ? [] : await kind.some(tx, [...new Set(named)]);
  const others = new Set(
    stored.flatMap(({ key, cells }) => (isTheirs(cells) ? [] : [key, cells.ref ?? key])),
  );
  const [said] = NOT_YOURS.errors;
  return new Map(
    records.flatMap(({ line, cells }) =>
      said !== undefined && (!isTheirs(cells) || others.has(cells.ref?.trim() ?? ''))
        ? [[line, { ...said, line }]]
        : [],
    ),
  );
}
