import { endOfWords } from '../core/end-of-words.ts';

/** As readers see them: a letter stays with its marks. */
const LETTERS = new Intl.Segmenter();

/** Chinese, Japanese and Korean signs fill a square; other letters, one with another, half of it. */
const SQUARE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\uff60]|[\u{20000}-\u{3ffff}]/u;

/**
 * A text of at most so many ordinary letters, of which a square sign takes two; what is longer ends with an ellipsis after a
 * whole word, unless one word takes two thirds of what there is room for.
 *
 * @example shortText('Tourism Security Program', 12) // 'Tourism…'
 */
export function shortText(text: string, letters: number): string {
  if (text.length * 2 <= letters) return text;
  let room = letters;
  let end = 0;
  for (const { segment, index } of LETTERS.segment(text)) {
    room -= SQUARE.test(segment) ? 2 : 1;
    if (room < 0) return `${text.slice(0, endOfWords(text, end))}…`;
    end = index + segment.length;
  }
  return text;
}

/** At its end a full stop may belong to a short word: "No.", "U.S.". */
const SHORT_WORD = /(?<![\p{L}\d])(?:\p{L}{1,3}|(?:\p{L}\.)+\p{L})\.\s*$/u;

/**
 * A text in two: its first sentence, and what follows. Where it is not sure that a sentence ends, it goes on.
 *
 * @example firstSentence('It began in 2016. It is for all.', 'en') // ['It began in 2016.', 'It is for all.']
 */
export function firstSentence(text: string, language: string): readonly [first: string, rest: string] {
  let end = 0;
  for (const { segment } of new Intl.Segmenter(language, { granularity: 'sentence' }).segment(text)) {
    end += segment.length;
    if (!SHORT_WORD.test(segment)) break;
  }
  return [text.slice(0, end).trim(), text.slice(end).trim()];
}

/**
 * The first sentences of a text, as many as so many letters hold; empty where not even one does.
 *
 * @example sentencesIn('It began in 2016. It is for all.', 20) // 'It began in 2016.'
 */
export function sentencesIn(text: string, letters: number): string {
  if (text.length <= letters) return text;
  let end = 0;
  let rest = text;
  while (rest !== '') {
    const [first] = firstSentence(rest, 'en');
    const at = text.indexOf(first, end) + first.length;
    if (first === '' || at > letters) break;
    end = at;
    rest = text.slice(end);
  }
  return text.slice(0, end);
}
