import { LANGUAGES } from '../../src/core/text.ts';
import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { ANOTHER, importCsv, NOW } from '../support/import.ts';

/** Small portfolios, through import and API, with values worked by hand from the rules of counting. */
eachEngine('counting', (engine) => {
  let app: TestApp;

  beforeEach(async () => {
    app = await startApp({ database: await engine.open() });
    const { db } = app.database;
    await importCsv(
      db,
      'programs',
      'code,title,status,start\nMAR,Maritime,ongoing,2010-01-01\nAIR,Airports,ongoing,2010\n',
    );
    await importCsv(db, 'program-countries', 'program,country_or_region\nMAR,CR\nMAR,HN\nAIR,CR\n');
  });
  afterEach(() => app.close());

  const results = (columns: string, ...rows: readonly string[]) => [columns, ...rows].join('\n');
  /** Every row is a figure of its own. */
  const bring = (csv: string, now = NOW) => importCsv(app.database.db, 'results', csv, { now, ...ANOTHER });
  const json = async (url: string) => {
    const { statusCode, body } = await app.nest.inject(url);
    expect([url, statusCode]).toEqual([url, 200]);
    return JSON.parse(body);
  };
  const gapsOn = async (url: string) => (await app.nest.inject(url)).body;

  describe('the latest of a series (rule 3)', () => {
    const columns = 'program,indicator,unit,kind,country_or_region,period_end,value,breakdown,combine_time';
    const networks = (...rows: readonly string[]) =>
      results(columns, ...rows.map((row) => `MAR,members,states,actual,${row},latest`));

    it('is the figure with the last period end, whatever its breakdown', async () => {
      await bring(
        networks('CR,2016-12-31,22,sex=female:7;sex=male:15', 'CR,2017-05-31,25,', 'HN,2016-12-31,8,'),
      );
      const { total } = await json('/api/v1/totals?indicator=members&to=2017-06-30');
      // 25 of Costa Rica, in place of 22, and 8 of Honduras.
      expect(total).toMatchObject({ value: 33, resultCount: 2 });
      expect((await json('/api/v1/totals?indicator=members&to=2016-12-31')).total.value).toBe(30);
    });

    it('is one for each part until a figure gives the whole', async () => {
      await bring(
        networks('CR,2016-12-31,7,sex=female', 'CR,2016-12-31,15,sex=male', 'CR,2017-03-31,9,sex=female'),
      );
      expect((await json('/api/v1/totals?indicator=members')).total.value).toBe(24);
      await bring(networks('CR,2017-05-31,20,'));
      expect((await json('/api/v1/totals?indicator=members')).total.value).toBe(20);
    });

    it('is the one approved last where two are for one day, and the gaps name both', async () => {
      await bring(networks('CR,2017-05-31,24,sex=female:4;sex=male:20'), new Date('2017-07-01T10:00:00Z'));
      await bring(networks('CR,2017-05-31,21,'), new Date('2017-07-01T11:00:00Z'));
      expect((await json('/api/v1/totals?indicator=members')).total).toMatchObject({
        value: 21,
        resultCount: 1,
      });
      const page = await gapsOn('/?lang=en');
      expect(page).toContain('1 day for which a cumulative figure is given twice');
      expect(page).toContain('Members: 21 · Maritime · until 31 May 2017 · counts');
      expect(page).toContain('Members: 24 · Maritime · until 31 May 2017 · does not count');
    });
  });

  describe('rates (rule 3)', () => {
    const columns = 'program,indicator,unit,kind,country_or_region,period_end,value';
    const rate = (...rows: readonly string[]) =>
      results(
        columns,
        ...rows.map((row) => `${row.slice(0, 3)},satisfaction,% of participants,actual,${row.slice(4)}`),
      );

    it('are never added: 85 and 90 are each shown, and not 175', async () => {
      await bring(rate('MAR,CR,2016-12-31,80', 'MAR,CR,2017-05-31,85', 'MAR,HN,2017-05-31,90.5'));
      const byCountry = await json('/api/v1/totals?indicator=satisfaction&by=country');
      expect(byCountry).toMatchObject({
        additive: false,
        total: { value: null, missing: 'not-additive', resultCount: 2 },
        rows: [
          { key: 'HN', value: 90.5 },
          { key: 'CR', value: 85 },
        ],
      });
      expect(byCountry.notes).toContain('not-additive');
      const byProgram = await json('/api/v1/totals?indicator=satisfaction&by=program');
      expect(byProgram.rows).toMatchObject([{ key: 'MAR', value: null, missing: 'not-additive' }]);
      const byYear = await json('/api/v1/totals?indicator=satisfaction&by=year&country=CR');
      expect(byYear.rows).toMatchObject([
        { key: '2016', value: 80 },
        { key: '2017', value: 85 },
      ]);
      expect(await gapsOn('/?lang=en')).toContain('not additive');
    });

    it('show the last value of a single series', async () => {
      await bring(rate('AIR,CR,2016-12-31,80', 'AIR,CR,2017-05-31,85.25'));
      expect((await json('/api/v1/totals?indicator=satisfaction')).total.value).toBe(85.25);
    });
  });

  describe('targets (rule 2)', () => {
    it('stand beside the actual of their own period, and lead to its rows', async () => {
      const columns = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value';
      const row = (kind: string, rest: string) => `MAR,officers trained,people,${kind},${rest}`;
      await bring(
        results(
          columns,
          row('target', 'CR,2016,2016,50'),
          row('target', 'CR,2017,2017,60'),
          row('target', 'HN,2017,2017,10'),
          row('actual', 'CR,2013,2013,45'),
          row('actual', 'CR,2016-03,2016-05,13'),
          row('actual', 'CR,2017-01,2017-02,6'),
          row('actual', 'CR,2017-03,2017-04,9'),
        ),
      );
      const { blocks } = await json('/dashboard.json?lang=en');
      const { rows } = blocks.find(({ id }: { id: string }) => id === 'targets');
      const told = rows.map((each: Record<string, unknown>) => [
        each.target,
        each.actual,
        each.percent,
        each.state,
        each.place,
      ]);
      // 13 of 50; 6 + 9 of 60; and nothing of Honduras.
      expect(told.toSorted()).toEqual(
        [
          [50, 13, 26, 'ended', 'CR'],
          [60, 15, 25, 'in-force', 'CR'],
          [10, null, null, 'in-force', 'HN'],
        ].toSorted(),
      );
      const ofSixty = rows.find((each: { target: number }) => each.target === 60);
      const page = (await app.nest.inject(`/results/${ofSixty.key}?lang=en`)).body;
      expect(page).toContain('2 figures reported for it');
      const board = (await app.nest.inject('/?lang=en')).body;
      expect(board).toContain(`/results/${ofSixty.key}`);
      expect(board).toContain('#section-reported');
    });
  });

  describe('sums of any size', () => {
    const PAGES = ['/', '/transactions', '/countries/CR', '/programs/MAR', '/results'];
    const standing = async () => {
      for (const page of PAGES) {
        for (const lang of LANGUAGES) {
          expect([page, lang, (await app.nest.inject(`${page}?lang=${lang}`)).statusCode]).toEqual([
            page,
            lang,
            200,
          ]);
        }
      }
    };

    it('are exact beyond 2^53, and small again after it', async () => {
      const { db } = app.database;
      const columns = 'program,type,value_date,amount,currency,note';
      const paid = (amount: string, note: string) => `MAR,disbursement,2017-05-31,${amount},USD,${note}`;
      const most = '9999999999999.99';
      const many = Array.from({ length: 10 }, (_, at) => paid(most, `n${at}`));
      expect(await importCsv(db, 'transactions', [columns, ...many].join('\n'))).toMatchObject({
        errors: [],
      });
      // Ten times 999,999,999,999,999 cents.
      const { total } = await json('/api/v1/funding?type=disbursement&by=country');
      expect(total).toMatchObject({ value: '9999999999999990', exact: '9999999999999990', resultCount: 10 });
      const csv = (await app.nest.inject('/dashboard.csv')).body;
      expect(csv).toContain('99999999999999.90');
      expect((await app.nest.inject('/?lang=en&block=funding-stages')).body).toContain(
        'US$99,999,999,999,999.90',
      );
      await standing();
      const back = Array.from({ length: 10 }, (_, at) => paid(`-${most}`, `b${at}`));
      await importCsv(db, 'transactions', [columns, ...back, paid('0.01', 'a cent')].join('\n'));
      const after = await json('/api/v1/funding?type=disbursement&by=country');
      expect(after.total).toMatchObject({ value: 1, resultCount: 21 });
      // One cent is not nothing (rule 5).
      expect((await app.nest.inject('/?lang=en')).body).toContain('aria-label="US$0.01 disbursed"');
      await standing();
    });

    it('of figures are exact, too, and a count that no number holds is refused', async () => {
      const columns = 'program,indicator,unit,kind,country_or_region,period_end,value,note';
      const row = (value: string, note: string) => `MAR,seeds,seeds,actual,CR,2017-05-31,${value},${note}`;
      const refused = await bring(results(columns, row('9007199254740993', 'a')));
      expect(refused.errors).toMatchObject([{ line: 2, column: 'value', code: 'CELL.NOT_EXACT' }]);
      await bring(results(columns, row('9007199254740991', 'a'), row('2', 'b')));
      expect((await json('/api/v1/totals?indicator=seeds')).total).toMatchObject({
        value: '9007199254740993',
      });
      expect((await app.nest.inject('/?lang=en')).body).toContain('9,007,199,254,740,993');
      await standing();
    });
  });

  it('says the qualifier that a figure has, on page, in file and in answer (rule 4)', async () => {
    const columns = 'program,indicator,unit,kind,country_or_region,period_end,qualifier,value';
    const row = (rest: string) => `MAR,companies reached,companies,actual,${rest}`;
    await bring(results(columns, row('CR,2017-05-31,range,10-15'), row('HN,2017-05-31,at least,340')));
    const { rows } = await json('/api/v1/totals?indicator=companies-reached&by=country');
    expect(rows).toMatchObject([
      { key: 'HN', value: 340, qualifier: 'at least' },
      { key: 'CR', value: 10, qualifier: 'range', valueHigh: 15 },
    ]);
    const page = (await app.nest.inject('/?lang=en')).body;
    expect(page).toContain('10 to 15');
    expect(page).not.toContain('about 10');
    const csv = (await app.nest.inject('/dashboard.csv?lang=en&block=results-by-country')).body.split('\r\n');
    expect(csv[0]).toContain('qualifier,qualifier_name,value_high');
    expect(csv[2]).toContain('Costa Rica,10,0,10,0,,range,range,15');
  });

  it('names figures where and when their programme does not run, in the dry run and in the gaps', async () => {
    const columns = 'program,indicator,unit,kind,country_or_region,period_end,value';
    const row = (rest: string) => `AIR,guards trained,people,actual,${rest}`;
    const csv = results(columns, row('CR,2017-05-31,4'), row('HN,2017-05-31,3'), row('CR,2009,2'));
    const named = [
      'New indicator: "guards trained".',
      'Line 3: AIR does not run in HN.',
      'Line 4: the period ended (2009-12-31) before AIR began (2010-01-01).',
    ];
    const dry = await importCsv(app.database.db, 'results', csv, { dryRun: true });
    expect(dry.notes).toEqual(named);
    expect((await bring(csv)).notes).toEqual(named);
    expect((await bring(csv)).notes).toEqual([]);
    // They count: 4 + 3 + 2.
    expect((await json('/api/v1/totals?indicator=guards-trained')).total.value).toBe(9);
    const page = await gapsOn('/?lang=en');
    expect(page).toContain('2 figures outside the place or time of their programme');
    expect(page).toContain('Guards trained: 3 · Airports · Honduras');
    expect(page).toContain('Guards trained: 2 · Airports · until 2009');
  });
});
