import type { Browser, Page } from 'puppeteer';
import { submissions } from '../../src/entry/submissions.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { importCsv } from '../support/import.ts';
import { press } from '../support/keyboard.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** Two indicators of one programme in one country, each month: January is reported, and on 1 July the other five are due. */
const MONTHS = ['2017-02', '2017-03', '2017-04', '2017-05', '2017-06'];
const VALUES = {
  'officials trained': ['14', '15', '11', '13', '12'],
  'ports assessed': ['10', '12', '13', '11', '14'],
};

let app: TestApp;
let origin: string;
let browser: Browser;
let officer: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  const { db } = app.database;
  await importCsv(
    db,
    'indicators',
    'indicator,unit,measure,combine_time,combine_place,reports_every\nofficials trained,people,count,sum,sum,month\nports assessed,ports,count,sum,sum,month\n',
  );
  await importCsv(db, 'programs', 'code,title,status,start\nPORT,Ports,ongoing,2017-01\n');
  await importCsv(db, 'program-countries', 'program,country_or_region\nPORT,CR\n');
  const january = 'actual,CR,2017-01,2017-01';
  await importCsv(
    db,
    'results',
    `program,indicator,unit,kind,country_or_region,period_start,period_end,value\nPORT,officials trained,people,${january},12\nPORT,ports assessed,ports,${january},11\n`,
  );
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  const { cookie } = await signIn(db, { role: 'officer', programs: ['PORT'] });
  officer = await pageOf(browser, cookie);
  // Every key that goes down counts, Control and the tabulator too, on whatever page.
  await officer.evaluateOnNewDocument(() => {
    addEventListener(
      'keydown',
      () => {
        sessionStorage.keys = String(Number(sessionStorage.keys ?? 0) + 1);
      },
      { capture: true },
    );
  });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const keys = () => officer.evaluate(() => Number(sessionStorage.keys ?? 0));

/**
 * In an empty spreadsheet, as a table with its headings, which is the least that says the same: each cell is typed, one key
 * goes on to the next, and Ctrl and S save it.
 */
function keysOfEmptySheet(): number {
  const headings = ['PORT', 'CR', 'officials trained', 'ports assessed', ...MONTHS];
  // 4 + 2 + 17 + 14 + 5 × 7 = 72 characters in 9 cells, and ten values of two digits.
  const cells = [...headings, ...Object.values(VALUES).flat()];
  const characters = cells.reduce((sum, { length }) => sum + length, 0);
  return characters + cells.length + 2;
}
const EMPTY_SHEET = 72 + 20 + 19 + 2;
/** Where a sheet with these headings stands open, at the first of its empty cells: ten values, nine moves, Ctrl and S. */
const PREPARED_SHEET = 20 + 9 + 2;

it('takes no more keys for ten results than a spreadsheet, from the desk as from the table', async () => {
  expect([keysOfEmptySheet(), EMPTY_SHEET, PREPARED_SHEET]).toEqual([113, 113, 31]);
  await officer.goto(`${origin}/desk?lang=en`);
  expect(await officer.$$eval('#due-rows tbody tr', (rows) => rows.length)).toBe(10);
  // By the tabulator alone from the top of the page, to the link of the table below what is due.
  await press(officer, 'Ports');
  const toTheTable = await keys();
  // It opens in the first month that is empty, as soon as it has been painted.
  await officer.waitForSelector('[name="cell-0-1"]:focus', { timeout: 20_000 });
  // Down a column and up the next.
  const [trained, assessed] = Object.values(VALUES);
  for (const [at, value] of (trained ?? []).entries()) {
    const other = assessed?.[at] ?? '';
    const isDown = at % 2 === 0;
    if (at > 0) await officer.keyboard.press('ArrowRight');
    await officer.keyboard.type(isDown ? value : other);
    await officer.keyboard.press(isDown ? 'ArrowDown' : 'ArrowUp');
    await officer.keyboard.type(isDown ? other : value);
  }
  await officer.keyboard.down('Control');
  await Promise.all([officer.waitForNavigation(), officer.keyboard.press('s')]);
  await officer.keyboard.up('Control');

  const waiting = await app.database.db.select().from(submissions);
  expect(
    waiting
      .map(({ status, cells }) => `${status} ${cells.indicator} ${cells.period_start} ${cells.value}`)
      .sort(),
  ).toEqual(
    Object.entries(VALUES)
      .flatMap(([indicator, values]) =>
        values.map((value, at) => `submitted ${indicator} ${MONTHS[at]} ${value}`),
      )
      .sort(),
  );
  const all = await keys();
  expect(all - toTheTable).toBeLessThanOrEqual(PREPARED_SHEET);
  expect(all).toBeLessThanOrEqual(EMPTY_SHEET);
});
