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

  it('is of another time by one press, which the others keep', async () => {
    const html = await ask('/transactions?donor=canada');
    expect(html).toMatch(/href="\/transactions\?donor=canada"[^>]*aria-current="true"/);
    // The latest year in which anything is reported: money of 2017.
    const year = await ask('/transactions?donor=canada&period=2017');
    expect(html).toContain('href="/transactions?donor=canada&amp;period=2017"');
    expect(year).toMatch(/href="\/transactions\?donor=canada&amp;period=2017"[^>]*aria-current="true"/);
    expect(year).toMatch(/class="kicker">[^<]*2017/);
  });

  it('of one type is headed by the amount that it is behind', async () => {
    // 1,000 and 2,000 dollars, and 50 back, of which the programme of cargo has the first two.
    const all = await ask('/transactions?type=disbursement&donor=canada');
    expect(all).toContain('The transactions behind it');
    expect(all).toMatch(/<h1[^>]*>Disbursements: US\$2,950\.00<\/h1>/);
    const cargo = await ask('/transactions?type=disbursement&by=country&key=CL&period=2017');
    expect(cargo).toMatch(/<h1[^>]*>Disbursements: US\$2,000\.00, Chile<\/h1>/);
    expect(cargo).toMatch(/class="kicker">The transactions behind it · [^<]*2017/);
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

describe('a page of several tables', () => {
  it('offers all of it above the first, and each beneath it', async () => {
    const html = await ask('/transactions');
    const pledged = await pagesOf({
      ...referencePortfolio,
      transactions: ['pledge', 'commitment'].map((type) =>
        makeTransaction(type, 'TOUR', 100, { type: type as 'pledge' | 'commitment' }),
      ),
    })('/transactions');
    const filesOf = (page: string) =>
      [...page.matchAll(/<table|\/transactions\.csv[^"]*/g)].map(([found]) => found);
    expect(filesOf(pledged)).toEqual([
      '/transactions.csv',
      '<table',
      '/transactions.csv?block=pledge-transactions',
      '<table',
      '/transactions.csv?block=commitment-transactions',
    ]);
    expect(filesOf(html)).toEqual(['<table', '/transactions.csv?block=disbursement-transactions']);
  });
});

describe('lists of transactions', () => {
  // Twelve months of 1 to 12 dollars, and two pledges.
  const many = pagesOf({
    ...referencePortfolio,
    transactions: [
      ...Array.from({ length: 12 }, (_, at) =>
        makeTransaction(`m${at + 1}`, 'CARGO-CL', 100 * (at + 1), {
          provider: 'canada',
          valueDate: `2016-${String(at + 1).padStart(2, '0')}-15`,
        }),
      ),
      makeTransaction('first', 'TOUR', 100, { type: 'pledge', provider: 'canada', valueDate: '2015-01-15' }),
      makeTransaction('second', 'TOUR', 200, { type: 'pledge', provider: 'canada', valueDate: '2015-02-15' }),
    ],
  });
  const days = (html: string) =>
    [...html.matchAll(/<th scope="row"[^>]*>15\u00a0(\w{3})/g)].map(([, month]) => month);
  const TO_MAY = ['Dec', 'Nov', 'Oct', 'Sep', 'Aug', 'Jul', 'Jun', 'May'];

  it('begin with the newest, few or many, in short and whole', async () => {
    expect(days(await many('/transactions'))).toEqual(['Feb', 'Jan', ...TO_MAY]);
    expect(days(await many('/donors/canada'))).toEqual(['Feb', 'Jan', ...TO_MAY]);
    const all = [...TO_MAY, 'Apr', 'Mar', 'Feb', 'Jan'];
    expect(days(await many('/transactions?type=disbursement'))).toEqual(all);
    expect(days(await many('/donors/canada?block=disbursement-transactions'))).toEqual(all);
    expect(days(await many('/transactions?type=disbursement&order=value-date'))).toEqual(all.toReversed());
  });

  it('say of a total that it is of more rows than are shown', async () => {
    const totals = (html: string) =>
      [...html.matchAll(/<tr class="row-total"[^>]*><th[^>]*>([^<]+)/g)].map(([, words]) => words);
    expect(totals(await many('/transactions'))).toEqual(['Total', 'Total of all 12\u00a0rows']);
    expect(totals(await many('/donors/canada')).slice(-2)).toEqual(['Total', 'Total of all 12\u00a0rows']);
    expect(totals(await many('/transactions?type=disbursement'))).toEqual(['Total']);
  });
});

describe('a list of transactions in pages', () => {
  it('goes on from the newest to the oldest, with its sum', async () => {
    // A dollar a day for 60 days.
    const days = Array.from({ length: 60 }, (_, at) =>
      new Date(Date.UTC(2016, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const pages = pagesOf({
      ...referencePortfolio,
      transactions: days.map((valueDate) => makeTransaction(valueDate, 'CARGO-CL', 100, { valueDate })),
    });
    const rowsOn = (html: string) =>
      [...html.matchAll(/href="\/transactions\/(2016-[\d-]+)"/g)].map(([, id]) => id);
    const first = await pages('/transactions?type=disbursement');
    expect(rowsOn(first)).toEqual(days.slice(10).toReversed());
    expect(first).toContain('Total of all 60\u00a0rows');
    const next = /<a[^>]*href="([^"]+)"[^>]*rel="next"|<a[^>]*rel="next"[^>]*href="([^"]+)"/.exec(first);
    const last = await pages((next?.[1] ?? next?.[2] ?? '').replaceAll('&amp;', '&'));
    expect(rowsOn(last)).toEqual(days.slice(0, 10).toReversed());
    expect(last).toContain('US$60.00');
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
