import { makeResult } from '../fixtures/facts.ts';
import type { Result } from '../result.ts';
import { newsIn } from './changed-results.ts';

const DAYS = { cutOffThen: '2017-05-31', cutOff: '2017-06-30' };
const figure = (id: string, value: number, given: Partial<Result> = {}) =>
  makeResult(id, 'P', value, { periodEnd: '2017-03-31', ...given });
const ids = (rows: readonly Result[]) => rows.map(({ id }) => id);

describe('what became of figures since a report', () => {
  it('tells what was entered late, what was corrected and what is gone', () => {
    const news = newsIn(
      {
        before: [figure('same', 4), figure('corrected', 30), figure('gone', 7)],
        now: [figure('same', 4), figure('corrected', 37), figure('late', 15)],
      },
      DAYS,
    );
    expect(ids(news.late)).toEqual(['late']);
    expect(news.corrected.map(({ before, now }) => [before.value, now.value])).toEqual([[30, 37]]);
    expect(ids(news.withdrawn)).toEqual(['gone']);
    expect(news.movedOn).toBe(0);
  });

  it('says nothing of what ended since, of what has not ended, and of targets', () => {
    const news = newsIn(
      {
        before: [figure('t', 9, { kind: 'target' }), figure('june', 5, { periodEnd: '2017-06-10' })],
        now: [
          figure('new', 9, { periodEnd: '2017-06-30' }),
          figure('later', 9, { periodEnd: '2017-12-31' }),
          figure('june', 6, { periodEnd: '2017-06-10' }),
        ],
      },
      DAYS,
    );
    expect(news).toEqual({ late: [], corrected: [], withdrawn: [], movedOn: 0 });
  });

  it('takes no new approval, note or order of parts for a correction', () => {
    const parts = [
      { axis: 'sex', part: 'female', value: 7 },
      { axis: 'sex', part: 'male', value: 15 },
    ];
    const [stood, stands] = [
      figure('a', 22, { breakdown: parts, approvedAt: '2017-05-01T00:00:00Z' }),
      figure('a', 22, {
        breakdown: parts.toReversed(),
        approvedAt: '2017-06-01T00:00:00Z',
        note: { en: 'Workshop' },
      }),
    ];
    expect(newsIn({ before: [stood], now: [stands] }, DAYS).corrected).toEqual([]);
  });

  it('knows a figure that was moved to days after the report', () => {
    const news = newsIn(
      { before: [figure('a', 22)], now: [figure('a', 22, { periodEnd: '2017-06-30' })] },
      DAYS,
    );
    expect([news.corrected.length, news.movedOn, news.withdrawn.length]).toEqual([1, 1, 0]);
  });

  it('takes an undated figure for one that counted always', () => {
    expect(ids(newsIn({ before: [], now: [figure('a', 22, { periodEnd: null })] }, DAYS).late)).toEqual([
      'a',
    ]);
  });
});
