import { EVERYTHING } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { namesOf } from '../core/figures.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { LANGUAGES } from '../core/text.ts';
import { readParameters } from '../platform/errors/parameters.ts';
import { factsFigures } from './facts-figures.ts';
import { blockQuery, filterOf, pageQuery, rowsQuery, totalsQuery } from './query.ts';

const portfolio = {
  figures: factsFigures(EVERYTHING, referencePortfolio),
  names: namesOf(referencePortfolio),
};

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
    [{ lang: 'de' }, `takes one of ${LANGUAGES.join(', ')}`],
    [{ from: '2017-07-01', to: '2017-06-30' }, 'must not be later'],
  ])('refuses %j rather than answer another question', (query, reason) => {
    expect(pageQuery.safeParse(query).error?.message).toContain(reason);
  });

  it('refuses a code that shows less than it holds, and takes one in its two forms for one', () => {
    for (const name of ['pillar', 'country', 'donor', 'indicator', 'program', 'block']) {
      const { error } = pageQuery.safeParse({ [name]: 'C\u202eR' });
      expect(error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
        [name, 'holds U+202E (right-to-left override) at position 2, which nobody can see'],
      ]);
      expect(pageQuery.parse({ [name]: 'caf\u0065\u0301' })).toEqual(
        pageQuery.parse({ [name]: 'caf\u00e9' }),
      );
    }
  });

  it('takes several codes of a kind, each once, and leaves empty fields out', () => {
    expect(pageQuery.parse({ country: ['AG', '', 'BB', 'AG'], donor: ['canada', ''], pillar: '' })).toEqual({
      country: ['AG', 'BB'],
      donor: 'canada',
      pillar: undefined,
    });
    const many = Array.from({ length: 101 }, (_, i) => `C${i}`);
    expect(pageQuery.safeParse({ program: many }).error?.message).toContain('takes at most 100 values');
    expect(totalsQuery.safeParse({ indicator: ['a', 'b'] }).success).toBe(false);
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

  it('says of every parameter what is wrong with it', async () => {
    const faultsOf = async (read: () => unknown) => {
      try {
        await read();
      } catch (error) {
        return error instanceof DomainError ? error.options.faults : error;
      }
      return [];
    };
    expect(
      await faultsOf(() => readParameters(pageQuery, { from: 'June', to: '2017-02-30', contry: 'CR' })),
    ).toEqual([
      { parameter: 'from', reason: 'not-a-day', value: 'June' },
      { parameter: 'to', reason: 'not-a-day', value: '2017-02-30' },
      { parameter: 'contry', reason: 'unknown-parameter', value: 'CR' },
    ]);
    const window = { from: '2017-07-01', to: '2017-06-30' };
    expect(await faultsOf(() => readParameters(pageQuery, window))).toEqual([
      { parameter: 'from', reason: 'after-end', value: '2017-07-01' },
    ]);
    expect(await faultsOf(() => readParameters(pageQuery, { lang: ['en', 'es'] }))).toEqual([
      { parameter: 'lang', reason: 'repeated', value: 'en' },
    ]);
    // Of several values the one that is wrong.
    const country = ['CR', 'C\u202eL'];
    expect(await faultsOf(() => readParameters(pageQuery, { country }))).toEqual([
      { parameter: 'country', reason: 'not-understood', value: 'C\u202eL' },
    ]);
    expect(await faultsOf(() => filterOf({ country: ['CR', 'cl'] }, portfolio))).toEqual([
      { parameter: 'country', reason: 'unknown-code', value: 'cl', near: 'CL' },
    ]);
    expect(await faultsOf(() => filterOf({ country: 'cr', donor: 'nobody' }, portfolio))).toEqual([
      { parameter: 'country', reason: 'unknown-code', value: 'cr', near: 'CR' },
      { parameter: 'donor', reason: 'unknown-code', value: 'nobody' },
    ]);
  });

  it('names a code that is unknown, and the one that may be meant', async () => {
    await expect(filterOf({ country: 'cr' }, portfolio)).rejects.toThrow('There is no country "cr".');
    expect(await filterOf({ country: 'CR', donor: 'not-recorded' }, portfolio)).toEqual({
      country: 'CR',
      donor: 'not-recorded',
    });
  });

  it('order and search one block, and no page without one', () => {
    expect(blockQuery.safeParse({ block: 'targets', order: '-target', search: 'CR' }).success).toBe(true);
    expect(blockQuery.safeParse({ cursor: 'P-1' }).success).toBe(true);
    expect(blockQuery.safeParse({ order: '-target' }).success).toBe(false);
    expect(blockQuery.safeParse({ search: 'CR' }).success).toBe(false);
  });
});
