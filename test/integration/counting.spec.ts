import type { TestApp } from '../support/app.ts';
import { startApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

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
  const bring = (csv: string, now = NOW) => importCsv(app.database.db, 'results', csv, { now });
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
});
