import type { Facts } from '../../src/core/facts.ts';
import {
  breakdown,
  makeFacts,
  makeIndicator,
  makeOrganisation,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
} from '../../src/core/fixtures/facts.ts';
import { TRANSACTION_TYPES } from '../../src/core/funding.ts';
import type { Program, Share } from '../../src/core/program.ts';
import type { Result } from '../../src/core/result.ts';

const COUNTRIES =
  'AG AR BS BB BZ BO BR CA CL CO CR CU DM DO EC SV GD GT GY HT HN JM MX NI PA PY PE KN LC VC SR TT US UY VE FR DE ES IT PT GB IE NL BE SE NO FI DK AT CH PL CZ GR TR IL KR JP CN IN AU'.split(
    ' ',
  );
const REGIONS = ['caribbean', 'andes', 'central', 'southern', 'north', 'oas', 'atlantic', 'pacific'].map(
  (name) => `region:${name}`,
);
const PILLARS = ['democracy', 'human-rights', 'integral-development', 'multidimensional-security'];
const ROLES = Array.from({ length: 20 }, (_, at) => `role-${at + 1}`);
const AXES = ['sex', 'role', 'mode', 'age', 'size'];
/** Of each programme; every other one of which is of officials trained. */
const RESULTS = 40;

const at = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item;
const day = (index: number) =>
  `${2017 - (index % 45)}-${String(1 + (index % 6)).padStart(2, '0')}-${String(1 + (index % 28)).padStart(2, '0')}`;
export const programCode = (index: number) => `P-${String(index + 1).padStart(5, '0')}`;
/** Of the donors, the one that funds the most. */
export const GREAT_DONOR = 'donor-1';

/**
 * A portfolio of which everything that can grow has grown: 60 countries and 8 regions, up to 300 donors and 300 indicators,
 * figures of 45 years, titles as long as titles are, and of every gap more than a page names. The first programme has a
 * tenth of the others as its activities, and its figures are of all of them.
 */
export function grownPortfolio(programs: number): Facts {
  const numbers = Array.from({ length: programs }, (_, index) => index);
  const donors = Array.from({ length: Math.min(300, programs) }, (_, index) => `Donor ${index + 1}`);
  const indicators = Array.from({ length: Math.min(300, programs) }, (_, index) => `indicator-${index + 1}`);
  return makeFacts({
    places: [
      ...COUNTRIES.map((code) => makePlace(code)),
      ...REGIONS.map((code, index) => makePlace(code, COUNTRIES.slice(index, index + 4))),
    ],
    organisations: donors.map((name) => makeOrganisation(name, 'government', 'US')),
    programs: numbers.map((index) => programOf(index, donors)),
    indicators: [
      makeIndicator('officials-trained', { people: 'persons', name: { en: 'officials trained' } }),
      ...indicators.map((code) =>
        makeIndicator(code, { name: { es: `nombre de un indicador como los hay, ${code}` } }),
      ),
    ],
    results: numbers.flatMap((index) => resultsOf(index, indicators)),
    transactions: numbers.flatMap((index) =>
      TRANSACTION_TYPES.map((type) =>
        makeTransaction(`${type}-${index}`, programCode(index), 100_000 + index * 100, {
          type,
          valueDate: day(index),
          provider: index % 5 === 0 ? GREAT_DONOR : `donor-${1 + (index % donors.length)}`,
          illustrative: index % 3 === 0,
          ...(index % 9 === 8 && { conversion: null, currency: 'EUR' }),
        }),
      ),
    ),
  });
}

function programOf(index: number, donors: readonly string[]): Program {
  const name = `Programme ${index + 1} to strengthen the institutions of the region and the people in them`;
  return makeProgram(programCode(index), {
    // A donor of its own keeps an activity from being the first one's.
    parent: index % 10 === 9 ? programCode(0) : null,
    title: index % 4 === 3 ? { es: `Programa ${index + 1} de cooperación` } : { en: name },
    summary: { en: `${name}, as its summary says at some length, for whoever reads it to the end.` },
    start: day(index),
    startPrecision: 'day',
    end: index % 3 === 0 ? null : '2017-12-31',
    endPrecision: index % 3 === 0 ? 'none' : 'day',
    pillars: [share(at(PILLARS, index))],
    places: [share(at(COUNTRIES, index)), ...(index % 2 === 0 ? [share(at(REGIONS, index))] : [])],
    organisations:
      index % 8 === 7
        ? []
        : [
            {
              organisation: index % 2 === 0 ? GREAT_DONOR : `donor-${1 + (index % donors.length)}`,
              role: 'funding',
            },
          ],
  });
}

function share(code: string): Share {
  return { code, share: null };
}

/** A quarter are targets, of which some have a figure; some have no date, and some no place. */
function resultsOf(index: number, indicators: readonly string[]): readonly Result[] {
  // Every twentieth has said nothing.
  if (index % 20 === 19) return [];
  return Array.from({ length: RESULTS }, (_, number) => {
    const value = 10 + ((index * 7 + number * 3) % 90);
    const isTarget = number % 4 === 3;
    return makeResult(`${programCode(index)}-${number}`, programCode(index), value, {
      indicator: number % 2 === 0 ? 'officials-trained' : at(indicators, index + number),
      kind: isTarget ? 'target' : 'actual',
      place: number % 7 === 6 ? null : number % 5 === 4 ? at(REGIONS, number) : at(COUNTRIES, index + number),
      periodStart: isTarget ? '2016-01-01' : null,
      periodEnd: number % 13 === 12 ? null : day(index + number),
      qualifier: number % 6 === 5 ? 'about' : 'exact',
      breakdown:
        number % 3 === 0 ? breakdown(`${at(AXES, number / 3)}=${at(ROLES, index + number)}`, value) : [],
    });
  });
}
