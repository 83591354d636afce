import { ROLE_RIGHTS } from '../access/fixtures/role-rights.ts';
import { makeReferenceView } from '../analytics/fixtures/reference-view.ts';
import type { Facts } from '../core/facts.ts';
import { makeNarrative, makeResult } from '../core/fixtures/facts.ts';
import { referencePortfolio } from '../core/fixtures/reference-portfolio.ts';
import type { Transaction } from '../core/funding.ts';
import type { Tile } from '../core/report/block.ts';
import { LANGUAGES } from '../core/text.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { type CopiedReport, reportCopy } from './report-copy.ts';
import { csvOf, drawReport, type ReportDocument } from './report-document.ts';
import { type ReportRequest, readRequest } from './report-request.ts';

type Drawn = ReportDocument & { readonly title: string; readonly headlines: readonly Tile[] };

interface Given {
  readonly facts?: Facts;
  readonly today?: string;
}

function copyOf(
  request: Partial<ReportRequest>,
  { facts = referencePortfolio, today = '2017-07-01' }: Given = {},
): Promise<CopiedReport> {
  const order = readRequest({ report: 'portfolio', period: '2017-06', ...request }, ROLE_RIGHTS, today);
  const { scope, filter, cutOff, period, language } = order;
  const view = makeReferenceView({
    scope,
    facts: scopedFacts(scope, facts, facts),
    filter,
    today: cutOff,
    language,
    period,
  });
  return reportCopy(order, view);
}

async function documentOf(request: Partial<ReportRequest>, given: Given = {}): Promise<Drawn> {
  const { copy } = await copyOf(request, given);
  const { words, content } = copy;
  // As a thread is given it: no function goes there.
  return { ...drawReport(structuredClone(copy), ''), title: words.title, headlines: content.tiles };
}

/** What a reader reads, tags aside. */
const textOf = ({ html }: ReportDocument) =>
  html
    .replace(/<(style|svg)[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');

function given(id: string, program: string, provider: string, amountMinor: number): Transaction {
  return {
    id,
    program,
    type: 'disbursement',
    valueDate: '2017-06-10',
    amountMinor,
    currency: 'USD',
    provider,
    receiver: null,
    place: null,
    illustrative: false,
    conversion: { amountMinor, rate: '1', rateDate: '2017-06-10', source: 'test' },
    note: null,
    noteFor: null,
  };
}

describe('a report', () => {
  it('bears the hash of its figures, the same in every language and on every paper', async () => {
    const documents = await Promise.all(
      LANGUAGES.flatMap((lang) => ['a4', 'letter'].map((paper) => documentOf({ lang, paper }))),
    );
    const [first, ...others] = documents.map(({ hash }) => hash);
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect(new Set(others)).toEqual(new Set([first]));
    expect(new Set(documents.map(({ html }) => html)).size).toBe(LANGUAGES.length);
    for (const { footer } of documents) expect(footer.end).toContain(first?.slice(0, 8));
  });

  it.each([{}, { report: 'country-fact-sheet', country: 'CR' }])(
    'draws its charts in the colours that an organisation may choose ($report)',
    async (request) => {
      const { html } = await documentOf(request);
      const painted = html.match(/(?:fill|stroke)="[^"]*"/g) ?? [];
      expect(painted.filter((paint) => paint.includes('var(--series-1,')).length).toBeGreaterThan(0);
      expect(painted.filter((paint) => paint.includes('="#'))).toEqual([]);
    },
  );

  it.each([
    {},
    { report: 'country-fact-sheet', country: 'CL' },
    { report: 'donor-funding-summary', donor: 'canada' },
  ])('has French spaces before its colons and semicolons ($report)', async (request) => {
    const text = textOf(await documentOf({ ...request, lang: 'fr' }));
    expect(text.match(/.{0,30}\p{L}[:;](?= ).{0,10}/gu) ?? []).toEqual([]);
  });

  it('says in which quarter as each language does', async () => {
    const noteIn = async (lang: string) => {
      const { headlines } = await documentOf({ period: '2017-Q2', lang });
      return headlines.find(({ id }) => id === 'officials-trained')?.note;
    };
    const notes = await Promise.all(LANGUAGES.map(noteIn));
    for (const [at, words] of [
      'ended in the second quarter of 2017',
      'terminaron en el segundo trimestre de 2017',
      'terminaram no segundo trimestre de 2017',
      'achevées au deuxième trimestre de 2017',
    ].entries())
      expect(notes[at]).toContain(words);
  });

  it('says in its headings which sections count to date and not in its period', async () => {
    const headings = async (request: Partial<ReportRequest>) =>
      [...(await documentOf(request)).html.matchAll(/<h2[^>]*>([^<]*)</g)].map(([, title]) => title);
    const portfolio = await headings({});
    expect(portfolio).toContain(
      'Officials-trained, up to 30 June 2017: 123, of which 45 approximate and 22 undated',
    );
    expect(portfolio).toContain('Funding, up to 30 June 2017');
    expect(await headings({ report: 'country-fact-sheet', country: 'CL', lang: 'es' })).toContain(
      'Financiamiento, hasta el 30 de junio de 2017',
    );
    const donor = { report: 'donor-funding-summary', donor: 'canada' } as const;
    expect(await headings({ ...donor, lang: 'pt' })).toEqual(
      expect.arrayContaining([
        'Para que contribuiu, até 30 de junho de 2017',
        'Financiamento, até 30 de junho de 2017',
      ]),
    );
    expect(await headings({ ...donor, lang: 'fr' })).toEqual(
      expect.arrayContaining([
        'Ce à quoi il a contribué, jusqu’au 30 juin 2017',
        'Financements, jusqu’au 30 juin 2017',
      ]),
    );
  });

  it('is the same text when it is drawn again', async () => {
    expect((await documentOf({})).html).toBe((await documentOf({})).html);
  });

  it('keeps its hash when a word is corrected, and not when a figure is', async () => {
    const { hash, html } = await documentOf({});
    const renamed = referencePortfolio.programs.map((program) =>
      program.code === 'TOUR' ? { ...program, title: { en: 'Tourism' } } : program,
    );
    const corrected = referencePortfolio.results.map((result) =>
      result.value === 45 ? { ...result, value: 46 } : result,
    );
    const withWord = await documentOf({}, { facts: { ...referencePortfolio, programs: renamed } });
    expect(withWord.hash).toBe(hash);
    expect(withWord.html).not.toBe(html);
    const withFigure = await documentOf({}, { facts: { ...referencePortfolio, results: corrected } });
    expect(withFigure.hash).not.toBe(hash);
  });

  it('has another hash for another period, slice or report', async () => {
    const documents = await Promise.all([
      documentOf({}),
      documentOf({ period: '2017-Q2' }),
      documentOf({ pillar: 'multidimensional-security' }),
      documentOf({ report: 'country-fact-sheet', country: 'CR' }),
      documentOf({ report: 'country-fact-sheet', country: 'CL' }),
      documentOf({}, { today: '2017-06-30' }),
    ]);
    const hashes = documents.map(({ hash }) => hash);
    // The last differs in nothing: the figures are those of the whole month, be its last day over or not.
    expect(new Set(hashes).size).toBe(hashes.length - 1);
  });

  it('is titled by what it is, of what and of when', async () => {
    expect((await documentOf({})).title).toBe('Portfolio report, June 2017');
    const sheet = await documentOf({ report: 'country-fact-sheet', country: 'CR', lang: 'es' });
    expect(sheet.title).toBe('Ficha informativa del país: Costa Rica, junio de 2017');
  });

  it('says that its period is still running', async () => {
    expect(textOf(await documentOf({}, { today: '2017-06-15' }))).toContain(
      'This period is still running. Figures are those up to 15 June 2017.',
    );
    expect(textOf(await documentOf({}))).not.toContain('still running');
  });

  it('escapes what the data hold', async () => {
    const programs = referencePortfolio.programs.map((program) => ({
      ...program,
      title: { en: '<script>alert(1)</script></style>' },
    }));
    const { html } = await documentOf({}, { facts: { ...referencePortfolio, programs } });
    expect(html).not.toMatch(/<script|alert\(1\)<\/script>/);
    expect(html).toContain('&lt;script>alert(1)');
  });
});

describe('a country fact sheet', () => {
  let chile: Drawn;
  beforeAll(async () => {
    chile = await documentOf({ report: 'country-fact-sheet', country: 'CL' });
  });

  it('has every programme of the old sheet, each a heading', async () => {
    const titles = [...chile.html.matchAll(/<h3[^>]*>([^<]*)<\/h3>/g)].map(([, title]) => title);
    expect(titles).toEqual(
      expect.arrayContaining(['AEO', 'CARGO-CL', 'MAR-CL', 'NET-POL', 'NET-PREV', 'R1540']),
    );
    expect(chile.headlines[0]).toMatchObject({ id: 'programs', value: '6' });
  });

  it('has of each what is known, and says once what the record lacks', async () => {
    const [, sheet = ''] = chile.html.split('>NET-POL</h3>');
    const [own = ''] = sheet.split('<section');
    const terms = [...own.matchAll(/<(?:dt|h4|span class="strong")>([^<]*)</g)].map(([, term]) => term);
    // The reference in memory has no texts: no beneficiaries, no summary, no objectives, no address.
    expect(terms).toEqual([
      'Pillar',
      'Dates',
      'Donors',
      'Countries and regions',
      'Results achieved',
      'Targets',
      'Implementing organisations and partners.',
    ]);
    expect(own).toMatch(/<dt>Donors<\/dt><dd>[^<]*Italy/);
    expect(own).not.toContain('Not recorded');
    const [, gap = ''] = chile.html.split('id="gap-not-filled-in"');
    expect(gap).toContain(
      'AEO: Target beneficiaries, Additional information, Summary of the programme, Objectives and Unit in charge',
    );
  });

  it('draws on its first page where the country is, what became of it and who pays', async () => {
    const costaRica = await documentOf({ report: 'country-fact-sheet', country: 'CR' });
    const [, picture = ''] = costaRica.html.split(/class="picture(?:-wide)?"/);
    expect(picture).toMatch(
      /aria-label="On the map\. People[^"]*Costa Rica 37\."|aria-label="On the map\. [^"]*Costa Rica 37/,
    );
    expect(textOf(costaRica)).toContain('to date, all for periods that ended in June 2017');
  });
});

describe('a headline figure', () => {
  const tilesOf = async (request: Partial<ReportRequest>, facts?: Facts) => {
    const { headlines } = await documentOf(request, facts === undefined ? {} : { facts });
    return new Map(
      headlines.map(({ id, value, label, note, changes }) => [id, { value, label, note, changes }]),
    );
  };
  const paid = [
    { ...given('a', 'NET-POL', 'italy', 500_00), valueDate: '2015-03-01' },
    { ...given('b', 'NET-POL', 'italy', 300_00), valueDate: '2016-03-01' },
    { ...given('c', 'NET-POL', 'italy', 100_00), valueDate: '2017-03-01' },
  ];
  const facts = { ...referencePortfolio, transactions: paid };

  it('is of the period, beside what stands to the time before, and says what is to date', async () => {
    const tiles = await tilesOf({ period: '2017' }, facts);
    // 45 of Antigua, 37 of Costa Rica, 15 and 4 of the operators; the 22 of Barbados are undated.
    expect(tiles.get('officials-trained')).toMatchObject({
      value: '101',
      note: expect.stringMatching(
        /^for periods that ended in 2017 · of which 45 approximate · to date: 123, /,
      ),
    });
    expect(tiles.get('disbursement')).toMatchObject({
      value: 'US$100',
      note: expect.stringMatching(/^in 2017 · to date: US\$900/),
    });
    // Of 2017 only what lies before July has come: 2016 stands beside it by the same days.
    expect(tiles.get('disbursement')?.changes?.join()).toMatch(/−US\$200 \(−67%\)/);
  });

  it('says that a period has none, and what is to date', async () => {
    const tiles = await tilesOf({ period: '2017-04' }, facts);
    expect(tiles.get('disbursement')).toMatchObject({
      value: 'nothing in the period',
      note: expect.stringContaining('in April 2017 · to date: US$900'),
    });
    expect(tiles.get('officials-trained')).toMatchObject({
      value: 'not reported',
      note: 'for periods that ended in April 2017 · to date: 22, undated',
    });
  });
});

describe('money below zero', () => {
  // 500 in 2016; of 2017 100 came and 300 went back.
  const facts = {
    ...referencePortfolio,
    transactions: [
      { ...given('a', 'NET-POL', 'italy', 500_00), valueDate: '2016-03-01' },
      { ...given('b', 'NET-POL', 'italy', 100_00), valueDate: '2017-03-01' },
      { ...given('c', 'NET-POL', 'italy', -300_00), valueDate: '2017-04-01' },
    ],
  };

  it.each([
    ['en', '−US$200', 'disbursed: refunds and corrections exceed payments'],
    ['es', '−US$ 200', 'en desembolsos: las devoluciones y correcciones superan los pagos'],
    ['pt', '−US$ 200', 'em desembolsos: devoluções e correções superam os pagamentos'],
    ['fr', '−200 $ US', 'en décaissements : remboursements et corrections dépassent les versements'],
  ])('is a headline figure that says why, in %s', async (lang, value, label) => {
    const { headlines } = await documentOf({ period: '2017', lang }, { facts });
    const tile = headlines.find(({ id }) => id === 'disbursement');
    expect([tile?.value, tile?.label].map((text) => text?.replace(/\s/g, ' '))).toEqual([value, label]);
  });

  it('is explained beneath the figures that have it, and beneath no other', async () => {
    const { html } = await documentOf({ period: '2017' }, { facts });
    const figure = (id: string) => html.split(`id="${id}"`)[1]?.split('<h3')[1] ?? '';
    const why = 'Below zero: refunds and corrections exceed payments.';
    expect(figure('disbursement-by-year')).toContain(why);
    expect(figure('disbursement-by-donor')).not.toContain(why);
  });
});

describe('a year of which a report counts a part', () => {
  const yearOf = async (period: string) => {
    const { html } = await documentOf({ period }, { today: '2018-02-01' });
    const [, rows = ''] = html.split('id="results-by-year"');
    return /<th scope="row"[^>]*>.{0,120}?(2017[^<]*)</s.exec(rows)?.[1];
  };

  it('says up to which day, and of a whole year nothing', async () => {
    expect(await yearOf('2017-06')).toBe('2017 to 30 Jun');
    expect(await yearOf('2017')).toBe('2017');
  });
});

describe('a text for the organisation alone', () => {
  const facts: Facts = {
    ...referencePortfolio,
    programs: referencePortfolio.programs.map((each) =>
      each.code === 'CARGO-CL'
        ? {
            ...each,
            summary: { en: 'Open summary' },
            objectives: { en: 'Kept objectives' },
            objectivesFor: 'organisation',
            note: { en: 'Kept note' },
            noteFor: 'organisation',
          }
        : each,
    ),
    results: [
      ...referencePortfolio.results,
      makeResult('open', 'CARGO-CL', 11, {
        place: 'CL',
        periodEnd: '2017-05-31',
        note: { en: 'open note of 11' },
      }),
      makeResult('kept', 'CARGO-CL', 12, {
        ...{ place: 'CL', periodEnd: '2017-05-30' },
        ...{ note: { en: 'kept note of 12' }, noteFor: 'organisation' },
      }),
    ],
    narratives: [
      makeNarrative('open', 'CARGO-CL', { text: { en: 'Open words' } }),
      makeNarrative('kept', 'CARGO-CL', { text: { en: 'Kept words' }, textFor: 'organisation' }),
    ],
  };
  const SHEET = { report: 'country-fact-sheet', country: 'CL' } as const;

  it('is on no paper, whoever has it made', async () => {
    const sheet = textOf(await documentOf(SHEET, { facts }));
    for (const open of ['Open summary', 'open note of 11', 'Open words']) expect(sheet).toContain(open);
    expect(sheet.match(/kept \w+|organisation alone/gi) ?? []).toEqual([]);
    const portfolio = textOf(await documentOf({ period: '2017-05' }, { facts }));
    expect(portfolio).toContain('open note of 11');
    expect(portfolio).not.toMatch(/kept note/i);
  });

  it('is not said to be missing from the record', async () => {
    const { copy } = await copyOf(SHEET, { facts });
    const gap = copy.content.gaps.find(({ id }) => id === 'not-filled-in');
    const cargo = gap?.items.find(({ text }) => text.startsWith('CARGO-CL'));
    expect(cargo?.text ?? '').not.toMatch(/Objectives|Note/);
  });

  it('is in the files that its readers calculate with, with whose it is', async () => {
    const { copy, whole } = await copyOf(SHEET, { facts });
    const csv = csvOf(copy, await whole());
    for (const said of ['kept note of 12', 'Kept words', 'open note of 11']) expect(csv).toContain(said);
    expect(csv).toMatch(/kept note of 12.*organisation/);
  });
});

describe('a donor funding summary', () => {
  const facts = {
    ...referencePortfolio,
    transactions: [given('t1', 'NET-POL', 'italy', 111100), given('t2', 'NET-POL', 'honduras', 222200)],
  };
  let italy: Drawn;
  beforeAll(async () => {
    italy = await documentOf({ report: 'donor-funding-summary', donor: 'italy' }, { facts });
  });

  it('shows the money of its donor, and of no other donor of the same programme', async () => {
    expect(textOf(italy)).toContain('US$1,111.00');
    expect(textOf(italy)).not.toMatch(/2,222|3,333|Honduras/);
    expect(JSON.stringify(italy.snapshot)).not.toMatch(/222200|333300/);
  });

  it('says that what it contributed to must not be summed', async () => {
    expect(textOf(italy)).toContain('the rows must not be summed');
  });
});
