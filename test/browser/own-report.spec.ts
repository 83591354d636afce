import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { importKinds } from '../../src/imports.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { seedIfUntouched } from '../../src/platform/seeding/seed.use-case.ts';
import { startApp, type TestApp, testClock } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';
import { signIn } from '../support/people.ts';

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;

beforeAll(async () => {
  app = await startApp();
  await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), testClock.now());
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** A manager's browser, without scripts. */
async function managersPage(): Promise<Page> {
  const { cookie } = await signIn(app.database.db, { role: 'manager' });
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.createBrowserContext();
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true });
  const page = await context.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width: 1280, height: 900 });
  return page;
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.id ?? '');
const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');

/** Goes on by the tabulator until a field is reached, as its reader does. */
async function tabTo(page: Page, id: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    if ((await focused(page)) === id) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${id}.`);
}
async function typeInto(page: Page, id: string, typed: string): Promise<void> {
  await tabTo(page, id);
  await page.keyboard.type(typed);
}
async function tick(page: Page, id: string): Promise<void> {
  await tabTo(page, id);
  await page.keyboard.press('Space');
}
/** From a field on to a button, which is pressed. */
async function press(page: Page, value: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    const here = await page.evaluate(() => document.activeElement?.getAttribute('value') ?? '');
    if (here === value) break;
    await page.keyboard.press('Tab');
  }
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

/** Nothing beside the page, and nothing that a reader with a screen reader would stumble over, at both widths. */
async function sound(page: Page): Promise<void> {
  for (const [width, scheme] of [
    [360, 'dark'],
    [1280, 'light'],
  ] as const) {
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    expect([width, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([width, width]);
    // The page came without scripts; the one that looks at it needs them.
    await page.setJavaScriptEnabled(true);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    await page.setJavaScriptEnabled(false);
    expect(violations.map(({ id, nodes }) => [width, id, nodes[0]?.html])).toEqual([]);
  }
}

it('is put together by keyboard and without scripts, mended, looked at, and kept', async () => {
  const page = await managersPage();
  await page.goto(`${origin}/reports/own/new?lang=en`);
  await sound(page);
  await typeInto(page, 'own-report-title', 'Ports of the South');
  await typeInto(page, 'own-report-introduction', 'For the ministers.');
  await tabTo(page, 'own-report-period');
  await page.keyboard.type('Always');
  await typeInto(page, 'own-report-fixed', 'June');
  await tick(page, 'own-report-use-map');
  await typeInto(page, 'own-report-order-gaps', '1');
  await tick(page, 'own-report-use-programs');
  await typeInto(page, 'own-report-order-programs', 'last');
  await press(page, 'keep');

  // What is wrong is said at its field, where the reader stands; nothing else is lost.
  expect(await text(page, '#own-report-fixed-error')).toMatch(/^This is no period\./);
  expect(await focused(page)).toBe('own-report-fixed');
  // Everything that is wrong is said at once, above the form too.
  expect(await text(page, '#own-report-order-programs-error')).toMatch(/whole number from 1 to 99/);
  expect(await page.$$eval('.form-error li a', (all) => all.map((one) => one.getAttribute('href')))).toEqual([
    '#own-report-fixed',
    '#own-report-order-programs',
  ]);
  const typed = (id: string) => page.$eval(`#${id}`, (field) => (field as { value?: string }).value ?? '');
  expect(await typed('own-report-title')).toBe('Ports of the South');
  expect(await typed('own-report-introduction')).toBe('For the ministers.');
  expect(await page.$eval('#own-report-use-map', (box) => (box as { checked?: boolean }).checked)).toBe(
    false,
  );
  await sound(page);

  await tabTo(page, 'own-report-fixed');
  await page.keyboard.press('End');
  for (const _ of 'June') await page.keyboard.press('Backspace');
  await page.keyboard.type('2017');
  await tabTo(page, 'own-report-order-programs');
  await page.keyboard.press('End');
  for (const _ of 'last') await page.keyboard.press('Backspace');
  await press(page, 'preview');
  expect(await text(page, '.own-preview h1')).toBe('Ports of the South');
  expect(await text(page, '.own-preview .lede')).toBe('2017 · All programmes');
  expect(await page.$('.own-preview #section-map')).toBeNull();
  expect(page.url()).toBe(`${origin}/reports/own?lang=en`);

  await tabTo(page, 'own-report-title');
  await press(page, 'keep');
  expect(new URL(page.url()).pathname).toBe('/reports/own/ports-of-the-south');
  expect(await text(page, '[role=status]')).toBe('Your report is kept.');
  await sound(page);
  const headings = await page.$$eval('.section h2', (found) => found.map((each) => each.textContent?.trim()));
  expect(headings).toEqual([
    'Headline figures',
    'Results over time',
    'Table of indicators',
    'Targets against actuals',
    'Money at each stage',
    'List of programmes',
    'Take it away',
  ]);
});
