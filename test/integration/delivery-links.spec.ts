import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { desc, eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { ROLES, type Role, ServiceKey } from '../../src/access/index.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { Passwords } from '../../src/accounts/passwords/password.adapter.ts';
import { DomainError } from '../../src/core/errors.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { issueLinks } from '../../src/delivery/issue-links.table.ts';
import { IssueLinks } from '../../src/delivery/issue-links.use-case.ts';
import type { DatabaseHandle } from '../../src/platform/database/database.ts';
import type { Mail } from '../../src/platform/mailer/mailer.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { makeToken, startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';
import { DeliveryWorld, PERIOD } from './delivery.fixture.ts';

const SENT = '2017-07-01T10:00:00Z';
/** 35 days later. */
const ENDS = '2017-08-05T10:00:00Z';

const tokenIn = ({ text }: Mail) => /^https:\/\/attest\.example\.org\/links\/(\S+)$/m.exec(text)?.[1] ?? '';

eachEngine('links in e-mails', (engine) => {
  let handle: DatabaseHandle;
  let world: DeliveryWorld;
  let app: TestApp;
  const clock = { now: () => world.now };

  /** Another process on the same database. */
  const start = (env: Readonly<Record<string, string>> = {}) =>
    startApp({
      env: { PUBLIC_URL: 'https://attest.example.org', ...env },
      clock,
      // The engine closes it when all are done.
      database: { ...handle, close: async () => undefined },
    });

  beforeAll(async () => {
    handle = await engine.open();
    world = DeliveryWorld.on(handle.db, () =>
      app.nest.get(ServiceKey, { strict: false }).derive('issue-links'),
    );
    app = await start();
  });
  afterAll(() => app.close());
  beforeEach(() => {
    world.at(SENT);
    world.config = { publicUrl: 'https://attest.example.org', links: 'open' };
    world.mailer.onSend = () => undefined;
    world.audit.length = 0;
  });

  let people = 0;
  const newAddress = () => `reader-${++people}@example.org`;

  /** Sends a report. @returns the token of its link, and the row behind it */
  async function send(email = newAddress()): Promise<{ token: string; id: string; email: string }> {
    await world.subscribe(email);
    await world.send(PERIOD, { recipient: email });
    const mail = world.mailer.taken.find(({ to }) => to === email) as Mail;
    const [row] = await handle.db.select().from(issueLinks).where(eq(issueLinks.recipient, email));
    return { token: tokenIn(mail), id: row?.id ?? '', email };
  }

  const rowOf = async (id: string) =>
    (await handle.db.select().from(issueLinks).where(eq(issueLinks.id, id)))[0];

  const get = (url: string, headers: Record<string, string> = {}, on = app) =>
    on.asStranger({ url, headers });

  async function lastAudit(action: string) {
    const rows = await handle.db.select().from(audit).where(eq(audit.action, action)).orderBy(desc(audit.id));
    return rows[0];
  }

  async function auditCount(action: string): Promise<number> {
    return handle.db.$count(audit, eq(audit.action, action));
  }

  /** Somebody signed in. */
  async function come(role: Role, email = newAddress(), stage: 'full' | 'second-factor' = 'full') {
    if (role === 'donor') await knowCanada();
    const mandate = { role, ...(role === 'donor' && { organisations: ['canada'] }) };
    return signIn(handle.db, mandate, { email, stage, now: world.now });
  }

  async function knowCanada(): Promise<void> {
    await handle.db
      .insert(organisations)
      .values({ code: 'canada', name: { en: 'Canada' }, kind: 'government' })
      .onConflictDoNothing({ target: organisations.code });
  }

  /** What a link that does not open is answered, without what differs from one address to another. */
  async function refusalOf(token: string, headers: Record<string, string> = {}, on = app) {
    const page = await get(`/links/${token}`, headers, on);
    const file = await get(`/links/${token}/report.pdf`, headers, on);
    const bare = (body: string) =>
      body.replaceAll(token, 'TOKEN').replaceAll(encodeURIComponent(token), 'TOKEN');
    expect([page.statusCode, file.statusCode]).toEqual([404, 404]);
    expect(bare(file.body)).toBe(bare(page.body));
    const { date: _, 'server-timing': __, 'content-length': ___, ...others } = page.headers;
    return { body: bare(page.body), headers: others };
  }

  describe('the right one', () => {
    it('shows what it leads to', async () => {
      const { token, email } = await send();
      const { statusCode, headers, body } = await get(`/links/${token}`);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        'content-language': 'en',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(body).toContain('<h1>A report</h1>');
      expect(body).toContain(`<a class="button" href="/links/${token}/report.pdf">Download the PDF</a>`);
      expect(body).toContain('5 August 2017 at 06:00 GMT−4');
      expect(body).toContain(email);
      expect(body).toContain('Cut-off date: 30 June 2017');
    });

    it('opens whatever a mail program adds to it', async () => {
      const { token } = await send();
      expect((await get(`/links/${token}?utm_source=mail&lang=xx`)).statusCode).toBe(200);
      const inFrench = await get(`/links/${token}?lang=fr`);
      expect(inFrench.body).toContain('<h1 lang="en">A report</h1>');
      expect(inFrench.headers['content-language']).toBe('fr');
      expect((await get(`/links/${token}/report.pdf?utm_source=mail`)).statusCode).toBe(200);
    });

    it.each([
      ['xlsx', 'XLSX', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
      ['csv', 'CSV', 'text/csv; charset=utf-8'],
    ] as const)(
      'opens the same figures as %s where the issue has them, and says nothing of them else',
      async (format, called, type) => {
        const { token, id } = await send();
        const issue = (await rowOf(id))?.issue ?? '';
        const keep = (bytes: Uint8Array | null) =>
          handle.db
            .update(issues)
            .set({ [format]: bytes })
            .where(eq(issues.id, issue));
        await keep(null);
        expect((await get(`/links/${token}`)).body).not.toContain(`report.${format}`);
        expect((await get(`/links/${token}/report.${format}`)).statusCode).toBe(404);
        await keep(new Uint8Array([80, 75]));
        expect((await get(`/links/${token}`)).body).toContain(
          `<a class="button-quiet" href="/links/${token}/report.${format}">Download as ${called}</a>`,
        );
        const { statusCode, headers, rawPayload } = await get(`/links/${token}/report.${format}`);
        expect([statusCode, [...rawPayload]]).toEqual([200, [80, 75]]);
        expect(headers).toMatchObject({
          'content-type': type,
          'content-disposition': `attachment; filename="portfolio-2017-06-en.${format}"`,
          'cache-control': 'no-store',
        });
      },
    );

    it('opens the report, and is counted and recorded once each time', async () => {
      const { token, id, email } = await send();
      await get(`/links/${token}`);
      expect(await rowOf(id)).toMatchObject({ opened: 0, lastOpenedAt: null });
      world.at('2017-07-02T08:00:00Z');
      const { statusCode, headers, rawPayload } = await get(`/links/${token}/report.pdf`);
      expect(statusCode).toBe(200);
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'attachment; filename="portfolio-2017-06-en.pdf"',
        'referrer-policy': 'no-referrer',
        'cache-control': 'no-store',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect([...rawPayload]).toEqual([1]);
      const row = await rowOf(id);
      expect(row).toMatchObject({ opened: 1, lastOpenedAt: world.now });
      expect(await lastAudit('link.opened')).toMatchObject({
        at: world.now,
        actorKind: 'recipient',
        actor: null,
        actorName: email,
        address: '127.0.0.1',
        subject: `issues ${row?.issue}`,
        details: { link: id, recipient: email },
      });
    });

    it('counts every one of many at the same moment', async () => {
      const { token, id } = await send();
      await Promise.all(Array.from({ length: 12 }, () => get(`/links/${token}/report.pdf`)));
      expect((await rowOf(id))?.opened).toBe(12);
    });

    it('does not count who only asks for the headers', async () => {
      const { token, id } = await send();
      const before = await auditCount('link.opened');
      const head = await app.asStranger({ method: 'HEAD', url: `/links/${token}/report.pdf` });
      expect([head.statusCode, head.body]).toEqual([200, '']);
      expect((await rowOf(id))?.opened).toBe(0);
      expect(await auditCount('link.opened')).toBe(before);
    });

    it('says who it was where somebody had signed in', async () => {
      const { token } = await send();
      const { account, cookie } = await come('manager', 'manager@example.org');
      await get(`/links/${token}/report.pdf`, { cookie });
      expect(await lastAudit('link.opened')).toMatchObject({
        actorKind: 'person',
        actor: account,
        actorName: 'manager@example.org',
      });
    });

    it('opens after a restart, and in any process', async () => {
      const { token } = await send();
      const others = [await start(), await start()];
      for (const other of others) {
        expect((await get(`/links/${token}/report.pdf`, {}, other)).statusCode).toBe(200);
        await other.close();
      }
      const again = await start();
      expect((await get(`/links/${token}/report.pdf`, {}, again)).statusCode).toBe(200);
      await again.close();
    });
  });

  describe('one that does not open', () => {
    it('is answered alike, whatever it lacks; the audit knows', async () => {
      const { token: unknown, id: unknownId } = await send();
      await handle.db.delete(issueLinks).where(eq(issueLinks.id, unknownId));
      const refused = await refusalOf(unknown);
      expect(refused.body).toContain('This link has ended, or never was');
      expect(refused.headers).toMatchObject({
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
        'x-robots-tag': 'noindex, nofollow',
      });
      expect(await lastAudit('link.refused')).toMatchObject({
        actorKind: 'stranger',
        subject: null,
        details: { reason: 'unknown' },
      });

      const { token, id, email } = await send();
      const row = await rowOf(id);
      const reasonFor = async (text: string) => {
        expect(await refusalOf(text)).toEqual(refused);
        const entry = await lastAudit('link.refused');
        expect(JSON.stringify(entry)).not.toContain(text.split('.')[1] || 'never');
        return entry?.details.reason;
      };
      const [seconds, signature = '', own] = token.split('.');
      const { token: another } = await send();
      const [, otherSignature, other] = another.split('.');
      expect(own).toBe(id);
      expect(await reasonFor('no-token')).toBe('no token');
      expect(await reasonFor(`${token}A`)).toBe('no token');
      const flipped = (signature.startsWith('A') ? 'B' : 'A') + signature.slice(1);
      expect(await reasonFor(`${seconds}.${flipped}.${own}`)).toBe('forged');
      expect(await reasonFor(`${Number(seconds) + 86_400}.${signature}.${own}`)).toBe('forged');
      expect(await reasonFor(`${seconds}.${signature}.${other}`)).toBe('forged');
      expect(await reasonFor(`${seconds}.${otherSignature}.${own}`)).toBe('forged');
      expect(await reasonFor(`${seconds}.${signature}.00000000-0000-4000-8000-000000000000`)).toBe('unknown');
      // What it is bound to has changed under it.
      const issue = await world.storeIssue({
        report: 'portfolio',
        pillar: null,
        country: null,
        donor: null,
        lang: 'en',
        paper: 'a4',
        period: '2017-06',
      });
      for (const change of [{ issue }, { recipient: 'eve@example.org' }]) {
        await handle.db.update(issueLinks).set(change).where(eq(issueLinks.id, id));
        expect(await reasonFor(token)).toBe('forged');
        await handle.db
          .update(issueLinks)
          .set({ issue: row?.issue ?? '', recipient: email })
          .where(eq(issueLinks.id, id));
      }
      expect((await get(`/links/${token}`)).statusCode).toBe(200);

      await handle.db.update(subscriptions).set({ active: false }).where(eq(subscriptions.email, email));
      expect(await reasonFor(token)).toBe('subscription ended');
      await handle.db.update(subscriptions).set({ active: true }).where(eq(subscriptions.email, email));

      world.at('2017-08-05T09:59:59.999Z');
      expect((await get(`/links/${token}`)).statusCode).toBe(200);
      world.at(ENDS);
      expect(await reasonFor(token)).toBe('expired');
      world.at(SENT);
      // A row may end it earlier than the token says.
      await handle.db.update(issueLinks).set({ expiresAt: world.now }).where(eq(issueLinks.id, id));
      expect(await reasonFor(token)).toBe('expired');
      expect((await rowOf(id))?.opened).toBe(0);
    });

    it('is every one of a subscription that an import ends, until another begins it again', async () => {
      const { token, email } = await send();
      const give = (active: string) =>
        importCsv(
          handle.db,
          'subscriptions',
          `email,name,report,lang,paper,active\n${email},A reader,portfolio,en,a4,${active}\n`,
        );
      const statusAfter = async (active: string) => {
        expect(await give(active)).toMatchObject({ errors: [] });
        return (await get(`/links/${token}/report.pdf`)).statusCode;
      };
      expect(await statusAfter('')).toBe(200);
      expect(await statusAfter('no')).toBe(404);
      expect((await lastAudit('change.made'))?.details).toEqual({
        before: { active: true },
        after: { active: false },
      });
      expect(await statusAfter('')).toBe(404);
      expect(await statusAfter('yes')).toBe(200);
      expect((await give('perhaps')).errors).toMatchObject([
        { column: 'active', code: 'CELL.NOT_YES_OR_NO' },
      ]);
    });

    it('speaks the language of who asks', async () => {
      const { body, headers } = await get('/links/nothing', { 'accept-language': 'fr-CA' });
      expect(headers['content-language']).toBe('fr');
      expect(body).toContain('Ce lien n’est plus valable, ou n’a jamais existé');
      expect((await get('/links/nothing?lang=es')).body).toContain(
        'Este enlace ya no es válido o nunca existió',
      );
    });
  });

  describe('revoked', () => {
    const revoke = (id: string, headers: Record<string, string>) =>
      app.asStranger({
        method: 'POST',
        url: `/deliveries/links/${id}/revoke?period=2017-06&lang=en`,
        headers,
      });

    it('by an administrator, it opens no more, and it is on record who did it', async () => {
      const { token, id } = await send();
      const { cookie, account } = await come('administrator');
      const page = await get('/deliveries?period=2017-06&lang=en', { cookie });
      expect(page.body).toContain(`action="/deliveries/links/${id}/revoke?lang=en&amp;period=2017-06"`);
      world.at('2017-07-01T10:20:00Z');
      const answer = await revoke(id, { cookie });
      expect([answer.statusCode, answer.headers.location]).toEqual([
        303,
        '/deliveries?period=2017-06&lang=en',
      ]);
      await refusalOf(token);
      expect((await lastAudit('link.refused'))?.details).toEqual({ reason: 'revoked', link: id });
      const entry = await lastAudit('change.made');
      expect(entry).toMatchObject({
        at: world.now,
        actorKind: 'person',
        actor: account,
        subject: `issue_links ${id}`,
        details: { before: { revoked_at: null }, after: { revoked_at: expect.any(String) } },
      });
      const after = await get('/deliveries?period=2017-06&lang=en', { cookie });
      expect(after.body).toContain('not opened yet; revoked 1 Jul 2017');
      expect(after.body).not.toContain(`/deliveries/links/${id}/revoke`);

      // A second time changes nothing.
      world.at('2017-07-01T10:25:00Z');
      expect((await revoke(id, { cookie })).statusCode).toBe(303);
      expect((await rowOf(id))?.revokedAt).toEqual(new Date('2017-07-01T10:20:00Z'));
      expect((await lastAudit('change.made'))?.id).toBe(entry?.id);
      expect((await revoke('00000000-0000-4000-8000-000000000000', { cookie })).statusCode).toBe(404);
      expect((await revoke('nothing', { cookie })).statusCode).toBe(400);
    });

    it('by nobody else: a manager sees links, programs and others do not even that', async () => {
      const { token, id } = await send();
      const manager = await come('manager');
      const page = await get('/deliveries?period=2017-06&lang=en', { cookie: manager.cookie });
      expect(page.body).toContain('not opened yet; holds until 5 Aug 2017');
      expect(page.body).not.toContain('/revoke');
      for (const role of ROLES.filter((each) => each !== 'administrator')) {
        const { cookie } = await come(role);
        expect((await revoke(id, { cookie })).statusCode).toBe(404);
      }
      const program = await makeToken(handle.db, { role: 'administrator' });
      expect((await revoke(id, { authorization: `Bearer ${program}` })).statusCode).toBe(404);
      expect((await revoke(id, {})).statusCode).toBe(401);
      expect((await get(`/links/${token}`)).statusCode).toBe(200);
    });

    it('between the look and the opening, it is not opened', async () => {
      const { token, id } = await send();
      const { reports } = app.nest.get(IssueLinks, { strict: false }) as unknown as {
        reports: { find: (...args: unknown[]) => Promise<unknown> };
      };
      const { find } = reports;
      reports.find = async (...args) => {
        await handle.db.update(issueLinks).set({ revokedAt: world.now }).where(eq(issueLinks.id, id));
        return find.apply(reports, args);
      };
      try {
        expect((await get(`/links/${token}/report.pdf`)).statusCode).toBe(404);
        expect((await rowOf(id))?.opened).toBe(0);
      } finally {
        reports.find = find;
      }
    });
  });

  describe('where it needs a sign-in', () => {
    let strict: TestApp;
    beforeAll(async () => {
      strict = await start({ ATTEST_LINKS: 'sign-in' });
    });
    afterAll(() => strict.close());

    it('asks for it, and comes back to the link', async () => {
      const { token } = await send();
      const halfWay = await come('donor', newAddress(), 'second-factor');
      for (const headers of [{}, { cookie: halfWay.cookie }]) {
        for (const url of [`/links/${token}`, `/links/${token}/report.pdf`]) {
          const answer = await get(url, headers, strict);
          expect([answer.statusCode, answer.headers.location]).toEqual([
            303,
            `/sign-in?next=${encodeURIComponent(`/links/${token}`)}`,
          ]);
        }
      }
      // To whom it would not open it does not say so much.
      await refusalOf(`${token}0`, {}, strict);
    });

    it('opens for its recipient and for those who see every report', async () => {
      const { token, id, email } = await send();
      const recipient = await come('donor', email.toUpperCase());
      const page = await get(`/links/${token}`, { cookie: recipient.cookie }, strict);
      expect(page.statusCode).toBe(200);
      expect(page.body).toContain('for its recipient only');
      expect((await get(`/links/${token}/report.pdf`, { cookie: recipient.cookie }, strict)).statusCode).toBe(
        200,
      );
      expect(await lastAudit('link.opened')).toMatchObject({ actorKind: 'person', actor: recipient.account });
      for (const role of ['administrator', 'manager'] as const) {
        const { cookie } = await come(role);
        expect((await get(`/links/${token}/report.pdf`, { cookie }, strict)).statusCode).toBe(200);
      }
      expect((await rowOf(id))?.opened).toBe(3);
    });

    it('opens at the end of signing in', async () => {
      const { token, email } = await send();
      await knowCanada();
      const password = 'correct horse battery staple';
      await handle.db.insert(accounts).values({
        email,
        name: 'A reader',
        lang: 'en',
        role: 'donor',
        organisations: ['canada'],
        passwordHash: await strict.nest.get(Passwords, { strict: false }).hash(password),
        createdAt: world.now,
      });
      const asked = await get(`/links/${token}`, {}, strict);
      const entered = await strict.asStranger({
        method: 'POST',
        url: String(asked.headers.location),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        payload: new URLSearchParams({ email, password }).toString(),
      });
      expect([entered.statusCode, entered.headers.location]).toEqual([303, `/links/${token}`]);
      const cookie = [entered.headers['set-cookie']].flat().join(';').split(';')[0] ?? '';
      expect((await get(`/links/${token}`, { cookie }, strict)).statusCode).toBe(200);
    });

    it('does not open for anybody else', async () => {
      const { token, id } = await send();
      for (const role of ['donor', 'officer'] as const) {
        const { cookie } = await come(role);
        await refusalOf(token, { cookie }, strict);
        expect((await lastAudit('link.refused'))?.details).toEqual({ reason: 'not the recipient', link: id });
      }
      const program = await makeToken(handle.db, { role: 'officer' });
      await refusalOf(token, { authorization: `Bearer ${program}` }, strict);
      expect((await rowOf(id))?.opened).toBe(0);
    });

    it('lies in no mailbox', async () => {
      world.config = { publicUrl: 'https://attest.example.org', links: 'sign-in' };
      const { token, email } = await send();
      const mail = world.mailer.taken.find(({ to }) => to === email);
      expect(mail?.attachments).toEqual([]);
      expect(mail?.text).toContain(`once you have signed in as ${email}`);
      expect(token).not.toBe('');
    });
  });

  describe('an e-mail that is tried again', () => {
    it('bears the same link, which holds as long as its last e-mail says', async () => {
      const email = newAddress();
      await world.subscribe(email);
      const tried: string[] = [];
      world.mailer.onSend = (mail) => {
        tried.push(tokenIn(mail));
        if (tried.length === 1) throw new DomainError('MAIL.LATER', 'Later.', { kind: 'broken' });
      };
      // The same issue, as the schedule finds it again.
      const issue = await world.storeIssue({
        report: 'portfolio',
        pillar: null,
        country: null,
        donor: null,
        lang: 'en',
        paper: 'a4',
        period: '2017-06',
      });
      world.storeIssue = async () => issue;
      try {
        await world.run();
        world.at('2017-07-02T10:00:00Z');
        await world.run();
      } finally {
        Reflect.deleteProperty(world, 'storeIssue');
      }
      const rows = await handle.db.select().from(issueLinks).where(eq(issueLinks.recipient, email));
      expect(rows).toMatchObject([
        { issue, createdAt: new Date(SENT), expiresAt: new Date('2017-08-06T10:00:00Z'), opened: 0 },
      ]);
      const [first = '', second = ''] = tried;
      expect(first.split('.')[2]).toBe(second.split('.')[2]);
      world.at('2017-08-05T11:00:00Z');
      const answers = [await get(`/links/${first}`), await get(`/links/${second}`)];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 200]);
    });

    it('is not taken where it cannot be written or signed', async () => {
      const email = newAddress();
      const subscription = await world.subscribe(email);
      const { linkKey } = world;
      world.linkKey = async () => {
        throw new Error('no key');
      };
      await expect(world.run()).rejects.toThrow('no key');
      world.linkKey = linkKey;
      const { now } = world.settings;
      const schedule = { ...now.schedule, timeZone: 'Nowhere/At_all' };
      world.mailSettings = { now: { ...now, schedule } };
      await expect(world.run()).rejects.toThrow('Nowhere/At_all');
      expect(await world.row(subscription)).toMatchObject({
        status: 'pending',
        attempts: 0,
        messageId: null,
      });
      expect(await handle.db.$count(issueLinks, eq(issueLinks.recipient, email))).toBe(0);
      world.mailSettings = null;
      await world.run();
      expect(world.mailer.taken.filter(({ to }) => to === email)).toHaveLength(1);
    });

    it('of no known address has no link', async () => {
      world.config = { publicUrl: null, links: 'open' };
      const { token, id } = await send();
      expect([token, id]).toEqual(['', '']);
    });
  });

  describe('sends are on record', () => {
    const recorded = () => world.audit.map(({ action, actor, details }) => [action, actor.kind, details]);
    const told = (recipient: string) => ({ recipient, period: '2017-06', report: 'portfolio' });

    it('with what became of each', async () => {
      const [taken, refused, unclear] = [newAddress(), newAddress(), newAddress()];
      for (const email of [taken, refused, unclear]) await world.subscribe(email);
      world.mailer.onSend = ({ to }) => {
        if (to === refused) throw new DomainError('MAIL.REFUSED', 'No such user.', { kind: 'broken' });
        if (to === unclear) throw new DomainError('MAIL.UNCLEAR', 'Silence.', { kind: 'broken' });
      };
      await world.run();
      expect(recorded().sort()).toEqual(
        [
          ['delivery.sent', 'service', told(taken)],
          ['delivery.failed', 'service', { ...told(refused), reason: 'No such user.' }],
          ['delivery.unclear', 'service', { ...told(unclear), reason: 'Silence.' }],
        ].sort(),
      );
      for (const { subject } of world.audit) expect(subject).toMatch(/^issues [0-9a-f-]{36}$/);
      world.audit.length = 0;
      world.mailer.onSend = () => undefined;
      await world
        .requests()
        .settle('2017-06', { recipient: unclear }, { is: 'arrived' }, { kind: 'command' });
      expect(recorded()).toEqual([['delivery.sent', 'command', { ...told(unclear), said: 'arrived' }]]);
      await world.run();
    });

    it('and an audit that cannot be written keeps nothing from leaving, and nothing leaves twice', async () => {
      const emails = [newAddress(), newAddress()];
      for (const email of emails) await world.subscribe(email);
      world.onRecord = () => {
        throw new Error('The disk is full.');
      };
      try {
        await world.run();
        await world.run();
      } finally {
        world.onRecord = () => undefined;
      }
      const sent = world.mailer.taken.map(({ to }) => to).filter((to) => emails.includes(to));
      expect(sent.sort()).toEqual(emails.sort());
    });
  });

  describe('limits', () => {
    it('hold back who opens one without end, and nobody else', async () => {
      const { token, id } = await send();
      const { token: other } = await send();
      for (const _ of Array(30)) await get(`/links/${token}/report.pdf`);
      const answer = await get(`/links/${token}/report.pdf`);
      expect([answer.statusCode, answer.headers['retry-after']]).toEqual([429, '600']);
      expect((await rowOf(id))?.opened).toBe(30);
      expect((await get(`/links/${other}/report.pdf`)).statusCode).toBe(200);
      world.at('2017-07-01T10:10:01Z');
      expect((await get(`/links/${token}/report.pdf`)).statusCode).toBe(200);
    });

    it('hold back who guesses, before the audit is full of it', async () => {
      // After every window that a test before has begun.
      world.at('2017-08-20T10:00:00Z');
      const { token } = await send();
      const before = await auditCount('link.refused');
      for (const _ of Array(60)) await get('/links/guessed');
      expect((await get('/links/guessed')).statusCode).toBe(429);
      expect((await get(`/links/guessed/report.pdf`)).statusCode).toBe(429);
      expect(await auditCount('link.refused')).toBe(before + 60);
      expect((await get(`/links/${token}/report.pdf`)).statusCode).toBe(200);
    });
  });

  it('no secret of an address gets into the log', async () => {
    // The log is the newest application's.
    const fresh = await start();
    try {
      const { token } = await send();
      const code = randomBytes(32).toString('base64url');
      const addresses = [
        `/links/${token}`,
        `/links/${token}?lang=es`,
        `/links/${token}/report.pdf`,
        `/links/${token}/`,
        `/links/${token}/more`,
        `/LINKS/${token}`,
        `/links/${token}%00%zz`,
        `/one-time/${code}`,
        `/one-time/${code}?lang=fr`,
        `/one-time/${code}/`,
        `/sign-in?next=/links/${token}`,
      ];
      for (const url of addresses) {
        await get(url, {}, fresh);
        await fresh.asStranger({ method: 'POST', url, payload: {} });
      }
      fresh.nest.get(IssueLinks, { strict: false }).look = async () => {
        throw new Error('broken');
      };
      expect((await get(`/links/${token}`, {}, fresh)).statusCode).toBe(500);
      world.mailer.onSend = () => {
        throw new TypeError('broken');
      };
      await world.subscribe(newAddress());
      await world.run();

      const said = fresh.log.map(({ msg }) => msg);
      expect(said).toEqual(
        expect.arrayContaining(['GET /links/:token', 'GET /links/:token failed', 'GET none']),
      );
      expect(said.some((msg) => /^The e-mail \S+ is unclear$/.test(String(msg)))).toBe(true);
      const [, signature = 'none'] = token.split('.');
      const written = [fresh.log, await handle.db.select().from(audit)].map((rows) => JSON.stringify(rows));
      const leaked = [token, signature, code].filter((secret) =>
        written.some((text) => text.includes(secret)),
      );
      expect(leaked).toEqual([]);
    } finally {
      await fresh.close();
    }
  });
});

beforeAll(() => Logger.overrideLogger(false));
