import type { AddressInfo } from 'node:net';
import { asc, eq } from 'drizzle-orm';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { audit } from '../../src/access/audit.table.ts';
import { changeSettings } from '../../src/access/index.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { writeLook } from '../../src/delivery/delivery-pulse.repository.ts';
import { DeliverErrata } from '../../src/delivery/errata/deliver-errata.use-case.ts';
import { errata } from '../../src/delivery/errata/errata.table.ts';
import { ErrataBell } from '../../src/delivery/errata/errata-bell.job.ts';
import { FindErrata } from '../../src/delivery/errata/find-errata.use-case.ts';
import { stopSubscription } from '../../src/delivery/subscriptions.repository.ts';
import { eachEngine } from '../support/database.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { fill, said } from './entry.fixture.ts';
import { approve, idOf, MAY, type Program, WritingWorld } from './writing-api.fixture.ts';

const HOUR_MS = 3_600_000;
/** Twelve officials of Antigua and Barbuda in June, whom Canada pays. */
const LATE = { program: 'TOUR-AG', country_or_region: 'AG', period_start: '2017-06', period_end: '2017-06' };

const text = (mail: Email | undefined) => (mail?.text ?? '').replace(/[^\S\n]/gu, ' ');

eachEngine('a figure that was sent and moves', (engine) => {
  let now = new Date('2017-07-01T12:00:00Z');
  let world: WritingWorld;
  let officer: Program;
  let manager: Program;
  let approver: SignedInPerson;
  const ids = new Map<string, string>();
  const arrived: Email[] = [];
  let onArrival = () => {};
  /** Whom the mail server takes nothing for. */
  let refused = '';
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      address === refused ? done(Object.assign(new Error('No such user.'), { responseCode: 550 })) : done(),
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', async () => {
        arrived.push(await PostalMime.parse(Buffer.concat(chunks)));
        onArrival();
        done();
      });
    },
  });
  const addresses = () => arrived.map((mail) => mail.to?.[0]?.address ?? '').sort();
  const mailTo = (address: string) => arrived.find((mail) => mail.to?.[0]?.address === address);
  const inject = (options: object) =>
    world.app.asStranger({ headers: { cookie: approver.cookie }, ...options });
  const post = (url: string, fields: Readonly<Record<string, unknown>>) =>
    inject({
      method: 'POST',
      url,
      headers: { cookie: approver.cookie, 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields as Record<string, string>).toString(),
    });
  const turn = () => world.app.nest.get(ErrataBell, { strict: false }).turn();
  const deliver = (id: string, signal?: AbortSignal) =>
    world.app.nest.get(DeliverErrata, { strict: false }).run(id, signal);
  const stored = () => world.db.select().from(errata).orderBy(asc(errata.createdAt), asc(errata.report));
  const proposed = async () => (await stored()).filter(({ status }) => status === 'proposed');
  const byReport = async (report: string) => {
    const found = (await proposed()).find((each) => each.report === report);
    if (found === undefined) throw new Error(`Nothing is proposed of ${report}.`);
    return found;
  };
  /** From entry by an officer to approval by somebody else; an import to be taken back. */
  const entered = async (value: string): Promise<string> => {
    // Beside the 45 of all years up to then it is another figure.
    const row = await officer.send('POST', '/submissions', {
      kind: 'results',
      rows: [{ cells: { ...MAY, ...LATE, value }, twin: 'another' }],
    });
    if (row.status !== 201) throw new Error(row.text);
    const approved = await approve(manager, [idOf(row)]);
    if (approved.status !== 200) throw new Error(approved.text);
    return approved.body.imports[0];
  };
  const takenBack = async (batch: string) => {
    const undone = await manager.send('POST', `/imports/${batch}/undo`, { reason: 'Another month.' });
    if (undone.status !== 200) throw new Error(undone.text);
  };

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
    const { port } = server.server.address() as AddressInfo;
    world = await WritingWorld.start({
      database: await engine.openSeeded(),
      clock: { now: () => now },
      env: {
        SMTP_URL: `smtp://127.0.0.1:${port}`,
        MAIL_FROM: 'Attest <reports@attest.example.org>',
        PUBLIC_URL: 'https://attest.example.org',
      },
    });
    const [maker, other] = [
      await world.person({ role: 'administrator' }),
      await world.person({ role: 'administrator' }),
    ];
    officer = await world.program({ role: 'officer', programs: ['TOUR'] }, maker.account);
    manager = await world.program({ role: 'manager' }, other.account);
    await world.db.delete(subscriptions);
    const subscribe = async (email: string, change: Partial<typeof subscriptions.$inferInsert>) => {
      const [row] = await world.db
        .insert(subscriptions)
        .values({
          ...{ email, name: email.split('@')[0] ?? '', report: 'portfolio', lang: 'en', paper: 'a4' },
          ...{ since: now, ...change },
        })
        .returning({ id: subscriptions.id });
      ids.set(email, row?.id ?? '');
    };
    const canada = { report: 'donor-funding-summary', donor: 'canada', lang: 'fr' } as const;
    await subscribe('ana@ministry.org', {});
    await subscribe('luis@ministry.org', { lang: 'es' });
    await subscribe('stopped@ministry.org', {});
    await subscribe('claire@canada.org', canada);
    await subscribe('ended@canada.org', canada);
    await subscribe('moved@canada.org', canada);
    await subscribe('eva@europe.org', { report: 'donor-funding-summary', donor: 'european-union' });
    for (const email of ['claire@canada.org', 'ended@canada.org', 'moved@canada.org']) {
      await world.db
        .insert(accounts)
        .values({ email, name: email, lang: 'fr', role: 'donor', organisations: ['canada'], createdAt: now });
    }
    const { stdout } = await world.app.run({ name: 'send', argv: ['--period', '2017-06'], files: new Map() });
    if (arrived.length !== 7) throw new Error(stdout.join('\n'));
    // After that one stops the e-mails, one may not sign in any more, and one is of another donor.
    await world.db.transaction((tx) => stopSubscription(tx, ids.get('stopped@ministry.org') ?? '', now));
    await world.db.update(accounts).set({ disabledAt: now }).where(eq(accounts.email, 'ended@canada.org'));
    await world.db
      .update(accounts)
      .set({ organisations: ['european-union'] })
      .where(eq(accounts.email, 'moved@canada.org'));
  });
  afterAll(async () => {
    await world.app.close();
    await new Promise<void>((resolve) => server.close(() => resolve()));
  });
  beforeEach(async () => {
    arrived.length = 0;
    onArrival = () => {};
    now = new Date(now.getTime() + 24 * HOUR_MS);
    approver = await signIn(world.db, { role: 'manager' }, { now });
  });

  it('is proposed once, by report, with what moved and who is concerned; and nothing where nothing moved', async () => {
    await turn();
    expect(await stored()).toEqual([]);
    await entered('12');
    const finding = world.app.nest.get(FindErrata, { strict: false });
    await Promise.all([finding.run(), finding.run()]);
    await turn();
    expect((await stored()).map(({ report, status }) => [report, status])).toEqual([
      ['donor-funding-summary', 'proposed'],
      ['portfolio', 'proposed'],
    ]);
    const page = await inject({ url: '/deliveries/errata?lang=en' });
    const words = said(page);
    expect(words).toContain('Officials trained, June 2017: the figure is now 113, of which 45 approximate');
    expect(words).toContain('ana and luis');
    expect(words).not.toMatch(/stopped|ended|moved@|eva/);
    expect(said(await inject({ url: '/deliveries?lang=en' }))).toContain('2 errata wait');
    expect(arrived).toEqual([]);
  });

  it('goes, when a manager says so, to exactly those who got it, in the right words', async () => {
    for (const report of ['portfolio', 'donor-funding-summary']) {
      const { id } = await byReport(report);
      const page = await inject({ url: `/deliveries/errata/${id}?lang=en` });
      const { action, fields } = fill(page.body, 'send');
      expect((await post(action, fields)).statusCode).toBe(303);
      await deliver(id);
      await deliver(id);
    }
    expect(addresses()).toEqual(['ana@ministry.org', 'claire@canada.org', 'luis@ministry.org']);
    const ana = mailTo('ana@ministry.org');
    expect(ana?.subject).toBe('Erratum: Portfolio report, June 2017');
    // 12 more: of June 113 for 101, up to its end 135 for 123; of both 45 are about right.
    expect(text(ana)).toContain(
      [
        'Figures that you were sent in “Portfolio report, June 2017”, made on 1 July 2017, have moved since:',
        '- Officials trained, June 2017: the figure is now 113, of which 45 approximate, was about 101: reported late.',
        '- Officials trained, up to 30 June 2017: the figure is now 135, of which 45 approximate, was 123, of which 45 approximate: reported late.',
      ].join('\n'),
    );
    expect(text(ana)).toMatch(/https:\/\/attest\.example\.org\/changes\?since=\S+to=2017-06-30/);
    expect(text(ana)).toMatch(/https:\/\/attest\.example\.org\/links\/\S+/);
    expect(ana?.attachments).toEqual([]);
    expect(ana?.headers.find(({ key }) => key === 'list-unsubscribe')?.value).toContain('/unsubscribe/');
    const luis = text(mailTo('luis@ministry.org'));
    expect(luis).toMatch(/Fe de erratas: Informe de la cartera de programas, junio de 2017/);
    expect(luis).toMatch(
      /Funcionarios capacitados, junio de 2017: la cifra es ahora 113, .*, era aprox\. 101: notificada con retraso\./,
    );
    const claire = text(mailTo('claire@canada.org'));
    // Of Canada's own 45 in June 57.
    expect(claire).toMatch(
      /Fonctionnaires formés, juin 2017 : 57, .* désormais, environ 45 auparavant \(communiqué tardivement\)\./,
    );
    const link = /https:\/\/attest\.example\.org(\/links\/\S+)/.exec(text(ana))?.[1] ?? '';
    expect((await world.app.asStranger(link)).body).toContain('Portfolio report, June 2017');
    const decided = (await world.db.select().from(audit)).filter(({ subject }) =>
      subject?.startsWith('errata'),
    );
    expect(decided.filter(({ action }) => action === 'approval.given').at(0)?.details).toMatchObject({
      before: { status: 'proposed' },
      after: { status: 'approved', decided_by: approver.email },
    });
  });

  it('is told once: nothing more is proposed, and the reports of the ledger stay what they were', async () => {
    await turn();
    expect(await proposed()).toEqual([]);
    const ledger = await world.app.nest.inject('/deliveries?period=2017-06&lang=en');
    expect(said(ledger)).toContain('eva@europe.org');
    expect(arrived).toEqual([]);
  });

  it('lapses where it says again what was sent before anybody decides', async () => {
    const batch = await entered('5');
    await turn();
    const { id, report } = await byReport('portfolio');
    await takenBack(batch);
    await turn();
    expect((await stored()).filter((each) => each.id === id).map((each) => [report, each.status])).toEqual([
      ['portfolio', 'lapsed'],
    ]);
    expect(await proposed()).toEqual([]);
  });

  it('is not sent where somebody dismisses it with a reason, and not proposed again', async () => {
    await entered('6');
    await turn();
    for (const report of ['portfolio', 'donor-funding-summary']) {
      const { id } = await byReport(report);
      const page = await inject({ url: `/deliveries/errata/${id}?lang=en` });
      const { action, fields } = fill(page.body, 'dismiss', { reason: ' ' });
      expect((await post(action, fields)).statusCode).toBe(400);
      expect((await post(action, { ...fields, reason: 'Too small to tell.' })).statusCode).toBe(303);
      const after = said(await inject({ url: `/deliveries/errata/${id}?lang=en` }));
      expect(after).toContain('Too small to tell.');
      expect((await post(action, { ...fields, reason: 'Again.' })).statusCode).toBe(422);
      await deliver(id);
    }
    await turn();
    expect(await proposed()).toEqual([]);
    expect(arrived).toEqual([]);
  });

  it('is refused where it has moved on since somebody looked', async () => {
    await entered('1');
    await turn();
    const { id } = await byReport('portfolio');
    const page = await inject({ url: `/deliveries/errata/${id}?lang=en` });
    const { action, fields } = fill(page.body, 'send');
    await entered('2');
    const refused = await post(action, fields);
    expect([refused.statusCode, said(refused)]).toEqual([
      422,
      expect.stringContaining('have moved on since you looked'),
    ]);
    expect(await world.db.select().from(deliveries).where(eq(deliveries.erratum, id))).toEqual([]);
  });

  it('goes by itself where the settings say so, once it has stood still, and each once through an interruption', async () => {
    await world.db.transaction((tx) =>
      changeSettings(tx, { errata: 'sent' }, { actor: { kind: 'command' }, at: now }),
    );
    // What has stood for a day moves on: it waits for an hour more.
    await entered('4');
    await turn();
    const { id } = await byReport('portfolio');
    now = new Date(now.getTime() + 2 * HOUR_MS);
    // Where nobody has looked for forty days by the clock, it waits until somebody has confirmed the clock.
    await writeLook(world.db, new Date(now.getTime() - 41 * 24 * HOUR_MS));
    await turn();
    expect((await stored()).find((each) => each.id === id)?.status).toBe('proposed');
    await writeLook(world.db, now);
    await turn();
    const [approved] = (await stored()).filter((each) => each.id === id);
    expect(approved).toMatchObject({ status: 'approved', decidedBy: 'service' });
    // The process is stopped when the first has it; two others go on at once.
    const stop = new AbortController();
    onArrival = () => stop.abort();
    await deliver(id, stop.signal);
    expect(arrived).toHaveLength(1);
    await Promise.all([deliver(id), deliver(id)]);
    expect(addresses()).toEqual(['ana@ministry.org', 'luis@ministry.org']);
    // Since the last e-mail 6, 1, 2 and 4 came late: 126 for the 113 that it said.
    expect(text(mailTo('ana@ministry.org'))).toContain(
      'June 2017: the figure is now 126, of which 45 approximate, was 113, of which 45 approximate: reported late.',
    );
    expect(new Set(arrived.map(({ messageId }) => messageId)).size).toBe(2);
  });

  it('is not sent to whoever stops the subscription after it was approved', async () => {
    const batch = await entered('3');
    await turn();
    now = new Date(now.getTime() + 2 * HOUR_MS);
    await turn();
    const [last] = (await stored()).filter(({ report }) => report === 'portfolio').slice(-1);
    await world.db.transaction((tx) => stopSubscription(tx, ids.get('luis@ministry.org') ?? '', now));
    await deliver(last?.id ?? '');
    expect(addresses()).toEqual(['ana@ministry.org']);
    arrived.length = 0;
    // And told again when it is taken back.
    await takenBack(batch);
    await turn();
    now = new Date(now.getTime() + 2 * HOUR_MS);
    await turn();
    const [back] = (await stored()).filter(({ report }) => report === 'portfolio').slice(-1);
    await deliver(back?.id ?? '');
    expect(text(mailTo('ana@ministry.org'))).toContain(
      'June 2017: the figure is now 126, of which 45 approximate, was 129, of which 45 approximate: withdrawn.',
    );
  });

  it('that a mail server refused is sent again when somebody says so', async () => {
    await entered('7');
    await turn();
    now = new Date(now.getTime() + 2 * HOUR_MS);
    await turn();
    const [last] = (await stored()).filter(({ report }) => report === 'portfolio').slice(-1);
    const address = `/deliveries/errata/${last?.id}`;
    refused = 'ana@ministry.org';
    const [turnOfAna] = await deliver(last?.id ?? '');
    expect(turnOfAna?.state).toMatchObject({ is: 'given-up' });
    refused = '';
    approver = await signIn(world.db, { role: 'manager' }, { now });
    const { action, fields } = fill((await inject({ url: `${address}?lang=en` })).body, `${address}/again`);
    expect((await post(action, fields)).headers.location).toContain('done=send');
    await deliver(last?.id ?? '');
    expect(addresses()).toEqual(['ana@ministry.org']);
    expect((await post(action, fields)).headers.location).toContain('done=nothing');
  });

  it('is nobody else’s: readers of rows and strangers find no errata', async () => {
    const donor = await signIn(world.db, { role: 'donor', organisations: ['canada'] }, { now });
    for (const url of ['/deliveries/errata', `/deliveries/errata/${(await stored())[0]?.id}`]) {
      const asked = await world.app.asStranger({ url, headers: { cookie: donor.cookie } });
      expect([403, 404]).toContain(asked.statusCode);
    }
  });
});
