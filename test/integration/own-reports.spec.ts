import { gzipSync } from 'node:zlib';
import { eq } from 'drizzle-orm';
import { audit } from '../../src/access/audit.table.ts';
import { EVERYTHING, type Mandate } from '../../src/access/index.ts';
import { accounts } from '../../src/access/principals/accounts.table.ts';
import { OWN_SECTIONS } from '../../src/core/report/own-report.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { Reports } from '../../src/reporting/index.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { ownReports } from '../../src/reporting/own/own-reports.table.ts';
import { savedViews } from '../../src/views/saved-views.table.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

/** What a browser sends of the form. */
function bodyOf(fields: Fields): string {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((each) => [name, each]));
  return new URLSearchParams(pairs as [string, string][]).toString();
}

const PORTS: Fields = {
  title: 'Ports of the South',
  introduction: 'For the ministers.',
  period: 'asked',
  use: ['by-country', 'headlines', 'money-by-donor'],
  'order-by-country': '2',
  'order-headlines': '1',
  'order-money-by-donor': '3',
  'heading-by-country': 'Where they work',
  'text-by-country': 'One.\n\nTwo.',
  do: 'keep',
};

eachEngine('reports that people put together', (engine) => {
  let app: TestApp;
  let people: Record<
    'manager' | 'colleague' | 'administrator' | 'officer' | 'customs' | 'canada' | 'italy',
    SignedInPerson
  >;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
    const person = (mandate: Partial<Mandate> & Pick<Mandate, 'role'>) => signIn(app.database.db, mandate);
    people = {
      manager: await person({ role: 'manager' }),
      colleague: await person({ role: 'manager' }),
      administrator: await person({ role: 'administrator' }),
      officer: await person({ role: 'officer', programs: ['NET-POL'] }),
      customs: await person({ role: 'officer', programs: ['AEO'] }),
      canada: await person({ role: 'donor', organisations: ['canada'] }),
      italy: await person({ role: 'donor', organisations: ['italy'] }),
    };
  });
  afterAll(() => app.close());
  type Who = keyof typeof people;

  const get = (who: Who, url: string) =>
    app.asStranger({ url, headers: { cookie: people[who].cookie, accept: 'text/html' } });
  const data = (who: Who, url: string) => app.asStranger({ url, headers: { cookie: people[who].cookie } });
  const post = (who: Who, url: string, fields: Fields = {}) =>
    app.asStranger({
      method: 'POST',
      url,
      payload: bodyOf(fields),
      headers: { cookie: people[who].cookie, 'content-type': 'application/x-www-form-urlencoded' },
    });
  const slugOf = (location: unknown) => /^\/reports\/own\/([a-z0-9-]+)\?/.exec(String(location))?.[1] ?? '';
  async function keep(who: Who, change: Fields = {}): Promise<string> {
    const { statusCode, headers, body } = await post(who, '/reports/own', { ...PORTS, ...change });
    if (statusCode !== 303) throw new Error(body.replace(/<[^>]*>/g, ' ').slice(0, 2_000));
    return slugOf(headers.location);
  }
  const statuses = async (url: string, who: readonly Who[]) =>
    Object.fromEntries(
      await Promise.all(who.map(async (each) => [each, (await get(each, url)).statusCode] as const)),
    );

  it('are kept as the form says, shown with their words, and written into the audit', async () => {
    const slug = await keep('manager');
    expect(slug).toBe('ports-of-the-south');
    const { statusCode, body } = await get('manager', `/reports/own/${slug}?lang=en`);
    expect(statusCode).toBe(200);
    const order = ['For the ministers.', 'Headline figures', 'Where they work', 'One.', 'Money by donor'];
    const at = order.map((words) => body.indexOf(words));
    expect(at).not.toContain(-1);
    expect(at).toEqual(at.toSorted((a, b) => a - b));
    // Its files stand above it, too, of the period that it shows.
    const above = body.slice(0, body.indexOf('For the ministers.'));
    for (const ending of ['pdf', 'xlsx'])
      expect(above).toContain(`href="/api/v1/reports/own/${slug}.${ending}?period=2017&amp;lang=en"`);
    const [row] = await app.database.db
      .select()
      .from(audit)
      .where(eq(audit.action, 'change.added'))
      .then((rows) => rows.filter(({ subject }) => subject?.startsWith('own_reports')));
    expect(row).toMatchObject({ actor: people.manager.account, details: { after: { slug, shared: false } } });
  });

  it('say what is wrong where it is wrong, and lose nothing that was typed', async () => {
    const refused = await post('manager', '/reports/own?lang=en', {
      ...PORTS,
      period: 'fixed',
      fixed: 'June',
      country: 'Nowhere land',
    });
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain('This is no period.');
    expect(refused.body).toMatch(/<input id="own-report-fixed"[^>]*aria-invalid="true"[^>]*value="June"/);
    for (const typed of ['For the ministers.', 'Where they work', 'One.\n\nTwo.', 'Nowhere land']) {
      expect(refused.body).toContain(typed);
    }
    expect(refused.body).toMatch(/id="own-report-country-error"[^>]*>Nothing that you may see is called so/);
  });

  it('mark every value that is wrong, and none that is right', async () => {
    const { statusCode, body } = await post('manager', '/reports/own?lang=en', {
      ...PORTS,
      title: '',
      country: ['Nowhere land', 'CR', 'Atlantis'],
      program: 'NOT-THERE',
      period: 'fixed',
      fixed: 'June',
      'order-by-country': 'last',
      'order-headlines': '0',
    });
    expect(statusCode).toBe(400);
    const invalid = [...body.matchAll(/<(?:input|select|textarea) id="([^"]*)"[^>]*aria-invalid="true"/g)];
    expect(invalid.map(([, id]) => id).toSorted()).toEqual(
      [
        'own-report-title',
        'own-report-country',
        'own-report-country-3',
        'own-report-program',
        'own-report-fixed',
        'own-report-order-by-country',
        'own-report-order-headlines',
      ].toSorted(),
    );
    for (const typed of ['Nowhere land', 'Atlantis', 'NOT-THERE', 'June', 'last']) {
      expect(body).toContain(`value="${typed}"`);
    }
    const [, above = ''] = /<div class="form-error"[^>]*><ul>(.*?)<\/ul>/s.exec(body) ?? [];
    expect(
      [...above.matchAll(/<a href="#own-report-([^"]*)">([^<]*)<\/a>/g)].map(([, at, label]) => [at, label]),
    ).toEqual([
      ['title', 'Title'],
      ['country', 'Country or region (Nowhere land)'],
      ['country-3', 'Country or region (Atlantis)'],
      ['program', 'Programme (NOT-THERE)'],
      ['fixed', 'Always the same period'],
      ['order-headlines', 'Place of Headline figures'],
      ['order-by-country', 'Place of Results by country'],
    ]);
    expect(body.match(/ autofocus/g)).toHaveLength(1);
  });

  it('show what they would say before they are kept', async () => {
    const before = await app.database.db.select().from(ownReports);
    const { statusCode, body } = await post('manager', '/reports/own?lang=en', {
      ...PORTS,
      title: 'Only looking',
      country: 'costa rica',
      do: 'preview',
    });
    expect(statusCode).toBe(200);
    expect(body).toContain('2017 · Costa Rica');
    expect(body).toContain('value="Only looking"');
    expect(await app.database.db.select().from(ownReports)).toHaveLength(before.length);
  });

  it('are their holder’s alone until they are shared, and then each reader’s own figures', async () => {
    const slug = await keep('manager', { title: 'Shared later' });
    const page = `/reports/own/${slug}`;
    const file = `/api/v1/reports/own/${slug}.csv?period=2017-06&lang=en`;
    const others = ['colleague', 'administrator', 'officer', 'canada'] as const;
    const none = Object.fromEntries(others.map((who) => [who, 404]));
    expect(await statuses(page, others)).toEqual(none);
    expect(await statuses(file, others)).toEqual(none);
    const token = await makeToken(app.database.db, { role: 'manager' });
    const byProgram = () => app.asStranger({ url: file, headers: { authorization: `Bearer ${token}` } });
    expect((await byProgram()).statusCode).toBe(404);

    expect((await post('manager', page, { ...PORTS, title: 'Shared now', shared: 'yes' })).statusCode).toBe(
      303,
    );
    expect(await statuses(page, others)).toEqual(Object.fromEntries(others.map((who) => [who, 200])));
    expect((await byProgram()).statusCode).toBe(200);
    expect((await data('officer', file)).statusCode).toBe(200);
    expect((await get('canada', '/reports?lang=en')).body).toContain('Shared now');
    // In June 2017 officials were trained in four countries; Canada's money was in Antigua and Barbuda alone.
    const whole = (await data('colleague', file)).body;
    expect(whole).toMatch(/results-by-country,.*Costa Rica.*37/);
    expect(whole).toContain('European Union');
    const own = await data('canada', file);
    expect(own.statusCode).toBe(200);
    expect(own.body).toMatch(/results-by-country,.*Antigua and Barbuda.*45/);
    expect(own.body).not.toMatch(/Costa Rica|European Union|Spain/);
    // Of an indicator of which it sees nothing it is told nothing.
    await post('manager', page, {
      ...PORTS,
      indicator: ['officials-trained', 'documents-produced'],
      shared: 'yes',
    });
    expect((await data('colleague', file)).body).toContain('documents-produced');
    const without = await data('canada', file);
    expect([without.statusCode, without.body.includes('documents-produced')]).toEqual([200, false]);
    // What a donor may have of itself is not what it may have of another.
    expect((await data('canada', `${file}&donor=italy`)).statusCode).toBe(404);
    // Whoever has everything has it as the donor has.
    const asCanada = await data('colleague', `${file}&donor=canada`);
    expect(asCanada.body).toContain('Antigua and Barbuda');
    expect(asCanada.body).not.toContain('Costa Rica');
  });

  it('that name a donor are found by no other', async () => {
    const slug = await keep('manager', { title: 'Italy alone', donor: 'italy', shared: 'yes' });
    expect(await statuses(`/reports/own/${slug}`, ['colleague', 'officer', 'italy', 'canada'])).toEqual({
      colleague: 200,
      officer: 200,
      italy: 200,
      canada: 404,
    });
    expect((await get('canada', '/reports/own?lang=en')).body).not.toContain('Italy alone');
  });

  it('are given to everybody by whoever has all reports, and by nobody else', async () => {
    const slug = await keep('canada', { title: 'Of Canada', shared: 'yes' });
    expect(await statuses(`/reports/own/${slug}`, ['canada', 'manager', 'administrator'])).toEqual({
      canada: 200,
      manager: 404,
      administrator: 404,
    });
    expect((await get('canada', '/reports/own/new')).body).not.toContain('name="shared"');
  });

  it('are changed by their holder alone, copied by whoever finds them, and taken away', async () => {
    const slug = await keep('manager', { title: 'To be copied', shared: 'yes' });
    const page = `/reports/own/${slug}`;
    for (const [who, url] of [
      ['colleague', page],
      ['colleague', `${page}/delete`],
      ['canada', `${page}/delete`],
    ] as const) {
      expect([url, (await post(who, url, PORTS)).statusCode]).toEqual([url, 404]);
    }
    expect((await get('colleague', `${page}/change`)).statusCode).toBe(404);
    const copied = slugOf((await post('colleague', `${page}/copy?lang=fr`)).headers.location);
    expect(copied).toBe('to-be-copied-copie');
    expect((await get('manager', `/reports/own/${copied}`)).statusCode).toBe(404);
    expect((await get('colleague', `/reports/own/${copied}?lang=en`)).body).toContain('Where they work');
    // What others share an administrator takes away: their holder may be gone.
    expect((await post('administrator', `${page}/delete`)).statusCode).toBe(303);
    expect((await post('administrator', `/reports/own/${copied}/delete`)).statusCode).toBe(404);
    expect((await get('manager', page)).statusCode).toBe(404);
  });

  it('are issued like the others, under a name that is never another’s', async () => {
    const reports = app.nest.get(Reports);
    const slug = await keep('manager', { title: 'Issued once' });
    const report = `own:${slug}`;
    const whole = await reports.issue({ report, period: '2017-06' });
    const canadas = await reports.issue({ report, period: '2017-06', donor: 'canada' });
    expect(whole).toMatchObject({ title: 'Issued once, June 2017', cutOff: '2017-06-30' });
    expect(canadas.title).toBe('Issued once: Canada, June 2017');
    expect((await reports.issue({ report, period: '2017-06', lang: 'en' })).id).toBe(whole.id);
    const rows = await app.database.db.select().from(issues).where(eq(issues.report, report));
    expect(rows.map(({ madeFor }) => madeFor).toSorted()).toEqual(['canada', null]);
    const [snapshot] = rows.filter(({ madeFor }) => madeFor === null).map((row) => row.snapshot);
    expect(snapshot?.own).toEqual({ window: { from: '2017-06-01', to: '2017-06-30' }, filter: {} });
    expect(snapshot?.blocks['results-by-country']?.rows.CR).toMatchObject({ value: 37 });
    expect((await data('canada', `/api/v1/reports/issues/${canadas.id}.pdf`)).statusCode).toBe(200);
    expect((await data('canada', `/api/v1/reports/issues/${whole.id}.pdf`)).statusCode).toBe(404);
    await post('manager', `/reports/own/${slug}/delete`);
    expect(await keep('manager', { title: 'Issued once' })).toBe('issued-once-2');
    await expect(reports.issue({ report, period: '2017-05' })).rejects.toMatchObject({
      code: 'REPORT.UNKNOWN',
    });
  });

  it('stay a page, whatever is put into them: what is more opens by itself', async () => {
    const slug = await keep('manager', {
      title: 'All of it',
      period: 'to-date',
      use: [...OWN_SECTIONS],
      ...Object.fromEntries(OWN_SECTIONS.map((name, at) => [`order-${name}`, String(at + 1)])),
      'text-map': 'Where it was.',
    });
    const page = `/reports/own/${slug}`;
    const { body } = await get('manager', `${page}?lang=en`);
    expect(body.match(/<[a-z][a-z0-9]*[\s/>]/gi)?.length).toBeLessThanOrEqual(1_500);
    expect(gzipSync(body).length).toBeLessThanOrEqual(60_000);
    expect(body).toContain('The rest of this report');
    const later = /href="([^"]*section=gaps[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const opened = await get('manager', later);
    expect([opened.statusCode, opened.body.includes('id="gap-undated"')]).toEqual([200, true]);
    expect(opened.body).not.toContain('section-headlines');
  });

  it('say so when what they name is gone', async () => {
    const slug = await keep('manager', { title: 'About what was', country: 'CR' });
    const { db } = app.database;
    const [row] = await db.select().from(ownReports).where(eq(ownReports.slug, slug));
    const definition = {
      ...row?.definition,
      filter: { country: ['XX'] },
    } as typeof ownReports.$inferInsert.definition;
    await db.update(ownReports).set({ definition }).where(eq(ownReports.slug, slug));
    const page = await get('manager', `/reports/own/${slug}?lang=en`);
    expect(page.statusCode).toBe(200);
    expect(page.body).toContain('This report cannot be shown');
    const file = await data('manager', `/api/v1/reports/own/${slug}.csv?period=2017-06`);
    expect([file.statusCode, file.json().code]).toEqual([422, 'OWN_REPORT.GONE']);
  });

  it('leave out what begins after their cut-off, on paper and where they are looked at before (rule 11)', async () => {
    // Of the 17 programmes with their activities, the plan of Costa Rica begins on 20 July 2017.
    const june = { title: 'To June', period: 'fixed', fixed: '2017-06', use: ['headlines', 'programs'] };
    const slug = await keep('manager', june);
    const { html } = await app.nest
      .get(Reports)
      .draw(EVERYTHING, { report: `own:${slug}`, period: '2017-06' });
    const { body } = await post('manager', '/reports/own?lang=en', { ...PORTS, ...june, do: 'preview' });
    for (const told of [html, body])
      expect(told.match(/\d+ with their activities/)?.[0]).toBe('16 with their activities');
  });

  it('are drawn for the command line, which finds every one', async () => {
    const slug = await keep('canada', { title: 'At the command line' });
    const drawn = await app.nest.get(Reports).draw(EVERYTHING, { report: `own:${slug}`, period: '2017' });
    expect(drawn.title).toBe('At the command line, 2017');
    expect(drawn.html).toContain('Where they work');
  });

  describe('sent every month', () => {
    const stands = async (email: string) =>
      (await app.database.db.select().from(subscriptions)).filter(
        (each) => each.email === email && each.active,
      );

    it('to whoever asks for it, once, as far as it is theirs; and no more when they say so', async () => {
      const slug = await keep('manager', { title: 'Monthly', shared: 'yes' });
      const asked = { report: `own:${slug}`, language: 'fr', paper: 'letter' };
      const offer = await get('canada', `/subscriptions?report=own:${slug}&lang=en`);
      expect(offer.body).toContain('Monthly, Canada');
      for (const _ of [1, 2]) expect((await post('canada', '/subscriptions', asked)).statusCode).toBe(303);
      const [own, ...more] = await stands(people.canada.email);
      expect(more).toEqual([]);
      expect(own).toMatchObject({ report: `own:${slug}`, donor: 'canada', lang: 'fr', paper: 'letter' });
      expect((await get('canada', `/subscriptions?report=own:${slug}&lang=en`)).body).toContain(
        'You get this every month already.',
      );
      const page = `/subscriptions/${own?.id}`;
      const edition = { language: 'fr', paper: 'letter' };
      expect((await get('manager', page)).statusCode).toBe(404);
      expect((await post('manager', page, { ...edition, frequency: 'yearly' })).statusCode).toBe(404);
      expect((await post('canada', page, { ...edition, frequency: 'quarterly' })).statusCode).toBe(303);
      expect(await stands(people.canada.email)).toMatchObject([{ id: own?.id, frequency: 'quarterly' }]);
      expect((await get('canada', '/subscriptions?done=changed&lang=en')).body).toContain('Changed.');
      expect((await post('canada', page, { ...edition, frequency: 'monthly' })).statusCode).toBe(303);
      const stop = `/subscriptions/${own?.id}/stop`;
      expect((await post('manager', stop)).statusCode).toBe(404);
      expect((await post('canada', stop)).statusCode).toBe(303);
      expect(await stands(people.canada.email)).toEqual([]);
      expect((await post('canada', '/subscriptions', asked)).statusCode).toBe(303);
      expect((await stands(people.canada.email)).map(({ id }) => id)).toEqual([own?.id]);
    });

    it('of ours too, but none that is not the reader’s', async () => {
      const asked = (who: Who, fields: Fields) =>
        post(who, '/subscriptions', { language: 'en', paper: 'a4', ...fields });
      expect((await asked('canada', { report: 'portfolio' })).statusCode).toBe(404);
      expect((await asked('canada', { report: 'donor-funding-summary', donor: 'italy' })).statusCode).toBe(
        404,
      );
      expect((await asked('officer', { report: 'portfolio' })).statusCode).toBe(404);
      expect((await asked('manager', { report: 'country-fact-sheet' })).statusCode).toBe(400);
      expect((await asked('manager', { report: 'own:nobodys' })).statusCode).toBe(404);
      expect((await asked('manager', { report: 'country-fact-sheet', country: 'CR' })).statusCode).toBe(303);
      expect(await stands(people.manager.email)).toMatchObject([
        { report: 'country-fact-sheet', country: 'CR', pillar: null, donor: null },
      ]);
    });

    it('to an officer who has put it together, of the programmes of the mandate alone', async () => {
      const slug = await keep('customs', { title: 'Customs', use: ['by-country'] });
      const report = `own:${slug}`;
      const asked = { report, language: 'en', paper: 'a4' };
      const page = await get('customs', `/reports/own/${slug}?lang=en`);
      expect(page.body).toMatch(new RegExp(`href="/subscriptions\\?[^"]*report=own%3A${slug}"`));
      expect((await get('customs', `/subscriptions?report=${report}&lang=en`)).body).toContain('Customs');
      for (const _ of [1, 2]) expect((await post('customs', '/subscriptions', asked)).statusCode).toBe(303);
      const standing = await stands(people.customs.email);
      expect(standing).toMatchObject([{ report, pillar: null, country: null, donor: null }]);
      expect((await get('customs', '/subscriptions?lang=en')).body).toContain('Stop Customs');
      // Whoever else asks finds no such report; of a donor it is not the officer's to ask.
      expect((await post('officer', '/subscriptions', asked)).statusCode).toBe(404);
      expect((await post('customs', '/subscriptions', { ...asked, donor: 'canada' })).statusCode).toBe(404);

      const reports = app.nest.get(Reports);
      const issued = await reports.issue({ report, period: '2017-06' });
      const [row] = await app.database.db.select().from(issues).where(eq(issues.id, issued.id));
      const countries = row?.snapshot.blocks['results-by-country']?.rows ?? {};
      // In June 2017 MIG-MESO has 37 in Costa Rica, AEO 4 in Chile and 15 in the Dominican Republic, TOUR-AG 45 in Antigua.
      expect(Object.entries(countries).map(([code, { value }]) => [code, value])).toEqual([
        ['DO', 15],
        ['CL', 4],
      ]);
      expect((await data('officer', `/api/v1/reports/issues/${issued.id}.pdf`)).statusCode).toBe(404);

      await app.database.db
        .update(accounts)
        .set({ disabledAt: new Date('2017-07-01T12:00:00Z') })
        .where(eq(accounts.id, people.customs.account));
      await expect(reports.issue({ report, period: '2017-05' })).rejects.toMatchObject({
        code: 'OWN_REPORT.NOT_SENT',
      });
    });

    it('to no officer of what others share, but of a copy', async () => {
      const slug = await keep('manager', { title: 'For everybody', shared: 'yes' });
      const asked = { language: 'en', paper: 'a4' };
      const page = await get('officer', `/reports/own/${slug}?lang=en`);
      expect([page.statusCode, page.body.includes('/subscriptions')]).toEqual([200, false]);
      const refused = await post('officer', '/subscriptions?lang=es', { ...asked, report: `own:${slug}` });
      expect(refused.statusCode).toBe(422);
      expect(await stands(people.officer.email)).toEqual([]);
      const copied = slugOf((await post('officer', `/reports/own/${slug}/copy?lang=en`)).headers.location);
      expect(
        (await post('officer', '/subscriptions', { ...asked, report: `own:${copied}` })).statusCode,
      ).toBe(303);
    });

    it('end with the report, and for others when it is shared no more', async () => {
      const slug = await keep('manager', { title: 'Withdrawn', shared: 'yes' });
      const asked = { report: `own:${slug}`, language: 'en', paper: 'a4' };
      await post('manager', '/subscriptions', asked);
      await post('colleague', '/subscriptions', asked);
      const whose = async () =>
        (await app.database.db.select().from(subscriptions))
          .filter(({ report, active }) => report === `own:${slug}` && active)
          .map(({ email }) => email);
      expect((await whose()).toSorted()).toEqual([people.colleague.email, people.manager.email].toSorted());
      await post('manager', `/reports/own/${slug}`, { ...PORTS, title: 'Withdrawn' });
      expect(await whose()).toEqual([people.manager.email]);
      await post('manager', `/reports/own/${slug}/delete`);
      expect(await whose()).toEqual([]);
    });

    it('to those whom a file names, by the name of a report that is there', async () => {
      const slug = await keep('manager', { title: 'By file' });
      const file = (report: string) =>
        importCsv(
          app.database.db,
          'subscriptions',
          `email,name,report,lang,paper,pillar,country,donor\nreader@example.org,Reader,${report},en,a4,,,canada\n`,
        );
      expect((await file(`own:${slug}`)).errors).toEqual([]);
      expect((await file('own:nobodys')).errors).toMatchObject([
        { code: 'SUBSCRIPTION.UNKNOWN_REPORT', column: 'report' },
      ]);
      expect((await file('portfolioo')).errors).toMatchObject([{ code: 'CELL.UNKNOWN_WORD' }]);
    });
  });

  describe('saved views', () => {
    const keepView = (who: Who, of: string, fields: Fields = {}) =>
      post(who, '/views?lang=en', { of, name: 'Chile in 2017', ...fields });

    it('open what was kept, for their holder alone until they are shared', async () => {
      const asked = await get(
        'manager',
        `/views/new?of=${encodeURIComponent('/?country=CL&period=2017')}&lang=en`,
      );
      expect(asked.body).toContain('Dashboard · Country or region: Chile · 2017');
      expect((await keepView('manager', '/?country=CL&period=2017&lang=pt')).statusCode).toBe(303);
      const opened = await get('manager', '/views/chile-in-2017?lang=fr');
      expect([opened.statusCode, opened.headers.location]).toEqual([303, '/?period=2017&country=CL&lang=fr']);
      expect((await get('colleague', '/views/chile-in-2017')).statusCode).toBe(404);
      expect((await get('canada', '/views?lang=en')).body).not.toContain('Chile in 2017');
      const shared = { name: 'Chile, then', shared: 'yes' };
      expect((await post('colleague', '/views/chile-in-2017', shared)).statusCode).toBe(404);
      expect((await post('manager', '/views/chile-in-2017', shared)).statusCode).toBe(303);
      expect((await get('canada', '/views?lang=en')).body).toContain('Chile, then');
      // It opens the page as its reader sees it.
      expect((await get('canada', '/views/chile-in-2017')).headers.location).toBe('/?period=2017&country=CL');
    });

    it('are taken away by their holder, and what is shared by administrators', async () => {
      await keepView('canada', '/results?indicator=officials-trained', { name: 'Mine' });
      await keepView('manager', '/programs', { name: 'Ours', shared: 'yes' });
      expect((await post('administrator', '/views/mine/delete')).statusCode).toBe(404);
      expect((await post('canada', '/views/ours/delete')).statusCode).toBe(404);
      expect((await post('administrator', '/views/ours/delete')).statusCode).toBe(303);
      expect((await post('canada', '/views/mine/delete')).statusCode).toBe(303);
      expect((await get('canada', '/views/mine')).statusCode).toBe(404);
    });

    it('say what is wrong, and when what they name is gone', async () => {
      const unnamed = await keepView('manager', '/?country=CL', { name: ' ' });
      expect(unnamed.statusCode).toBe(400);
      expect(unnamed.body).toMatch(/id="view-name-error"[^>]*>A view needs a name/);
      expect((await keepView('manager', '/users')).statusCode).toBe(400);
      expect((await keepView('manager', '/?colour=red')).statusCode).toBe(400);
      await keepView('manager', '/?country=XX', { name: 'Nowhere' });
      expect((await get('manager', '/views?lang=en')).body).toContain(
        'Something that it narrows to is no longer there.',
      );
      const there = await get('manager', String((await get('manager', '/views/nowhere')).headers.location));
      expect(there.statusCode).toBe(400);
      const { db } = app.database;
      await db
        .update(savedViews)
        .set({ query: { colour: 'red' } })
        .where(eq(savedViews.slug, 'nowhere'));
      const outdated = await get('manager', '/views/nowhere?lang=en');
      expect([outdated.statusCode, outdated.body.includes('VIEW.OUTDATED')]).toEqual([422, true]);
    });
  });
});
