import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { LANGUAGES } from '../../src/core/text.ts';
import { submissions } from '../../src/entry/submissions.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { press, tabTo, typeInto } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let officer: Page;
let manager: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  officer = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] })).cookie,
  );
  manager = await pageOf(browser, (await signIn(app.database.db, { role: 'manager' })).cookie);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');

it('leads by keyboard alone from an officer’s desk over a manager to the dashboard', async () => {
  await officer.goto(`${origin}/desk?lang=en`);
  await press(officer, 'A result');
  await typeInto(officer, 'cell-program', 'Tourism Security Program');
  await typeInto(officer, 'cell-indicator', 'officials trained');
  await typeInto(officer, 'cell-country_or_region', 'DM');
  await typeInto(officer, 'cell-period_start', '2017-05');
  await typeInto(officer, 'cell-period_end', '2017-05');
  await typeInto(officer, 'cell-value', '12');
  await typeInto(officer, 'part-0-axis', 'sex');
  await typeInto(officer, 'part-0-part', 'female');
  await typeInto(officer, 'part-0-number', '7');
  // Twelve, and seven of them are given out.
  expect(await text(officer, '.parts-rest')).toBe('sex: 5 remaining');

  await officer.waitForFunction(
    () => document.querySelector('.entry-kept')?.textContent === 'Kept as a draft by itself.',
  );
  expect(new URL(officer.url()).pathname).toMatch(/^\/submissions\/[0-9a-f-]{36}$/);
  await officer.reload();
  const value = (name: string) =>
    officer.$eval(`[name=${name}]`, (field) => (field as { value?: string }).value ?? '');
  expect(await value('cell-program')).toBe('TOUR');
  expect(await value('cell-value')).toBe('12');
  expect(await value('part-0-number')).toBe('7');
  expect(await text(officer, '.parts-rest')).toBe('sex: 5 remaining');

  await typeInto(officer, 'part-1-axis', 'sex');
  await typeInto(officer, 'part-1-part', 'male');
  await typeInto(officer, 'part-1-number', '5');
  expect(await text(officer, '.parts-rest')).toBe('sex: 0 remaining');
  await press(officer, 'Submit for approval');
  expect(new URL(officer.url()).pathname).toBe('/desk');
  expect(await text(officer, '[role=status]')).toBe(
    'Submitted. It counts once somebody else has approved it.',
  );
  // The draft that was kept by itself is the row that waits, and no other is left.
  expect(await app.database.db.select().from(submissions)).toMatchObject([
    { status: 'submitted', cells: { breakdown: 'sex=female:7;sex=male:5' } },
  ]);

  await manager.goto(`${origin}/desk?lang=en`);
  await press(manager, 'Look through and approve');
  await tabTo(manager, 'group');
  await manager.keyboard.press('Space');
  await press(manager, 'Look at what is chosen');
  expect(await text(manager, 'h1')).toBe('Approve 1 row');
  await press(manager, 'Approve it');
  expect(await text(manager, '[role=status]')).toBe('Approved. It counts from now on.');
  // 123 of the reference portfolio.
  await manager.goto(`${origin}/?lang=en`);
  expect(await text(manager, 'main')).toContain('135');
});

it('keeps one draft of what is typed on while the one before is being kept', async () => {
  const before = (await app.database.db.select().from(submissions)).length;
  await officer.goto(`${origin}/entry/results?lang=en`);
  for (const typed of ['1', '2', '3']) {
    await typeInto(officer, 'cell-note', typed);
    await officer.waitForFunction(
      () => document.querySelector('.entry-kept')?.textContent === 'Kept as a draft by itself.',
    );
  }
  const rows = await app.database.db.select().from(submissions);
  expect(rows).toHaveLength(before + 1);
  expect(rows.filter(({ cells }) => cells.note === '123')).toHaveLength(1);
});

it('has labels, and boxes, of one row at one height, and examples of dates', async () => {
  await officer.goto(`${origin}/entry/results?lang=es`);
  const topOf = (selector: string) =>
    officer.$eval(selector, (element) => Math.round(element.getBoundingClientRect().top));
  for (const [one, other] of [
    ['program', 'indicator'],
    ['kind', 'country_or_region'],
    ['value', 'qualifier'],
  ] as const) {
    const tops = (column: string) =>
      Promise.all([`label[for$=cell-${column}]`, `[name=cell-${column}]`].map(topOf));
    expect([one, await tops(one)]).toEqual([one, await tops(other)]);
  }
  expect(await text(officer, '#entry-cell-period_end-hint')).toContain('2017-06-30, 2017-06, 2017-Q2 o 2017');
  // Words of the interface, and none of files.
  expect(await text(officer, '.entry-form')).not.toMatch(/region:|\brange\b/);
});

describe('every page', () => {
  let pages: readonly (readonly [Page, string])[];
  beforeAll(async () => {
    // A row that waits, a file with one to be mended and one to be answered for.
    const row = {
      kind: 'results' as const,
      program: 'TOUR',
      authorName: 'Ana Lima',
      origin: 'file' as const,
      fileName: 'results-of-june-2017.csv',
      createdAt: new Date('2017-07-01T12:00:00Z'),
      changedAt: new Date('2017-07-01T12:00:00Z'),
    };
    const cells = {
      program: 'TOUR',
      indicator: 'officials trained',
      kind: 'actual',
      country_or_region: 'GD',
      period_start: '2017-05',
      period_end: '2017-05',
      value: '30',
    };
    const [first] = await app.database.db.select().from(submissions);
    const author = first?.author ?? '';
    const together = '00000000-0000-4000-8000-000000000001';
    await app.database.db.insert(submissions).values([
      { ...row, author, together, place: 2, status: 'draft', cells: { ...cells, value: 'many' } },
      { ...row, author, together, place: 3, status: 'draft', cells: { ...cells, country_or_region: 'DM' } },
      { ...row, author, together, place: 4, status: 'draft', cells },
    ]);
    const [waiting] = await app.database.db
      .insert(submissions)
      .values({
        ...row,
        author,
        together: '00000000-0000-4000-8000-000000000002',
        place: 1,
        status: 'submitted',
        submittedAt: row.createdAt,
        cells: { ...cells, country_or_region: 'LC' },
      })
      .returning({ id: submissions.id });
    pages = [
      [officer, '/desk'],
      [officer, '/entry/results'],
      [officer, '/entry/transactions'],
      [officer, '/imports'],
      [officer, `/sheets/${together}`],
      [officer, `/submissions/${waiting?.id}`],
      [manager, '/desk'],
      [manager, '/approvals'],
      [manager, `/approvals/review?id=${waiting?.id}`],
    ];
  });

  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('has nothing that a reader would stumble over, at %i pixels, %s', async (width, scheme) => {
    for (const [page, path] of pages) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const answer = await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=en`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await page.evaluate(axe);
      const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
    }
  });

  it.each(LANGUAGES)('stays within its screen, and within its weight (%s)', async (lang) => {
    for (const [page, path] of pages) {
      await page.setViewport({ width: 360, height: 900 });
      await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 360]);
      expect(await page.evaluate('document.documentElement.lang')).toBe(lang);
      expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(1_500);
    }
  });
});
