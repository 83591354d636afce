import { makeFacts, makeIndicator, makeProgram, makeResult } from '../core/fixtures/facts.ts';
import { parsePeriod } from '../core/period.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { gapsOf } from './gaps.ts';

describe('gaps', () => {
  it('calls an ongoing programme stale once its last figure is more than twelve months old', async () => {
    const staleOn = async (today: string) =>
      (await gapsOf(makeReferenceView({ today })))
        .find(({ id }) => id === 'stale')
        ?.items.map(({ text }) => text) ?? [];
    // NET-PREV last reported on 29 November 2016, ARIN on 29 June 2017, AEO, NET-POL on 30 June 2017.
    expect(await staleOn('2017-11-29')).toEqual([]);
    expect(await staleOn('2017-11-30')).toEqual(['NET-PREV · 29 November 2016']);
    expect(await staleOn('2018-07-01')).toHaveLength(4);
  });

  it('tells ended targets and programmes from those that still run, and names figures that nothing shows', async () => {
    const facts = makeFacts({
      indicators: [makeIndicator('documents', { unit: { en: 'documents' } })],
      programs: [
        makeProgram('P', { status: 'ongoing', end: '2017-06-29', endPrecision: 'day' }),
        makeProgram('P-A', { parent: 'P', status: 'ongoing', end: '2017-06-30', endPrecision: 'day' }),
      ],
      results: [
        makeResult('t1', 'P-A', 3, { kind: 'target', periodStart: '2017-01-01', periodEnd: '2017-06-29' }),
        makeResult('t2', 'P', 4, { kind: 'target', periodStart: '2017-01-01', periodEnd: '2017-06-30' }),
        makeResult('a', 'P', 5, { periodEnd: '2016-03-31', evidence: [] }),
      ].map((result) => ({ ...result, indicator: 'documents' })),
    });
    const gaps = await gapsOf(makeReferenceView({ facts }));
    const named = (id: string) => gaps.find((gap) => gap.id === id)?.items.map(({ text }) => text);
    // The last day that counts is 30 June 2017: what ends on it is not over.
    expect(named('ended')).toEqual(['P · 29 June 2017']);
    expect(named('ended-targets')).toEqual(['Documents: 3 · P-A · 1 January\u2009–\u200929 June 2017']);
    expect(named('not-reported')).toEqual(['Documents: 4 · P · January\u2009–\u2009June 2017']);
    expect(named('no-evidence')).toEqual(['Documents: 5 · P']);
    // It is asked to close P, and not for its latest figures as well.
    expect(named('stale')).toBeUndefined();
  });

  it('sees only the gaps of what is asked for', async () => {
    const ids = async (filter: object) => (await gapsOf(makeReferenceView({ filter }))).map(({ id }) => id);
    expect(await ids({ country: 'BB' })).toEqual(['no-donor', 'undated', 'no-evidence']);
    expect(await ids({ donor: 'european-union' })).toEqual(['no-evidence']);
  });

  it('says of a programme and of an activity that nothing is reported, not that nothing is missing', async () => {
    const silent = async (filter: object) =>
      (await gapsOf(makeReferenceView({ filter })))
        .find(({ id }) => id === 'no-results')
        ?.items.map(({ text }) => text);
    expect(await silent({ program: 'MAR-CL' })).toHaveLength(1);
    expect((await silent({ program: 'MAR-CL' }))?.[0]).toContain(' · Activity of ');
    // MAR itself, MAR-CR and MAR-CL.
    expect(await silent({ program: 'MAR' })).toHaveLength(3);
    // TOUR-AG reports, and so TOUR does; TOUR-CR does not.
    expect(await silent({ program: 'TOUR' })).toHaveLength(1);
    expect(await silent({ program: 'TOUR-AG' })).toBeUndefined();
    // Whatever indicator is looked at: MIG-MESO has reported, though no companies.
    expect(await silent({ program: 'MIG-MESO', indicator: 'companies-reached' })).toBeUndefined();
  });

  it('does not call complete where there is nothing', async () => {
    const gaps = await gapsOf(makeReferenceView({ filter: { country: 'UY' } }));
    expect(gaps.map(({ id, items }) => [id, items])).toEqual([['nothing-recorded', []]]);
  });

  it('leads to the form that fills it from a page, and not from paper', async () => {
    const forms = async (view: object) =>
      Object.fromEntries(
        (await gapsOf(makeReferenceView({ today: '2018-12-31', ...view }))).map(({ id, items }) => [
          id,
          items[0]?.form ?? null,
        ]),
      );
    expect(await forms({})).toMatchObject({
      'no-donor': { path: '/entry/program-organisations?program=AVSEC', does: 'add-donor' },
      undated: { path: '/entry/results?ref=r30', does: 'add-date' },
      'no-results': { path: '/entry/results?program=TOUR-CR', does: 'enter-result' },
      stale: { path: '/entry/results?program=NET-PREV', does: 'enter-result' },
    });
    const onPaper = await forms({ period: parsePeriod('2018') });
    expect(Object.values(onPaper).filter((form) => form !== null)).toEqual([]);
  });
});
