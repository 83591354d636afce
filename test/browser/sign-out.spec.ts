import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer';
import { importKinds } from '../../src/imports.ts';
import { ROOT } from '../../src/platform/config/root.ts';
import { seedIfUntouched } from '../../src/platform/seeding/seed.use-case.ts';
import { startApp, type TestApp, testClock } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';
import { signIn } from '../support/people.ts';

let now = testClock.now();
let app: TestApp;
let origin: string;
let browser: Browser;

beforeAll(async () => {
  app = await startApp({ clock: { now: () => now } });
  await seedIfUntouched(app.database.db, importKinds, join(ROOT, 'seeds'), now);
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Somebody who has looked at the dashboard, and then at a programme. */
async function readerOf(): Promise<Page> {
  const { cookie } = await signIn(app.database.db, { role: 'manager' }, { now });
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.createBrowserContext();
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true });
  const page = await context.newPage();
  await page.goto(`${origin}/`);
  expect(await page.title()).toMatch(/^Results and funding/);
  await page.goto(`${origin}/programs/NET-POL`);
  expect(await page.$('.account form')).not.toBeNull();
  return page;
}

/** Goes back to the pages that were looked at: none of them is shown. */
async function goesBackToNothing(page: Page, steps: number): Promise<void> {
  for (let step = 0; step < steps; step += 1) {
    await page.goBack();
    expect(await page.title()).toMatch(/^Sign in/);
    expect(await page.$('.figures, .account form')).toBeNull();
  }
}

it('shows nothing of what was read to whoever goes back after a sign-out', async () => {
  const page = await readerOf();
  await Promise.all([page.waitForNavigation(), page.click('.account form button')]);
  expect(new URL(page.url()).pathname).toBe('/sign-in');
  await goesBackToNothing(page, 2);
});

it('shows nothing of it once the session has run out, of which the browser was not told', async () => {
  const page = await readerOf();
  now = new Date(now.getTime() + 61 * 60_000);
  await page.goBack();
  expect(await page.title()).toMatch(/^Sign in/);
  expect(await page.$('.figures, .account form')).toBeNull();
});
