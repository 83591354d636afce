import { attribute } from './attribution.ts';
import type { Filter } from './facts.ts';
import { select } from './filter.ts';
import { fundedBy, makeProgram, makeResult, shares } from './fixtures/facts.ts';
import { programTree } from './program-tree.ts';

const tree = programTree([
  makeProgram('TOP', { pillars: shares('democracy; human-rights'), places: shares('CR; HN') }),
  makeProgram('SUB', { parent: 'TOP', places: shares('CR'), organisations: fundedBy('Canada', 'Italy') }),
  makeProgram('OTHER', { pillars: shares('democracy') }),
]);

const rows = [
  makeResult('top', 'TOP', 1, { periodEnd: '2016-12-31' }),
  makeResult('sub', 'SUB', 2, { periodEnd: '2017-06-30' }),
  makeResult('late', 'SUB', 3, { periodEnd: '2017-07-01', place: 'HN' }),
  makeResult('undated', 'OTHER', 4, { periodEnd: null, indicator: 'people-informed' }),
].map((result) => attribute(result, tree));

const ids = (filter: Filter) => select(rows, filter, tree).inside.map(({ result }) => result.id);

describe('a filter', () => {
  it.each<[Filter, readonly string[]]>([
    [{}, ['top', 'sub', 'late', 'undated']],
    [{ pillar: 'democracy' }, ['undated']],
    [{ pillar: 'not-split' }, ['top']],
    [{ pillar: 'multidimensional-security' }, ['sub', 'late']],
    [{ country: 'CR' }, ['sub']],
    [{ country: 'HN' }, ['late']],
    [{ country: 'not-split' }, ['top']],
    [{ country: 'not-recorded' }, ['undated']],
    [{ donor: 'italy' }, ['sub', 'late']],
    [{ donor: 'not-recorded' }, ['top', 'undated']],
    [{ program: 'TOP' }, ['top', 'sub', 'late']],
    [{ program: 'SUB' }, ['sub', 'late']],
    [{ indicator: 'people-informed' }, ['undated']],
    [{ country: 'CR', donor: 'canada', program: 'TOP' }, ['sub']],
    [{ country: 'XX' }, []],
    [{ country: ['CR', 'HN'] }, ['sub', 'late']],
    [{ country: ['HN', 'not-recorded', 'XX'] }, ['late', 'undated']],
    [{ pillar: ['democracy', 'not-split'] }, ['top', 'undated']],
    // Both fund it: it is there once.
    [{ donor: ['canada', 'italy'] }, ['sub', 'late']],
    [{ donor: ['not-recorded', 'italy'] }, ['top', 'sub', 'late', 'undated']],
    [{ program: ['SUB', 'OTHER'] }, ['sub', 'late', 'undated']],
    [{ indicator: ['people-informed', 'XX'] }, ['undated']],
  ])('%j', (filter, expected) => {
    expect(ids(filter)).toEqual(expected);
  });

  it('to date keeps what is undated, and knows that something comes later', () => {
    expect(select(rows, { to: '2017-06-30' }, tree)).toEqual({
      inside: [rows[0], rows[1], rows[3]],
      someAfter: true,
      someUndated: false,
    });
  });

  it('with a beginning leaves out what is undated, and knows it', () => {
    expect(select(rows, { from: '2017-01-01', to: '2017-12-31' }, tree)).toEqual({
      inside: [rows[1], rows[2]],
      someAfter: false,
      someUndated: true,
    });
  });

  it('does not speak of rows that it leaves out for another reason', () => {
    const filter = { from: '2017-01-01', to: '2017-06-30', country: 'CR' };
    expect(select(rows, filter, tree)).toEqual({ inside: [rows[1]], someAfter: false, someUndated: false });
  });
});
