import { ROLE_RIGHTS } from '../../src/access/fixtures/role-rights.ts';
import { EVERYTHING } from '../../src/access/index.ts';
import type { OwnSectionName } from '../../src/core/report/own-report.ts';
import { PAPERS } from '../../src/core/report/paper.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { readOwnRequest } from '../../src/reporting/report-request.ts';
import { withOtherScripts } from '../../src/web/styles/fonts.adapter.ts';
import { allTags, readPdf } from '../support/pdf.ts';
import { drawnInOrder, portfolioOf } from './portfolios.fixture.ts';
import { faultsOf } from './report-faults.ts';

const renderer = new PdfRenderer({ browserPath: null }, { timeoutMs: 120_000 });
afterAll(() => renderer.close());

const SECTIONS: readonly OwnSectionName[] = [
  'by-country',
  'by-pillar-and-year',
  'money',
  'money-flow',
  'money-by-pillar-and-year',
  'programs-in-time',
  'programs',
];
const own = {
  slug: 'pictures',
  title: 'Pictures',
  definition: {
    introduction: '',
    period: 'to-date',
    indicators: [],
    filter: {},
    sections: SECTIONS.map((name) => ({ name, heading: '', text: '' })),
  },
};

const CASES = [1, 17, 200].flatMap((programs, at) =>
  (['short', 'long'] as const).map((titles, of) => ({
    programs,
    titles,
    lang: LANGUAGES[(at * 2 + of) % LANGUAGES.length] ?? 'en',
    paper: PAPERS[(at + of) % PAPERS.length] ?? 'a4',
  })),
);

describe('a report of one’s own', () => {
  it.each(CASES)(
    'prints ways and years of $programs programmes, $titles titles, in $lang on $paper, and tears none',
    async ({ programs, titles, lang, paper }) => {
      const request = { report: 'own:pictures', period: '2017', lang, paper };
      const order = readOwnRequest(request, own, {
        reader: EVERYTHING,
        roles: ROLE_RIGHTS,
        today: '2017-07-01',
        fiscalMonth: 1,
      });
      const drawn = await drawnInOrder(
        portfolioOf({ programs, countries: Math.min(programs, 35), titles }),
        order,
      );
      const { html, footer } = drawn;
      const { bytes } = await renderer.render({
        html: withOtherScripts(html, [footer.start, footer.end]),
        paper,
        date: new Date('2017-06-30T23:59:59Z'),
        footer,
      });
      const pdf = await readPdf(bytes);
      // It ends with how it was counted, which may come to stand alone.
      expect(
        faultsOf(html, pdf).filter((fault) => !fault.endsWith('nothing but how it was counted')),
      ).toEqual([]);
      const drawings = pdf.pages
        .flatMap(({ tags }) => allTags(tags))
        .filter(({ alt }) => alt !== null && alt !== '');
      // Ways of money, programmes in time, and pillars: of officials in two years, of money in one. Of one programme all but
      // its two years is one mark: a sentence.
      expect(drawings).toHaveLength(programs === 1 ? 1 : 4);
    },
    300_000,
  );
});
