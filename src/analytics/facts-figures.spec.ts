import { EVERYTHING } from '../access/index.ts';
import { namesOf } from '../core/figures.ts';
import { makeFacts, makeProgram, makeTransaction } from '../core/fixtures/facts.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { factsFigures } from './facts-figures.ts';

const figures = factsFigures(EVERYTHING, referencePortfolio);
const trained = { filter: { indicator: 'officials-trained' }, kind: 'actual' } as const;

describe('figures of facts in memory', () => {
  it('refuse as a promise does, not before it is waited for', async () => {
    const asked = figures.totals({ indicator: 'nosuch', kind: 'actual', by: 'country', filter: {} });
    await expect(asked).rejects.toMatchObject({ code: 'INDICATOR.UNKNOWN' });
  });

  it('give all rows behind a total, or a page of them', async () => {
    const all = await figures.results(trained);
    // The 22 of Barbados have no date, and stand last.
    expect(all.rows.map(({ value }) => value).at(-1)).toBe(22);
    expect(all).toMatchObject({ total: 6, first: 1, last: 6, next: null });
    const first = await figures.results(trained, { limit: 4 });
    expect(first).toMatchObject({ rows: all.rows.slice(0, 4), total: 6, next: all.rows[3]?.id });
    const second = await figures.results(trained, { limit: 4, cursor: first.next ?? '' });
    expect(second).toMatchObject({ rows: all.rows.slice(4), first: 5, last: 6, total: 6, next: null });
    await expect(figures.results(trained, { limit: 4, cursor: 'nosuch' })).rejects.toMatchObject({
      code: 'RESULTS.UNKNOWN_CURSOR',
    });
  });

  it('leave out actuals after the cut-off, and no target', async () => {
    const until = async (cutOff: string) => (await figures.results({ filter: {}, cutOff })).rows;
    const early = await until('2000-01-01');
    // What has no date counts to date.
    expect(new Set(early.map(({ kind, periodEnd }) => (kind === 'target' ? kind : periodEnd)))).toEqual(
      new Set(['target', null]),
    );
  });

  it('count all targets, whatever page is shown', async () => {
    const { rows, total, reported } = await figures.targets(
      { filter: {}, cutOff: '2017-06-30' },
      { limit: 2 },
    );
    expect([rows.length, total, reported]).toEqual([2, 5, 0]);
  });

  it('count all programmes, whatever page is shown', async () => {
    const asked = { filter: {}, begunBy: null };
    const { rows, total, top } = await figures.programs(asked, { limit: 3 });
    expect([rows.length, total, top]).toEqual([3, 17, 12]);
    expect(await figures.programCounts(asked)).toEqual({ all: 17, top: 12 });
  });

  it('find programmes by code and by title in any language, without accents, in the order that is asked for', async () => {
    const codes = async (given: {
      readonly search?: string;
      readonly inOrderOf?: 'code' | 'tree' | 'newest';
    }) => (await figures.programs({ filter: {}, begunBy: null, ...given })).rows.map(({ code }) => code);
    const all = await codes({});
    expect(await codes({ search: 'tour-' })).toEqual(all.filter((code) => /^TOUR-/.test(code)));
    expect(await codes({ search: 'no such words' })).toEqual([]);
    const tree = factsFigures(
      EVERYTHING,
      makeFacts({
        programs: [
          makeProgram('A', { title: { en: 'Ports', es: 'Puertos de mañana' }, start: '2015-01-01' }),
          makeProgram('A-1', { start: '2017-01-01' }),
          makeProgram('B', { parent: 'A', start: '2016-01-01' }),
        ],
      }),
    );
    const of = async (given: { readonly search?: string; readonly inOrderOf?: 'tree' | 'newest' }) =>
      (await tree.programs({ filter: {}, begunBy: null, ...given })).rows.map(({ code }) => code);
    expect(await of({})).toEqual(['A', 'A-1', 'B']);
    // An activity stands under its programme, though another's code comes between the two.
    expect(await of({ inOrderOf: 'tree' })).toEqual(['A', 'B', 'A-1']);
    expect(await of({ inOrderOf: 'newest' })).toEqual(['A-1', 'B', 'A']);
    expect(await of({ search: 'MANANA ports' })).toEqual(['A']);
    const page = await tree.programs(
      { filter: {}, begunBy: null, inOrderOf: 'tree' },
      { limit: 1, cursor: 'A' },
    );
    expect(page).toMatchObject({ rows: [{ code: 'B' }], first: 2, total: 3, next: 'B' });
    expect((await tree.activities('A', { limit: 5 })).rows.map(({ code }) => code)).toEqual(['B']);
  });

  it('put results in the order that is asked for, and undated ones last', async () => {
    const values = async (inOrderOf: 'newest' | 'value') =>
      (await figures.results({ ...trained, inOrderOf })).rows.map(({ value }) => value);
    expect((await values('newest')).at(-1)).toBe(22);
    // Costa Rica's 37 are 30 and 7.
    expect((await values('value')).slice(0, 3)).toEqual([45, 30, 22]);
  });

  it('list no more of each gap than is asked for, and count all', async () => {
    const asked = { filter: {}, cutOff: '2017-06-30', begunBy: null, staleBefore: '2016-06-30' };
    const [all, first] = [await figures.gaps(asked), await figures.gaps({ ...asked, most: 1 })];
    expect(all.silent.count).toBeGreaterThan(1);
    expect(first.silent).toEqual({ count: all.silent.count, items: all.silent.items.slice(0, 1) });
  });

  it('say how programmes stand, and of one that is not there that it stands alone', async () => {
    const standings = await figures.standings(['TOUR-AG', 'NOSUCH']);
    expect(standings.get('TOUR-AG')).toMatchObject({
      holds: { funders: ['canada'] },
      above: ['TOUR'],
      isReadable: true,
    });
    expect(standings.get('NOSUCH')).toMatchObject({
      title: null,
      holds: { pillars: [], places: [], funders: [] },
      above: [],
    });
  });

  it('know a misspelt programme', async () => {
    expect(await figures.programSpelling('TOUR')).toMatchObject({ isKnown: true });
    expect(await figures.programSpelling('tour')).toMatchObject({ isKnown: false, near: 'TOUR' });
    const { near, some } = await figures.programSpelling('nosuch');
    expect([near, some.length]).toEqual([null, 7]);
  });

  it('have names beside them, and no row of what is asked for', () => {
    expect(Object.keys(namesOf(referencePortfolio)).toSorted()).toEqual([
      'indicators',
      'organisations',
      'pillars',
      'places',
      'reportingCurrency',
      'revision',
    ]);
  });
});

describe('transactions behind an amount', () => {
  const money = factsFigures(
    EVERYTHING,
    makeFacts({
      programs: [makeProgram('P', {})],
      transactions: [
        makeTransaction('b', 'P', 1000, { valueDate: '2017-01-01' }),
        makeTransaction('a', 'P', 500, { valueDate: '2017-02-01', illustrative: true }),
        makeTransaction('c', 'P', 70, { valueDate: '2017-03-01', conversion: null }),
      ],
    }),
  );
  const asked = { type: 'disbursement', filter: {} } as const;

  it('stand in order of value date, or of id', async () => {
    const ids = async (selection: Parameters<typeof money.entries>[0]) =>
      (await money.entries(selection)).rows.map(({ transaction }) => transaction.id);
    expect(await ids(asked)).toEqual(['b', 'a', 'c']);
    expect(await ids({ ...asked, inOrderOf: 'id' })).toEqual(['a', 'b', 'c']);
    expect(await ids({ ...asked, inOrderOf: 'newest' })).toEqual(['c', 'a', 'b']);
    // What is not converted counts as nothing, and stands last.
    expect(await ids({ ...asked, inOrderOf: 'amount' })).toEqual(['b', 'a', 'c']);
  });

  it('are summed whole, whatever page is shown; what is not converted is in no sum', async () => {
    const page = await money.entries(asked, { limit: 1 });
    expect(page.rows).toHaveLength(1);
    expect(page).toMatchObject({ total: 3, next: 'b', countedMinor: 1500, illustrative: true });
    const none = await money.entries({ ...asked, type: 'pledge' });
    expect(none).toMatchObject({ total: 0, countedMinor: null, illustrative: false });
  });
});
