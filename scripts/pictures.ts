import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type Browser, launch, type Page } from 'puppeteer';
import { findBrowser } from '../src/platform/browser/find-browser.adapter.ts';
import { buildIfNeeded } from './build.ts';
import { type PersonName, type Scene, setScene } from './pictures-scene.ts';
import { ROOT } from './run-tool.ts';

/**
 * Takes the pictures of docs/pictures anew: pages of a service of its own, started on an empty folder and so with the
 * reference portfolio, wide and narrow, light and dark; and the first pages of each report. Names on the command line take
 * those alone, with a language in that language: `npm run pictures -- dashboard`, `npm run pictures -- desk lang=es`. PICTURES_DIR
 * names another folder.
 */
const PAGES: Readonly<Record<string, string>> = {
  dashboard: '/',
  country: '/countries/CR',
  donor: '/donors/canada',
  programme: '/programs/TOUR',
  proof: '/results?indicator=officials-trained&kind=actual',
};
/** Pages that people work on, and whose they are. */
const WORK: Readonly<Record<string, readonly [PersonName, (paths: Scene['paths']) => string]>> = {
  desk: ['officer', () => '/desk'],
  entry: ['officer', ({ draft }) => draft],
  table: [
    'officer',
    () => '/entry/table?program=TOUR&across=months&period=2017&place=LC&indicators=officials+trained',
  ],
  import: ['officer', ({ sheet }) => sheet],
  approval: ['manager', ({ review }) => review],
  changes: ['manager', ({ since }) => `/changes?since=${encodeURIComponent(since)}`],
  'own-report': ['manager', () => '/reports/own/new'],
  settings: ['administrator', () => '/settings'],
};
const REPORTS: Readonly<Record<string, string>> = {
  portfolio: '/api/v1/reports/portfolio.pdf?period=2017-06',
  'fact-sheet': '/api/v1/reports/country-fact-sheet.pdf?period=2017-06&country=CL',
  'donor-summary': '/api/v1/reports/donor-funding-summary.pdf?period=2017&donor=canada',
};
const WIDTHS = { 1280: 1100, 360: 1400 } as const;
const SCHEMES = ['light', 'dark'] as const;
/** Pages of a report that stand beside each other, and how wide each is, in CSS pixels. */
const SHEETS = 3;
const SHEET_WIDTH = 420;

const out = process.env.PICTURES_DIR ?? join(ROOT, 'docs/pictures');
const folder = mkdtempSync(join(tmpdir(), 'attest-pictures-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const args = process.argv.slice(2);
const asked = new Set(args.filter((each) => !each.includes('=')));
const lang = args.find((each) => each.startsWith('lang='))?.slice('lang='.length) ?? 'en';
const isAsked = (name: string) => asked.size === 0 || asked.has(name);
const inLanguage = (path: string) => `${path}${path.includes('?') ? '&' : '?'}lang=${lang}`;

await buildIfNeeded();
mkdirSync(out, { recursive: true });
const env = { ...process.env, PORT: '0', DATA_DIR: folder };
const service = spawn(process.execPath, ['--max-semi-space-size=8', join(ROOT, 'dist/main.js')], {
  env,
  stdio: ['ignore', 'pipe', 'inherit'],
});
const { path: executablePath } = await findBrowser({ browserPath: null });
const browser = await launch({ executablePath, headless: 'shell', args: ['--no-sandbox'] });
try {
  const origin = await addressOf(service);
  const authorization = `Bearer ${command(['admin', 'token', 'pictures', '--role', 'manager']).split('\n')[0]?.trim()}`;
  for (const [name, path] of Object.entries(PAGES).filter(([name]) => isAsked(name))) {
    const page = await browser.newPage();
    await page.setExtraHTTPHeaders({ authorization });
    await takePage(page, name, origin + inLanguage(path));
  }
  for (const [name, path] of Object.entries(REPORTS).filter(([name]) => isAsked(name)))
    await takeReport(browser, name, { url: origin + inLanguage(path), authorization });
  const work = Object.entries(WORK).filter(([name]) => isAsked(name));
  if (work.length > 0) {
    const { pages, paths } = await setScene(browser, origin, { run: command, folder });
    for (const [name, [who, path]] of work)
      await takePage(pages[who], name, origin + inLanguage(path(paths)));
  }
} finally {
  await browser.close();
  service.kill();
}

async function addressOf({ stdout }: ChildProcess): Promise<string> {
  if (stdout === null) throw new Error('The service says nothing.');
  for await (const line of createInterface(stdout)) {
    const [, address] = /ready at (http:\/\/[^\s/]+)/.exec(line) ?? [];
    if (address !== undefined) return address;
  }
  throw new Error('The service ended before it was ready.');
}

/** Runs a command of the service; what it prints. */
function command(args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, [join(ROOT, 'dist/cli.js'), ...args], {
    env,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

interface Asked {
  readonly url: string;
  readonly authorization: string;
}

async function takePage(page: Page, name: string, url: string): Promise<void> {
  for (const [width, height] of Object.entries(WIDTHS)) {
    for (const scheme of SCHEMES) {
      await page.setViewport({ width: Number(width), height });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.goto(url, { waitUntil: 'networkidle0' });
      // A font that came late is not shown on a first visit.
      await page.reload({ waitUntil: 'networkidle0' });
      await keep(page, `${name}-${width}-${scheme}`);
    }
  }
}

/** The first pages of a PDF, drawn by pdf.js in a page of the browser, side by side. */
async function takeReport(from: Browser, name: string, { url, authorization }: Asked): Promise<void> {
  const answer = await fetch(url, { headers: { authorization, accept: 'application/pdf' } });
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  const pdf = Buffer.from(await answer.arrayBuffer()).toString('base64');
  const page = await from.newPage();
  await page.setViewport({ width: SHEETS * (SHEET_WIDTH + 16) + 16, height: 660 });
  const library = join(ROOT, 'node_modules/pdfjs-dist/legacy/build');
  const files = new Map(
    ['pdf.min.mjs', 'pdf.worker.min.mjs'].map((file) => [`/${file}`, join(library, file)]),
  );
  await page.setRequestInterception(true);
  page.on('request', (request) => {
    const path = files.get(new URL(request.url()).pathname);
    void request.respond(
      path === undefined
        ? {
            contentType: 'text/html',
            body: '<body style="margin:16px;display:flex;gap:16px;background:#767676">',
          }
        : { contentType: 'text/javascript', body: readFileSync(path) },
    );
  });
  await page.goto('http://pictures.invalid/');
  await page.evaluate(drawSheets, { pdf, sheets: SHEETS, width: SHEET_WIDTH });
  await keep(page, name);
  await page.close();
}

/** Runs in the browser. */
async function drawSheets(of: { readonly pdf: string; readonly sheets: number; readonly width: number }) {
  const path = '/pdf.min.mjs';
  const pdfjs = await import(path);
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
  const data = Uint8Array.from(atob(of.pdf), (sign) => sign.charCodeAt(0));
  const document = await pdfjs.getDocument({ data }).promise;
  for (let at = 1; at <= Math.min(of.sheets, document.numPages); at += 1) {
    const sheet = await document.getPage(at);
    const scale = of.width / sheet.getViewport({ scale: 1 }).width;
    const viewport = sheet.getViewport({ scale: scale * 2 });
    const canvas = globalThis.document.createElement('canvas');
    Object.assign(canvas, { width: viewport.width, height: viewport.height });
    canvas.style.width = `${of.width}px`;
    globalThis.document.body.append(canvas);
    await sheet.render({ canvas, viewport }).promise;
  }
}

async function keep(page: Page, name: string): Promise<void> {
  writeFileSync(join(out, `${name}.png`), await page.screenshot());
  console.log(join(out, `${name}.png`));
}
