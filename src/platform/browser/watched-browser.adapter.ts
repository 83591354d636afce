import type { Browser } from 'puppeteer';

/** A browser, with what puppeteer does not tell of it. */
export interface WatchedBrowser {
  readonly browser: Browser;
  /**
   * Calls `listener` as soon as the process of any page ends by itself. (Puppeteer tells of it once it has made the page
   * its own; a page that is lost before is never heard of again.) Answers how to stop listening.
   */
  readonly onCrash: (listener: () => void) => () => void;
  /** Name and version, as it says now. (Puppeteer asks once, and repeats the answer of a browser that hangs since.) */
  readonly version: () => Promise<string>;
}

/** To be called once for each browser. */
export async function watchBrowser(browser: Browser): Promise<WatchedBrowser> {
  const listeners = new Set<() => void>();
  const session = await browser.target().createCDPSession();
  session.on('Target.targetCrashed', () => {
    for (const listener of listeners) listener();
  });
  await session.send('Target.setDiscoverTargets', { discover: true });
  return {
    browser,
    onCrash: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: async () => (await session.send('Browser.getVersion')).product,
  };
}

/** Ends the browser with all its processes: one of a page that hangs would stay behind, and hold on to us. */
export function killBrowser(browser: Browser): void {
  const pid = browser.process()?.pid;
  if (pid === undefined) return;
  try {
    // Puppeteer starts it as the first of a group of its own.
    process.kill(-pid, 'SIGKILL');
  } catch {
    browser.process()?.kill('SIGKILL');
  }
}
