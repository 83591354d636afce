import { EVERYTHING } from '../../src/access/index.ts';
import { REPORTS, type ReportName } from '../../src/core/report/definitions.ts';
import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
import { type ReportRequest, Reports } from '../../src/reporting/index.ts';
import { PAPERS } from '../../src/reporting/report-request.ts';
import type { TestApp } from '../support/app.ts';
import { allTags, assertPrintedWhole, type PdfBookmark, type PdfContents, readPdf } from '../support/pdf.ts';
import { startReferenceApp } from '../support/reference-app.ts';
import { faultsOf, structureFaults, textSizeOf } from './report-faults.ts';

let app: TestApp;
let reports: Reports;
beforeAll(async () => {
  app = await startReferenceApp();
  reports = app.nest.get(Reports);
});
afterAll(() => app.close());

async function print(request: ReportRequest) {
  const drawn = await reports.draw(EVERYTHING, request);
  const { bytes, pages } = await reports.print(drawn);
  return { drawn, bytes, pages, pdf: await readPdf(bytes) };
}

const textOf = ({ pages }: PdfContents) => pages.map(({ text }) => text).join(' ');
/** The titles of the bookmarks below the only one at the top. */
const sectionsOf = ({ bookmarks }: PdfContents) => bookmarks[0]?.children.map(({ title }) => title);
const bookmarksBelow = ({ bookmarks }: PdfContents, section: string) =>
  bookmarks[0]?.children.find(({ title }) => title === section)?.children.map(({ title }) => title);

/** What each is asked for with. */
const REQUESTS: Readonly<Record<ReportName, Omit<ReportRequest, 'report'>>> = {
  portfolio: { period: '2017-06' },
  'country-fact-sheet': { period: '2017-06', country: 'CR' },
  'donor-funding-summary': { period: '2017-06', donor: 'canada' },
};

/** Of the first page, worked by hand from the rows of the sheets; and what stands at the foot of page one. */
const HEADLINES: Readonly<Record<ReportName, InEachLanguage<string>>> = {
  portfolio: {
    en: 'for periods that ended in June 2017 · of which 45 approximate · to date: 123, of which 45 approximate and 22 undated',
    es: 'de períodos que terminaron en junio de 2017 · lo que incluye 45 en cifras aproximadas · hasta la fecha: 123, lo que incluye 45 en cifras aproximadas y 22 sin fecha',
    pt: 'de períodos que terminaram em junho de 2017 · sendo 45 em números aproximados · até o momento: 123, sendo 45 em números aproximados e 22 sem data',
    fr: 'pour des périodes achevées en juin 2017 · dont 45 en chiffres approximatifs · à ce jour : 123, dont 45 en chiffres approximatifs et 22 sans date',
  },
  'country-fact-sheet': {
    en: 'to date, all for periods that ended in June 2017',
    es: 'hasta la fecha, todo de períodos que terminaron en junio de 2017',
    pt: 'até o momento, tudo de períodos que terminaram em junho de 2017',
    fr: 'à ce jour, le tout pour des périodes achevées en juin 2017',
  },
  'donor-funding-summary': {
    en: 'to date, all for periods that ended in June 2017 · approximate',
    es: 'hasta la fecha, todo de períodos que terminaron en junio de 2017 · cifra aproximada',
    pt: 'até o momento, tudo de períodos que terminaram em junho de 2017 · número aproximado',
    fr: 'à ce jour, le tout pour des périodes achevées en juin 2017 · chiffre approximatif',
  },
};
const FOOTERS: InEachLanguage<(hash: string, page: number, pages: number) => string> = {
  en: (hash, page, pages) => `Issue ${hash} · Page ${page} of ${pages}`,
  es: (hash, page, pages) => `Edición ${hash} · Página ${page} de ${pages}`,
  pt: (hash, page, pages) => `Edição ${hash} · Página ${page} de ${pages}`,
  fr: (hash, page, pages) => `Édition ${hash} · Page ${page} sur ${pages}`,
};
/** Bookmarks in their order, each whole: a heading that wraps, or that stands at the top of a page, like any other. */
const flat = (bookmarks: readonly PdfBookmark[]): readonly string[] =>
  bookmarks.flatMap(({ title, children }) => [spaced(title), ...flat(children)]);
const headingsOf = (html: string) =>
  [...html.matchAll(/<h[1-4][^>]*>([^<]*)<\/h[1-4]>/g)].map(([, text = '']) =>
    spaced(text.replaceAll('&amp;', '&').replaceAll('&lt;', '<')),
  );
const SIZES = { a4: [595, 842], letter: [612, 792] } as const;
const spaced = (text: string) => text.replace(/\s+/g, ' ');

const editions = REPORTS.flatMap((name) =>
  LANGUAGES.flatMap((lang) => PAPERS.map((paper) => ({ name, lang, paper }))),
);

describe.each(editions)('the $name in $lang on $paper', ({ name, lang, paper }) => {
  it('is printed whole, in its language, with its figures and its footer', async () => {
    const { drawn, pages, pdf } = await print({ report: name, ...REQUESTS[name], lang, paper });
    // Margins at the side are 16 mm; a document with something too wide in it would be shrunk as a whole.
    assertPrintedWhole(pdf, { margin: 45, textSize: textSizeOf(drawn.html) });
    expect(pdf).toMatchObject({ title: drawn.title, language: lang, tagged: true });
    expect(structureFaults(pdf)).toEqual([]);
    expect(faultsOf(drawn.html, pdf)).toEqual([]);
    expect(pdf.created).toBe("D:20170630235959+00'00'");
    expect(pages).toBe(pdf.pages.length);
    expect(spaced(pdf.pages[0]?.text ?? '')).toContain(spaced(HEADLINES[name][lang]));
    expect(flat(pdf.bookmarks)).toEqual(headingsOf(drawn.html));
    for (const font of pdf.fonts) {
      expect(font).toEqual({
        name: expect.stringMatching(/IBMPlexSans-(Regular|SemiBold)$/),
        embedded: true,
      });
    }
    pdf.pages.forEach((page, index) => {
      expect([Math.round(page.width), Math.round(page.height)]).toEqual(SIZES[paper]);
      expect(page.images).toBe(0);
      expect(spaced(page.furniture)).toContain(spaced(drawn.title));
      expect(spaced(page.furniture)).toContain(
        spaced(FOOTERS[lang](drawn.hash.slice(0, 8), index + 1, pages)),
      );
    });
  });
});

describe('the portfolio', () => {
  let pdf: PdfContents;
  let text: string;
  beforeAll(async () => {
    ({ pdf } = await print({ report: 'portfolio', period: '2017-06' }));
    text = textOf(pdf);
  });

  it('shows officials trained from every side, as worked by hand', () => {
    // Where a table goes on, its head is said again.
    expect(text.replaceAll('Country or region Total Approximate Undated ', '')).toContain(
      'Antigua and Barbuda 45 45 0 Costa Rica 37 0 0 Barbados 22 0 22 Dominican Republic 15 0 0 Chile 4 0 0 Total 123 45 22',
    );
    expect(text).toMatch(
      /Canada 45 45 0 European Union 37 0 0 United States Counter- ?Terrorism Bureau 19 0 0 No donor recorded 22 0 22/,
    );
    expect(text).toContain('2017 to 30 Jun 101 45 0 Undated 22 0 22 Total 123 45 22');
    expect(text).toContain('Officials trained by sex: male 15, female 7 and not recorded 101');
    expect(text).toContain('By donor, figures say what a donor contributed to.');
  });

  it('shows every indicator in June, in May and to date', () => {
    expect(text).toContain('Officials trained 101 not reported 123 78 45 22');
    expect(text).toContain('People informed 370 not reported 370 370 0 0');
    expect(text).toContain('Documents produced 16 not reported 17 17 0 1');
    expect(text).toContain('Companies reached 180 not reported 180 180 0 0');
    expect(text).toContain('Programmes coordinated with 14 of 17 not reported 14 of 17');
    expect(text).toContain('Companies in pilot 5 not reported 5 5 0 0');
  });

  it('sets targets beside actuals, and what is not reported is not zero', () => {
    expect(text).toContain('5 targets have no reported result');
    expect(text).toMatch(
      /Officials trained, on-site · Inter-.{0,80}OAS member states at least 340 not reported/,
    );
    expect(text).toMatch(/Officials trained, online · Inter-.{0,80}OAS member states 200,000 not reported/);
  });

  it('says first what changed since the end of May, and that no issue stands behind it', () => {
    expect(pdf.pages[0]?.text).toMatch(
      /What changed 27 new figures since the end of May 2017\. There is no earlier issue: compared with the figures up to 31 May 2017, as known today\./,
    );
    // Undated figures count to date, so in May too; what ended in June are the 101 and the 16.
    expect(text).toContain(
      'Officials trained 22, undated 123, of which 45 approximate and 22 undated about +101',
    );
    expect(text).toContain('Documents produced 1, undated 17, of which 1 undated +16');
    // From 22, and from 1, there is no percentage (rule 5).
    expect(text).not.toContain('+459%');
    expect(text).not.toContain('+1,600%');
    expect(text).toContain('People informed not reported 370 n/a');
  });

  it('counts programmes, and says that its money is made up', () => {
    expect(text).toContain('12 programmes, 16 with their activities');
    expect(text).toContain('Amounts of money in this report are illustrative');
    expect(text).toContain('US dollars, to date at 30 June 2017 · illustrative');
  });

  it('has a bookmark for every section and figure, in order', () => {
    expect(pdf.bookmarks.map(({ title }) => title)).toEqual(['June 2017']);
    expect(sectionsOf(pdf)).toEqual([
      'What changed',
      'Officials trained, up to 30 June 2017: 123, of which 45 approximate and 22 undated',
      'People informed, up to 30 June 2017: 370',
      'Documents produced, up to 30 June 2017: 17, of which 1 undated',
      'All indicators',
      'Targets',
      'Funding, up to 30 June 2017',
      'Programmes',
      'How we count',
      'Gaps in the record',
    ]);
    expect(
      bookmarksBelow(
        pdf,
        'Officials trained, up to 30 June 2017: 123, of which 45 approximate and 22 undated',
      ),
    ).toEqual(
      expect.arrayContaining([
        'Officials trained by country: most in Antigua and Barbuda (about 45)',
        // Of no other pillar anything is reported.
        'Officials trained by pillar: all in Multidimensional security (123)',
      ]),
    );
  });

  it('draws its charts with every value in their alternative text', () => {
    const figures = pdf.pages
      .flatMap((page) => allTags(page.tags))
      .filter(({ role, alt }) => role === 'Figure' && alt !== null);
    // The map, pillars, roles and sexes of officials, pillars of what was produced, ways and years of money, and programmes on
    // a time line; what else has bars is a table that says every value itself.
    expect(figures).toHaveLength(8);
    expect(new Set(figures.map(({ alt }) => alt)).size).toBe(figures.length);
    const onMap = figures.find(({ alt }) => alt?.startsWith('Officials trained on the map'));
    expect(onMap?.alt).toContain(
      'Antigua and Barbuda about 45; Costa Rica 37; Barbados 22; Dominican Republic 15; Chile 4.',
    );
    const flow = figures.find(({ alt }) => alt?.startsWith('Disbursements from donor to pillar to country'));
    // All of it goes through one pillar (seeds/programs.csv), so that each band is what its donor or its place has.
    expect(flow?.alt).toContain('Pillar: Multidimensional security US$3.5m.');
    expect(flow?.alt).toContain('Canada → Multidimensional security US$490,827.67');
    expect(flow?.alt).toContain('Multidimensional security → Costa Rica US$256,493.30');
    const inTime = figures.find(({ alt }) => alt?.startsWith('On a time line, the 7 that began last'));
    expect(inTime?.alt).toContain('Tourism Security Program Ongoing, since 2016');
  });

  it('repeats the head of a table that goes on', () => {
    const heads = pdf.pages.filter((page) =>
      page.text.includes('Programme Status Period Country or region Donor'),
    );
    expect(heads.length).toBeGreaterThan(0);
    const tags = pdf.pages.flatMap((page) => allTags(page.tags)).map(({ role }) => role);
    expect(tags).toEqual(expect.arrayContaining(['H1', 'H2', 'H3', 'Table', 'TR', 'TH', 'TD', 'L', 'LI']));
  });

  it('is the same file when it is printed again', async () => {
    const [one, two] = [
      await print({ report: 'portfolio', period: '2017-06' }),
      await print({ report: 'portfolio', period: '2017-06' }),
    ];
    expect(Buffer.from(one.bytes).equals(Buffer.from(two.bytes))).toBe(true);
  });
});

describe('the fact sheet of Chile', () => {
  it('has the six programmes of the old sheet, each with its fields', async () => {
    const { pdf } = await print({ report: 'country-fact-sheet', period: '2017-06', country: 'CL' });
    const [inTime, ...programs] = bookmarksBelow(pdf, 'Programmes') ?? [];
    expect(inTime).toBe('Programmes on a time line: 4 ongoing and 1 planned');
    // A sheet is put where it fits: in which order they stand is not said.
    expect(programs.toSorted()).toEqual([
      'Cargo and Container Security Program (Chile)',
      'Fortifying Authorized Economic Operator Programs in the Hemisphere',
      'Inter-American Network for Police Development and Professionalization',
      'Inter-American Network for the Prevention of Violence and Crime',
      'National Supply Chain Security Workshop (Chile)',
      'UNSCR 1540 (2004) Implementation Program',
    ]);
    const text = textOf(pdf);
    for (const field of ['Pillar', 'Target beneficiaries', 'Countries and regions', 'Objectives']) {
      expect(text.split(field).length - 1).toBeGreaterThanOrEqual(6);
    }
    // What is not recorded has no row; what that is stands once among the gaps.
    expect(text).not.toContain('Not recorded');
    expect(text).toMatch(
      /programmes or activities with details missing .*UNSCR 1540 \(2004\) Implementation Program: Dates/,
    );
    // Five programmes that run in Chile, and an activity whose programme is a regional one.
    expect(text).toContain('6 programmes including 1 activity whose programme is not counted here');
    expect(text).toContain('Activity of: Maritime Security Program');
    // By what they do, and not in order of their names.
    expect(text).toContain(
      'Implementing: Inter-American Committee against Terrorism (CICTE) · Partner: Canada Border Services Agency, United States Customs and Border Protection',
    );
    // Which of the old sheets said a text is nothing that its reader knows.
    expect(text).not.toContain('From the fact sheet');
    expect(text).toContain('http://www.oas.org/en/sms/cicte/default.asp');
    expect(text).toContain(
      'Officials trained 4 Specialized training in supply chain security · authorised economic operator official 2014 – June 2017',
    );
  });
});
describe('the first page of a fact sheet', () => {
  // Every country for whose programmes money is recorded; of June alone, and of a year that runs, which is said above it.
  it.each(['2017-06', '2017'])('says who pays, wherever anybody does, of %s', async (period) => {
    for (const country of ['BZ', 'CL', 'CR', 'DO', 'GT', 'HN', 'MX', 'NI', 'PA', 'SV']) {
      const { html } = await reports.draw(EVERYTHING, { report: 'country-fact-sheet', period, country });
      expect({ country, says: html.includes('id="disbursement-by-donor-first"') }).toEqual({
        country,
        says: true,
      });
    }
  });

  // Those with the least room for it.
  it.each(['CL', 'CR', 'DO'].flatMap((country) => PAPERS.map((paper) => ({ country, paper }))))(
    'is one page in $country on $paper',
    async ({ country, paper }) => {
      const { drawn, pdf } = await print({ report: 'country-fact-sheet', period: '2017-06', country, paper });
      expect(pdf.pages[0]?.text).toContain('Disbursements by donor');
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
    },
  );
});
describe.each(PAPERS)(
  'the fact sheet of Haiti, of which nothing but regional programmes is recorded, on %s',
  (paper) => {
    it('has full pages, and does not say that nothing is recorded', async () => {
      const { drawn, pdf } = await print({
        report: 'country-fact-sheet',
        period: '2017-06',
        country: 'HT',
        paper,
      });
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
      const text = textOf(pdf);
      expect(text).toContain('3 programmes');
      expect(text).not.toContain('Nothing is recorded here');
    });
  },
);

describe('the funding summary of Italy', () => {
  it('holds nobody else’s money and no other donor’s name, though others fund the same programme', async () => {
    const { pdf } = await print({ report: 'donor-funding-summary', period: '2017-06', donor: 'italy' });
    const text = textOf(pdf);
    expect(sectionsOf(pdf)).toContain('Every transaction');
    // docs/decisions/donors-see-themselves.md
    expect(text).not.toMatch(/Honduras|Development Bank/);
    // What the bank and Honduras committed in dollars, and Italy in euros (seeds/transactions.csv, NET-POL).
    expect(text).not.toMatch(/453,998\.40|151,332\.75/);
    expect(text).toContain('€302,665.60');
  });
});

describe('the funding summary of Canada', () => {
  it('says what was achieved with its money, and lists apart what moved in the period', async () => {
    const { pdf } = await print({ report: 'donor-funding-summary', period: '2017-06', donor: 'canada' });
    const text = textOf(pdf);
    // Of the four programmes it pays, one has reported: the workshop in Antigua and Barbuda, about 45.
    expect(text).toContain('1 of 4 programmes and activities with money or results has reported a result');
    expect(text).toMatch(
      /Needs Assessment and Risk Management Workshop \(Antigua and Barbuda\) Not recorded about 45/,
    );
    expect(text).toMatch(/Cargo and Container Security Program \(Chile\) US\$135,299\.66 not reported/);
    // seeds/transactions.csv: expenditure of 1 June 2017; all disbursements are from before.
    expect(text).toMatch(/2 expenditures, June 2017 .*CA\$73,779\.89 .*CA\$158,899\.43/);
    expect(text).toContain('5 disbursements, before June 2017');
  });
});
