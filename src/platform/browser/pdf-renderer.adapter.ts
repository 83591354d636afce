import type { Browser } from 'puppeteer';
import { DomainError } from '../../core/errors.ts';
import { findBrowser } from './find-browser.adapter.ts';
import { launchBrowser } from './launch-browser.adapter.ts';
import { type PageFooter, type Paper, withPageSheet } from './page-sheet.ts';
import { countPages, normalizePdf } from './pdf-file.ts';
import { type PrintJob, printPage } from './print-page.adapter.ts';
import { PrintQueue } from './print-queue.ts';
import { WarmBrowser } from './warm-browser.adapter.ts';

export interface PdfRequest {
  /** A whole document with `<html lang>`, `<head>` and `<title>`, and its styles, fonts and pictures inside it. */
  readonly html: string;
  readonly paper: Paper;
  /** Becomes the file's date of creation: the data's cut-off, so that equal reports are equal files. */
  readonly date: Date;
  readonly footer?: PageFooter;
}

export interface Pdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
}

export interface PdfLimits {
  readonly pagesAtOnce: number;
  readonly waiting: number;
  /** For one document, without its wait for a place. */
  readonly timeoutMs: number;
  /** For opening a page; a browser that has not by then hangs, and the document is printed in another. */
  readonly openTimeoutMs: number;
  readonly pagesPerBrowser: number;
}

const LIMITS: PdfLimits = {
  // Two at a time give 1.4 times the throughput of one, four little more.
  pagesAtOnce: 2,
  // The last of a hundred waits for ten seconds or so; of more, it would wait longer than those who asked.
  waiting: 100,
  // Sixty times what a long report takes.
  timeoutMs: 30_000,
  // A hundred times what it takes.
  openTimeoutMs: 10_000,
  // Nothing grows over 200 pages (docs/decisions/pdf-renderer.md); this bounds what nobody has measured, for a quarter
  // of a second.
  pagesPerBrowser: 300,
};

/**
 * Turns finished HTML into PDF: tagged, with bookmarks, title and language, in one warm browser with a fresh page each.
 * Scripts do not run and nothing is loaded. A document comes out whole or not at all.
 */
export class PdfRenderer {
  private readonly limits: PdfLimits;
  private readonly queue: PrintQueue;
  private readonly browser: WarmBrowser;

  constructor(
    config: { readonly browserPath: string | null },
    limits: Partial<PdfLimits> = {},
    launch: () => Promise<Browser> = async () => launchBrowser(await findBrowser(config)),
  ) {
    this.limits = { ...LIMITS, ...limits };
    this.queue = new PrintQueue(this.limits.pagesAtOnce, this.limits.waiting);
    this.browser = new WarmBrowser(launch, this.limits.pagesPerBrowser);
  }

  /**
   * The same request gives the same bytes, as long as the browser is of the same version.
   *
   * @throws DomainError BROWSER.* when there is no browser; RENDER.INCOMPLETE when the document asks for something from
   *   outside, has no title or language, or a font or picture in it is broken; RENDER.GLYPH_MISSING when no font has a
   *   sign of it; RENDER.TIMEOUT, RENDER.CRASHED, RENDER.FAILED; RENDER.BUSY, RENDER.CLOSED when it was not begun
   */
  async render({ html, paper, date, footer }: PdfRequest): Promise<Pdf> {
    const document = withPageSheet(html, paper, footer);
    const footers = footer === undefined ? [] : [footer.start, footer.end];
    const { openTimeoutMs, timeoutMs } = this.limits;
    const printed = await this.queue.run(() =>
      this.print({ html: document, footers, openTimeoutMs, timeoutMs }),
    );
    const bytes = normalizePdf(printed, date);
    return { bytes, pages: countPages(bytes) };
  }

  /** Once more in another browser where one broke down or hung: that may be another document's fault, or nobody's. */
  private async print(job: PrintJob): Promise<Uint8Array> {
    const once = () => this.browser.use((browser) => printPage(browser, job), isLost);
    try {
      return await once();
    } catch (error) {
      if (!hasCode(error, 'RENDER.CRASHED')) {
        throw error;
      }
      return await once();
    }
  }

  /** Resolves to the browser's name and version if it answers; it is started if need be. */
  check(): Promise<string> {
    return this.browser.version();
  }

  /** Lets what is being printed end, turns away what waits, stops the browser. */
  async close(): Promise<void> {
    await this.queue.close();
    await this.browser.close();
  }
}

/** After these a browser may have pages that hang, or none that work. */
function isLost(error: unknown): boolean {
  return hasCode(error, 'RENDER.CRASHED') || hasCode(error, 'RENDER.TIMEOUT');
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof DomainError && error.code === code;
}
