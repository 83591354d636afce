import { sql } from 'drizzle-orm';
import type { Database } from '../../src/platform/database/database.ts';
import { PASSWORD } from '../integration/access/access.fixture.ts';
import { PagesWorld } from '../integration/access/pages.fixture.ts';
import { makeToken } from '../support/app.ts';
import { type Engine, eachEngine } from '../support/database.ts';
import {
  ADMINISTRATOR,
  command,
  DONOR,
  ENV,
  keysOf,
  newestSchema,
  PERIOD,
  pdfBehind,
  rowsStored,
  storedSchemas,
  storeInstallation,
  upgraded,
} from './installation.fixture.ts';

/** Each takes its seconds: where somebody waits, and on the engine that asks less, the oldest and the newest. */
const openedOn = ({ asksAll }: Engine) =>
  storedSchemas.filter((_, at) => (process.env.CI && asksAll) || at === 0 || at === storedSchemas.length - 1);

/** What landed is in use somewhere: an installation of each schema is kept, and goes on under every later version. */
describe('the installations that are kept', () => {
  it(`one is of the newest schema; TEST_STORE_INSTALLATION=yes npm test -- test/upgrades makes it`, () => {
    expect(storedSchemas).toContain(newestSchema);
  });
});

eachEngine('an installation', (engine) => {
  if (process.env.TEST_STORE_INSTALLATION === 'yes' && engine.name === 'embedded') {
    it('is stored', () => storeInstallation(engine));
  }

  describe.each(openedOn(engine))('of %s, opened by this version', (schema) => {
    const keys = keysOf(schema);
    let world: PagesWorld;
    let before: ReadonlyMap<string, number>;
    let after: ReadonlyMap<string, number>;

    beforeAll(async () => {
      before = await rowsStored(schema);
      const database = await upgraded(engine, schema);
      after = await rowsNow(database.db, [...before.keys()]);
      world = await PagesWorld.start({ database, env: ENV });
    });
    afterAll(() => world.app.close());

    const withToken = async (url: string) => {
      const token = keys?.managersToken ?? (await makeToken(world.app.database.db, { role: 'manager' }));
      return world.stranger().get(url, { authorization: `Bearer ${token}` });
    };

    it('has every row of every table', () => {
      expect(before.get('results')).toBeGreaterThan(30);
      for (const [table, count] of before) expect([table, after.get(table)]).toEqual([table, count]);
    });

    it('counts what it counted, and no draft', async () => {
      const totals = await withToken(
        '/api/v1/totals?indicator=officials-trained&by=country&to=2017-06-30&lang=en',
      );
      expect(totals.json().total).toMatchObject({ value: 123, exact: 78, approximate: 45, undated: 22 });
      const programs = await withToken('/api/v1/totals?indicator=programmes&to=2017-06-30');
      expect(programs.json().total).toMatchObject({ value: 12, withActivities: 17 });
    });

    it('shows its pages', async () => {
      for (const page of [
        '/',
        '/programs',
        '/programs/NET-POL',
        '/results',
        '/transactions',
        '/reports',
        '/deliveries',
      ])
        expect([page, (await withToken(page)).statusCode]).toEqual([page, 200]);
    });

    it('sends nothing a second time', async () => {
      const dryRun = await command(world, 'send', ['--period', PERIOD, '--dry-run']);
      const lines = dryRun.split('\n').filter((line) => line.includes('managers@example.org'));
      expect(lines.join()).toContain('already sent on');
      const sent = await world.app.database.db.execute(sql`SELECT 1 FROM deliveries WHERE status = 'sent'`);
      expect(rowsOf(sent)).toHaveLength(before.get('deliveries') ?? -1);
    });

    it('goes on: what is new comes after what was there', async () => {
      const id = await world.member('new@example.org', { role: 'manager' });
      expect(id).toMatch(/^[0-9a-f-]{36}$/);
      const people = await rowsNow(world.app.database.db, ['audit']);
      expect(people.get('audit')).toBeGreaterThan(before.get('audit') ?? 0);
    });

    if (keys !== null) {
      it('lets its administrator in, who reads what was recorded', async () => {
        // The code of the minute in which the factor was set up is used up.
        world.later(2);
        const visit = world.stranger();
        await visit.post('/sign-in', { email: ADMINISTRATOR, password: PASSWORD });
        await visit.post('/sign-in/second-factor', { code: world.totp(keys.secondFactor) });
        const audit = await visit.get('/audit.json');
        expect(audit.statusCode).toBe(200);
        for (const action of ['link.opened', 'delivery.sent', 'sign-in.refused'])
          expect(audit.body).toContain(`"${action}"`);
      });

      it('lets its donor in, to its own place alone', async () => {
        const visit = await world.signedIn(DONOR);
        expect((await visit.get('/donors/canada')).statusCode).toBe(200);
        expect((await visit.get('/donors/european-union')).statusCode).toBe(404);
      });

      it('opens the link of an e-mail, and the report behind it is the one that was sent', async () => {
        expect(await pdfBehind(world, keys.link)).toBe(keys.pdf);
      });
    }
  });
});

async function rowsNow(db: Database, tables: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for (const table of tables) {
    const rows = rowsOf(await db.execute(sql`SELECT count(*)::int AS count FROM ${sql.identifier(table)}`));
    counts.set(table, (rows[0] as { count: number }).count);
  }
  return counts;
}

/** The drivers wrap rows differently. */
function rowsOf(result: unknown): readonly unknown[] {
  return Array.isArray(result) ? result : (result as { rows: unknown[] }).rows;
}
