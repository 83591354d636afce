import { access, constants, stat } from 'node:fs/promises';
import { DomainError } from '../../core/errors.ts';
import { unpackChromium } from './packaged-chromium.adapter.ts';

/** A browser to start, and where it was found: `PUPPETEER_EXECUTABLE_PATH`, the machine, or the npm package. */
export interface BrowserProgram {
  readonly path: string;
  readonly from: 'setting' | 'machine' | 'package';
}

/**
 * Where Chrome and Chromium are installed. Not `/usr/bin/chromium-browser`: on Ubuntu that is a script which only says
 * how to install a snap.
 */
const INSTALLED: readonly string[] = [
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/usr/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * The browser that prints: the one of the setting, else an installed one, else the one inside @sparticuz/chromium.
 *
 * @throws DomainError BROWSER.NOT_FOUND, BROWSER.NOT_UNPACKED
 */
export async function findBrowser(
  { browserPath }: { readonly browserPath: string | null },
  installed: readonly string[] = INSTALLED,
): Promise<BrowserProgram> {
  if (browserPath !== null) {
    if (!(await isProgram(browserPath))) {
      throw new DomainError(
        'BROWSER.NOT_FOUND',
        `PUPPETEER_EXECUTABLE_PATH is "${browserPath}", and there is no program there that we may run.`,
        {
          kind: 'broken',
          remedy: 'Set it to a Chrome or Chromium, or leave it out to use the one that comes along.',
        },
      );
    }
    return { path: browserPath, from: 'setting' };
  }
  for (const path of installed) {
    if (await isProgram(path)) {
      return { path, from: 'machine' };
    }
  }
  return { path: await unpackChromium(), from: 'package' };
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
