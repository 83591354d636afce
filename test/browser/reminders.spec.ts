import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { LANGUAGES } from '../../src/core/text.ts';
import { reminders } from '../../src/entry/reminders/reminders.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { importCsv } from '../support/import.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** A folder for pictures of the pages, where somebody wants to look at them. */
const PICTURES = process.env.TEST_PICTURES;

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let manager: Page;

beforeAll(async () => {
  app = await startReferenceApp();
  const { db } = app.database;
  await importCsv(
    db,
    'indicators',
    'indicator,unit,measure,combine_time,combine_place,reports_every\nofficials trained,people,count,sum,sum,month\n',
  );
  await importCsv(db, 'programs', 'code,title,title_fr,status,parent\nMAR-CR,Ports,Ports,ongoing,MAR\n');
  await importCsv(
    db,
    'results',
    `program,indicator,unit,kind,country_or_region,period_start,period_end,value
MAR-CR,officials trained,people,actual,CR,2017-03,2017-03,30
MAR-CR,officials trained,people,actual,CR,2017-04,2017-04,330
`,
  );
  await signIn(db, { role: 'officer', programs: ['MAR'] });
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { cookie } = await signIn(db, { role: 'manager' });
  manager = await pageOf(browser, cookie);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const focused = () =>
  manager.evaluate(() => {
    const here = document.activeElement;
    return [here?.getAttribute('name'), here?.textContent?.trim(), here?.getAttribute('aria-label')];
  });

/** Goes on by the tabulator until something is reached, as a reader without a mouse does. */
async function tabTo(what: string): Promise<void> {
  for (let steps = 0; steps < 200; steps += 1) {
    if ((await focused()).includes(what)) return;
    await manager.keyboard.press('Tab');
  }
  throw new Error(`The tabulator does not lead to ${what}.`);
}

async function press(what: string): Promise<void> {
  await tabTo(what);
  await Promise.all([manager.waitForNavigation(), manager.keyboard.press('Enter')]);
}

it('leads by keyboard alone from the desk to a reminder on its way, and says that an odd value is right', async () => {
  await manager.goto(`${origin}/desk?lang=en`);
  if (PICTURES !== undefined) {
    await manager.screenshot({ path: join(PICTURES, 'odd.png') as `${string}.png`, fullPage: true });
  }
  await press('It is right');
  expect(await manager.$eval('[role=status]', (element) => element.textContent)).toBe(
    'Noted: as it stands, the figure is not listed again.',
  );
  expect(await manager.$('#odd-rows')).toBeNull();
  await press('Remind: Ports');
  expect(await manager.$eval('h1', (element) => element.textContent)).toBe('Send a reminder');
  await press('Send the reminder');
  expect(await manager.$eval('[role=status]', (element) => element.textContent)).toBe(
    'The reminder is on its way. What becomes of it is said below.',
  );
  expect(await app.database.db.select().from(reminders)).toMatchObject([
    { program: 'MAR-CR', figures: 2, lang: 'en' },
  ]);
});

const LOOKS = LANGUAGES.flatMap((lang) =>
  ['/desk', '/gaps', '/reminders?program=MAR-CR'].map((path) => ({ lang, path })),
);

it.each(LOOKS)('$path reads well in $lang, wide and narrow, light and dark', async ({ lang, path }) => {
  for (const width of [1280, 360]) {
    for (const scheme of ['light', 'dark']) {
      await manager.setViewport({ width, height: 900 });
      await manager.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await manager.goto(`${origin}${path}${path.includes('?') ? '&' : '?'}lang=${lang}`);
      if (PICTURES !== undefined && (lang === 'en' || lang === 'fr')) {
        const name = `${path.slice(1).replaceAll(/\W/g, '-')}-${lang}-${width}-${scheme}.png`;
        await manager.screenshot({ path: join(PICTURES, name) as `${string}.png`, fullPage: true });
      }
      const wide = await manager.evaluate(() => document.documentElement.scrollWidth);
      expect([width, wide <= width]).toEqual([width, true]);
      await manager.evaluate(axe);
      const { violations } = (await manager.evaluate('axe.run()')) as AxeResults;
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual(
        [],
      );
    }
  }
});
