import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import { type Browser, launch, type Page } from 'puppeteer';
import { findBrowser } from '../../src/platform/browser/find-browser.adapter.ts';

/** The browser that pages are looked at with, which asks nobody but the service. */
export async function startBrowser(): Promise<Browser> {
  const { path } = await findBrowser({ browserPath: null });
  return launch({
    executablePath: path,
    headless: 'shell',
    args: ['--no-sandbox', '--disable-background-networking'],
  });
}

/** How somebody looks at pages. */
export interface Look {
  readonly width?: number;
  readonly scripts?: boolean;
}

/** A page in a browser of somebody's own, who is signed in. @param cookie as `signIn` gives it */
export async function pageOf(
  browser: Browser,
  cookie: string,
  { width = 1280, scripts = true }: Look = {},
): Promise<Page> {
  const [name = '', value = ''] = cookie.split('=');
  const context = await browser.createBrowserContext();
  await context.setCookie({ name, value, domain: '127.0.0.1', path: '/', secure: true, httpOnly: true });
  const page = await context.newPage();
  // A machine that does other things too.
  page.setDefaultTimeout(120_000);
  await page.setBypassCSP(true);
  await page.setViewport({ width, height: 900 });
  await page.setJavaScriptEnabled(scripts);
  return page;
}

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** What a reader would stumble over on the page as it stands, and how much wider than the window it is. */
export async function obstaclesOn(page: Page): Promise<{
  readonly violations: readonly (readonly [string, string | undefined])[];
  readonly beyond: number;
}> {
  const scripts = page.isJavaScriptEnabled();
  // What looks at it is a script itself.
  await page.setJavaScriptEnabled(true);
  await page.evaluate(await readFile(AXE, 'utf8'));
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  const beyond = Number(await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'));
  await page.setJavaScriptEnabled(scripts);
  return { violations: violations.map(({ id, nodes }) => [id, nodes[0]?.html] as const), beyond };
}
