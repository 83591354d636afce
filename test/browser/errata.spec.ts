import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { EVERYTHING } from '../../src/access/index.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { deliveries, subscriptions } from '../../src/delivery/delivery.table.ts';
import { errata } from '../../src/delivery/errata/errata.table.ts';
import { ErrataBell } from '../../src/delivery/errata/errata-bell.job.ts';
import { erratumMail } from '../../src/delivery/errata/erratum-mail.ts';
import { Reports } from '../../src/reporting/index.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import type { TestApp } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** A folder for pictures of the pages, where somebody wants to look at them. */
const PICTURES = process.env.TEST_PICTURES;
const SENT = new Date('2017-06-01T12:00:00Z');

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let manager: Page;
let erratum: string;

/** An issue of May in which 9 officials were trained, and the 22 that have no date; all others were entered since. */
async function sendMay(): Promise<void> {
  const { db } = app.database;
  const issue = randomUUID();
  const row = { in_period: 9, to_date: 31, exact: 31, approximate: 0, undated: 22 };
  await db.insert(issues).values({
    ...{ id: issue, report: 'portfolio', period: '2017-05', lang: 'en', paper: 'a4', origin: 'schedule' },
    ...{ cutOff: '2017-05-31', revision: 0, known: null, title: 'Portfolio report, May 2017', headlines: [] },
    snapshot: {
      blocks: { indicators: { illustrative: false, total: null, rows: { 'officials-trained': row } } },
    } as never,
    ...{ hash: 'a'.repeat(64), pdf: new Uint8Array([1]), pages: 6, createdAt: SENT },
  });
  await db.delete(subscriptions);
  for (const [name, lang] of [
    ['Ana Pérez', 'en'],
    ['Luís Almeida', 'pt'],
  ] as const) {
    const email = `${lang}@ministry.org`;
    const [added] = await db
      .insert(subscriptions)
      .values({ email, name, report: 'portfolio', lang, paper: 'a4', since: SENT })
      .returning({ id: subscriptions.id });
    await db.insert(deliveries).values({
      ...{ subscription: added?.id ?? '', period: '2017-05', issue, recipient: email, status: 'sent' },
      ...{ attempts: 1, messageId: email, sentAt: SENT, createdAt: SENT },
    });
  }
}

beforeAll(async () => {
  app = await startReferenceApp();
  await sendMay();
  await app.nest.get(ErrataBell, { strict: false }).turn();
  const [proposed] = await app.database.db.select().from(errata);
  if (proposed === undefined) throw new Error('Nothing is proposed.');
  erratum = proposed.id;
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  const { cookie } = await signIn(app.database.db, { role: 'manager' });
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.createBrowserContext();
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true });
  manager = await context.newPage();
  await manager.setBypassCSP(true);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function picture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  await page.screenshot({ path: join(PICTURES, `${name}.png`) as `${string}.png`, fullPage: true });
}

const LOOKS = LANGUAGES.flatMap((lang) => ['list', 'one'].map((what) => ({ lang, what })));

it.each(LOOKS)(
  'errata ($what) read well in $lang, wide and narrow, light and dark',
  async ({ lang, what }) => {
    const path = what === 'one' ? `/deliveries/errata/${erratum}` : '/deliveries/errata';
    for (const width of [1280, 360]) {
      for (const scheme of ['light', 'dark']) {
        await manager.setViewport({ width, height: 900 });
        await manager.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        const answer = await manager.goto(`${origin}${path}?lang=${lang}`);
        expect(answer?.status()).toBe(200);
        expect(await manager.$eval('main', (main) => main.textContent)).toContain('Ana Pérez');
        await picture(manager, `errata-${what}-${lang}-${width}-${scheme}`);
        const wide = await manager.evaluate(() => document.documentElement.scrollWidth);
        expect([width, wide <= width]).toEqual([width, true]);
        await manager.evaluate(axe);
        const { violations } = (await manager.evaluate('axe.run()')) as AxeResults;
        expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html.slice(0, 120))])).toEqual(
          [],
        );
      }
    }
  },
);

it('its e-mail reads well, wide and narrow, light and dark', async () => {
  const { html } = erratumMail(
    {
      ...{ period: '2017-05', recipient: 'en@ministry.org', name: 'Ana Pérez' },
      ...{ report: 'portfolio', pillar: null, country: null, donor: null, lang: 'en' },
    },
    {
      ...{ title: 'Portfolio report, May 2017', sentAt: SENT, timeZone: 'UTC', since: SENT },
      sentences: [
        'Officials trained, May 2017: the figure is now 512, was 12: reported late.',
        'Disbursement, up to 31 May 2017: the figure is now US$1,204,000.00, was US$1,240,000.00: corrected.',
      ],
      slice: { report: 'portfolio', pillar: null, country: null, donor: null, cutOff: '2017-05-31' },
    },
    {
      publicUrl: 'https://attest.example.org',
      link: {
        ...{ url: `https://attest.example.org/links/${'a'.repeat(90)}`, expiresAt: SENT },
        ...{ timeZone: 'UTC', needs: 'nothing' },
      },
      stop: { url: 'https://attest.example.org/unsubscribe/one', mailbox: null },
    },
  );
  const page = await browser.newPage();
  for (const width of [1280, 360]) {
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.setContent(html ?? '');
      await picture(page, `errata-mail-${width}-${scheme}`);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  }
  await page.close();
});

it('the next report says it before its own figures', async () => {
  const { html, changed } = await app.nest
    .get(Reports)
    .draw(EVERYTHING, { report: 'portfolio', period: '2017-06' });
  expect(changed[0]).toMatch(/^Officials trained, May 2017: there is no figure now, it was 9: /);
  const page = await browser.newPage();
  await page.setViewport({ width: 800, height: 1100 });
  await page.emulateMediaType('print');
  await page.setContent(html);
  if (PICTURES !== undefined) {
    await page.screenshot({ path: join(PICTURES, 'errata-report.png') as `${string}.png` });
  }
  const tops = await page.evaluate(() =>
    ['.changed-since', '.tiles'].map(
      (each) => document.querySelector(each)?.getBoundingClientRect().top ?? 0,
    ),
  );
  expect(tops[0]).toBeLessThan(tops[1] ?? 0);
  await page.close();
});
