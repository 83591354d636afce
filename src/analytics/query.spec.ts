import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { filterOf, pageQuery, rowsQuery, totalsQuery } from './query.ts';

describe('queries', () => {
  it('reads an empty field of a form as a filter that is not set', () => {
    expect(pageQuery.parse({ pillar: '', country: 'CR', from: '', to: '2017-06-30' })).toEqual({
      country: 'CR',
      to: '2017-06-30',
    });
  });

  it.each([
    [{ contry: 'CR' }, 'contry'],
    [{ from: '2017-02-30' }, 'takes a day'],
    [{ lang: 'de' }, 'takes one of en, es, pt, fr'],
    [{ from: '2017-07-01', to: '2017-06-30' }, 'must not be later'],
  ])('refuses %j rather than answer another question', (query, reason) => {
    expect(pageQuery.safeParse(query).error?.message).toContain(reason);
  });

  it('takes a dimension or an axis', () => {
    expect(totalsQuery.parse({ indicator: 'x', by: 'sex' }).by).toBe('axis:sex');
    expect(totalsQuery.parse({ indicator: 'x', by: 'donor' }).by).toBe('donor');
    expect(totalsQuery.safeParse({ indicator: 'x', by: 'a b' }).success).toBe(false);
  });

  it('wants a row’s dimension and key together', () => {
    expect(rowsQuery.safeParse({ by: 'country' }).success).toBe(false);
    expect(rowsQuery.parse({ by: 'country', key: 'CR' })).toMatchObject({
      by: 'country',
      key: 'CR',
      limit: 100,
    });
  });

  it('names a code that is unknown, and the one that may be meant', () => {
    expect(() => filterOf({ country: 'cr' }, referencePortfolio)).toThrow('There is no country "cr".');
    expect(filterOf({ country: 'CR', donor: 'not-recorded' }, referencePortfolio)).toEqual({
      country: 'CR',
      donor: 'not-recorded',
    });
  });
});
