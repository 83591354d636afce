import { desc, eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { ServiceKey } from '../../src/access/index.ts';
import { bounces } from '../../src/delivery/bounces/bounces.table.ts';
import {
  exchangeReport,
  eximReport,
  nestedReport,
  postfixReport,
} from '../../src/delivery/bounces/fixtures/reports.ts';
import { deliveries } from '../../src/delivery/delivery.table.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, PERIOD } from './delivery.fixture.ts';

eachEngine('e-mails that come back', (engine) => {
  let handle: DatabaseHandle;
  let world: DeliveryWorld;
  let app: TestApp;
  let token: string;
  let cookie: string;
  let address: string;

  beforeAll(async () => {
    handle = await engine.open();
    world = DeliveryWorld.on(handle.db, () =>
      app.nest.get(ServiceKey, { strict: false }).derive('issue-links'),
    );
    app = await startApp({
      clock: { now: () => world.now },
      // The engine closes it when all are done.
      database: { ...handle, close: async () => undefined },
    });
    token = await makeToken(handle.db, { role: 'administrator' }, { writes: true, name: 'mail server' });
    await app.nest.listen(0, '127.0.0.1');
    address = await app.nest.getUrl();
  });
  afterAll(() => app.close());
  /** The time, for somebody who signs in at it. */
  const at = async (time: string) => {
    world.at(time);
    ({ cookie } = await signIn(handle.db, { role: 'administrator' }, { now: world.now }));
  };
  beforeEach(() => at('2017-07-01T10:00:00Z'));

  let people = 0;
  const newAddress = () => `reader-${++people}@example.org`;

  /** Sends a report to somebody new. */
  async function sendTo(to = newAddress()) {
    const subscription = await world.subscribe(to);
    await world.send(PERIOD, { recipient: to });
    const row = await world.row(subscription);
    expect(row?.status).toBe('sent');
    return { to, subscription, messageId: row?.messageId ?? '' };
  }

  /** As `curl --data-binary @-` does. */
  async function post(body: string | object | Uint8Array, as = token, type = 'message/rfc822') {
    const isText = typeof body === 'string' || body instanceof Uint8Array;
    const answer = await fetch(`${address}/api/v1/bounces`, {
      method: 'POST',
      headers: {
        'content-type': isText ? type : 'application/json',
        ...(as !== '' && { authorization: `Bearer ${as}` }),
      },
      body: isText ? (body as string) : JSON.stringify(body),
    });
    return { status: answer.status, body: await answer.json(), headers: answer.headers };
  }
  const outcomes = async (body: string | object) =>
    (await post(body)).body.notices.map(
      ({ kind, outcome }: { kind: string | null; outcome: string }) => `${kind} ${outcome}`,
    );
  const marked = async (to: string) =>
    (await handle.db.select().from(bounces).where(eq(bounces.address, to))).map(
      ({ kind, againAt }) => `${kind}${againAt === null ? '' : ' lifted'}`,
    );
  const page = async (url: string) => (await app.asStranger({ url, headers: { cookie } })).body;
  const press = (path: string, form: Readonly<Record<string, string>> = {}) =>
    app.asStranger({
      method: 'POST',
      url: path,
      headers: {
        cookie,
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(form).toString(),
    });
  const mailsTo = (to: string) => world.mailer.taken.filter((mail) => mail.to === to).length;

  it('for good: the report is missing, and nothing more is sent there until somebody says so', async () => {
    const sent = await sendTo();
    await at('2017-07-01T13:00:00Z');
    const answer = await post(postfixReport(sent));
    expect([answer.status, answer.body]).toEqual([
      200,
      {
        notices: [
          {
            recipient: sent.to,
            status: '5.1.1',
            kind: 'refused',
            outcome: 'recorded',
            why: 'It came back, and nothing more is sent to this address until somebody says so on /deliveries.',
          },
        ],
      },
    ]);
    const words = `550 5.1.1 &lt;${sent.to}>: no such mailbox in the directory here`;
    const shown = await page('/deliveries?period=2017-06&lang=en');
    expect(shown).toContain(`came back (5.1.1): ${words}`);
    expect(shown).toContain('1 came back, or is to an address from which one did.');
    expect(shown).toContain(`aria-label="Write to it again: ${sent.to}"`);
    expect(shown).not.toContain(`aria-label="Send to ${sent.to}"`);
    const ready = await app.nest.inject('/readyz');
    expect(ready.json().checks.reports.reason).toContain('portfolio is not sent to 1 of');
    expect((await app.nest.inject('/metrics')).body).toContain('attest_bounced_addresses 1\n');
    expect(await page('/deliveries/subscriptions?lang=en')).toContain(
      'Nothing is sent: an e-mail came back on 1 Jul 2017 (5.1.1).',
    );

    // Sent by hand, or with the next month, it fails before anything is made.
    const issued = world.issued.length;
    await world.send(PERIOD, { recipient: sent.to });
    await at('2017-08-01T10:00:00Z');
    await world.send('2017-07', { recipient: sent.to });
    expect([mailsTo(sent.to), world.issued.length]).toEqual([1, issued]);
    expect(await page('/deliveries?period=2017-07&lang=en')).toContain(
      `not sent: an e-mail to this address came back (5.1.1): ${words}`,
    );

    // On the page of the subscription, by its button.
    const own = `/deliveries/subscriptions/${sent.subscription}`;
    expect(await page(`${own}?lang=en`)).toContain('E-mails to this address come back');
    const pressed = await press(`${own}/again?lang=en`);
    expect([pressed.statusCode, pressed.headers.location]).toEqual([303, `${own}?done=again&lang=en`]);
    expect(await page(`${own}?lang=en&done=again`)).not.toContain('E-mails to this address come back');
    expect(await marked(sent.to)).toEqual(['refused lifted']);
    await world.send('2017-07', { recipient: sent.to });
    expect(mailsTo(sent.to)).toBe(2);
    const [said] = await handle.db
      .select()
      .from(audit)
      .where(eq(audit.action, 'delivery.address-right'))
      .orderBy(desc(audit.id));
    expect(said).toMatchObject({ actorKind: 'person', details: { recipient: sent.to } });
  });

  it('is written down once, however often it is told, and again for what was sent again', async () => {
    const sent = await sendTo();
    const report = postfixReport(sent);
    expect([await outcomes(report), await outcomes(report)]).toEqual([
      ['refused recorded'],
      ['refused known'],
    ]);
    // Another report of the same attempt.
    expect(await outcomes(postfixReport(sent, { notice: 'b2@mx.example.net' }))).toEqual(['refused known']);
    const entries = await handle.db.select().from(audit).where(eq(audit.action, 'delivery.came-back'));
    expect(
      entries.filter(({ details }) => (details as { recipient?: string }).recipient === sent.to),
    ).toEqual([expect.objectContaining({ actorKind: 'token', actorName: 'mail server' })]);

    const back = await press('/deliveries/again?period=2017-06&lang=en', {
      recipient: sent.to.toUpperCase(),
    });
    expect(back.headers.location).toBe('/deliveries?period=2017-06&lang=en&done=again');
    expect(
      (await press('/deliveries/again?period=2017-06', { recipient: sent.to })).headers.location,
    ).toContain('done=nothing');
    // An old report that comes late does not mark it anew.
    expect(await outcomes(report)).toEqual(['refused known']);
    world.pass(60);
    await world.send(PERIOD, { recipient: sent.to });
    expect((await world.row(sent.subscription))?.status).toBe('sent');
    expect(await outcomes(report)).toEqual(['refused known']);
    expect((await world.row(sent.subscription))?.status).toBe('sent');
    expect(await outcomes(postfixReport(sent, { notice: 'c3@mx.example.net' }))).toEqual([
      'refused recorded',
    ]);
    expect((await marked(sent.to)).sort()).toEqual(['refused', 'refused lifted']);
  });

  it('as Exim and Exchange say it', async () => {
    const [closed, full] = [await sendTo(), await sendTo()];
    expect(await outcomes(eximReport(closed))).toEqual(['refused recorded']);
    expect((await world.row(closed.subscription))?.error).toBe(
      'came back (5.0.0): 550 this mailbox was closed',
    );
    // Given up after days: the next one is tried.
    expect(await outcomes(exchangeReport(full))).toEqual(['expired recorded']);
    expect(await world.row(full.subscription)).toMatchObject({
      status: 'failed',
      sentAt: null,
      nextAttemptAt: null,
      error: 'came back (4.2.2): 452 4.2.2 over quota',
    });
    await world.send(PERIOD, { recipient: full.to });
    expect(mailsTo(full.to)).toBe(2);
  });

  it('not yet: a note beside what stands as sent', async () => {
    const sent = await sendTo();
    const report = postfixReport(sent, { action: 'delayed', status: '4.4.1' });
    expect(await outcomes(report)).toEqual(['delayed recorded']);
    expect(await world.row(sent.subscription)).toMatchObject({ status: 'sent', error: null });
    expect(await page('/deliveries?period=2017-06&lang=en')).toContain('it was still under way (4.4.1): 451');
    // And then for good.
    expect(await outcomes(postfixReport(sent, { notice: 'd4@mx.example.net' }))).toEqual([
      'refused recorded',
    ]);
    expect((await marked(sent.to)).sort()).toEqual(['delayed', 'refused']);
    const delivered = postfixReport(await sendTo(), { action: 'relayed', status: '2.0.0' });
    expect(await outcomes(delivered)).toEqual(['null ignored']);
  });

  it('as JSON, by Message-ID or by the recipient of the last days', async () => {
    const [one, other, late] = [await sendTo(), await sendTo(), await sendTo()];
    expect(
      await outcomes({
        status: '5.7.1',
        diagnostic: '550 5.7.1\r\nnot wanted',
        messageId: `<${one.messageId}>`,
      }),
    ).toEqual(['refused recorded']);
    expect((await world.row(one.subscription))?.error).toBe('came back (5.7.1): 550 5.7.1 not wanted');
    expect(await outcomes({ recipient: other.to.toUpperCase(), status: '5.1.1' })).toEqual([
      'refused recorded',
    ]);
    expect(await outcomes({ recipient: late.to, status: '4.2.1' })).toEqual(['delayed recorded']);
    world.at('2017-07-11T10:00:01Z');
    expect(await outcomes({ recipient: late.to, status: '5.1.1' })).toEqual(['null ignored']);
    expect(await marked(late.to)).toEqual(['delayed']);
  });

  it.each([
    ['as it was written', (address: string) => address],
    ['as SMTP has it', (address: string) => address.replace('+', '+2B')],
  ])('is known by the address that we wrote to, where it was passed on: %s', async (_how, said) => {
    const sent = await sendTo(`ana+${newAddress()}`);
    const elsewhere = 'ana@elsewhere.example.net';
    const report = postfixReport({ ...sent, to: elsewhere }).replace(
      `Original-Recipient: rfc822;${elsewhere}`,
      `Original-Recipient: rfc822;${said(sent.to)}`,
    );
    expect(await outcomes(report)).toEqual(['refused recorded']);
    expect([await marked(sent.to), await marked(elsewhere)]).toEqual([['refused'], []]);
  });

  it('is marked by nobody who only guesses', async () => {
    const sent = await sendTo();
    const eve = 'eve@example.net';
    // Of another e-mail; to an address that nothing was sent to.
    expect(await outcomes(postfixReport({ ...sent, messageId: '2017-06.0@example.org' }))).toEqual([
      'null ignored',
    ]);
    expect(await outcomes({ recipient: eve, status: '5.1.1' })).toEqual(['null ignored']);
    expect(await outcomes({ recipient: sent.to, status: '5.1.1', messageId: 'x@example.org' })).toEqual([
      'null ignored',
    ]);
    // Of ours, and of another address: a note, and the other address is no business of ours.
    expect(await outcomes(postfixReport({ ...sent, to: eve }))).toEqual(['doubtful recorded']);
    expect(await page('/deliveries?period=2017-06&lang=en')).toContain('may be about it (5.1.1)');
    // Without a Message-ID it may be from anybody who writes to the mailbox.
    const other = await sendTo();
    const nameless = postfixReport(other).replace(`Message-ID: <${other.messageId}>\r\n`, '');
    expect(await outcomes(nameless)).toEqual(['doubtful recorded']);
    expect([await marked(sent.to), await marked(eve), await marked(other.to)]).toEqual([
      ['doubtful'],
      [],
      ['doubtful'],
    ]);
    for (const { subscription } of [sent, other]) {
      expect((await world.row(subscription))?.status).toBe('sent');
    }
  });

  it.each<[string, string | object, string, number, string]>([
    ['an answer of somebody who is away', 'From: a@example.org\r\n\r\nAway.', '', 422, 'BOUNCE.NO_REPORT'],
    ['10,000 parts in parts', nestedReport(10_000), '', 422, 'BOUNCE.NO_REPORT'],
    ['nothing', '', '', 422, 'BOUNCE.NO_REPORT'],
    ['a form', 'status=5.1.1', 'application/x-www-form-urlencoded', 400, 'REQUEST.INVALID'],
    ['a picture', 'x', 'image/png', 415, 'REQUEST.MEDIA_TYPE'],
    ['JSON without an e-mail', { status: '5.1.1' }, '', 400, 'REQUEST.INVALID'],
    ['a status that is none', { recipient: 'a@example.org', status: '250' }, '', 400, 'REQUEST.INVALID'],
    ['what arrived', { recipient: 'a@example.org', status: '2.0.0' }, '', 400, 'REQUEST.INVALID'],
    ['no address', { recipient: 'all', status: '5.1.1' }, '', 400, 'REQUEST.INVALID'],
    [
      'too many fields',
      { recipient: 'a@example.org', status: '5.1.1', all: 'yes' },
      '',
      400,
      'REQUEST.INVALID',
    ],
  ])('refuses %s in clear words', async (_what, body, type, status, code) => {
    const answer = await post(body, token, type || undefined);
    expect([answer.status, answer.body.code]).toEqual([status, code]);
  });

  it('reads the beginning of an e-mail, and takes none of more than 32 megabytes', async () => {
    const sent = await sendTo();
    const attached = `${postfixReport(sent)}${'x'.repeat(12 * 1024 * 1024)}`;
    expect(await outcomes(attached)).toEqual(['refused recorded']);
    const answer = await post(new Uint8Array(33 * 1024 * 1024)).catch(() => null);
    // Whoever is still sending may see the connection close before the answer.
    if (answer !== null) expect([answer.status, answer.body.code]).toEqual([413, 'REQUEST.TOO_LARGE']);
  });

  it('opens to programs that write and send reports, and to nobody else', async () => {
    const sent = await sendTo();
    const report = postfixReport(sent);
    const reads = await makeToken(handle.db, { role: 'administrator' });
    const manager = await makeToken(handle.db, { role: 'manager' }, { writes: true });
    const by = async (as: string) => {
      const { status, body } = await post(report, as);
      return `${status} ${body.code}`;
    };
    expect([await by(''), await by(reads), await by(manager)]).toEqual([
      '401 ACCESS.SIGN_IN',
      '403 ACCESS.READS_ONLY',
      '404 REQUEST.NOT_FOUND',
    ]);
    const session = await app.asStranger({
      method: 'POST',
      url: '/api/v1/bounces',
      headers: { cookie, 'content-type': 'message/rfc822', 'sec-fetch-site': 'same-origin' },
      payload: report,
    });
    expect(session.json().code).toBe('ACCESS.TOKEN_ONLY');
    expect(await marked(sent.to)).toEqual([]);
  });

  it('waits for the answer of what is being handed over, and ends the doubt about what has none', async () => {
    const sent = await sendTo();
    await handle.db
      .update(deliveries)
      .set({ status: 'sending', sentAt: null, claimedAt: world.now })
      .where(eq(deliveries.subscription, sent.subscription));
    const soon = await post(postfixReport(sent));
    expect([soon.status, soon.body.code, soon.headers.get('retry-after')]).toEqual([
      503,
      'BOUNCE.UNDER_WAY',
      '30',
    ]);
    world.pass(15);
    expect(await outcomes(postfixReport(sent))).toEqual(['refused recorded']);
    expect((await world.row(sent.subscription))?.status).toBe('failed');
  });

  it('leaves what somebody has settled meanwhile', async () => {
    const sent = await sendTo();
    await outcomes(exchangeReport(sent));
    await press('/deliveries/settle?period=2017-06', {
      subscription: sent.subscription,
      is: 'not-sent',
      reason: 'Told by telephone.',
    });
    expect(await outcomes(postfixReport(sent))).toEqual(['refused recorded']);
    expect(await world.row(sent.subscription)).toMatchObject({
      status: 'settled',
      error: 'Told by telephone.',
    });
    expect((await marked(sent.to)).sort()).toEqual(['expired', 'refused']);
  });
});
