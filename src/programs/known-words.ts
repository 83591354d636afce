import { DomainError } from '../core/errors.ts';
import type { Organisation, Pillar, Place } from '../core/program.ts';
import { type LocalText, slug } from '../core/text.ts';
import { type Named, wordFinder } from '../core/words.ts';
import type { FileWords } from '../platform/csv/file-words.ts';
import { type CellReader, type Reading, smallNumberReader } from '../platform/csv/reading.ts';
import { quoted, refusal } from '../platform/csv/refusal.ts';
import { findCountry } from './country-names.ts';
import { isIsoCountry } from './iso-countries.ts';
import type { Term } from './terms.repository.ts';

/** A thing that has a code and a name in several languages, as its English name says it. */
export function named(code: string, name: LocalText): Named {
  return { word: name.en, says: [code, ...Object.values(name)] };
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
    `Did you mean ${meant.map((code) => `${code} (${nameOf(code)})`).join(' or ')}? Write its two capital letters.`,
  );
};

function nameOf(code: string): string {
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
    .map(({ code, kind, name }) => (kind === 'region' && name !== null ? `${REGION}${name.en}` : code))
    .sort();
}

/** An organisation by its name in any language, or its code. */
export function organisationReader(words: FileWords, organisations: Iterable<Organisation>): CellReader {
  return words.reader(
    'organisation',
    [...organisations].map(({ code, name }) => named(code, name)),
  );
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

/** A programme's code in whatever case, where that is one alone. */
export function programReader(codes: Iterable<string>): CellReader {
  const byLower = Map.groupBy(codes, (code) => code.toLowerCase());
  return (text) => {
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
