import readExcelFile from 'read-excel-file/node';
import { LANGUAGES } from '../src/core/text.ts';
import { readPdf } from '../test/support/pdf.ts';
import { type GeneratedService, withGeneratedService } from './generated-service.ts';
import { memoryOf, processTree } from './processes.ts';
import type { BenchRow } from './render.bench.ts';

export const name = 'storm';

const PDFS = 200;
const AT_ONCE = 2;
const EVERY = 50;

/** A report, and what alone it may be. */
interface Expected {
  readonly path: string;
  /** How the country is called in the language of the report. */
  readonly country: string;
  /** SHA-256 of the figures, as the workbook of the same report says it; the same in every language. */
  readonly hash: string;
}

/**
 * Two hundred PDFs of country fact sheets in four languages, two at a time: each is read back, and must have its own
 * country in its title and the hash of its own figures at the foot of every page. Memory of Node and of the browser (all processes) after each
 * fifty: level, or not.
 *
 * @throws Error where a PDF has another's country or figures
 */
export function run(): Promise<readonly BenchRow[]> {
  return withGeneratedService(async (service) => {
    const expected = await reportsOf(service);
    const rows: BenchRow[] = [
      {
        what: 'reports that differ in their figures',
        value: new Set(expected.map(({ hash }) => hash)).size,
        unit: '',
      },
    ];
    let taken = 0;
    const start = performance.now();
    for (let end = EVERY; end <= PDFS; end += EVERY) {
      const take = async () => {
        while (taken < end) {
          const next = expected[taken % expected.length];
          taken += 1;
          if (next !== undefined) await check(service, next);
        }
      };
      await Promise.all(Array.from({ length: AT_ONCE }, take));
      const [node, ...browser] = processTree(service.pid);
      rows.push(
        { what: `Node after ${end}`, value: megabytes(node === undefined ? [] : [node]), unit: 'MB' },
        { what: `browser after ${end}`, value: megabytes(browser), unit: 'MB' },
      );
    }
    const seconds = (performance.now() - start) / 1000;
    rows.push({
      what: `${PDFS} PDFs, ${AT_ONCE} at a time, each read back`,
      value: Math.round(seconds),
      unit: 's',
    });
    return rows;
  });
}

/** A fact sheet for each country in each language. */
async function reportsOf({ get }: GeneratedService): Promise<readonly Expected[]> {
  const found: Expected[] = [];
  const hashes = new Map<string, string>();
  for (const lang of LANGUAGES) {
    const totals = await get(`/api/v1/totals?indicator=programmes&by=country&lang=${lang}`);
    const { rows } = (await totals.json()) as { rows: { key: string; label: string }[] };
    const countries = rows.filter(({ key }) => /^[A-Z]{2}$/.test(key));
    for (const { key, label } of countries.slice(0, PDFS / LANGUAGES.length)) {
      const path = `/api/v1/reports/country-fact-sheet.pdf?period=2017&country=${key}&lang=${lang}`;
      const hash = hashes.get(key) ?? (await hashOf(get, path));
      hashes.set(key, hash);
      found.push({ path, country: label, hash });
    }
  }
  return found;
}

async function hashOf(get: GeneratedService['get'], path: string): Promise<string> {
  const answer = await get(path.replace('.pdf', '.xlsx'));
  const [about] = await readExcelFile(Buffer.from(await answer.arrayBuffer()));
  const values = about?.data.map(([, value]) => String(value)) ?? [];
  return values.find((value) => /^[0-9a-f]{64}$/.test(value)) ?? '';
}

async function check({ get }: GeneratedService, { path, country, hash }: Expected): Promise<void> {
  const answer = await get(path);
  if (answer.status !== 200) throw new Error(`${path} answers ${answer.status}: ${await answer.text()}`);
  const pdf = await readPdf(new Uint8Array(await answer.arrayBuffer()));
  const issue = hash.slice(0, 8);
  if (hash === '' || !plain(pdf.title).includes(plain(`: ${country}`))) {
    throw new Error(`${path} is titled "${pdf.title}", and is not of "${country}".`);
  }
  if (!pdf.pages.every(({ furniture }) => furniture.replaceAll(/\s/g, '').includes(issue))) {
    throw new Error(`${path} does not bear ${issue} on every page.`);
  }
}

/** Without the marks that keep a name together. */
function plain(text: string): string {
  return text.replaceAll(/[\s\u2068\u2069]/g, '');
}

function megabytes(pids: readonly number[]): number {
  return Math.round(memoryOf(pids) / 1e6);
}
