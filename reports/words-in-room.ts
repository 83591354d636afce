import type { ToldBlock, ToldPiece, ToldSection, ToldText } from '../src/core/report/told-text.ts';
import { sentencesIn } from '../src/web/short-text.ts';

/** Letters of the texts of one programme: about half a page. */
export const MOST_LETTERS = 2_600;
/** A text is begun where so much of it fits. */
const LEAST_LETTERS = 160;

export interface WordsInRoom {
  readonly sections: readonly ToldSection[];
  /** So many texts are left out. */
  readonly left: number;
  /** One of those that are shown is not shown whole. */
  readonly isShortened: boolean;
}

/**
 * The texts of a programme as far as there is room: the newest of each section first, then what is older. A text that is too
 * long ends with a sentence or with an item of a list, and never with words that announce what is left out. They stay in
 * their order.
 */
export function wordsInRoom(sections: readonly ToldSection[], letters = MOST_LETTERS): WordsInRoom {
  const deepest = Math.max(0, ...sections.map(({ texts }) => texts.length));
  const inTurn = Array.from({ length: deepest }, (_, at) => sections.flatMap(({ texts }) => texts[at] ?? []));
  const shown = new Map<string, ToldText>();
  let room = letters;
  let isShortened = false;
  for (const text of inTurn.flat()) {
    const length = lettersOf(text);
    if (length > room && room < LEAST_LETTERS) continue;
    const blocks = length <= room ? text.blocks : firstBlocks(text.blocks, room);
    room -= length;
    if (blocks.length === 0) continue;
    isShortened ||= blocks !== text.blocks;
    shown.set(text.id, { ...text, blocks });
  }
  return {
    sections: sections.flatMap((section) => {
      const texts = section.texts.flatMap(({ id }) => shown.get(id) ?? []);
      return texts.length === 0 ? [] : [{ ...section, texts }];
    }),
    left: inTurn.flat().length - shown.size,
    isShortened,
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

/** Those that fit whole, and the first sentences or items of the one after them. */
function firstBlocks(blocks: readonly ToldBlock[], letters: number): readonly ToldBlock[] {
  const shown: ToldBlock[] = [];
  let room = letters;
  for (const block of blocks) {
    const length = lettersOf({ blocks: [block] });
    if (length > room) {
      shown.push(...beginningOf(block, room));
      break;
    }
    shown.push(block);
    room -= length;
  }
  const last = shown.at(-1);
  const announces = last?.is === 'paragraph' && last.pieces.at(-1)?.text.trimEnd().endsWith(':') === true;
  return announces ? shown.slice(0, -1) : shown;
}

function beginningOf(block: ToldBlock, room: number): readonly ToldBlock[] {
  if (block.is === 'paragraph') {
    const pieces = sentencesOf(block.pieces, room);
    return pieces.length === 0 ? [] : [{ is: 'paragraph', pieces }];
  }
  const items: (readonly ToldPiece[])[] = [];
  let left = room;
  for (const item of block.items) {
    left -= item.reduce((sum, { text }) => sum + text.length, 0);
    if (left < 0) break;
    items.push(item);
  }
  return items.length === 0 ? [] : [{ is: 'list', items }];
}

/** The first sentences of a paragraph, with the figures inside them. */
function sentencesOf(pieces: readonly ToldPiece[], letters: number): readonly ToldPiece[] {
  let room = sentencesIn(pieces.map(({ text }) => text).join(''), letters).length;
  return pieces.flatMap((piece) => {
    const text = piece.text.slice(0, Math.max(0, room));
    room -= piece.text.length;
    return text === '' ? [] : [{ ...piece, text }];
  });
}
