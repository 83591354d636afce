import { begunEarlier } from './begun-earlier.ts';
import { makeFacts, makeIndicator, makeProgram, makeResult } from './fixtures/facts.ts';

const facts = makeFacts({
  programs: [makeProgram('P')],
  indicators: [makeIndicator('trained')],
  results: [
    makeResult('course', 'P', 30, {
      periodStart: '2017-05-20',
      periodEnd: '2017-06-03',
      datePrecision: 'day',
    }),
    makeResult('year', 'P', 12, { periodEnd: '2017-12-31', datePrecision: 'year' }),
    makeResult('undated', 'P', 5, { periodEnd: null, datePrecision: 'none' }),
  ].map((each) => ({ ...each, indicator: 'trained' })),
});
const begun = (from: string | undefined, to: string) =>
  begunEarlier(facts, {
    indicator: 'trained',
    kind: 'actual',
    filter: { ...(from !== undefined && { from }), to },
  });

describe('what began before the window in which it counts (rule 11)', () => {
  it('is all of June: a course from 20 May to 3 June', () => {
    expect(begun('2017-06-01', '2017-06-30')).toBe('all');
  });

  it('is some of June to December: a figure "of 2017" began with its year, and so did the course before June', () => {
    expect(begun('2017-06-01', '2017-12-31')).toBe('all');
    expect(begun('2017-05-20', '2017-12-31')).toBe('some');
  });

  it('is none of the year, of what nothing counts in, and of all time', () => {
    expect(begun('2017-01-01', '2017-12-31')).toBe('none');
    expect(begun('2018-01-01', '2018-12-31')).toBe('none');
    expect(begun(undefined, '2017-12-31')).toBe('none');
  });
});
