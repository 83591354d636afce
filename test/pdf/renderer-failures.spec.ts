import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { commandOf, processTree, remaining } from '../../bench/processes.ts';
import { findBrowser } from '../../src/platform/browser/find-browser.adapter.ts';
import { launchBrowser } from '../../src/platform/browser/launch-browser.adapter.ts';
import { type PdfLimits, PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { requestFor } from './document.fixture.ts';

const ONE = requestFor('<p>Uno</p>');
/** Keeps Chromium busy for many seconds. */
const ENDLESS = requestFor('<p>palabra</p>'.repeat(200_000));

/** Keeps it busy for a second or so. */
const LONG = requestFor('<p>palabra</p>'.repeat(5_000));

/** Limits beyond what a test may take: where they are set, nothing waits for them. */
const PATIENT = { timeoutMs: 300_000, openTimeoutMs: 300_000 };

/** A renderer whose browsers the test can see; `harm` is done to each as soon as a page is ready for its document. */
function observed(limits: Partial<PdfLimits> = {}, harm: (browser: Browser) => void = () => undefined) {
  const browsers: Browser[] = [];
  const begun = Promise.withResolvers<void>();
  const renderer = new PdfRenderer({ browserPath: null }, limits, async () => {
    const browser = await launchBrowser(await findBrowser({ browserPath: null }));
    browsers.push(browser);
    browser.on('targetchanged', (target) => {
      if (target.type() === 'page' && target.url().startsWith('http://document.invalid/')) {
        begun.resolve();
        harm(browser);
      }
    });
    return browser;
  });
  /** `printing` resolves when a page is ready for its document. */
  return { renderer, browsers, printing: begun.promise };
}

const isPage = (pid: number): boolean => commandOf(pid).includes('--type=renderer');

const pidOf = (browser: Browser | undefined): number => browser?.process()?.pid ?? Number.NaN;

/** Resolves when none of `pids` is left; the kernel takes a moment. */
async function gone(pids: readonly number[]): Promise<void> {
  const end = performance.now() + 5_000;
  while (remaining(pids).length > 0) {
    if (performance.now() > end) {
      throw new Error(`still there: ${remaining(pids).join(', ')}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('PdfRenderer, when things break', () => {
  it('gives up a document that takes too long, and prints the next', async () => {
    const { renderer } = observed({ timeoutMs: 2_000 });
    try {
      await renderer.check();
      await expect(renderer.render(ENDLESS)).rejects.toMatchObject({
        code: 'RENDER.TIMEOUT',
        options: { kind: 'broken' },
      });
      await expect(renderer.render(ONE)).resolves.toMatchObject({ pages: 1 });
    } finally {
      await renderer.close();
    }
  });

  it('prints anew in another browser what was being printed when the browser died', async () => {
    const { renderer, browsers, printing } = observed();
    try {
      const prints = Promise.all([renderer.render(LONG), renderer.render(LONG)]);
      await printing;
      const pids = processTree(pidOf(browsers[0]));
      process.kill(pidOf(browsers[0]), 'SIGKILL');
      expect((await prints).map(({ pages }) => pages > 100)).toEqual([true, true]);
      expect(browsers).toHaveLength(2);
      await gone(pids);
    } finally {
      await renderer.close();
    }
  });

  it('fails a document that breaks every browser, after the second', async () => {
    const { renderer, browsers } = observed({}, (browser) => browser.process()?.kill('SIGKILL'));
    try {
      await expect(renderer.render(LONG)).rejects.toMatchObject({
        code: 'RENDER.CRASHED',
        options: { kind: 'broken' },
      });
      expect(browsers).toHaveLength(2);
    } finally {
      await renderer.close();
    }
  });

  it.each([
    ['while it is opened', 'targetcreated'],
    ['while it is printed', 'targetchanged'],
  ] as const)(
    'notices at once when the process of a page ends %s, and prints it in another browser',
    async (_, event) => {
      const { renderer, browsers } = observed(PATIENT);
      try {
        await renderer.check();
        browsers[0]?.once(event, async () => {
          // The target may be told of before its process is there.
          const pages = () => processTree(pidOf(browsers[0])).filter(isPage);
          while (pages().length === 0) await setImmediate();
          for (const pid of pages()) process.kill(pid, 'SIGKILL');
        });
        await expect(renderer.render(LONG)).resolves.toMatchObject({ pages: expect.any(Number) });
        expect(browsers).toHaveLength(2);
      } finally {
        await renderer.close();
      }
    },
  );

  it('after a page that hangs lends nobody the same browser, and leaves no process behind', async () => {
    const { renderer, browsers, printing } = observed({ timeoutMs: 3_000 });
    try {
      await renderer.check();
      const failure = expect(renderer.render(LONG)).rejects.toMatchObject({ code: 'RENDER.TIMEOUT' });
      await printing;
      const pids = processTree(pidOf(browsers[0]));
      for (const pid of pids.filter(isPage)) process.kill(pid, 'SIGSTOP');
      await failure;
      await expect(renderer.render(ONE)).resolves.toMatchObject({ pages: 1 });
      expect(browsers).toHaveLength(2);
      await gone(pids);
    } finally {
      await renderer.close();
    }
  });

  it.each([
    // The second browser has as long as the first: more than a page takes on a machine that is busy with other work.
    ['before a page is opened', { ...PATIENT, openTimeoutMs: 15_000 }],
    ['and nothing but the time for the whole tells', { ...PATIENT, timeoutMs: 20_000 }],
  ])('kills a browser that hangs, %s: it costs no document', async (_, limits) => {
    const { renderer, browsers } = observed(limits);
    try {
      await renderer.check();
      process.kill(pidOf(browsers[0]), 'SIGSTOP');
      const prints = await Promise.all([renderer.render(ONE), renderer.render(ONE)]);
      expect(prints.map(({ pages }) => pages)).toEqual([1, 1]);
      expect(browsers).toHaveLength(2);
      await gone([pidOf(browsers[0])]);
    } finally {
      await renderer.close();
    }
  });

  it('keeps nothing of the pages that it has printed', async () => {
    const { renderer, browsers } = observed();
    try {
      await renderer.check();
      const listeners = () => browsers[0]?.listenerCount('disconnected');
      const before = listeners();
      await Promise.all([renderer.render(ONE), renderer.render(ONE), renderer.render(ONE)]);
      expect(listeners()).toBe(before);
      // The page that a browser starts with.
      expect(await browsers[0]?.pages()).toHaveLength(1);
    } finally {
      await renderer.close();
    }
  });

  it('takes a new browser after so many pages, without dropping any', async () => {
    const { renderer, browsers } = observed({ pagesPerBrowser: 3 });
    try {
      const prints = await Promise.all(Array.from({ length: 7 }, () => renderer.render(ONE)));
      expect(prints.map(({ pages }) => pages)).toEqual([1, 1, 1, 1, 1, 1, 1]);
      expect(browsers).toHaveLength(3);
      await gone(browsers.slice(0, 2).map(pidOf));
    } finally {
      await renderer.close();
    }
  });

  it('prints two at a time, lets few wait, and turns the others away', async () => {
    const { renderer, browsers } = observed({ pagesAtOnce: 2, waiting: 1 });
    let most = 0;
    try {
      await renderer.check();
      browsers[0]?.on('targetcreated', async () => {
        // The page that a browser starts with is not ours.
        most = Math.max(most, ((await browsers[0]?.pages())?.length ?? 0) - 1);
      });
      const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => renderer.render(ONE)));
      expect(outcomes.map(({ status }) => status)).toEqual([
        'fulfilled',
        'fulfilled',
        'fulfilled',
        'rejected',
        'rejected',
      ]);
      expect(outcomes[3]).toMatchObject({ reason: { code: 'RENDER.BUSY' } });
      expect(most).toBe(2);
    } finally {
      await renderer.close();
    }
  });

  it('when closed ends what it prints, turns away the rest, and leaves no process', async () => {
    const { renderer, browsers } = observed({ pagesAtOnce: 1 });
    await renderer.check();
    const printing = renderer.render(requestFor('<p>palabra</p>'.repeat(5_000)));
    const waiting = expect(renderer.render(ONE)).rejects.toMatchObject({ code: 'RENDER.CLOSED' });
    const pids = processTree(pidOf(browsers[0]));
    expect(pids.length).toBeGreaterThan(1);
    const closing = renderer.close();
    await waiting;
    await expect(printing).resolves.toMatchObject({ pages: expect.any(Number) });
    await closing;
    await gone(pids);
    await expect(renderer.render(ONE)).rejects.toMatchObject({ code: 'RENDER.CLOSED' });
    await expect(renderer.check()).rejects.toMatchObject({ code: 'BROWSER.CLOSED' });
  });

  it('closes without ever having started a browser', async () => {
    const { renderer, browsers } = observed();
    await renderer.close();
    expect(browsers).toEqual([]);
  });
});

describe('a browser that is not there or does not start', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'attest-browser-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  async function program(name: string, script: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, script);
    await chmod(path, 0o755);
    return path;
  }

  it.each([
    ['nowhere', '/nowhere/chrome'],
    ['a folder', tmpdir()],
    ['not a program', import.meta.filename],
  ])('is named: %s', async (_, browserPath) => {
    const renderer = new PdfRenderer({ browserPath });
    const named = {
      code: 'BROWSER.NOT_FOUND',
      options: { kind: 'broken' },
      message: expect.stringContaining(browserPath),
    };
    await expect(renderer.render(ONE)).rejects.toMatchObject(named);
    await expect(renderer.check()).rejects.toMatchObject(named);
    await renderer.close();
  });

  it('says what the browser said', async () => {
    const browserPath = await program(
      'broken',
      '#!/bin/sh\necho "libnss3.so: cannot open shared object file" >&2\nexit 127\n',
    );
    const renderer = new PdfRenderer({ browserPath });
    await expect(renderer.render(ONE)).rejects.toMatchObject({
      code: 'BROWSER.NOT_STARTED',
      options: { kind: 'broken' },
      message: expect.stringMatching(/broken does not start: libnss3\.so: cannot open shared object file/),
    });
    await renderer.close();
  });

  it('is looked for again the next time', async () => {
    const browserPath = join(folder, 'late');
    const renderer = new PdfRenderer({ browserPath });
    await expect(renderer.check()).rejects.toMatchObject({ code: 'BROWSER.NOT_FOUND' });
    const { path } = await findBrowser({ browserPath: null });
    await program('late', `#!/bin/sh\nexec "${path}" "$@" --no-sandbox\n`);
    try {
      await expect(renderer.render(ONE)).resolves.toMatchObject({ pages: 1 });
    } finally {
      await renderer.close();
    }
  });
});
