import { type InEachLanguage, LANGUAGES } from '../../core/text.ts';
import { columnLetters, type Sheet, type SheetCell, type Workbook } from '../spreadsheet/workbook.ts';
import type { ImportKind } from './import-kind.ts';

const WORDS = 'Words';
const LANGUAGE_NAMES: InEachLanguage<string> = {
  en: 'English',
  es: 'Spanish',
  pt: 'Portuguese',
  fr: 'French',
};

/**
 * An empty workbook of a kind of file: a sheet to fill with the header, one that says what each column takes, and one
 * with the words to choose from. Filled, it is imported as it is: its first sheet is read.
 *
 * @param lists the words for columns, as the kind gives them
 */
export function templateOf(kind: ImportKind, lists: Readonly<Record<string, readonly string[]>>): Workbook {
  const columns = kind.columns.known;
  const listed = columns.filter((column) => (lists[column] ?? []).length > 0);
  const words = listed.map((column) => lists[column] ?? []);
  const most = Math.max(0, ...words.map(({ length }) => length));
  const toFill: Sheet = {
    name: kind.name,
    widths: columns.map((column) => Math.max(12, column.length + 2)),
    frozenRows: 1,
    rows: [columns.map(head)],
    choices: listed.map((column, index) => {
      const letters = columnLetters(index);
      const last = (lists[column] ?? []).length + 1;
      return { column: columns.indexOf(column), words: `${WORDS}!$${letters}$2:$${letters}$${last}` };
    }),
  };
  const guide: Sheet = {
    name: 'How to fill',
    widths: [24, 12, 100],
    frozenRows: 1,
    rows: [
      ['column', 'needed', 'what it takes'].map(head),
      ...columns.map((column): readonly SheetCell[] => [
        { text: column },
        { text: kind.columns.required.includes(column) ? 'yes' : 'no' },
        { text: explain(column, kind), wrap: true },
      ]),
    ],
  };
  const list: Sheet = {
    name: WORDS,
    widths: listed.map(() => 24),
    frozenRows: 1,
    rows: [
      listed.map(head),
      ...Array.from({ length: most }, (_, row) =>
        words.map((column): SheetCell => (column[row] === undefined ? null : { text: column[row] })),
      ),
    ],
  };
  return listed.length > 0 ? [toFill, guide, list] : [toFill, guide];
}

function head(text: string): SheetCell {
  return { text, bold: true };
}

function explain(column: string, { guide }: ImportKind): string {
  const own = guide[column];
  if (own !== undefined) return own;
  const language = LANGUAGES.find((one) => column.endsWith(`_${one}`)) ?? 'en';
  return `What ${column.slice(0, -3)} says, in ${LANGUAGE_NAMES[language]}.`;
}
