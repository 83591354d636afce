import type { DomainError } from '../core/errors.ts';
import type { Share } from '../core/program.ts';
import { compareCodes, slug } from '../core/text.ts';
import { asWritten, cell, MOST_IN_LIST, quoted, readShare, refusal } from '../platform/csv/cells.ts';
import { text } from '../platform/csv/given-text.ts';
import { isIsoCountry } from './iso-countries.ts';
import { sharesRefusal } from './shares.ts';

/** A code is a key, and as long as its name. */
const MOST_IN_NAME = 200;

/** A name that something's code is made of (reference/README, "Codes"). */
export const nameText = text
  .refine((name) => Object.values(name).every((each) => (each ?? '').length <= MOST_IN_NAME), {
    error: `The name has more than ${MOST_IN_NAME} characters.`,
    params: { code: 'CELL.TOO_LONG', remedy: 'Shorten it.' },
  })
  .refine((name) => Object.values(name).every((each) => !each || slug(each) !== ''), {
    error: 'The name holds neither letter nor digit.',
    params: { code: 'CELL.NO_CODE', remedy: 'Its code is made of its letters and digits; write some.' },
  });

/** The name, or the code, of something whose code is made of its name. */
export const nameCell = cell(
  (name) =>
    slug(name) === ''
      ? refusal('CELL.NO_CODE', `${quoted(name)} holds neither letter nor digit.`, 'Write the name.')
      : name,
  { words: true },
);

/** A programme's code, as it stands in addresses. */
export const programCode = cell((code) =>
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(code)
    ? code
    : refusal(
        'CELL.NOT_A_CODE',
        `${quoted(code)} cannot be a programme's code.`,
        'Use letters and digits without accents, hyphens, points and underscores.',
      ),
);

/** A code that is the slug of some name. */
export const slugCode = cell((code) =>
  code === slug(code)
    ? code
    : refusal(
        'CELL.NOT_A_CODE',
        `${quoted(code)} is not a code.`,
        `Write it in lower case with hyphens: ${slug(code)}`,
      ),
);

export const countryCode = cell((code) => (isIsoCountry(code) ? code : unknownCountry(code)));

/** Codes of countries with spaces between them. */
export const countryCodes = cell(
  (codes): readonly string[] | DomainError => {
    const list = [...new Set(codes.split(/\s+/))].sort();
    const unknown = list.find((code) => !isIsoCountry(code));
    return unknown === undefined ? list : unknownCountry(unknown);
  },
  { most: MOST_IN_LIST },
);

/** A place as a row names it: a country by its code, a region by its name. */
export interface GivenPlace {
  readonly code: string;
  /** English, of a region; null for a country. */
  readonly name: string | null;
}

/** `CR`, or `region:` and a name: `region:OAS member states`. */
export const placeCell = cell((given): GivenPlace | DomainError => {
  if (!given.startsWith('region:'))
    return isIsoCountry(given) ? { code: given, name: null } : unknownCountry(given);
  const name = given.slice('region:'.length).trim();
  if (slug(name) !== '') return { code: `region:${slug(name)}`, name };
  return refusal('CELL.NO_CODE', 'The region has no name.', 'Write it as region:Central America');
});

/** A code, or several with their shares: `democracy`, `democracy:60;human-rights:40`. In order of code. */
export const pillarsCell = cell(readPillars, { most: MOST_IN_LIST });

function readPillars(given: string): readonly Share[] | DomainError {
  const shares = given.split(';').map((part): Share | DomainError => {
    const [code = '', share, ...rest] = part.split(':').map((piece) => piece.trim());
    if (code === '' || rest.length > 0) return notPillars(given);
    if (share === undefined) return { code, share: null };
    const percentage = readShare(share);
    return typeof percentage === 'string' ? { code, share: percentage } : percentage;
  });
  const refused = shares.find((share) => 'options' in share);
  if (refused !== undefined) return refused as DomainError;
  const pillars = (shares as Share[]).sort((a, b) => compareCodes(a.code, b.code));
  if (new Set(pillars.map(({ code }) => code)).size < pillars.length) return notPillars(given);
  return sharesRefusal(pillars.map(({ share }) => share)) ?? pillars;
}

function notPillars(given: string): DomainError {
  return refusal(
    'CELL.NOT_PILLARS',
    `${quoted(given)} is not a list of pillars.`,
    'Write a pillar, or each once with its share: democracy:60;human-rights:40',
  );
}

function unknownCountry(code: string): DomainError {
  return refusal(
    'CELL.UNKNOWN_COUNTRY',
    `${quoted(code)} is not a country.`,
    'Write its two capital letters (ISO 3166-1), or region: and the name of a region.',
    asWritten(code),
  );
}
