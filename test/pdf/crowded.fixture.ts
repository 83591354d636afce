import type { Database } from '../../src/platform/database/database.ts';
import { ANOTHER, importCsv } from '../support/import.ts';

/** The 34 member states but Canada, and Canada: a result, and money, in each. */
export const COUNTRIES =
  'AG AR BB BO BR BS BZ CA CL CO CR CU DM DO EC GD GT GY HN HT JM KN LC MX NI PA PE PY SR SV TT US UY VC VE'.split(
    ' ',
  );

export const PROGRAMS = Array.from({ length: 120 }, (_, index) => {
  const number = String(index + 1).padStart(3, '0');
  const more =
    index % 3 === 0 ? ' with a title that goes on for so long that it needs more lines than one' : '';
  return { code: `CROWD-${number}`, title: `Crowded programme ${number}${more}` };
});
export const DONORS = Array.from(
  { length: 45 },
  (_, index) => `Donor of the crowd ${String(index + 1).padStart(2, '0')}`,
);
const INDICATORS = Array.from(
  { length: 45 },
  (_, index) => `things of kind ${String(index + 1).padStart(2, '0')}`,
);
const SIZES = Array.from({ length: 40 }, (_, index) => `bracket ${String(index + 1).padStart(2, '0')}`);

const csv = (...rows: readonly (readonly (string | number)[])[]) =>
  rows.map((row) => row.join(',')).join('\n');

/** A portfolio in which every chart and table of every report has more rows than a page has room for. */
export async function crowd(db: Database): Promise<void> {
  const of = <Item>(items: readonly Item[], index: number) => items[index % items.length] as Item;
  const files: readonly (readonly [string, string])[] = [
    [
      'programs',
      csv(
        ['code', 'title', 'status', 'start', 'pillar'],
        ...PROGRAMS.map(({ code, title }) => [code, title, 'ongoing', '2015-01-01', 'democracy']),
      ),
    ],
    [
      'program-countries',
      csv(
        ['program', 'country_or_region', 'share'],
        ...PROGRAMS.map(({ code }, index) => [code, of(COUNTRIES, index), '']),
      ),
    ],
    [
      'program-organisations',
      csv(
        ['program', 'organisation', 'kind', 'role'],
        ...PROGRAMS.map(({ code }, index) => [code, of(DONORS, index), 'government', 'funding']),
        ...PROGRAMS.map(({ code }) => [code, DONORS[0] ?? '', 'government', 'funding']).filter(
          (_, index) => index % DONORS.length !== 0,
        ),
      ),
    ],
    [
      'results',
      csv(
        [
          'program',
          'indicator',
          'unit',
          'kind',
          'country_or_region',
          'period_start',
          'period_end',
          'value',
          'breakdown',
          'note',
        ],
        ...PROGRAMS.map(({ code }, index) => [
          code,
          'police trained',
          'people',
          'actual',
          of(COUNTRIES, index),
          '2017-06-01',
          '2017-06-30',
          10 + index,
          `bracket=${of(SIZES, index)}`,
          'n',
        ]),
        ...INDICATORS.map((name, index) => [
          of(PROGRAMS, index).code,
          name,
          'things',
          'actual',
          of(COUNTRIES, index),
          '2017-06-01',
          '2017-06-30',
          1 + index,
          '',
          'n',
        ]),
        ...PROGRAMS.slice(0, 60).map(({ code }, index) => [
          code,
          'police trained',
          'people',
          'target',
          of(COUNTRIES, index),
          '2017-01-01',
          '2017-12-31',
          100 + index,
          '',
          't',
        ]),
      ),
    ],
    [
      'transactions',
      csv(
        [
          'program',
          'type',
          'value_date',
          'amount',
          'currency',
          'provider',
          'country_or_region',
          'illustrative',
        ],
        ...PROGRAMS.flatMap(({ code }, index) =>
          ['commitment', 'disbursement'].map((type) => [
            code,
            type,
            '2016-03-01',
            `${1000 + 37 * index}.50`,
            'USD',
            of(DONORS, index),
            of(COUNTRIES, index),
            'true',
          ]),
        ),
        ...PROGRAMS.map(({ code }, index) => [
          code,
          'disbursement',
          '2016-04-01',
          `${2000 + 37 * index}.50`,
          'USD',
          DONORS[0] ?? '',
          of(COUNTRIES, index),
          'true',
        ]),
      ),
    ],
  ];
  for (const [kind, file] of files) {
    const { errors } = await importCsv(db, kind, file, { answers: { ...ANOTHER.answers, create: true } });
    if (errors.length > 0) throw new Error(`${kind}: ${JSON.stringify(errors.slice(0, 3))}`);
  }
}
