/** As readers see them: a letter stays with its marks. */
const LETTERS = new Intl.Segmenter();

/** Chinese, Japanese and Korean signs fill a square; other letters, one with another, half of it. */
const SQUARE = /[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff\ufe30-\uff60]|[\u{20000}-\u{3ffff}]/u;

/**
 * A text of at most so many ordinary letters, of which a square sign takes two; what is longer ends with an ellipsis.
 *
 * @example shortText('Tourism Security Program', 7) // 'Tourism…'
 */
export function shortText(text: string, letters: number): string {
  if (text.length * 2 <= letters) return text;
  let room = letters;
  let end = 0;
  for (const { segment, index } of LETTERS.segment(text)) {
    room -= SQUARE.test(segment) ? 2 : 1;
    if (room < 0) return `${text.slice(0, end).trimEnd()}…`;
    end = index + segment.length;
  }
  return text;
}
