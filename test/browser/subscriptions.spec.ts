import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import PostalMime from 'postal-mime';
import type { Browser, Page } from 'puppeteer';
import { LANGUAGES } from '../../src/core/text.ts';
import { DeliverPeriod } from '../../src/delivery/deliver-period.use-case.ts';
import { subscriptions } from '../../src/delivery/delivery.table.ts';
import { Ledger } from '../../src/delivery/ledger.use-case.ts';
import { subscriptionGroups } from '../../src/delivery/subscription-groups.table.ts';
import type { TestApp } from '../support/app.ts';
import { type Look, obstaclesOn, pageOf, startBrowser } from '../support/browser.ts';
import { focused, pressAt, reach, typeOver } from '../support/keyboard.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** A folder for pictures of the pages, where somebody wants to look at them. */
const PICTURES = process.env.TEST_PICTURES;

let app: TestApp;
let origin: string;
let browser: Browser;
let administrator: SignedInPerson;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  administrator = await signIn(app.database.db, { role: 'administrator' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');
const typed = (page: Page, name: string) =>
  page.$eval(`#add [name=${name}]`, (field) => (field as { value?: string }).value ?? '');
const stored = (email: string) =>
  app.database.db.select().from(subscriptions).where(eq(subscriptions.email, email));

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    await page.screenshot({
      path: join(PICTURES, `${name}-${scheme}.png`) as `${string}.png`,
      fullPage: true,
    });
  }
}

async function sound(page: Page, name: string): Promise<void> {
  await picture(page, name);
  for (const scheme of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect([name, scheme, await obstaclesOn(page)]).toEqual([name, scheme, { violations: [], beyond: 0 }]);
  }
}

/** A choice of a list that drops down, by the arrow keys. */
async function choose(page: Page, selector: string, value: string): Promise<void> {
  await reach(page, selector);
  await page.keyboard.press('Home');
  const chosen = () => page.$eval(selector, (list) => (list as { value?: string }).value);
  for (let steps = 0; (await chosen()) !== value; steps += 1) {
    if (steps === 50) throw new Error(`${selector} has no ${value}.`);
    await page.keyboard.press('ArrowDown');
  }
}

/** Without a mail server e-mails become files. */
async function mailTo(address: string) {
  const folder = join(app.config.dataDir, 'outbox');
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'));
  const mails = await Promise.all(
    names.map(async (name) => PostalMime.parse(await readFile(join(folder, name)))),
  );
  return mails.filter(({ to }) => to?.[0]?.address === address);
}

it.each([
  { width: 1280, scripts: true, email: 'wide@ministry.example.org' },
  { width: 360, scripts: false, email: 'narrow@ministry.example.org' },
] as const)(
  'somebody is added, mended, paused and tested by keyboard alone: $width, scripts $scripts',
  async ({ email, ...look }: Look & { readonly email: string }) => {
    const name = `${look.width}-${look.scripts ? 'scripts' : 'plain'}`;
    const page = await pageOf(browser, administrator.cookie, look);
    await page.goto(`${origin}/deliveries/subscriptions?lang=en`);
    await sound(page, `list-${name}`);

    // A country fact sheet without its country, and a donor that nobody knows.
    await typeOver(page, '#add [name=email]', email);
    await typeOver(page, '#add [name=name]', 'Ana Mora');
    await choose(page, '#add [name=report]', 'country-fact-sheet');
    await typeOver(page, '#add [name=donor]', 'Atlantis');
    await choose(page, '#add [name=frequency]', 'quarterly');
    await choose(page, '#add [name=language]', 'es');
    await choose(page, '#add [name=paper]', 'letter');
    await pressAt(page, '#add button[type=submit]');
    expect(await text(page, '#add-country-error')).toMatch(/is about one country/);
    expect(await text(page, '#add-donor-error')).toMatch(/Nothing is known of the donor/);
    // Who mends it begins at the first field that is wrong.
    expect(await focused(page)).toContain('country');
    const kept = ['email', 'name', 'report', 'donor', 'frequency', 'language', 'paper'];
    expect(await Promise.all(kept.map((field) => typed(page, field)))).toEqual([
      email,
      'Ana Mora',
      'country-fact-sheet',
      'Atlantis',
      'quarterly',
      'es',
      'letter',
    ]);
    await sound(page, `refused-${name}`);
    expect(await stored(email)).toEqual([]);

    await typeOver(page, '#add [name=country]', 'Costa Rica');
    await typeOver(page, '#add [name=donor]', '');
    await pressAt(page, '#add button[type=submit]');
    expect(await text(page, '[role=status]')).toBe('Added. The last report goes out within minutes.');
    const [added] = await stored(email);
    expect(added).toMatchObject({ country: 'CR', donor: null, frequency: 'quarterly', lang: 'es' });

    await pressAt(page, `a[href*="${added?.id}"]`);
    await sound(page, `one-${name}`);
    await typeOver(page, '#change [name=name]', 'Ana Mora Solís');
    await choose(page, '#change [name=frequency]', 'monthly');
    await choose(page, '#change [name=delivered_as]', 'pdf-and-xlsx');
    await choose(page, '#change [name=when_nothing_new]', 'skip');
    // A day, an hour and a zone stand open once a time of its own is chosen, also without scripts.
    const isOpen = () => page.$eval('#change [name=day]', (field) => field.checkVisibility());
    expect(await isOpen()).toBe(false);
    await reach(page, '#change [name=at]:checked');
    await page.keyboard.press('ArrowDown');
    expect(await isOpen()).toBe(true);
    await choose(page, '#change [name=hour]', '2');
    await sound(page, `own-time-${name}`);
    await pressAt(page, '#change button[type=submit]');
    expect(await text(page, '[role=status]')).toBe('Saved.');

    await pressAt(page, 'a[href*="sample=yes"]');
    expect(await text(page, '.mail-text')).toMatch(/Costa Rica, junio de 2017/);
    await sound(page, `sample-${name}`);
    await pressAt(page, '#test button[type=submit]');
    expect(await text(page, '[role=status]')).toBe('The test has been sent to your own address.');
    const test = (await mailTo(administrator.email)).at(-1);
    expect(test?.subject).toMatch(/^Prueba: .*Costa Rica, junio/);
    expect(test?.attachments.map(({ filename }) => filename)).toEqual([
      'country-fact-sheet-2017-06-cr-es.pdf',
      'country-fact-sheet-2017-06-cr-es.xlsx',
    ]);
    expect(await mailTo(email)).toEqual([]);

    await pressAt(page, 'form[action*="/standing"] button');
    expect(await text(page, '[role=status]')).toBe('It is sent no more.');
    expect(await stored(email)).toMatchObject([
      {
        name: 'Ana Mora Solís',
        frequency: 'monthly',
        deliveredAs: 'pdf-and-xlsx',
        whenNothingNew: 'skip',
        ...{ ownDay: 1, ownHour: 2, ownZone: 'America/New_York' },
        active: false,
        stoppedAt: null,
      },
    ]);
    await pressAt(page, 'form[action*="/standing"] button');
    expect(await text(page, '[role=status]')).toBe('It is sent again.');
    await page.close();
  },
  240_000,
);

it.each([
  { width: 1280, scripts: true, to: 'administrator' },
  { width: 360, scripts: false, to: 'of-donor' },
] as const)(
  'everybody of a group is added, changed, ended and begun again by keyboard alone: $to',
  async ({ to, ...look }) => {
    const { db } = app.database;
    await signIn(db, { role: 'donor', organisations: ['canada'] }, { email: `${to}-donor@example.org` });
    const page = await pageOf(browser, administrator.cookie, look);
    await page.goto(`${origin}/deliveries/subscriptions?lang=en`);
    await choose(page, '#add [name=to]', to);
    // A donor's people may not have it, and nobody has said which donor's.
    await choose(page, '#add [name=report]', 'portfolio');
    if (to === 'of-donor') {
      await pressAt(page, '#add button[type=submit]');
      expect(await text(page, '#add-report-error')).toMatch(/A donor may not have this report/);
      expect(await text(page, '#add-donor-error')).toMatch(/Name the donor/);
      expect(await typed(page, 'to')).toBe(to);
      await choose(page, '#add [name=report]', 'donor-funding-summary');
      await typeOver(page, '#add [name=donor]', 'Canada');
    }
    await pressAt(page, '#add button[type=submit]');
    expect(await text(page, '[role=status]')).toMatch(/^Added\. Nothing goes out before the next report/);
    const whom = await text(page, 'h1');
    expect(whom).toBe(to === 'of-donor' ? 'Everybody of Canada' : 'All administrators');
    const member = to === 'of-donor' ? `${to}-donor@example.org` : administrator.email;
    expect(await text(page, '#group-members')).toContain(member);
    await sound(page, `group-${look.width}`);

    await choose(page, '#change [name=frequency]', 'quarterly');
    await pressAt(page, '#change button[type=submit]');
    expect(await text(page, '[role=status]')).toBe('Saved.');
    await pressAt(page, 'form[action*="/standing"] button');
    expect(await page.$('#group-members')).toBeNull();
    await pressAt(page, 'form[action*="/standing"] button');
    expect(await text(page, '#group-members')).toContain(member);

    await page.goto(`${origin}/deliveries/subscriptions?lang=en`);
    expect(await text(page, '#subscription-groups')).toContain(whom);
    expect(await text(page, '#subscriptions')).toContain(`through: ${whom}`);
    await sound(page, `groups-${look.width}`);
    await pressAt(page, '#subscription-groups a');
    await pressAt(page, '#group-members a');
    expect(await text(page, 'dl')).toContain(whom);
    await sound(page, `member-${look.width}`);
    await page.close();
  },
  240_000,
);

it.each([
  { width: 1280, scripts: true, email: 'minister@ministry.example.org', country: 'CR' },
  { width: 360, scripts: false, email: 'deputy@ministry.example.org', country: 'BZ' },
] as const)(
  'a report that waits is looked at and approved: $width, scripts $scripts',
  async ({ email, country, ...look }) => {
    const { db } = app.database;
    const since = new Date('2017-07-01T12:00:00Z');
    const report = 'country-fact-sheet';
    const wanted = { email, name: 'A minister', report, country, lang: 'es', paper: 'a4' } as const;
    await db.insert(subscriptions).values({ ...wanted, since, needsApproval: true });
    const ledger = app.nest.get(Ledger, { strict: false });
    const deliver = app.nest.get(DeliverPeriod, { strict: false });
    await ledger.enter();
    await deliver.run('2017-06');
    expect(await mailTo(email)).toEqual([]);

    const manager = await signIn(db, { role: 'manager' });
    const page = await pageOf(browser, manager.cookie, look);
    await page.goto(`${origin}/deliveries?lang=en`);
    await sound(page, `waiting-${look.width}`);
    expect(await text(page, '.awaiting')).toContain(email);
    const pdf = await page.$eval('.awaiting a', (link) => link.getAttribute('href') ?? '');
    const { headers, statusCode } = await app.asStranger({ url: pdf, headers: { cookie: manager.cookie } });
    expect([statusCode, headers['content-type']]).toEqual([200, 'application/pdf']);

    await pressAt(page, '.awaiting form button');
    expect(await text(page, '[role=status]')).toBe('Approved. It goes out within a minute.');
    expect(await page.$('.awaiting')).toBeNull();
    await deliver.run('2017-06');
    expect(await mailTo(email)).toHaveLength(1);
    await page.close();
  },
  240_000,
);

it('shows the e-mail as its reader sees it, wide and narrow, light and dark', async () => {
  const [mail] = await mailTo(administrator.email);
  const page = await browser.newPage();
  for (const width of [1280, 360]) {
    await page.setViewport({ width, height: 900 });
    await page.setContent(mail?.html ?? '');
    await picture(page, `mail-${width}`);
    const { violations, beyond } = await obstaclesOn(page);
    // Landmarks are those of the mail program around it.
    const own = violations.filter(([id]) => id !== 'landmark-one-main' && id !== 'region');
    expect([width, own, beyond]).toEqual([width, [], 0]);
  }
  await page.close();
});

it.each(LANGUAGES)('reads well in %s', async (lang) => {
  const [one] = await stored('wide@ministry.example.org');
  const page = await pageOf(browser, administrator.cookie);
  const [group] = await app.database.db.select().from(subscriptionGroups);
  const all = '/deliveries/subscriptions';
  for (const path of [all, `${all}/${one?.id}`, `${all}/groups/${group?.id}`]) {
    for (const width of [1280, 360]) {
      await page.setViewport({ width, height: 900 });
      await page.goto(`${origin}${path}?lang=${lang}`);
      expect([path, width, await obstaclesOn(page)]).toEqual([path, width, { violations: [], beyond: 0 }]);
    }
  }
  await page.close();
});
