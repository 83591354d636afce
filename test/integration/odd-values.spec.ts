import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { audit } from '../../src/access/audit.table.ts';
import { oddValue } from '../../src/core/entry/odd-value.ts';
import { indicators as indicatorsTable } from '../../src/results/indicators.table.ts';
import { oddResults } from '../../src/results/odd-results.repository.ts';
import { readAllResults } from '../../src/results/results.repository.ts';
import { eachEngine } from '../support/database.ts';
import { ANOTHER, importCsv } from '../support/import.ts';
import { PagesWorld } from './access/pages.fixture.ts';

const INDICATORS = `indicator,unit,measure,combine_time,combine_place
officials trained,people,count,sum,sum
networks formed,networks,count,latest,sum
`;
const HEAD = 'program,indicator,unit,kind,country_or_region,period_end,value,breakdown,ref';
const EVER = new Date('2000-01-01T00:00:00Z');

eachEngine('odd values that were approved', (engine) => {
  it('are those that the rule finds, whatever the figures', async () => {
    const { db } = await engine.openSeeded();
    await importCsv(db, 'indicators', INDICATORS);
    const figure = fc.record({
      indicator: fc.constantFrom('officials trained,people', 'networks formed,networks'),
      kind: fc.constantFrom('actual', 'target'),
      place: fc.constantFrom('CR', 'HN', ''),
      month: fc.integer({ min: 1, max: 6 }),
      value: fc.constantFrom(0, 2, 3, 19, 20, 25, 30, 190, 200, 250, 300),
      part: fc.constantFrom('', 'sex=female', 'sex=male'),
    });
    const [given = []] = fc.sample(fc.array(figure, { minLength: 300, maxLength: 300 }), {
      numRuns: 1,
      seed: 11,
    });
    const lines = given.map(
      ({ indicator, kind, place, month, value, part }, at) =>
        `MAR,${indicator},${kind},${place},2017-0${month}-28,${value},${value === 0 ? '' : part},odd-${at}`,
    );
    await importCsv(db, 'results', [HEAD, ...lines].join('\n'), ANOTHER);
    const stored = (await readAllResults(db))
      .filter(({ standing }) => standing.status === 'approved')
      .map(({ id, row, standing }) => ({ ...row, id, breakdown: row.parts, approvedAt: standing.approvedAt }))
      .toSorted((a, b) => Number(a.approvedAt) - Number(b.approvedAt) || (a.id < b.id ? -1 : 1));
    const indicators = await db.select().from(indicatorsTable);
    const combineOf = new Map(indicators.map(({ code, combineTime }) => [code, combineTime]));
    const expected = stored.flatMap((one) => {
      const odd = oddValue(
        one,
        stored.filter(({ id }) => id !== one.id),
        combineOf.get(one.indicator) ?? 'sum',
      );
      return odd === null ? [] : [`${one.ref} ${odd.reason} ${odd.before.value} ${odd.before.periodEnd}`];
    });
    const found = await oddResults(db, { since: EVER, limit: 1_000 });
    const refOf = new Map(stored.map(({ id, ref }) => [id, ref]));
    const told = found.rows.map(
      ({ id, reason, before }) => `${refOf.get(id)} ${reason} ${before.value} ${before.periodEnd}`,
    );
    expect(expected.length).toBeGreaterThan(50);
    expect(told.toSorted()).toEqual(expected.toSorted());
    expect(found.count).toBe(expected.length);
  });

  it('stand on the desk of whoever approves, until somebody says that they are right', async () => {
    const world = await PagesWorld.start({ database: await engine.openSeeded() });
    const { db } = world.app.database;
    await importCsv(db, 'indicators', INDICATORS);
    await importCsv(
      db,
      'results',
      `${HEAD}\nMAR,officials trained,people,actual,CR,2017-05-31,45,,may\nMAR,officials trained,people,actual,CR,2017-06-30,450,,june\n`,
    );
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('officer@example.org', { role: 'officer', programs: ['MAR'] });
    const [manager, officer] = [
      await world.signedIn('manager@example.org'),
      await world.signedIn('officer@example.org'),
    ];
    const desk = (await manager.get('/desk?lang=en')).body;
    expect(desk).toContain('What looks odd');
    expect(desk).toContain('It is ten times the figure before it or more: 45, by 31 May 2017.');
    const [, id = ''] = /name="id" value="([0-9a-f-]{36})"/.exec(desk) ?? [];
    expect((await officer.get('/desk?lang=en')).body).not.toContain('What looks odd');
    expect((await officer.post('/desk/right', { id })).statusCode).toBe(404);
    expect((await manager.post('/desk/right?lang=en', { id })).headers.location).toBe(
      '/desk?done=right&lang=en',
    );
    expect((await manager.get('/desk?lang=en')).body).not.toContain('What looks odd');
    const said = await db
      .select()
      .from(audit)
      .where(sql`${audit.subject} = ${`confirmed_values ${id}`}`);
    expect(said).toMatchObject([
      { action: 'change.added', details: { after: { value: 450, value_before: 45 } } },
    ]);
    // Of another value nobody has said so.
    await importCsv(db, 'results', `${HEAD}\nMAR,officials trained,people,actual,CR,2017-06-30,460,,june\n`);
    expect((await manager.get('/desk?lang=en')).body).toContain('What looks odd');
    expect(
      (await manager.post('/desk/right', { id: '00000000-0000-4000-8000-000000000000' })).statusCode,
    ).toBe(404);
    await world.app.close();
  });
});
