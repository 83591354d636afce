import { makeTransaction } from '../../src/core/fixtures/facts.ts';
import { referencePortfolio } from '../../src/core/fixtures/reference-portfolio.ts';
import { pagesOf } from './pages-in-memory.ts';

const note = { en: 'yearly disbursement' };
const ask = pagesOf({
  ...referencePortfolio,
  transactions: [
    makeTransaction('one', 'CARGO-CL', 100_000, { provider: 'canada', valueDate: '2016-01-15', note }),
    makeTransaction('two', 'CARGO-CL', 200_000, { provider: 'canada', valueDate: '2017-01-15', note }),
    makeTransaction('back', 'TOUR', -5_000, {
      provider: 'canada',
      valueDate: '2017-02-15',
      note: { en: 'unspent balance' },
    }),
    makeTransaction('euros', 'MIG-MESO', 70_000, { provider: 'european-union', valueDate: '2017-03-15' }),
  ],
});

describe('the page of transactions', () => {
  it('has a form for each of its filters but an indicator, and shows what is chosen', async () => {
    const html = await ask('/transactions');
    for (const name of ['pillar', 'country', 'donor', 'program', 'period', 'from', 'to', 'as-of'])
      expect([name, html.includes(`name="${name}"`)]).toEqual([name, true]);
    expect(html).not.toContain('name="indicator"');
    const narrowed = await ask('/transactions?donor=canada&period=2017');
    expect(narrowed).toContain('2 disbursements');
    expect(narrowed).toMatch(/class="chip"[^>]*>Donor: Canada/);
    expect(narrowed).toMatch(/class="chip"[^>]*>Period: 2017/);
    expect(narrowed).toContain('<option value="canada" selected>');
    expect(await ask('/transactions?pillar=democracy')).not.toContain('disbursements');
  });

  it('keeps which rows they are while it is narrowed, and begins anew at their first', async () => {
    const html = await ask('/transactions?type=disbursement&order=amount');
    expect(html).toContain('<input type="hidden" name="type" value="disbursement"/>');
    expect(html).toContain('<input type="hidden" name="order" value="amount"/>');
    expect(html).not.toContain('name="cursor"');
  });

  it('says once what several say, and of an amount below zero what it is', async () => {
    const html = await ask('/transactions');
    expect(html.split('Yearly disbursement').length).toBe(2);
    expect(html).toContain('Yearly disbursement (in 2 of these rows)');
    expect(html).toContain('Unspent balance');
    expect(html.split('refund or correction').length).toBe(2);
  });
});

describe('the page of a country', () => {
  it('says what was disbursed there year by year', async () => {
    const html = await ask('/countries/CL');
    expect(html).toContain('id="disbursement-by-year"');
    // 1,000 dollars in 2016 and 2,000 in 2017.
    expect(html).toContain('Disbursements over time: US$2k in 2017');
  });
});
