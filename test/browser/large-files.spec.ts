import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { LargeFileBell } from '../../src/entry/index.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { pressAt, reach, upload } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const ISLANDS = ['DM', 'GD', 'KN', 'LC', 'VC'];
const ROWS = 2_100;
const DAY_MS = 24 * 3_600_000;
/** Of five islands a day each, row by row one more than before, from 1. */
const fileOf = (since: string, values: readonly string[] = []) => {
  const lines = Array.from({ length: ROWS }, (_, index) => {
    const on = new Date(Date.parse(since) + Math.floor(index / 5) * DAY_MS).toISOString().slice(0, 10);
    return `TOUR,officials trained,people,actual,${ISLANDS[index % 5]},${on},${on},${values[index] ?? index + 1}`;
  });
  return `program,indicator,unit,kind,country_or_region,period_start,period_end,value\n${lines.join('\n')}\n`;
};

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let folder: string;
let officer: Page;
let manager: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.get(LargeFileBell, { strict: false }).start();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'attest-large-'));
  await writeFile(join(folder, 'with.csv'), fileOf('2009-01-01'));
  await writeFile(join(folder, 'without.csv'), fileOf('2012-01-01'));
  await writeFile(join(folder, 'wrong.csv'), fileOf('2015-01-01', ['many', 'more']));
  officer = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] })).cookie,
  );
  manager = await pageOf(browser, (await signIn(app.database.db, { role: 'manager' })).cookie);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const total = async (): Promise<number> => {
  const answer = await app.nest.inject('/api/v1/totals?indicator=officials-trained');
  return answer.json().total.value;
};

/** What a reader would stumble over on the page as it stands. */
async function obstacles(page: Page) {
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
}

async function bring(page: Page, lang: string, name: string): Promise<void> {
  await page.goto(`${origin}/imports?lang=${lang}`);
  await reach(page, '#import-file');
  await upload(page, '#import-file', join(folder, name));
  await pressAt(page, '#import button[type=submit]');
}

describe.each([
  ['with scripts', true, 'es', 'with.csv'],
  ['without scripts', false, 'fr', 'without.csv'],
] as const)('a file of more rows than anybody looks through, %s', (_, scripts, lang, name) => {
  beforeAll(async () => {
    for (const page of [officer, manager]) await page.setJavaScriptEnabled(scripts);
  });
  afterAll(async () => {
    for (const page of [officer, manager]) await page.setJavaScriptEnabled(true);
  });
  const sound = async (page: Page) => {
    if (scripts) expect([page.url(), await obstacles(page)]).toEqual([page.url(), []]);
  };

  it('is checked, submitted, approved and taken back, by keyboard alone', async () => {
    const before = await total();
    await bring(officer, lang, name);
    expect(new URL(officer.url()).pathname).toMatch(/^\/large-files\//);
    // The page asks again by itself until the job is done.
    await officer.waitForSelector('#submit');
    await sound(officer);
    await pressAt(officer, '#submit button[type=submit]');
    await officer.waitForSelector('.notice');

    await manager.goto(`${origin}/approvals?lang=${lang}`);
    await sound(manager);
    await reach(manager, '#large-file-rows a');
    await Promise.all([manager.waitForNavigation(), manager.keyboard.press('Enter')]);
    await sound(manager);
    await pressAt(manager, '#approve button[type=submit]');
    await manager.waitForSelector('#section-result');
    // 1 + 2 + … + 2 100.
    expect(await total()).toBe(before + 2_206_050);

    await manager.goto(`${origin}/imports?lang=${lang}`);
    await sound(manager);
    await reach(manager, '#batch-rows summary');
    await manager.keyboard.press('Enter');
    await pressAt(manager, '#batch-rows details[open] button[type=submit]');
    expect(await total()).toBe(before);
  });
});

it('says which rows stand in the way, with a way to take them along', async () => {
  await bring(officer, 'pt', 'wrong.csv');
  await officer.waitForSelector('#fault-rows');
  expect(await obstacles(officer)).toEqual([]);
  expect(await officer.$$eval('#fault-rows tbody tr', (rows) => rows.length)).toBe(2);
  const address = await officer.$eval('a[href*="faults.csv"]', (link) => (link as HTMLAnchorElement).href);
  const csv = await officer.evaluate(async (url) => (await fetch(url)).text(), address);
  expect(csv.trim().split('\r\n')).toHaveLength(3);
});
