import type { Indicator } from '../core/result.ts';
import { matchRows, type OpenRow, type StoredRow } from '../platform/csv/match-rows.ts';
import { nearTwins } from '../platform/csv/near-twins.ts';
import { resultLikeness } from './result-likeness.ts';
import type { StoredResult } from './results.repository.ts';

const likeness = resultLikeness(
  new Map(
    (['sum', 'latest'] as const).map((combineTime) => [combineTime, { combineTime } as unknown as Indicator]),
  ),
);

function result(given: Partial<StoredResult>): StoredResult {
  return {
    id: '',
    ref: null,
    program: 'MAR',
    indicator: 'sum',
    measure: 'count',
    kind: 'actual',
    place: 'CR',
    periodStart: '2017-01-01',
    periodEnd: '2017-03-31',
    datePrecision: 'day',
    qualifier: 'exact',
    value: 22,
    valueHigh: null,
    denominator: null,
    baseline: null,
    parts: [],
    note: null,
    noteFor: null,
    sheet: null,
    sheetFor: null,
    reason: null,
    partOf: null,
    ...given,
  };
}
const whole = (part: string, value: number) => [{ axis: 'role', part, value }];
const note = (en: string) => ({ en });

describe('a row beside a stored figure of its programme, indicator, kind and place', () => {
  it.each<[string, Partial<StoredResult>, Partial<StoredResult>, readonly string[] | null]>([
    ['another end', {}, { periodEnd: '2017-03-30' }, ['period_end']],
    ['the next quarter', {}, { periodStart: '2017-04-01', periodEnd: '2017-06-30' }, null],
    ['a breakdown', {}, { parts: whole('trainer', 22) }, ['breakdown']],
    ['another value', {}, { value: 23 }, ['value']],
    ['another note', { note: note('A') }, { note: note('B') }, ['note']],
    ['another note and value', { note: note('A') }, { note: note('B'), value: 23 }, null],
    ['a note and another value', {}, { note: note('B'), value: 23 }, ['value', 'note']],
    ['another group', { parts: whole('trainer', 22) }, { parts: whole('participant', 30), value: 30 }, null],
    [
      'the year that holds it',
      {},
      { periodStart: null, periodEnd: '2017-12-31', datePrecision: 'year' },
      ['period_start', 'period_end', 'date_precision'],
    ],
    ['a day later in the month', { periodStart: null }, { periodStart: null, periodEnd: '2017-03-30' }, null],
    [
      'undated, both',
      { periodStart: null, periodEnd: null },
      { periodStart: null, periodEnd: null, value: 23 },
      ['value'],
    ],
    ['undated, one', {}, { periodStart: null, periodEnd: null, value: 23 }, null],
    [
      'the last value on that day',
      { indicator: 'latest' },
      { indicator: 'latest', periodStart: null, value: 23 },
      ['period_start', 'value'],
    ],
    [
      'the last value on another day',
      { indicator: 'latest' },
      { indicator: 'latest', periodEnd: '2017-03-30' },
      null,
    ],
  ])('%s', (_what, stored, row, columns) => {
    const found = likeness.corrects(result(row), result(stored));
    expect(found?.map(({ column }) => column) ?? null).toEqual(columns);
  });
});

describe('two rows of one file', () => {
  it.each<[string, Partial<StoredResult>, Partial<StoredResult>, boolean]>([
    ['that say the same', {}, {}, true],
    ['with two values', {}, { value: 7 }, true],
    ['with two notes', { note: note('A') }, { note: note('B') }, false],
    ['one of them with a note', { note: note('A') }, {}, true],
    ['of two groups', { parts: whole('trainer', 22) }, { parts: whole('participant', 22) }, false],
  ])('%s', (_what, one, other, asked) => {
    expect(likeness.repeats(result(one), result(other)) !== null).toBe(asked);
  });
});

/** A chance that is the same every time (a linear congruential generator). */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return Math.floor((state / 2 ** 31) * below);
  };
}

/** What one programme reports for one indicator and place: figures that are all different ones, file by file. */
function reported(
  at: (below: number) => number,
  series: Partial<StoredResult>,
): readonly (readonly StoredResult[])[] {
  const day = (month: number, last: boolean) => {
    const date = new Date(Date.UTC(2015, month + (last ? 1 : 0), last ? 0 : 1));
    return date.toISOString().slice(0, 10);
  };
  const pattern = at(10);
  // Six in ten are series: a month, a quarter or a year each time, with or without a note, often the same value.
  if (pattern < 6) {
    const months = [1, 3, 12][at(3)] ?? 1;
    return Array.from({ length: 2 + at(8) }, (_, index) => [
      result({
        ...series,
        periodStart: day(index * months, false),
        periodEnd: day(index * months + months - 1, true),
        value: 1 + at(5),
        note: at(2) === 0 ? note('Workshops') : null,
      }),
    ]);
  }
  // Two in ten are documents of the whole project, told apart by their notes, a fifth of them in a file that comes later.
  if (pattern < 8) {
    const documents = Array.from({ length: 2 + at(4) }, (_, index) =>
      result({
        ...series,
        periodStart: day(0, false),
        periodEnd: day(35, true),
        value: 1,
        note: note(`Document ${index}`),
      }),
    );
    const later = at(5) === 0 ? documents.slice(-1) : [];
    return [documents.slice(0, documents.length - later.length), later];
  }
  // Two in ten are groups of one event: trainers and participants.
  return [
    ['trainer', 'participant'].map((part) => {
      const value = 1 + at(40);
      return result({
        ...series,
        periodStart: day(3, false),
        periodEnd: day(3, true),
        value,
        parts: whole(part, value),
      });
    }),
  ];
}

it('asks about fewer than one in fifty rows of portfolios whose figures are all different', () => {
  let [rows, asked] = [0, 0];
  for (let seed = 1; seed <= 100; seed += 1) {
    const at = chance(seed);
    const stored: StoredRow<StoredResult>[] = [];
    const places = ['CR', 'CO', 'BB', 'DO'];
    const files = places.flatMap((place) =>
      ['P1', 'P2', 'P3'].flatMap((program) => reported(at, { place, program })),
    );
    for (const file of files) {
      const open = file.map(
        (row, index): OpenRow<StoredResult> => ({ line: index + 2, ref: null, over: () => row }),
      );
      const matches = matchRows(open, stored, likeness);
      asked += nearTwins(open, matches, stored, [], likeness).length;
      rows += file.length;
      for (const row of file) {
        const id = `${seed} ${stored.length}`;
        stored.push({ id, ref: null, standing: { status: 'approved' } as never, row: { ...row, id } });
      }
    }
  }
  expect(rows).toBeGreaterThan(4000);
  // Documents that come in a file of their own, and nothing else.
  expect(asked / rows).toBeLessThan(1 / 50);
});
