import { attribute, donorOf, portionsBy } from './attribution.ts';
import type { Dimension } from './dimension.ts';
import { breakdown, fundedBy, makeProgram, makeResult, shares } from './fixtures/facts.ts';
import type { Program } from './program.ts';
import { programTree } from './program-tree.ts';
import type { Result } from './result.ts';

/** Keys and values under which a result of a programme counts. */
function counts(by: Dimension, program: Partial<Program>, result: Partial<Result> = {}, value = 22) {
  const row = attribute(makeResult('a', 'P', value, result), programTree([makeProgram('P', program)]));
  return portionsBy(row, by).map(([key, portion]) => [key, portion.value]);
}

describe('by pillar', () => {
  it.each([
    ['democracy', 'democracy'],
    ['democracy 50; human-rights 50', 'not-split'],
  ])('%s counts under %s: a figure is not cut in two', (pillars, key) => {
    expect(counts('pillar', { pillars: shares(pillars) })).toEqual([[key, 22]]);
  });

  it('counts under not-recorded without one', () => {
    expect(counts('pillar', { pillars: [] })).toEqual([['not-recorded', 22]]);
  });
});

describe('by country', () => {
  it.each([
    ['its own place', 'CR; HN', 'BB', 'BB'],
    ['its own region', 'CR; HN', 'region:caribbean', 'region:caribbean'],
    ['the only place of the programme', 'CR', null, 'CR'],
    ['no place in particular, of several', 'CR 50; HN 50', null, 'not-split'],
  ])('counts under %s', (_, places, place, key) => {
    expect(counts('country', { places: shares(places) }, { place })).toEqual([[key, 22]]);
  });

  it('counts under not-recorded without any', () => {
    expect(counts('country', {})).toEqual([['not-recorded', 22]]);
  });
});

describe('by donor', () => {
  it('counts in full under every funding organisation', () => {
    expect(counts('donor', { organisations: fundedBy('Italy', 'Canada') })).toEqual([
      ['canada', 22],
      ['italy', 22],
    ]);
  });

  it('counts under not-recorded without one', () => {
    expect(counts('donor', { organisations: [{ organisation: 'unicri', role: 'partner' }] })).toEqual([
      ['not-recorded', 22],
    ]);
  });

  it('money counts for its provider, else for the only funding organisation', () => {
    const of = (...funders: readonly string[]) => ({ pillars: [], places: [], funders });
    expect([
      donorOf('italy', of('canada')),
      donorOf(null, of('canada')),
      donorOf(null, of('canada', 'italy')),
      donorOf(null, of()),
    ]).toEqual(['italy', 'canada', 'not-split', 'not-recorded']);
  });
});

describe('by programme and time', () => {
  it('counts under its own programme and the end of its period', () => {
    const result = { periodStart: '2014-06-23', periodEnd: '2017-06-23' };
    expect(counts('program', {}, result)).toEqual([['P', 22]]);
    expect(counts('year', {}, result)).toEqual([['2017', 22]]);
    expect(counts('month', {}, result)).toEqual([['2017-06', 22]]);
    expect(counts('quarter', {}, result)).toEqual([['2017-Q2', 22]]);
  });

  it('counts under undated without one (rule 11)', () => {
    expect([counts('year', {}, { periodEnd: null }), counts('month', {}, { periodEnd: null })]).toEqual([
      [['undated', 22]],
      [['undated', 22]],
    ]);
  });
});

describe('by breakdown axis (rule 6)', () => {
  const by = (written: string, value: number, given: Partial<Result> = {}) =>
    counts('axis:sex', {}, { breakdown: breakdown(written, value), ...given }, value);

  it.each([
    [
      'sex=female:7;sex=male:15',
      22,
      [
        ['female', 7],
        ['male', 15],
      ],
    ],
    ['sex=female', 22, [['female', 22]]],
    ['role=participant', 30, [['not-recorded', 30]]],
    [
      'sex=female:7;sex=unknown:15',
      22,
      [
        ['female', 7],
        ['not-recorded', 15],
      ],
    ],
    [
      'sex=female:0;sex=male:5',
      5,
      [
        ['female', 0],
        ['male', 5],
      ],
    ],
    [
      'sex=female:0.1;sex=male:0.2',
      0.3,
      [
        ['female', 0.1],
        ['male', 0.2],
      ],
    ],
    ['role=participant', 0, [['not-recorded', 0]]],
  ])('%s of %d', (written, value, expected) => {
    expect(by(written, value)).toEqual(expected);
  });

  it('does not cut a ratio into parts that have no denominator', () => {
    expect([
      by('sex=female', 14, { denominator: 17 }),
      by('sex=female:8;sex=male:6', 14, { denominator: 17 }),
      by('sex=female:8;sex=unknown:6', 14, { denominator: 17 }),
      by('role=participant', 14, { denominator: 17 }),
    ]).toEqual([[['female', 14]], [['not-split', 14]], [['not-split', 14]], [['not-recorded', 14]]]);
  });
});
