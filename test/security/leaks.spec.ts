import { and, eq } from 'drizzle-orm';
import { isDonorReport, REPORT_DEFINITIONS, REPORTS } from '../../src/core/report/definitions.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { eachEngine } from '../support/database.ts';
import { itLeaksNothing, makeWorld } from './leaks.suite.ts';

eachEngine('every route, for everybody', (engine) => {
  let world: Awaited<ReturnType<typeof makeWorld>>;
  beforeAll(async () => {
    world = await makeWorld(engine);
  });
  afterAll(() => world.app.close());

  itLeaksNothing(() => world);

  it.each(REPORTS)(
    'the %s is for a donor, of itself, where its definition says so, and else for none',
    async (report) => {
      const { app, visitors } = world;
      const alpha = { headers: visitors.get('alpha person') ?? {} };
      const status = async (url: string) => (await app.nest.inject({ url, ...alpha })).statusCode;
      const { takes, needs } = REPORT_DEFINITIONS[report];
      const own = isDonorReport(report) ? 200 : 404;
      for (const donor of [needs, ...takes].includes('donor') ? ['alphaland', 'betaland'] : []) {
        const expected = donor === 'alphaland' ? own : 404;
        const query = `period=2017-05&donor=${donor}`;
        expect([donor, await status(`/api/v1/reports/${report}.csv?${query}`)]).toEqual([donor, expected]);
        // As it was issued: the policy of the table says the same.
        const [issue] = await app.database.db
          .select({ id: issues.id })
          .from(issues)
          .where(and(eq(issues.report, report), eq(issues.donor, donor)));
        expect([donor, await status(`/api/v1/reports/issues/${issue?.id}.pdf`)]).toEqual([donor, expected]);
      }
      const page = (await app.nest.inject({ url: '/reports', ...alpha })).body;
      expect(page.includes(`/api/v1/reports/${report}.pdf`)).toBe(isDonorReport(report));
    },
  );
});
