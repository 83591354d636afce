import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { LargeFileWork } from '../../src/entry/large/large-file-work.use-case.ts';
import { largeFiles } from '../../src/entry/large/large-files.table.ts';
import { eachEngine } from '../support/database.ts';
import { upload } from './entry.fixture.ts';
import { OFFICIALS, outcome, type Program, WritingWorld } from './writing-api.fixture.ts';

const HEAD = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value\n';
const row = (day: number, value: string, program = 'TOUR') =>
  `${program},officials trained,people,actual,DM,2012-01-0${day},2012-01-0${day},${value}\n`;

eachEngine('large files that programs bring', (engine) => {
  let world: WritingWorld;
  let maker: Awaited<ReturnType<WritingWorld['person']>>;
  let officer: Program;
  /** Of the same person as the officer's. */
  let same: Program;
  let manager: Program;

  beforeAll(async () => {
    world = await WritingWorld.start({ database: await engine.openSeeded() });
    maker = await world.person({ role: 'administrator' });
    const other = await world.person({ role: 'administrator' });
    officer = await world.program({ role: 'officer', programs: ['TOUR'] }, maker.account, {
      name: 'register',
    });
    same = await world.program({ role: 'manager' }, maker.account);
    manager = await world.program({ role: 'manager' }, other.account, { name: 'clearing house' });
  });
  afterAll(() => world.app.close());

  const runJobs = () =>
    world.app.nest.get(LargeFileWork, { strict: false }).run(new AbortController().signal);
  const bring = async (content: string, key: string = randomUUID(), name = 'register.csv') => {
    const { payload, type } = upload({ kind: 'results', decimal: 'point' }, content, name);
    const answer = await world.app.asStranger({
      method: 'POST',
      url: '/api/v1/large-files',
      headers: {
        authorization: `Bearer ${officer.token}`,
        'idempotency-key': key,
        'content-type': type,
      },
      payload,
    });
    const { statusCode: status, body: text, headers } = answer;
    return { status, text, body: answer.json(), headers };
  };
  const read = async (id: string, program = officer) => program.send('GET', `/large-files/${id}`);
  const act = async (program: Program, id: string, what: string, version: number, body = {}) =>
    program.send('POST', `/large-files/${id}/${what}`, body, { version });

  it('are checked by a job, submitted, approved by another hand, and taken back', async () => {
    const key = randomUUID();
    const content = HEAD + row(1, '1') + row(2, '2') + row(3, '3');
    const brought = await bring(content, key);
    const { id } = brought.body;
    expect([outcome(brought), brought.headers.location, brought.headers.etag]).toEqual([
      '201',
      `/api/v1/large-files/${id}`,
      '"1"',
    ]);
    expect(brought.body).toMatchObject({
      state: 'checking',
      fileName: 'register.csv',
      own: true,
      check: null,
    });
    const again = await bring(content, key);
    expect([again.body.id, again.headers['idempotent-replayed']]).toEqual([id, 'true']);
    expect((await world.db.select().from(largeFiles)).length).toBe(1);
    expect(outcome(await read(id, manager))).toBe('404 ENTRY.UNKNOWN');
    expect(outcome(await read(id, same))).toBe('404 ENTRY.UNKNOWN');

    await runJobs();
    const checked = await read(id);
    expect(checked.body).toMatchObject({
      state: 'checked',
      check: { rows: 3, wrong: 0, asked: 0, inserted: 3, updated: 0, unchanged: 0 },
    });
    const { version } = checked.body;
    expect(outcome(await act(officer, id, 'submit', version - 1))).toBe('409 ENTRY.CHANGED_MEANWHILE');
    const submitted = await act(officer, id, 'submit', version);
    expect([outcome(submitted), submitted.body.state]).toEqual(['200', 'submitted']);

    const waiting = (await manager.send('GET', '/large-files')).body.rows;
    expect(waiting).toMatchObject([{ id, own: false, state: 'submitted', broughtBy: 'register' }]);
    const { digest } = waiting[0].check;
    const seen = waiting[0].version;
    expect(outcome(await act(officer, id, 'approve', seen, { digest }))).toBe('404 REQUEST.NOT_FOUND');
    expect(outcome(await act(same, id, 'approve', seen, { digest }))).toBe('422 APPROVAL.OWN');
    expect(outcome(await act(manager, id, 'approve', seen, { digest: 'x' }))).toBe(
      '409 ENTRY.CHANGED_MEANWHILE',
    );
    // And not by the database's own hand.
    await expect(
      world.db.execute(sql`UPDATE large_files SET status = 'approving', decided_at = now(), decided_name = 'x',
        decided_by = author WHERE id = ${id}`),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('large_files_decided_by_another') },
    });
    const approving = await act(manager, id, 'approve', seen, { digest });
    expect([outcome(approving), approving.body.state]).toEqual(['200', 'approving']);
    await runJobs();
    const approved = (await read(id)).body;
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'clearing house' });
    // 1 + 2 + 3.
    expect(await world.total()).toBe(OFFICIALS + 6);
    const told = await world.db
      .select({ kind: audit.actorKind, name: audit.actorName })
      .from(audit)
      .where(eq(audit.subject, `large_files ${id}`))
      .orderBy(audit.id);
    expect(told[0]).toEqual({ kind: 'token', name: 'register' });
    expect(told.at(-1)).toEqual({ kind: 'token', name: 'clearing house' });
    expect(outcome(await manager.send('POST', `/imports/${approved.import}/undo`))).toBe('200');
    expect(await world.total()).toBe(OFFICIALS);
  });

  it('say what stands in the way line by line, and are answered for', async () => {
    const { id } = (await bring(HEAD + row(4, '4') + row(5, 'many') + row(6, '6', 'NET-POL'))).body;
    await runJobs();
    const { body } = await read(id);
    expect(body).toMatchObject({ state: 'checked', check: { rows: 3, wrong: 2 } });
    const faults = (await officer.send('GET', `/large-files/${id}/faults?limit=1`)).body;
    expect(faults).toMatchObject({ errors: [{ row: 3, column: 'value' }], after: 3 });
    const rest = (await officer.send('GET', `/large-files/${id}/faults?after=3`)).body;
    // Of a row of another's programme nothing more is told.
    expect(rest).toMatchObject({ errors: [{ row: 4, code: 'ENTRY.NOT_YOURS' }], after: null });
    expect(outcome(await act(officer, id, 'submit', body.version))).toBe('422 ENTRY.FAULTS');
    const discarded = await act(officer, id, 'discard', body.version);
    expect([outcome(discarded), discarded.body.state]).toEqual(['200', 'discarded']);

    // It looks like the 45 of the reference portfolio: asked about, and answered.
    const like = 'TOUR-AG,officials trained,people,actual,AG,2017-05,2017-05,12\n';
    const asked = (await bring(HEAD + like)).body;
    await runJobs();
    const found = (await read(asked.id)).body;
    expect(found.check).toMatchObject({ wrong: 0, asked: 1 });
    const answered = await act(officer, asked.id, 'answers', found.version, { all: 'another' });
    expect([outcome(answered), answered.body.state]).toEqual(['200', 'checking']);
    await runJobs();
    const sound = (await read(asked.id)).body;
    expect(sound.check).toMatchObject({ asked: 0, inserted: 1 });
    await act(officer, asked.id, 'submit', sound.version);
    const back = await act(manager, asked.id, 'return', sound.version + 1, {
      comment: 'Of which year?',
    });
    expect([outcome(back), back.body.comment]).toEqual(['200', 'Of which year?']);
    // Its person sees it on the page, and may take it away.
    const page = await world.app.asStranger({
      url: `/large-files/${asked.id}?lang=en`,
      headers: { cookie: maker.cookie },
    });
    expect([page.statusCode, page.body.includes('Of which year?')]).toEqual([200, true]);
  });

  it('are refused where they cannot be read, and nothing is kept', async () => {
    const count = async () => (await world.db.select().from(largeFiles)).length;
    const before = await count();
    expect(outcome(await bring('a,b\n1,2\n'))).toBe('422 ENTRY.FAULTS');
    expect(outcome(await bring(''))).toBe('422 ENTRY.FAULTS');
    expect(outcome(await officer.send('POST', '/large-files', { kind: 'results', file: 'x' }))).toBe(
      '400 REQUEST.INVALID',
    );
    expect(outcome(await officer.send('GET', '/large-files/none'))).toBe('404 ENTRY.UNKNOWN');
    expect(await count()).toBe(before);
  });
});
