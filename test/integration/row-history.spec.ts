import { sql } from 'drizzle-orm';
import { importKinds } from '../../src/imports.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { undoImport } from '../../src/platform/csv/undo.use-case.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

const minutes = (count: number) => new Date(NOW.getTime() + count * 60_000);
const MONEY = 'ref,program,type,value_date,amount,currency,provider,note,note_for\n';

eachEngine('the history of money and of programmes', (engine) => {
  let app: TestApp;
  let canada: string;
  let spain: string;
  let id: string;
  const clock: Clock = { now: () => minutes(60) };

  /** 100 euros of Canada at the rate of 1 April, 1.0866; then 110, by a file that is taken back; then a rate of May, 1.1; then withdrawn for a minute. */
  beforeAll(async () => {
    const database = await engine.openSeeded();
    const { db } = database;
    const paid = (amount: number, note: string, at: number, fileName: string) =>
      importCsv(
        db,
        'transactions',
        `${MONEY}M-1,MIG-MESO,pledge,2017-05-02,${amount},EUR,canada,${note},organisation\n`,
        { now: minutes(at), fileName },
      );
    await paid(100, 'For Mesoamerica', 1, 'mayo.csv');
    const { batch } = await paid(110, 'Typed twice', 2, 'junio.csv');
    const by = { kind: 'person', id: 'a1', name: 'Ana' } as const;
    await undoImport(db, importKinds, { batch: batch ?? 0, reason: 'Wrong file', by, now: minutes(3) });
    await importCsv(db, 'exchange-rates', 'currency,date,rate,source\nEUR,2017-05-01,1.1,ECB\n', {
      now: minutes(4),
    });
    const change = (at: number, ...changes: readonly ReturnType<typeof sql>[]) =>
      db.transaction(async (tx) => {
        await actAs(tx, by, minutes(at));
        for (const statement of changes) await tx.execute(statement);
      });
    await change(
      5,
      sql`UPDATE transactions SET status = 'withdrawn', withdrawn_at = now(), withdrawn_by = 'Ana', reason = 'Twice' WHERE ref = 'M-1'`,
    );
    await change(
      6,
      sql`UPDATE transactions SET status = 'approved', withdrawn_at = NULL, withdrawn_by = NULL, reason = 'Once' WHERE ref = 'M-1'`,
    );
    await change(
      7,
      sql`UPDATE programs SET title = '{"en": "Migration in Mesoamerica"}', note = '{"en": "Asked by Zoe"}', note_for = 'organisation' WHERE code = 'MIG-MESO'`,
    );
    await change(8, sql`DELETE FROM program_places WHERE program = 'MIG-MESO'`);
    // A code that another begins with is another.
    await change(
      9,
      sql`INSERT INTO programs (code, title, status, start_precision, end_precision) VALUES ('MIG', '{"en": "Mig"}', 'ongoing', 'none', 'none')`,
    );
    app = await startApp({ database, clock });
    canada = await makeToken(db, { role: 'donor', organisations: ['canada'] });
    spain = await makeToken(db, { role: 'donor', organisations: ['european-union'] });
    const rows = (await app.nest.inject('/api/v1/transactions?program=MIG-MESO&type=pledge')).json().rows;
    id = rows.find(({ currency }: { currency: string }) => currency === 'EUR').id;
  });
  afterAll(() => app.close());

  const ask = (url: string, token = app.token) =>
    app.nest.inject({ url, headers: { authorization: `Bearer ${token}` } });
  const versionsOf = async (url: string, token = app.token) => {
    const answer = await ask(url, token);
    expect(answer.statusCode).toBe(200);
    return answer.json().versions as readonly Record<string, Record<string, unknown> | null>[];
  };
  const wordsOf = (body: string) =>
    body
      .replace(/<[^>]*>/g, ' ')
      .replace(/[\u00a0\u202f\u2068\u2069]/g, ' ')
      .replace(/\s+/g, ' ');

  it('tells what a transaction said, and whose hand or file changed it', async () => {
    const versions = await versionsOf(`/api/v1/transactions/${id}/history`);
    expect(
      versions.map(({ since, transaction, by, file, line, reason }) => [
        since,
        transaction?.amountMinor,
        transaction?.counted,
        transaction?.note,
        by?.name,
        file,
        line,
        reason,
      ]),
    ).toEqual([
      [minutes(6).toISOString(), 10_000, 11_000, 'For Mesoamerica', 'Ana', null, null, 'Once'],
      [minutes(5).toISOString(), undefined, undefined, undefined, 'Ana', null, null, 'Twice'],
      [minutes(4).toISOString(), 10_000, 11_000, 'For Mesoamerica', 'test', null, null, null],
      [minutes(3).toISOString(), 10_000, 10_866, 'For Mesoamerica', 'Ana', 'mayo.csv', 2, null],
      [minutes(2).toISOString(), 11_000, 11_953, 'Typed twice', 'test', 'junio.csv', 2, null],
      [minutes(1).toISOString(), 10_000, 10_866, 'For Mesoamerica', 'test', 'mayo.csv', 2, null],
    ]);
  });

  it('tells its donor what it may see, and another that it is not there', async () => {
    const versions = await versionsOf(`/api/v1/transactions/${id}/history`, canada);
    expect(versions.map(({ since, transaction }) => [since, transaction?.amountMinor])).toEqual([
      [minutes(4).toISOString(), 10_000],
      [minutes(3).toISOString(), 10_000],
      [minutes(2).toISOString(), 11_000],
      [minutes(1).toISOString(), 10_000],
    ]);
    expect(JSON.stringify(versions)).not.toMatch(/Ana|csv|Mesoamerica|Typed|Twice|Once/);
    for (const url of [`/api/v1/transactions/${id}/history`, `/transactions/${id}`])
      expect((await ask(url, spain)).statusCode).toBe(404);
  });

  it('knows, as of a moment, what was known then', async () => {
    const at = minutes(2).toISOString();
    const versions = await versionsOf(`/api/v1/transactions/${id}/history?as-of=${at}`);
    expect(versions.map(({ transaction }) => transaction?.amountMinor)).toEqual([11_000, 10_000]);
    const { body } = await ask(`/transactions/${id}?lang=en&as-of=${at}`);
    expect(wordsOf(body)).toContain('Pledge of €110.00');
  });

  it.each([
    ['en', 'Pledge of €100.00', 'History', 'did not count', 'test (command line), from junio.csv, line 2'],
    [
      'es',
      'Promesa de € 100,00',
      'Historial',
      'no contaba',
      'test (línea de comandos), de junio.csv, línea 2',
    ],
    [
      'pt',
      'Promessa de € 100,00',
      'Histórico',
      'não contava',
      'test (linha de comando), de junio.csv, linha 2',
    ],
    [
      'fr',
      'Annonce de contribution de 100,00 €',
      'Historique',
      'ne comptait pas',
      'test (ligne de commande), depuis junio.csv, ligne 2',
    ],
  ])('stands on the page of the transaction, in %s', async (lang, ...said) => {
    const words = wordsOf((await ask(`/transactions/${id}?lang=${lang}`)).body);
    for (const each of said) expect(words).toContain(each);
    const list = (await ask(`/transactions?program=MIG-MESO&type=pledge&lang=${lang}`)).body;
    expect(list).toContain(`href="/transactions/${id}?lang=${lang}"`);
  });

  it('comes as data, the amount in minor units', async () => {
    const { body } = await ask(`/transactions/${id}.csv?lang=en`);
    expect(body).toContain('junio.csv');
    const { blocks } = (await ask(`/transactions/${id}.json?lang=en`)).json();
    expect(JSON.stringify(blocks)).toContain('11000');
  });

  it('tells what a programme changed in what it said of itself', async () => {
    const versions = await versionsOf('/api/v1/programs/MIG-MESO/history');
    const titles = versions.map(({ since, program }) => [
      since,
      program?.title,
      program?.note,
      (program?.places as unknown[] | undefined)?.length !== 0,
    ]);
    const [first] = titles.slice(-1);
    expect(titles).toEqual([
      [minutes(8).toISOString(), 'Migration in Mesoamerica', 'Asked by Zoe', false],
      [minutes(7).toISOString(), 'Migration in Mesoamerica', 'Asked by Zoe', true],
      [minutes(0).toISOString(), first?.[1], first?.[2], true],
    ]);
    const { body } = await ask('/programs/MIG-MESO/history?lang=en');
    expect(wordsOf(body)).toMatch(/at 08:08 GMT−4 Countries and regions: Not recorded Ana \(person\)/);
    expect(wordsOf(body)).toContain('Migration in Mesoamerica');
    expect((await ask('/programs/MIG-MESO/history.csv?lang=en')).body).toContain('Asked by Zoe');
    expect((await ask('/programs/MIG-MESO?lang=es')).body).toContain('/programs/MIG-MESO/history?lang=es');
    // What its donors may not read changes nothing for them.
    const funders = (await ask('/api/v1/programs/MIG-MESO')).json().donors as { code: string }[];
    const funder = await makeToken(app.database.db, {
      role: 'donor',
      organisations: [funders[0]?.code ?? ''],
    });
    const seen = await versionsOf('/api/v1/programs/MIG-MESO/history', funder);
    expect(JSON.stringify(seen)).not.toMatch(/Zoe|Ana/);
    expect(await versionsOf('/api/v1/programs/MIG/history')).toHaveLength(1);
  });
});
