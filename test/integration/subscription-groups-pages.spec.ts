import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { DeliverPeriod } from '../../src/delivery/deliver-period.use-case.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { Ledger } from '../../src/delivery/ledger.use-case.ts';
import { subscriptionGroups } from '../../src/delivery/subscription-groups.table.ts';
import { ownReports } from '../../src/reporting/own/own-reports.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

eachEngine('the pages of groups', (engine) => {
  let app: TestApp;
  let now = new Date('2017-07-01T12:00:00Z');
  const people: Record<string, SignedInPerson> = {};

  beforeAll(async () => {
    app = await startReferenceApp(engine, { clock: { now: () => now } });
    const { db } = app.database;
    const as = async (name: string, mandate: Parameters<typeof signIn>[1]) => {
      people[name] = await signIn(db, mandate, { email: `${name}@example.org` });
      await db
        .update(accounts)
        .set({ name: `Of ${name}` })
        .where(eq(accounts.id, people[name].account));
    };
    await as('admin', { role: 'administrator' });
    await as('manager', { role: 'manager' });
    await as('officer', { role: 'officer', programs: ['TOUR'] });
    await as('canada', { role: 'donor', organisations: ['canada'] });
    await as('italy', { role: 'donor', organisations: ['italy'] });
  });
  afterAll(() => app.close());

  const get = (who: string, url: string) =>
    app.asStranger({ url, headers: { cookie: people[who]?.cookie ?? '' } });
  const post = (who: string, url: string, form: Readonly<Record<string, string>> = {}) =>
    app.asStranger({
      method: 'POST',
      url,
      headers: {
        cookie: people[who]?.cookie ?? '',
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(form).toString(),
    });
  const PATH = '/deliveries/subscriptions';
  const FACTS = { language: 'en', paper: 'a4', frequency: 'monthly', report: 'portfolio' };
  /** @returns the address of its page */
  const enter = async (form: Readonly<Record<string, string>>) => {
    const { statusCode, headers } = await post('admin', PATH, { ...FACTS, ...form });
    expect(statusCode).toBe(303);
    return String(headers.location).split('?')[0] ?? '';
  };
  const ledger = () => app.nest.get(Ledger, { strict: false });
  const stored = (name: string) =>
    app.database.db
      .select()
      .from(subscriptions)
      .where(eq(subscriptions.email, `${name}@example.org`));
  const through = async (name: string) =>
    (await stored(name)).map(({ report, frequency, active, memberOf }) =>
      [report, frequency, active ? 'stands' : 'ended', memberOf === null ? 'own' : 'group'].join(' '),
    );

  it('shows whom a group is, who gets it now and since when, and ends it', async () => {
    const page = await enter({ to: 'manager', report: 'country-fact-sheet', country: 'Costa Rica' });
    const { body } = await get('admin', `${page}?done=added&lang=en`);
    expect(body).toContain('All managers');
    expect(body).toContain('Country fact sheet, Costa Rica');
    expect(body).toContain('Of manager');
    expect(body).not.toContain('Of officer');
    const list = await get('admin', `${PATH}?lang=en`);
    expect(list.body).toContain('1 person');
    expect(list.body).toContain('through: All managers');
    const found = async (search: string) =>
      (await get('admin', `${PATH}?lang=en&search=${search}`)).body.includes('id="subscription-groups"');
    expect([await found('costa'), await found('honduras')]).toEqual([true, false]);
    expect((await post('admin', `${page}/standing`, { to: 'paused' })).statusCode).toBe(303);
    expect(await through('manager')).toEqual(['country-fact-sheet monthly ended group']);
    expect((await get('admin', `${PATH}?lang=en`)).body).not.toContain('through: All managers');
  });

  it('says what is wrong at its fields, and keeps what was chosen', async () => {
    const wrong = { ...FACTS, to: 'donor', donor: 'Italy', email: 'somebody@example.org' };
    const { statusCode, body } = await post('admin', `${PATH}?lang=fr`, wrong);
    expect(statusCode).toBe(422);
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(3);
    expect(body).toContain('Un donateur ne peut pas avoir ce rapport.');
    expect(body).toMatch(/<option value="donor" selected/);
    const page = await enter({ to: 'officer' });
    await enter({ to: 'officer', frequency: 'yearly' });
    const twice = await post('admin', `${page}?lang=en`, { ...FACTS, frequency: 'yearly' });
    expect([twice.statusCode, twice.body.includes('There is a group already')]).toEqual([422, true]);
    expect((await get('admin', `${PATH}/groups/00000000-0000-4000-8000-000000000000`)).statusCode).toBe(404);
  });

  it('lets managers look, and nobody else but administrators', async () => {
    const page = await enter({ to: 'administrator', report: 'portfolio', pillar: 'democracy' });
    const seen = await get('manager', page);
    expect([seen.statusCode, seen.body.includes('<form class="form"')]).toEqual([200, false]);
    for (const who of ['manager', 'officer', 'canada']) {
      expect((await post(who, page, FACTS)).statusCode).toBe(404);
      expect((await post(who, `${page}/standing`, { to: 'paused' })).statusCode).toBe(404);
      expect((await post(who, PATH, { ...FACTS, to: 'manager' })).statusCode).toBe(404);
    }
    expect((await get('canada', page)).statusCode).toBe(404);
  });

  it('sends donors what is of their own organisation, and nobody anything of another', async () => {
    const report = 'donor-funding-summary';
    await enter({ to: 'donor', report });
    await enter({ to: 'of-donor', donor: 'Canada', report, frequency: 'quarterly' });
    now = new Date('2017-08-01T12:00:00Z');
    await ledger().enter();
    const turns = (await ledger().turns('2017-07', report)).filter(({ state }) => state.is === 'open');
    expect(turns.map(({ recipient, donor }) => [recipient, donor])).toEqual([
      ['canada@example.org', 'canada'],
      ['italy@example.org', 'italy'],
    ]);
    await app.nest.get(DeliverPeriod, { strict: false }).run('2017-07', { report });
    const folder = join(app.config.dataDir, 'outbox');
    const names = (await readdir(folder)).filter((name) => name.endsWith('.eml'));
    const mails = await Promise.all(
      names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
    );
    expect(mails.map(({ to, subject }) => [to?.[0]?.address, subject]).sort()).toEqual([
      ['canada@example.org', 'Donor funding summary: Canada, July 2017'],
      ['italy@example.org', 'Donor funding summary: Italy, July 2017'],
    ]);
    // Sessions of July have ended by then.
    now = new Date('2017-07-01T12:00:00Z');
    const { body } = await get('canada', '/subscriptions?lang=en');
    expect(body).toContain('Donor funding summary, Canada');
    expect(body).not.toContain('Italy');
  });

  it('becomes one’s own by whatever is said of one person alone', async () => {
    const report = 'donor-funding-summary';
    const [monthly] = (await stored('italy')).filter(({ frequency }) => frequency === 'monthly');
    // The recipient, on the page of what is sent to them.
    const page = `/subscriptions/${monthly?.id}`;
    expect((await get('italy', `${page}?lang=en`)).body).toContain(
      'What you change here holds for you alone',
    );
    const { lang: language = '', paper = '' } = monthly ?? {};
    const same = { language, paper, frequency: 'monthly' };
    // What is said anew and is the same leaves it with the group.
    expect((await post('italy', page, same)).statusCode).toBe(303);
    expect((await through('italy')).sort()).toContain(`${report} monthly stands group`);
    expect((await post('italy', page, { ...same, frequency: 'yearly' })).statusCode).toBe(303);
    await ledger().enter();
    expect(await through('italy')).toEqual([`${report} yearly stands own`]);
    // An administrator, on the page of that one.
    const [one] = (await stored('canada')).filter(({ frequency }) => frequency === 'monthly');
    const seen = await get('admin', `${PATH}/${one?.id}?lang=en`);
    expect(seen.body).toContain('All donors, each about its own organisation');
    expect((await post('admin', `${PATH}/${one?.id}/standing`, { to: 'paused' })).statusCode).toBe(303);
    await ledger().enter();
    expect((await through('canada')).sort()).toEqual([
      `${report} monthly ended own`,
      // One's own decides of the report, however often.
      `${report} quarterly ended group`,
    ]);
    expect((await post('admin', `${PATH}/${one?.id}/standing`, { to: 'standing' })).statusCode).toBe(303);
    await ledger().enter();
    expect((await through('canada')).sort()).toEqual([
      `${report} monthly stands own`,
      `${report} quarterly ended group`,
    ]);
  });

  it('is no matter of files, but for whom a file names', async () => {
    const { db } = app.database;
    await enter({ to: 'manager', report: 'portfolio', country: 'BZ' });
    const file = await get('admin', '/api/v1/download/subscriptions.csv');
    expect(file.statusCode).toBe(200);
    expect(file.body).not.toContain('manager@example.org');
    const row = 'manager@example.org,Of nobody,portfolio,en,a4,BZ';
    const header = 'email,name,report,lang,paper,country';
    expect(await importCsv(db, 'subscriptions', `${header}\n${row}\n`)).toMatchObject({
      errors: [],
      updated: 1,
    });
    await ledger().enter();
    const own = (await stored('manager')).filter(({ country }) => country === 'BZ');
    expect(own).toMatchObject([{ name: 'Of nobody', active: true, memberOf: null }]);
    expect((await get('admin', '/api/v1/download/subscriptions.csv')).body).toContain('manager@example.org');
  });

  it('stands again for whom a file names after a group has ended', async () => {
    const { db } = app.database;
    const page = await enter({ to: 'manager', report: 'portfolio', country: 'HN' });
    await post('admin', `${page}/standing`, { to: 'paused' });
    const csv = 'email,name,report,lang,paper,country\nmanager@example.org,Of nobody,portfolio,en,a4,HN\n';
    await importCsv(db, 'subscriptions', csv);
    const own = (await stored('manager')).filter(({ country }) => country === 'HN');
    expect(own).toMatchObject([{ active: true, memberOf: null, fromNext: false }]);
  });

  it('ends with the report that somebody has put together, or shares no more', async () => {
    const { db } = app.database;
    const at = new Date('2017-07-01T12:00:00Z');
    const holder = people.manager?.account ?? '';
    const definition = { sections: [{ name: 'headline' }], filter: {}, period: 'asked' } as never;
    const own = { holder, definition, createdAt: at, changedAt: at, slug: 'ports', title: 'Ports' };
    await db.insert(ownReports).values({ ...own, shared: false });
    const refused = await post('admin', `${PATH}?lang=en`, { ...FACTS, to: 'manager', report: 'own:ports' });
    expect([refused.statusCode, refused.body.includes('is its maker’s alone')]).toEqual([422, true]);
    await db.update(ownReports).set({ shared: true });
    const page = await enter({ to: 'manager', report: 'own:ports' });
    const state = async () => [
      (await db.select().from(subscriptionGroups).where(eq(subscriptionGroups.report, 'own:ports')))[0]
        ?.active,
      (await stored('manager')).find(({ report }) => report === 'own:ports')?.active,
    ];
    expect(await state()).toEqual([true, true]);
    await db.update(ownReports).set({ shared: false });
    await ledger().enter();
    expect(await state()).toEqual([false, false]);
    const again = await post('admin', `${page}/standing?lang=en`, { to: 'standing' });
    expect([again.statusCode, again.body.includes('is its maker’s alone')]).toEqual([422, true]);
    await db.delete(ownReports);
    expect((await post('admin', `${page}/standing`, { to: 'standing' })).statusCode).toBe(422);
    expect(await state()).toEqual([false, false]);
  });
});
