import type { Browser } from 'puppeteer';
import { EVERYTHING } from '../src/access/index.ts';
import { findBrowser } from '../src/platform/browser/find-browser.adapter.ts';
import { launchBrowser } from '../src/platform/browser/launch-browser.adapter.ts';
import type { PdfRequest } from '../src/platform/browser/pdf-renderer.adapter.ts';
import { PORTFOLIO, withReports } from './portfolio.ts';

export const name = 'render';

export interface BenchRow {
  readonly what: string;
  readonly value: number;
  readonly unit: string;
  /** The most it may be. */
  readonly limit?: number;
}

const ROUNDS = 15;
const PDFS = 30;

/**
 * The portfolio from its rows to PDF, warm: all that we do beside Chromium alone with the finished HTML, in the same run,
 * and PDFs a second with two at a time.
 */
export function run(): Promise<readonly BenchRow[]> {
  return withReports(async (reports) => {
    const browser = await launchBrowser(await findBrowser({ browserPath: null }));
    const make = async () => reports.print(await reports.draw(EVERYTHING, PORTFOLIO));
    try {
      const { html } = await reports.draw(EVERYTHING, PORTFOLIO);
      const { bytes, pages } = await make();
      await printBare(browser, html);
      // In turns, so that whatever else the machine does slows both alike.
      const ours: number[] = [];
      const bare: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        ours.push(await milliseconds(make));
        bare.push(await milliseconds(() => printBare(browser, html)));
      }
      const together = await milliseconds(() => Promise.all(Array.from({ length: PDFS }, make)));
      return [
        { what: 'charts (SVG)', value: html.match(/<svg/g)?.length ?? 0, unit: '' },
        { what: 'pages', value: pages, unit: '' },
        { what: 'size', value: Math.round(bytes.length / 1000), unit: 'kB' },
        { what: 'warm, from rows to PDF, median', value: Math.round(median(ours)), unit: 'ms', limit: 500 },
        { what: 'Chromium alone, median', value: Math.round(median(bare)), unit: 'ms' },
        { what: 'ratio', value: round2(median(ours) / median(bare)), unit: '', limit: 1.5 },
        { what: 'PDFs a second, two at a time', value: round2((PDFS * 1000) / together), unit: '1/s' },
      ];
    } finally {
      await browser.close();
    }
  });
}

export function requestFor(html: string): PdfRequest {
  const footer = { start: 'Attest', end: 'Page {page} of {pages} · 3f9a2c1' };
  return { html, paper: 'a4', date: new Date('2017-06-30T23:59:59Z'), footer };
}

/** What one would write without us: no refusals, no checks, the same kind of PDF. */
async function printBare(browser: Browser, html: string): Promise<void> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.pdf({
    format: 'a4',
    preferCSSPageSize: true,
    printBackground: true,
    tagged: true,
    outline: true,
  });
  await page.close();
}

async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

const round2 = (value: number): number => Math.round(value * 100) / 100;
