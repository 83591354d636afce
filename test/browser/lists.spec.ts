import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
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

beforeAll(async () => {
  const ask = pagesOf(grownPortfolio(120));
  const styles = `<style>${screenStylesheet(inlineFont)}</style>`;
  server = createServer((request, response) => {
    ask(request.url ?? '/').then(
      (html) => response.end(html.replace(/<link rel="stylesheet"[^>]*>/, () => styles)),
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
});

async function visit(url: string, width = 1280): Promise<Page> {
  const page = await browser.newPage();
  await page.setJavaScriptEnabled(false);
  await page.setViewport({ width, height: 900 });
  await page.goto(`${origin}${url}`);
  return page;
}

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');
const texts = (page: Page, selector: string) =>
  page.$$eval(selector, (elements) => elements.map((element) => element.textContent?.trim() ?? ''));
const follow = (page: Page, selector: string) =>
  Promise.all([page.waitForNavigation(), page.click(selector)]);
async function fill(page: Page, selector: string, typed: string): Promise<void> {
  await page.focus(selector);
  await page.keyboard.type(typed);
  await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
}

describe('long lists, in a browser without scripts', () => {
  it('open from the rest of a chart, come in pages, and are ordered and searched', async () => {
    const page = await visit('/?period=to-date');
    await follow(page, '#results-by-program .chart a[aria-label*="other programmes"]');
    expect(new URL(page.url()).searchParams.get('block')).toBe('results-by-program');
    // Of 120 programmes every twentieth has reported nothing.
    expect(await text(page, '.pagination')).toContain('Rows 1 to 50 of 114');
    const first = await texts(page, 'tbody th');
    await follow(page, '.pagination a[rel="next"]');
    expect(await text(page, '.pagination')).toContain('Rows 51 to 100 of 114');
    expect(
      (await texts(page, 'tbody th')).filter((name) => name !== 'Total' && first.includes(name)),
    ).toEqual([]);
    await follow(page, 'thead th:nth-child(2) a');
    expect(await page.$eval('thead th:nth-child(2)', (head) => head.getAttribute('aria-sort'))).toBe(
      'descending',
    );
    await follow(page, 'thead th:nth-child(2) a');
    expect(await page.$eval('thead th:nth-child(2)', (head) => head.getAttribute('aria-sort'))).toBe(
      'ascending',
    );
    const values = (await texts(page, 'tbody tr:not(.row-total) td:nth-child(2)')).map((value) =>
      Number(value.replace(/\D/g, '')),
    );
    expect(values).toEqual(values.toSorted((a, b) => a - b));
    await fill(page, '#search', 'P-00007');
    expect(await text(page, '.found')).toContain('1 row found for “P-00007”.');
    await follow(page, '.parent-link a');
    expect(new URL(page.url()).search).toBe('?period=to-date');
    await page.close();
  });

  it('of programmes are searched in any language, and leafed through', async () => {
    const page = await visit('/programs');
    expect(await text(page, '.pagination')).toContain('Rows 1 to 50 of 120');
    await follow(page, '.pagination a[rel="next"]');
    expect(await text(page, '.pagination')).toContain('Rows 51 to 100 of 120');
    // A quarter of them have a Spanish title alone.
    await fill(page, '#search', 'COOPERACION');
    expect(await text(page, '.found')).toContain('30 rows found for “COOPERACION”.');
    expect(await page.$('.pagination')).toBeNull();
    await follow(page, 'thead th:nth-child(4) a');
    expect(await page.$eval('.stack thead th:nth-child(4)', (head) => head.getAttribute('aria-sort'))).toBe(
      'descending',
    );
    expect(new URL(page.url()).searchParams.get('search')).toBe('COOPERACION');
    await page.close();
  });

  it('are filtered by a name that is typed, and say whose it may be', async () => {
    const page = await visit('/');
    await fill(page, '#filter-country', 'república dom');
    expect(await text(page, '.chips')).toContain('Country or region: Dominican Republic');
    expect(await page.$eval('#filter-country', (field) => (field as HTMLInputElement).value)).toBe(
      'Dominican Republic',
    );
    await page.goto(`${origin}/?country=domini`);
    expect(await page.$eval('#filter-country', (field) => field.getAttribute('aria-invalid'))).toBe('true');
    expect(await text(page, '#filter-country-error')).toContain('Dominican Republic (DO)');
    await page.goto(`${origin}/?country=nowhere`);
    expect(await text(page, '#filter-country-error')).toContain('“nowhere” is not known here.');
    await page.close();
  });

  it('of donors open from the menu, are ordered by their money, searched, and lead to each', async () => {
    const page = await visit('/');
    await follow(page, '.pages a[href="/donors"]');
    // Of 120, fourteen fund nothing and have given nothing: what would be theirs is the first one's.
    expect(await text(page, '.pagination')).toContain('Rows 1 to 50 of 106');
    await follow(page, 'thead th:nth-child(4) a');
    expect(await page.$eval('.stack thead th:nth-child(4)', (head) => head.getAttribute('aria-sort'))).toBe(
      'descending',
    );
    // It funds every fifth programme with money of its own.
    expect(await text(page, 'tbody th')).toBe('Donor 1');
    await fill(page, '#search', 'donor 117');
    expect(await text(page, '.found')).toContain('1 row found for “donor 117”.');
    await follow(page, 'tbody th a');
    expect(new URL(page.url()).pathname).toBe('/donors/donor-117');
    await page.close();
  });

  it('of countries keep regions in a table of their own, to the last page', async () => {
    const page = await visit('/countries');
    expect(await text(page, '.pagination')).toContain('Rows 1 to 50 of 68');
    expect(await texts(page, 'caption')).toEqual(['60 countries']);
    await follow(page, '.pagination a[rel="next"]');
    expect(await texts(page, 'caption')).toEqual(['60 countries', '8 regions']);
    await page.close();
  });

  it('are searched all at once from any page, by the keyboard alone, and lead on to all that is found', async () => {
    const page = await visit('/transactions', 360);
    await fill(page, '.site-search input[type=search]', 'COOPERACION');
    expect(await text(page, 'h1')).toBe('Search: COOPERACION');
    // A quarter of 120 programmes have a Spanish title alone.
    expect(await text(page, '.lede')).toContain('30 matches for “COOPERACION”');
    expect((await texts(page, '.found-names li')).length).toBe(10);
    await follow(page, '.gap-all a');
    expect(new URL(page.url()).pathname).toBe('/programs');
    expect(await text(page, '.found')).toContain('30 rows found for “COOPERACION”.');
    await fill(page, '.site-search input[type=search]', 'rica cost');
    await follow(page, 'section[aria-labelledby=section-country] a');
    expect(new URL(page.url()).pathname).toBe('/countries/CR');
    await page.close();
  });

  it('fold the menu away on a telephone, where the keyboard opens it', async () => {
    const page = await visit('/countries', 360);
    const isSeen = () =>
      page.$eval('.pages a', (link) => link.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isSeen()).toBe(false);
    await page.focus('.pages summary');
    await page.keyboard.press('Enter');
    expect(await isSeen()).toBe(true);
    await page.close();
    const wide = await visit('/countries', 1280);
    expect(await wide.$eval('.pages a', (link) => link.checkVisibility())).toBe(true);
    await wide.close();
  });

  it.each(['/countries', '/donors', '/indicators'])('%s keeps its figures in sight at 360', async (url) => {
    const page = await visit(url, 360);
    const right = await page.$$eval('tbody tr:nth-child(2) > *', (cells) =>
      cells.map((cell) => cell.getBoundingClientRect().right),
    );
    // The name, the figures and their unit or money.
    expect(right.filter((edge) => edge > 360)).toEqual([]);
    const torn = await page.$$eval('thead th > a', (heads) =>
      heads
        .filter((head) => !/\s/.test(head.textContent ?? '') && head.getClientRects().length > 1)
        .map((head) => head.textContent),
    );
    expect(torn).toEqual([]);
    await page.close();
  });

  it.each([
    '/?period=to-date',
    '/?block=results-by-country',
    '/donors',
    '/indicators',
    '/money?block=money-flow&period=to-date',
    '/money?block=disbursement-by-pillar-and-year',
    '/programs',
    '/results',
    '/transactions',
    '/countries/CR',
  ])('%s has no table that is wider than its frame, at 360 and at 1280', async (url) => {
    const page = await visit(url, 360);
    const tables = await page.$$eval('.table-scroll > table', (all) => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      return all.map((table) => ({
        name: table.caption?.textContent,
        cut: (table.parentElement?.scrollWidth ?? 0) - (table.parentElement?.clientWidth ?? 0),
      }));
    });
    expect(tables.length).toBeGreaterThan(0);
    expect(tables.filter(({ cut }) => cut > 1)).toEqual([]);
    await page.close();
    const wide = await visit(url, 1280);
    const cut = await wide.$$eval('.table-scroll', (all) => {
      for (const folded of document.querySelectorAll('details')) folded.open = true;
      return all
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth + 1)
        .map((each) => each.textContent?.slice(0, 60));
    });
    expect(cut).toEqual([]);
    await wide.close();
  });

  it('name all items of a gap', async () => {
    const page = await visit('/');
    await follow(page, '#gap-undated .gap-all');
    expect(await text(page, '.pagination')).toMatch(/Rows 1 to 50 of \d+/);
    await page.close();
  });

  it.each([
    ['/', 1280],
    ['/', 360],
    ['/programs', 360],
    ['/?block=targets&order=-target', 1280],
    ['/?block=results-by-country', 360],
    ['/transactions', 1280],
    ['/countries', 360],
    ['/donors?order=-disbursement', 1280],
    ['/indicators', 360],
    ['/search?q=donor', 1280],
    ['/search?q=donor', 360],
    ['/countries/CR', 360],
  ])('have nothing that axe objects to, nor anything sideways: %s at %i', async (url, width) => {
    const page = await visit(url, width);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
    await page.setJavaScriptEnabled(true);
    await page.reload();
    await page.evaluate(axe);
    const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`)).toEqual([]);
    await page.close();
  });
});
