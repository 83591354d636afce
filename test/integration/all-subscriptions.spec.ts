import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import { audit } from '../../src/access/audit.table.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** The line of a CSV file that begins with a cell, and its columns; neither holds quotes here. */
function lineOf(csv: string, first: string) {
  const [head = '', ...lines] = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const line = lines.find((each) => each.startsWith(`${first},`)) ?? '';
  return { head: head.split(','), line: line.split(',') };
}

eachEngine('the page of who gets what', (engine) => {
  let app: TestApp;
  const cookies: Record<string, string> = {};

  beforeAll(async () => {
    app = await startReferenceApp(engine);
    cookies.admin = (await signIn(app.database.db, { role: 'administrator' })).cookie;
    cookies.manager = (await signIn(app.database.db, { role: 'manager' })).cookie;
    cookies.officer = (await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] })).cookie;
  });
  afterAll(() => app.close());

  /** What has left so far: without a mail server e-mails become files. */
  const mails = async () => {
    const folder = join(app.config.dataDir, 'outbox');
    const names = await readdir(folder).catch(() => []);
    const files = names.filter((name) => name.endsWith('.eml'));
    return Promise.all(files.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))));
  };
  const get = (who: string, url: string) => app.asStranger({ url, headers: { cookie: cookies[who] ?? '' } });
  const post = (who: string, url: string, form: Readonly<Record<string, string>> = {}) =>
    app.asStranger({
      method: 'POST',
      url,
      headers: {
        cookie: cookies[who] ?? '',
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
      },
      payload: new URLSearchParams(form).toString(),
    });
  const PATH = '/deliveries/subscriptions';
  const FACTS = {
    email: 'Ana@Ministry.example.org',
    name: 'Ana Mora',
    report: 'country-fact-sheet',
    country: 'Costa Rica',
    language: 'es',
    paper: 'letter',
    frequency: 'quarterly',
  };
  const of = async (email: string) =>
    app.database.db.select().from(subscriptions).where(eq(subscriptions.email, email));
  const added = async (change: Readonly<Record<string, string>>) => {
    const given = { ...FACTS, ...change };
    expect((await post('admin', PATH, given)).statusCode).toBe(303);
    const [row] = await of(given.email);
    if (row === undefined) throw new Error('It was not added.');
    return row;
  };

  it('adds somebody, by the name of the country, and finds them by whatever stands in the list', async () => {
    const answer = await post('admin', `${PATH}?lang=en`, FACTS);
    expect([answer.statusCode, answer.headers.location]).toEqual([303, `${PATH}?done=added&lang=en`]);
    expect(await of(FACTS.email)).toMatchObject([
      {
        report: 'country-fact-sheet',
        country: 'CR',
        lang: 'es',
        paper: 'letter',
        frequency: 'quarterly',
        active: true,
      },
    ]);
    for (const search of ['ministry', 'ANA MORA', 'fact sheet costa']) {
      const { body } = await get('admin', `${PATH}?lang=en&search=${encodeURIComponent(search)}`);
      expect(body).toContain('Country fact sheet, Costa Rica');
      expect(body).toContain('every quarter');
      expect(body).not.toContain('managers@portfolio.example');
    }
    const nobody = await get('admin', `${PATH}?lang=en&search=nobody-at-all`);
    expect(nobody.body).toContain('Nothing found for “nobody-at-all”.');
  });

  it('says all that is wrong at once, each at its field, and keeps what was typed', async () => {
    const wrong = { ...FACTS, email: 'no address', country: '', donor: 'Atlantis' };
    const { statusCode, body } = await post('admin', `${PATH}?lang=en`, wrong);
    expect(statusCode).toBe(422);
    expect(body.match(/aria-invalid="true"/g)).toHaveLength(1);
    expect(body).toContain('value="no address"');
    // What can only be known of a row that reads well.
    const later = await post('admin', `${PATH}?lang=en`, { ...wrong, email: 'b@example.org' });
    expect(later.body.match(/aria-invalid="true"/g)).toHaveLength(2);
    expect(later.body).toContain('This report is about one country.');
    expect(later.body).toContain('Nothing is known of the donor');
    const inFrench = await post('admin', `${PATH}?lang=fr`, {
      ...FACTS,
      email: 'b@example.org',
      country: '',
    });
    expect(inFrench.body).toContain('Ce rapport porte sur un seul.');
    expect(await of('b@example.org')).toEqual([]);
  });

  it('takes nobody whose domain may not be written to', async () => {
    const settings = (mailDomains: string) => post('admin', '/settings/domains', { mailDomains });
    expect((await settings('ministry.example.org')).statusCode).toBe(303);
    await added({ email: 'domains@ministry.example.org' });
    const refused = await post('admin', PATH, { ...FACTS, email: 'ana@elsewhere.org' });
    expect(refused.statusCode).toBe(422);
    expect(refused.body).toContain('Reports are not sent to the domain of');
    expect(await of('ana@elsewhere.org')).toEqual([]);
    // A person's own address, which is of example.org here.
    const own = await post('manager', '/subscriptions', { report: 'portfolio', language: 'en', paper: 'a4' });
    expect([own.statusCode, own.body.includes('Reports are not sent to addresses of this domain.')]).toEqual([
      422,
      true,
    ]);
    expect((await settings('')).statusCode).toBe(303);
    await added({ email: 'ana@elsewhere.org' });
  });

  it('has one sent at a day, an hour and a zone of its own, and as the organisation sends again', async () => {
    const own = { at: 'own', day: '15', hour: '7', zone: 'Europe/Paris' };
    const row = await added({ email: 'own-time@example.org', ...own });
    expect(row).toMatchObject({ ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris', timesSince: null });
    const words = 'day 15, 07:00, Europe/Paris';
    for (const url of [`${PATH}?lang=en&search=own-time`, `${PATH}/${row.id}?lang=en`]) {
      expect((await get('admin', url)).body).toContain(words);
    }
    const { body } = await get('admin', `${PATH}/${row.id}?lang=en`);
    expect(body).toMatch(/value="own"[^>]* checked/);
    expect(body).toMatch(/value="Europe\/Paris"[^>]* selected/);

    const file = await get('admin', '/api/v1/download/subscriptions.csv');
    const { head, line } = lineOf(file.body, 'own-time@example.org');
    expect(Object.fromEntries(head.map((column, index) => [column, line[index]]))).toMatchObject({
      day: '15',
      hour: '7',
      zone: 'Europe/Paris',
    });

    const edition = { name: 'Ana Mora', language: 'es', paper: 'letter', frequency: 'quarterly' };
    // What stands in fields that are hidden counts for nothing.
    expect(
      (await post('admin', `${PATH}/${row.id}`, { ...edition, ...own, at: 'organisation' })).statusCode,
    ).toBe(303);
    const [after] = await of('own-time@example.org');
    expect(after).toMatchObject({ ownDay: null, ownHour: null, ownZone: null, since: row.since });
    expect(after?.timesSince).not.toBeNull();
    expect((await get('admin', `${PATH}/${row.id}?lang=en`)).body).toContain(
      'as the organisation sends (day 1, 06:00, America/New York)',
    );
    for (const wrong of [{ day: '29' }, { hour: '24' }, { hour: '7.5' }, { zone: 'Europe/Atlantis' }]) {
      const refused = await post('admin', `${PATH}/${row.id}`, { ...edition, ...own, ...wrong });
      expect([wrong, refused.statusCode]).toEqual([wrong, 400]);
    }
  });

  it('lets everybody change how their own comes, on record as theirs, and nobody another’s', async () => {
    const { db } = app.database;
    const person = await signIn(db, { role: 'manager' });
    cookies.reader = person.cookie;
    const begun = { report: 'portfolio', country: 'CR', language: 'en', paper: 'a4', at: 'own', day: '20' };
    expect((await post('reader', '/subscriptions', begun)).statusCode).toBe(303);
    const [row] = await of(person.email);
    expect(row).toMatchObject({ ownDay: 20, ownHour: 0, ownZone: 'UTC', frequency: 'monthly' });
    expect((await get('reader', '/subscriptions?lang=en')).body).toContain('day 20, 00:00, UTC');
    const page = `/subscriptions/${row?.id}`;
    const shown = (await get('reader', `${page}?lang=en`)).body;
    expect(shown).toContain('How it is sent to you from now on.');
    expect(shown).toMatch(/value="20"[^>]* selected/);

    const change = {
      ...{ language: 'fr', paper: 'letter', frequency: 'quarterly', delivered_as: 'link' },
      ...{ when_nothing_new: 'skip', at: 'own', day: '15', hour: '7', zone: 'Europe/Paris' },
    };
    expect((await post('admin', page, change)).statusCode).toBe(404);
    expect((await get('admin', page)).statusCode).toBe(404);
    const answer = await post('reader', `${page}?lang=en`, change);
    expect([answer.statusCode, answer.headers.location]).toEqual([
      303,
      '/subscriptions?done=changed&lang=en',
    ]);
    const [after] = await of(person.email);
    expect(after).toMatchObject({
      ...{ id: row?.id, since: row?.since, lang: 'fr', paper: 'letter', frequency: 'quarterly' },
      ...{ deliveredAs: 'link', whenNothingNew: 'skip', needsApproval: false },
      ...{ ownDay: 15, ownHour: 7, ownZone: 'Europe/Paris' },
    });
    const entries = await db.select().from(audit).where(eq(audit.actorName, person.email));
    expect(entries.filter(({ subject }) => subject === `subscriptions ${row?.id}`)).toHaveLength(2);

    // What would come twice is said at the form, which keeps what was chosen.
    expect((await post('reader', '/subscriptions', begun)).statusCode).toBe(303);
    expect(await of(person.email)).toHaveLength(1);
    await post('reader', `${page}/stop`);
    expect((await post('reader', '/subscriptions', begun)).statusCode).toBe(303);
    const monthly = (await of(person.email)).find(({ active }) => active);
    const twice = await post('reader', `/subscriptions/${monthly?.id}?lang=en`, change);
    expect(twice.statusCode).toBe(422);
    expect(twice.body).toContain('comes to the same address that often already');
    expect(twice.body).toMatch(/value="15"[^>]* selected/);
    expect((await post('reader', page, change)).statusCode).toBe(404);
  });

  it('takes a time of its own from a file, all of it or none', async () => {
    const head = 'email,name,report,lang,paper';
    const who = 'file-time@example.org,Ana,portfolio,en,a4';
    const imported = (columns: string, cells: string) =>
      importCsv(app.database.db, 'subscriptions', `${head}${columns}\n${who}${cells}\n`);
    const times = async () =>
      (await of('file-time@example.org')).map(({ ownDay, ownHour, ownZone }) => [ownDay, ownHour, ownZone]);
    expect(await imported(',day,hour,zone', ',28,0,America/Costa_Rica')).toMatchObject({ inserted: 1 });
    expect(await times()).toEqual([[28, 0, 'America/Costa_Rica']]);
    // A file without the columns changes nothing of it.
    expect(await imported('', '')).toMatchObject({ unchanged: 1 });
    expect(await times()).toEqual([[28, 0, 'America/Costa_Rica']]);
    const refused = async (cells: string) => {
      const { errors } = await imported(',day,hour,zone', cells);
      return errors.map(({ column, code }) => `${column} ${code}`);
    };
    expect(await refused(',28,,America/Costa_Rica')).toEqual(['hour SUBSCRIPTION.HALF_A_TIME']);
    expect(await refused(',29,24,Atlantis')).toEqual([
      'day CELL.OUT_OF_RANGE',
      'hour CELL.OUT_OF_RANGE',
      'zone CELL.NOT_A_TIME_ZONE',
    ]);
    expect(await imported(',day,hour,zone', ',,,')).toMatchObject({ updated: 1 });
    expect(await times()).toEqual([[null, null, null]]);
  });

  it('changes language, paper and how often, and refuses what would come twice', async () => {
    const row = await added({ email: 'change@example.org', frequency: 'monthly' });
    const change = { name: 'Another name', language: 'fr', paper: 'a4', frequency: 'yearly' };
    expect((await post('admin', `${PATH}/${row.id}`, change)).statusCode).toBe(303);
    expect(await of('change@example.org')).toMatchObject([
      {
        id: row.id,
        name: 'Another name',
        lang: 'fr',
        paper: 'a4',
        frequency: 'yearly',
        country: 'CR',
        since: row.since,
      },
    ]);
    await added({ email: 'change@example.org', frequency: 'monthly' });
    const twice = await post('admin', `${PATH}/${row.id}?lang=en`, { ...change, frequency: 'monthly' });
    expect([twice.statusCode, twice.body.includes('that often already')]).toEqual([422, true]);
  });

  it('ends it and has it go on, also where its recipient had stopped it, and says so', async () => {
    const row = await added({ email: 'pause@example.org' });
    expect((await post('admin', `${PATH}/${row.id}/standing`, { to: 'paused' })).statusCode).toBe(303);
    expect(await of('pause@example.org')).toMatchObject([{ active: false, stoppedAt: null }]);
    expect((await get('admin', `${PATH}/${row.id}?lang=en`)).body).toContain('not sent');
    await app.database.db
      .update(subscriptions)
      .set({ stoppedAt: new Date('2017-06-20T12:00:00Z') })
      .where(eq(subscriptions.id, row.id));
    const again = await post('admin', `${PATH}?lang=en`, { ...FACTS, email: 'pause@example.org' });
    expect([again.statusCode, again.body.includes('Its recipient has stopped it.')]).toEqual([422, true]);
    expect(await of('pause@example.org')).toMatchObject([{ active: false }]);
    expect((await post('admin', `${PATH}/${row.id}/standing`, { to: 'standing' })).statusCode).toBe(303);
    expect(await of('pause@example.org')).toMatchObject([{ active: true, stoppedAt: null }]);
  });

  it('shows what would be sent, and sends it as a test to whoever asks, and to nobody else', async () => {
    const row = await added({ email: 'sample@example.org', language: 'en', frequency: 'monthly' });
    const page = await get('admin', `${PATH}/${row.id}?lang=en&sample=yes`);
    expect(page.body).toContain('Country fact sheet: Costa Rica, June 2017');
    expect(page.body).toContain('country-fact-sheet-2017-06-cr-en.pdf');
    expect(await mails()).toEqual([]);
    expect((await post('admin', `${PATH}/${row.id}/test`)).statusCode).toBe(303);
    const [mail, ...more] = await mails();
    expect(more).toEqual([]);
    expect(mail?.subject).toBe('Test: Country fact sheet: Costa Rica, June 2017');
    const to = mail?.to?.[0]?.address;
    expect(to).toMatch(/@/);
    expect(to).not.toBe('sample@example.org');
    expect(mail?.headers.filter(({ key }) => key.startsWith('list-unsubscribe'))).toEqual([]);
    expect(mail?.attachments.map(({ filename }) => filename)).toEqual([
      'country-fact-sheet-2017-06-cr-en.pdf',
    ]);
    const [entry] = await app.database.db.select().from(audit).where(eq(audit.action, 'delivery.tested'));
    expect(entry?.details).toMatchObject({ recipient: to, period: '2017-06' });
  });

  it('lets managers look, and nobody else but administrators', async () => {
    const [row] = await of(FACTS.email);
    const list = await get('manager', `${PATH}?lang=en`);
    expect([list.statusCode, list.body.includes('id="add"')]).toEqual([200, false]);
    const one = await get('manager', `${PATH}/${row?.id}?lang=en&sample=yes`);
    expect([one.statusCode, one.body.includes('Send me a test')]).toEqual([200, false]);
    expect((await post('manager', PATH, FACTS)).statusCode).toBe(404);
    expect((await get('officer', PATH)).statusCode).toBe(404);
    expect((await get('admin', `${PATH}/00000000-0000-4000-8000-000000000000`)).statusCode).toBe(404);
  });
});
