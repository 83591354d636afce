import { isDeepStrictEqual } from 'node:util';
import type { Facts } from '../../src/core/facts.ts';
import { REPORTS, type ReportName } from '../../src/core/report/definitions.ts';
import { PAPERS } from '../../src/core/report/paper.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import type { ReportRequest } from '../../src/reporting/report-request.ts';
import { withOtherScripts } from '../../src/web/styles/fonts.adapter.ts';
import { type PdfContents, readPdf } from '../support/pdf.ts';
import { type DrawnInMemory, drawnFrom, type PortfolioShape, portfolioOf } from './portfolios.fixture.ts';
import { bodyPages, faultsOf } from './report-faults.ts';

/** As many pages as a reader reads; most are nine, and where every name is as long as names may be some more. */
const MOST_PAGES = 15;

const renderer = new PdfRenderer({ browserPath: null }, { timeoutMs: 120_000 });
afterAll(() => renderer.close());

const made = new Map<string, Facts>();
function factsOf(shape: PortfolioShape): Facts {
  const key = JSON.stringify(shape);
  const facts = made.get(key) ?? portfolioOf(shape);
  made.set(key, facts);
  return facts;
}

async function print(
  shape: PortfolioShape,
  request: ReportRequest,
): Promise<{ readonly drawn: DrawnInMemory; readonly pdf: PdfContents }> {
  const drawn = await drawnFrom(factsOf(shape), request);
  const { footer } = drawn;
  const { bytes } = await renderer.render({
    html: withOtherScripts(drawn.html, [footer.start, footer.end]),
    paper: request.paper === 'letter' ? 'letter' : 'a4',
    date: new Date('2017-06-30T23:59:59Z'),
    footer,
  });
  return { drawn, pdf: await readPdf(bytes) };
}

/** What each is about: a donor and a country that every portfolio has. */
const ABOUT: Readonly<Record<ReportName, Partial<ReportRequest>>> = {
  portfolio: {},
  'country-fact-sheet': { country: 'AF' },
  'donor-funding-summary': { donor: 'donor-001' },
};

/** Of 20,000 programmes one portfolio is enough. */
const SHAPES: readonly PortfolioShape[] = [1, 17, 200, 2_000, 20_000].flatMap((programs) =>
  [5, 193].flatMap((countries) =>
    (['short', 'long'] as const)
      .filter((titles) => programs < 20_000 || (titles === 'long' && countries === 193))
      .map((titles) => ({ programs, countries: Math.min(programs, countries), titles })),
  ),
);

/** Every shape with every report; languages and papers take turns, so that each report meets all of them. */
const IN_TURN = SHAPES.flatMap((shape, at) =>
  REPORTS.map((report, of) => ({
    ...shape,
    report,
    lang: LANGUAGES[(at + of) % LANGUAGES.length] ?? 'en',
    paper: PAPERS[(Math.floor(at / LANGUAGES.length) + at + of) % PAPERS.length] ?? 'a4',
  })),
);
/** Where a page ends hangs on every line: of ordinary sizes each in every language on both papers. */
const OF_EACH = [17, 200].flatMap((programs) =>
  (['short', 'long'] as const).flatMap((titles) =>
    REPORTS.flatMap((report) =>
      LANGUAGES.flatMap((lang) =>
        PAPERS.map((paper) => ({
          programs,
          countries: Math.min(programs, 193),
          titles,
          report,
          lang,
          paper,
        })),
      ),
    ),
  ),
);
const isKnown = (each: object) => IN_TURN.some((other) => isDeepStrictEqual(each, other));
const CASES =
  process.env.CI === undefined
    ? IN_TURN.filter(({ programs }, at) => programs <= 2_000 && at % 5 === 4)
    : [...IN_TURN, ...OF_EACH.filter((each) => !isKnown(each))];

describe('a report stays one', () => {
  it.each(CASES)(
    'the $report of $programs programmes in $countries countries, $titles titles, in $lang on $paper',
    async ({ report, lang, paper, ...shape }) => {
      const request = { report, period: '2017-06', lang, paper, ...ABOUT[report] };
      const { drawn, pdf } = await print(shape, request);
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
      expect(bodyPages(drawn.html, pdf)).toBeLessThanOrEqual(MOST_PAGES);
    },
    300_000,
  );
});

const textOf = ({ pages }: PdfContents) => pages.map(({ text }) => text).join(' ');
const TWO_HUNDRED: PortfolioShape = { programs: 200, countries: 35, titles: 'short' };

describe('a portfolio of 200 programmes', () => {
  let text: string;
  beforeAll(async () => {
    const { pdf } = await print(TWO_HUNDRED, { report: 'portfolio', period: '2017-06' });
    text = textOf(pdf);
  });

  it('shows what leads and one rest, which sum to the whole', () => {
    // Programme n has n and n + 1 officials: 2n + 1. Of 1 to 200 that is 40,400; of 192 to 200, the nine that lead, 3,537.
    expect(text).toContain('00200 401 0 0 00199 399 0 0');
    expect(text).toContain('00192 385 0 0 191 other programmes 36,863 0 0 Total 40,400 0 0');
  });

  it('lists the programmes with the most money, and says what the others have', () => {
    expect(text).toContain('The 12 of 200 with the most money disbursed to date');
    // A thousand dollars for each n: 20,100,000 in all, and 189 to 200 have 2,334,000 of it.
    expect(text).toMatch(/00189 Ongoing .*US\$189,000\.00 188 other programmes US\$17,766,000\.00/);
  });

  it('sets first the targets that have ended and were not reached', () => {
    // Of every ninth programme the target n + 10 of 2016, of which n + 1 is reported.
    expect(text).toContain('67 of 67 targets have a reported result');
    expect(text).toMatch(
      /Officials trained · 00001 · \S+ 11 2 18% .*Officials trained · 00010 · \S+ 20 11 55% /,
    );
    expect(text).toContain('8 of 67 are shown here.');
    expect(text).toContain('have ended and were not reached');
  });

  it('counts a gap whole and names its first', () => {
    // Every seventh programme has no donor: 28 of 200, of which three are named.
    expect(text).toContain('28 programmes or activities with no donor recorded');
    expect(text).toContain('and 25 others');
  });
});

describe('annexes', () => {
  it('each begin a page, and list what the body does not', async () => {
    const asked = 'gaps,programs,targets,transactions';
    const { drawn, pdf } = await print(TWO_HUNDRED, { report: 'portfolio', period: '2017-06', annex: asked });
    const firsts = pdf.pages.map(({ text }) => /^Annex: [a-z ]+/.exec(text)?.[0].trim() ?? '');
    expect(firsts.filter((first) => first !== '').map((first) => first.split(' ').slice(0, 3))).toEqual([
      ['Annex:', 'all', 'programmes'],
      ['Annex:', 'all', 'targets'],
      ['Annex:', 'every', 'transaction'],
      ['Annex:', 'all', 'gaps'],
    ]);
    expect(faultsOf(drawn.html, pdf)).toEqual([]);
    const text = textOf(pdf);
    for (const number of ['00001', '00100', '00150']) expect(text).toContain(` ${number} Ongoing`);
    expect(text).toContain('200 commitments');
    // 2 to 400 thousand, and half of it.
    expect(text).toContain('US$40,200,000.00');
  });

  it('say what is not printed, and where it is', async () => {
    const shape = { ...TWO_HUNDRED, programs: 1_100 };
    const request = { report: 'portfolio', period: '2017-06', annex: 'programs' };
    const { drawn, pdf } = await print(shape, request);
    const text = textOf(pdf);
    expect(text).toContain('The first 1,000 of 1,100. The XLSX and CSV of this report hold all of them.');
    expect([text.includes(' 01000 Ongoing'), text.includes(' 01001 Ongoing')]).toEqual([true, false]);
    expect(bodyPages(drawn.html, pdf)).toBeLessThanOrEqual(MOST_PAGES);
    const csv = await drawn.csv();
    expect(csv.match(/^programs,/gm)).toHaveLength(1_100);
  });

  it('change neither the body nor the hash of its figures', async () => {
    const [without, annexed] = await Promise.all(
      [undefined, 'programs'].map((annex) =>
        drawnFrom(factsOf(TWO_HUNDRED), { report: 'portfolio', period: '2017-06', annex }),
      ),
    );
    expect(annexed?.hash).toBe(without?.hash);
    const [body] = (annexed?.html ?? '').split('<section class="section section-figures section-new-page"');
    expect(without?.html.startsWith(body ?? '-')).toBe(true);
  });
});
