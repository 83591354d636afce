import { describeUnseen, type Removed, readVisible } from '../../core/unseen.ts';
import type { TableRecord } from './table.ts';

/** More are counted, not listed. */
const MOST_NOTES = 20;
const MOST_IN_CELL = 3;

/**
 * What was left out of words for people because nobody can see it, cell by cell, as errors are told. Of a file without
 * errors: there only words held any.
 *
 * @example ['programs.csv:2: title: left out U+200B (zero width space) at position 3.']
 */
export function unseenNotes(fileName: string, records: readonly TableRecord[]): readonly string[] {
  const notes: string[] = [];
  let cells = 0;
  for (const { line, cells: row } of records) {
    for (const [column, cell] of Object.entries(row)) {
      const { removed } = readVisible(cell);
      if (removed.length === 0) continue;
      cells += 1;
      if (notes.length < MOST_NOTES) notes.push(`${fileName}:${line}: ${column}: ${sentenceOf(removed)}`);
    }
  }
  return cells > notes.length
    ? [...notes, `... and in ${cells - notes.length} more ${cells - notes.length === 1 ? 'cell' : 'cells'}.`]
    : notes;
}

function sentenceOf(removed: readonly Removed[]): string {
  const gone = removed.filter(({ became }) => became === '');
  const replaced = removed.filter(({ became }) => became !== '');
  return [
    ...(gone.length > 0 ? [`left out ${listOf(gone)}`] : []),
    ...(replaced.length > 0 ? [`wrote a plain space or line end for ${listOf(replaced)}`] : []),
  ]
    .join('; ')
    .concat('.');
}

function listOf(some: readonly Removed[]): string {
  const more = some.length - MOST_IN_CELL;
  const listed = some.slice(0, MOST_IN_CELL).map(describeUnseen);
  return [...listed, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
