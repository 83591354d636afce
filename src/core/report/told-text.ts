import type { Language } from '../text.ts';

/** A text of the record as its reader is shown it: words, with its figures as they count. */
export interface ToldText {
  readonly id: string;
  /** In the language that is shown, by its own name; null: the reader's. */
  readonly language: Language | null;
  readonly blocks: readonly ToldBlock[];
  /** What it is about, in time; null: undated. */
  readonly period: string | null;
  /** Where, when, and in which language, in a few words each; of a programme as a whole no place. */
  readonly about: readonly { readonly text: string; readonly href: string | null }[];
  /** On which sheet it stands, in a sentence. */
  readonly source: string | null;
  /** For readers of the organisation: that it is not for others. */
  readonly remark?: string;
  /** What it said before. */
  readonly href: string | null;
}

export type ToldBlock =
  | { readonly is: 'paragraph'; readonly pieces: readonly ToldPiece[] }
  | { readonly is: 'list'; readonly items: readonly (readonly ToldPiece[])[] };

export interface ToldPiece {
  readonly text: string;
  /** It is a figure, in the reader's language whatever the text's is, and leads to its rows; null: words. */
  readonly figure: { readonly href: string | null } | null;
}

/** What a programme's texts tell of one subject. */
export interface ToldSection {
  readonly section: string;
  readonly label: string;
  readonly texts: readonly ToldText[];
}

/** The words of a told text alone: paragraphs with a blank line between them. */
export function plainWords({ blocks }: Pick<ToldText, 'blocks'>): string {
  const words = (pieces: readonly ToldPiece[]) => pieces.map(({ text }) => text).join('');
  return blocks
    .map((block) =>
      block.is === 'list' ? block.items.map((item) => `- ${words(item)}`).join('\n') : words(block.pieces),
    )
    .join('\n\n');
}
