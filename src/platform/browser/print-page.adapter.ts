import type { Browser, HTTPRequest, Page } from 'puppeteer';
import { DomainError } from '../../core/errors.ts';
import { missingGlyphs } from './missing-glyphs.adapter.ts';
import { hasMissingGlyphs } from './no-glyph-font.ts';
import { killBrowser, type WatchedBrowser } from './watched-browser.adapter.ts';

/** A name that cannot exist (RFC 2606). Links within a document need an address, and so do paths that lead nowhere. */
const ADDRESS = 'http://document.invalid/';

/** Nothing comes from outside and nothing runs. Chromium reports a breach as an error, which ends the print. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'";

/** A browser says its version in a millisecond. One that has not by then hangs, and is killed. */
const ANSWER_TIMEOUT_MS = 2_000;

/** A page closes in milliseconds. A browser that has not closed one by then hangs, and is killed. */
const CLOSE_TIMEOUT_MS = 3_000;

/** A font that is first needed where another lacks a sign is asked for late, and its text is not seen until it is there. */
const LOAD_FONTS = `Promise.all([...document.fonts].map((font) => font.load().catch(() => undefined))).then(() => undefined)`;

/** What the finished page lacks, in words. It runs in the page, where page scripts do not. */
const FAULTS = `[
  ...(document.title.trim() === '' ? ['it has no <title>'] : []),
  ...(document.documentElement.lang === '' ? ['<html> has no lang'] : []),
  ...[...document.fonts].filter((font) => font.status === 'error').map((font) => 'its font ' + font.family + ' is broken'),
  ...[...document.images].filter((image) => image.naturalWidth === 0).map((image) => 'its picture "' + image.alt + '" is broken'),
]`;

/** What `printPage` prints, and how long it may take. */
export interface PrintJob {
  /** A whole document with its page sheet. */
  readonly html: string;
  /** What stands at the foot of its pages, to be named where it cannot be written. */
  readonly footers: readonly string[];
  /** For opening a page. */
  readonly openTimeoutMs: number;
  /** For the whole. */
  readonly timeoutMs: number;
}

/**
 * Prints a document on a fresh page of `browser`, and closes the page whatever happens.
 *
 * @throws DomainError RENDER.INCOMPLETE, RENDER.GLYPH_MISSING, RENDER.TIMEOUT, RENDER.FAILED; RENDER.CRASHED where it was
 *   the browser that ended or hung
 */
export async function printPage(
  watched: WatchedBrowser,
  { html, footers, openTimeoutMs, timeoutMs }: PrintJob,
): Promise<Uint8Array> {
  const { browser, onCrash } = watched;
  const lost = Promise.withResolvers<never>();
  const crash = () => lost.reject(crashed());
  const give = async (ms: number) => lost.reject((await answers(watched)) ? timedOut(ms) : crashed());
  // Not `once`: puppeteer cannot take such a listener off again, and it would keep every page's bytes.
  browser.on('disconnected', crash);
  // A page that ends before puppeteer has made it its own is never heard of again. Until then any that ends may be ours.
  let opened = false;
  const stopWatching = onCrash(() => opened || crash());
  const opening = browser.newPage();
  const timers = [
    setTimeout(() => opened || crash(), openTimeoutMs),
    setTimeout(() => void give(timeoutMs), timeoutMs),
  ];
  try {
    const printing = opening.then((page) => {
      opened = true;
      page.on('error', crash);
      return print(page, html, footers);
    });
    return await Promise.race([printing, lost.promise]);
  } catch (error) {
    if (error instanceof DomainError) {
      throw error;
    }
    throw (await isAlive(opening, lost.promise)) ? failed(error) : crashed(error);
  } finally {
    stopWatching();
    timers.forEach(clearTimeout);
    browser.off('disconnected', crash);
    // What never opened cannot be closed; it ends with its browser.
    if (opened) await close(browser, opening);
    else opening.then((page) => page.close()).catch(() => undefined);
  }
}

async function print(page: Page, html: string, footers: readonly string[]): Promise<Uint8Array> {
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') {
      faults.push(message.text());
    }
  });
  page.on('request', refuseAllBut(ADDRESS, faults));
  try {
    await page.setJavaScriptEnabled(false);
    await page.setRequestInterception(true);
    // Before the content, so that what only the printed page shows is loaded with the rest.
    await page.emulateMediaType('print');
    await page.goto(ADDRESS, { timeout: 0 });
    await page.setContent(html, { timeout: 0 });
    await page.evaluate(LOAD_FONTS);
    const bytes = await page.pdf({
      preferCSSPageSize: true,
      printBackground: true,
      tagged: true,
      outline: true,
      timeout: 0,
    });
    faults.push(...((await page.evaluate(FAULTS)) as string[]));
    if (faults.length > 0) throw incomplete(faults);
    if (hasMissingGlyphs(bytes)) throw await missingGlyphs(page, footers);
    return bytes;
  } catch (error) {
    throw faults.length === 0 || error instanceof DomainError ? error : incomplete(faults, error);
  }
}

/** Whether the browser answers: what takes too long in one that does is the document's fault. One that does not is killed. */
async function answers({ browser, version }: WatchedBrowser): Promise<boolean> {
  const { promise: late, resolve: giveUp } = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => giveUp(false), ANSWER_TIMEOUT_MS);
  const answer = version().then(
    () => true,
    () => false,
  );
  const alive = await Promise.race([answer, late]);
  clearTimeout(timer);
  if (!alive) killBrowser(browser);
  return alive;
}

/** Whether a page on which something failed still answers: it may have failed as its process had ended. */
async function isAlive(opening: Promise<Page>, lost: Promise<never>): Promise<boolean> {
  const answer = opening.then((page) => page.evaluate('1'));
  return Promise.race([answer, lost]).then(
    () => true,
    () => false,
  );
}

/** Answers the first request for `address` with an empty document under our policy, and nothing else. */
function refuseAllBut(address: string, faults: string[]): (request: HTTPRequest) => void {
  let answered = false;
  return (request) => {
    const ours = request.url() === address && !answered;
    answered ||= ours;
    if (ours) {
      const headers = { 'Content-Security-Policy': POLICY };
      void request
        .respond({ contentType: 'text/html; charset=utf-8', headers, body: '<!doctype html>' })
        .catch(() => undefined);
    } else if (!request.url().startsWith('data:')) {
      faults.push(`it asks for ${request.url()}`);
      void request.abort().catch(() => undefined);
    }
  };
}

/** Resolves when the page is closed, or gone with its browser, which is killed if it takes too long. */
async function close(browser: Browser, opening: Promise<Page>): Promise<void> {
  const { promise: ended, resolve: end } = Promise.withResolvers<void>();
  const timer = setTimeout(() => killBrowser(browser), CLOSE_TIMEOUT_MS);
  // A browser that dies does not always settle what it was asked before.
  browser.on('disconnected', end);
  opening.then((page) => page.close()).then(end, end);
  if (browser.connected) {
    await ended;
  }
  clearTimeout(timer);
  browser.off('disconnected', end);
}

function incomplete(faults: readonly string[], cause?: unknown): DomainError {
  const named = faults.slice(0, 3).map((fault) => fault.trim().replace(/\.$/, '').slice(0, 200));
  const more = faults.length > 3 ? `; and ${faults.length - 3} more` : '';
  return new DomainError(
    'RENDER.INCOMPLETE',
    `The document would not be printed whole: ${named.join('; ')}${more}.`,
    {
      kind: 'broken',
      remedy: 'Put everything that the document shows into it: styles, fonts and pictures as data.',
      cause,
    },
  );
}

function timedOut(timeoutMs: number): DomainError {
  return new DomainError('RENDER.TIMEOUT', `The document was not printed within ${timeoutMs / 1000} s.`, {
    kind: 'broken',
    remedy: 'Try again; if it stays, make the report shorter.',
  });
}

function crashed(cause?: unknown): DomainError {
  return new DomainError('RENDER.CRASHED', 'The browser broke down while it printed the document.', {
    kind: 'broken',
    remedy: 'Try again: a new browser starts by itself. If it stays, give it more memory.',
    cause,
  });
}

function failed(cause: unknown): DomainError {
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new DomainError('RENDER.FAILED', `The document could not be printed: ${reason}`, {
    kind: 'broken',
    cause,
  });
}
