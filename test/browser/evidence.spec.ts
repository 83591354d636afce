import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'puppeteer';
import { SOUND } from '../../src/entry/evidence/fixtures/files.ts';
import { results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { press, tabTo, upload } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let folder: string;
let officer: Page;
let manager: Page;
let canada: Page;
let italy: Page;
let figure: string;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'attest-evidence-'));
  officer = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] })).cookie,
  );
  manager = await pageOf(browser, (await signIn(app.database.db, { role: 'manager' })).cookie);
  canada = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'donor', organisations: ['canada'] })).cookie,
  );
  italy = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'donor', organisations: ['italy'] })).cookie,
  );
  const [row] = await app.database.db
    .select({ id: results.id })
    .from(results)
    .where(and(eq(results.program, 'TOUR-AG'), eq(results.indicator, 'officials-trained')));
  figure = row?.id ?? '';
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true });
});

const mainText = (page: Page) =>
  page.$eval('main', (element) => (element.textContent ?? '').replace(/\s+/g, ' '));

async function faultsOf(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe);
  const { violations }: AxeResults = (await page.evaluate('axe.run()')) as never;
  return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
}

it('is attached, confirmed and opened by keyboard alone, and refused to another donor', async () => {
  const file = join(folder, 'Lista de participantes.pdf');
  await writeFile(file, SOUND.pdf);
  await officer.goto(`${origin}/results/${figure}?lang=en`);
  await press(officer, 'Attach evidence, or look at what waits');
  expect(await faultsOf(officer)).toEqual([]);
  await tabTo(officer, 'attach-file-file');
  await upload(officer, '#attach-file-file', file);
  await press(officer, 'Attach a file');
  expect(await mainText(officer)).toContain(
    'Attached. It stands with the figure once somebody else has confirmed it.',
  );
  expect(await mainText(officer)).toContain('Lista de participantes.pdf');

  // What is refused says so where it was chosen.
  const drawing = join(folder, 'drawing.png');
  await writeFile(drawing, '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await tabTo(officer, 'attach-file-file');
  await upload(officer, '#attach-file-file', drawing);
  await press(officer, 'Attach a file');
  expect(await officer.$eval('#attach-file-file-error', (element) => element.textContent)).toContain(
    'which a browser would carry out',
  );
  expect(await faultsOf(officer)).toEqual([]);

  await tabTo(officer, 'attach-quotation-quotation');
  await officer.keyboard.type('Forty-five officials took part in the workshop.');
  await tabTo(officer, 'attach-quotation-title');
  await officer.keyboard.type('Annual report 2017');
  await tabTo(officer, 'attach-quotation-page');
  await officer.keyboard.type('12');
  await press(officer, 'Attach a quotation');

  await manager.goto(`${origin}/approvals?lang=en`);
  await press(manager, 'Lista de participantes.pdf');
  await press(manager, 'Confirm');
  expect(await mainText(manager)).toContain('Confirmed: it stands with the figure.');
  await press(manager, 'Confirm');
  expect(await faultsOf(manager)).toEqual([]);

  await canada.goto(`${origin}/results/${figure}?lang=en`);
  expect(await mainText(canada)).toContain('Lista de participantes.pdf PDF');
  expect(await mainText(canada)).toContain('Forty-five officials took part in the workshop.');
  expect(await faultsOf(canada)).toEqual([]);
  const href = await canada.$eval('main a[href^="/evidence/"]', (link) => link.getAttribute('href') ?? '');
  const got = (page: Page) =>
    page.evaluate(async (url) => {
      const answer = await fetch(url);
      return [
        answer.status,
        answer.headers.get('content-disposition')?.split(';')[0],
        (await answer.text()).slice(0, 8),
      ];
    }, href);
  expect(await got(canada)).toEqual([200, 'attachment', '%PDF-1.7']);
  await italy.goto(`${origin}/?lang=en`);
  expect((await got(italy)).slice(0, 2)).toEqual([404, null]);
});

it('has a page that fits a phone', async () => {
  await manager.setViewport({ width: 360, height: 800 });
  for (const path of [`/results/${figure}/evidence`, `/results/${figure}`]) {
    await manager.goto(`${origin}${path}?lang=fr`);
    expect([path, await manager.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    expect(await faultsOf(manager)).toEqual([]);
  }
});

it('comes with a figure that is being entered, by keyboard alone, and is seen with it', async () => {
  const file = join(folder, 'Lista de junio.pdf');
  await writeFile(file, SOUND.pdf);
  await officer.setViewport({ width: 1280, height: 900 });
  await officer.goto(`${origin}/entry/results?program=TOUR&lang=en`);
  for (const [column, typed] of [
    ['indicator', 'officials trained'],
    ['country_or_region', 'DM'],
    ['period_start', '2017-06'],
    ['period_end', '2017-06'],
    ['value', '12'],
  ] as const) {
    await tabTo(officer, `entry-cell-${column}`);
    await officer.keyboard.type(typed);
  }
  await press(officer, 'Save and attach evidence');
  expect(await mainText(officer)).toContain('Whoever approves the row sees them');
  expect(await faultsOf(officer)).toEqual([]);
  await tabTo(officer, 'attach-file-file');
  await upload(officer, '#attach-file-file', file);
  await press(officer, 'Attach a file');
  expect(await mainText(officer)).toContain('Attached. It is approved together with the row.');
  await press(officer, 'Back to the row');
  expect(await mainText(officer)).toContain('Lista de junio.pdf');
  expect(await faultsOf(officer)).toEqual([]);
  const row = new URL(officer.url()).pathname;
  await officer.setViewport({ width: 360, height: 800 });
  for (const path of [row, `${row}/evidence`]) {
    await officer.goto(`${origin}${path}?lang=fr`);
    expect([path, await officer.evaluate(() => document.documentElement.scrollWidth)]).toEqual([path, 360]);
    expect(await faultsOf(officer)).toEqual([]);
  }
  await officer.goto(`${origin}${row}?lang=en`);
  await press(officer, 'Submit for approval');

  await manager.setViewport({ width: 1280, height: 900 });
  await manager.goto(`${origin}/approvals/review?id=${row.split('/').at(-1)}&lang=en`);
  expect(await mainText(manager)).toContain('Lista de junio.pdf');
  expect(await faultsOf(manager)).toEqual([]);
  await press(manager, 'Approve it');
  await canada.goto(`${origin}/results?program=TOUR&lang=en`);
  await press(canada, '12');
  expect(await mainText(canada)).toContain('Lista de junio.pdf');
});
