import type { Facts } from '../../src/core/facts.ts';
import { makeNarrative } from '../../src/core/fixtures/facts.ts';
import { NARRATIVE_SECTIONS } from '../../src/core/narratives/narrative.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import type { ReportRequest } from '../../src/reporting/report-request.ts';
import { withOtherScripts } from '../../src/web/styles/fonts.adapter.ts';
import { type PdfBookmark, readPdf } from '../support/pdf.ts';
import { drawnFrom, portfolioOf } from './portfolios.fixture.ts';
import { bodyPages, faultsOf } from './report-faults.ts';

const renderer = new PdfRenderer({ browserPath: null }, { timeoutMs: 120_000 });
afterAll(() => renderer.close());

const SENTENCE = 'Those responsible met and agreed on what each of them would do. ';

/** A portfolio of a few programmes of one country, each of which tells something, in so many sentences. */
function factsOf(programs: number, sentences: (program: number, section: number) => number): Facts {
  const facts = portfolioOf({ programs, countries: 1, titles: 'short' });
  return {
    ...facts,
    narratives: facts.programs.flatMap(({ code }, program) =>
      NARRATIVE_SECTIONS.flatMap((section, at) => {
        const many = sentences(program, at);
        const text = `Of ${section} of ${code}. ${SENTENCE.repeat(many)}\n\n- One: [no-such-figure]\n- Another`;
        return many === 0
          ? []
          : [
              makeNarrative(`${code} ${section}`, code, {
                section,
                text: { en: text },
                periodEnd: '2016-12-31',
                datePrecision: 'year',
                sheet: { en: 'all five' },
              }),
            ];
      }),
    ),
  };
}

async function print(facts: Facts, request: Partial<ReportRequest>) {
  const drawn = await drawnFrom(facts, {
    report: 'country-fact-sheet',
    period: '2017-06',
    country: 'AF',
    ...request,
  });
  const { footer } = drawn;
  const { bytes } = await renderer.render({
    html: withOtherScripts(drawn.html, [footer.start, footer.end]),
    paper: request.paper === 'letter' ? 'letter' : 'a4',
    date: new Date('2017-06-30T23:59:59Z'),
    footer,
  });
  return { drawn, pdf: await readPdf(bytes) };
}

const titlesIn = (bookmarks: readonly PdfBookmark[]): readonly string[] =>
  bookmarks.flatMap(({ title, children }) => [title.replace(/\s+/g, ' '), ...titlesIn(children)]);

describe('the words of a fact sheet', () => {
  it.each([
    ['of one programme, in a few lines', 1, () => 1, 'en', 'a4'],
    [
      'of some, some of them long',
      5,
      (program: number, section: number) => (program * 7 + section * 3) % 20,
      'es',
      'letter',
    ],
    ['of seven, longer than there is room', 7, () => 60, 'fr', 'a4'],
    ['of more than have a sheet', 12, (_: number, section: number) => 4 * section, 'pt', 'a4'],
  ] as const)(
    '%s, break as text does, and leave no page empty',
    async (_, programs, sentences, lang, paper) => {
      const { drawn, pdf } = await print(factsOf(programs, sentences), { lang, paper });
      expect(faultsOf(drawn.html, pdf)).toEqual([]);
      expect(bodyPages(drawn.html, pdf)).toBeLessThanOrEqual(15);
      const headings = [...drawn.html.matchAll(/<h[1-4][^>]*>([^<]*)<\/h[1-4]>/g)].map(([, title = '']) =>
        title.replaceAll('&amp;', '&').replace(/\s+/g, ' '),
      );
      expect(titlesIn(pdf.bookmarks)).toEqual(headings);
    },
    300_000,
  );

  it('say what the record says, with figures that are not there as not available', async () => {
    const { pdf } = await print(
      factsOf(1, () => 1),
      {},
    );
    const text = pdf.pages.map((page) => page.text).join(' ');
    expect(text).toMatch(/In words/);
    // Which sheet a text came from is not said on paper.
    expect(text).toMatch(/Background 2016 Of background of .*?\. Those responsible met/);
    expect(text).toMatch(/One: n\/a/);
    expect(text).toMatch(/What comes next 2016/);
  });
});
