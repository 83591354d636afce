import { type Browser, launch } from 'puppeteer';
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
