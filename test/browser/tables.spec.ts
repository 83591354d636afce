import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { submissions } from '../../src/entry/submissions.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { pressAt, reach, typeOver } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let officer: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { cookie } = await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] });
  officer = await pageOf(browser, cookie);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const text = (selector: string) => officer.$eval(selector, (element) => element.textContent?.trim() ?? '');
const chord = async (key: 'z' | 's') => {
  await officer.keyboard.down('Control');
  await officer.keyboard.press(key);
  await officer.keyboard.up('Control');
};
const paste = (lines: string) =>
  officer.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, lines);
const kept = async () =>
  (await app.database.db.select().from(submissions).orderBy(submissions.place)).filter(
    ({ status }) => status === 'submitted',
  );

const PARTS =
  '/entry/table?program=TOUR&across=quarters&period=2008&place=DM&indicators=officials+trained&axis=sex';
const SHARES = '/entry/shares?program=TOUR-CR';

describe('a table of parts', () => {
  const rests = () =>
    officer.$$eval('.entry-table tfoot td', (cells) => cells.map(({ textContent }) => textContent ?? ''));

  it('says what remains of each whole as it is typed, pasted and taken back, and is saved once', async () => {
    await officer.goto(`${origin}${PARTS}&lang=es`);
    expect(await rests()).toEqual(['', '', '', '']);
    await reach(officer, '[name=cell-0-0]');
    await officer.keyboard.type('1.012,5');
    await officer.keyboard.press('ArrowDown');
    await officer.keyboard.type('7');
    // 1,012.5 − 7, as a reader of Spanish writes it.
    expect(await rests()).toEqual(['1005,5', '', '', '']);
    expect(await text('.entry-table-form .parts-rest')).toBe('T1 2008: faltan 1005,5');
    await officer.keyboard.press('End');
    await officer.keyboard.type('000');
    expect(await text('.entry-table-form .parts-rest')).toBe('T1 2008: sobran 5987,5');
    await officer.keyboard.press('ArrowUp');
    // The wholes 12, 9, 20 and 4; women 7, 4, 12; men 5, 5, 9. Of 20 one too many is given out.
    await paste('12\t9\t20\t4\n7\t4\t12\n5\t5\t9\n');
    expect(await rests()).toEqual(['0', '0', '−1', '']);
    await chord('z');
    expect(await rests()).toEqual(['−5987,5', '', '', '']);
    await paste('12\t9\t20\t4\n7\t4\t12\n5\t5\t9\n');

    await pressAt(officer, '.entry-table-form button[type=submit]');
    expect(await text('.table-fault')).toContain('las partes no suman el total. T3 2008: sobran 1.');
    expect(await rests()).toEqual(['0', '0', '−1', '']);
    expect(await kept()).toEqual([]);
    await typeOver(officer, '[name=cell-2-2]', '8');
    expect(await rests()).toEqual(['0', '0', '0', '']);
    await pressAt(officer, '.entry-table-form button[type=submit]');
    expect(new URL(officer.url()).pathname).toMatch(/^\/sheets\//);
    expect((await kept()).map(({ cells }) => [cells.value, cells.breakdown])).toEqual([
      ['12', 'sex=female:7;sex=male:5'],
      ['9', 'sex=female:4;sex=male:5'],
      ['20', 'sex=female:12;sex=male:8'],
      ['4', ''],
    ]);
  });
});

describe('the shares of a programme', () => {
  it('say what is left to 100 % as they are typed, by keyboard', async () => {
    await officer.goto(`${origin}${SHARES}&lang=pt`);
    const left = () => text('#shares-places .parts-rest');
    expect(await left()).toBe('100% dividido');
    await typeOver(officer, '#shares-places [name=share-0]', '66,67');
    expect(await left()).toBe('Falta 33,33% para 100%');
    await typeOver(officer, '#shares-places [name=code-1]', 'HN');
    await officer.keyboard.press('Escape');
    await typeOver(officer, '#shares-places [name=share-1]', '33,34');
    expect(await left()).toBe('0,01% além de 100%');
    await pressAt(officer, '#shares-places button[type=submit]');
    expect(await text('#shares-places .form-error')).toContain('não somam 100');
    expect(await left()).toBe('0,01% além de 100%');
    await typeOver(officer, '#shares-places [name=share-1]', '33,33');
    expect(await left()).toBe('100% dividido');
    await pressAt(officer, '#shares-places button[type=submit]');
    expect(new URL(officer.url()).pathname).toMatch(/^\/sheets\//);
    const shares = (await kept()).filter(({ kind }) => kind === 'program-countries');
    expect(shares.map(({ cells }) => [cells.country_or_region, cells.share])).toEqual([
      ['CR', '66,67'],
      ['HN', '33,33'],
    ]);
  });
});

describe('every page', () => {
  it.each([
    [1280, 'light', 'en'],
    [1280, 'dark', 'es'],
    [360, 'light', 'pt'],
    [360, 'dark', 'fr'],
  ] as const)('is sound at %i pixels, %s (%s)', async (width, scheme, lang) => {
    for (const path of [PARTS, SHARES, '/entry/shares?program=']) {
      await officer.setViewport({ width, height: 900 });
      await officer.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      const answer = await officer.goto(`${origin}${path}&lang=${lang}`);
      expect([path, answer?.status()]).toEqual([path, 200]);
      await officer.evaluate(axe);
      const { violations } = (await officer.evaluate('axe.run()')) as AxeResults;
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []]);
      expect([path, await officer.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
      expect(await officer.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(1_500);
    }
  });
});
