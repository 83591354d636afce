import { changeSettings, EVERYTHING, readReportingCurrency } from '../../src/access/index.ts';
import { FactsRepository } from '../../src/analytics/facts.repository.ts';
import { FiguresRepository } from '../../src/analytics/figures.repository.ts';
import { importKinds } from '../../src/imports.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { Reports } from '../../src/reporting/index.ts';
import { ChangeSettings } from '../../src/settings/change-settings.use-case.ts';
import { constraintBrokenBy } from '../support/constraints.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { readPdf } from '../support/pdf.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';

const RATES = 'currency,date,rate,source\n';
const MONEY = 'program,type,value_date,amount,currency,provider\n';
const BY = { actor: { kind: 'command' }, at: NOW } as const;
const HELD = 'settings_currency_is_chosen_before_money';

/** A programme in Costa Rica, two who may pay for it, and no money yet. */
async function begin(db: Database): Promise<void> {
  await importCsv(db, 'organisations', 'name,kind\nCanada,government\nItaly,government\n');
  await importCsv(db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
  await importCsv(db, 'program-countries', 'program,country_or_region\nMAR,CR\n');
}

const choose = (db: Database, reportingCurrency: string | null) =>
  db.transaction((tx) => changeSettings(tx, { reportingCurrency }, BY));

const asker = (world: PagesWorld) => async (url: string) => {
  const headers = { authorization: `Bearer ${world.app.token}`, 'accept-language': 'en' };
  const { body } = await world.app.asStranger({ url, headers });
  // Amounts have spaces that do not break.
  return body.replaceAll('\u00a0', ' ');
};

eachEngine('the reporting currency', (engine) => {
  describe('chosen to be euros', () => {
    let world: PagesWorld;
    let visit: Visit;
    let ask: (url: string) => Promise<string>;
    beforeAll(async () => {
      const database = await engine.open();
      await begin(database.db);
      world = await PagesWorld.start({ database });
      ask = asker(world);
      visit = await world.administrator('rosa@example.org');
    });
    afterAll(() => world.app.close());

    const save = (reportingCurrency: string) => visit.post('/settings/currency', { reportingCurrency });
    const funding = async () => JSON.parse(await ask('/api/v1/funding?type=disbursement&by=donor'));

    it('holds from the next request on, in every figure, and stands in the audit', async () => {
      expect(await funding()).toMatchObject({ currency: 'USD', total: { value: null } });
      expect((await visit.get('/settings')).body).toContain('<option value="USD" selected>US Dollar (USD)');
      expect((await save('DEM')).body).toContain('Choose a currency of the list.');
      expect(await save('EUR')).toMatchObject({ statusCode: 303 });
      expect((await visit.get('/settings')).body).toContain('<option value="EUR" selected>Euro (EUR)');
      expect(await funding()).toMatchObject({ currency: 'EUR', total: { value: null } });
      const { entries } = JSON.parse(await ask('/audit.json?action=change.made'));
      expect(entries[0]).toMatchObject({
        subject: 'settings organisation',
        details: { before: { reporting_currency: null }, after: { reporting_currency: 'EUR' } },
      });
    });

    it('is what rates are held against, and what they are told to be in', async () => {
      const { db } = world.app.database;
      const csv = `${RATES}EUR,2017-05-31,1,ECB\nCLP,2017-05-31,747,BCC\nUSD,2017-05-31,8.9,ECB\n`;
      const { errors } = await importCsv(db, 'exchange-rates', csv);
      expect(errors.map(({ code, message }) => [code, message])).toEqual([
        ['RATE.REPORTING_CURRENCY', 'EUR is the reporting currency itself.'],
        [
          'RATE.INVERSE',
          '1 CLP is 747 EUR here; it has been worth from 0.0008696 to 0.001739, and this looks like 1 EUR in CLP.',
        ],
        ['RATE.FAR_OFF', '1 USD is 8.9 EUR here; it has been worth some 0.8696, and this is far from that.'],
      ]);
      const guide = await importKinds.find(({ name }) => name === 'exchange-rates')?.guide(db);
      expect(guide?.rate?.fr).toBe('Ce que vaut une unité de la monnaie en EUR.');
    });

    it('is what amounts are converted to, and totals are given in', async () => {
      const { db } = world.app.database;
      await importCsv(db, 'exchange-rates', `${RATES}USD,2017-05-31,0.89,ECB\n`);
      const rows = [
        // 1,000.50 x 0.89 = 890.445, half a cent away from zero: 890.45
        'MAR,disbursement,2017-06-15,1000.50,USD,Canada',
        'MAR,disbursement,2017-06-20,250001,CLP,Canada',
        'MAR,disbursement,2017-06-21,100.01,EUR,Italy',
      ];
      expect(await importCsv(db, 'transactions', MONEY + rows.join('\n'))).toMatchObject({ inserted: 3 });
      const late = await importCsv(db, 'exchange-rates', `${RATES}CLP,2017-05-31,0.00134,BCC\n`);
      // 250,001 x 0.00134 = 335.00134
      expect(late.notes).toEqual([
        '1 transaction that had no exchange rate was converted: disbursement 0.00 -> 335.00 EUR (+335.00).',
      ]);
      // 890.45 + 335.00 = 1,225.45; with Italy's 100.01, which are euros, 1,325.46
      expect(await funding()).toMatchObject({
        currency: 'EUR',
        rows: [
          { key: 'canada', value: 122_545 },
          { key: 'italy', value: 10_001 },
        ],
        total: { value: 132_546 },
        notConverted: [],
      });
      const kept = new FiguresRepository(db, new FactsRepository(db), () => NOW, { small: 0 });
      const { figures, names } = await kept.open(EVERYTHING);
      expect(names.reportingCurrency).toBe('EUR');
      expect(await figures.funding({ type: 'disbursement', by: 'year', filter: {} })).toMatchObject({
        currency: 'EUR',
        total: { amountMinor: 132_546 },
      });
    });

    it('is what pages and their files say', async () => {
      const page = await ask('/donors/canada');
      expect(page).toContain('as paid: CLP 250,001 and US$1,000.50');
      for (const text of ['€1,225.45', '€890.45', '€335.00', 'Euros, to date']) expect(page).toContain(text);
      const csv = await ask('/transactions.csv');
      expect(csv).toMatch(/,2017-06-15,.*,1000\.50,USD,0\.89,890\.45,.*,EUR,/);
      expect(csv).toMatch(/,2017-06-20,.*,250001,CLP,0\.00134,335\.00,.*,EUR,/);
      expect(csv).toMatch(/,total,.*,1325\.46,.*,EUR,/);
    });

    it('is what reports say, and what their snapshot is in', async () => {
      const reports = world.app.nest.get(Reports, { strict: false });
      const request = { report: 'donor-funding-summary', donor: 'canada', period: '2017-06' } as const;
      const drawn = await reports.draw(EVERYTHING, request);
      const { pages } = await readPdf((await reports.print(drawn)).bytes);
      const text = pages.map((page) => page.text.replace(/\s+/g, ' ')).join(' ');
      expect(text).toContain('Disbursements €1,225.45');
      expect(text).toContain('as paid: CLP 250,001 and US$1,000.50');
      expect(text).toMatch(/In EUR 15 Jun 2017 Costa Rica US\$1,000\.50 0\.89 \(31 May 2017\) €890\.45/);
      expect(drawn.snapshot).toMatchObject({
        currency: 'EUR',
        blocks: { 'funding-stages': { rows: { disbursement: { amount: 122_545 } } } },
      });
      expect(new TextDecoder().decode(await reports.tabulate(drawn))).toMatch(/,1225\.45,.*,EUR,/);
    });

    it('stays once money is there: on the page, in the use case and in the database', async () => {
      const { db } = world.app.database;
      const { body } = await visit.get('/settings');
      expect(body).toContain('Euro (EUR). It cannot be changed any more');
      expect(body).not.toContain('name="reportingCurrency"');
      const late = await save('JPY');
      expect(late.statusCode).toBe(422);
      expect(late.body).toMatch(/role="alert">\s*Not saved: an exchange rate or a transaction/);
      const changes = world.app.nest.get(ChangeSettings, { strict: false });
      await expect(changes.change(BY.actor, { reportingCurrency: null })).rejects.toMatchObject({
        code: 'SETTINGS.CURRENCY_FIXED',
        options: { kind: 'refused' },
      });
      for (const statement of [
        `UPDATE settings SET reporting_currency = 'JPY'`,
        'UPDATE settings SET reporting_currency = NULL',
        'DELETE FROM settings',
        'TRUNCATE settings',
      ])
        expect([statement, await constraintBrokenBy(db, [statement])]).toEqual([statement, HELD]);
      expect(await constraintBrokenBy(db, [`UPDATE settings SET name = 'Another'`])).toBeNull();
      expect(await readReportingCurrency(db)).toBe('EUR');
    });

    it('comes back with a backup, where totals were in something else', async () => {
      const { files } = await world.app.run({ name: 'backup', argv: ['x'], files: new Map() });
      const other = await PagesWorld.start({ database: await engine.openSeeded() });
      const askOther = asker(other);
      const usual = JSON.parse(await askOther('/api/v1/funding?type=disbursement&by=donor'));
      expect(usual.currency).toBe('USD');
      const restored = await other.app.run({
        name: 'restore',
        argv: ['x'],
        files: new Map([['x', files?.[0]?.bytes ?? new Uint8Array()]]),
      });
      expect(restored.stderr).toEqual([]);
      const { db } = other.app.database;
      const opened = await new FactsRepository(db).read(EVERYTHING);
      expect(opened.facts.reportingCurrency).toBe('EUR');
      expect(await constraintBrokenBy(db, ['UPDATE settings SET reporting_currency = NULL'])).toBe(HELD);
      await other.app.close();
    });
  });

  describe('with as many decimals as it has', () => {
    it.each([
      {
        // 1,000.50 x 110.5 = 110,555.25 and 1.005 x 365.2 = 367.026, which with 1,234 are 112,156 yen.
        currency: 'JPY',
        rates: ['USD,2017-05-31,110.5,BoJ', 'KWD,2017-05-31,365.2,BoJ'],
        amounts: ['1000.50,USD', '1.0050,KWD', '1234,JPY'],
        total: 112_156,
        page: '¥112,156',
        file: /,112156,/,
      },
      {
        // 1,000.50 x 0.3035 = 303.65175 and 1,234 x 0.00275 = 3.3935, which are 303.652 + 3.394 + 0.001 dinars.
        currency: 'KWD',
        rates: ['USD,2017-05-31,0.3035,CBK', 'JPY,2017-05-31,0.00275,CBK'],
        amounts: ['1000.50,USD', '1234,JPY', '0.0010,KWD'],
        total: 307_047,
        page: 'KWD 307.047',
        file: /,307\.047,/,
      },
      {
        // -10.25 x 747.5 = -7,661.875, and 9,999 pesos more are 2,337.
        currency: 'CLP',
        rates: ['EUR,2017-05-31,747.5,BCC'],
        amounts: ['-10.25,EUR', '9999,CLP'],
        total: 2_337,
        page: 'CLP 2,337',
        file: /,2337,/,
      },
    ])(
      '$currency',
      async ({ currency, rates, amounts, total, page, file }) => {
        const database = await engine.open();
        await begin(database.db);
        await choose(database.db, currency);
        await importCsv(database.db, 'exchange-rates', RATES + rates.join('\n'));
        const rows = amounts.map((amount) => `MAR,disbursement,2017-06-15,${amount},Canada`);
        const imported = await importCsv(database.db, 'transactions', MONEY + rows.join('\n'));
        expect(imported).toMatchObject({ inserted: amounts.length, errors: [] });
        const world = await PagesWorld.start({ database });
        const ask = asker(world);
        const { total: found } = JSON.parse(await ask('/api/v1/funding?type=disbursement&by=donor'));
        expect(found.value).toBe(total);
        expect(await ask('/donors/canada')).toContain(page);
        expect(await ask('/money.csv')).toMatch(file);
        await world.app.close();
      },
      60_000,
    );
  });

  it('stays for a rate alone, for a draft, and for what was taken out again', async () => {
    for (const [kind, csv] of [
      ['exchange-rates', `${RATES}EUR,2017-05-31,1.12,ECB\n`],
      ['transactions', `${MONEY}MAR,pledge,2017-06-15,10,USD,Canada\n`],
    ] as const) {
      const { db, close } = await engine.open();
      await begin(db);
      await choose(db, 'EUR');
      await choose(db, null);
      await importCsv(db, kind, csv, { approve: false });
      expect(await constraintBrokenBy(db, [`UPDATE settings SET reporting_currency = 'EUR'`])).toBe(HELD);
      const table = kind.replace('-', '_');
      await db.execute(`DELETE FROM ${table}`);
      expect(await constraintBrokenBy(db, [`UPDATE settings SET reporting_currency = 'EUR'`])).toBe(HELD);
      await close();
    }
  });
});
