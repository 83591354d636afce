import fc from 'fast-check';
import { describeUnseen, firstUnseen, readVisible } from './unseen.ts';

describe('a text', () => {
  it.each([
    ['plain letters of any script', 'São Tomé, Ελλάδα, Київ, 東京, नेपाल, ไทย', null],
    ['lines and tabs', 'One\n\tTwo', null],
    ['a joiner in Persian', 'می\u200Cخواهم', null],
    ['joiners in Devanagari', 'क्\u200Dष, क्\u200Cष', null],
    ['a mark of direction beside Arabic', 'برنامج C++\u200E الجديد', null],
    ['a break for lines in Khmer', 'ភាសា\u200Bខ្មែរ', null],
    ['a picture of several', '👩🏽\u200D🏫 teaches, \u2764\uFE0F', null],
    ['a shape of a Han letter', '葛\u{E0100}城市', null],
    ['a zero width space', 'Po\u200Brts', 'Ports'],
    ['a soft hyphen', 'Por\u00ADtos', 'Portos'],
    ['a byte order mark within', 'Ports \uFEFFand roads', 'Ports and roads'],
    ['a no-break space', 'Costa\u00A0Rica', 'Costa Rica'],
    ['spaces of other kinds, also at the ends', '\u20035\u202F000\u2009%\u00A0', '5 000 %'],
    ['a line separator', 'One\u2028Two', 'One\nTwo'],
    ['a joiner between Latin letters', 'Po\u200Drts', 'Ports'],
    ['a joiner at the end of a Persian word', 'می\u200C', 'می'],
    ['a mark of direction among Latin letters', 'Ports\u200E', 'Ports'],
    ['a break for lines among Latin letters', 'Po\u200Brts', 'Ports'],
    ['letters smuggled as tags', 'Ports\u{E0068}\u{E0069}', 'Ports'],
    ['a variation of what has none', 'a\uFE0F\u200D😀', 'a😀'],
    ['a Hangul filler', '\u3164', ''],
    ['a joiner of marks', 'e\u034F\u0301', 'é'],
  ])('with %s', (_what, text, expected) => {
    const read = readVisible(text);
    expect([read.text, read.refused]).toEqual([expected ?? text, null]);
    expect(read.removed.length > 0).toBe(expected !== null);
  });

  it.each([
    ['an override', 'Ports\u202Egnp', 0x202e, 6],
    ['an isolate', '\u2067Ports', 0x2067, 1],
    ['an embedding beside Arabic', 'برنامج\u202B', 0x202b, 7],
    ['NUL', 'Po\0rts', 0, 3],
    ['a control character of the second row', 'Po\u0085rts', 0x85, 3],
    ['half a character', 'Po\uD83Drts', 0xd83d, 3],
    ['a character for private use', '😀\uF0B7 Ports', 0xf0b7, 2],
    ['a character that is none', 'Ports\uFFFE', 0xfffe, 6],
  ])('with %s is refused', (_what, text, codePoint, position) => {
    expect(readVisible(text).refused).toEqual({ codePoint, position });
  });

  it('is in its composed form, without blanks around it, whether something went or not', () => {
    for (const text of [' Jose\u0301 ', ' Jo\u200Bse\u0301 '])
      expect(readVisible(text).text).toBe('Jos\u00e9');
  });

  it('says what went, and where', () => {
    expect(readVisible('A\u200Bb\u00A0c').removed).toEqual([
      { codePoint: 0x200b, position: 2, became: '' },
      { codePoint: 0xa0, position: 4, became: ' ' },
    ]);
  });
});

it('a code shows every character that it has', () => {
  expect(firstUnseen('MAR-1')).toBeNull();
  expect(firstUnseen('😀M\u200CAR')).toEqual({ codePoint: 0x200c, position: 3 });
  expect(firstUnseen('1\u00A0234')).toEqual({ codePoint: 0xa0, position: 2 });
});

it('a message names it', () => {
  expect(describeUnseen({ codePoint: 0x202e, position: 6 })).toBe(
    'U+202E (right-to-left override) at position 6',
  );
  expect(describeUnseen({ codePoint: 0xe0068, position: 1 })).toBe('U+E0068 at position 1');
});

describe('whatever is written', () => {
  const unseen = fc.constantFrom(
    ...'\u200B\u200C\u200D\u200E\u200F\u061C\u00AD\uFEFF\u00A0\u2028\u034F\uFE0F\u180B\u3164\u{E0100}\u{E0061}',
  );
  const refused = fc.constantFrom(...'\u202A\u202B\u202C\u202D\u202E\u2066\u2069\0\u0085\uE000\uFFFF');
  const letters = fc.constantFrom(...'aé1 بیकក្ก東葛😀☺ᠮ가\n');
  const texts = fc.string({ unit: fc.oneof(letters, unseen, fc.constant('e\u0301')), maxLength: 30 });

  it('reads the same when it is read again', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = readVisible(text);
        expect(readVisible(once.text)).toEqual({ text: once.text, removed: [], refused: null });
      }),
      { numRuns: 2000 },
    );
  });

  it('keeps every letter, in its order', () => {
    const lettersOf = (text: string) =>
      [...text.replace(/[\u034F\u3164]/g, '').normalize('NFC')].filter((one) =>
        /[\p{L}\p{N}\p{So}]/u.test(one),
      );
    fc.assert(
      fc.property(texts, (text) => expect(lettersOf(readVisible(text).text)).toEqual(lettersOf(text))),
      { numRuns: 2000 },
    );
  });

  it('is refused with one that no text may hold, wherever it stands', () => {
    fc.assert(
      fc.property(texts, refused, texts, (before, character, after) => {
        const read = readVisible(before + character + after);
        expect(read.refused?.codePoint).toBe(character.codePointAt(0));
        expect(read.refused?.position).toBe([...before].length + 1);
        expect(read.text).not.toContain(character);
      }),
    );
  });

  it('takes time in proportion to its length', () => {
    // A second at most; it would be an hour if each looked at all the others.
    for (const pair of ['a\u200B', 'a\u200E', 'a\u202E', 'ب\u200C', 'a\u00A0']) {
      const { removed, refused } = readVisible(pair.repeat(500_000));
      expect(removed.length > 0 || refused !== null).toBe(true);
    }
  });
});
