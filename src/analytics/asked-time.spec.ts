import type { Filter } from '../core/facts.ts';
import { inAskedTime } from './asked-time.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';

const portfolio = makeReferenceView();
const calendar = { today: '2018-03-01', fiscalMonth: 7 };
const timeOf = (filter: Filter, query = {}) =>
  inAskedTime(portfolio, filter, query, { usual: 'latest-year', calendar });

describe('the time of a page', () => {
  it('is the latest year with a figure where nobody asks for one, but not later than today', async () => {
    // What officials trained have dates ended in 2017; in 2018 nothing is reported.
    expect(await timeOf({})).toEqual({
      filter: { from: '2017-01-01', to: '2017-12-31' },
      asked: { period: null, isUsual: true, compare: null },
    });
  });

  it('is everything to date where nothing has a date', async () => {
    // The 22 of the workshop in Barbados are undated.
    expect((await timeOf({ country: 'BB' })).filter).toEqual({ country: 'BB' });
  });

  it('is what is asked for, by its name or by days', async () => {
    expect(await timeOf({ country: 'CR' }, { period: 'FY2017', compare: 'previous' })).toEqual({
      filter: { country: 'CR', from: '2016-07-01', to: '2017-06-30' },
      asked: { period: 'FY2017', isUsual: false, compare: 'previous' },
    });
    expect((await timeOf({}, { period: 'to-date' })).filter).toEqual({});
    const days = { from: '2017-02-01', to: '2017-02-28' };
    expect(await timeOf(days)).toMatchObject({ filter: days, asked: { isUsual: false } });
  });

  it('is everything to date where a page has no time of its own', async () => {
    const time = await inAskedTime(portfolio, {}, {}, { usual: undefined, calendar });
    expect(time).toMatchObject({ filter: {}, asked: { isUsual: false } });
  });
});
