import { eq } from 'drizzle-orm';
import { EVERYTHING } from '../../src/access/index.ts';
import { DomainError } from '../../src/core/errors.ts';
import { canonicalJson } from '../../src/core/report/snapshot.ts';
import type { PdfRequest } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { PdfRenderer } from '../../src/platform/browser/pdf-renderer.adapter.ts';
import { type Issue, Reports } from '../../src/reporting/index.ts';
import { issues } from '../../src/reporting/issues.table.ts';
import { results } from '../../src/results/results.table.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const JUNE = { report: 'portfolio', period: '2017-06' } as const;
const sha256 = async (text: string) =>
  Buffer.from(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))).toString('hex');

async function refusalOf(work: Promise<unknown>): Promise<DomainError | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

eachEngine('reporting', (engine) => {
  let app: TestApp;
  let reports: Reports;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
    reports = app.nest.get(Reports);
  });
  afterAll(() => app.close());
  const stored = () => app.database.db.select().from(issues);

  describe('an issue', () => {
    let issue: Issue;
    beforeAll(async () => {
      issue = await reports.issue(JUNE);
    });

    it('is what an e-mail needs', () => {
      expect(issue).toMatchObject({
        ...JUNE,
        language: 'en',
        paper: 'a4',
        title: 'Portfolio report, June 2017',
        fileName: 'portfolio-2017-06-en.pdf',
        cutOff: '2017-06-30',
      });
      expect(issue.headlines.slice(0, 2)).toMatchObject([
        { id: 'programs', value: '12', note: '16 with their activities' },
        {
          id: 'officials-trained',
          value: '101',
          note: expect.stringMatching(
            /^for periods that ended in June 2017.*to date: 123, of which 45 approximate and 22 undated/,
          ),
        },
      ]);
      expect(issue.headlines.at(-1)).toMatchObject({ id: 'disbursement', illustrative: true });
      expect(Buffer.from(issue.pdf).toString('latin1', 0, 5)).toBe('%PDF-');
      expect(issue.pages).toBeGreaterThan(3);
    });

    it('is stored once with the snapshot that its hash is of', async () => {
      const [row, ...others] = await stored();
      expect(others).toEqual([]);
      expect(row).toMatchObject({ id: issue.id, origin: 'schedule', hash: issue.hash, pages: issue.pages });
      expect(row?.createdAt).toEqual(new Date('2017-07-01T12:00:00Z'));
      expect(await sha256(canonicalJson(row?.snapshot))).toBe(issue.hash);
      expect(row?.snapshot).toMatchObject({
        rules: 2,
        ...JUNE,
        cutOff: '2017-06-30',
        pillar: null,
        country: null,
        donor: null,
      });
      expect(row?.snapshot.blocks['results-by-country']?.rows).toEqual({
        AG: { value: 45, exact: 0, approximate: 45, undated: 0, denominator: null },
        CR: { value: 37, exact: 37, approximate: 0, undated: 0, denominator: null },
        BB: { value: 22, exact: 22, approximate: 0, undated: 22, denominator: null },
        DO: { value: 15, exact: 15, approximate: 0, undated: 0, denominator: null },
        CL: { value: 4, exact: 4, approximate: 0, undated: 0, denominator: null },
      });
      expect(row?.snapshot.blocks.indicators?.rows['officials-trained']).toMatchObject({
        in_period: 101,
        in_previous_period: null,
        to_date: 123,
      });
    });

    it('is also about a fiscal year, which is its twelve months', async () => {
      const months = { ...JUNE, period: '2016-07..2017-06' };
      const drawn = await reports.draw(EVERYTHING, months);
      // All that ended from July 2016 to June 2017 ended in June: 45 + 37 + 15 + 4; the 22 of Barbados have no date.
      expect(drawn.snapshot).toMatchObject({ period: '2016-07..2017-06', cutOff: '2017-06-30' });
      expect(drawn.snapshot.blocks.indicators?.rows['officials-trained']).toMatchObject({
        in_period: 101,
        in_previous_period: null,
        to_date: 123,
      });
      expect(drawn.title.replace(/\s/gu, ' ')).toContain('July 2016 – June 2017');
      // This organisation's fiscal year is the calendar's.
      expect((await reports.draw(EVERYTHING, { ...JUNE, period: 'FY2016' })).hash).toBe(
        (await reports.draw(EVERYTHING, { ...JUNE, period: '2016' })).hash,
      );
    });

    it('stays as it was sent when figures change, and a new report does not', async () => {
      const db = app.database.db;
      const [row] = await db.select().from(results).where(eq(results.value, 45));
      if (row === undefined) throw new Error('There is no figure of 45.');
      await db.update(results).set({ value: 46 }).where(eq(results.id, row.id));
      try {
        const again = await reports.issue(JUNE);
        expect(again.id).toBe(issue.id);
        expect(Buffer.from(again.pdf).equals(Buffer.from(issue.pdf))).toBe(true);
        expect(again.headlines).toEqual(issue.headlines);
        const drawn = await reports.draw(EVERYTHING, JUNE);
        expect(drawn.hash).not.toBe(issue.hash);
        expect(drawn.headlines[1]?.value).toBe('102');
      } finally {
        await db.update(results).set({ value: 45 }).where(eq(results.id, row.id));
      }
      expect((await reports.draw(EVERYTHING, JUNE)).hash).toBe(issue.hash);
    });

    it('is what the report of the next period says first what changed since', async () => {
      const db = app.database.db;
      const lede = async (request = {}) => {
        const { html } = await reports.draw(EVERYTHING, {
          report: 'portfolio',
          period: '2017-07',
          ...request,
        });
        return /<h2 id="section-news">.*?<\/h2><p>(.*?)<\/p>/s.exec(html)?.[1] ?? html;
      };
      const since = `Since the issue of June 2017 (${issue.hash.slice(0, 8)}, made on 1 July 2017)`;
      const unchanged = `${since}: no new figure, 0 entered late, 0 corrected, 0 withdrawn.`;
      expect(await lede()).toBe(unchanged);
      const hash = async () =>
        (await reports.draw(EVERYTHING, { report: 'portfolio', period: '2017-07' })).hash;
      const before = await hash();
      const figure = async (value: number) => {
        const [row] = await db.select().from(results).where(eq(results.value, value));
        if (row === undefined) throw new Error(`There is no figure of ${value}.`);
        return row;
      };
      const [corrected, withdrawn] = [await figure(45), await figure(370)];
      const set = (id: string, values: Partial<typeof results.$inferInsert>) =>
        db.update(results).set(values).where(eq(results.id, id));
      await set(corrected.id, { value: 46 });
      const by = { withdrawnAt: new Date('2017-07-01T12:00:00Z'), withdrawnBy: 'a manager' };
      try {
        await set(withdrawn.id, { status: 'withdrawn', reason: 'Counted twice.', ...by });
        expect(await lede()).toBe(`${since}: no new figure, 0 entered late, 1 corrected, 1 withdrawn.`);
        expect(await lede({ pillar: 'democracy' })).toMatch(/nothing is recorded up to 30 June 2017/);
        // Of a year there is no issue yet.
        expect(await lede({ period: '2017' })).toMatch(
          /There is no earlier issue: compared with the figures up to 31 December 2016, as known today\.$/,
        );
        const { html } = await reports.draw(EVERYTHING, { report: 'portfolio', period: '2017-07' });
        const text = html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
        // 123 as it was sent, of which the 45 are 46 now.
        expect(text).toMatch(
          /Officials trained 123, of which 45 approximate .{0,80}124, of which 46 approximate/,
        );
        expect(text).toContain('2 figures corrected, withdrawn or entered late');
        expect(text).toMatch(/Officials trained corrected about 45 about 46 /);
        expect(text).toMatch(/People informed withdrawn 370 – /);
        expect(text).toMatch(/People informed 370 not reported n\/a/);
      } finally {
        await set(corrected.id, { value: 45 });
        const { status, reason, withdrawnAt, withdrawnBy } = withdrawn;
        await set(withdrawn.id, { status, reason, withdrawnAt, withdrawnBy });
      }
      // Put right again, nothing is told; and the hash is of the report's own figures alone.
      expect([await lede(), await hash()]).toEqual([unchanged, before]);
    });

    it('is one, however many ask at once', async () => {
      const request = { ...JUNE, lang: 'fr', pillar: 'multidimensional-security' };
      const [one, two] = await Promise.all([reports.issue(request), reports.issue(request)]);
      expect(one.id).toBe(two.id);
      expect((await stored()).filter(({ lang }) => lang === 'fr')).toHaveLength(1);
      expect(one.title).toBe(
        'Rapport sur le portefeuille de programmes\u00a0: Sécurité multidimensionnelle, juin 2017',
      );
    });

    it('bears the same hash in another language, and is another issue', async () => {
      const spanish = await reports.issue({ ...JUNE, lang: 'es' });
      expect(spanish.hash).toBe(issue.hash);
      expect(spanish.id).not.toBe(issue.id);
    });

    it('is not made of a period that is not over', async () => {
      expect(await refusalOf(reports.issue({ ...JUNE, period: '2017-07' }))).toMatchObject({
        code: 'REPORT.NOT_OVER',
      });
      expect(await refusalOf(reports.issue({ ...JUNE, period: '2017' }))).toMatchObject({
        code: 'REPORT.NOT_OVER',
      });
    });

    it('is found by its id, and nothing else is', async () => {
      expect((await reports.find(EVERYTHING, issue.id)).hash).toBe(issue.hash);
      const unknown = '00000000-0000-8000-8000-000000000000';
      expect(await refusalOf(reports.find(EVERYTHING, unknown))).toMatchObject({ code: 'ISSUE.UNKNOWN' });
    });
  });

  describe('a report that cannot be made', () => {
    it('leaves no issue', async () => {
      const renderer = app.nest.get(PdfRenderer);
      const before = (await stored()).length;
      const render = renderer.render;
      renderer.render = (_: PdfRequest) =>
        Promise.reject(new DomainError('BROWSER.MISSING', 'There is no browser.', { kind: 'broken' }));
      try {
        const refusal = await refusalOf(reports.issue({ ...JUNE, paper: 'letter' }));
        expect(refusal).toMatchObject({ code: 'BROWSER.MISSING' });
      } finally {
        renderer.render = render;
      }
      expect(await stored()).toHaveLength(before);
    });
  });

  describe('over HTTP', () => {
    const get = (url: string, headers: Record<string, string> = {}) => app.nest.inject({ url, headers });
    const problem = async (url: string) => {
      const { statusCode, headers, body } = await get(url);
      expect(headers['content-type']).toContain('application/problem+json');
      return { status: statusCode, ...JSON.parse(body) } as Record<string, unknown>;
    };

    it('is a PDF with a name, which a reader who has it need not load again', async () => {
      const url =
        '/api/v1/reports/country-fact-sheet.pdf?period=2017-06&country=CR&lang=es&paper=letter&pillar=';
      const first = await get(url);
      expect(first.statusCode).toBe(200);
      expect(first.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="country-fact-sheet-2017-06-cr-es.pdf"',
        'cache-control': 'private, no-cache',
      });
      expect(first.rawPayload.toString('latin1', 0, 5)).toBe('%PDF-');
      const etag = String(first.headers.etag);
      expect(etag).toMatch(/^W\/"[\w-]{43}"$/);

      const again = await get(url, { 'if-none-match': `"x", ${etag}` });
      expect(again.statusCode).toBe(304);
      expect(again.rawPayload).toHaveLength(0);
      expect((await get(url.replace('letter', 'a4'), { 'if-none-match': etag })).statusCode).toBe(200);
    });

    it('is proved at the addresses that stand in print', async () => {
      const typed = await get('/p/officials-trained/2017-06?country=CR');
      expect([typed.statusCode, typed.headers.location]).toEqual([
        303,
        '/results?indicator=officials-trained&kind=actual&country=CR&to=2017-06-30',
      ]);
      const { body } = await get(`/api/v1${typed.headers.location}`);
      const values = [...body.matchAll(/"value":(\d+)/g)].map(([, value]) => Number(value));
      // Seven officials trained as trainers, and thirty at their workshop: the 37 of the fact sheet.
      expect([...new Set(values)].toSorted((a, b) => a - b)).toEqual([7, 30]);
      expect((await get('/p/officials-trained/soon')).statusCode).toBe(400);
    });

    it('is in the language that the browser prefers, unless the address says one', async () => {
      const name = async (query: string) => {
        const url = `/api/v1/reports/donor-funding-summary.pdf?period=2016&donor=canada${query}`;
        const { headers } = await get(url, { 'accept-language': 'pt-BR, en;q=0.5' });
        return headers['content-disposition'];
      };
      expect(await name('')).toContain('donor-funding-summary-2016-canada-pt.pdf');
      expect(await name('&lang=en')).toContain('donor-funding-summary-2016-canada-en.pdf');
    });

    it('is not there for what nobody knows, and says what to do', async () => {
      const of = '/api/v1/reports';
      expect(await problem(`${of}/portfolios.pdf?period=2017-06`)).toMatchObject({
        status: 404,
        code: 'REPORT.UNKNOWN',
        detail: 'There is no report "portfolios".',
        remedy: 'Choose one of portfolio, country-fact-sheet, donor-funding-summary.',
      });
      expect(await problem(`${of}/portfolio.pdf?period=June`)).toMatchObject({
        status: 400,
        code: 'REPORT.UNKNOWN_PERIOD',
      });
      expect(await problem(`${of}/portfolio.pdf`)).toMatchObject({
        status: 400,
        code: 'REQUEST.INVALID',
        detail:
          '"period": takes a month (2017-06), a quarter (2017-Q2), a year (2017), FY2017 or 2016-04..2017-03',
      });
      expect(await problem(`${of}/portfolio.pdf?period=2017-06&periode=2017`)).toMatchObject({
        status: 400,
        code: 'REQUEST.INVALID',
      });
      expect(await problem(`${of}/portfolio.pdf?period=2018-01`)).toMatchObject({
        status: 400,
        code: 'REPORT.NOT_BEGUN',
      });
      expect(await problem(`${of}/country-fact-sheet.pdf?period=2017-06`)).toMatchObject({
        status: 400,
        code: 'REPORT.SCOPE',
        detail: 'country-fact-sheet needs a country.',
      });
      expect(await problem(`${of}/country-fact-sheet.pdf?period=2017-06&country=cr`)).toMatchObject({
        status: 400,
        code: 'FILTER.UNKNOWN_COUNTRY',
        remedy: 'Did you mean CR?',
      });
      expect(await problem(`${of}/donor-funding-summary.pdf?period=2017-06&donor=atlantis`)).toMatchObject({
        status: 400,
        code: 'FILTER.UNKNOWN_DONOR',
      });
      // A partner that funds nothing.
      expect(await problem(`${of}/donor-funding-summary.pdf?period=2017-06&donor=iom`)).toMatchObject({
        status: 400,
        code: 'FILTER.UNKNOWN_DONOR',
      });
      expect(await problem(`${of}/portfolio.pdf?period=2017-06&lang=de`)).toMatchObject({
        status: 400,
        code: 'REPORT.UNKNOWN_LANGUAGE',
      });
      expect(await problem(`${of}/portfolio.pdf?period=2017-06&paper=a5`)).toMatchObject({
        status: 400,
        code: 'REPORT.UNKNOWN_PAPER',
      });
      expect(await problem(`${of}/portfolio.pdf?period=2017-06&annex=programs&annex=sheets`)).toMatchObject({
        status: 400,
        code: 'REPORT.UNKNOWN_ANNEX',
      });
      expect(await problem(`${of}/issues/1.pdf`)).toMatchObject({ status: 400, code: 'REQUEST.INVALID' });
    });

    it('has the annexes that a form names one by one, or an address with commas', async () => {
      const of = '/api/v1/reports/portfolio.pdf?period=2017-06&lang=en';
      const [plain, oneByOne, together] = await Promise.all(
        ['', '&annex=gaps&annex=targets', '&annex=targets,gaps'].map((annex) => get(`${of}${annex}`)),
      );
      expect(oneByOne?.rawPayload.equals(together?.rawPayload ?? Buffer.of())).toBe(true);
      expect(oneByOne?.headers.etag).not.toBe(plain?.headers.etag);
    });

    it('lists what was issued, each leading to the very file', async () => {
      const issue = await reports.issue(JUNE);
      const { statusCode, body } = await get('/reports?lang=en');
      expect(statusCode).toBe(200);
      const href = `/api/v1/reports/issues/${issue.id}.pdf`;
      expect(body).toContain(`<a href="${href}">Portfolio report, June 2017</a>`);
      const file = await get(href);
      expect(file.headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': 'inline; filename="portfolio-2017-06-en.pdf"',
        'cache-control': 'private, no-cache',
      });
      expect(file.rawPayload.equals(Buffer.from(issue.pdf))).toBe(true);
      expect((await get(href, { 'if-none-match': String(file.headers.etag) })).statusCode).toBe(304);
    });

    it('takes names where codes stand, and says whose a name may be', async () => {
      const { headers, statusCode } = await get(
        '/api/v1/reports/country-fact-sheet.csv?period=2017-06&country=costa%20ric&lang=en',
      );
      expect([statusCode, headers['content-disposition']]).toEqual([
        200,
        'attachment; filename="country-fact-sheet-2017-06-cr-en.csv"',
      ]);
      const unclear = await get('/api/v1/reports/country-fact-sheet.pdf?period=2017-06&country=domini');
      expect(unclear.statusCode).toBe(400);
      expect(unclear.json()).toMatchObject({ code: 'REQUEST.INVALID' });
      const page = await get('/api/v1/reports/country-fact-sheet.pdf?period=2017-06&country=domini', {
        accept: 'text/html',
      });
      expect(page.body).toContain('Dominica (DM), Dominican Republic (DO)');
    });

    it('offers a form for each report, with what it needs', async () => {
      const { body } = await get('/reports', { 'accept-language': 'fr' });
      expect(body).toContain('<html lang="fr">');
      const forms = [...body.matchAll(/<form[^>]*action="(\/api[^"]*)"[\s\S]*?<\/form>/g)];
      expect(forms.map(([, action]) => action)).toEqual([
        '/api/v1/reports/portfolio.pdf',
        '/api/v1/reports/country-fact-sheet.pdf',
        '/api/v1/reports/donor-funding-summary.pdf',
      ]);
      const namesIn = (form: string | undefined) =>
        [...(form ?? '').matchAll(/ name="(\w+)"/g)].map(([, name]) => name);
      const last = ['lang', 'paper', ...Array.from({ length: 4 }, () => 'annex'), 'report'];
      expect(namesIn(forms[0]?.[0])).toEqual(['period', 'pillar', 'country', 'donor', ...last]);
      expect(namesIn(forms[1]?.[0])).toEqual(['period', 'country', 'pillar', ...last]);
      expect(namesIn(forms[2]?.[0])).toEqual(['period', 'donor', 'pillar', 'country', ...last]);
      expect(forms[0]?.[0]).toContain('value="2017-06"');
      expect(forms[1]?.[0]).toMatch(/<select[^>]*name="country"[^>]*required/);
      expect((await get('/reports?lang=de')).statusCode).toBe(400);
    });
  });

  describe('at the command line', () => {
    const run = (...argv: readonly string[]) => app.run({ name: 'report', argv, files: new Map() });

    it('writes a file and says what it is', async () => {
      const { exit, stdout, stderr, files } = await run(
        ...'portfolio --period 2017-06 --out a.pdf'.split(' '),
      );
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: [] });
      const { hash } = await reports.draw(EVERYTHING, JUNE);
      expect(stdout).toEqual([
        'a.pdf: Portfolio report, June 2017',
        expect.stringMatching(/^pages \d+$/),
        'cut-off 2017-06-30',
        'as known on 2017-07-01T12:00:00.000Z',
        `hash ${hash}`,
      ]);
      const issue = await reports.issue(JUNE);
      expect(files.map(({ path }) => path)).toEqual(['a.pdf']);
      expect(Buffer.from(files[0]?.bytes ?? []).equals(Buffer.from(issue.pdf))).toBe(true);
    });

    it('says that a period is still running', async () => {
      const { stdout } = await run(
        ...'portfolio --period 2017 --out a.pdf --lang pt --paper letter'.split(' '),
      );
      expect(stdout[0]).toBe('a.pdf: Relatório da carteira de programas, 2017');
      expect(stdout[2]).toBe('cut-off 2017-07-01, the period is still running');
    });

    it.each([
      ['portfolio --period 2017-06', '--out is missing.'],
      ['portfolio --out a.pdf', '--period is missing.'],
      ['portfolios --period 2017-06 --out a.pdf', 'There is no report "portfolios".'],
      ['portfolio --period 06/2017 --out a.pdf', '"06/2017" is not a period.'],
      ['portfolio --period 2017-06 --out a.pdf --lang xx', 'There is no language "xx".'],
      ['portfolio --period 2017-06 --out a.pdf --country ZZ', 'There is no country "ZZ".'],
      ['donor-funding-summary --period 2017-06 --out a.pdf', 'donor-funding-summary needs a donor.'],
    ])('refuses %s with one line, the usage and status 2', async (line, message) => {
      const { exit, stdout, stderr, files } = await run(...line.split(' '));
      expect({ exit, stdout, files }).toEqual({ exit: 2, stdout: [], files: [] });
      expect(stderr).toHaveLength(2);
      expect(stderr[0]?.startsWith(message)).toBe(true);
      expect(stderr[1]).toMatch(/^Usage: npm run report -- REPORT --period P --out FILE/);
    });
  });
});
