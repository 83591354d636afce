import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW, seed } from '../support/import.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';

const ONE_MORE = `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value
R1540,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,1000
`;

/** Asked for twice each, so that what is kept is sent too. */
const ENCODINGS = [
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['identity', undefined],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip', 'gzip'],
] as const;

eachEngine('a page that is kept', (engine) => {
  let app: TestApp;
  const people: Record<string, SignedInPerson> = {};

  beforeAll(async () => {
    const database = await engine.open();
    await seed(database.db);
    app = await startApp({ database, env: { ATTEST_PUBLIC: 'on' } });
    const { db } = app.database;
    for (const name of ['Ana Before', 'Bea Behind']) {
      const person = await signIn(db, { role: 'manager' });
      await db.update(accounts).set({ name }).where(eq(accounts.id, person.account));
      people[name] = person;
    }
    people.Canada = await signIn(db, { role: 'donor', organisations: ['canada'] });
  });
  afterAll(() => app.close());

  const ask = async (who: string | null, url: string, encoding?: string) => {
    const cookie = who === null ? undefined : people[who]?.cookie;
    const { statusCode, headers, rawPayload } = await app.asStranger({
      url,
      headers: {
        ...(cookie === undefined ? {} : { cookie }),
        ...(encoding === undefined ? {} : { 'accept-encoding': encoding }),
      },
    });
    expect(statusCode).toBe(200);
    const packed = headers['content-encoding'];
    const bytes =
      packed === 'br'
        ? brotliDecompressSync(rawPayload)
        : packed === 'gzip'
          ? gunzipSync(rawPayload)
          : rawPayload;
    return { headers, size: rawPayload.length, html: bytes.toString() };
  };

  it('is the same however it is compressed, and says how', async () => {
    const plain = await ask('Ana Before', '/');
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.html).toMatch(/^<!doctype html>.*<\/html>$/s);
    for (const [accepted, encoding] of ENCODINGS) {
      const { headers, size, html } = await ask('Ana Before', '/', accepted);
      expect([accepted, headers['content-encoding']]).toEqual([accepted, encoding]);
      expect(html).toBe(plain.html);
      expect(headers.vary).toMatch(/^accept-language, accept-encoding$/);
      expect([headers['content-length'], headers['content-language']]).toEqual([String(size), 'en']);
      expect(headers.etag).toBe(plain.headers.etag);
    }
  });

  it.each(ENCODINGS)('as %s is each reader’s own', async (accepted) => {
    const [ana, bea, canada, stranger] = await Promise.all(
      ['Ana Before', 'Bea Behind', 'Canada', null].map((who) => ask(who, '/', accepted)),
    );
    expect(ana?.html).toContain('Ana Before');
    expect(ana?.html).not.toContain('Bea Behind');
    expect(bea?.html).toContain('Bea Behind');
    expect(bea?.html).not.toContain('Ana Before');
    // A donor learns of no other, and the public of none.
    expect(ana?.html).toContain('Italy');
    for (const other of [canada, stranger]) expect(other?.html).not.toMatch(/Italy|Ana Before|Bea Behind/);
    expect(new Set([ana, bea, canada, stranger].map((page) => page?.headers.etag)).size).toBe(4);
  });

  it('is in the language asked for, in every encoding', async () => {
    for (const [accepted] of ENCODINGS) {
      for (const lang of LANGUAGES) {
        const { html, headers } = await ask('Ana Before', `/?lang=${lang}`, accepted);
        expect(html).toContain(`<html lang="${lang}">`);
        expect(headers['content-language']).toBe(lang);
      }
    }
  });

  it('gives way to the next as soon as a figure is approved', async () => {
    const trained = async () => (await ask('Ana Before', '/', 'br')).html;
    const before = await trained();
    await importCsv(app.database.db, 'results', ONE_MORE, { now: NOW, by: 'ana' });
    const after = await trained();
    expect(after).not.toBe(before);
    expect(await trained()).toBe(after);
  });
});
