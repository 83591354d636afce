import { type ResultKind } from '../result.ts';
import { slug } from '../text.ts';

/** A figure that a text refers to: the total of an indicator for the text's own programme and place. */
export interface Reference {
  readonly indicator: string;
  readonly kind: ResultKind;
}

/** A piece of a line: words, a figure, or a bracket of which nobody can say what it means. */
export type Piece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'figure'; readonly reference: Reference }
  | { readonly is: 'unread'; readonly text: string };

/** Pieces side by side. A line end inside a paragraph is one of its words. */
export type Pieces = readonly Piece[];

export type TextBlock =
  | { readonly is: 'paragraph'; readonly pieces: Pieces }
  | { readonly is: 'list'; readonly items: readonly Pieces[] };

/**
 * A text as somebody wrote it: paragraphs with blank lines between them, lines that begin with "- " as a list,
 * `[officials-trained]` for the total of an indicator, `[officials-trained target]` for its target, and `\[` for a
 * bracket. Whatever is written can be read; what is in brackets and is no reference is `unread`.
 *
 * @example writtenText('[officials-trained] officials.') // one paragraph: a figure, and " officials."
 */
export function writtenText(text: string): readonly TextBlock[] {
  const blocks: TextBlock[] = [];
  let [kind, lines]: ['paragraph' | 'list', string[]] = ['paragraph', []];
  const end = () => {
    if (lines.length > 0) {
      blocks.push(
        kind === 'list'
          ? { is: 'list', items: lines.map(piecesOf) }
          : { is: 'paragraph', pieces: piecesOf(lines.join('\n')) },
      );
    }
    lines = [];
  };
  for (const line of text.split(/\r\n|\r|\n/).map((each) => each.trim())) {
    const item = /^- +(.+)$/s.exec(line)?.[1];
    const is = item === undefined ? 'paragraph' : 'list';
    if (line === '' || is !== kind) end();
    kind = is;
    if (line !== '') lines.push(item ?? line);
  }
  end();
  return blocks;
}

/** A text that reads as these blocks: `writtenText` of it is what was given. */
export function asWritten(blocks: readonly TextBlock[]): string {
  return blocks
    .map((block) =>
      block.is === 'list' ? block.items.map((item) => `- ${lineOf(item)}`).join('\n') : lineOf(block.pieces),
    )
    .join('\n\n');
}

/** The figures that a text refers to, each once. */
export function referencesIn(text: string): readonly Reference[] {
  const found = piecesIn(text).flatMap((piece) => (piece.is === 'figure' ? [piece.reference] : []));
  return [...new Map(found.map((each) => [nameOf(each), each])).values()];
}

/** What stands in brackets and says nothing, as it is written. */
export function unreadIn(text: string): readonly string[] {
  return piecesIn(text).flatMap((piece) => (piece.is === 'unread' ? [piece.text] : []));
}

/** As it stands between the brackets. */
export function nameOf({ indicator, kind }: Reference): string {
  return kind === 'target' ? `${indicator} ${TARGET}` : indicator;
}

const TARGET = 'target';

function piecesIn(text: string): readonly Piece[] {
  return writtenText(text).flatMap((block) => (block.is === 'list' ? block.items.flat() : block.pieces));
}

/** A bracket that is meant as one; what stands between two; one that is never closed. */
const BRACKETS = /\\\[|\[([^[\]\n]*)\]|\[/g;

function piecesOf(line: string): Pieces {
  const pieces: Piece[] = [];
  const say = (text: string) => {
    const last = pieces.at(-1);
    if (text === '') return;
    if (last?.is === 'words') pieces[pieces.length - 1] = { is: 'words', text: last.text + text };
    else pieces.push({ is: 'words', text });
  };
  let read = 0;
  for (const match of line.matchAll(BRACKETS)) {
    say(line.slice(read, match.index));
    read = match.index + match[0].length;
    if (match[0] === '\\[') say('[');
    else {
      const reference = match[1] === undefined ? null : referenceFrom(match[1]);
      pieces.push(reference === null ? { is: 'unread', text: match[0] } : { is: 'figure', reference });
    }
  }
  say(line.slice(read));
  return pieces;
}

function referenceFrom(between: string): Reference | null {
  const [indicator = '', of, ...rest] = between.trim().split(/\s+/);
  if (indicator === '' || indicator !== slug(indicator) || rest.length > 0) return null;
  if (of === undefined) return { indicator, kind: 'actual' };
  return of === TARGET ? { indicator, kind: 'target' } : null;
}

function lineOf(pieces: Pieces): string {
  return pieces.map(writtenPiece).join('');
}

function writtenPiece(piece: Piece): string {
  switch (piece.is) {
    case 'words':
      return piece.text.replaceAll('[', '\\[');
    case 'figure':
      return `[${nameOf(piece.reference)}]`;
    case 'unread':
      return piece.text;
  }
}
