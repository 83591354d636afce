import { randomUUID } from 'node:crypto';
import { asc, eq, sql } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { reminders } from '../../src/entry/reminders/reminders.table.ts';
import { confirmedValues } from '../../src/results/confirmed-values.table.ts';
import { makeToken } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { outcome, type Program, WritingWorld } from './writing-api.fixture.ts';

const INDICATORS = `indicator,unit,measure,combine_time,combine_place,reports_every
officials trained,people,count,sum,sum,month
`;
const HEAD = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,ref';
/** Ten times as much in May as in April; of June nothing. */
const RESULTS = `${HEAD}
MAR-CR,officials trained,people,actual,CR,2017-04,2017-04,30,april
MAR-CR,officials trained,people,actual,CR,2017-05,2017-05,300,may
`;

eachEngine('what programs follow up', (engine) => {
  let world: WritingWorld;
  /** Of an administrator, and the second of the command line. */
  let manager: Program;
  let bare: Program;
  let officer: Program;
  let maker: string;
  let ana: string;

  beforeAll(async () => {
    world = await WritingWorld.start({ database: await engine.openSeeded() });
    const { db } = world;
    await importCsv(db, 'indicators', INDICATORS);
    await importCsv(db, 'programs', 'code,title,status,parent\nMAR-CR,Ports,ongoing,MAR\n');
    await importCsv(db, 'results', RESULTS);
    maker = (await world.person({ role: 'administrator' })).account;
    ana = (await world.person({ role: 'officer', programs: ['MAR-CR'] })).account;
    await world.person({ role: 'officer', programs: ['TOUR'] });
    manager = await world.program({ role: 'manager' }, maker, { name: 'clearing house' });
    bare = await world.program({ role: 'manager' }, null, { name: 'command line' });
    officer = await world.program({ role: 'officer', programs: ['MAR-CR'] }, maker);
  });
  afterAll(() => world.app.close());

  describe('reminders', () => {
    const rows = () => world.db.select().from(reminders).orderBy(asc(reminders.askedAt));

    it('go as they were looked at, once, and not again within three days unless it is said', async () => {
      const { status, body: preview } = await manager.send('GET', '/reminders/MAR-CR');
      expect([status, preview.program, preview.earlier]).toEqual([200, 'MAR-CR', []]);
      expect(preview.people).toMatchObject([
        { account: ana, language: 'en', figures: 1, lastAskedBy: null, lastAskedAt: null },
      ]);
      expect(preview.people[0].body).toContain('Officials trained');
      expect(JSON.stringify(preview)).not.toMatch(/@/);

      const send = (change: object = {}, how: object = {}, by = manager) =>
        by.send('POST', '/reminders/MAR-CR', { to: [ana], digest: preview.digest, ...change }, how);
      expect(outcome(await send({}, {}, officer))).toBe('404 REQUEST.NOT_FOUND');
      expect(outcome(await send({ digest: 'another' }))).toBe('422 REMINDER.CHANGED');
      expect(outcome(await send({ to: [] }))).toBe('422 REMINDER.NOBODY');
      expect(outcome(await send({ to: [randomUUID()] }))).toBe('422 REMINDER.NOBODY');
      expect(outcome(await send({ to: 'everybody' }))).toBe('400 REQUEST.INVALID');
      expect(await rows()).toEqual([]);

      const key = randomUUID();
      const sent = await send({}, { key });
      expect([sent.status, sent.body]).toMatchObject([
        201,
        {
          program: 'MAR-CR',
          reminders: [{ account: ana, state: 'waiting', askedBy: 'clearing house', figures: 1 }],
        },
      ]);
      expect((await send({}, { key })).headers['idempotent-replayed']).toBe('true');
      expect(outcome(await send())).toBe('422 REMINDER.TOO_SOON');
      expect(await rows()).toMatchObject([{ askedBy: maker, askedName: 'clearing house', recipient: ana }]);
      const after = (await manager.send('GET', '/reminders/MAR-CR')).body;
      expect(after.people).toMatchObject([{ lastAskedBy: 'clearing house' }]);
      expect(after.earlier).toMatchObject([{ account: ana, askedBy: 'clearing house' }]);

      // The command line's is nobody's account; its e-mail names itself, and so has a digest of its own.
      expect(outcome(await send({ again: true }, {}, bare))).toBe('422 REMINDER.CHANGED');
      const { digest } = (await bare.send('GET', '/reminders/MAR-CR')).body;
      expect(outcome(await send({ again: true, digest }, {}, bare))).toBe('201');
      expect((await rows()).map(({ askedBy, askedName }) => [askedName, askedBy]).sort()).toEqual([
        ['clearing house', maker],
        ['command line', null],
      ]);
    });

    it('are about programmes that there are, and not sent by a token that reads', async () => {
      expect(outcome(await manager.send('GET', '/reminders/NONE'))).toBe('404 PROGRAM.UNKNOWN');
      expect(outcome(await manager.send('POST', '/reminders/NONE', { to: [ana], digest: 'x' }))).toBe(
        '404 PROGRAM.UNKNOWN',
      );
      const reads = await makeToken(world.db, { role: 'manager' });
      const answer = await world.app.asStranger({
        url: '/api/v1/reminders/MAR-CR',
        headers: { authorization: `Bearer ${reads}` },
      });
      expect(answer.statusCode).toBe(403);
    });
  });

  describe('odd values', () => {
    it('are listed, and one that is right is said to be so once', async () => {
      const { status, body } = await manager.send('GET', '/odd-values');
      expect([status, body.approved.count, body.waiting]).toEqual([200, 1, { count: 0, rows: [] }]);
      const [odd] = body.approved.rows;
      expect(odd).toEqual({
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        program: 'MAR-CR',
        indicator: 'officials-trained',
        place: 'CR',
        periodStart: '2017-05-01',
        periodEnd: '2017-05-31',
        value: 300,
        reason: 'ten-times',
        before: { value: 30, periodEnd: '2017-04-30' },
      });
      const path = `/odd-values/${odd.id}/confirm`;
      expect(outcome(await officer.send('POST', path, {}))).toBe('404 REQUEST.NOT_FOUND');
      expect(outcome(await manager.send('POST', path, {}, { key: null }))).toBe(
        '400 IDEMPOTENCY.KEY_MISSING',
      );
      const key = randomUUID();
      const right = await manager.send('POST', path, {}, { key });
      expect([right.status, right.body]).toEqual([
        200,
        { ...odd, confirmedBy: 'clearing house', confirmedAt: '2017-07-01T12:00:00.000Z' },
      ]);
      const replayed = await manager.send('POST', path, {}, { key });
      expect([replayed.text, replayed.headers['idempotent-replayed']]).toEqual([right.text, 'true']);
      expect(outcome(await manager.send('POST', path, {}))).toBe('404 ODD.NOT_LISTED');
      expect((await manager.send('GET', '/odd-values')).body.approved).toEqual({ count: 0, rows: [] });
      expect(outcome(await manager.send('POST', '/odd-values/none/confirm', {}))).toBe('404 ODD.NOT_LISTED');
      const said = await world.db
        .select({ actor: audit.actorName, action: audit.action })
        .from(audit)
        .where(eq(audit.subject, `confirmed_values ${odd.id}`));
      expect(said).toEqual([{ actor: 'clearing house', action: 'change.added' }]);
      expect(await world.db.select().from(confirmedValues)).toMatchObject([
        { confirmedBy: maker, confirmedByToken: expect.any(String), confirmedName: 'clearing house' },
      ]);
    });

    it('that wait are listed with what is odd', async () => {
      const row = { program: 'MAR-CR', indicator: 'officials trained', kind: 'actual' };
      const cells = {
        ...row,
        country_or_region: 'CR',
        period_start: '2017-06',
        period_end: '2017-06',
        value: '3000',
      };
      const sent = await officer.send('POST', '/submissions', {
        kind: 'results',
        rows: [{ cells }],
        accepts: true,
      });
      expect(outcome(sent)).toBe('201');
      expect((await manager.send('GET', '/odd-values')).body.waiting).toEqual({
        count: 1,
        rows: [
          {
            submission: sent.body.submissions[0].id,
            program: 'MAR-CR',
            cells: expect.objectContaining({ value: '3000' }),
            reason: 'ten-times',
            before: { value: 300, periodEnd: '2017-05-31' },
          },
        ],
      });
    });
  });

  it('say whose hand a token is', async () => {
    for (const statement of [
      sql`UPDATE reminders SET asked_by = ${ana} WHERE asked_by_token IS NOT NULL AND asked_by IS NOT NULL`,
      sql`UPDATE confirmed_values SET confirmed_by = ${ana}`,
    ]) {
      const refused = await world.db.execute(statement).then(
        () => '',
        (error: Error) => String((error.cause as Error | undefined)?.message ?? error.message),
      );
      expect(refused).toContain('a token is the hand of whoever made it');
    }
  });
});
