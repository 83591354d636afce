import fc from 'fast-check';
import { breakdown, makeIndicator, makeResult } from './fixtures/facts.ts';
import { combine, type Portion } from './measure.ts';
import type { Result } from './result.ts';
import { conflicts, current } from './series.ts';

const cumulative = makeIndicator('officials-trained', { combineTime: 'latest' });

const portions = (results: readonly Result[]): readonly Portion[] =>
  results.map((result) => ({ result, country: result.place ?? 'not-recorded', value: result.value }));
const total = (...results: readonly Result[]) => combine(cumulative, portions(results)).value;
const counted = (...results: readonly Result[]) =>
  current(cumulative, portions(results)).map(({ result }) => result.id);
const named = (...results: readonly Result[]) =>
  conflicts(cumulative, portions(results)).map((sameDay) => sameDay.map(({ result }) => result.id));

const [december, june, july] = ['2016-12-31', '2017-06-30', '2017-07-31'];
const people = (id: string, value: number, periodEnd: string | null, given: Partial<Result> = {}) =>
  makeResult(id, 'P', value, { periodEnd, ...given });
/** A figure that gives one part of an axis and nothing else. */
const part = (id: string, written: string, value: number, periodEnd: string) =>
  people(id, value, periodEnd, { breakdown: breakdown(written, value) });

describe('the last of a series (rule 3)', () => {
  it('wins whatever its breakdown', () => {
    const bySex = people('a', 22, december, { breakdown: breakdown('sex=female:7;sex=male:15', 22) });
    // The 22 of December are among the 25 of June, with or without their sex.
    expect(total(bySex, people('b', 25, june))).toBe(25);
    expect(total({ ...bySex, periodEnd: june }, people('b', 20, december))).toBe(22);
    const byMode = people('c', 30, july, { breakdown: breakdown('mode=on-site:10;mode=online:20', 30) });
    expect(total(bySex, people('b', 25, june), byMode)).toBe(30);
  });

  it('is one for each part of an axis until a figure gives the whole', () => {
    const women = part('a', 'sex=female', 7, december);
    const men = part('b', 'sex=male', 15, december);
    expect(total(women, men)).toBe(22);
    // 9 women in June, beside the 15 men of December.
    expect(total(women, men, part('c', 'sex=female', 9, june))).toBe(24);
    // 25 in all: they hold the women and the men.
    expect(total(women, men, people('d', 25, june))).toBe(25);
    expect(counted(women, men, people('d', 20, december))).toEqual(['d']);
    // After it the parts begin anew.
    expect(total(women, people('d', 25, june), part('e', 'sex=female', 12, july))).toBe(12);
  });

  it('never adds parts of two axes: the axis that says something last counts', () => {
    const bySex = [part('a', 'sex=female', 7, december), part('b', 'sex=male', 15, december)];
    const byMode = [part('c', 'mode=on-site', 10, june), part('d', 'mode=online', 14, june)];
    expect(total(...bySex, ...byMode)).toBe(24);
  });

  it('keeps places and programmes apart', () => {
    const inCostaRica = people('a', 20, december, { place: 'CR' });
    const inHonduras = people('b', 8, '2015-12-31', { place: 'HN' });
    expect(total(inCostaRica, inHonduras, { ...inCostaRica, id: 'c', program: 'Q', value: 3 })).toBe(31);
  });

  it('prefers any date to none', () => {
    expect(total(people('a', 99, null), people('b', 20, '1990-12-31'))).toBe(20);
  });

  it('is the one approved last where two are for one day', () => {
    const first = people('z', 20, june, { approvedAt: '2017-07-01T09:00:00.000Z' });
    const second = people('a', 24, june, { approvedAt: '2017-07-02T09:00:00.000Z' });
    expect([total(first, second), total(second, first)]).toEqual([24, 24]);
    // Approved in one go: the order of ids, so that it is the same every time.
    const together = { ...second, approvedAt: first.approvedAt };
    expect([total(first, together), total(together, first)]).toEqual([20, 20]);
  });

  it('does not depend on the order in which figures came, and changes nothing when asked again', () => {
    const figure = fc
      .record({
        place: fc.constantFrom('CR', 'HN'),
        periodEnd: fc.constantFrom(null, december, june, july),
        written: fc.constantFrom('', 'sex=female', 'sex=male', 'mode=online', 'sex=female:1;sex=male:1'),
        approvedAt: fc.constantFrom('2017-07-01T09:00:00.000Z', '2017-07-02T09:00:00.000Z'),
      })
      .map(({ written, ...given }) => ({ written, given }));
    fc.assert(
      fc.property(fc.array(figure, { maxLength: 12 }), fc.infiniteStream(fc.nat()), (figures, random) => {
        const results = figures.map(({ written, given }, at) =>
          makeResult(`r${at}`, 'P', 2, { ...given, breakdown: written === '' ? [] : breakdown(written, 2) }),
        );
        const shuffled = results
          .map((result) => ({ result, rank: random.next().value ?? 0 }))
          .toSorted((a, b) => a.rank - b.rank)
          .map(({ result }) => result);
        expect(counted(...shuffled).toSorted()).toEqual(counted(...results).toSorted());
        const once = current(cumulative, portions(results));
        expect(current(cumulative, once)).toEqual(once);
      }),
    );
  });
});

describe('conflicts (rule 3)', () => {
  it('are two figures of one series for one day, first the one that counts', () => {
    const first = people('z', 20, june, { approvedAt: '2017-07-01T09:00:00.000Z' });
    const second = people('a', 24, june, { approvedAt: '2017-07-02T09:00:00.000Z' });
    expect(named(first, second, people('c', 19, december))).toEqual([['a', 'z']]);
    expect(named(first, { ...second, place: 'CR' })).toEqual([]);
    expect(named(people('a', 3, null), people('b', 4, null))).toEqual([['b', 'a']]);
  });

  it('are two of one part, and not the parts of an axis or a part beside the whole', () => {
    const women = part('a', 'sex=female', 7, june);
    expect(named(women, part('b', 'sex=male', 15, june), people('c', 22, june))).toEqual([]);
    expect(named(women, part('d', 'sex=female', 8, june))).toEqual([['d', 'a']]);
  });

  it('are none where figures add up', () => {
    const both = portions([people('a', 1, june), people('b', 2, june)]);
    expect(conflicts(makeIndicator('officials-trained'), both)).toEqual([]);
  });
});
