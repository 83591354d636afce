import type { ToldBlock, ToldPiece, ToldSection, ToldText } from '../src/core/report/told-text.ts';
import { shortText } from '../src/web/short-text.ts';

/** Letters of the texts of one programme: about half a page. */
export const MOST_LETTERS = 2_600;
/** A text is begun where so much of it fits. */
const LEAST_LETTERS = 160;

export interface WordsInRoom {
  readonly sections: readonly ToldSection[];
  /** So many texts are left out. */
  readonly left: number;
}

/**
 * The texts of a programme as far as there is room: the newest of each section first, then what is older. A text that is too
 * long ends with an ellipsis, and never inside a figure. They stay in their order.
 */
export function wordsInRoom(sections: readonly ToldSection[], letters = MOST_LETTERS): WordsInRoom {
  const deepest = Math.max(0, ...sections.map(({ texts }) => texts.length));
  const inTurn = Array.from({ length: deepest }, (_, at) => sections.flatMap(({ texts }) => texts[at] ?? []));
  const shown = new Map<string, ToldText>();
  let room = letters;
  for (const text of inTurn.flat()) {
    const length = lettersOf(text);
    if (length > room && room < LEAST_LETTERS) continue;
    shown.set(text.id, length <= room ? text : { ...text, blocks: firstBlocks(text.blocks, room) });
    room -= length;
  }
  return {
    sections: sections.flatMap((section) => {
      const texts = section.texts.flatMap(({ id }) => shown.get(id) ?? []);
      return texts.length === 0 ? [] : [{ ...section, texts }];
    }),
    left: inTurn.flat().length - shown.size,
  };
}

function lettersOf({ blocks }: Pick<ToldText, 'blocks'>): number {
  return blocks
    .flatMap(linesOf)
    .flat()
    .reduce((sum, { text }) => sum + text.length, 0);
}

function linesOf(block: ToldBlock): readonly (readonly ToldPiece[])[] {
  return block.is === 'list' ? block.items : [block.pieces];
}

function firstBlocks(blocks: readonly ToldBlock[], letters: number): readonly ToldBlock[] {
  const room = { letters };
  return blocks.flatMap((block): readonly ToldBlock[] => {
    if (block.is === 'paragraph') {
      const pieces = firstPieces(block.pieces, room);
      return pieces.length === 0 ? [] : [{ is: 'paragraph', pieces }];
    }
    const items = block.items.map((item) => firstPieces(item, room)).filter(({ length }) => length > 0);
    return items.length === 0 ? [] : [{ is: 'list', items }];
  });
}

/** @param room what is left of it, which becomes less; below nothing once the end is marked */
function firstPieces(pieces: readonly ToldPiece[], room: { letters: number }): readonly ToldPiece[] {
  const shown: ToldPiece[] = [];
  for (const piece of pieces) {
    if (room.letters < 0) break;
    if (piece.text.length <= room.letters) {
      shown.push(piece);
      room.letters -= piece.text.length;
      continue;
    }
    shown.push(piece.figure === null ? { ...piece, text: shortText(piece.text, room.letters) } : ELLIPSIS);
    room.letters = -1;
  }
  return shown;
}

const ELLIPSIS: ToldPiece = { text: '…', figure: null };
