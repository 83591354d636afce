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
const LONG = 'w'.repeat(300);

describe('the texts of a programme in a fact sheet', () => {
  it('are all there where there is room', () => {
    const sections = [sectionOf('background', textOf('a', 'Once.')), sectionOf('next', textOf('b', 'Soon.'))];
    expect(wordsInRoom(sections)).toEqual({ sections, left: 0 });
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

  it('end with an ellipsis where they are too long, and never inside a figure', () => {
    const said = textOf('a');
    const figure = { text: 'at least 340', figure: { href: null } };
    const pieces = [
      { text: `${'x'.repeat(195)} `, figure: null },
      figure,
      { text: ' officials', figure: null },
    ];
    const text: ToldText = { ...said, blocks: [{ is: 'paragraph', pieces }] };
    const shown = (letters: number) =>
      wordsInRoom([sectionOf('result', text)], letters).sections[0]?.texts[0];
    expect(plainWords(shown(200) as ToldText)).toBe(`${'x'.repeat(195)} …`);
    expect(plainWords(shown(212) as ToldText)).toBe(`${'x'.repeat(195)} at least 340 off…`);
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
          // An ellipsis for the one that is cut.
          expect(length).toBeLessThanOrEqual(letters + 1);
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
