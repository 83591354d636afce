import { totals } from './aggregate.ts';
import { change, changeBetween, progress, progressByRow } from './change.ts';
import { missingFigure } from './figure.ts';
import { makeFacts, makeIndicator, makeProgram, makeResult } from './fixtures/facts.ts';
import { makeFigure } from './fixtures/figures.ts';

const nothing = missingFigure('not-reported');
const notAdditive = missingFigure('not-additive', 2);

describe('change (rule 5)', () => {
  it.each([
    [100, 123, { absolute: 23, relative: 0.23, reason: null }],
    [123, 123, { absolute: 0, relative: 0, reason: null }],
    [45, 0, { absolute: -45, relative: -1, reason: null }],
    [-50, -25, { absolute: 25, relative: 0.5, reason: null }],
    // Of money that came back, what goes out is no part.
    [-50, 25, { absolute: 75, relative: null, reason: 'across-zero' }],
    [64, -69, { absolute: -133, relative: null, reason: 'across-zero' }],
    [-50, 0, { absolute: 50, relative: 1, reason: null }],
    [0.2, 0.3, { absolute: 0.1, relative: 0.5, reason: null }],
    [0, 45, { absolute: 45, relative: null, reason: 'previous-zero' }],
    [0, 0, { absolute: 0, relative: null, reason: 'previous-zero' }],
    [null, 45, { absolute: null, relative: null, reason: 'no-previous' }],
    [null, null, { absolute: null, relative: null, reason: 'no-previous' }],
    [45, null, { absolute: null, relative: null, reason: 'no-current' }],
  ])('from %p to %p', (previous, current, expected) => {
    expect(change(previous, current)).toEqual(expected);
  });

  it('is that of the values of two figures, missing ones included', () => {
    expect(changeBetween(makeFigure(100, ['a']), makeFigure(101, ['b']))).toEqual({
      absolute: 1,
      relative: 0.01,
      reason: null,
    });
    expect(changeBetween(nothing, makeFigure(101, ['b'])).reason).toBe('no-previous');
  });

  it('has no percentage of a figure below 30, which is no money', () => {
    const from = (previous: number) => changeBetween(makeFigure(previous, ['a']), makeFigure(95, ['b']));
    expect(from(17)).toEqual({ absolute: 78, relative: null, reason: 'small-base' });
    expect(from(29.9)).toEqual({ absolute: 65.1, relative: null, reason: 'small-base' });
    // 65 of 30.
    expect(from(30)).toEqual({ absolute: 65, relative: 65 / 30, reason: null });
    expect(change(17, 34).relative).toBe(1);
  });

  it('is not given of pairs, nor of what may not be summed', () => {
    const notComparable = { absolute: null, relative: null, reason: 'not-comparable' };
    const pairs = [
      makeFigure(14, ['a'], { denominator: 17 }),
      makeFigure(15, ['b'], { denominator: 20 }),
    ] as const;
    expect(changeBetween(...pairs)).toEqual(notComparable);
    expect(changeBetween(notAdditive, makeFigure(1, ['c']))).toEqual(notComparable);
    expect(changeBetween(makeFigure(1, ['c']), notAdditive)).toEqual(notComparable);
  });
});

describe('progress (rule 2)', () => {
  const target = makeFigure(340, ['t']);

  it.each([
    ['an actual', target, makeFigure(101, ['a']), 'reported'],
    ['an actual of zero', target, makeFigure(0, ['a']), 'reported'],
    ['no actual', target, nothing, 'not-reported'],
    ['no target', nothing, makeFigure(101, ['a']), 'no-target'],
    ['neither', nothing, nothing, 'no-target'],
    ['an actual that may not be summed', target, notAdditive, 'not-additive'],
    ['a target that may not be summed', notAdditive, makeFigure(101, ['a']), 'not-additive'],
  ] as const)('with %s', (_, given, actual, state) => {
    expect(progress(given, actual)).toEqual({ target: given, actual, state });
  });

  it('pairs rows by key, those with a target first', () => {
    const facts = makeFacts({
      programs: ['P', 'Q', 'R'].map((code) => makeProgram(code)),
      indicators: [makeIndicator('officials-trained')],
      results: [
        makeResult('a', 'P', 10, { kind: 'target' }),
        makeResult('b', 'Q', 20, { kind: 'target' }),
        makeResult('c', 'P', 4),
        makeResult('d', 'R', 8),
      ],
    });
    const by = (kind: 'target' | 'actual') =>
      totals(facts, { indicator: 'officials-trained', kind, by: 'program', filter: {} });
    expect(progressByRow(by('target'), by('actual'))).toEqual([
      { key: 'Q', target: makeFigure(20, ['b']), actual: nothing, state: 'not-reported' },
      { key: 'P', target: makeFigure(10, ['a']), actual: makeFigure(4, ['c']), state: 'reported' },
      { key: 'R', target: nothing, actual: makeFigure(8, ['d']), state: 'no-target' },
    ]);
  });
});
