import type { EntryKind } from '../core/entry/submission.ts';
import type { Database } from '../platform/database/database.ts';
import { programCalls, programReader } from '../programs/index.ts';
import { PROGRAM_COLUMN } from './row-mandate.ts';
import type { Cells } from './submissions.table.ts';

/** The programme that a row is about, as it is called by code or identifier; null: none that there is. */
export type ProgramOfRow = (kind: EntryKind, cells: Cells) => string | null;

/** By all programmes as they are now. */
export async function programOfRow(db: Database): Promise<ProgramOfRow> {
  const calls = await programCalls(db);
  const read = programReader(calls);
  const known = new Set(calls.map(({ code }) => code));
  return (kind, cells) => {
    const typed = cells[PROGRAM_COLUMN[kind] ?? '']?.trim() ?? '';
    const code = typed === '' ? '' : read(typed, false);
    return typeof code === 'string' && known.has(code) ? code : null;
  };
}
