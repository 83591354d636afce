import { LANGUAGES } from '../../src/core/text.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';

eachEngine('an organisation that begins with nothing', (engine) => {
  let app: TestApp;

  beforeAll(async () => {
    app = await startApp({ database: await engine.open(), env: { REFERENCE_PORTFOLIO: 'off' } });
  });
  afterAll(() => app.close());

  it('is given no portfolio', async () => {
    expect(await app.seed()).toBe(false);
    expect((await app.nest.inject('/api/v1/programs')).json()).toMatchObject({ rows: [] });
  });

  it.each([
    '/',
    '/money',
    '/programs',
    '/countries',
    '/donors',
    '/indicators',
    '/results',
    '/transactions',
    '/reports',
    '/methods',
  ])('answers %s whole, in four languages', async (page) => {
    for (const lang of LANGUAGES) {
      const { statusCode, body } = await app.nest.inject(`${page}?lang=${lang}`);
      expect([page, lang, statusCode]).toEqual([page, lang, 200]);
      expect(body).toContain('</html>');
    }
  });

  it('takes its own pillars, programmes and figures, and shows them', async () => {
    const files = {
      pillars: 'code,name\nocean,Ocean\n',
      programs: 'code,title,pillar,status,start\nREEF,Reefs,ocean,ongoing,2016-01-01\n',
      results:
        'program,indicator,unit,kind,country_or_region,period_end,value\nREEF,Reefs mapped,reefs,actual,BZ,2017-03,7\n',
    };
    for (const [kind, csv] of Object.entries(files)) {
      expect(await importCsv(app.database.db, kind, csv)).toMatchObject({
        inserted: 1,
        errors: [],
      });
    }
    const totals = (await app.nest.inject('/api/v1/totals?indicator=reefs-mapped&by=pillar')).json();
    expect(totals.rows).toMatchObject([{ key: 'ocean', value: 7 }]);
  });
});
