import { makeReferenceView } from './fixtures/reference-view.ts';
import { gapsOf, monthsBefore } from './gaps.ts';

describe('gaps', () => {
  it.each([
    ['2017-06-30', 12, '2016-06-30'],
    ['2017-03-31', 1, '2017-02-28'],
    ['2016-03-31', 1, '2016-02-29'],
    ['2017-01-15', 2, '2016-11-15'],
  ])('goes back from %s by %i months to %s', (day, months, earlier) => {
    expect(monthsBefore(day, months)).toBe(earlier);
  });

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

  it('sees only the gaps of what is asked for', async () => {
    const ids = async (filter: object) => (await gapsOf(makeReferenceView({ filter }))).map(({ id }) => id);
    expect(await ids({ country: 'BB' })).toEqual(['no-donor', 'undated']);
    expect(await ids({ donor: 'european-union' })).toEqual([]);
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
});
