import { type InEachLanguage, LANGUAGES, type Language } from '../../core/text.ts';
import { columnLetters, type Sheet, type SheetCell, type Workbook } from '../spreadsheet/workbook.ts';
import type { Guide, ImportKind } from './import-kind.ts';

/** What the workbook says in its own name. */
interface Furniture {
  readonly howToFill: string;
  readonly words: string;
  readonly heads: readonly [column: string, needed: string, takes: string];
  readonly yes: string;
  readonly no: string;
  /** What a column of translations takes. */
  translation(column: string, language: string): string;
}

const FURNITURE: InEachLanguage<Furniture> = {
  en: {
    howToFill: 'How to fill',
    words: 'Words',
    heads: ['column', 'needed', 'what it takes'],
    yes: 'yes',
    no: 'no',
    translation: (column, language) => `What ${column} says, in ${language}.`,
  },
  es: {
    howToFill: 'Cómo llenarla',
    words: 'Palabras',
    heads: ['columna', 'necesaria', 'qué contiene'],
    yes: 'sí',
    no: 'no',
    translation: (column, language) => `Lo que dice ${column}, en ${language}.`,
  },
  pt: {
    howToFill: 'Como preencher',
    words: 'Palavras',
    heads: ['coluna', 'necessária', 'o que contém'],
    yes: 'sim',
    no: 'não',
    translation: (column, language) => `O que diz ${column}, em ${language}.`,
  },
  fr: {
    howToFill: 'Comment la remplir',
    words: 'Mots',
    heads: ['colonne', 'nécessaire', 'ce qu’elle contient'],
    yes: 'oui',
    no: 'non',
    translation: (column, language) => `Ce que dit ${column}, en ${language}.`,
  },
};

/** What a template says of its kind. */
export interface TemplateWords {
  /** The words for columns. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  readonly guide: Guide;
}

/**
 * An empty workbook of a kind of file: a sheet to fill with the header, one that says what each column takes, and one
 * with the words to choose from. Filled, it is imported as it is: its first sheet is read.
 *
 * @param language of what it says to whoever fills it; columns and words are what an import reads
 */
export function templateOf(
  kind: ImportKind,
  { lists, guide: takes }: TemplateWords,
  language: Language,
): Workbook {
  const says = FURNITURE[language];
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
      return { column: columns.indexOf(column), words: `${says.words}!$${letters}$2:$${letters}$${last}` };
    }),
  };
  const guide: Sheet = {
    name: says.howToFill,
    widths: [24, 12, 100],
    frozenRows: 1,
    rows: [
      says.heads.map(head),
      ...columns.map((column): readonly SheetCell[] => [
        { text: column },
        { text: kind.columns.required.includes(column) ? says.yes : says.no },
        { text: explain(column, takes, language), wrap: true },
      ]),
    ],
  };
  const list: Sheet = {
    name: says.words,
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

function explain(column: string, guide: Guide, language: Language): string {
  const own = guide[column];
  if (own !== undefined) return own[language];
  const written = LANGUAGES.find((one) => column.endsWith(`_${one}`)) ?? 'en';
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(written) ?? written;
  return FURNITURE[language].translation(column.slice(0, -written.length - 1), name);
}
