import { eq } from 'drizzle-orm';
import fc from 'fast-check';
import { Limiter } from '../../src/access/index.ts';
import { FILE_TYPES } from '../../src/entry/evidence/known-file.ts';
import { storedFiles } from '../../src/platform/stored-files/stored-files.table.ts';
import { evidencePieces } from '../../src/results/evidence-pieces.table.ts';
import { results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { hostileFile } from '../support/hostile-files.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** Files whose content is hostile come to nothing; those whose name alone is come out under another one. */
eachEngine('hostile files by the thousand, attached by somebody who may attach', (engine) => {
  let app: TestApp;
  let cookie: string;
  let account: string;
  let figures: readonly string[];

  beforeAll(async () => {
    app = await startReferenceApp(engine);
    ({ cookie, account } = await signIn(app.database.db, { role: 'manager' }));
    const rows = await app.database.db
      .select({ id: results.id })
      .from(results)
      .where(eq(results.status, 'approved'));
    figures = rows.map(({ id }) => id);
  });
  afterAll(() => app.close());

  const BOUNDARY = 'a-boundary-of-the-test';
  const attach = async (figure: string, name: string, content: Uint8Array) => {
    // However many there are: what holds one person back is not what refuses a file.
    await app.nest.get(Limiter).forget(`evidence account:${account}`);
    const head = [
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="kind"\r\n\r\nfile\r\n`,
      // As a browser writes it: what would end the name is escaped.
      `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${name.replace(/["\r\n]/g, encodeURIComponent)}"\r\n`,
      'Content-Type: text/html\r\n\r\n',
    ].join('');
    const answer = await app.asStranger({
      method: 'POST',
      url: `/results/${figure}/evidence`,
      headers: { cookie, 'content-type': `multipart/form-data; boundary=${BOUNDARY}` },
      payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)]),
    });
    return answer.statusCode;
  };

  const dashboard = async () => {
    expect((await app.asStranger({ url: '/', headers: { cookie } })).statusCode).toBe(200);
  };

  it('are refused or harmless, and the service goes on', async () => {
    await dashboard();
    const files = fc.sample(hostileFile, { numRuns: engine.some(1_000), seed: 28 });
    const wrong: unknown[] = [];
    for (const [at, { what, name, content, isSound }] of files.entries()) {
      const status = await attach(figures[at % figures.length] ?? '', name, content);
      // A sound one may be there already (422), or have a name that no form can hold (400).
      const expected = isSound ? [303, 422, 400] : [422, 400];
      if (!expected.includes(status)) wrong.push([what, name, status]);
    }
    expect(wrong).toEqual([]);

    const kept = await app.database.db.select().from(evidencePieces);
    expect(kept.length).toBeGreaterThan(engine.some(50));
    const types: readonly string[] = Object.values(FILE_TYPES);
    for (const { mediaType } of await app.database.db.select().from(storedFiles))
      expect(types).toContain(mediaType);
    const names = new Set(kept.map(({ fileName }) => fileName ?? ''));
    for (const name of names) {
      expect(name).toMatch(/^[^/\\"<>:|?*\p{Cc}\p{Cf}]+\.(pdf|png|jpg|webp|docx|xlsx|odt|ods|csv|txt)$/u);
    }
    // Each name is given out once, as a file to be stored and nothing else.
    for (const name of names) {
      const piece = kept.find(({ fileName }) => fileName === name);
      const { statusCode, headers } = await app.asStranger({
        url: `/evidence/${piece?.id}`,
        headers: { cookie },
      });
      expect([name, statusCode]).toEqual([name, 200]);
      expect(headers['content-disposition']).toMatch(
        /^attachment; filename="[\w .()-]+"; filename\*=UTF-8''[\w.!#$&+^`|~%-]+$/,
      );
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['content-security-policy']).toBe("sandbox; default-src 'none'");
      expect(headers['set-cookie']).toBeUndefined();
      expect(types).toContain(String(headers['content-type']).split(';')[0]);
    }
    await dashboard();
  });
});
