import fc from 'fast-check';
import { asWritten, referencesIn, unreadIn, writtenText } from './written-text.ts';

const words = (text: string) => ({ is: 'words', text });
const figure = (indicator: string, kind: 'actual' | 'target' = 'actual') => ({
  is: 'figure',
  reference: { indicator, kind },
});

describe('writtenText', () => {
  it('reads paragraphs, lists and references to figures', () => {
    const text = `It trained [officials-trained] officials
of [officials-trained target].

Partners:
- INTERPOL
- \\[sic] the ministry`;
    expect(writtenText(text)).toEqual([
      {
        is: 'paragraph',
        pieces: [
          words('It trained '),
          figure('officials-trained'),
          words(' officials\nof '),
          figure('officials-trained', 'target'),
          words('.'),
        ],
      },
      { is: 'paragraph', pieces: [words('Partners:')] },
      { is: 'list', items: [[words('INTERPOL')], [words('[sic] the ministry')]] },
    ]);
  });

  it.each([
    ['', []],
    [' \n\r\n\t', []],
    ['-', [{ is: 'paragraph', pieces: [words('-')] }]],
    ['-not a list', [{ is: 'paragraph', pieces: [words('-not a list')] }]],
    [
      '\r\n  - one\r\n\r\n- two ',
      [[words('one')], [words('two')]].map((item) => ({ is: 'list', items: [item] })),
    ],
    ['a\\b ] c', [{ is: 'paragraph', pieces: [words('a\\b ] c')] }]],
    ['[ a-b   target ]', [{ is: 'paragraph', pieces: [figure('a-b', 'target')] }]],
  ])('reads %j', (text, blocks) => {
    expect(writtenText(text)).toEqual(blocks);
  });

  it.each(['[]', '[two words]', '[Officials]', '[a target now]', '[a', '[a[b]', '[a\nb]'])(
    'says of %j that it is no reference, and shows it as it stands',
    (text) => {
      expect(unreadIn(text)).not.toEqual([]);
      expect(asWritten(writtenText(text))).toBe(text);
    },
  );

  it('names each figure once', () => {
    const text = '[b] [a] [a target] [a]\n\n- [b]';
    expect(referencesIn(text)).toEqual([
      { indicator: 'b', kind: 'actual' },
      { indicator: 'a', kind: 'actual' },
      { indicator: 'a', kind: 'target' },
    ]);
  });

  const anything = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc
      .array(
        fc.constantFrom('[', ']', '\\', '- ', '-', '\n', '\n\n', '\r\n', ' ', 'a', 'é-1', 'target', '\u00a0'),
      )
      .map((parts) => parts.join('')),
  );

  it('reads any text, and what it reads again when it is written as it was read', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const read = writtenText(text);
        expect(writtenText(asWritten(read))).toEqual(read);
      }),
      { numRuns: 2_000 },
    );
  });

  it('loses no letter of any text', () => {
    const letters = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(anything, (text) => {
        expect(letters(asWritten(writtenText(text)))).toBe(letters(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('takes any words for words, once their brackets are written as such', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const blocks = writtenText(text.replaceAll('[', '\\['));
        const pieces = blocks.flatMap((block) => (block.is === 'list' ? block.items.flat() : block.pieces));
        expect(pieces.every(({ is }) => is === 'words')).toBe(true);
      }),
    );
  });
});
