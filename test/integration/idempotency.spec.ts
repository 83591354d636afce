import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { answeredRequests } from '../../src/entry/api/answered-requests.table.ts';
import { AnswersEnd } from '../../src/entry/api/answers-end.job.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import { eachEngine } from '../support/database.ts';
import { MAY, outcome, type Program, WritingWorld } from './writing-api.fixture.ts';

const DAY_MS = 24 * 60 * 60_000;
const KEY = '8e03978e-40d5-43dd-bc93-6894a57f9324';
const draft = (value: string) => ({ kind: 'results', state: 'draft', rows: [{ cells: { ...MAY, value } }] });

eachEngine('a request with a key', (engine) => {
  let world: WritingWorld;
  let program: Program;
  let now: Date;

  beforeAll(async () => {
    world = await WritingWorld.start({
      database: await engine.openSeeded(),
      clock: { now: () => now },
    });
  });
  beforeEach(async () => {
    now = new Date('2017-07-01T12:00:00Z');
    await world.db.execute(sql`DELETE FROM limits`);
    await world.db.delete(submissions);
    await world.db.delete(answeredRequests);
    const { account } = await world.person({ role: 'administrator' });
    program = await world.program({ role: 'officer', programs: ['TOUR'] }, account);
  });
  afterAll(() => world.app.close());

  const send = (key: string | null, body: object, by = program) =>
    by.send('POST', '/submissions', body, { key });
  const rows = () => world.db.$count(submissions);

  it('is done once, and answered the same as often as it is sent', async () => {
    const first = await send(KEY, draft('12'));
    expect([outcome(first), first.headers['idempotent-replayed']]).toEqual(['201', undefined]);
    for (const key of [KEY, `"${KEY}"`]) {
      const again = await send(key, draft('12'));
      expect([again.status, again.text, again.headers.location, again.headers.etag]).toEqual([
        201,
        first.text,
        first.headers.location,
        first.headers.etag,
      ]);
      expect(again.headers['idempotent-replayed']).toBe('true');
    }
    expect(await rows()).toBe(1);
  });

  it('is another’s where it says anything else, and each program has its own', async () => {
    await send(KEY, draft('12'));
    expect(outcome(await send(KEY, draft('13')))).toBe('422 IDEMPOTENCY.OTHER_REQUEST');
    const [{ id = '' } = {}] = await world.db.select({ id: submissions.id }).from(submissions);
    const elsewhere = await program.send('POST', `/submissions/${id}/discard`, draft('12'), { key: KEY });
    expect(outcome(elsewhere)).toBe('400 REQUEST.INVALID');
    const path = `/submissions/${id}/discard`;
    expect(outcome(await program.send('POST', path, {}, { key: KEY, version: 1 }))).toBe(
      '422 IDEMPOTENCY.OTHER_REQUEST',
    );
    const other = await world.program({ role: 'officer', programs: ['TOUR'] }, null);
    const theirs = await send(KEY, draft('12'), other);
    expect([outcome(theirs), theirs.headers['idempotent-replayed'], await rows()]).toEqual([
      '201',
      undefined,
      2,
    ]);
  });

  it('answers of a move what it came to, when the row is out of sight too', async () => {
    const { account } = await world.person({ role: 'administrator' });
    const manager = await world.program({ role: 'manager' }, account);
    const entered = await send(KEY, { ...draft('12'), state: 'submitted' });
    const [{ id, version }] = entered.body.submissions;
    const giveBack = () =>
      manager.send('POST', `/submissions/${id}/return`, { comment: 'See the list.' }, { key: KEY, version });
    const returned = await giveBack();
    expect(returned.body.state).toBe('returned');
    await program.send('POST', `/submissions/${id}/discard`, {}, { version: returned.body.version });
    expect((await manager.send('GET', `/submissions/${id}`)).status).toBe(404);
    expect((await giveBack()).text).toBe(returned.text);
  });

  it('must have one to enter something, and a good one', async () => {
    expect(outcome(await send(null, draft('12')))).toBe('400 IDEMPOTENCY.KEY_MISSING');
    for (const key of ['""', 'a b', '"a', `${'k'.repeat(256)}`])
      expect([key, outcome(await send(key, draft('12')))]).toEqual([key, '400 IDEMPOTENCY.KEY']);
    expect(await rows()).toBe(0);
    expect(outcome(await send('k'.repeat(255), draft('12')))).toBe('201');
  });

  it('may be sent again put right, where it was refused', async () => {
    const bad = { kind: 'results', rows: [{ cells: { ...MAY, value: 'many' } }] };
    expect(outcome(await send(KEY, bad))).toBe('422 ENTRY.FAULTS');
    expect(outcome(await send(KEY, draft('12')))).toBe('201');
    expect(await rows()).toBe(1);
  });

  it('leaves nothing where it was cut off before its answer was kept, and is done once when it comes again', async () => {
    await world.db.execute(
      sql`ALTER TABLE answered_requests ADD CONSTRAINT cut_off CHECK (status <> 201) NOT VALID`,
    );
    const cut = await send(KEY, draft('12'));
    expect([outcome(cut), await rows()]).toEqual(['500 INTERNAL.UNEXPECTED', 0]);
    await world.db.execute(sql`ALTER TABLE answered_requests DROP CONSTRAINT cut_off`);
    expect(outcome(await send(KEY, draft('12')))).toBe('201');
    expect(outcome(await send(KEY, draft('12')))).toBe('201');
    expect(await rows()).toBe(1);
  });

  it('is done once however many arrive at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => send(KEY, draft('12'))));
    const outcomes = new Set(answers.map(outcome));
    expect([...outcomes].every((each) => each === '201' || each === '409 IDEMPOTENCY.UNDER_WAY')).toBe(true);
    expect([outcomes.has('201'), await rows()]).toEqual([true, 1]);
    expect(outcome(await send(KEY, draft('12')))).toBe('201');
    expect(await rows()).toBe(1);
  });

  // The embedded database has one connection: there the second waits for the first.
  if (engine.name === 'postgres')
    it('is told to wait while the first is under way, on whichever machine', async () => {
      const [{ id: token = '' } = {}] = (await world.db.execute(
        sql`SELECT id FROM api_tokens WHERE name = ${program.name}`,
      )) as unknown as { id: string }[];
      await world.db.transaction(async (tx) => {
        await tx.execute(sql`SELECT pg_advisory_xact_lock(hashtextextended(${`${token} ${KEY}`}, 30))`);
        expect(outcome(await send(KEY, draft('12')))).toBe('409 IDEMPOTENCY.UNDER_WAY');
        expect(outcome(await send('another', draft('13')))).toBe('201');
      });
      expect(outcome(await send(KEY, draft('12')))).toBe('201');
      expect(await rows()).toBe(2);
    });

  it('is done anew when its answer is kept no longer, and what is not kept is thrown away', async () => {
    await send(KEY, draft('12'));
    now = new Date(now.getTime() + DAY_MS - 1);
    expect((await send(KEY, draft('12'))).headers['idempotent-replayed']).toBe('true');
    now = new Date(now.getTime() + 1);
    expect((await send(KEY, draft('13'))).headers['idempotent-replayed']).toBeUndefined();
    expect(await rows()).toBe(2);
    await send('another', draft('14'));
    now = new Date(now.getTime() + DAY_MS);
    await send('third', draft('15'));
    await world.app.nest.get(AnswersEnd, { strict: false }).ring();
    const kept = await world.db.select({ key: answeredRequests.key }).from(answeredRequests);
    expect(kept).toEqual([{ key: 'third' }]);
  });

  it('gives one row for each key, in whatever order and however often', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ key: fc.constantFrom('a', 'b', 'c'), value: fc.constantFrom('12', '13') }), {
          maxLength: 8,
        }),
        async (sent) => {
          await world.db.delete(submissions);
          await world.db.delete(answeredRequests);
          // The first of each key is done; after it the same is answered so, and another one is refused.
          const first = new Map<string, { readonly value: string; readonly text: string }>();
          for (const { key, value } of sent) {
            const told = await send(key, draft(value));
            const before = first.get(key);
            if (before === undefined) {
              expect(told.status).toBe(201);
              first.set(key, { value, text: told.text });
            } else if (before.value === value) expect(told.text).toBe(before.text);
            else expect(outcome(told)).toBe('422 IDEMPOTENCY.OTHER_REQUEST');
          }
          expect(await rows()).toBe(first.size);
        },
      ),
      { numRuns: 15 },
    );
  });

  it('carries as many rows as a file, and is limited like what people do', async () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({
      cells: { ...MAY, value: String(index), note: 'n'.repeat(700) },
    }));
    const body = { kind: 'results', state: 'draft', rows: many };
    expect(JSON.stringify(body).length).toBeGreaterThan(1024 * 1024);
    const taken = await send('many', body);
    expect([outcome(taken), taken.body?.count]).toEqual(['201', 2000]);
    expect(outcome(await send('more', { ...body, rows: [...many, many[0]] }))).toBe('400 REQUEST.INVALID');
    const [{ id = '' } = {}] = await world.db.select({ id: submissions.id }).from(submissions).limit(1);
    const large = { cells: { ...MAY, note: 'n'.repeat(1_100_000) } };
    const refused = await program.send('PUT', `/submissions/${id}`, large, { version: 1 });
    expect(outcome(refused)).toBe('413 REQUEST.TOO_LARGE');

    await world.db.execute(sql`DELETE FROM limits`);
    const last = await Promise.all(Array.from({ length: 601 }, () => send(null, draft('12'))));
    expect(Object.entries(Object.groupBy(last, outcome)).map(([of, those]) => [of, those?.length])).toEqual([
      ['400 IDEMPOTENCY.KEY_MISSING', 600],
      ['429 LIMIT.REACHED', 1],
    ]);
  });
});
