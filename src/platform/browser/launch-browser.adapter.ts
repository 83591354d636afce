import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type Browser, launch } from 'puppeteer';
import { DomainError } from '../../core/errors.ts';
import type { BrowserProgram } from './find-browser.adapter.ts';
import { ownFonts } from './own-fonts.adapter.ts';

const START_TIMEOUT_MS = 30_000;

/** Longer than any of our own limits, which say more clearly what took too long. */
const PROTOCOL_TIMEOUT_MS = 180_000;

/** None of ours: the environment holds passwords, and proxies that would look up names for us. */
const ENVIRONMENT = { PATH: '/usr/local/bin:/usr/bin:/bin', LANG: 'C.UTF-8', TZ: 'UTC' };

const FLAGS: readonly string[] = [
  '--disable-gpu',
  // Without it a browser that has no graphics library tries three times to load one.
  '--disable-software-rasterizer',
  // Otherwise letters stand at whole pixels of a screen, and unevenly on paper.
  '--font-render-hinting=none',
  // No name or address is ever found, whatever a document asks for (puppeteer turns background networking off too).
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--no-proxy-server',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--no-pings',
];

/**
 * Starts `program` for printing: without a network and the machine's fonts, over a pipe (a port would let every user of the machine drive it),
 * and in its sandbox unless we are root or it is the npm package's, which has none.
 *
 * @throws DomainError BROWSER.NOT_STARTED with what the browser said; BROWSER.NO_FOLDER
 */
export async function launchBrowser({ path, from }: BrowserProgram): Promise<Browser> {
  const isRoot = process.getuid?.() === 0;
  const env = { ...ENVIRONMENT, ...(await ownFonts()) };
  const args = isRoot || from === 'package' ? [...FLAGS, '--no-sandbox'] : [...FLAGS];
  // In pipe mode puppeteer's own `timeout` does nothing.
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), START_TIMEOUT_MS);
  try {
    return await launch({
      executablePath: path,
      headless: 'shell',
      pipe: true,
      args,
      env,
      signal: late.signal,
      protocolTimeout: PROTOCOL_TIMEOUT_MS,
      // The service stops its browser itself, after the last page.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
    });
  } catch (cause) {
    const reason = late.signal.aborted
      ? `it did not answer within ${START_TIMEOUT_MS / 1000} s`
      : await lastWords(path, args);
    throw new DomainError('BROWSER.NOT_STARTED', `The browser ${path} does not start: ${reason}.`, {
      kind: 'broken',
      remedy:
        'Install Chromium with the libraries it needs, or set PUPPETEER_EXECUTABLE_PATH to one that runs.',
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

/** Why a browser ends at once. Over a pipe puppeteer does not keep what it says, so it is started again and listened to. */
async function lastWords(path: string, args: readonly string[]): Promise<string> {
  try {
    await promisify(execFile)(path, [...args, '--headless', '--dump-dom', 'about:blank'], {
      env: ENVIRONMENT,
      timeout: 3_000,
    });
    return 'it ends at once and says nothing';
  } catch (error) {
    const { stderr = '', message } = error as Error & { stderr?: string };
    return (stderr.trim() || message).split('\n').slice(0, 3).join(' ').slice(0, 400);
  }
}
