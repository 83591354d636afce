import { LANGUAGES, saidInAny, slug } from '../core/text.ts';
import { type FindWord, type Named, wordFinder } from '../core/words.ts';
import { ISO_COUNTRIES } from './iso-countries.ts';

/** What people write, and no list of names has. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  BO: ['Plurinational State of Bolivia', 'Estado Plurinacional de Bolivia'],
  CI: ['Ivory Coast'],
  CZ: ['Czech Republic'],
  GB: ['Great Britain'],
  KR: ['Republic of Korea', 'Corea', 'República de Corea'],
  NL: ['Holland', 'Holanda'],
  RU: ['Russian Federation', 'Federación de Rusia'],
  US: [
    'USA',
    'United States of America',
    'EE. UU.',
    'EEUU',
    'Estados Unidos de América',
    'EUA',
    'Etats-Unis d’Amérique',
  ],
  VE: ['Bolivarian Republic of Venezuela', 'República Bolivariana de Venezuela'],
};

/** Words that one writes in the name of a country, and another leaves out. */
const LEFT_OUT = saidInAny({
  en: 'and, the, of',
  es: 'y, e, la, las, los, el, de, del',
  pt: 'e, o, a, de, da, do, das, dos',
  fr: 'et, la, le, les, de, du, des',
});

/** Finds the ISO code of a country by its name in any language. */
export const findCountry: FindWord = countryFinder();

function countryFinder(): FindWord {
  const names = LANGUAGES.flatMap((language) =>
    (['long', 'short'] as const).map((style) => new Intl.DisplayNames(language, { type: 'region', style })),
  );
  const known = [...ISO_COUNTRIES].map((code): Named => {
    const says = [...names.map((list) => list.of(code) ?? code), ...(ALSO[code] ?? [])];
    return { word: code, says: [...says, ...says.map(bareName)] };
  });
  const find = wordFinder(known);
  return (given) => {
    const found = find(given);
    if (found.is === 'known' || found.is === 'several') return found;
    const bare = find(bareName(given));
    return bare.is === 'new' ? found : bare;
  };
}

/** @example bareName('Saint Vincent and the Grenadines') // 'st-vincent-grenadines' */
function bareName(name: string): string {
  const words = slug(name).split('-');
  return words
    .filter((word) => !LEFT_OUT.includes(word))
    .map((word) => (word === 'saint' ? 'st' : word))
    .join('-');
}
