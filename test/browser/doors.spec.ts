import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { Secret, TOTP } from 'otpauth';
import PostalMime from 'postal-mime';
import type { Browser, BrowserContext, Page } from 'puppeteer';
import { OneTimeCodes } from '../../src/accounts/index.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { importKinds } from '../../src/imports.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { seedIfUntouched } from '../../src/platform/seeding/seed.use-case.ts';
import { startApp, type TestApp, testClock } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';

const ADMINISTRATOR = { email: 'rosa@example.org', password: 'seven otters under glass' };
const DONOR = {
  email: 'jean.tremblay-de-la-direction-generale-des-affaires-interamericaines@international.example.org',
  password: 'quiet lamps over Ottawa',
};

// Codes of a second factor are taken once, so that time must go on between two of them.
let now = testClock.now();
const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } });
  await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), now);
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A browser of somebody's own, without scripts. */
async function newcomer(): Promise<{ readonly page: Page; readonly context: BrowserContext }> {
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.setJavaScriptEnabled(false);
  return { page, context };
}

describe('the doors, by keyboard and without scripts', () => {
  let administrator: Page;
  let donor: Page;
  let donorsKey = '';

  it('lets the first administrator in by the address of the first start, and a second factor later', async () => {
    ({ page: administrator } = await newcomer());
    const page = administrator;
    await page.goto(`${origin}/sign-in`);
    await sound(page);
    await press(page, '.notice a');
    expect(new URL(page.url()).pathname).toBe('/setup');
    const code = (await app.nest.get(OneTimeCodes).firstAdministratorCode()) ?? '';
    await page.goto(`${origin}/setup?code=${code}`);
    await soundEverywhere(page);

    await fill(page, 'setup', {
      name: 'Rosa Díaz',
      email: ADMINISTRATOR.email,
      password: 'short',
    });
    await press(page, '#setup button');
    expect(await text(page, '#setup-password-error')).toMatch(/^At least 12 characters/);
    expect(await value(page, '#setup-email')).toBe(ADMINISTRATOR.email);
    expect(await value(page, '#setup-password')).toBe('');
    await sound(page);
    expect(await value(page, '#setup-code')).toBe(code);
    await fill(page, 'setup', { password: ADMINISTRATOR.password });
    await press(page, '#setup button');

    expect(page.url()).toBe(`${origin}/`);
    await soundEverywhere(page);
    await page.goto(`${origin}/users`);
    await sound(page);
    await press(page, '.owed a');
    expect(new URL(page.url()).pathname).toBe('/account/second-factor');
    await soundEverywhere(page);
    await fill(page, 'enrol', { code: '000000', current: ADMINISTRATOR.password });
    await press(page, '#enrol button');
    expect(await text(page, '#enrol-code-error')).toMatch(/^This is not the code/);
    await sound(page);
    await fill(page, 'enrol', {
      code: codeOf(await text(page, '.secret')),
      current: ADMINISTRATOR.password,
    });
    await press(page, '#enrol button');
    expect(await page.$$eval('.codes li', (codes) => codes.length)).toBe(10);
    await sound(page);
    await press(page, '.form-aside a');
    expect(page.url()).toBe(`${origin}/account`);
    expect(await text(page, '.account a')).toBe('Rosa Díaz');
  });

  it('sends an invitation by e-mail, whose link opens once', async () => {
    const page = administrator;
    await press(page, '.pages a[href="/users"]');
    await soundEverywhere(page);
    await fill(page, 'invite', { name: 'Jean Tremblay', email: DONOR.email });
    await tabTo(page, '#invite [name=role]');
    await page.keyboard.press('ArrowUp');
    expect(
      await page.$eval('#invite [name=role]:checked', (radio) => (radio as HTMLInputElement).value),
    ).toBe('donor');
    await press(page, '#invite button');
    expect(await text(page, '#invite-organisations-error')).toMatch(/^Choose at least one organisation/);
    await sound(page);
    await tabTo(page, '#invite [value=canada]');
    await page.keyboard.press('Space');
    await press(page, '#invite button');
    expect(await text(page, '.notice')).toBe('The invitation is on its way.');
    expect(await text(page, '.lede')).toBe(DONOR.email);
    await soundEverywhere(page);

    const link = await linkInMailTo(DONOR.email);
    ({ page: donor } = await newcomer());
    await donor.goto(`${origin}${link}`);
    await donor.goto(`${origin}${link}`);
    expect(await text(donor, '.lede')).toContain(DONOR.email);
    await soundEverywhere(donor);
    await fill(donor, 'one-time', { password: DONOR.password });
    await press(donor, '#one-time button');
    expect(new URL(donor.url()).pathname).toBe('/donors/canada');
    const { page: thief } = await newcomer();
    const answer = await thief.goto(`${origin}${link}`);
    expect(answer?.status()).toBe(404);
    expect(await text(thief, 'h1')).toBe('This link no longer works');
    await soundEverywhere(thief);
    await thief.browserContext().close();
  });

  it('gives a donor its funding summary, to read and to calculate with', async () => {
    const page = donor;
    const downloads = await downloadsOf(page);
    for (const [format, begins] of [
      ['pdf', '%PDF-'],
      // A zip.
      ['xlsx', 'PK'],
      // With the mark by which spreadsheets know UTF-8.
      ['csv', '\ufeffblock,key,'],
    ] as const) {
      // A report that takes long is waited for on a page of its own.
      await page.goto(`${origin}/donors/canada`);
      await tabTo(page, '.other-choices summary');
      await page.keyboard.press('Enter');
      await tabTo(page, '#donor-funding-summary-period');
      await page.keyboard.type('2017');
      await tabTo(page, `button[formaction$=".${format}"]`);
      const arrived = downloads.next();
      await page.keyboard.press('Enter');
      const { name, bytes } = await arrived;
      expect(name).toBe(`donor-funding-summary-2017-canada-en.${format}`);
      expect(bytes.subarray(0, Buffer.byteLength(begins)).toString()).toBe(begins);
    }
    await downloads.end();
  });

  it('signs in with a second factor, and out everywhere', async () => {
    const page = donor;
    await press(page, '.account a');
    expect(new URL(page.url()).pathname).toBe('/account');
    await soundEverywhere(page);
    await press(page, '#section-second-factor ~ * a, [aria-labelledby=section-second-factor] a');
    donorsKey = await text(page, '.secret');
    await fill(page, 'enrol', { code: codeOf(donorsKey), current: DONOR.password });
    await press(page, '#enrol button');
    await press(page, '.form-aside a');
    await soundEverywhere(page);

    await press(page, '.account button');
    expect(await text(page, '.notice')).toBe('You are signed out.');
    await page.goto(`${origin}/reports`);
    expect(page.url()).toBe(`${origin}/sign-in?next=%2Freports`);
    await fill(page, 'sign-in', { email: DONOR.email, password: 'not the password at all' });
    await press(page, '#sign-in button');
    expect(await text(page, '.form-error')).toMatch(/^E-mail and password do not belong together/);
    expect(await value(page, '#sign-in-email')).toBe(DONOR.email);
    await soundEverywhere(page);
    await fill(page, 'sign-in', { email: DONOR.email, password: DONOR.password });
    await press(page, '#sign-in button');
    expect(page.url()).toBe(`${origin}/sign-in/second-factor?next=%2Freports`);
    await soundEverywhere(page);
    later(60);
    await fill(page, 'step', { code: codeOf(donorsKey) });
    await press(page, '#step button');
    expect(page.url()).toBe(`${origin}/reports`);

    await page.goto(`${origin}/account`);
    // Names may be as long as this, in one word.
    await fill(page, 'details', { name: 'Wolfeschlegelsteinhausen'.repeat(5) });
    await press(page, '#details button');
    expect(await text(page, '.notice')).toBe('Saved.');
    await sound(page);
    await administrator.goto(`${origin}/users`);
    await sound(administrator);
    await press(administrator, '#users tbody tr:last-child a');
    await sound(administrator);
    await press(page, '#end-all button');
    expect(await text(page, '.notice')).toBe('You are signed out, here and everywhere else.');
    await page.goto(`${origin}/account`);
    expect(new URL(page.url()).pathname).toBe('/sign-in');
    await page.browserContext().close();
  });

  it('asks for a new password, and says the same to whoever asks', async () => {
    const { page, context } = await newcomer();
    await page.goto(`${origin}/sign-in`);
    await press(page, '.form-aside a');
    await soundEverywhere(page);
    await fill(page, 'reset', { email: 'nobody@example.org' });
    await press(page, '#reset button');
    expect(await text(page, '.notice')).toMatch(/^If there is an account with this address/);
    await sound(page);
    await context.close();
  });

  it('sets the service up: its name, logo and colour, looked at before they hold', async () => {
    const page = administrator;
    await page.goto(`${origin}/users`);
    await press(page, '.administration a[href="/settings"]');
    await soundEverywhere(page);
    await fill(page, 'colour', { accent: 'blue' });
    await press(page, '#colour .button');
    expect(await text(page, '#colour-accent-error')).toMatch(/^A colour is #/);
    expect(await value(page, '#colour-accent')).toBe('blue');
    // Too pale for text on white, so that a darker shade is shown there.
    await fill(page, 'colour', { accent: '#f5a623' });
    await press(page, '#colour .button-quiet');
    expect(await text(page, '.notice')).toMatch(/^This page shows the colour/);
    await sound(page);
    await press(page, '#colour .button');
    await fill(page, 'organisation', { name: 'Ministry of Health and of a Very Long Name Besides' });
    await press(page, '#organisation .button');
    const logo = join(mkdtempSync(join(tmpdir(), 'attest-logo-')), 'logo.svg');
    writeFileSync(
      logo,
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 40"><path d="M0 0h300v40z"/></svg>',
    );
    await (await page.$('#logo input'))?.uploadFile(logo);
    await press(page, '#logo .button');
    expect(await text(page, '.notice')).toBe('Saved. It holds from now on.');
    expect(await page.$eval('.brand>.logo', (img) => (img as HTMLImageElement).naturalWidth)).toBe(300);
    await sound(page);
    await page.goto(`${origin}/`);
    expect(await page.$eval('.button', (button) => getComputedStyle(button).backgroundColor)).not.toBe(
      'rgb(11, 92, 171)',
    );
    await sound(page);
  });

  it('makes a token, shows it once, and revokes it', async () => {
    const page = administrator;
    await page.goto(`${origin}/users`);
    await press(page, '.administration a[href="/tokens"]');
    await soundEverywhere(page);
    await fill(page, 'create', { name: 'figures for the website' });
    await tabTo(page, '#create [name=role]');
    await page.keyboard.press('ArrowDown');
    await press(page, '#create button');
    const token = await value(page, '#token');
    expect(token).toMatch(/^attest_/);
    await sound(page);
    const headers = { authorization: `Bearer ${token}` };
    expect((await app.asStranger({ url: '/api/v1/programs', headers })).statusCode).toBe(200);
    await page.goto(`${origin}/tokens`);
    expect(await page.content()).not.toContain(token);
    await soundEverywhere(page);
    await press(page, '#tokens button');
    expect(await text(page, '.notice')).toMatch(/^The token is revoked/);
    expect((await app.asStranger({ url: '/api/v1/programs', headers })).statusCode).toBe(401);
    await page.browserContext().close();
  });
});

/** What the browser of a page saves, one after the other. */
async function downloadsOf(page: Page) {
  const folder = mkdtempSync(join(tmpdir(), 'attest-downloads-'));
  const session = await browser.target().createCDPSession();
  const { id = '' } = page.browserContext();
  await session.send('Browser.setDownloadBehavior', {
    behavior: 'allow',
    downloadPath: folder,
    eventsEnabled: true,
    browserContextId: id,
  });
  return {
    next(): Promise<{ readonly name: string; readonly bytes: Buffer }> {
      const { promise, resolve, reject } = Promise.withResolvers<{ name: string; bytes: Buffer }>();
      let name = '';
      session.once('Browser.downloadWillBegin', ({ suggestedFilename }) => {
        name = suggestedFilename;
      });
      const progressed = ({ state }: { readonly state: string }) => {
        if (state === 'inProgress') return;
        session.off('Browser.downloadProgress', progressed);
        if (state === 'completed') resolve({ name, bytes: readFileSync(join(folder, name)) });
        else reject(new Error(`${name} was ${state}.`));
      };
      session.on('Browser.downloadProgress', progressed);
      return promise;
    },
    async end(): Promise<void> {
      await session.detach();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The code that an app with this key shows now. */
function codeOf(key: string): string {
  const secret = Secret.fromBase32(key.replaceAll(' ', ''));
  return new TOTP({ secret }).generate({ timestamp: now.getTime() });
}

/** The path of the link: the service does not know the port that it was given. */
async function linkInMailTo(address: string): Promise<string> {
  const outbox = join(app.config.dataDir, 'outbox');
  for (const file of readdirSync(outbox).filter((name) => name.endsWith('.eml'))) {
    const mail = await PostalMime.parse(readFileSync(join(outbox, file)));
    const [link] = /\/one-time\/\S+/.exec(mail.text ?? '') ?? [];
    if (mail.to?.[0]?.address === address && link !== undefined) return link;
  }
  throw new Error(`No e-mail with a link went to ${address}.`);
}

const MOST_TABS = 150;

/** Goes there as the keyboard goes: every part that can be pressed can be reached. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < MOST_TABS; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The keyboard does not reach ${selector} on ${page.url()}.`);
}

async function press(page: Page, selector: string): Promise<void> {
  await tabTo(page, selector);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

async function fill(page: Page, form: string, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, typed] of Object.entries(fields)) {
    await tabTo(page, `#${form} [name=${name}]`);
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(typed);
  }
}

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');
const value = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element as HTMLInputElement).value);

/** What axe looks at differs little between languages, and it takes its time: where somebody waits, in English alone. */
const LANGUAGES_OF_AXE: readonly string[] = process.env.CI ? LANGUAGES : ['en'];

/** On a desk and on a telephone in the dark: nothing sideways, nothing that axe objects to, no inline style. */
async function sound(page: Page): Promise<void> {
  const language = await page.$eval('html', (html) => html.lang);
  for (const [width, scheme] of [
    [1280, 'light'],
    [360, 'dark'],
  ] as const) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    const where = `${page.url()} at ${width}`;
    expect([where, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([where, width]);
    if (LANGUAGES_OF_AXE.includes(language)) expect([where, ...(await violations(page))]).toEqual([where]);
  }
  await page.setViewport({ width: 1280, height: 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
}

/** The same in each language, by the page's own links; ends in English. */
async function soundEverywhere(page: Page): Promise<void> {
  const url = new URL(page.url());
  for (const language of [...LANGUAGES.filter((each) => each !== 'en'), 'en']) {
    url.searchParams.set('lang', language);
    await page.goto(url.href);
    expect(await page.$eval('html', (html) => html.lang)).toBe(language);
    await sound(page);
  }
  url.searchParams.delete('lang');
  await page.goto(url.href);
}

async function violations(page: Page): Promise<readonly string[]> {
  // The page came without scripts; the one that looks at it needs them.
  await page.setJavaScriptEnabled(true);
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  await page.setJavaScriptEnabled(false);
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' ')}`);
}
