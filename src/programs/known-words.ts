import { DomainError } from '../core/errors.ts';
import type { Organisation, Pillar, Place } from '../core/program.ts';
import { LANGUAGES, type LocalText, originalText, slug } from '../core/text.ts';
import { type Named, wordFinder } from '../core/words.ts';
import type { FileWords } from '../platform/csv/file-words.ts';
import type { GivenText } from '../platform/csv/given-text.ts';
import { type CellReader, type Reading, smallNumberReader } from '../platform/csv/reading.ts';
import { asWritten, quoted, refusal } from '../platform/csv/refusal.ts';
import { findCountry } from './country-names.ts';
import { isIsoCountry } from './iso-countries.ts';
import type { Term } from './terms.repository.ts';

/** A thing that has a code and a name in several languages, as the name says it that its code is made of. */
export function named(code: string, name: LocalText): Named {
  return { word: wordOf(code, name), says: [code, ...Object.values(name)] };
}

/** The name of which a code is made, in whatever language that is; the code where none is. */
export function wordOf(code: string, name: LocalText): string {
  return LANGUAGES.map((language) => name[language]).find((each) => slug(each ?? '') === code) ?? code;
}

/** A thing as a file of such things finds it by its name: one that has English is called by it. */
export function namedByItself(code: string, name: LocalText): Named {
  return { word: originalText(name), says: [code, ...Object.values(name)] };
}

/**
 * The code of a thing that a file names: of a known one whose code is made of the name in any of its languages, or,
 * where there is no English, that has the name; else the code that the name in its own language makes.
 */
export function codeOfName(
  given: GivenText,
  known: ReadonlyMap<string, { readonly name: LocalText }>,
): string {
  const slugs = LANGUAGES.map((language) => slug(given[language] ?? '')).filter((each) => each !== '');
  const [own = ''] = slugs;
  const code = slugs.find((each) => known.has(each));
  if (code !== undefined || given.en) return code ?? own;
  const called = [...known].filter(([, { name }]) => Object.values(name).some((each) => slug(each) === own));
  return called.length === 1 ? (called[0]?.[0] ?? own) : own;
}

/** A name as it is merged: the English of a known thing stays where its cell is empty, for others call it by that. */
export function nameOf({ en, ...translations }: GivenText): GivenText {
  return en === '' ? translations : { en, ...translations };
}

/** A country by its code in any case, or by its name in any language. */
export const countryReader: CellReader = (text) => {
  if (isIsoCountry(text.toUpperCase())) return text.toUpperCase();
  const found = findCountry(text);
  if (found.is === 'known') return found.word;
  if (found.is === 'new') return text;
  const meant = found.is === 'near' ? [found.word] : found.words;
  return refusal(
    'CELL.UNKNOWN_COUNTRY',
    `${quoted(text)} is not a country.`,
    `Did you mean ${meant.map((code) => `${code} (${countryName(code)})`).join(' or ')}? Write its two capital letters.`,
    asWritten(text, meant),
  );
};

function countryName(code: string): string {
  return new Intl.DisplayNames('en', { type: 'region' }).of(code) ?? code;
}

/** A country, or a region by `region:` and its name in any language; the name of a known region is one without it too. */
export function placeReader(words: FileWords, places: Iterable<Place>): CellReader {
  const regions = [...places].flatMap(({ code, name }) =>
    name !== null && code.startsWith(REGION) ? [named(code.slice(REGION.length), name)] : [],
  );
  const readRegion = words.reader('region', regions);
  const known = new Set(regions.flatMap(({ says }) => says.map(slug)));
  return (text, isNumber) => {
    const [, region] = /^\s*region\s*:\s*(.*)$/is.exec(text) ?? [];
    const name = region ?? (known.has(slug(text)) ? text : null);
    if (name === null) return countryReader(text, isNumber);
    const read = name === '' ? name : readRegion(name);
    return typeof read === 'string' ? `${REGION}${read}` : read;
  };
}

const REGION = 'region:';

/** Places as files name them: countries by their codes, then regions. */
export function placeWords(places: ReadonlyMap<string, Place>): readonly string[] {
  return [...places.values()]
    .map(({ code, kind, name }) =>
      kind === 'region' && name !== null ? `${REGION}${wordOf(code.slice(REGION.length), name)}` : code,
    )
    .sort();
}

/**
 * An organisation by its name in any language, its code or its identifier.
 *
 * @param naming what it is called where it is found
 */
export function organisationReader(
  words: FileWords,
  organisations: Iterable<Organisation>,
  naming: typeof named = named,
): CellReader {
  return words.reader(
    'organisation',
    [...organisations].map(({ code, name, identifier }) => {
      const { word, says } = naming(code, name);
      return { word, says: identifier === null ? says : [...says, identifier] };
    }),
  );
}

/** The names by which files call organisations, in order. */
export function organisationWords(organisations: Iterable<Organisation>): readonly string[] {
  return [...organisations].map(({ code, name }) => wordOf(code, name)).sort();
}

/** Pillars by their codes or their names in any language, each with its share if it has one. */
export function pillarsReader(pillars: Iterable<Pillar>, reading: Reading): CellReader {
  const find = wordFinder(
    [...pillars].map(({ code, name }) => ({ word: code, says: [code, ...Object.values(name)] })),
  );
  const readShare = smallNumberReader(reading);
  return (text) => {
    const parts: string[] = [];
    for (const part of text.split(';')) {
      const [name = '', share, ...rest] = part.split(':').map((piece) => piece.trim());
      const found = find(name);
      const code = found.is === 'known' ? found.word : name;
      const read = share === undefined || share === '' ? share : readShare(share, false);
      if (read instanceof DomainError) return read;
      parts.push([code, ...(read === undefined ? [] : [read]), ...rest].join(':'));
    }
    return parts.join(';');
  };
}

/** A programme's code in whatever case, where that is one alone; or its identifier, as it is written or in another case. */
export function programReader(
  programs: Iterable<{ readonly code: string; readonly identifier: string | null }>,
): CellReader {
  const byLower = new Map<string, Set<string>>();
  const codes = new Set<string>();
  const exact = new Map<string, string>();
  for (const { code, identifier } of programs) {
    codes.add(code);
    if (identifier !== null) exact.set(identifier, code);
    for (const call of [code, ...(identifier === null ? [] : [identifier])]) {
      const lower = call.toLowerCase();
      byLower.set(lower, (byLower.get(lower) ?? new Set()).add(code));
    }
  }
  return (text) => {
    if (codes.has(text)) return text;
    const called = exact.get(text);
    if (called !== undefined) return called;
    const [code, ...others] = byLower.get(text.toLowerCase()) ?? [];
    return code === undefined || others.length > 0 ? text : code;
  };
}

/** Axes of breakdowns by code, and the parts of each by code; each with everything that says it. */
export interface KnownAxes {
  readonly axes: readonly Named[];
  partsOf(axis: string): readonly Named[];
}

export function knownAxes(terms: Iterable<Term>): KnownAxes {
  const lists = Map.groupBy(terms, ({ list }) => list);
  const ofList = (list: string) =>
    (lists.get(list) ?? []).map(
      ({ code, label }): Named => ({ word: code, says: [code, ...Object.values(label)] }),
    );
  return { axes: ofList('axis'), partsOf: ofList };
}
