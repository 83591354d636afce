import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { SESSION_COOKIE } from '../../src/access/session-cookie.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import type { TestApp } from '../support/app.ts';
import { startBrowser } from '../support/browser.ts';
import { signIn } from '../support/people.ts';
import { startReferenceApp } from '../support/reference-app.ts';

// The first may have to unpack the browser, and every chart is drawn for the first time.

let app: TestApp;
let origin: string;
let browser: Browser;
let axe: string;
let cookie: string;

beforeAll(async () => {
  app = await startReferenceApp();
  const signedIn = await signIn(app.database.db, { role: 'administrator' });
  cookie = signedIn.cookie.slice(SESSION_COOKIE.length + 1);
  await app.nest.listen(0, '127.0.0.1');
  origin = (await app.nest.getUrl()).replace('[::1]', '127.0.0.1');
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

interface Look {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
  readonly scripts?: boolean;
}

interface Visit {
  readonly page: Page;
  /** Errors on the console, and requests that failed. */
  readonly complaints: readonly string[];
  /** Bytes that went over the wire. */
  weight(): number;
}

async function visit(url: string, { width, scheme = 'light', scripts = true }: Look): Promise<Visit> {
  // A context of its own: nothing is cached from the page before.
  const context = await browser.createBrowserContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  let bytes = 0;
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('requestfailed', (request) => complaints.push(request.url()));
  page.on(
    'response',
    (response) => response.status() >= 400 && complaints.push(`${response.status()} ${response.url()}`),
  );
  const network = await page.createCDPSession();
  await network.send('Network.enable');
  network.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  await page.setCookie({ name: SESSION_COOKIE, value: cookie, url: origin, secure: true, httpOnly: true });
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.goto(`${origin}${url}`, { waitUntil: 'networkidle0' });
  return { page, complaints, weight: () => bytes };
}

const PAGES = [
  '/',
  '/?country=CR&from=2017-06-01&to=2017-06-30&lang=fr',
  '/?pillar=democracy&country=CR&country=BB&lang=es',
  '/money?period=to-date&lang=fr',
  '/?block=results-by-pillar-and-year',
  '/programs?lang=pt',
  '/countries?lang=fr',
  '/donors?lang=es',
  '/indicators',
  '/search?q=rica&lang=pt',
  '/programs/NET-POL',
  '/programs/TOUR?lang=fr',
  '/countries/CL?lang=es',
  '/donors/canada?lang=es',
  '/results?indicator=officials-trained&kind=actual&by=country&key=CR',
  '/transactions?type=disbursement&by=donor&key=canada&lang=fr',
  '/reports',
  '/methods?lang=es',
  '/methods/agreement?lang=fr',
  '/changes?lang=pt',
  '/files?lang=es',
  '/audit?lang=pt',
] as const;

const LOOKS = [
  ['on a desk', { width: 1280 }],
  ['on a telephone in the dark', { width: 360, scheme: 'dark' }],
] as const;

describe('the pages, in a browser', () => {
  describe.each(PAGES.map((url, at) => [url, at] as const))('%s', (url, at) => {
    // Where somebody waits, every other page on one and every other on the other.
    const looks = LOOKS.filter((_, each) => process.env.CI || each === at % LOOKS.length);
    it.each(looks)(
      'is sound %s: no complaint, no shift, nothing sideways or cut, nothing that axe objects to',
      async (_, look) => {
        const { page, complaints } = await visit(url, look);
        expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(look.width);
        expect(await cutButtons(page)).toEqual([]);
        expect(await leastShift(url, look, await shifts(page))).toBe(0);
        expect(complaints).toEqual([]);
        expect(await violations(page)).toEqual([]);
        await page.browserContext().close();
      },
    );
  });

  it('the dashboard weighs less than 150 kB with all that it loads', async () => {
    const { page, weight } = await visit('/', { width: 1280 });
    // To its end, so that every chart has come to life and every font is there.
    await page.evaluate('window.scrollTo(0, document.body.scrollHeight)');
    await page.waitForNetworkIdle();
    expect(weight()).toBeLessThan(150_000);
    expect(weight()).toBeGreaterThan(20_000);
    await page.browserContext().close();
  });

  it.each(LANGUAGES)('has every step of an amount in sight on a desk (%s)', async (lang) => {
    const { page } = await visit(`/transactions?type=commitment&lang=${lang}`, { width: 1280 });
    const [last, edge] = await page.$eval('.table-scroll', (frame) => [
      frame.querySelector('tbody tr')?.lastElementChild?.getBoundingClientRect().right ?? Infinity,
      frame.getBoundingClientRect().right,
    ]);
    expect(last).toBeLessThanOrEqual((edge ?? 0) + 1);
    await page.browserContext().close();
  });

  it('leads from a figure to its rows, and from a row to its evidence', async () => {
    const { page } = await visit('/?period=to-date', { width: 1280, scripts: false });
    await follow(page, '#indicators a[aria-label^="123,"]');
    expect(page.url()).toContain('/results?');
    expect(await page.$$eval('tbody tr', (rows) => rows.length)).toBe(6);
    await follow(page, 'tbody tr:last-child .number a');
    expect(page.url()).toMatch(/\/results\/[0-9a-f-]+$/);
    expect(await text(page, 'h1')).toBe('Officials trained: 22');
    expect(await text(page, 'main')).toContain('7 female and 15 male');
    expect(await text(page, 'main')).toContain('Barbados');
    await page.browserContext().close();
  });

  it('filters by keyboard alone, without scripts, and keeps the filter in the address', async () => {
    const { page } = await visit('/?lang=es', { width: 1280, scripts: false });
    await page.focus('#filter-country');
    await page.keyboard.type('Costa');
    await page.focus('.filter-fields button');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).searchParams.get('country')).toBe('CR');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('es');
    expect(await text(page, '#tile-officials-trained')).toContain('37');
    await page.browserContext().close();
  });

  it('is of another year, and beside the one before, by one press each, without scripts', async () => {
    const { page } = await visit('/?country=CR', { width: 1280, scripts: false });
    // Costa Rica's 37 officials ended with June 2017, the latest year in which it has any.
    expect(await text(page, '.period-bar [aria-current]')).toBe('2017');
    expect(await text(page, '#tile-officials-trained')).toMatch(/1 January.+ 2016: no figure/);
    await follow(page, '.period-bar nav:last-child li:nth-child(3) a');
    expect(await text(page, '#indicators thead')).toContain('1 July 2016');
    await follow(page, '.period-bar a[aria-label="Earlier: 2016"]');
    const asked = new URL(page.url()).searchParams;
    expect([asked.get('period'), asked.get('compare'), asked.get('country')]).toEqual([
      '2016',
      'previous',
      'CR',
    ]);
    expect(await text(page, '.period-bar [aria-current]')).toBe('2016');
    await page.browserContext().close();
  });

  it('applies a filter as soon as it is chosen, and stays where its reader is', async () => {
    const { page } = await visit('/', { width: 1280 });
    await page.evaluate('window.scrollTo(0, 120)');
    await Promise.all([page.waitForNavigation(), page.select('#filter-country', 'CR')]);
    expect(new URL(page.url()).searchParams.get('country')).toBe('CR');
    expect(await page.evaluate('window.scrollY')).toBe(120);
    await page.browserContext().close();
  });

  it('goes back in time and comes forth again by keyboard alone, without scripts', async () => {
    const { page } = await visit('/?country=CR', { width: 1280, scripts: false });
    await tabTo(page, '.filter-days > summary');
    await page.keyboard.press('Enter');
    await tabTo(page, '#filter-as-of');
    await page.keyboard.type(await dayAsTyped(page, '2017-07-01'));
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const asked = new URL(page.url()).searchParams;
    expect([asked.get('as-of'), asked.get('country')]).toEqual(['2017-07-01', 'CR']);
    expect(await text(page, '.past')).toContain('This is what was known on 1 July 2017');
    expect(await page.$eval('#filter-as-of', (field) => (field as HTMLInputElement).value)).toBe(
      '2017-07-01',
    );
    await tabTo(page, '.past a');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const now = new URL(page.url()).searchParams;
    expect([now.get('as-of'), now.get('country')]).toEqual([null, 'CR']);
    expect(await page.$('.past')).toBeNull();
    await page.browserContext().close();
  });

  it('keeps the picture where no canvas can be drawn', async () => {
    const { page } = await visit('/methods', { width: 1280 });
    await page.evaluateOnNewDocument('HTMLCanvasElement.prototype.getContext = () => null');
    await page.goto(`${origin}/`, { waitUntil: 'networkidle0' });
    const picture = await page.$eval('#results-by-country svg.chart-wide', (svg) => {
      const { visibility, display, opacity } = getComputedStyle(svg);
      return { visibility, display, opacity };
    });
    expect(picture).toEqual({ visibility: 'visible', display: 'block', opacity: '1' });
    await page.browserContext().close();
  });

  it('says what a mark is by keyboard too, and leads from it to its rows', async () => {
    const { page } = await visit('/money?period=to-date', { width: 1280 });
    const link = '#money-flow .chart-wide a[aria-label^="Canada"]';
    await page.$eval(link, (mark) => mark.scrollIntoView());
    await page.waitForSelector('#money-flow .chart > div[aria-hidden]');
    const said = await page.$eval(link, (mark) => mark.getAttribute('aria-label'));
    expect(said).toMatch(/^Canada → .+: US\$[\d,]+\.\d\d, \d+% of the total$/);
    // It is of an SVG, which the driver does not focus.
    await page.$eval(link, (mark) => {
      mark.focus();
    });
    expect(await text(page, '#money-flow .chart > div[aria-hidden]')).toBe(
      `${said}\nClick or Enter: the rows behind it`,
    );
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    const asked = new URL(page.url()).searchParams;
    expect([asked.get('donor'), asked.get('by')]).toEqual(['canada', 'pillar']);
    await page.goBack({ waitUntil: 'networkidle0' });
    // A part of a stack leads to its own rows, where the column leads to those of its year.
    const chart = '#disbursement-by-pillar-and-year .chart';
    await page.$eval(chart, (block) => block.scrollIntoView({ block: 'center' }));
    await page.waitForSelector(`${chart}.chart-live`);
    const columns = await page.$$(`${chart} .chart-wide .chart-hits a`);
    const box = await columns.at(-2)?.boundingBox();
    if (box == null) throw new Error('There is no column.');
    const foot = [box.x + box.width / 2, box.y + box.height - 12] as const;
    await Promise.all([page.waitForNavigation(), page.mouse.click(...foot)]);
    const part = new URL(page.url()).searchParams;
    expect([part.get('by'), part.get('pillar')]).toEqual(['year', 'multidimensional-security']);
    await page.browserContext().close();
  });

  it('brings a chart to life in the very place of its picture', async () => {
    const { page } = await visit('/', { width: 1280 });
    const box = (selector: string) =>
      page.$eval(selector, (element) => {
        const { width, height, top } = element.getBoundingClientRect();
        return { width: Math.round(width), height: Math.round(height), top: Math.round(top) };
      });
    const still = await visit('/', { width: 1280, scripts: false });
    const picture = await still.page.$eval('#results-by-country .chart svg.chart-wide', (element) =>
      Math.round(element.getBoundingClientRect().height),
    );
    // It comes to life when it is about to be seen.
    await page.$eval('#results-by-country', (element) => element.scrollIntoView());
    await page.waitForSelector('#results-by-country canvas');
    expect((await box('#results-by-country canvas')).height).toBe(picture);
    await still.page.browserContext().close();
    await page.browserContext().close();
  });
});

/** Tab, and nothing else, until `selector` has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let steps = 0; steps < 100; steps += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`No way leads to ${selector} by Tab.`);
}

/** The keys of a day in the order in which this browser's date fields take them. */
function dayAsTyped(page: Page, day: string): Promise<string> {
  return page.evaluate(
    (iso) =>
      new Intl.DateTimeFormat(undefined, {
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        timeZone: 'UTC',
      })
        .format(new Date(iso))
        .replace(/\D/g, ''),
    day,
  );
}

async function follow(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation(), page.click(selector)]);
}

const text = (page: Page, selector: string) =>
  page.$eval(selector, (element) => element.textContent?.trim() ?? '');

/**
 * On a machine that is busy with other tests a font may come in the very moment in which it still may, and the page moves
 * that once. One that moves by itself does so each time.
 */
async function leastShift(url: string, look: Look, first: number): Promise<number> {
  let least = first;
  for (let again = 0; again < 2 && least > 0; again += 1) {
    const { page } = await visit(url, look);
    least = Math.min(least, await shifts(page));
    await page.browserContext().close();
  }
  return least;
}

/** The words of buttons that are higher than their button. */
function cutButtons(page: Page): Promise<readonly string[]> {
  return page.$$eval('button, .button', (all) =>
    all.flatMap((each) => (each.scrollHeight > each.clientHeight + 1 ? [each.textContent ?? ''] : [])),
  );
}

/** The sum of all shifts of the layout since the page began (0: nothing ever moved). */
async function shifts(page: Page): Promise<number> {
  const sum = await page.evaluate(`new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
      .observe({ type: 'layout-shift', buffered: true });
    requestAnimationFrame(() => requestAnimationFrame(() => done(sum)));
  })`);
  return Number(sum);
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })");
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}
