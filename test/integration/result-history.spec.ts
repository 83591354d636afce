import { sql } from 'drizzle-orm';
import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { ANOTHER, importCsv, NOW } from '../support/import.ts';

const HEAD =
  'program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,sheet,note';
const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);

const HISTORY: InEachLanguage<readonly [title: string, moment: string, silent: string, maker: string]> = {
  en: ['History', '1 July 2017 at 08:01', 'did not count', 'imports (command line), from junio.csv, line 2'],
  es: [
    'Historial',
    '1 de julio de 2017, 08:01',
    'no contaba',
    'imports (línea de comandos), de junio.csv, línea 2',
  ],
  pt: [
    'Histórico',
    '1 de julho de 2017, 08:01',
    'não contava',
    'imports (linha de comando), de junio.csv, linha 2',
  ],
  fr: [
    'Historique',
    '1er juillet 2017, 08 h 01',
    'ne comptait pas',
    'imports (ligne de commande), depuis junio.csv, ligne 2',
  ],
};

eachEngine('the history of a figure', (engine) => {
  let app: TestApp;
  let id: string;
  let donorsToken: string;
  const clock: Clock = { now: () => minutes(60) };

  /** 1,000 officials from a file; corrected to 900 by Ana; returned; approved again; broken down, with a note that is kept from donors. */
  beforeAll(async () => {
    const database = await engine.openSeeded();
    const { db } = database;
    const csv = `${HEAD}\nMIG-MESO,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,1000,Costa Rica,\n`;
    await importCsv(db, 'results', csv, {
      now: minutes(1),
      by: 'imports',
      fileName: 'junio.csv',
      ...ANOTHER,
    });
    const by = (at: number, ...changes: readonly ReturnType<typeof sql>[]) =>
      db.transaction(async (tx) => {
        await actAs(tx, { kind: 'person', id: 'a1', name: 'Ana' }, minutes(at));
        for (const change of changes) await tx.execute(change);
      });
    await by(2, sql`UPDATE results SET value = 900 WHERE value = 1000`);
    await by(
      3,
      sql`UPDATE results SET status = 'returned', approved_at = NULL, approved_by = NULL WHERE value = 900`,
    );
    await by(
      4,
      sql`UPDATE results SET status = 'approved', approved_at = now(), approved_by = 'Eva' WHERE value = 900`,
    );
    await by(
      5,
      sql`INSERT INTO result_parts SELECT id, 'sex', part, 450 FROM results, (VALUES ('female'), ('male')) AS parts(part) WHERE value = 900`,
    );
    await by(
      6,
      sql`UPDATE results SET note = '{"en": "Seen by Eva"}', note_for = 'organisation', reason = 'Heard from Zoe' WHERE value = 900`,
    );
    app = await startApp({ database, clock });
    donorsToken = await makeToken(db, { role: 'donor', organisations: ['european-union'] });
    const rows = (await app.nest.inject('/api/v1/results?program=MIG-MESO&limit=500')).json().rows;
    id = rows.find(({ value }: { value: number }) => value === 900).id;
  });
  afterAll(() => app.close());

  const versionsOf = async (query = '', token = app.token) => {
    const url = `/api/v1/results/${id}/history${query}`;
    const answer = await app.nest.inject({ url, headers: { authorization: `Bearer ${token}` } });
    expect(answer.statusCode).toBe(200);
    return answer.json().versions as readonly Record<string, unknown>[];
  };
  const said = (versions: readonly Record<string, unknown>[]) =>
    versions.map(({ since, result }) => {
      const { value, breakdown, note } = (result ?? {}) as Record<string, unknown>;
      return [since, value, (breakdown as unknown[] | undefined)?.length, note];
    });

  it('says what it said, when, and by whose hand, the newest first', async () => {
    const versions = await versionsOf();
    expect(said(versions)).toEqual([
      [minutes(6).toISOString(), 900, 2, 'Seen by Eva'],
      [minutes(5).toISOString(), 900, 2, null],
      [minutes(4).toISOString(), 900, 0, null],
      [minutes(3).toISOString(), undefined, undefined, undefined],
      [minutes(2).toISOString(), 900, 0, null],
      [minutes(1).toISOString(), 1000, 0, null],
    ]);
    expect(versions.at(-1)).toMatchObject({
      by: { kind: 'command', name: 'imports' },
      file: 'junio.csv',
      line: 2,
    });
    expect(versions.at(-2)).toMatchObject({ by: { kind: 'person', name: 'Ana' }, reason: null });
    expect(versions[0]).toMatchObject({ reason: 'Heard from Zoe' });
  });

  it('tells a donor what it may see: no hand, no file, no note that is kept, and no version that says the same', async () => {
    const versions = await versionsOf('', donorsToken);
    expect(said(versions)).toEqual([
      [minutes(5).toISOString(), 900, 2, null],
      [minutes(2).toISOString(), 900, 0, null],
      [minutes(1).toISOString(), 1000, 0, null],
    ]);
    expect(JSON.stringify(versions)).not.toMatch(/Ana|junio|Eva|Zoe|imports/);
  });

  it('is as closed as the figure', async () => {
    const other = await makeToken(app.database.db, { role: 'donor', organisations: ['canada'] });
    const answer = await app.nest.inject({
      url: `/api/v1/results/${id}/history`,
      headers: { authorization: `Bearer ${other}` },
    });
    expect(answer.statusCode).toBe(404);
  });

  it('knows, as of a moment, what was known then', async () => {
    const versions = await versionsOf(`?as-of=${minutes(2).toISOString()}`);
    expect(said(versions).map(([, value]) => value)).toEqual([900, 1000]);
  });

  it.each(LANGUAGES.map((lang) => [lang, ...HISTORY[lang]] as const))(
    'stands on the page of the figure, in %s',
    async (lang, title, moment, silent, maker) => {
      const { body } = await app.nest.inject(`/results/${id}?lang=${lang}`);
      const text = body
        .replace(/<[^>]*>/g, ' ')
        .replace(/[\u00a0\u202f\u2068\u2069]/g, ' ')
        .replace(/\s+/g, ' ');
      for (const words of [title, moment, silent, maker]) expect(text).toContain(words);
    },
  );
});
