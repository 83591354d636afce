import { makeReferenceView } from '../../analytics/fixtures/reference-view.ts';
import { pageLinks } from '../../analytics/links.ts';
import { programHref, withPrograms } from '../../analytics/named-view.ts';
import { makeTransaction } from '../fixtures/facts.ts';
import { referencePortfolio } from '../fixtures/reference-portfolio.ts';
import { donorScope, officerScope, PUBLIC, RIGHTS } from '../fixtures/scopes.ts';
import type { Program } from '../program.ts';
import { EVERYTHING } from './scope.ts';
import { scopedFacts } from './scoped-facts.ts';
import { comparesDonors, mayHaveReport, refuseMoreThanTotals, seesProgram } from './visibility.ts';

/** Italy funds an activity of its own under Canada's programme TOUR. */
const activity: Program = {
  ...(referencePortfolio.programs.find(({ code }) => code === 'TOUR-CR') as Program),
  code: 'TOUR-IT',
  organisations: [{ organisation: 'italy', role: 'funding' }],
};
const facts = { ...referencePortfolio, programs: [...referencePortfolio.programs, activity] };
const eyesOf = (scope: Parameters<typeof scopedFacts>[0]) => ({
  scope,
  facts: scopedFacts(scope, facts, facts),
});
const viewOf = (scope: Parameters<typeof scopedFacts>[0]) =>
  makeReferenceView({ ...eyesOf(scope), links: pageLinks('', undefined) });

describe('what a reader sees', () => {
  it('of a programme above its own is the name alone: it leads nowhere and is not counted', async () => {
    const italy = donorScope('italy');
    expect(seesProgram(eyesOf(italy), 'TOUR')).toBe(false);
    expect(seesProgram(eyesOf(italy), 'TOUR-IT')).toBe(true);
    const own = viewOf(italy);
    expect((await own.figures.programTitles()).map(({ code }) => code)).toContain('TOUR');
    expect(await own.figures.program('TOUR')).toBeNull();
    expect((await own.figures.programs({ filter: {}, begunBy: null })).rows.map(({ code }) => code)).toEqual([
      'NET-POL',
      'TOUR-IT',
    ]);
    const named = await withPrograms(own, ['TOUR', 'TOUR-IT']);
    expect(programHref(named, 'TOUR')).toBeNull();
    expect(programHref(named, 'TOUR-IT')).toBe('/programs/TOUR-IT');
    const canada = eyesOf(donorScope('canada'));
    expect(seesProgram(canada, 'TOUR')).toBe(true);
    expect(canada.facts.programs.map(({ code }) => code)).not.toContain('TOUR-IT');
  });

  it('of a programme that another donor funds, and to which it gave money, is not that it funds it', async () => {
    const all = { ...facts, transactions: [makeTransaction('t', 'TOUR-IT', 100, { provider: 'canada' })] };
    const canada = donorScope('canada');
    const seen = makeReferenceView({
      scope: canada,
      facts: scopedFacts(canada, all, all),
      links: pageLinks('', undefined),
    });
    expect((await seen.figures.program('TOUR-IT'))?.holds.funders).toEqual([]);
    const funded = await seen.figures.programs({ filter: { donor: 'canada' }, begunBy: null });
    expect(funded.rows.map(({ code }) => code)).not.toContain('TOUR-IT');
  });

  it('of an officer are its programmes with all below them', () => {
    const officer = eyesOf(officerScope('TOUR'));
    expect(['TOUR', 'TOUR-IT', 'NET-POL'].map((code) => seesProgram(officer, code))).toEqual([
      true,
      true,
      false,
    ]);
    const lower = eyesOf(officerScope('TOUR-AG'));
    expect(['TOUR', 'TOUR-AG'].map((code) => seesProgram(lower, code))).toEqual([false, true]);
  });

  it('of the public leads to countries alone', () => {
    const { links } = viewOf(PUBLIC);
    expect(links.country('CR')).toBe('/countries/CR');
    expect([
      links.program({ code: 'TOUR', isReadable: true }),
      links.donor('canada'),
      links.result('1'),
      links.results({ filter: {}, kind: 'actual' }),
      links.transactions({ filter: {}, type: 'pledge' }),
    ]).toEqual([null, null, null, null, null]);
  });

  it('holds indicators that somebody in sight reports', () => {
    // Canada's programmes: officials of TOUR-AG, and targets of experts (CARGO-CL) and countries (TOUR).
    const codes = viewOf(donorScope('canada')).names.indicators.map(({ code }) => code);
    expect(codes.toSorted()).toEqual(['countries-covered', 'experts-deployed', 'officials-trained']);
  });

  it('sets donors beside each other where there are several', () => {
    const several = (organisations: readonly string[]) =>
      comparesDonors({ scope: donorScope(...organisations) });
    expect([several(['canada']), several(['canada', 'italy'])]).toEqual([false, true]);
    expect(comparesDonors({ scope: EVERYTHING })).toBe(true);
    expect(comparesDonors({ scope: PUBLIC })).toBe(false);
  });

  it('has reports by right: all, those made for own organisations, or none', () => {
    const manager = { role: 'manager', rights: RIGHTS.manager, programs: [], organisations: [] };
    const had = (scope: Parameters<typeof mayHaveReport>[0]) =>
      ['canada', 'italy', null].map((madeFor) => mayHaveReport(scope, madeFor));
    expect(had(manager)).toEqual([true, true, true]);
    expect(had(donorScope('canada'))).toEqual([true, false, false]);
    expect(had(officerScope('TOUR'))).toEqual([false, false, false]);
  });

  it('is refused to the public by donor and by programme, however it is asked', () => {
    const ask = (query: object) => () => refuseMoreThanTotals({ scope: PUBLIC }, query);
    for (const query of [{ donor: 'canada' }, { program: 'TOUR' }, { by: 'donor' }, { by: 'program' }]) {
      expect(ask(query)).toThrow('not open to the public');
    }
    expect(ask({ by: 'country', donor: undefined })).not.toThrow();
    expect(() => refuseMoreThanTotals({ scope: EVERYTHING }, { by: 'donor' })).not.toThrow();
  });
});
