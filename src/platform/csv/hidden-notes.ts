import type { ReadSheet } from '../spreadsheet/read-workbook.ts';

/** So many rows are named. */
const MOST_NAMED = 10;

type Read = Exclude<ReadSheet, { refused: unknown }>;

/** Which sheet was read, and what of it nobody sees who opens it: that counts too, and people forget it. */
export function hiddenNotes({ sheet, isHidden, hidden, others }: Read): readonly string[] {
  const unread = others.map((other) => `"${other.name}"${other.hidden ? ' (hidden)' : ''}`).join(', ');
  const { lines, columns } = hidden;
  return [
    ...(unread === '' ? [] : [`The sheet "${sheet}" was read, and not ${unread}.`]),
    ...(isHidden ? [`The sheet "${sheet}" is hidden, and was read.`] : []),
    ...(lines.length === 0
      ? []
      : [`${lines.length === 1 ? 'A hidden row was' : 'Hidden rows were'} read: ${listed(lines)}.`]),
    ...(columns.length === 0
      ? []
      : [
          `${columns.length === 1 ? 'A hidden column was' : 'Hidden columns were'} read: ${listed(columns)}.`,
        ]),
  ];
}

function listed(names: readonly (string | number)[]): string {
  const more = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}
