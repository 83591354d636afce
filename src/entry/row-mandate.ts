import type { Keeper } from '../access/index.ts';
import { mayEnterFor } from '../core/entry/mandate.ts';
import type { EntryKind } from '../core/entry/submission.ts';
import { DomainError } from '../core/errors.ts';
import { above, type Parents } from '../programs/index.ts';
import { type RowCheck, SOUND } from './plan-entered.ts';
import type { Cells } from './submissions.table.ts';

/** Where a row says of which programme it is; the kinds without are about what all programmes share. */
export const PROGRAM_COLUMN: Partial<Readonly<Record<EntryKind, string>>> = {
  results: 'program',
  transactions: 'program',
  narratives: 'program',
  programs: 'code',
  'program-countries': 'program',
  'program-organisations': 'program',
};

/**
 * Whether a row is its author's to enter: it is about a programme of the mandate, or, where it says of none yet, about
 * nothing. A new programme is its author's where the one above it is.
 */
export function isWithin(
  { scope }: Keeper,
  kind: EntryKind,
  cells: Cells,
  program: string | null,
  parents: Parents,
): boolean {
  const { entersFigures } = scope.rights;
  const column = PROGRAM_COLUMN[kind];
  if (entersFigures !== 'named' || column === undefined) return entersFigures !== 'none';
  const typed = cells[column]?.trim() ?? '';
  const parent = kind === 'programs' ? (cells.parent?.trim() ?? '') : '';
  // What nobody knows is no programme of theirs: they are not told which others there are.
  if (program === null && typed !== '' && parent === '') return false;
  const codes = [program ?? '', parent].filter((code) => code !== '');
  return codes.every((code) => mayEnterFor(scope, code, above(code, parents)));
}

/** @throws DomainError `ENTRY.NOT_YOURS` (refused) */
export function refuseOthers(
  author: Keeper,
  kind: EntryKind,
  cells: Cells,
  program: string | null,
  parents: Parents,
): void {
  if (!isWithin(author, kind, cells, program, parents)) throw notYours();
}

/** Of a row that is not its author's any more. */
export const NOT_YOURS: RowCheck = {
  ...SOUND,
  errors: [
    {
      line: 1,
      column: 'program',
      code: 'ENTRY.NOT_YOURS',
      message: 'The row is about a programme that is not in the mandate.',
      remedy: 'Choose one of your programmes.',
    },
  ],
};

function notYours(): DomainError {
  return new DomainError('ENTRY.NOT_YOURS', 'The row is about a programme that is not in the mandate.', {
    kind: 'refused',
    remedy: 'Choose one of your programmes.',
    faults: [{ parameter: 'program', reason: 'unknown-code', value: '' }],
  });
}

/** Of many rows, which one it is. */
export function lineNotYours(line: number): DomainError {
  return new DomainError(
    'ENTRY.LINE_NOT_YOURS',
    `Line ${line} is about a programme that is not in the mandate.`,
    {
      kind: 'refused',
      remedy: 'Take the row out, or name one of your programmes.',
      values: { line: String(line) },
    },
  );
}
