import type { Scope } from '../../access/index.ts';
import {
  makeFacts,
  makeOrganisation,
  makePlace,
  makeProgram,
  makeTransaction,
} from '../../core/fixtures/facts.ts';
import { donorScope } from '../../core/fixtures/scopes.ts';
import { scopedFacts } from '../../core/visibility/scoped-facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { pageLinks } from '../links.ts';
import { moneyFlowBlock } from './money-flow.ts';

const pillars = ['democracy', 'security'].map((code) => ({ code, name: { en: code } }));

/** P: 60 to democracy and 40 to security, half in CR and half in a region. Q: democracy, in CR and HN, which are not split. */
const facts = makeFacts({
  pillars,
  places: [makePlace('CR'), makePlace('HN'), makePlace('region:oas')],
  organisations: ['canada', 'italy'].map((code) => makeOrganisation(code, 'government', null)),
  programs: [
    makeProgram('P', {
      pillars: [
        { code: 'democracy', share: '60' },
        { code: 'security', share: '40' },
      ],
      places: [
        { code: 'CR', share: '50' },
        { code: 'region:oas', share: '50' },
      ],
    }),
    makeProgram('Q', {
      pillars: [{ code: 'democracy', share: null }],
      places: [
        { code: 'CR', share: null },
        { code: 'HN', share: null },
      ],
    }),
  ],
  transactions: [
    makeTransaction('t1', 'P', 10_000, { provider: 'canada' }),
    makeTransaction('t2', 'Q', 5_000, { provider: 'italy' }),
    makeTransaction('t3', 'Q', 1_000, { provider: null }),
  ],
});

const viewOf = (scope?: Scope, given = facts) =>
  makeReferenceView({
    facts: scope === undefined ? given : scopedFacts(scope, given, given),
    ...(scope !== undefined && { scope }),
    links: pageLinks('', undefined),
  });
const tableOf = async (scope?: Scope, given = facts) => {
  const { rows } = await moneyFlowBlock(viewOf(scope, given), 'disbursement');
  return rows.map(({ cells }) => cells.map(({ text }) => text).join(' | '));
};

describe('money from donor to pillar to country', () => {
  it('spreads as the rules of counting say, and names what is not split or of nobody', async () => {
    expect(await tableOf()).toEqual([
      'canada | democracy | US$60.00 | 38%',
      'canada | security | US$40.00 | 25%',
      'italy | democracy | US$50.00 | 31%',
      'No donor recorded | democracy | US$10.00 | 6%',
      // 60 of P and 60 of Q: half of P's in CR, half in the region, and Q's in neither of its two.
      'democracy | Costa Rica | US$30.00 | 19%',
      'democracy | region:oas | US$30.00 | 19%',
      'democracy | Shared, not split | US$60.00 | 38%',
      'security | Costa Rica | US$20.00 | 13%',
      'security | region:oas | US$20.00 | 13%',
    ]);
  });

  it('is drawn from one spec with its table, each band with its rows behind it', async () => {
    const { chart, title, notes, rows } = await moneyFlowBlock(viewOf(), 'disbursement');
    expect(title).toBe('Disbursements from donor to pillar to country: US$160');
    expect(notes[0]).toContain('US$160.00 each time');
    if (chart?.type !== 'flow') throw new Error('No flow.');
    expect(chart.bands.map(({ value }) => value)).toEqual(rows.map(({ cells }) => cells[2]?.raw));
    expect(chart.bands.map(({ href }) => href)).toEqual(rows.map(({ href }) => href));
    expect(rows[0]?.href).toBe(
      '/transactions?to=2017-06-30&donor=canada&type=disbursement&by=pillar&key=democracy',
    );
    const hatched = chart.stages.flatMap(({ nodes }) =>
      nodes.filter(({ muted }) => muted === true).map(({ key }) => key),
    );
    expect(hatched).toEqual(['not-recorded', 'not-split']);
  });

  it('does not show another donor’s money', async () => {
    expect(await tableOf(donorScope('canada'))).toEqual([
      'canada | democracy | US$60.00 | 60%',
      'canada | security | US$40.00 | 40%',
      'democracy | Costa Rica | US$30.00 | 30%',
      'democracy | region:oas | US$30.00 | 30%',
      'security | Costa Rica | US$20.00 | 20%',
      'security | region:oas | US$20.00 | 20%',
    ]);
  });

  it('names what corrections have brought below zero, which has no band', async () => {
    const corrected = {
      ...facts,
      transactions: [...facts.transactions, makeTransaction('t4', 'Q', -7_000, { provider: 'italy' })],
    };
    const { notes } = await moneyFlowBlock(viewOf(undefined, corrected), 'disbursement');
    expect(notes[1]).toBe(
      'Not drawn, for returns and corrections outweigh what was paid: italy → democracy −US$20 and democracy → shared, not split −US$10. The amount beside each name is net of them.',
    );
  });

  it('is a sentence where nothing is above zero, and not an empty picture', async () => {
    const taken = ['canada', 'italy'].map((provider) =>
      makeTransaction(`back-${provider}`, 'P', -1_000, { provider }),
    );
    const { chart, isSentence, title, notes } = await moneyFlowBlock(
      viewOf(undefined, { ...facts, transactions: taken }),
      'disbursement',
    );
    expect([chart, isSentence, title]).toEqual([
      null,
      true,
      'Disbursements from donor to pillar to country: −US$20',
    ]);
    expect(notes).toHaveLength(1);
  });

  it('shows ten donors as seven and a rest, and loses nothing', async () => {
    const donors = Array.from({ length: 10 }, (_, at) => `donor-${at}`);
    const many = makeFacts({
      ...facts,
      organisations: donors.map((code) => makeOrganisation(code, 'government', null)),
      transactions: donors.map((provider, at) =>
        makeTransaction(provider, 'P', (at + 1) * 1_000, { provider }),
      ),
    });
    const rows = await tableOf(undefined, many);
    // 10 + 20 + 30 of 550 are the rest's: 36 to democracy and 24 to security.
    expect(rows.filter((row) => row.startsWith('3 other donors'))).toEqual([
      '3 other donors | democracy | US$36.00 | 7%',
      '3 other donors | security | US$24.00 | 4%',
    ]);
    expect(new Set(rows.map((row) => row.split(' | ')[0])).size).toBe(8 + 2);
  });
});
