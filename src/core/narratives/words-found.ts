import { folded, searchWords } from '../search.ts';
import { LANGUAGES, type Language, type LocalText } from '../text.ts';

/**
 * A reference to a figure as it stands in a text (`written-text.ts`), by an expression that means the same in JavaScript and
 * in Postgres. The name of an indicator is none of the words that its reader is shown.
 */
export const REFERENCE = String.raw`(?<!\\)\[[ \t]*[^\]\[ \t\r\n]+([ \t]+target)?[ \t]*\]`;
const REFERENCES = new RegExp(REFERENCE, 'g');

/** Whether every word of a search stands in a text, in whichever of its languages; a search without a word finds nothing. */
export function isSaid(text: LocalText, search: string): boolean {
  const words = searchWords(search);
  const said = folded(Object.values(text).join('\n').replace(REFERENCES, ' '));
  return words.length > 0 && words.every((word) => said.includes(word));
}

/** A part of a text in which words of a search stand. */
export interface Passage {
  readonly language: Language;
  readonly pieces: readonly { readonly text: string; readonly isFound: boolean }[];
}

/** So many characters of a text are shown before the first of the words, and in all. */
const BEFORE = 60;
const LONG = 220;
/** So many places are looked at for the one around which most of the words stand. */
const MOST_PLACES = 50;

/**
 * Where a text says what was searched: of the language in which most of the words stand, in case of doubt the preferred one,
 * the part in which most of them do. Figures are left out, as `[…]`.
 *
 * @example passageOf({ en: 'It trained judges.' }, 'JUDGES', 'fr') // en: "It trained ", found "judges", "."
 */
export function passageOf(text: LocalText, search: string, preferred: Language): Passage {
  const words = [...new Set(searchWords(search))];
  const [best] = [preferred, ...LANGUAGES.filter((language) => language !== preferred)]
    .flatMap((language) => {
      const said = text[language];
      if (said === undefined) return [];
      const plain = plainWords(said);
      const spans = words.map((word) => spansOf(plain, word));
      return [{ language, plain, spans, count: spans.filter((each) => each.length > 0).length }];
    })
    .toSorted((a, b) => b.count - a.count);
  if (best === undefined) return { language: preferred, pieces: [] };
  return { language: best.language, pieces: around(best.plain, best.spans) };
}

/** On one line, without the signs of lists and references. */
function plainWords(text: string): string {
  return text
    .replace(REFERENCES, '[…]')
    .replace(/^[ \t]*- +/gm, '')
    .replaceAll('\\[', '[')
    .replace(/\s+/g, ' ')
    .trim();
}

type Span = readonly [start: number, end: number];

/** Where a folded word stands in a text as it was written. */
function spansOf(text: string, word: string): readonly Span[] {
  let said = '';
  const places: number[] = [];
  let place = 0;
  for (const sign of text) {
    const plain = folded(sign);
    for (let unit = 0; unit < plain.length; unit += 1) places.push(place);
    said += plain;
    place += sign.length;
  }
  places.push(place);
  const spans: Span[] = [];
  for (let at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + word.length)) {
    spans.push([places[at] ?? 0, places[at + word.length] ?? place]);
  }
  return spans;
}

/** The part of a text around the place at which most of the words stand close by. */
function around(text: string, spans: readonly (readonly Span[])[]): Passage['pieces'] {
  const all = spans.flat().toSorted(([a], [b]) => a - b);
  const countFrom = (start: number) =>
    spans.filter((each) => each.some(([from, to]) => from >= start && to <= start + LONG - BEFORE)).length;
  const [first = 0] =
    all
      .slice(0, MOST_PLACES)
      .map(([start]) => start)
      .toSorted((a, b) => countFrom(b) - countFrom(a) || a - b) ?? [];
  const start = atWord(text, Math.max(0, first - BEFORE), first);
  const whole = start + LONG >= text.length;
  const end = whole ? text.length : Math.max(text.lastIndexOf(' ', start + LONG), first + 1);
  const pieces: { text: string; isFound: boolean }[] = [];
  const say = (said: string, isFound: boolean) => {
    const last = pieces.at(-1);
    if (said === '') return;
    if (last?.isFound === isFound) last.text += said;
    else pieces.push({ text: said, isFound });
  };
  if (start > 0) say('… ', false);
  let told = start;
  for (const [from, to] of all) {
    if (to <= told || from >= end) continue;
    say(text.slice(told, Math.max(told, from)), false);
    say(text.slice(Math.max(told, from), Math.min(to, end)), true);
    told = Math.min(to, end);
  }
  say(text.slice(told, end), false);
  if (!whole) say(' …', false);
  return pieces;
}

/** The beginning of the first word from a place on, and at the latest another place. */
function atWord(text: string, place: number, latest: number): number {
  if (place === 0) return 0;
  const space = text.indexOf(' ', place);
  return space < 0 || space >= latest ? latest : space + 1;
}
