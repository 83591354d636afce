import { setTimeout } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { broughtFilePieces } from '../../src/entry/brought-files.table.ts';
import { LargeFileBell } from '../../src/entry/index.ts';
import { LargeFileWork } from '../../src/entry/large/large-file-work.use-case.ts';
import { beginNext } from '../../src/entry/large/large-files.repository.ts';
import { largeFileFaults, largeFiles } from '../../src/entry/large/large-files.table.ts';
import { importKinds } from '../../src/imports.ts';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import { results } from '../../src/results/results.table.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { PagesWorld, type Visit } from './access/pages.fixture.ts';
import { fill, said, upload } from './entry.fixture.ts';

const HEAD = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value';
const COUNTRIES = ['DM', 'GD', 'KN', 'LC', 'VC'];
const DAY_MS = 24 * 3_600_000;
/** A day from 2009 on: the first is 0. */
const day = (index: number) => new Date(Date.UTC(2009, 0, 1) + index * DAY_MS).toISOString().slice(0, 10);
/** Row by row one more, from 1; of five countries each a day of its own. */
const rowAt = (index: number, over: Readonly<Record<string, string>> = {}, since = 0) =>
  Object.values({
    program: 'TOUR',
    indicator: 'officials trained',
    unit: 'people',
    kind: 'actual',
    country_or_region: COUNTRIES[index % 5] ?? '',
    period_start: day(since + Math.floor(index / 5)),
    period_end: day(since + Math.floor(index / 5)),
    value: String(index + 1),
    ...over,
  }).join(',');
const fileOf = (
  count: number,
  over: ReadonlyMap<number, Readonly<Record<string, string>>> = new Map(),
  since = 0,
) =>
  `${[HEAD, ...Array.from({ length: count }, (_, index) => rowAt(index, over.get(index), since))].join('\n')}\n`;

eachEngine('a file that is taken as one thing', (engine) => {
  let world: PagesWorld;
  let officer: Visit;
  let manager: Visit;
  let another: Visit;

  beforeAll(async () => {
    world = await PagesWorld.start({ database: await engine.openSeeded() });
    await world.member('tourism@example.org', { role: 'officer', programs: ['TOUR'] });
    await world.member('manager@example.org', { role: 'manager' });
    await world.member('another@example.org', { role: 'manager' });
    officer = await world.signedIn('tourism@example.org');
    manager = await world.signedIn('manager@example.org');
    another = await world.signedIn('another@example.org');
  });
  afterAll(() => world.app.close());

  const db = () => world.app.database.db;
  const work = () => world.app.nest.get(LargeFileWork, { strict: false });
  const runJobs = () => work().run(new AbortController().signal);
  const bring = (visit: Visit, content: string | Uint8Array, name = 'large.csv') => {
    const { payload, type } = upload({ kind: 'results', decimal: '' }, content, name);
    return visit.send('POST', '/imports', payload, { 'content-type': type });
  };
  const goneTo = (answer: Awaited<ReturnType<typeof bring>>) => {
    expect([answer.statusCode, said(answer)]).toEqual([303, expect.anything()]);
    return String(answer.headers.location).split('?')[0] ?? '';
  };
  /** A file that is taken, and its page. */
  const take = async (visit: Visit, content: string) => {
    const path = goneTo(await bring(visit, content));
    expect(path).toMatch(/^\/large-files\/[0-9a-f-]{36}$/);
    return path;
  };
  const send = async (visit: Visit, html: string, mark: string, typed: Parameters<typeof fill>[2] = {}) => {
    const { action, fields } = fill(html, mark, typed);
    return visit.post(action, fields);
  };
  const press = async (visit: Visit, path: string, what: string) => {
    const { body } = await visit.get(path);
    const version = /name="version" value="(\d+)"/.exec(body)?.[1] ?? '';
    return visit.post(path, { do: what, version });
  };
  const submit = async (path: string) => {
    const { body } = await officer.get(path);
    expect((await send(officer, body, 'submit')).statusCode).toBe(303);
  };
  const total = async (): Promise<number> => {
    const answer = await world.app.nest.inject('/api/v1/totals?indicator=officials-trained');
    return answer.json().total.value;
  };
  const stateOf = async (path: string) => {
    const [found] = await db()
      .select()
      .from(largeFiles)
      .where(eq(largeFiles.id, path.split('/').at(-1) ?? ''));
    return found;
  };
  const elementsOf = (html: string) => html.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length ?? 0;

  it('is told what its columns are, checked, submitted, approved by one of two at once, and taken back', async () => {
    const before = await total();
    // Its header says nothing that we know, and what holds for all of it stands beside it.
    const lines = Array.from({ length: 2_500 }, (_, index) => {
      const on = day(Math.floor(index / 5));
      return `${COUNTRIES[index % 5]};${on};${on};${index + 1}`;
    });
    const brought = goneTo(
      await bring(officer, `Isla;Uno;Otro;Personas\n${lines.join('\n')}\n`, 'islas.csv'),
    );
    expect(brought).toMatch(/^\/imports\/files\//);
    const columns = await officer.get(brought);
    const taken = await send(officer, columns.body, 'columns', {
      'column-0': 'country_or_region',
      'column-1': 'period_start',
      'column-2': 'period_end',
      'column-3': 'value',
      'same-program': 'TOUR',
      'same-indicator': 'officials trained',
      'same-unit': 'people',
      'same-kind': 'actual',
    });
    const path = goneTo(taken);
    expect((await officer.get(brought)).statusCode).toBe(404);

    const waiting = await officer.get(path);
    expect(waiting.headers.refresh).toBe('2');
    expect(said(waiting)).toContain('Waits for its turn');
    expect(said(await officer.get('/desk'))).toContain('Being checked');
    // What is not submitted is its author's alone.
    expect((await manager.get(path)).statusCode).toBe(404);

    await runJobs();
    const checked = await officer.get(path);
    expect(checked.headers.refresh).toBeUndefined();
    expect(said(checked)).toContain('2,500 rows: 2,500 new, 0 changed, 0 unchanged.');
    // 1 + 2 + … + 2 500 = 2 500 × 2 501 / 2, beside the 45 that the programme has.
    expect(said(checked)).toContain('3,126,295, of which 45 approximate');
    expect(elementsOf(checked.body)).toBeLessThanOrEqual(1_500);
    expect(await total()).toBe(before);

    await submit(path);
    expect(await total()).toBe(before);
    expect((await officer.post(`${path}/approve`, { version: '3', digest: 'x' })).statusCode).toBe(404);
    expect(said(await manager.get('/approvals'))).toContain('Results: 2,500 rows (islas.csv)');
    const [one, two] = [await manager.get(path), await another.get(path)];
    expect(said(one)).toContain('Approve the file of 2,500 rows');
    expect(elementsOf(one.body)).toBeLessThanOrEqual(1_500);
    const decided = await Promise.all([
      send(manager, one.body, 'approve'),
      send(another, two.body, 'approve'),
    ]);
    expect(decided.map(({ statusCode }) => statusCode).sort()).toEqual([303, 422]);
    expect(said(await manager.get(path))).toContain('Approved, being written');
    expect(await total()).toBe(before);

    await runJobs();
    await runJobs();
    expect(await total()).toBe(before + 3_126_250);
    const { status, batch, decidedBy, decidedName, sha256 } = (await stateOf(path)) ?? {};
    expect({ status, decidedName }).toEqual({ status: 'approved', decidedName: 'Ana Lima' });
    const [written] = await db()
      .select()
      .from(importBatches)
      .where(eq(importBatches.id, batch ?? 0));
    expect(written).toMatchObject({
      rows: 2_500,
      inserted: 2_500,
      fileName: 'islas.csv',
      importedBy: 'Ana Lima',
      sha256,
    });
    // Whose doing it is stands in the audit, though a job did it.
    const told = await db()
      .select({ action: audit.action, by: audit.actor, details: audit.details })
      .from(audit)
      .where(
        and(eq(audit.subject, `large_files ${path.split('/').at(-1)}`), eq(audit.action, 'approval.given')),
      );
    expect(told).toMatchObject([{ by: decidedBy, details: { after: { status: 'approved', batch } } }]);
    // What was in it is not kept twice.
    expect(await db().select({ file: broughtFilePieces.file }).from(broughtFilePieces)).toEqual([]);
    expect(said(await officer.get(path))).toContain(`as import ${batch}`);

    const imports = await manager.get('/imports');
    expect((await send(manager, imports.body, `undo-${batch}`)).statusCode).toBe(303);
    expect(await total()).toBe(before);
  });

  it('says which of its rows are wrong, up to the last one, and does not go ahead before', async () => {
    const bad = new Map<number, Readonly<Record<string, string>>>([
      ...Array.from({ length: 60 }, (_, at) => [at * 30, { value: 'many' }] as const),
      [7, { country_or_region: 'Atlantis' }] as const,
    ]);
    const path = await take(officer, fileOf(2_100, bad));
    await runJobs();
    const page = await officer.get(path);
    expect(said(page)).toContain('Of 2,100 rows, 61 are wrong and 0 look like figures that are there.');
    expect(elementsOf(page.body)).toBeLessThanOrEqual(1_500);
    expect(() => fill(page.body, 'submit')).toThrow('no form');
    const refused = await press(officer, path, 'submit');
    expect([refused.statusCode, (await stateOf(path))?.status]).toEqual([422, 'checked']);
    const rows = (await officer.get(`${path}/faults.csv`)).body.trim().split('\r\n');
    // The head, and each of them; row 7 of the data is line 9 of the file.
    expect(rows).toHaveLength(62);
    expect(rows[1]).toMatch(/^TOUR,.*,many,"?Line 2: .*many/);
    expect(rows.filter((row) => /Line 9: .*Atlantis/.test(row))).toHaveLength(1);
    const whole = await officer.get(`${path}/content`);
    expect(whole.rawPayload.toString()).toBe(fileOf(2_100, bad));
    expect(whole.headers).toMatchObject({
      'content-type': 'application/octet-stream',
      'content-disposition': expect.stringMatching(/^attachment; filename="large.csv"/),
    });
    expect((await manager.get(`${path}/faults.csv`)).statusCode).toBe(404);
    expect((await manager.get(`${path}/content`)).statusCode).toBe(404);
    expect((await press(officer, path, 'discard')).headers.location).toBe('/desk?done=discarded');
    expect(await db().select({ line: largeFileFaults.line }).from(largeFileFaults)).toEqual([]);
  });

  it('is also one of few rows that are long, whatever its columns are called', async () => {
    const long = (head: string) => {
      const lines = Array.from({ length: 1_500 }, (_, index) => `${rowAt(index)},${'x'.repeat(3_000)}`);
      return `${head}\n${lines.join('\n')}\n`;
    };
    const path = await take(officer, long(`${HEAD},note`));
    await runJobs();
    expect((await stateOf(path))?.outcome).toMatchObject({ rows: 1_500, wrong: 0 });
    await press(officer, path, 'discard');
    const asked = goneTo(await bring(officer, long(`${HEAD},Notizen von Hand`)));
    const columns = await officer.get(asked);
    const named = goneTo(await send(officer, columns.body, 'columns', { 'column-8': 'note' }));
    expect(named).toBe(asked.replace('/imports/files/', '/large-files/'));
    await runJobs();
    expect((await stateOf(named))?.outcome).toMatchObject({ rows: 1_500, wrong: 0 });
    await press(officer, named, 'discard');
    expect(await db().select({ file: broughtFilePieces.file }).from(broughtFilePieces)).toEqual([]);
  });

  it('is answered for all at once, or line by line by a file of answers', async () => {
    const before = await total();
    const there = ['DM', 'GD', 'KN'].map((country, index) =>
      rowAt(index, {
        country_or_region: country,
        period_start: '2017-05',
        period_end: '2017-05',
        value: '100',
      }),
    );
    const { batch } = await importCsv(db(), 'results', `${[HEAD, ...there].join('\n')}\n`);
    expect(await total()).toBe(before + 300);
    const twins = new Map(
      [2_097, 2_098, 2_099].map((index, at) => [
        index,
        {
          country_or_region: ['DM', 'GD', 'KN'][at] ?? '',
          period_start: '2017-05',
          period_end: '2017-05',
          value: String(101 + at),
        },
      ]),
    );
    const path = await take(officer, fileOf(2_100, twins, 1_000));
    await runJobs();
    expect(said(await officer.get(path))).toContain('0 are wrong and 3 look like figures that are there.');
    // Of all at once: they correct what is there.
    const asked = await officer.get(path);
    expect((await answer(asked.body, { twins: 'same' }, '')).statusCode).toBe(303);
    await runJobs();
    expect(said(await officer.get(path))).toContain('2,100 rows: 2,097 new, 3 changed, 0 unchanged.');
    // One by one, which holds before what was said of all: the last line of the file is another figure.
    expect((await press(officer, path, 'check')).statusCode).toBe(303);
    await db().update(largeFiles).set({ twins: null }).where(eq(largeFiles.status, 'checking'));
    await runJobs();
    const again = await officer.get(path);
    const wrong = await answer(again.body, {}, 'line,answer,ref\n2099,perhaps,\n');
    expect([wrong.statusCode, said(wrong)]).toEqual([422, expect.stringContaining('line,answer,ref')]);
    const lines = 'line,answer,ref\n2099,same,\n2100,same,\n2101,another,\n';
    expect((await answer(again.body, {}, lines)).statusCode).toBe(303);
    await runJobs();
    expect(said(await officer.get(path))).toContain('2,100 rows: 2,098 new, 2 changed, 0 unchanged.');
    await submit(path);
    await send(manager, (await manager.get(path)).body, 'approve');
    await runJobs();
    // 1 + 2 + … + 2 097 is 2 199 753; two hundreds became 101 and 102, and 103 count beside the third.
    expect(await total()).toBe(before + 300 + 2_199_753 + 1 + 2 + 103);
    const [last] = await db()
      .select({ batch: sql<number>`max(${largeFiles.batch})` })
      .from(largeFiles);
    for (const each of [Number(last?.batch), batch]) {
      expect((await manager.post(`/imports/${each}/undo`, {})).statusCode).toBe(303);
    }
    expect(await total()).toBe(before);

    async function answer(html: string, fields: Readonly<Record<string, string>>, file: string) {
      const { action, fields: filled } = fill(html, 'twins', fields);
      const plain = { version: String(filled.version), twins: String(filled.twins) };
      const { payload, type } = upload(plain, file, 'answers.csv');
      return officer.send('POST', action, payload, { 'content-type': type });
    }
  });

  it('holds only rows of its author’s programmes, and is told nothing of the others', async () => {
    const other = { program: 'NET-POL', indicator: 'no such thing', value: 'many' };
    const path = await take(
      officer,
      fileOf(
        2_050,
        new Map<number, Readonly<Record<string, string>>>([
          [4, other],
          [5, { program: 'NOBODY' }],
        ]),
      ),
    );
    await runJobs();
    const page = await officer.get(path);
    expect(said(page)).toContain('Of 2,050 rows, 2 are wrong');
    expect(said(page).match(/The row is about a programme that is not in the mandate/g)).toHaveLength(2);
    // What else is wrong with it, and with its indicator, is not said.
    expect(said(page)).not.toMatch(/not a number|no such thing.*not known/);
    await press(officer, path, 'discard');
    // Nor by the ref of a figure of somebody else's.
    const [foreign] = await db()
      .select({ id: results.id })
      .from(results)
      .where(eq(results.program, 'NET-POL'));
    const lines = fileOf(2_050)
      .trim()
      .split('\n')
      .map((line, at) => `${line},${at === 0 ? 'ref' : at === 3 ? foreign?.id : ''}`);
    const referring = await take(officer, lines.join('\n'));
    await runJobs();
    expect(said(await officer.get(referring))).toContain('Of 2,050 rows, 1 is wrong');
    await press(officer, referring, 'discard');
  });

  it('is given back with words, and approved by nobody whose it is, not even by a statement', async () => {
    const own = await take(manager, fileOf(2_001));
    await runJobs();
    await send(manager, (await manager.get(own)).body, 'submit');
    const { version, outcome, author } = (await stateOf(own)) ?? {};
    const forged = await manager.post(`${own}/approve`, {
      version: String(version),
      digest: outcome?.digest ?? '',
    });
    expect([forged.statusCode, said(forged)]).toEqual([
      422,
      expect.stringContaining('somebody else has to decide'),
    ]);
    await expect(
      db()
        .update(largeFiles)
        .set({ status: 'approving', decidedAt: new Date(), decidedBy: author, decidedName: 'x' })
        .where(eq(largeFiles.id, own.split('/').at(-1) ?? '')),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('large_files_decided_by_another') },
    });
    const page = await another.get(own);
    expect((await send(another, page.body, 'return', { comment: ' ' })).statusCode).toBe(400);
    expect(
      (await send(another, page.body, 'return', { comment: 'Not these islands.' })).headers.location,
    ).toBe('/approvals?done=returned');
    expect(said(await manager.get(own))).toContain('Returned by Ana Lima: Not these islands.');
    // Checked once more it is its author's, until they submit it again.
    await press(manager, own, 'check');
    await runJobs();
    expect(await stateOf(own)).toMatchObject({ status: 'checked', submittedAt: null });
    expect((await another.get(own)).statusCode).toBe(404);
    expect((await send(manager, (await manager.get(own)).body, 'submit')).statusCode).toBe(303);
    expect((await another.get(own)).statusCode).toBe(200);
    await press(manager, own, 'take-back');
    expect((await press(manager, own, 'discard')).statusCode).toBe(303);
    await expect(
      db().update(largeFiles).set({ status: 'checking' }).where(eq(largeFiles.status, 'discarded')),
    ).rejects.toMatchObject({ cause: { message: expect.stringContaining('is not changed') } });
  });

  it('is looked at once more, and not approved, where what it comes to has moved', async () => {
    const before = await total();
    const path = await take(officer, fileOf(2_100, new Map(), 1_500));
    await runJobs();
    await submit(path);
    const page = await manager.get(path);
    expect((await send(manager, page.body, 'approve')).statusCode).toBe(303);
    // Meanwhile the first of its rows comes in by another way.
    const first = await importCsv(db(), 'results', `${[HEAD, rowAt(0, {}, 1_500)].join('\n')}\n`);
    await runJobs();
    const again = await manager.get(path);
    expect(said(again)).toContain('had moved since it was looked at');
    expect(said(again)).toContain('2,100 rows: 2,099 new, 0 changed, 1 unchanged.');
    expect(await stateOf(path)).toMatchObject({ status: 'submitted', note: 'moved', decidedBy: null });
    expect(await total()).toBe(before + 1);
    // What was seen then approves nothing now.
    expect((await send(manager, page.body, 'approve')).statusCode).toBe(422);
    expect((await send(manager, again.body, 'approve')).statusCode).toBe(303);
    await runJobs();
    // 1 + 2 + … + 2 100.
    expect(await total()).toBe(before + 2_206_050);
    const batch = (await stateOf(path))?.batch;
    for (const each of [batch, first.batch])
      expect((await manager.post(`/imports/${each}/undo`, {})).statusCode).toBe(303);
    expect(await total()).toBe(before);
  });

  it('is its author’s again, and says so, where its job broke off again and again', async () => {
    const path = await take(officer, fileOf(2_001));
    await db().update(largeFiles).set({ attempts: 3 }).where(eq(largeFiles.status, 'checking'));
    await runJobs();
    const page = await officer.get(path);
    expect(said(page)).toContain('The job broke off several times, and nothing was written.');
    expect(() => fill(page.body, 'submit')).toThrow('no form');
    expect((await press(officer, path, 'submit')).statusCode).toBe(422);
    await press(officer, path, 'check');
    await runJobs();
    expect(await stateOf(path)).toMatchObject({ status: 'checked', note: null, attempts: 0 });
    // So it is with one that is to be written: whoever approves decides again.
    await submit(path);
    await send(manager, (await manager.get(path)).body, 'approve');
    await db().update(largeFiles).set({ attempts: 3 }).where(eq(largeFiles.status, 'approving'));
    await runJobs();
    expect(await stateOf(path)).toMatchObject({ status: 'submitted', note: 'failed', decidedBy: null });
    await press(officer, path, 'take-back');
    expect((await press(officer, path, 'discard')).statusCode).toBe(303);
  });

  it('leaves nothing where its job breaks off, and is done again once', async () => {
    const before = await total();
    const path = await take(officer, fileOf(2_100, new Map(), 2_000));
    // A process that began with it and was killed.
    expect((await beginNext(db()))?.attempts).toBe(1);
    await runJobs();
    await submit(path);
    await send(manager, (await manager.get(path)).body, 'approve');
    // Killed while it writes: all rows are there, and the transaction does not end.
    const kind = importKinds.find(({ name }) => name === 'results');
    const plan = kind?.plan;
    if (kind === undefined || plan === undefined) throw new Error('There is no such kind.');
    Object.assign(kind, {
      plan: async (...given: Parameters<typeof plan>) => {
        const planned = await plan.apply(kind, given);
        const write = async (batch: number) => {
          await planned.write(batch);
          throw new Error('killed');
        };
        return { ...planned, write };
      },
    });
    try {
      await expect(runJobs()).rejects.toThrow('killed');
    } finally {
      Object.assign(kind, { plan });
    }
    expect(await stateOf(path)).toMatchObject({ status: 'approving', attempts: 1, batch: null });
    expect(await total()).toBe(before);
    // The bell of the next process finds it, and its queue does it.
    await world.app.nest.get(LargeFileBell, { strict: false }).start();
    for (let tries = 0; tries < 300 && (await stateOf(path))?.status !== 'approved'; tries += 1)
      await setTimeout(100);
    expect(await total()).toBe(before + 2_206_050);
    const batch = (await stateOf(path))?.batch;
    expect((await manager.post(`/imports/${batch}/undo`, {})).statusCode).toBe(303);
    // Whoever brings one now need not call for the job: the queue is told.
    const next = await take(officer, fileOf(2_001));
    for (let tries = 0; tries < 300 && (await stateOf(next))?.status !== 'checked'; tries += 1)
      await setTimeout(100);
    expect((await stateOf(next))?.outcome).toMatchObject({ rows: 2_001, wrong: 0 });
    await press(officer, next, 'discard');
  });
});

eachEngine('how many files are taken as one thing', (engine) => {
  it('is few of one person, and few that wait, and said so', async () => {
    const world = await PagesWorld.start({ database: await engine.openSeeded() });
    const { db } = world.app.database;
    const ids = await Promise.all(
      ['one', 'two'].map((name) => world.member(`${name}@example.org`, { role: 'manager' })),
    );
    const visit = await world.signedIn('one@example.org');
    const bring = () => {
      const { payload, type } = upload({ kind: 'results', decimal: '' }, fileOf(2_001), 'large.csv');
      return visit.send('POST', '/imports', payload, { 'content-type': type });
    };
    const now = new Date('2017-07-01T12:00:00Z');
    const waiting = (author: string, count: number) =>
      db.insert(largeFiles).values(
        Array.from({ length: count }, () => ({
          author,
          authorName: 'Ana Lima',
          kind: 'results' as const,
          fileName: 'x.csv',
          sha256: '',
          status: 'checking' as const,
          broughtAt: now,
          changedAt: now,
        })),
      );
    await waiting(ids[0] ?? '', 5);
    const one = await bring();
    expect([one.statusCode, one.headers['retry-after'], said(one)]).toEqual([
      429,
      '3600',
      expect.stringContaining('5 large files of yours are not decided yet'),
    ]);
    await db.delete(largeFiles);
    await waiting(ids[1] ?? '', 20);
    const all = await bring();
    expect([all.statusCode, all.headers['retry-after'], said(all)]).toEqual([
      503,
      '120',
      expect.stringContaining('Many large files wait'),
    ]);
    expect(await db.select({ file: broughtFilePieces.file }).from(broughtFilePieces)).toEqual([]);
    await world.app.close();
  });
});
