import type { Browser } from 'puppeteer';
import { DomainError } from '../../core/errors.ts';
import { killBrowser, type WatchedBrowser, watchBrowser } from './watched-browser.adapter.ts';

/** A browser that is asked to stop is gone in 50 ms; one that is not by then hangs, and is killed. */
const STOP_TIMEOUT_MS = 5_000;

interface Running {
  readonly watched: WatchedBrowser;
  printed: number;
  open: number;
  /** Lends no more pages: gone, or it has printed its share. */
  retired: boolean;
  stopped: Promise<void> | null;
}

/** One browser shared by all who print: started when first needed, replaced when gone or when it has printed its share. */
export class WarmBrowser {
  private current: Promise<Running> | null = null;
  private readonly running = new Set<Running>();
  private closed = false;

  constructor(
    private readonly launch: () => Promise<Browser>,
    private readonly pagesPerBrowser: number,
  ) {}

  /**
   * Lends the browser to `work`, for one page. Where it fails in a way that `isLost` knows, nobody is lent this browser
   * again.
   *
   * @throws what `launch` and `work` throw
   */
  async use<T>(
    work: (browser: WatchedBrowser) => Promise<T>,
    isLost: (error: unknown) => boolean,
  ): Promise<T> {
    const running = await this.started();
    running.open += 1;
    running.printed += 1;
    if (running.printed >= this.pagesPerBrowser) {
      this.retire(running);
    }
    try {
      return await work(running.watched);
    } catch (error) {
      if (isLost(error)) {
        this.retire(running);
      }
      throw error;
    } finally {
      running.open -= 1;
      if (running.retired && running.open === 0) {
        void this.stop(running);
      }
    }
  }

  /** Name and version of the browser, which is started if need be. */
  async version(): Promise<string> {
    const { watched } = await this.started();
    return watched.version();
  }

  /** Stops what runs; nothing is lent afterwards. */
  async close(): Promise<void> {
    this.closed = true;
    await this.current?.catch(() => undefined);
    await Promise.all([...this.running].map((running) => this.stop(running)));
  }

  private async started(): Promise<Running> {
    for (;;) {
      if (this.closed) {
        throw new DomainError('BROWSER.CLOSED', 'The browser has been stopped with the service.', {
          kind: 'broken',
        });
      }
      this.current ??= this.start();
      const running = await this.current;
      if (!running.retired) {
        return running;
      }
    }
  }

  private async start(): Promise<Running> {
    try {
      const browser = await this.launch();
      if (!browser.connected) {
        throw new DomainError('BROWSER.NOT_STARTED', 'The browser ended as soon as it had started.', {
          kind: 'broken',
          remedy: 'Give it more memory, or set PUPPETEER_EXECUTABLE_PATH to one that runs.',
        });
      }
      const running: Running = {
        watched: await watchBrowser(browser),
        printed: 0,
        open: 0,
        retired: false,
        stopped: null,
      };
      this.running.add(running);
      browser.once('disconnected', () => {
        this.retire(running);
        void this.stop(running);
      });
      return running;
    } catch (error) {
      this.current = null;
      throw error;
    }
  }

  private retire(running: Running): void {
    if (!running.retired) {
      running.retired = true;
      this.current = null;
    }
  }

  private stop(running: Running): Promise<void> {
    running.stopped ??= stopBrowser(running.watched.browser).finally(() => this.running.delete(running));
    return running.stopped;
  }
}

async function stopBrowser(browser: Browser): Promise<void> {
  const timer = setTimeout(() => killBrowser(browser), STOP_TIMEOUT_MS);
  try {
    await browser.close();
  } catch {
    // Gone already, which is what was wanted.
  } finally {
    clearTimeout(timer);
    // A page that hung is still there.
    killBrowser(browser);
  }
}
