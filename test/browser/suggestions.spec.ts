import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { inlineFont } from '../../src/web/styles/fonts.adapter.ts';
import { screenStylesheet } from '../../src/web/styles/stylesheets.ts';
import { startBrowser } from '../support/browser.ts';
import { pagesOf } from '../web/pages-in-memory.ts';
import { grownPortfolio } from '../web/portfolio.fixture.ts';

// The first may have to unpack the browser.

let server: Server;
let origin: string;
let browser: Browser;
let axe: string;
let folder: string;
/** The service answers no suggestions. */
let isSilent = false;

beforeAll(async () => {
  const ask = pagesOf(grownPortfolio(60));
  folder = await mkdtemp(join(tmpdir(), 'attest-client-'));
  const client = join(import.meta.dirname, '../../src/client/build.mjs');
  const { buildClient } = (await import(client)) as {
    buildClient(out: string): Promise<{ readonly file: string }>;
  };
  const { file } = await buildClient(folder);
  const served: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/assets/attest.js': ['text/javascript', await readFile(join(folder, file), 'utf8')],
    '/assets/attest.css': ['text/css', screenStylesheet(inlineFont)],
  };
  server = createServer((request, response) => {
    const url = request.url ?? '/';
    const [type, body] = served[url] ?? [url.startsWith('/api/') ? 'application/json' : 'text/html', null];
    response.setHeader('content-type', `${type}; charset=utf-8`);
    response.setHeader('content-security-policy', "default-src 'self'; font-src data:; img-src 'self' data:");
    const answer = isSilent && url.startsWith('/api/') ? Promise.reject(new Error('Silent')) : ask;
    if (body !== null) response.end(body);
    else
      (typeof answer === 'function' ? answer(url) : answer).then(
        (text) => response.end(text),
        (error: unknown) => {
          response.statusCode = 500;
          response.end(String(error));
        },
      );
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await new Promise((done) => server.close(done));
  await rm(folder, { recursive: true });
});

const FIELD = '#filter-country';

async function visit(): Promise<Page> {
  isSilent = false;
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(`${origin}/`);
  await page.waitForSelector(`${FIELD}[role=combobox]`);
  return page;
}

async function typeIn(page: Page, typed: string): Promise<void> {
  await page.focus(FIELD);
  await page.keyboard.type(typed);
  await page.waitForSelector(`${FIELD}[aria-expanded=true]`);
}

const options = (page: Page) =>
  page.$$eval(`${FIELD}-suggestions > li`, (found) => found.map(({ textContent }) => textContent));
const value = (page: Page) => page.$eval(FIELD, (field) => (field as HTMLInputElement).value);
const attribute = (page: Page, name: string) =>
  page.$eval(FIELD, (field, of) => field.getAttribute(of), name);

describe('suggestions for a name that is typed', () => {
  it('come as one types, are chosen by keyboard, and filter the page', async () => {
    const page = await visit();
    await typeIn(page, 'domini');
    expect(await options(page)).toEqual(['Dominica DM', 'Dominican Republic DO']);
    expect(await page.$eval(`${FIELD} ~ [role=status]`, ({ textContent }) => textContent)).toBe(
      '2 suggestions',
    );
    expect(await attribute(page, 'aria-activedescendant')).toBeNull();
    for (const [key, chosen] of [
      ['ArrowDown', 0],
      ['ArrowDown', 1],
      ['ArrowDown', 0],
      ['ArrowUp', 1],
    ] as const) {
      await page.keyboard.press(key);
      expect(await attribute(page, 'aria-activedescendant')).toBe(`filter-country-suggestions-${chosen}`);
      expect(
        await page.$$eval(`${FIELD}-suggestions > [aria-selected=true]`, (all) => all.map(({ id }) => id)),
      ).toEqual([`filter-country-suggestions-${chosen}`]);
    }
    await page.keyboard.press('Enter');
    expect([await value(page), await attribute(page, 'aria-expanded')]).toEqual([
      'Dominican Republic',
      'false',
    ]);
    expect(new URL(page.url()).search).toBe('');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(await page.$eval('.chips', ({ textContent }) => textContent)).toContain('Dominican Republic');
    await page.close();
  });

  it('go at Escape, and leave what was typed', async () => {
    const page = await visit();
    await typeIn(page, 'domini');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    expect([await value(page), await attribute(page, 'aria-expanded')]).toEqual(['domini', 'false']);
    await page.keyboard.press('ArrowDown');
    await page.waitForSelector(`${FIELD}[aria-expanded=true]`);
    await page.keyboard.press('Tab');
    expect([await value(page), await attribute(page, 'aria-expanded')]).toEqual(['domini', 'false']);
    await page.close();
  });

  it('are chosen with a pointer', async () => {
    const page = await visit();
    await typeIn(page, 'domini');
    await page.click(`${FIELD}-suggestions > li:first-child`);
    expect(await value(page)).toBe('Dominica');
    expect(await page.evaluate('document.activeElement.id')).toBe('filter-country');
    await page.close();
  });

  it('choose another one beside what is chosen already', async () => {
    const page = await visit();
    await page.goto(`${origin}/?country=CR`);
    await page.waitForSelector(`${FIELD}-2[role=combobox]`);
    await page.focus(`${FIELD}-2`);
    await page.keyboard.type('domini');
    await page.waitForSelector(`${FIELD}-2[aria-expanded=true]`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const chips = await page.$$eval('.chips .chip', (all) => all.map(({ textContent }) => textContent));
    expect(chips).toEqual(['Country or region: Costa Rica×', 'Country or region: Dominica×']);
    await page.close();
  });

  it('name programmes, whose code then stands in the field', async () => {
    const page = await visit();
    await page.focus('#filter-program');
    await page.keyboard.type('P-00007');
    // What was typed first brought others.
    await page.waitForFunction(() =>
      document
        .querySelector('#filter-program-suggestions > li:first-child')
        ?.textContent?.includes('P-00007'),
    );
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    expect(await page.$eval('#filter-program', (field) => (field as HTMLInputElement).value)).toBe('P-00007');
    await page.close();
  });

  it('are missed by nobody where there is no answer', async () => {
    const page = await visit();
    isSilent = true;
    await page.focus(FIELD);
    await page.keyboard.type('dominica');
    await page.waitForResponse((response) => response.url().includes('/suggestions'));
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).searchParams.get('country')).toBe('dominica');
    await page.close();
  });

  it.each([1280, 360])('have nothing that axe objects to, nor anything sideways, at %i', async (width) => {
    const page = await visit();
    await page.setViewport({ width, height: 900 });
    await page.$eval('.filters details', (details) => details.setAttribute('open', ''));
    await typeIn(page, 'a');
    await page.keyboard.press('ArrowDown');
    expect((await options(page)).length).toBe(10);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    await page.close();
  });
});
