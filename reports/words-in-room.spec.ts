import fc from 'fast-check';
import { plainWords, type ToldSection, type ToldText } from '../src/core/report/told-text.ts';
import { wordsInRoom } from './words-in-room.ts';

const textOf = (id: string, ...paragraphs: readonly string[]): ToldText => ({
  id,
  language: null,
  blocks: paragraphs.map((text) => ({ is: 'paragraph', pieces: [{ text, figure: null }] })),
  period: null,
  about: [],
  source: null,
  href: null,
});
const sectionOf = (section: string, ...texts: readonly ToldText[]): ToldSection => ({
  section,
  label: section,
  texts,
});
const idsOf = (sections: readonly ToldSection[]) =>
  sections.map(({ section, texts }) => [section, ...texts.map(({ id }) => id)]);
const LONG = `${'w'.repeat(298)}. `;

describe('the texts of a programme in a fact sheet', () => {
  it('are all there where there is room', () => {
    const sections = [sectionOf('background', textOf('a', 'Once.')), sectionOf('next', textOf('b', 'Soon.'))];
    expect(wordsInRoom(sections)).toEqual({ sections, left: 0, isShortened: false });
  });

  it('are the newest of each section before what is older', () => {
    const sections = [
      sectionOf('background', textOf('new', LONG), textOf('old', LONG)),
      sectionOf('next', textOf('soon', LONG)),
    ];
    const { sections: shown, left } = wordsInRoom(sections, 600);
    expect([idsOf(shown), left]).toEqual([
      [
        ['background', 'new'],
        ['next', 'soon'],
      ],
      1,
    ]);
  });

  it('end with a sentence where they are too long, with the figures inside it', () => {
    const pieces = [
      { text: `${'x'.repeat(180)}. They trained `, figure: null },
      { text: 'at least 340', figure: { href: null } },
      { text: ' officials. Then they went.', figure: null },
    ];
    const text: ToldText = { ...textOf('a'), blocks: [{ is: 'paragraph', pieces }] };
    const shown = (letters: number) => wordsInRoom([sectionOf('result', text)], letters);
    const wordsOf = (letters: number) => plainWords(shown(letters).sections[0]?.texts[0] as ToldText);
    // 181 letters, then " They trained at least 340 officials." to the 218th, then 16 more.
    expect(wordsOf(217)).toBe(`${'x'.repeat(180)}.`);
    expect(wordsOf(218)).toBe(`${'x'.repeat(180)}. They trained at least 340 officials.`);
    expect([217, 218, 234].map((letters) => shown(letters).isShortened)).toEqual([true, true, false]);
    // Of one whose first sentence is too long nothing is shown, and it is counted.
    expect(shown(170)).toEqual({ sections: [], left: 1, isShortened: false });
  });

  it('end with an item of a list, and not with the words that announce one', () => {
    const list = {
      is: 'list',
      items: ['y'.repeat(100), 'z'.repeat(100)].map((text) => [{ text, figure: null }]),
    };
    const lead = { is: 'paragraph', pieces: [{ text: `${'x'.repeat(99)}:`, figure: null }] };
    const text = { ...textOf('a'), blocks: [...textOf('', 'Long. ').blocks, lead, list] } as ToldText;
    const wordsOf = (letters: number) =>
      plainWords(wordsInRoom([sectionOf('result', text)], letters).sections[0]?.texts[0] as ToldText);
    expect(wordsOf(205)).toBe('Long. ');
    expect(wordsOf(206)).toBe(`Long. \n\n${'x'.repeat(99)}:\n\n- ${'y'.repeat(100)}`);
  });

  it('are never more than there is room for, and lose nothing unsaid', () => {
    const section = fc.record({
      section: fc.string(),
      label: fc.string(),
      texts: fc.array(
        fc.record({ id: fc.uuid(), words: fc.array(fc.string({ maxLength: 400, minLength: 1 })) }),
        { maxLength: 4 },
      ),
    });
    fc.assert(
      fc.property(
        fc.array(section, { maxLength: 5 }),
        fc.integer({ min: 0, max: 2_000 }),
        (given, letters) => {
          const sections = given.map(({ texts, ...each }) => ({
            ...each,
            texts: texts.map(({ id, words }) => textOf(id, ...words)),
          }));
          const { sections: shown, left } = wordsInRoom(sections, letters);
          const texts = shown.flatMap((each) => each.texts);
          const length = texts
            .flatMap(({ blocks }) => blocks)
            .reduce((sum, block) => sum + lengthOf(block), 0);
          expect(length).toBeLessThanOrEqual(letters);
          expect(texts.length + left).toBe(sections.flatMap((each) => each.texts).length);
        },
      ),
    );
  });
});

function lengthOf(block: ToldText['blocks'][number]): number {
  const pieces = block.is === 'list' ? block.items.flat() : block.pieces;
  return pieces.reduce((sum, { text }) => sum + text.length, 0);
}
