import { eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { eachEngine } from '../support/database.ts';
import {
  approve,
  enter,
  idOf,
  MAY,
  OFFICIALS,
  outcome,
  type Program,
  WritingWorld,
} from './writing-api.fixture.ts';

eachEngine('programs that write', (engine) => {
  let world: WritingWorld;
  let maker: Awaited<ReturnType<WritingWorld['person']>>;
  let other: Awaited<ReturnType<WritingWorld['person']>>;
  let officer: Program;
  let manager: Program;

  beforeEach(async () => {
    world = await WritingWorld.start({ database: await engine.openSeeded() });
    maker = await world.person({ role: 'administrator' });
    other = await world.person({ role: 'administrator' });
    officer = await world.program({ role: 'officer', programs: ['TOUR'] }, maker.account, {
      name: 'register',
    });
    manager = await world.program({ role: 'manager' }, other.account, { name: 'clearing house' });
  });
  afterEach(() => world.app.close());

  it('enter, and what another approves counts', async () => {
    const entered = await enter(officer);
    expect([outcome(entered), entered.headers.location, entered.headers['cache-control']]).toEqual([
      '201',
      `/api/v1/submissions/${idOf(entered)}`,
      'no-store',
    ]);
    expect(entered.body).toMatchObject({ count: 1, submissions: [{ row: 1, state: 'submitted' }] });
    expect(await world.total()).toBe(OFFICIALS);

    const waiting = await manager.send('GET', '/approvals');
    expect(waiting.body).toMatchObject({
      count: 1,
      rows: [
        { id: idOf(entered), enteredBy: 'register', own: false, origin: 'api', cells: MAY, program: 'TOUR' },
      ],
      nextCursor: null,
    });
    const preview = await manager.send('POST', '/approvals/preview', { ids: [idOf(entered)] });
    expect(preview.body).toMatchObject({
      approvable: true,
      items: [
        { before: null, after: { value: '12', program: 'TOUR', period_end: '2017-05-31' }, errors: [] },
      ],
      // TOUR with its activities: 45 of Antigua and Barbuda, and the 12.
      moves: [{ of: 'actual', what: 'officials-trained', before: { value: 45 }, after: { value: 57 } }],
    });
    expect(await world.total()).toBe(OFFICIALS);
    const { digest } = preview.body;
    const approved = await manager.send('POST', '/approvals', { ids: [idOf(entered)], digest });
    expect([outcome(approved), approved.body.approved, approved.body.imports.length]).toEqual(['200', 1, 1]);
    expect(await world.total()).toBe(OFFICIALS + 12);

    const mine = await officer.send('GET', '/submissions?state=approved');
    expect(mine.body.rows).toMatchObject([
      { id: idOf(entered), state: 'approved', decidedBy: 'clearing house', import: approved.body.imports[0] },
    ]);
    const [imported] = (await manager.send('GET', '/imports')).body.rows;
    expect(imported).toMatchObject({ origin: 'api', importedBy: 'register', inserted: 1, undoneAt: null });
    const undone = await manager.send('POST', `/imports/${imported.import}/undo`, {
      reason: 'Another month.',
    });
    expect(undone.body).toEqual({ import: imported.import, undone: true });
    expect(await world.total()).toBe(OFFICIALS);
    expect((await manager.send('GET', '/imports')).body.rows[0]).toMatchObject({
      undoneBy: 'clearing house',
      undoneBecause: 'Another month.',
    });
    expect(outcome(await manager.send('POST', `/imports/${imported.import}/undo`))).toBe('422 UNDO.ALREADY');
    expect(outcome(await manager.send('POST', '/imports/none/undo'))).toBe('404 UNDO.UNKNOWN');
  });

  it('enter what no hand of the same person approves, by no path', async () => {
    const entered = await enter(officer);
    const id = idOf(entered);
    const same = await world.program({ role: 'manager' }, maker.account);
    expect(outcome(await same.send('POST', '/approvals/preview', { ids: [id] }))).toBe('422 APPROVAL.OWN');
    expect(outcome(await same.send('POST', '/approvals', { ids: [id], digest: 'x' }))).toBe(
      '422 APPROVAL.OWN',
    );
    const returned = await same.send('POST', `/submissions/${id}/return`, { comment: 'No.' }, { version: 2 });
    expect(outcome(returned)).toBe('422 APPROVAL.OWN');
    expect((await same.send('GET', '/approvals')).body.rows).toMatchObject([{ id, own: true }]);

    const page = { method: 'POST' as const, headers: { cookie: maker.cookie } };
    for (const url of ['/approvals/approve', '/approvals/return']) {
      const form = new URLSearchParams({ id, digest: 'x', comment: 'No.' }).toString();
      const headers = { ...page.headers, 'content-type': 'application/x-www-form-urlencoded' };
      const answer = await world.app.asStranger({ ...page, url, headers, payload: form });
      expect([url, answer.statusCode]).toEqual([url, 422]);
      expect(answer.body).toContain('somebody else has to decide on that');
    }
    // And not by the database's own hand.
    await expect(
      world.db.execute(sql`UPDATE submissions SET status = 'approved', decided_by = ${maker.account}, decided_name = 'x',
        decided_at = now(), batch = (SELECT min(id) FROM import_batches) WHERE id = ${id}`),
    ).rejects.toMatchObject({
      cause: { message: expect.stringContaining('submissions_decided_by_another') },
    });
    await expect(
      world.db.execute(sql`UPDATE api_tokens SET created_by = ${other.account} WHERE name = 'register'`),
    ).rejects.toMatchObject({ cause: { message: 'a token stays whose and for what it was made' } });
    // A person has entered it, and a program of the same person approves it as little.
    const form = new URLSearchParams(
      Object.entries(MAY).map(([name, value]) => [`cell-${name}`, value]),
    ).toString();
    const typed = await world.app.asStranger({
      ...page,
      url: '/entry/results',
      headers: { ...page.headers, 'content-type': 'application/x-www-form-urlencoded' },
      payload: form,
    });
    expect(typed.statusCode).toBe(303);
    const [own] = await world.db
      .select({ id: submissions.id })
      .from(submissions)
      .where(eq(submissions.origin, 'page'));
    expect(outcome(await approve(same, [own?.id ?? '']))).toBe('422 APPROVAL.OWN');
    expect(await world.total()).toBe(OFFICIALS);
    expect(outcome(await approve(manager, [id]))).toBe('200');
  });

  it('of the command line are one hand, and a person approves for them', async () => {
    const [one, two] = [
      await world.program({ role: 'manager' }, null),
      await world.program({ role: 'manager' }, null),
    ];
    const entered = await enter(one);
    expect(outcome(await approve(two, [idOf(entered)]))).toBe('422 APPROVAL.OWN');
    expect(outcome(await approve(manager, [idOf(entered)]))).toBe('200');
    // And what a person's program entered they may approve.
    const second = await enter(officer, { period_start: '2017-04', period_end: '2017-04' });
    expect(outcome(await approve(two, [idOf(second)]))).toBe('200');
    expect(await world.total()).toBe(OFFICIALS + 24);
  });

  it('of another programme are refused, and told nothing', async () => {
    const entered = await enter(officer);
    const draft = await enter(officer, { value: '13' }, { state: 'draft' });
    const police = await world.program({ role: 'officer', programs: ['NET-POL'] }, maker.account);
    const foreign = await enter(police);
    expect(outcome(foreign)).toBe('422 ENTRY.FAULTS');
    expect(foreign.body.errors).toMatchObject([{ row: 1, column: 'program', code: 'ENTRY.LINE_NOT_YOURS' }]);
    const unknown = await enter(police, { program: 'NOBODY' });
    // Whether there is such a programme is not told.
    expect(unknown.body.errors).toEqual(foreign.body.errors);
    for (const id of [idOf(entered), idOf(draft)]) {
      const seen = await police.send('GET', `/submissions/${id}`);
      expect([outcome(seen), seen.text.includes('TOUR')]).toEqual(['404 ENTRY.UNKNOWN', false]);
      for (const action of ['submit', 'take-back', 'discard']) {
        const moved = await police.send('POST', `/submissions/${id}/${action}`, {}, { version: 1 });
        expect([action, outcome(moved)]).toEqual([action, '404 ENTRY.UNKNOWN']);
      }
      const changed = await police.send('PUT', `/submissions/${id}`, { cells: MAY }, { version: 1 });
      expect(outcome(changed)).toBe('404 ENTRY.UNKNOWN');
    }
    expect((await police.send('GET', '/submissions')).body).toMatchObject({ count: 0, rows: [] });
    // What approves is not there for an officer, and its own routes are not for a donor.
    for (const path of ['/approvals', '/imports', '/closed-periods'])
      expect(outcome(await police.send('GET', path))).toBe('404 REQUEST.NOT_FOUND');
    const donor = await world.program({ role: 'donor', organisations: ['canada'] }, null);
    expect(outcome(await enter(donor))).toBe('404 REQUEST.NOT_FOUND');
  });

  it('see what they have entered themselves, and their person sees it too', async () => {
    const draft = await enter(officer, {}, { state: 'draft' });
    const second = await world.program({ role: 'officer', programs: ['TOUR'] }, maker.account);
    expect((await officer.send('GET', '/submissions')).body.count).toBe(1);
    expect((await second.send('GET', '/submissions')).body.count).toBe(0);
    const page = await world.app.asStranger({
      url: `/submissions/${idOf(draft)}`,
      headers: { cookie: maker.cookie },
    });
    expect(page.statusCode).toBe(200);
    const foreign = await world.app.asStranger({
      url: `/submissions/${idOf(draft)}`,
      headers: { cookie: other.cookie },
    });
    expect(foreign.statusCode).toBe(404);
    expect(outcome(await manager.send('GET', `/submissions/${idOf(draft)}`))).toBe('404 ENTRY.UNKNOWN');
  });

  it('are told of every row what is wrong, and nothing of them is kept', async () => {
    const rows = [
      { cells: MAY },
      { cells: { ...MAY, period_start: '2017-04', period_end: '2017-04', value: 'many' } },
      { cells: { ...MAY, period_start: '2017-03', period_end: '2017-02' } },
      { cells: { ...MAY, colour: 'red' } },
    ];
    const refused = await officer.send('POST', '/submissions', { kind: 'results', rows });
    expect([outcome(refused), refused.headers['content-type']]).toEqual([
      '422 ENTRY.FAULTS',
      'application/problem+json; charset=utf-8',
    ]);
    expect(refused.body.errors).toEqual([
      {
        row: 4,
        column: 'colour',
        code: 'FILE.UNKNOWN_COLUMN',
        message: 'There is no column "colour".',
        remedy: expect.stringContaining('Columns are: '),
      },
    ]);
    const again = await officer.send('POST', '/submissions', { kind: 'results', rows: rows.slice(0, 3) });
    expect(again.body.errors.map(({ row, column }: never) => [row, column])).toEqual([
      [2, 'value'],
      [3, expect.any(String)],
    ]);
    for (const { code, message, remedy } of again.body.errors)
      expect([code, message, remedy]).toEqual([
        expect.stringMatching(/^[A-Z]+\.[A-Z_]+$/),
        expect.stringMatching(/\.$/),
        expect.stringMatching(/\w/),
      ]);
    expect((await officer.send('GET', '/submissions')).body.count).toBe(0);
    // A number of JSON may have lost its digits: cells are texts.
    const number = await enter(officer, { value: 12 });
    expect([outcome(number), number.body.detail]).toEqual([
      '400 REQUEST.INVALID',
      expect.stringContaining('takes texts'),
    ]);
    expect(outcome(await enter(officer, {}, { rows: [] }))).toBe('400 REQUEST.INVALID');
    expect(outcome(await enter(officer, {}, { colour: 'red' }))).toBe('400 REQUEST.INVALID');
    expect(outcome(await enter(officer, {}, { kind: 'exchange-rates' }))).toBe('400 REQUEST.INVALID');
  });

  it('answer for rows that look like other figures, and for values that are odd', async () => {
    // TOUR has 45 officials of Antigua and Barbuda in 2017-06.
    await approve(manager, [idOf(await enter(officer))]);
    const nearly = await enter(officer, { value: '14' });
    const [fault] = nearly.body.errors;
    expect(fault).toMatchObject({
      row: 1,
      code: 'IMPORT.TWINS',
      like: { row: null, differences: [{ column: 'value', before: '12', after: '14' }] },
    });
    const asked = { kind: 'results', rows: [{ cells: { ...MAY, value: '14' }, twin: 'same' }] };
    const corrected = await officer.send('POST', '/submissions', asked);
    expect(outcome(corrected)).toBe('201');
    await approve(manager, [idOf(corrected)]);
    expect(await world.total()).toBe(OFFICIALS + 14);
    const another = { kind: 'results', rows: [{ cells: { ...MAY, value: '15' }, twin: 'another' }] };
    await approve(manager, [idOf(await officer.send('POST', '/submissions', another))]);
    expect(await world.total()).toBe(OFFICIALS + 29);

    const odd = { period_start: '2017-06', period_end: '2017-06', value: '150' };
    const doubted = await enter(officer, odd);
    expect([outcome(doubted), doubted.body.errors]).toMatchObject([
      '422 ENTRY.FAULTS',
      [{ row: 1, column: 'value', code: 'ENTRY.ODD_VALUE' }],
    ]);
    expect(outcome(await enter(officer, odd, { accepts: true }))).toBe('201');
    // The same twice in one request.
    const twice = { ...MAY, country_or_region: 'LC' };
    const both = await enter(officer, {}, { rows: [{ cells: twice }, { cells: { ...twice, value: '13' } }] });
    expect(both.body.errors).toMatchObject([
      { code: 'IMPORT.TWINS', like: { ref: null, row: expect.any(Number) } },
    ]);
  });

  it('change a draft as they have seen it, submit it, take it back and take it away', async () => {
    const draft = await enter(officer, { value: 'some' }, { state: 'draft' });
    const path = `/submissions/${idOf(draft)}`;
    const seen = await officer.send('GET', path);
    expect([seen.headers.etag, seen.body.state]).toEqual(['"1"', 'draft']);
    expect(seen.body.errors).toMatchObject([{ column: 'value' }]);
    expect(outcome(await officer.send('POST', `${path}/submit`, {}, { version: 1 }))).toBe(
      '422 ENTRY.FAULTS',
    );
    expect((await officer.send('GET', path)).body.version).toBe(1);

    const cells = { cells: MAY };
    expect(outcome(await officer.send('PUT', path, cells))).toBe('400 REQUEST.NO_VERSION');
    expect(outcome(await officer.send('PUT', path, cells, { version: 'x' }))).toBe('400 REQUEST.NO_VERSION');
    expect(outcome(await officer.send('PUT', path, cells, { version: 7 }))).toBe(
      '409 ENTRY.CHANGED_MEANWHILE',
    );
    const changed = await officer.send('PUT', path, cells, { version: 1 });
    expect([outcome(changed), changed.headers.etag, changed.body.cells.value]).toEqual(['200', '"2"', '12']);
    expect(outcome(await officer.send('PUT', path, cells, { version: 1 }))).toBe(
      '409 ENTRY.CHANGED_MEANWHILE',
    );
    expect(outcome(await officer.send('PUT', path, { cells: { colour: 'red' } }, { version: 2 }))).toBe(
      '422 ENTRY.FAULTS',
    );
    const submitted = await officer.send('POST', `${path}/submit`, {}, { version: 2 });
    expect([outcome(submitted), submitted.body.state]).toEqual(['200', 'submitted']);
    expect(submitted.headers.etag).toBe(`"${submitted.body.version}"`);
    const late = await officer.send('PUT', path, cells, { version: submitted.body.version });
    expect(outcome(late)).toBe('409 ENTRY.CHANGED_MEANWHILE');

    const old = await manager.send('POST', `${path}/return`, { comment: 'See the list.' }, { version: 2 });
    expect(outcome(old)).toBe('409 ENTRY.CHANGED_MEANWHILE');
    const { version } = submitted.body;
    expect(outcome(await manager.send('POST', `${path}/return`, { comment: ' ' }, { version }))).toBe(
      '400 APPROVAL.NO_COMMENT',
    );
    const returned = await manager.send('POST', `${path}/return`, { comment: 'See the list.' }, { version });
    expect(returned.body).toMatchObject({ state: 'returned', comment: 'See the list.', own: false });
    const again = await officer.send('POST', `${path}/submit`, {}, { version: returned.body.version });
    const back = await officer.send('POST', `${path}/take-back`, {}, { version: again.body.version });
    expect(back.body.state).toBe('draft');
    const gone = await officer.send('POST', `${path}/discard`, {}, { version: back.body.version });
    expect([gone.body.state, outcome(await approve(manager, [idOf(draft)]))]).toEqual([
      'discarded',
      '409 ENTRY.CHANGED_MEANWHILE',
    ]);
  });

  it('approve once, and only as it was seen', async () => {
    const id = idOf(await enter(officer));
    const { digest } = (await manager.send('POST', '/approvals/preview', { ids: [id] })).body;
    const second = await world.program({ role: 'manager' }, other.account);
    const outcomes = await Promise.all(
      [manager, second].map(async (each) =>
        outcome(await each.send('POST', '/approvals', { ids: [id], digest })),
      ),
    );
    expect(outcomes.toSorted()).toEqual(['200', '409 ENTRY.CHANGED_MEANWHILE']);
    expect(await world.total()).toBe(OFFICIALS + 12);
    const next = idOf(await enter(officer, { country_or_region: 'LC' }));
    expect(outcome(await manager.send('POST', '/approvals', { ids: [next], digest }))).toBe(
      '409 ENTRY.CHANGED_MEANWHILE',
    );
  });

  it('close periods, in which nothing new is taken, and open them again', async () => {
    const through = { through: '2017-05-31' };
    const closed = await manager.send('PUT', '/closed-periods/TOUR', through, { key: null });
    expect([outcome(closed), closed.body]).toEqual(['200', { program: 'TOUR', ...through }]);
    expect((await manager.send('GET', '/closed-periods')).body.rows).toMatchObject([
      { program: 'TOUR', through: '2017-05-31', closedBy: 'clearing house' },
    ]);
    expect((await enter(officer)).body.errors).toMatchObject([{ row: 1, code: 'ROW.PERIOD_CLOSED' }]);
    expect(outcome(await manager.send('PUT', '/closed-periods/MARS', through))).toBe('400 CLOSING.PROGRAM');
    expect(outcome(await manager.send('PUT', '/closed-periods/TOUR', { through: 'May' }))).toBe(
      '400 CLOSING.DAY',
    );
    expect(outcome(await manager.send('DELETE', '/closed-periods/TOUR'))).toBe('200');
    expect(outcome(await enter(officer))).toBe('201');
    // Of the command line: nobody's account stands beside it.
    const line = await world.program({ role: 'manager' }, null);
    expect(outcome(await line.send('PUT', '/closed-periods/TOUR', through))).toBe('200');
  });

  it('list what they have entered a page at a time', async () => {
    const months = ['2017-01', '2017-02', '2017-03', '2017-04', '2017-05'];
    const rows = months.map((month) => ({ cells: { ...MAY, period_start: month, period_end: month } }));
    await officer.send('POST', '/submissions', { kind: 'results', rows });
    const found: string[] = [];
    let url: string | null = '/submissions?limit=2';
    while (url !== null) {
      const page: { body: { rows: { cells: typeof MAY }[]; count: number; next: string | null } } =
        await officer.send('GET', url);
      expect(page.body.count).toBe(5);
      found.push(...page.body.rows.map(({ cells }) => cells.period_start));
      url = page.body.next?.replace('/api/v1', '') ?? null;
    }
    expect(found).toEqual(months);
    const lost = await officer.send('GET', '/submissions?cursor=00000000-0000-4000-8000-000000000000');
    expect(outcome(lost)).toBe('400 RESULTS.UNKNOWN_CURSOR');
    expect(outcome(await officer.send('GET', '/submissions?state=lost'))).toBe('400 REQUEST.INVALID');
  });

  it('come by a token that writes alone: neither by a session, nor by a token that reads', async () => {
    const reading = await world.program({ role: 'manager' }, maker.account, { writes: false });
    expect(outcome(await enter(reading))).toBe('403 ACCESS.READS_ONLY');
    expect(outcome(await reading.send('GET', '/approvals'))).toBe('403 ACCESS.READS_ONLY');
    const bySession = await world.app.asStranger({
      method: 'POST',
      url: '/api/v1/submissions',
      headers: { cookie: maker.cookie, 'content-type': 'application/json' },
      payload: JSON.stringify({ kind: 'results', rows: [{ cells: MAY }] }),
    });
    expect([bySession.statusCode, bySession.json().code]).toEqual([403, 'ACCESS.TOKEN_ONLY']);
    const stranger = await world.app.asStranger({ method: 'POST', url: '/api/v1/submissions' });
    expect(stranger.statusCode).toBe(401);
    const refusals = await world.db
      .select({ reason: sql<string>`details ->> 'reason'`, subject: audit.subject })
      .from(audit)
      .where(eq(audit.action, 'access.refused'));
    expect(refusals).toEqual(
      expect.arrayContaining([
        { reason: 'reads-only', subject: 'POST /api/v1/submissions' },
        { reason: 'token-only', subject: 'POST /api/v1/submissions' },
      ]),
    );
  });

  it('stand in the audit by their names, with before and after', async () => {
    const draft = await enter(officer, { value: '11' }, { state: 'draft' });
    const path = `/submissions/${idOf(draft)}`;
    await officer.send('PUT', path, { cells: MAY }, { version: 1 });
    await officer.send('POST', `${path}/submit`, {}, { version: 2 });
    await approve(manager, [idOf(draft)]);
    const told = await world.db
      .select({
        kind: audit.actorKind,
        name: audit.actorName,
        before: sql<string>`details -> 'before' ->> 'status'`,
        after: sql<string>`details -> 'after' ->> 'status'`,
        value: sql<string>`details -> 'after' -> 'cells' ->> 'value'`,
        by: sql<string>`details -> 'after' ->> 'decided_by'`,
      })
      .from(audit)
      .where(eq(audit.subject, `submissions ${idOf(draft)}`))
      .orderBy(audit.id);
    const said = told.map((one) => Object.values(one).filter((each) => each !== null));
    expect(said.at(0)).toEqual(['token', 'register', 'draft', '11']);
    expect(said.at(1)).toEqual(['token', 'register', '12']);
    expect(said.at(-1)).toEqual(['token', 'clearing house', 'submitted', 'approved', other.account]);
  });
});
