import { oneLine } from '../../core/one-line.ts';
import type { MergedCells, SheetRow } from '../spreadsheet/sheet-rows.ts';
import { fileError, type RowError } from './row-error.ts';

interface Repeated {
  readonly rows: readonly SheetRow[];
  readonly errors: readonly RowError[];
  readonly notes: readonly string[];
}

/** Beyond this the sheet is no table. */
const MOST_REPEATED = 100_000;

/**
 * A word that is merged over several rows stands in each of them: a programme beside its three figures. A number that
 * is merged so is one, and would count once for each row, so it is refused.
 */
export function repeatMerged(rows: readonly SheetRow[], merged: readonly MergedCells[]): Repeated {
  const tall = merged.filter(({ firstLine, lastLine }) => lastLine > firstLine);
  if (tall.length === 0) return { rows, errors: [], notes: [] };
  const cells = new Map(rows.map((row) => [row.line, [...row.cells]]));
  const errors: RowError[] = [];
  const notes: string[] = [];
  let left = MOST_REPEATED;
  for (const { name, firstLine, lastLine, firstColumn } of tall) {
    const text = cells.get(firstLine)?.[firstColumn] ?? '';
    if (text === '') continue;
    if (/^[\d\s.,%()+-]+$/.test(text)) {
      const message = `The number ${text} is merged over ${name}, and would count in each of these rows.`;
      errors.push(fileError(firstLine, 'ROW.MERGED_NUMBER', message, 'Write in each row its own number.'));
      continue;
    }
    for (let line = firstLine + 1; line <= lastLine && left > 0; line += 1) {
      left -= 1;
      const row = cells.get(line);
      if (row === undefined) continue;
      while (row.length < firstColumn) row.push('');
      row[firstColumn] = text;
    }
    notes.push(`The cells ${name} are merged: "${oneLine(text, 40)}" was read in each of their rows.`);
  }
  return { rows: rows.map((row) => ({ ...row, cells: cells.get(row.line) ?? row.cells })), errors, notes };
}
