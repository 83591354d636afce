import { randomUUID } from 'node:crypto';
import { and, eq } from 'drizzle-orm';
import { SOUND } from '../../src/entry/evidence/fixtures/files.ts';
import { evidencePieces } from '../../src/results/evidence-pieces.table.ts';
import { results } from '../../src/results/results.table.ts';
import { makeToken } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { upload } from './entry.fixture.ts';
import { approve, enter, idOf, outcome, type Program, WritingWorld } from './writing-api.fixture.ts';

const QUOTATION = {
  kind: 'quotation',
  title: 'Report of May',
  quotation: 'Twelve officials took part.',
  page: '7',
};

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id).sort();

eachEngine('evidence that programs attach', (engine) => {
  let world: WritingWorld;
  let officer: Program;
  /** Of the same person as the officer's. */
  let same: Program;
  let manager: Program;
  let canada: string;
  let figure: string;

  beforeAll(async () => {
    world = await WritingWorld.start({ database: await engine.openSeeded() });
    const maker = await world.person({ role: 'administrator' });
    const other = await world.person({ role: 'administrator' });
    officer = await world.program({ role: 'officer', programs: ['TOUR'] }, maker.account, {
      name: 'register',
    });
    same = await world.program({ role: 'manager' }, maker.account);
    manager = await world.program({ role: 'manager' }, other.account, { name: 'clearing house' });
    canada = await makeToken(world.db, { role: 'donor', organisations: ['canada'] });
    const [row] = await world.db
      .select({ id: results.id })
      .from(results)
      .where(and(eq(results.program, 'TOUR-AG'), eq(results.indicator, 'officials-trained')));
    figure = row?.id ?? '';
  });
  afterAll(() => world.app.close());

  const opened = async (piece: string, token: string) => {
    const headers = { authorization: `Bearer ${token}` };
    return (await world.app.asStranger({ url: `/evidence/${piece}`, headers })).statusCode;
  };
  /** A file, as `curl -F` sends it. */
  const sendFile = async (
    path: string,
    file: Uint8Array | string,
    name: string,
    key: string = randomUUID(),
  ) => {
    const { payload, type } = upload({ kind: 'file' }, file, name);
    const answer = await world.app.asStranger({
      method: 'POST',
      url: `/api/v1${path}`,
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

  it('comes with a row, is approved with it, and stands with its figure', async () => {
    const draft = await enter(officer, {}, { state: 'draft' });
    const path = `/submissions/${idOf(draft)}`;
    const key = randomUUID();
    const file = await sendFile(`${path}/evidence`, SOUND.pdf, 'participants.exe', key);
    expect([file.status, file.headers.location, file.body]).toEqual([
      201,
      `/evidence/${file.body.id}`,
      expect.objectContaining({
        submission: idOf(draft),
        result: null,
        state: 'waiting',
        title: 'participants.pdf',
        addedBy: 'register',
        file: expect.objectContaining({ name: 'participants.pdf', mediaType: 'application/pdf' }),
      }),
    ]);
    // Once: the same again does nothing, and another file under the key is told.
    const again = await sendFile(`${path}/evidence`, SOUND.pdf, 'participants.exe', key);
    expect([again.status, again.body.id, again.headers['idempotent-replayed']]).toEqual([
      201,
      file.body.id,
      'true',
    ]);
    const another = await sendFile(`${path}/evidence`, SOUND.png, 'participants.exe', key);
    expect(another.body.code).toBe('IDEMPOTENCY.OTHER_REQUEST');
    const quoted = await officer.send('POST', `${path}/evidence`, QUOTATION);
    expect([outcome(quoted), quoted.body.quotation]).toEqual(['201', 'Twelve officials took part.']);
    const mistake = await officer.send('POST', `${path}/evidence`, { ...QUOTATION, page: '70' });
    const taken = await officer.send('POST', `/evidence/${mistake.body.id}/withdraw`, {});
    expect([outcome(taken), taken.body.state, taken.body.content]).toEqual(['200', 'withdrawn', null]);
    const listed = await officer.send('GET', `${path}/evidence`);
    expect(idsOf(listed.body.rows)).toEqual([file.body.id, quoted.body.id].sort());
    // A draft is its program's alone.
    expect(outcome(await manager.send('GET', `${path}/evidence`))).toBe('404 ENTRY.UNKNOWN');
    expect(outcome(await same.send('POST', `${path}/evidence`, QUOTATION))).toBe('404 ENTRY.UNKNOWN');
    expect([await opened(file.body.id, officer.token), await opened(file.body.id, manager.token)]).toEqual([
      200, 404,
    ]);

    await officer.send('POST', `${path}/submit`, {}, { version: 1 });
    expect(outcome(await officer.send('POST', `${path}/evidence`, QUOTATION))).toBe(
      '409 ENTRY.CHANGED_MEANWHILE',
    );
    const preview = await manager.send('POST', '/approvals/preview', { ids: [idOf(draft)] });
    expect(preview.body.items[0].evidence).toContainEqual(
      expect.objectContaining({ id: file.body.id, content: `/evidence/${file.body.id}` }),
    );
    expect(idsOf(preview.body.items[0].evidence)).toEqual([file.body.id, quoted.body.id].sort());
    expect(outcome(await manager.send('POST', `/evidence/${file.body.id}/confirm`, {}))).toBe(
      '422 EVIDENCE.WITH_ITS_ROW',
    );
    expect(outcome(await approve(manager, [idOf(draft)]))).toBe('200');
    expect([await opened(file.body.id, canada), await opened(quoted.body.id, canada)]).toEqual([200, 200]);
    const [piece] = await world.db.select().from(evidencePieces).where(eq(evidencePieces.id, file.body.id));
    const standing = await manager.send('GET', `/results/${piece?.result}/evidence`);
    const approved = { state: 'standing', confirmedBy: 'clearing house', submission: null };
    expect(standing.body.rows).toMatchObject([approved, approved]);
    expect(idsOf(standing.body.rows)).toEqual([file.body.id, quoted.body.id].sort());
  });

  it('is attached to a figure, confirmed by another hand, and withdrawn with a reason', async () => {
    const added = await officer.send('POST', `/results/${figure}/evidence`, {
      kind: 'link',
      title: 'Informe',
      language: 'es',
      url: 'https://example.org/informe',
    });
    expect([outcome(added), added.body]).toEqual([
      '201',
      expect.objectContaining({ result: figure, title: 'Informe', url: 'https://example.org/informe' }),
    ]);
    const { id } = added.body;
    expect(await opened(id, canada)).toBe(404);
    expect(outcome(await same.send('POST', `/evidence/${id}/confirm`, {}))).toBe('422 EVIDENCE.OWN');
    expect((await same.send('GET', '/evidence')).body.rows).toEqual([]);
    expect((await manager.send('GET', '/evidence')).body.rows).toMatchObject([{ id, state: 'waiting' }]);
    expect(outcome(await officer.send('GET', '/evidence'))).toBe('404 REQUEST.NOT_FOUND');
    const confirmed = await manager.send('POST', `/evidence/${id}/confirm`, {});
    expect([outcome(confirmed), confirmed.body.state]).toEqual(['200', 'standing']);
    expect(outcome(await manager.send('POST', `/evidence/${id}/confirm`, {}))).toBe('422 EVIDENCE.MEANWHILE');
    expect(await opened(id, canada)).toBe(200);
    expect(outcome(await officer.send('POST', `/evidence/${id}/withdraw`, { reason: ' ' }))).toBe(
      '400 EVIDENCE.REASON',
    );
    const key = randomUUID();
    const withdrawn = await officer.send('POST', `/evidence/${id}/withdraw`, { reason: 'Old.' }, { key });
    expect(withdrawn.body).toMatchObject({
      state: 'withdrawn',
      withdrawnBy: 'register',
      withdrawnBecause: 'Old.',
    });
    const replayed = await officer.send('POST', `/evidence/${id}/withdraw`, { reason: 'Old.' }, { key });
    expect([outcome(replayed), replayed.headers['idempotent-replayed']]).toEqual(['200', 'true']);
    expect(await opened(id, canada)).toBe(404);
  });

  it('is refused with a code where it is not what is taken, and nothing is kept', async () => {
    const count = async () => (await world.db.select().from(evidencePieces)).length;
    const before = await count();
    const path = `/results/${figure}/evidence`;
    expect(outcome(await sendFile(path, '<svg/>', 'a.pdf'))).toBe('422 EVIDENCE.MARKUP');
    expect(outcome(await sendFile(path, '', 'a.pdf'))).toBe('400 EVIDENCE.NO_FILE');
    expect(outcome(await officer.send('POST', path, { kind: 'file', file: 'JVBERi0=' }))).toBe(
      '400 REQUEST.INVALID',
    );
    expect(outcome(await officer.send('POST', path, { ...QUOTATION, source: 'x' }))).toBe(
      '400 REQUEST.INVALID',
    );
    expect(outcome(await officer.send('POST', path, { kind: 'link', title: 'x', url: 'ftp://x' }))).toBe(
      '400 EVIDENCE.ADDRESS',
    );
    expect(outcome(await officer.send('POST', path, QUOTATION, { key: null }))).toBe(
      '400 IDEMPOTENCY.KEY_MISSING',
    );
    expect(outcome(await officer.send('POST', '/results/none/evidence', QUOTATION))).toBe(
      '404 RESULT.UNKNOWN',
    );
    const [foreign] = await world.db
      .select({ id: results.id })
      .from(results)
      .where(and(eq(results.program, 'NET-POL'), eq(results.status, 'approved')))
      .limit(1);
    // Of a programme that is not the token's there is nothing to attach to.
    expect(outcome(await officer.send('POST', `/results/${foreign?.id}/evidence`, QUOTATION))).toBe(
      '404 RESULT.UNKNOWN',
    );
    expect(await count()).toBe(before);
  });
});
