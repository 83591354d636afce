import { EVERYTHING } from '../src/access/index.ts';
import { findBrowser } from '../src/platform/browser/find-browser.adapter.ts';
import { launchBrowser } from '../src/platform/browser/launch-browser.adapter.ts';
import { PdfRenderer } from '../src/platform/browser/pdf-renderer.adapter.ts';
import { PORTFOLIO, withReports } from './portfolio.ts';
import { memoryOf, processTree } from './processes.ts';
import { type BenchRow, requestFor } from './render.bench.ts';

export const name = 'render-memory';

const RENDERS = 200;
const EVERY = 50;

/**
 * Memory of the browser (all its processes) and of Node after each 50 of 200 renders of the portfolio, two at a time:
 * level, or not.
 */
export async function run(): Promise<readonly BenchRow[]> {
  const { html } = await withReports((reports) => reports.draw(EVERYTHING, PORTFOLIO));
  let pid = Number.NaN;
  const renderer = new PdfRenderer({ browserPath: null }, {}, async () => {
    const browser = await launchBrowser(await findBrowser({ browserPath: null }));
    pid = browser.process()?.pid ?? Number.NaN;
    return browser;
  });
  const request = requestFor(html);
  const rows: BenchRow[] = [];
  try {
    for (let printed = EVERY; printed <= RENDERS; printed += EVERY) {
      await Promise.all(Array.from({ length: EVERY }, () => renderer.render(request)));
      rows.push(
        { what: `browser after ${printed}`, value: megabytes(memoryOf(processTree(pid))), unit: 'MB' },
        { what: `Node after ${printed}`, value: megabytes(process.memoryUsage().rss), unit: 'MB' },
      );
    }
    return rows;
  } finally {
    await renderer.close();
  }
}

const megabytes = (bytes: number): number => Math.round(bytes / 1e6);
