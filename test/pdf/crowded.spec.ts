import { EVERYTHING } from '../../src/access/index.ts';
import { type ReportRequest, Reports } from '../../src/reporting/index.ts';
import { PAPERS } from '../../src/reporting/report-request.ts';
import { edition } from '../../src/web/edition.ts';
import type { TestApp } from '../support/app.ts';
import { allTags, assertPrintedWhole, type PdfContents, readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { COUNTRIES, crowd, DONORS, PROGRAMS } from './crowded.fixture.ts';

const REQUESTS = [
  { report: 'portfolio', period: '2017-06' },
  { report: 'country-fact-sheet', period: '2017-06', country: 'BR' },
  { report: 'donor-funding-summary', period: '2017-06', donor: 'donor-of-the-crowd-01' },
];

let app: TestApp;
let reports: Reports;
beforeAll(async () => {
  app = await startReferenceApp();
  await crowd(app.database.db);
  reports = app.nest.get(Reports);
}, 120_000);
afterAll(() => app.close());

async function print(request: ReportRequest) {
  const drawn = await reports.draw(EVERYTHING, request);
  const { bytes } = await reports.print(drawn);
  return { html: drawn.html, pdf: await readPdf(bytes) };
}

const plain = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, '');

/** Headings, each with the line under it, that are torn or stand alone at the end of a page. */
function headingsAlone(html: string, { pages }: PdfContents): readonly string[] {
  const texts = pages.map(({ text }) => text.replace(/\s+/g, ''));
  let [page, from] = [0, 0];
  const body = html.slice(html.indexOf('<body'));
  const headings = [
    ...body.matchAll(/<(h[1-4])[^>]*>(.*?)<\/\1>(?:<p class="figure-subtitle">(.*?)<\/p>)?/gs),
  ];
  return headings.flatMap(([, , title = '', line = '']) => {
    const [heading, under] = [plain(title), plain(line)];
    const at = texts.findIndex(
      (text, index) => index >= page && text.includes(heading, index === page ? from : 0),
    );
    if (at < 0) return [`"${heading}" is torn`];
    const end = (texts[at] ?? '').indexOf(heading, at === page ? from : 0) + heading.length;
    [page, from] = [at, end];
    const below = (texts[at] ?? '').slice(end);
    const isAlone = below === '' || (under !== '' && (!below.startsWith(under) || below === under));
    return isAlone ? [`"${heading}" is alone on page ${at + 1}`] : [];
  });
}

describe.each(REQUESTS.flatMap((request) => PAPERS.map((paper) => ({ ...request, paper }))))(
  'the $report of a crowded portfolio on $paper',
  (request) => {
    let html: string;
    let pdf: PdfContents;
    beforeAll(async () => {
      ({ html, pdf } = await print(request));
    }, 120_000);

    it('has each heading with what it is of', () => {
      expect(headingsAlone(html, pdf)).toEqual([]);
    });

    it('cuts nothing', () => {
      // Text in the margins below or above was cut by the end of a page.
      assertPrintedWhole(pdf, { margin: 45, textSize: 9.25 });
    });

    it('has every row', () => {
      const text = pdf.pages.map((page) => page.text).join(' ');
      const missing = (names: readonly string[]) => names.filter((name) => !text.includes(name));
      if (request.report === 'portfolio') {
        expect(missing(PROGRAMS.map(({ title }) => title.slice(0, 21)))).toEqual([]);
        expect(missing(DONORS)).toEqual([]);
        expect(missing(COUNTRIES.map((code) => edition('en', 'print').f.country(code)))).toEqual([]);
      }
    });

    it('has each chart on one page', () => {
      const alts = pdf.pages.flatMap((page) =>
        allTags(page.tags).flatMap(({ role, alt }) => (role === 'Figure' && alt !== null ? [alt] : [])),
      );
      expect(alts.length).toBeGreaterThan(0);
      expect(alts.filter((alt, index) => alts.indexOf(alt) !== index)).toEqual([]);
    });
  },
);
