import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { and, eq } from 'drizzle-orm';
import type { Browser, Page } from 'puppeteer';
import { results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { pageOf, startBrowser } from '../support/browser.ts';
import { pressAt, reach, typeOver } from '../support/keyboard.ts';
import { readPdf } from '../support/pdf.ts';
import { type SignedInPerson, signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let people: { readonly officer: SignedInPerson; readonly manager: SignedInPerson };

beforeAll(async () => {
  app = await startReferenceApp();
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  people = {
    officer: await signIn(app.database.db, { role: 'officer', programs: ['TOUR'] }),
    manager: await signIn(app.database.db, { role: 'manager' }),
  };
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

interface Seen {
  readonly width: number;
  readonly scripts: boolean;
}

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => (element.textContent ?? '').replace(/\s+/g, ' ').trim());

/** What a reader would stumble over on the page as it stands. */
async function sound(page: Page, { scripts, width }: Seen): Promise<void> {
  if (!scripts) return;
  await page.evaluate(axe);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  const found = violations.map(({ id, nodes }) => [id, nodes[0]?.html]);
  expect([page.url(), found]).toEqual([page.url(), []]);
  expect([page.url(), await page.evaluate('document.documentElement.scrollWidth')]).toEqual([
    page.url(),
    width,
  ]);
}

/** 123 of the reference portfolio; each course adds its own. */
let total = 123;

it.each([
  {
    lang: 'en',
    program: 'Tourism Security',
    width: 1280,
    scripts: true,
    place: 'DM',
    named: 'Dominica',
    value: 12,
  },
  {
    lang: 'es',
    program: 'Programa de Segur',
    width: 360,
    scripts: true,
    place: 'GD',
    named: 'Granada',
    value: 7,
  },
  {
    lang: 'pt',
    program: 'Programa de Segur',
    width: 1280,
    scripts: false,
    place: 'LC',
    named: 'Santa Lúcia',
    value: 5,
  },
  {
    lang: 'fr',
    program: 'Programme de s',
    width: 360,
    scripts: false,
    place: 'VC',
    named: 'Saint-Vincent',
    value: 3,
  },
])(
  'a figure goes from the officer’s desk, given back once and put right, to approval, chart, PDF and proof, by keyboard alone: $lang, $width, scripts $scripts',
  async ({ lang, program, place, named, value, ...seen }) => {
    const officer = await pageOf(browser, people.officer.cookie, seen);
    const manager = await pageOf(browser, people.manager.cookie, seen);

    await officer.goto(`${origin}/desk?lang=${lang}`);
    await sound(officer, seen);
    await pressAt(officer, 'main a[href*="/entry/results"]');
    for (const [field, typed] of [
      // A list, in which what is typed is the beginning of a title.
      ['program', program],
      ['indicator', 'officials trained'],
      ['country_or_region', place],
      ['period_start', '2017-05'],
      ['period_end', '2017-05'],
      // One too many.
      ['value', String(value + 1)],
    ] as const) {
      await typeOver(officer, `[name=cell-${field}]`, typed);
    }
    await sound(officer, seen);
    await pressAt(officer, 'button[name=do][value=submit]');
    const wrong = await officer.$$eval('.field-error', (all) =>
      all.map((each) => [each.id, each.textContent]),
    );
    expect([new URL(officer.url()).pathname, wrong]).toEqual(['/desk', []]);

    // It counts for nobody before somebody else has approved it.
    await manager.goto(`${origin}/dashboard?period=to-date&lang=${lang}`);
    expect(await text(manager, '#tile-officials-trained .tile-value')).toBe(String(total));
    const lookThrough = async () => {
      await manager.goto(`${origin}/desk?lang=${lang}`);
      await sound(manager, seen);
      await pressAt(manager, 'main a[href*="/approvals"]');
      await reach(manager, '[name=group]');
      await manager.keyboard.press('Space');
      await pressAt(manager, '#approvals button[type=submit]');
      await sound(manager, seen);
    };
    await lookThrough();
    await typeOver(manager, '#return-comment', `The list of names has ${value}.`);
    await pressAt(manager, '#return button[type=submit]');
    expect(await text(manager, '[role=status]')).not.toBe('');

    // Back on the officer's desk with the manager's words, and put right from there.
    await officer.goto(`${origin}/desk?lang=${lang}`);
    await sound(officer, seen);
    expect(await text(officer, 'main')).toContain(`The list of names has ${value}.`);
    await pressAt(officer, 'main table a[href*="/submissions/"]');
    await sound(officer, seen);
    await typeOver(officer, '[name=cell-value]', String(value));
    await pressAt(officer, 'button[name=do][value=submit]');
    expect(new URL(officer.url()).pathname).toBe('/desk');

    await lookThrough();
    await pressAt(manager, '#approve button[type=submit]');
    expect(manager.url()).toContain('done=approved');
    total += value;

    // On the dashboard: in its tile, and as a bar of the chart by country.
    await manager.goto(`${origin}/dashboard?period=to-date&lang=${lang}`);
    expect(await text(manager, '#tile-officials-trained .tile-value')).toBe(String(total));
    const chart = '/dashboard?period=to-date&indicator=officials-trained&block=results-by-country';
    await manager.goto(`${origin}${chart}&lang=${lang}`);
    expect(await text(manager, 'main')).toMatch(new RegExp(`${named}[^0-9]*${value}\\b`));

    // On paper: what the button of the report's own form asks for.
    const address = `/api/v1/reports/portfolio.pdf?period=2017-06&lang=${lang}`;
    const file = await app.asStranger({ url: address, headers: { cookie: people.manager.cookie } });
    const { pages } = await readPdf(file.rawPayload);
    expect(pages.map((page) => page.text).join(' ')).toMatch(new RegExp(`\\b${total}\\b`));

    // Its proof: the total's rows, and the row's own page, with both hands.
    await manager.goto(`${origin}/dashboard?period=to-date&lang=${lang}`);
    await pressAt(manager, '#tile-officials-trained a');
    await sound(manager, seen);
    const proof = await text(manager, 'main');
    expect(proof).toContain(String(total));
    // The row, and whose hands it went through.
    for (const said of [named, "A test's officer", "A test's manager"]) expect(proof).toContain(said);
    const [row] = await app.database.db
      .select({ id: results.id })
      .from(results)
      .where(and(eq(results.place, place), eq(results.value, value)));
    await pressAt(manager, `main a[href*="/results/${row?.id}"]`);
    await sound(manager, seen);
    for (const page of [officer, manager]) await page.browserContext().close();
  },
  300_000,
);
