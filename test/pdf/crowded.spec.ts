import { EVERYTHING } from '../../src/access/index.ts';
import { type ReportRequest, Reports } from '../../src/reporting/index.ts';
import { PAPERS } from '../../src/reporting/report-request.ts';
import type { DrawnReport } from '../../src/reporting/reports.use-case.ts';
import type { TestApp } from '../support/app.ts';
import { allTags, readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { COUNTRIES, crowd, DONORS, PROGRAMS } from './crowded.fixture.ts';
import { faultsOf } from './report-faults.ts';

/** A sheet of Letter is lower by a fifteenth, and what is not broken does not always fill it. */
const MOST_PAGES = { a4: 12, letter: 13 } as const;

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
});
afterAll(() => app.close());

async function print(request: ReportRequest) {
  const drawn = await reports.draw(EVERYTHING, request);
  const { bytes } = await reports.print(drawn);
  return { drawn, pdf: await readPdf(bytes) };
}

describe.each(REQUESTS.flatMap((request) => PAPERS.map((paper) => ({ ...request, paper }))))(
  'the $report of a crowded portfolio on $paper',
  (request) => {
    it('has no fault on any page of its body', async () => {
      const { drawn, pdf } = await print(request);
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
      expect(pdf.pages.length).toBeLessThanOrEqual(MOST_PAGES[request.paper]);
      const alts = pdf.pages.flatMap((page) => allTags(page.tags).filter(({ alt }) => alt !== null));
      // The others have tables with bars alone.
      if (request.report === 'portfolio') expect(alts.length).toBeGreaterThan(0);
    });

    it('has every programme in its annex', async () => {
      const { drawn, pdf } = await print({ ...request, annex: 'programs' });
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
      const text = pdf.pages.map((page) => page.text).join(' ');
      const csv = await csvOf(drawn);
      const listed = PROGRAMS.filter(({ code }) => csv.includes(`programs,${code},`));
      expect(
        missingIn(
          text,
          listed.map(({ title }) => title.slice(0, 21)),
        ),
      ).toEqual([]);
      if (request.report === 'portfolio') expect(listed).toHaveLength(PROGRAMS.length);
    });
  },
);

const csvOf = async (drawn: DrawnReport) => new TextDecoder().decode(await reports.tabulate(drawn));
const missingIn = (text: string, names: readonly string[]) => names.filter((name) => !text.includes(name));

describe('the files of a crowded portfolio', () => {
  it('hold every row, of which its report shows those that lead', async () => {
    const drawn = await reports.draw(EVERYTHING, { report: 'portfolio', period: '2017-06' });
    const csv = await csvOf(drawn);
    expect(
      missingIn(
        csv,
        PROGRAMS.map(({ code }) => `programs,${code},`),
      ),
    ).toEqual([]);
    expect(missingIn(csv, DONORS)).toEqual([]);
    expect(
      missingIn(
        csv,
        COUNTRIES.map((code) => `results-by-country,${code},`),
      ),
    ).toEqual([]);
  });
});
