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
  });

  it('are summed whole, whatever page is shown; what is not converted is in no sum', async () => {
    const page = await money.entries(asked, { limit: 1 });
    expect(page.rows).toHaveLength(1);
    expect(page).toMatchObject({ total: 3, next: 'b', countedMinor: 1500, illustrative: true });
    const none = await money.entries({ ...asked, type: 'pledge' });
    expect(none).toMatchObject({ total: 0, countedMinor: null, illustrative: false });
  });
});
