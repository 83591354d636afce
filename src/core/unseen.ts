/** A character that a reader does not see, or takes for a plain space. */
export interface Unseen {
  readonly codePoint: number;
  /** In characters, the first is 1. */
  readonly position: number;
}

/** One that a text does without: nothing stands in its place, or the plain space or line end that it looked like. */
export interface Removed extends Unseen {
  readonly became: '' | ' ' | '\n';
}

export interface VisibleText {
  /** Without what was removed, in Unicode's composed form. */
  readonly text: string;
  readonly removed: readonly Removed[];
  /** The first that no text may hold; it is not in `text` either. */
  readonly refused: Unseen | null;
}

/** Plain spaces, tabs and line ends aside: spaces of other kinds, and whatever Unicode calls ignorable or no character. */
const UNSEEN = /(?![\t\n ])[\p{Cc}\p{Cs}\p{Co}\p{Cn}\p{DI}\p{Zs}\p{Zl}\p{Zp}\uFFF9-\uFFFB]/u;
const EACH_UNSEEN = new RegExp(UNSEEN, 'gu');
/** Control characters; marks that turn what follows round; what no font need have, or each has otherwise. */
const REFUSED = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}\u202A-\u202E\u2066-\u2069]/u;

const MARKS_OF_DIRECTION = /[\u061C\u200E\u200F]/;
const RIGHT_TO_LEFT =
  /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;
/** Scripts in which two letters join, or do not, by a character between them. */
const JOINING =
  /(?=[\p{L}\p{M}])(?!\p{DI})[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Nko}\p{Script=Mongolian}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
/** Scripts without spaces between words, whose lines break where a zero width space stands. */
const SPACELESS =
  /(?=[\p{L}\p{M}])(?!\p{DI})[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
const PICTURE = /\p{Extended_Pictographic}|\p{Emoji_Modifier}|\uFE0F/u;

/**
 * A text as people shall read it. What cannot be seen and does nothing is left out; spaces of other kinds become plain
 * ones; joiners stay between letters that they are for, and marks of direction in a text with letters from right to
 * left. What turns the text round, controls a machine, or is no character, is refused.
 *
 * @example readVisible('Por\u00ADtos').text // 'Portos', removed: U+00AD at position 4
 * @example readVisible('Ports\u202Egnp').refused // U+202E at position 6
 */
export function readVisible(text: string): VisibleText {
  if (!UNSEEN.test(text)) return { text: text.normalize('NFC').trim(), removed: [], refused: null };
  const removed: Removed[] = [];
  const parts: string[] = [];
  let refused: Unseen | null = null;
  // What stands before is what stays: a character that goes lends its neighbour no meaning.
  let [before, read, position] = ['', 0, 0];
  const keep = (part: string) => {
    if (part === '') return;
    parts.push(part);
    before = lastOf(part);
  };
  let turned: boolean | null = null;
  const isRightToLeft = () => {
    turned ??= RIGHT_TO_LEFT.test(text);
    return turned;
  };
  for (const { 0: character, index } of text.matchAll(EACH_UNSEEN)) {
    const between = text.slice(read, index);
    keep(between);
    position += lengthOf(between) + 1;
    read = index + character.length;
    const unseen = { codePoint: character.codePointAt(0) ?? 0, position };
    if (REFUSED.test(character)) refused ??= unseen;
    else if (isMeant(character, before, firstOf(text, read), isRightToLeft)) keep(character);
    else {
      const became = /[\p{Zl}\p{Zp}]/u.test(character) ? '\n' : /\p{Zs}/u.test(character) ? ' ' : '';
      removed.push({ ...unseen, became });
      keep(became);
    }
  }
  keep(text.slice(read));
  return { text: parts.join('').normalize('NFC').trim(), removed, refused };
}

/** The first character that a code, a number or a date cannot hold, for nobody could see that it is another one. */
export function firstUnseen(text: string): Unseen | null {
  const found = UNSEEN.exec(text);
  if (found === null) return null;
  return {
    codePoint: found[0].codePointAt(0) ?? 0,
    position: lengthOf(text.slice(0, found.index)) + 1,
  };
}

/**
 * How messages call it.
 *
 * @example describeUnseen({ codePoint: 0x202e, position: 6 }) // 'U+202E (right-to-left override) at position 6'
 */
export function describeUnseen({ codePoint, position }: Unseen): string {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = NAMES.get(codePoint);
  return `${code}${name === undefined ? '' : ` (${name})`} at position ${position}`;
}

function isMeant(character: string, before: string, after: string, isRightToLeft: () => boolean): boolean {
  if (MARKS_OF_DIRECTION.test(character)) return isRightToLeft();
  switch (character) {
    case '\u200C':
      return JOINING.test(before) && JOINING.test(after);
    case '\u200D':
      return (
        (JOINING.test(before) && JOINING.test(after)) ||
        (PICTURE.test(before) && /\p{Extended_Pictographic}/u.test(after))
      );
    case '\u200B':
      return SPACELESS.test(before) && SPACELESS.test(after);
    case '\uFE0E':
    case '\uFE0F':
      return /\p{Emoji}/u.test(before);
    default:
      // Which of its shapes a letter has.
      if (/[\u180B-\u180F]/.test(character)) return /(?=\p{L})\p{Script=Mongolian}/u.test(before);
      return /[\u{E0100}-\u{E01EF}]/u.test(character) && /\p{Script=Han}/u.test(before);
  }
}

function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

function lastOf(text: string): string {
  return [...text.slice(-2)].at(-1) ?? '';
}

function firstOf(text: string, index: number): string {
  const codePoint = text.codePointAt(index);
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint);
}

/** Those that come with copied text, and those that deceive. */
const NAMES: ReadonlyMap<number, string> = new Map([
  [0x0000, 'NUL'],
  [0x00a0, 'no-break space'],
  [0x00ad, 'soft hyphen'],
  [0x034f, 'combining grapheme joiner'],
  [0x061c, 'Arabic letter mark'],
  [0x180e, 'Mongolian vowel separator'],
  [0x2007, 'figure space'],
  [0x2009, 'thin space'],
  [0x200b, 'zero width space'],
  [0x200c, 'zero width non-joiner'],
  [0x200d, 'zero width joiner'],
  [0x200e, 'left-to-right mark'],
  [0x200f, 'right-to-left mark'],
  [0x2028, 'line separator'],
  [0x2029, 'paragraph separator'],
  [0x202a, 'left-to-right embedding'],
  [0x202b, 'right-to-left embedding'],
  [0x202c, 'pop directional formatting'],
  [0x202d, 'left-to-right override'],
  [0x202e, 'right-to-left override'],
  [0x202f, 'narrow no-break space'],
  [0x2060, 'word joiner'],
  [0x2066, 'left-to-right isolate'],
  [0x2067, 'right-to-left isolate'],
  [0x2068, 'first strong isolate'],
  [0x2069, 'pop directional isolate'],
  [0x3000, 'ideographic space'],
  [0x3164, 'Hangul filler'],
  [0xfeff, 'byte order mark'],
]);
