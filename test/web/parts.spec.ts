import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'puppeteer';
import { LANGUAGES } from '../../src/core/text.ts';
import { samplePages } from '../../src/web/fixtures/sample-pages.tsx';
import { inlineFont } from '../../src/web/styles/fonts.adapter.ts';
import { screenStylesheet } from '../../src/web/styles/stylesheets.ts';
import { startBrowser } from '../support/browser.ts';

// The first may have to unpack the browser.

const stylesheet = screenStylesheet(inlineFont);
const SCREENS = ['dashboard.html', 'program.html', 'methods.html', 'error.html'] as const;

let browser: Browser;
let axe: string;

beforeAll(async () => {
  browser = await startBrowser();
  axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
});
afterAll(() => browser.close());

interface Look {
  readonly width: number;
  readonly scheme?: 'light' | 'dark';
}

async function open(html: string, { width, scheme = 'light' }: Look): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport({ width, height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
  await page.setContent(
    html.replace('<link rel="stylesheet" href="site.css"/>', () => `<style>${stylesheet}</style>`),
  );
  await page.evaluate('document.fonts.ready.then(() => null)');
  return page;
}

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })");
  await page.evaluate(axe);
  const { violations: found } = (await page.evaluate('axe.run()')) as AxeResults;
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' ')}`);
}

describe('the parts, in a browser', () => {
  describe.each(SCREENS)('%s', (name) => {
    it.each([
      ['on a desk', { width: 1280 }],
      ['in the dark', { width: 1280, scheme: 'dark' }],
      ['on a telephone', { width: 360 }],
    ] as const)('has nothing that axe objects to %s', async (_where, look) => {
      const page = await open(samplePages('en')[name] ?? '', look);
      expect(await violations(page)).toEqual([]);
      await page.close();
    });

    it.each(LANGUAGES)(
      'in %s never scrolls sideways, from 360 pixels or at 200 %% of 1280',
      async (language) => {
        for (const width of [360, 640]) {
          const page = await open(samplePages(language)[name] ?? '', { width });
          await page.evaluate("document.querySelectorAll('details').forEach((each) => { each.open = true })");
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(width);
          await page.close();
        }
      },
    );
  });

  it('shows a chart in the layout made for its place', async () => {
    const shown =
      "[...document.querySelectorAll('#by-country svg')].filter((svg) => svg.getBoundingClientRect().width > 0).map((svg) => svg.classList[1])";
    for (const [width, layout] of [
      [1280, 'chart-wide'],
      [360, 'chart-narrow'],
    ] as const) {
      const page = await open(samplePages('en')['dashboard.html'] ?? '', { width });
      expect(await page.evaluate(shown)).toEqual([layout]);
      await page.close();
    }
  });

  it('shows the filters at once where there is room, and one key press away where there is not', async () => {
    const isShown =
      "document.querySelector('#filter-pillar').checkVisibility({ contentVisibilityAuto: true })";
    const desk = await open(samplePages('en')['dashboard.html'] ?? '', { width: 1280 });
    expect(await desk.evaluate(isShown)).toBe(true);
    await desk.close();
    const telephone = await open(samplePages('en')['dashboard.html'] ?? '', { width: 360 });
    expect(await telephone.evaluate(isShown)).toBe(false);
    await telephone.focus('.filters summary');
    await telephone.keyboard.press('Enter');
    expect(await telephone.evaluate(isShown)).toBe(true);
    await telephone.close();
  });

  it('begins with a link past the navigation, which shows when it has the focus', async () => {
    const page = await open(samplePages('en')['dashboard.html'] ?? '', { width: 1280 });
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.className')).toBe('skip-link');
    expect(await page.evaluate('document.activeElement.getBoundingClientRect().top')).toBeGreaterThanOrEqual(
      0,
    );
    await page.close();
  });
});
