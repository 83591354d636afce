import { gzipSync } from 'node:zlib';
import { fillByInserts } from '../../bench/generated.ts';
import { ENTRY_KINDS } from '../../src/core/entry/submission.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { OPENERS } from '../support/engines.ts';
import { signIn } from '../support/people.ts';

/** As of pages of figures (weight.spec.ts). */
const MOST_BYTES = 60_000;
const MOST_ELEMENTS = 1_500;

const NOW = new Date('2017-07-01T12:00:00Z');

describe('pages of those who enter and approve stay pages', () => {
  let app: TestApp;
  let headers: Readonly<Record<string, string>>;
  let author: string;
  beforeAll(async () => {
    const database = await OPENERS.embedded.clone();
    await database.db.transaction((tx) => fillByInserts(tx, 3_000));
    app = await startApp({ database });
    const manager = await signIn(database.db, { role: 'manager' });
    headers = { cookie: manager.cookie };
    author = manager.account;
  });
  afterAll(() => app.close());

  const weigh = async (url: string) => {
    const { statusCode, body } = await app.asStranger({ url, headers });
    expect([url, statusCode]).toEqual([url, 200]);
    const elements = body.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length ?? 0;
    return elements > MOST_ELEMENTS || gzipSync(body).length > MOST_BYTES
      ? [`${url}: ${gzipSync(body).length} bytes, ${elements} elements`]
      : [];
  };

  it('where there are many programmes, organisations and words', async () => {
    const found = await Promise.all(ENTRY_KINDS.map((kind) => weigh(`/entry/${kind}`)));
    expect(found.flat()).toEqual([]);
  });

  it('where a file has as many rows as one may have, and all are wrong', async () => {
    const together = '00000000-0000-4000-8000-000000000001';
    const rows = Array.from({ length: 2_000 }, (_, index) => ({
      kind: 'results' as const,
      cells: { program: 'x', indicator: 'y', kind: 'guess', value: 'many', period_end: '2017-13' },
      author,
      authorName: 'A manager',
      origin: 'file' as const,
      together,
      place: index + 2,
      status: 'draft' as const,
      createdAt: NOW,
      changedAt: NOW,
    }));
    await app.database.db.insert(submissions).values(rows);
    const urls = [`/sheets/${together}`, `/sheets/${together}?page=34`, '/desk', '/imports', '/approvals'];
    expect((await Promise.all(urls.map(weigh))).flat()).toEqual([]);
  });

  it('where a thousand rows wait, together and one by one', async () => {
    const { account } = await signIn(app.database.db, { role: 'officer' });
    const together = '00000000-0000-4000-8000-000000000002';
    const rows = Array.from({ length: 1_000 }, (_, index) => ({
      kind: 'organisations' as const,
      cells: { name: `Organisation ${index}`, kind: 'firm' },
      author: account,
      authorName: 'An officer',
      origin: 'page' as const,
      together: index < 900 ? together : `00000000-0000-4000-8000-000000001${String(index)}`,
      place: index + 1,
      status: 'submitted' as const,
      createdAt: NOW,
      changedAt: NOW,
      submittedAt: NOW,
    }));
    await app.database.db.insert(submissions).values(rows);
    const shown = await weigh('/approvals');
    const { body } = await app.asStranger({ url: '/approvals', headers });
    const groups = [...body.matchAll(/name="group" value="([^"]+)"/g)].map(([, group = '']) => group);
    expect(groups).toHaveLength(50);
    const looked = await app.asStranger({
      method: 'POST',
      url: '/approvals/review',
      headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: groups.map((group) => `group=${group}`).join('&'),
    });
    expect(looked.statusCode).toBe(200);
    const elements = looked.body.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length ?? 0;
    expect(elements).toBeLessThanOrEqual(MOST_ELEMENTS);
    expect(shown).toEqual([]);
  });
});
