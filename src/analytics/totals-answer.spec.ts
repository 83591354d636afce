import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import { donorScope } from '../core/fixtures/scopes.ts';
import type { Transaction } from '../core/funding.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { apiLinks } from './links.ts';
import { totalsAnswer } from './totals-answer.ts';

/** Whose the texts are is no matter here. */

describe('GET /api/v1/totals', () => {
  const links = apiLinks(undefined);

  it('answers officials trained by country as the interface says', async () => {
    const answer = await totalsAnswer(makeReferenceView({ links }), 'officials-trained', 'actual', 'country');
    expect(answer).toMatchObject({
      indicator: 'officials-trained',
      kind: 'actual',
      by: 'country',
      additive: true,
      cutOff: '2017-06-30',
      total: { value: 123, exact: 78, approximate: 45, undated: 22, resultCount: 6 },
    });
    expect(answer.rows[2]).toEqual({
      key: 'BB',
      label: 'Barbados',
      value: 22,
      exact: 22,
      approximate: 0,
      undated: 22,
      resultCount: 1,
      resultsUrl: '/api/v1/results?to=2017-06-30&indicator=officials-trained&kind=actual&by=country&key=BB',
    });
  });

  it('gives targets beyond today, each part with its own qualifier', async () => {
    const answer = await totalsAnswer(makeReferenceView(), 'officials-trained', 'target', 'axis:mode');
    expect(answer.rows.map(({ key, value }) => [key, value])).toEqual([
      ['online', 200000],
      ['on-site', 340],
    ]);
    expect(answer.total).toMatchObject({ value: 200340, exact: 200000, approximate: 340 });
  });

  it('says the qualifier that all of a figure has, and nothing of one that is exact', async () => {
    const { rows } = await totalsAnswer(makeReferenceView(), 'officials-trained', 'target', 'axis:mode');
    expect(rows.map((row) => ('qualifier' in row ? row.qualifier : undefined))).toEqual([
      undefined,
      'at least',
    ]);
  });

  it('leaves out what the filter leaves out: other donors, countries and pillars', async () => {
    const keys = async (indicator: string, by: 'donor' | 'country' | 'pillar', filter: object) => {
      const { rows } = await totalsAnswer(makeReferenceView({ filter }), indicator, 'actual', by);
      return rows.map(({ key }) => key);
    };
    expect(await keys('officials-trained', 'donor', { donor: 'canada' })).toEqual(['canada']);
    expect(await keys('programmes', 'donor', { donor: 'canada' })).toEqual(['canada']);
    expect(await keys('programmes', 'country', { country: 'CL' })).toEqual(['CL']);
    expect(await keys('programmes', 'pillar', { pillar: 'multidimensional-security' })).toEqual([
      'multidimensional-security',
    ]);
  });

  it('answers nothing reported with null and the reason, never with 0', async () => {
    const view = makeReferenceView({ filter: { program: 'NET-POL' } });
    const { rows, total } = await totalsAnswer(view, 'officials-trained', 'actual', 'country');
    expect(rows).toEqual([]);
    expect(total).toMatchObject({ value: null, missing: 'not-reported', resultCount: 0 });
  });

  it('counts programmes: 12 at the top, 17 with their activities, 6 on the sheet of Chile', async () => {
    const all = await totalsAnswer(makeReferenceView(), 'programmes', 'actual', 'pillar');
    expect(all.total).toMatchObject({ value: 12, withActivities: 17 });
    const chile = await totalsAnswer(
      makeReferenceView({ filter: { country: 'CL' } }),
      'programmes',
      'actual',
      'program',
    );
    expect(chile.rows.map(({ key }) => key).toSorted()).toEqual([
      'AEO',
      'CARGO-CL',
      'MAR-CL',
      'NET-POL',
      'NET-PREV',
      'R1540',
    ]);
    expect(chile.total).toMatchObject({ value: 6 });
  });

  it('counts the programmes of a region as those of a place of its own', async () => {
    const { rows } = await totalsAnswer(makeReferenceView(), 'programmes', 'actual', 'country');
    // MAR, NET-POL, NET-PREV, R1540 and YOUTH run in the member states as a whole.
    expect(rows.find(({ key }) => key === 'region:oas-member-states')).toMatchObject({
      value: 5,
      withActivities: 5,
    });
  });

  it('refuses an axis that nothing is broken down by', async () => {
    await expect(
      totalsAnswer(makeReferenceView(), 'officials-trained', 'actual', 'axis:colour'),
    ).rejects.toThrow('Nothing is broken down by "colour".');
  });

  it('does not show another donor’s results or money', async () => {
    const facts = scopedFacts(donorScope('canada'), referencePortfolio, referencePortfolio);
    const { rows, total } = await totalsAnswer(
      makeReferenceView({ facts }),
      'officials-trained',
      'actual',
      'donor',
    );
    expect(rows.map(({ key, value }) => [key, value])).toEqual([['canada', 45]]);
    expect(total).toMatchObject({ value: 45 });
    // Canada funds TOUR and its activities, MAR-CR and CARGO-CL; MAR is there for its name.
    expect(facts.transactions).toEqual([]);
    expect(facts.programs.map(({ code }) => code).toSorted()).toEqual([
      'CARGO-CL',
      'MAR',
      'MAR-CR',
      'TOUR',
      'TOUR-AG',
      'TOUR-CR',
    ]);
  });

  it('leaves another donor’s money out of a donor’s facts, on a programme that both pay for', async () => {
    const paid = (id: string, provider: string | null, program = 'NET-POL'): Transaction => ({
      id,
      program,
      type: 'disbursement',
      valueDate: '2017-03-01',
      amountMinor: 100,
      currency: 'USD',
      provider,
      receiver: null,
      place: null,
      illustrative: false,
      conversion: { amountMinor: 100, rate: '1', rateDate: '2017-03-01', source: 'identity' },
      note: null,
      noteFor: null,
    });
    // NET-POL has three donors, so that money without a provider is nobody's in particular; TOUR-AG has Canada alone.
    const transactions = [
      paid('t1', 'italy'),
      paid('t2', 'honduras'),
      paid('t3', null),
      paid('t4', null, 'TOUR-AG'),
    ];
    const facts = { ...referencePortfolio, transactions };
    const own = (organisation: string) =>
      scopedFacts(donorScope(organisation), facts, facts).transactions.map(({ id }) => id);
    expect(own('italy')).toEqual(['t1']);
    expect(own('honduras')).toEqual(['t2']);
    expect(own('canada')).toEqual(['t4']);
    expect(own('european-union')).toEqual([]);
  });
});
