import { ROLE_RIGHTS } from '../../src/access/fixtures/role-rights.ts';
import { makeReferenceView } from '../../src/analytics/fixtures/reference-view.ts';
import type { Facts } from '../../src/core/facts.ts';
import {
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  makeTransaction,
} from '../../src/core/fixtures/facts.ts';
import type { Program } from '../../src/core/program.ts';
import type { Result } from '../../src/core/result.ts';
import { scopedFacts } from '../../src/core/visibility/scoped-facts.ts';
import { reportCopy } from '../../src/reporting/report-copy.ts';
import { csvOf, drawReport, type ReportDocument } from '../../src/reporting/report-document.ts';
import { type ReportOrder, type ReportRequest, readRequest } from '../../src/reporting/report-request.ts';
import { inlineFont } from '../../src/web/styles/fonts.adapter.ts';
import { printStylesheet } from '../../src/web/styles/stylesheets.ts';

/** The members of the United Nations, by what they are called in ISO 3166-1. */
export const COUNTRIES =
  'AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW'.split(
    ' ',
  );

/** Titles that are as short as titles are, as long as they may be, without a place to break, or in other scripts. */
const TITLES: Readonly<Record<'short' | 'long', readonly ((number: string) => string)[]>> = {
  short: [(number) => number],
  long: [
    (number) => filled(`Programme ${number} to strengthen institutions and their people `, 300),
    (number) => filled(`${number}-Unbreakable_`, 300).replaceAll(' ', '_'),
    (number) => filled(`${number} 加强美洲各国机构能力建设方案`, 300),
    (number) => filled(`برنامج ${number} لتعزيز المؤسسات العامة في الأمريكتين `, 300),
    (number) => `Programme ${number} of ordinary length, for the tourism security of the Caribbean`,
  ],
};

function filled(words: string, length: number): string {
  return `${words.repeat(Math.ceil(length / words.length)).slice(0, length - 1)}.`;
}

export interface PortfolioShape {
  readonly programs: number;
  readonly countries: number;
  readonly titles: keyof typeof TITLES;
}

export const PILLARS = ['democracy', 'human-rights', 'integral-development', 'multidimensional-security'];
const OTHER_INDICATORS = 44;
/** Facts in memory look through all results for each target: so many programmes have some, however many there are. */
const WITH_TARGETS = 900;
const DONORS = 60;

const at = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;
export const programCode = (index: number) => `P-${String(index + 1).padStart(5, '0')}`;
const donorCode = (index: number) => `donor-${String(index + 1).padStart(3, '0')}`;

/**
 * A portfolio of any size, the same every time. Of the programme with the number n: officials trained n in June 2017 and
 * n + 1 in the year before, a commitment of twice and a disbursement of once n thousand dollars in 2016, and of every
 * third of the first 900 a target, of which the first of three has ended and is not reached, the second is reached, and
 * the third runs.
 */
export function portfolioOf(shape: PortfolioShape): Facts {
  const { programs: count, countries, titles } = shape;
  const numbers = Array.from({ length: count }, (_, index) => index);
  const places = Array.from({ length: countries }, (_, index) => at(COUNTRIES, index));
  const donors = Array.from({ length: Math.min(DONORS, count) }, (_, index) => donorCode(index));
  const others = Array.from({ length: Math.min(OTHER_INDICATORS, count) }, (_, index) => index);
  return makeFacts({
    places: [...places.map((code) => makePlace(code)), makePlace('region:americas', places.slice(0, 3))],
    organisations: donors.map((code, index) => ({
      code,
      name: { en: at(TITLES[titles], index)(`D${index + 1}`).slice(0, 120) },
      kind: 'government',
      country: null,
      identifier: null,
    })),
    programs: numbers.map((index) => programOf(shape, index, { places, donors })),
    indicators: [
      makeIndicator('officials-trained', {
        name: { en: 'Officials trained', es: 'Funcionarios capacitados' },
        unit: { en: 'people' },
        people: 'persons',
      }),
      ...others.map((index) =>
        makeIndicator(`other-${String(index + 1).padStart(2, '0')}`, {
          name: { en: at(TITLES[titles], index)(`things ${index + 1}`).slice(0, 120) },
        }),
      ),
    ],
    results: [
      ...numbers.flatMap((index) => officialsOf(index, at(places, index))),
      ...others.map((index) =>
        makeResult(`o-${index}`, programCode(index), 1 + index, {
          indicator: `other-${String(index + 1).padStart(2, '0')}`,
          place: at(places, index),
        }),
      ),
    ],
    transactions: numbers.flatMap((index) => {
      const thousands = (index + 1) * 100_000;
      const given = { valueDate: '2016-03-01', provider: at(donors, index), place: at(places, index) };
      return [
        makeTransaction(`c-${index}`, programCode(index), 2 * thousands, { ...given, type: 'commitment' }),
        makeTransaction(`d-${index}`, programCode(index), thousands, given),
      ];
    }),
  });
}

function programOf(
  { titles }: PortfolioShape,
  index: number,
  { places, donors }: { readonly places: readonly string[]; readonly donors: readonly string[] },
): Program {
  const title = at(TITLES[titles], index)(String(index + 1).padStart(5, '0'));
  return makeProgram(programCode(index), {
    title: { en: title, es: title },
    start: '2015-01-01',
    startPrecision: 'day',
    end: index % 2 === 0 ? '2018-12-31' : null,
    endPrecision: index % 2 === 0 ? 'day' : 'none',
    pillars: [{ code: at(PILLARS, index), share: null }],
    places: [{ code: at(places, index), share: null }],
    organisations: index % 7 === 6 ? [] : [{ organisation: at(donors, index), role: 'funding' }],
    objectives: { en: filled('Train officials and share what they learn. ', 400) },
    objectivesFor: 'everybody',
  });
}

function officialsOf(index: number, place: string): readonly Result[] {
  const code = programCode(index);
  const value = index + 1;
  const target = {
    0: { value: value + 10, periodStart: '2016-01-01', periodEnd: '2016-12-31' },
    3: { value, periodStart: '2017-01-01', periodEnd: '2017-06-30' },
    6: { value: value + 10, periodStart: '2017-01-01', periodEnd: '2018-12-31' },
  }[index < WITH_TARGETS ? index % 9 : -1];
  return [
    makeResult(`r-${index}`, code, value, {
      place,
      breakdown: [{ axis: 'sex', part: index % 2 === 0 ? 'female' : 'male', value }],
    }),
    makeResult(`s-${index}`, code, value + 1, { place, periodEnd: '2016-05-31' }),
    ...(target === undefined
      ? []
      : [makeResult(`t-${index}`, code, target.value, { ...target, place, kind: 'target' })]),
  ];
}

const stylesheet = printStylesheet(inlineFont);

/** A report with its CSV. */
export interface DrawnInMemory extends ReportDocument {
  csv(): Promise<string>;
}

/** The report that a request makes of facts in memory, on the first of July 2017. */
export function drawnFrom(facts: Facts, request: ReportRequest): Promise<DrawnInMemory> {
  return drawnInOrder(facts, readRequest(request, ROLE_RIGHTS, '2017-07-01'));
}

/** The same of a request that is read. */
export async function drawnInOrder(facts: Facts, order: ReportOrder): Promise<DrawnInMemory> {
  const { scope, filter, cutOff, period, language } = order;
  const seen = scopedFacts(scope, facts, facts);
  const view = makeReferenceView({ scope, facts: seen, filter, today: cutOff, language, period });
  const { copy, whole } = await reportCopy(order, view);
  return { ...drawReport(copy, stylesheet), csv: async () => csvOf(copy, await whole()) };
}
