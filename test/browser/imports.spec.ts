import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { importCsv } from '../support/import.ts';
import { pressAt, reach, typeOver, upload } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const COUNTRIES = ['DM', 'GD', 'KN', 'LC', 'VC'];
/** A month from January 2009 on: the first is 0. */
const month = (index: number) =>
  `${2009 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
/** Five hundred rows: of five countries each a hundred months, row by row one more than before, from 1. */
const rowAt = (index: number) => ({
  program: 'TOUR',
  indicator: 'officials trained',
  place: COUNTRIES[index % 5] ?? '',
  month: month(Math.floor(index / 5)),
  value: String(index + 1),
});
type FileRow = ReturnType<typeof rowAt>;
/** Seven of them as somebody mistyped them. */
const BAD: ReadonlyMap<number, Partial<FileRow>> = new Map([
  [10, { value: 'muchos' }],
  [20, { value: '' }],
  [30, { month: '2008-13' }],
  [40, { indicator: 'oficials trained' }],
  [50, { place: 'Atlantis' }],
  [60, { month: 'mayo o junio' }],
  [70, { value: '71 personas' }],
]);
/** The last three of a file say again what is there: 100 of a month, in the first three countries. */
const TWINS = [497, 498, 499];
const twinAt = (index: number, of: string): Partial<FileRow> => ({
  place: COUNTRIES[index - 497] ?? '',
  month: of,
  value: String(101 + index - 497),
});
const fileOf = (twinMonth: string) =>
  [
    'Programa;Indicador;País;Mes;Valor;Responsable',
    ...Array.from({ length: 500 }, (_, index) => {
      const over = TWINS.includes(index) ? twinAt(index, twinMonth) : BAD.get(index);
      return [...Object.values({ ...rowAt(index), ...over }), 'Ana'].join(';');
    }),
  ].join('\n');
/** The months of which there are hundreds. */
const MONTHS = ['2017-05', '2017-06'];

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let folder: string;
let officer: Page;
let manager: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  folder = await mkdtemp(join(tmpdir(), 'attest-imports-'));
  for (const of of MONTHS) await writeFile(join(folder, `${of}.csv`), fileOf(of));
  officer = await pageOf(
    browser,
    (await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] })).cookie,
  );
  manager = await pageOf(browser, (await signIn(app.database.db, { role: 'manager' })).cookie);
  const head = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value';
  const there = MONTHS.flatMap((of) =>
    COUNTRIES.slice(0, 3).map((place) => `TOUR,officials trained,people,actual,${place},${of},${of},100`),
  );
  await importCsv(app.database.db, 'results', `${[head, ...there].join('\n')}\n`);
});
afterAll(async () => {
  await browser.close();
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');
const pathOf = (page: Page) => new URL(page.url()).pathname;
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

/** Chooses a file by keyboard: the field is reached, and what opens from there is the system's own. */
async function chooseFile(page: Page, name: string): Promise<void> {
  await reach(page, '#import-file');
  await upload(page, '#import-file', join(folder, name));
}

describe.each([
  ['with scripts', true, 'es', '2017-05'],
  ['without scripts', false, 'pt', '2017-06'],
] as const)('five hundred rows with seven that are wrong and three twins, %s', (_, scripts, lang, of) => {
  beforeAll(async () => {
    for (const page of [officer, manager]) await page.setJavaScriptEnabled(scripts);
  });
  afterAll(async () => {
    for (const page of [officer, manager]) await page.setJavaScriptEnabled(true);
  });
  const sound = async (page: Page) => {
    if (scripts) expect([page.url(), await obstacles(page)]).toEqual([page.url(), []]);
  };

  it('are read, mended, answered for, approved and taken back, by keyboard alone', async () => {
    // 123 of the reference portfolio, and six hundreds.
    expect(await total()).toBe(723);
    await officer.goto(`${origin}/imports?lang=${lang}`);
    await sound(officer);
    await chooseFile(officer, `${of}.csv`);
    await pressAt(officer, '#import button[type=submit]');

    // Its columns have names of their own. Whether they are results or targets it does not say.
    expect(pathOf(officer)).toMatch(/^\/imports\/files\//);
    const chosen = await officer.$$eval('#file-columns select', (all) =>
      all.map((select) => (select as unknown as { value: string }).value),
    );
    expect(chosen).toEqual([
      'program',
      'indicator',
      'country_or_region',
      'period_start+period_end',
      'value',
      '',
    ]);
    await sound(officer);
    await reach(officer, '[name=same-kind]');
    for (let step = 0; step < 5; step += 1) {
      const value = await officer.$eval(
        '[name=same-kind]',
        (field) => (field as unknown as { value: string }).value,
      );
      if (value === 'actual') break;
      await officer.keyboard.press('ArrowDown');
    }
    await pressAt(officer, '#columns button[type=submit]');

    // Of the seven that are wrong each has a field where it is said.
    expect(pathOf(officer)).toMatch(/^\/sheets\//);
    const sheet = officer.url();
    await sound(officer);
    const mends = await officer.$$eval('.mend', (all) =>
      all.map((field) => field.getAttribute('name') ?? ''),
    );
    // The two wrong months are both the first and the last day.
    expect(mends).toHaveLength(9);
    const wrong = [...BAD.keys()];
    const places = await officer.$$eval('#troubled-rows tbody tr', (rows) =>
      rows.map((row) => Number(/^\d+/.exec(row.textContent?.trim() ?? '')?.[0] ?? 0)),
    );
    // Row 10 of the data is line 12 of the file: the head is the first.
    expect(places).toEqual([...wrong, ...TWINS].map((index) => index + 2));
    for (const name of mends) {
      const row = await officer.$eval(`[name="${name}"]`, (field) =>
        Number(/^\d+/.exec(field.closest('tr')?.textContent?.trim() ?? '')?.[0] ?? 0),
      );
      const { month: period, ...cells } = rowAt(row - 2);
      const [, column = ''] = /^mend-.{36}-(.*)$/.exec(name) ?? [];
      const meant: Readonly<Record<string, string>> = {
        ...cells,
        country_or_region: cells.place,
        period_start: period,
        period_end: period,
      };
      await typeOver(officer, `[name="${name}"]`, meant[column] ?? '');
    }
    const twins = await officer.$$eval('[name^=twin-][value=same]', (all) =>
      all.map((field) => field.getAttribute('name') ?? ''),
    );
    expect(twins).toHaveLength(3);
    for (const [at, name] of twins.entries()) {
      await reach(officer, `[name="${name}"]`);
      await officer.keyboard.press('Space');
      // The third is another: the next of the two.
      if (at === 2) await officer.keyboard.press('ArrowDown');
    }
    await pressAt(officer, 'button[name=do][value=submit]');
    expect([
      await officer.$$eval('#troubled-rows', (all) => all.length),
      await text(officer, '.lede'),
    ]).toEqual([0, expect.stringMatching(/: 500$/)]);
    expect(await total()).toBe(723);

    await manager.goto(`${origin}/approvals?lang=${lang}`);
    await reach(manager, '[name=group]');
    await manager.keyboard.press('Space');
    await pressAt(manager, '#approvals button[type=submit]');
    await sound(manager);
    await pressAt(manager, '#approve button[type=submit]');
    expect(manager.url()).toContain('done=approved');
    // 1 + 2 + … + 497 is 123 753; two hundreds became 101 and 102; 103 count beside the third.
    expect(await total()).toBe(723 + 123_753 + 1 + 2 + 103);
    await officer.goto(sheet);
    await sound(officer);

    await manager.goto(`${origin}/imports?lang=${lang}`);
    await reach(manager, '#batch-rows summary');
    await manager.keyboard.press('Enter');
    await sound(manager);
    await pressAt(manager, '#batch-rows details[open] button[type=submit]');
    expect(manager.url()).toContain('done=takenBack');
    expect(await total()).toBe(723);
  });
});

it('takes a file that is dropped on the form', async () => {
  await officer.goto(`${origin}/imports?lang=en`);
  expect(await text(officer, '[data-drop] ~ .field-hint')).toBe('Or drop the file here.');
  await officer.evaluate(() => {
    const dropped = new DataTransfer();
    dropped.items.add(new File(['Programa,Valor\nTOUR,1\n'], 'dropped.csv', { type: 'text/csv' }));
    const form = document.querySelector('#import');
    for (const kind of ['dragover', 'drop'] as const) {
      form?.dispatchEvent(new DragEvent(kind, { dataTransfer: dropped, bubbles: true, cancelable: true }));
    }
  });
  await pressAt(officer, '#import button[type=submit]');
  expect(await text(officer, '.kicker')).toBe('dropped.csv');
});

it('says that a draft is not kept, and why', async () => {
  await officer.goto(`${origin}/entry/results?lang=en`);
  await typeOver(officer, '[name=cell-program]', 'Tourism Security Program');
  // Their mandate ends, or their session, while they type.
  await officer.setOfflineMode(true);
  await typeOver(officer, '[name=cell-note]', 'x');
  await officer.waitForFunction(
    () => document.querySelector('.entry-kept.field-error')?.textContent === 'Not kept as a draft.',
  );
  await officer.setOfflineMode(false);
  await typeOver(officer, '[name=cell-note]', 'y');
  await officer.waitForFunction(
    () =>
      document.querySelector('.entry-kept:not(.field-error)')?.textContent === 'Kept as a draft by itself.',
  );
});

describe('a table of results', () => {
  it('takes twelve months that are pasted, back again and saved once, by keyboard', async () => {
    await officer.goto(
      `${origin}/entry/table?lang=fr&program=TOUR&across=months&period=2008&place=DM&indicators=officials+trained`,
    );
    expect(await obstacles(officer)).toEqual([]);
    await reach(officer, '[name=cell-0-0]');
    const paste = (lines: string) =>
      officer.evaluate((pasted) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', pasted);
        const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
        document.activeElement?.dispatchEvent(event);
      }, lines);
    const values = () =>
      officer.$$eval('.entry-table input', (all) =>
        all.map((field) => (field as unknown as { value: string }).value),
      );
    await paste(`${Array.from({ length: 12 }, (_, at) => at + 1).join('\t')}\n`);
    expect(await values()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']);
    await officer.keyboard.down('Control');
    await officer.keyboard.press('z');
    await officer.keyboard.up('Control');
    expect(await values()).toEqual(Array(12).fill(''));
    await paste(`${Array.from({ length: 12 }, (_, at) => at + 1).join('\t')}\n`);
    await pressAt(officer, '.entry-table-form button[type=submit]');
    expect(pathOf(officer)).toMatch(/^\/sheets\//);
    expect(await text(officer, '.lede')).toMatch(/12$/);
  });
});

describe('every page', () => {
  it.each([
    [1280, 'light', 'en'],
    [1280, 'dark', 'es'],
    [360, 'light', 'pt'],
    [360, 'dark', 'fr'],
  ] as const)(
    'is sound at %i pixels, %s (%s)',
    async (width, scheme, lang) => {
      await writeFile(join(folder, 'short.csv'), 'Programa,Valor,Responsable\nTOUR,1,Ana\n');
      await officer.goto(`${origin}/imports?lang=${lang}`);
      await chooseFile(officer, 'short.csv');
      await pressAt(officer, '#import button[type=submit]');
      const pages = [
        [officer, pathOf(officer)],
        [officer, '/imports'],
        [manager, '/imports'],
        [manager, '/closed-periods'],
        [officer, '/entry/table?program=TOUR&across=months&period=2017'],
        [officer, '/entry/table?program=TOUR&across=quarters&period=2017&indicators=officials+trained'],
        [officer, '/entry/table?program=TOUR&across=countries&period=2017-05&indicators=officials+trained'],
      ] as const;
      for (const [page, path] of pages) {
        await page.setViewport({ width, height: 900 });
        await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const answer = await page.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
        expect([path, answer?.status()]).toEqual([path, 200]);
        expect([path, await obstacles(page)]).toEqual([path, []]);
        expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, width]);
        expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThanOrEqual(1_500);
      }
    },
    120_000,
  );
});
