import { LANGUAGES, type LocalText } from '../../core/text.ts';

/** A stored row, as a file writes it: brought back unchanged, it changes nothing. */
export interface FileRow {
  /** Which row it is, whatever it says. */
  readonly key: string;
  /** A column that is not here is empty. */
  readonly cells: Readonly<Record<string, string>>;
  /** The file and the line that it came from, where that is kept. */
  readonly batch?: number | null;
  readonly line?: number | null;
}

/** The rows of a kind, as its file. */
export interface FileTable {
  readonly columns: readonly string[];
  readonly rows: readonly FileRow[];
}

/**
 * A text in its columns.
 *
 * @example textCells('title', { en: 'Ports', es: 'Puertos' }) // { title: 'Ports', title_es: 'Puertos', … }
 */
export function textCells(name: string, text: LocalText | null): Readonly<Record<string, string>> {
  return Object.fromEntries(
    LANGUAGES.map((language) => [language === 'en' ? name : `${name}_${language}`, text?.[language] ?? '']),
  );
}

/** The table as lines of cells, the header first. */
export function linesOf({ columns, rows }: FileTable): readonly (readonly string[])[] {
  return [columns, ...rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))];
}
