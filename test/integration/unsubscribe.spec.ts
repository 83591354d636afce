import { randomUUID } from 'node:crypto';
import { desc, eq } from 'drizzle-orm';
import MailComposer from 'nodemailer/lib/mail-composer';
import PostalMime from 'postal-mime';
import { audit } from '../../src/access/audit.table.ts';
import { ServiceKey } from '../../src/access/index.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import type { Mail } from '../../src/platform/mailer/mailer.ts';
import { message } from '../../src/platform/mailer/message.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, PERIOD } from './delivery.fixture.ts';

const FORM = 'application/x-www-form-urlencoded';
const ONE_CLICK = 'List-Unsubscribe=One-Click';
const PARTS = [
  '--b',
  'Content-Disposition: form-data; name="List-Unsubscribe"',
  '',
  'One-Click',
  '--b--',
  '',
].join('\r\n');

eachEngine('a recipient who wants no more', (engine) => {
  let handle: DatabaseHandle;
  let world: DeliveryWorld;
  let app: TestApp;

  beforeAll(async () => {
    handle = await engine.open();
    world = DeliveryWorld.on(handle.db, () =>
      app.nest.get(ServiceKey, { strict: false }).derive('issue-links'),
    );
    app = await startApp({
      env: { PUBLIC_URL: 'https://attest.example.org' },
      clock: { now: () => world.now },
      database: { ...handle, close: async () => undefined },
    });
  });
  afterAll(() => app.close());
  beforeEach(() => {
    world.at('2017-07-01T10:00:00Z');
    world.config = { publicUrl: 'https://attest.example.org', links: 'open' };
  });

  let people = 0;
  /** A subscriber who has had a report. @returns the e-mail and the path of the way to stop it */
  async function subscriber() {
    const email = `reader-${++people}@example.org`;
    await world.subscribe(email);
    await world.send(PERIOD, { recipient: email });
    const mail = world.mailer.taken.find(({ to }) => to === email) as Mail;
    const path = (mail.unsubscribe?.[0] ?? '').replace('https://attest.example.org', '');
    return { email, mail, path };
  }

  async function rowOf(address: string) {
    const [row] = await handle.db.select().from(subscriptions).where(eq(subscriptions.email, address));
    return row;
  }
  const post = (url: string, payload = ONE_CLICK, headers: Record<string, string> = {}) =>
    app.asStranger({ method: 'POST', url, payload, headers: { 'content-type': FORM, ...headers } });
  const lastStop = async () =>
    (
      await handle.db
        .select()
        .from(audit)
        .where(eq(audit.action, 'subscription.stopped'))
        .orderBy(desc(audit.id))
    )[0];

  it('finds both headers in the e-mail, as providers ask for them', async () => {
    const { mail, path } = await subscriber();
    const from = 'Attest <attest@example.org>';
    const raw = await new MailComposer(message(mail, from, '<1@example.org>', world.now)).compile().build();
    const { headers, html, text } = await PostalMime.parse(raw);
    const header = (name: string) => headers.find(({ key }) => key === name)?.value;
    expect(header('list-unsubscribe')).toBe(`<https://attest.example.org${path}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(path).toMatch(/^\/unsubscribe\/[\w-]{43}\.[0-9a-f-]{36}$/);
    expect(html).toContain(`href="https://attest.example.org${path}"`);
    expect(text).toContain(`Stop these e-mails: https://attest.example.org${path}`);
  });

  it('is asked first: opening the address changes nothing, however often', async () => {
    const { email, path } = await subscriber();
    const before = await rowOf(email);
    for (const method of ['GET', 'HEAD', 'GET'] as const) {
      const { statusCode, headers, body } = await app.asStranger({ method, url: `${path}?utm_source=x` });
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
      });
      if (method === 'GET') {
        expect(body).toContain('Stop these e-mails?');
        expect(body).toContain(`goes to ${email} every month`);
      }
    }
    expect(await rowOf(email)).toEqual(before);
  });

  it('may also have it come less often, from that page, and is told so', async () => {
    const { email, path } = await subscriber();
    const changed = await post(`${path}/frequency?lang=en`, 'frequency=quarterly');
    expect(changed.statusCode).toBe(200);
    expect(changed.headers['referrer-policy']).toBe('no-referrer');
    expect(changed.body).toContain('From now on it comes every quarter.');
    expect(await rowOf(email)).toMatchObject({ active: true, frequency: 'quarterly', stoppedAt: null });
    // June is in the second quarter, which ended with it: the next is the third.
    world.at('2017-07-02T00:00:00Z');
    await world.ledger().enter();
    expect(await world.ledger().waiting()).not.toContain('2017-Q2');
    expect((await post(`${path}/frequency`, 'frequency=hourly')).statusCode).toBe(400);
    expect((await post('/unsubscribe/forged/frequency', 'frequency=yearly')).statusCode).toBe(404);
    expect(await rowOf(email)).toMatchObject({ frequency: 'quarterly' });
  });

  it.each([
    ['a provider’s server', ONE_CLICK, {}],
    ['a provider’s page', ONE_CLICK, { 'sec-fetch-site': 'cross-site', origin: 'https://mail.example' }],
    ['a page without an origin', ONE_CLICK, { origin: 'null' }],
    ['a form in parts', PARTS, { 'content-type': 'multipart/form-data; boundary=b' }],
    ['our own page', ONE_CLICK, { 'sec-fetch-site': 'same-origin', origin: 'https://attest.example.org' }],
  ])('is heard at once when %s sends it, without cookies', async (_what, payload, headers) => {
    const { email, path } = await subscriber();
    const answer = await post(path, payload, headers);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers['set-cookie']).toBeUndefined();
    expect(answer.body).toContain('These e-mails have stopped');
    expect(await rowOf(email)).toMatchObject({ active: false, stoppedAt: world.now });
    expect(await lastStop()).toMatchObject({
      actorKind: 'recipient',
      actorName: email,
      details: { recipient: email },
    });
    // Nothing more leaves, and what they press again says the same.
    world.at('2017-08-01T10:00:00Z');
    await world.run();
    expect(world.mailer.taken.filter(({ to }) => to === email)).toHaveLength(1);
    const again = await post(path, payload, headers);
    expect([again.statusCode, again.body.includes('Stopped on 1 July 2017')]).toEqual([200, true]);
    expect(await handle.db.$count(audit, eq(audit.actorName, email))).toBe(2);
  });

  it('stops that one subscription, whoever is signed in', async () => {
    const { email, path } = await subscriber();
    const other = await subscriber();
    const { cookie } = await signIn(handle.db, { role: 'administrator' }, { now: world.now });
    await post(path, ONE_CLICK, { cookie });
    expect([(await rowOf(email))?.active, (await rowOf(other.email))?.active]).toEqual([false, true]);
    expect(await lastStop()).toMatchObject({ actorKind: 'recipient', actorName: email });
  });

  it('is not heard without a word of it, or by a token that is not its own', async () => {
    const { email, path } = await subscriber();
    const other = await subscriber();
    const [signature = '', id = ''] = path.replace('/unsubscribe/', '').split(/\.(?=[0-9a-f]{8}-)/);
    const otherId = other.path.split('.').at(-1) ?? '';
    // Another subscription of the same address has a token of its own.
    const own = await rowOf(email);
    if (own === undefined) throw new Error('There is no subscription.');
    const sibling = randomUUID();
    await importCsv(handle.db, 'places', 'code,kind\nCL,country\n');
    await handle.db
      .insert(subscriptions)
      .values({ ...own, id: sibling, report: 'country-fact-sheet', country: 'CL' });
    expect((await post(path, '')).statusCode).toBe(400);
    expect((await post(path, 'List-Unsubscribe=No')).statusCode).toBe(400);
    const forged = [
      `/unsubscribe/${signature}.${otherId}`,
      `/unsubscribe/${signature}.${sibling}`,
      `/unsubscribe/${'A'.repeat(43)}.${id}`,
      `/unsubscribe/${signature}.00000000-0000-4000-8000-000000000000`,
      '/unsubscribe/nothing',
      path.replace('unsubscribe', 'unsubscribe/..'),
    ];
    for (const url of forged) expect([url, (await post(url)).statusCode]).toEqual([url, 404]);
    // A link to a report is no way to stop it, and the way to stop it opens no report.
    expect((await app.asStranger({ url: path.replace('unsubscribe', 'links') })).statusCode).toBe(404);
    expect([(await rowOf(email))?.active, (await rowOf(other.email))?.active]).toEqual([true, true]);
  });

  it('is seen by administrators, and not subscribed again by the next file', async () => {
    const { email, path } = await subscriber();
    await post(path);
    const { cookie } = await signIn(handle.db, { role: 'administrator' }, { now: world.now });
    const page = await app.asStranger({ url: '/deliveries?lang=en', headers: { cookie } });
    expect(page.body).toContain('Stopped by their recipients');
    expect(page.body).toMatch(new RegExp(`${email}: [^<]*, 1 July 2017`));

    const { report = '', name = '' } = (await rowOf(email)) ?? {};
    const file = (active: string) =>
      importCsv(
        handle.db,
        'subscriptions',
        `email,name,report,lang,paper,pillar,country,donor,active\n${email},${name},${report},en,a4,,,,${active}\n`,
      );
    expect(await file('')).toMatchObject({ errors: [], unchanged: 1, notes: [] });
    const kept = await file('yes');
    expect(kept).toMatchObject({ errors: [], unchanged: 1 });
    expect(kept.notes.join()).toContain(`not begun again: "${email}" (${report})`);
    expect(await rowOf(email)).toMatchObject({ active: false, stoppedAt: world.now });
    expect(await file('again')).toMatchObject({ errors: [], updated: 1, notes: [] });
    expect(await rowOf(email)).toMatchObject({ active: true, stoppedAt: null });
  });

  it('is told the mailbox where the service has no address', async () => {
    world.config = { publicUrl: null, links: 'open' };
    const email = `reader-${++people}@example.org`;
    await world.subscribe(email);
    await world.send(PERIOD, { recipient: email });
    const mail = world.mailer.taken.find(({ to }) => to === email) as Mail;
    expect(mail.unsubscribe).toEqual(['mailto:attest@example.org?subject=unsubscribe']);
    expect(message(mail, 'attest@example.org', '<1@x>', world.now).headers).toEqual({
      'Auto-Submitted': 'auto-generated',
      'List-Unsubscribe': '<mailto:attest@example.org?subject=unsubscribe>',
    });
  });
});
