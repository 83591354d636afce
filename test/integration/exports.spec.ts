import readExcelFile from 'read-excel-file/node';
import { type AuditRow, readAudit } from '../../src/access/audit.repository.ts';
import { EVERYTHING, Limiter } from '../../src/access/index.ts';
import { LANGUAGES } from '../../src/core/text.ts';
import { readCsv } from '../../src/platform/csv/read-csv.ts';
import { Reports } from '../../src/reporting/index.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { type Engine, eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const SUMMARY = '/api/v1/reports/donor-funding-summary';
const JUNE = 'period=2017-06&donor=canada&lang=en';

/** The rows of a CSV as our own import reads them, cell by cell under its header. */
function csvRecords(bytes: Uint8Array): readonly Readonly<Record<string, string>>[] {
  const [header = ''] = new TextDecoder().decode(bytes).split('\r\n', 1);
  const { records, errors } = readCsv(bytes, { known: header.split(','), required: [] });
  expect(errors).toEqual([]);
  return records.map(({ cells }) => cells);
}

/** The heads of a sheet and what is below them: its captions end with an empty row. */
function tableOf(rows: readonly (readonly unknown[])[] = []): readonly (readonly unknown[])[] {
  return rows.slice(rows.findIndex(([cell]) => cell === null) + 1);
}

/** A map writes out the names of countries, some of which are donors too. */
const withoutMaps = (body: string) => body.replace(/<svg[\s\S]*?<\/svg>/g, '');

function startPublicApp(engine: Engine): Promise<TestApp> {
  return startReferenceApp(engine, { env: { ATTEST_PUBLIC: 'on' } });
}

eachEngine('what readers take away', (engine) => {
  let app: TestApp;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    app = await startReferenceApp(engine);
    const { db } = app.database;
    tokens.canada = await makeToken(db, { role: 'donor', organisations: ['canada'] });
    tokens.italy = await makeToken(db, { role: 'donor', organisations: ['italy'] });
    tokens.both = await makeToken(db, { role: 'donor', organisations: ['canada', 'italy'] });
    tokens.iom = await makeToken(db, { role: 'donor', organisations: ['iom'] });
    tokens.manager = await makeToken(db, { role: 'manager' });
    tokens.officer = await makeToken(db, { role: 'officer', programs: ['TOUR'] });
  });
  afterAll(() => app.close());

  const as = (who: string, url: string, headers: Record<string, string> = {}) =>
    app.asStranger({ url, headers: { ...headers, authorization: `Bearer ${tokens[who]}` } });
  const sheetsOf = async (who: string, url: string) => {
    const { statusCode, rawPayload } = await as(who, url);
    expect(statusCode).toBe(200);
    const sheets = await readExcelFile(rawPayload);
    return new Map(sheets.map(({ sheet, data }) => [sheet, data]));
  };
  const taken = async (): Promise<readonly AuditRow[]> => {
    const rows = await readAudit(app.database.db, {}, 1000);
    return rows.filter(({ action }) => action === 'export.taken' || action === 'report.taken');
  };

  describe('rows as a workbook', () => {
    it('are those of the CSV, with what they are of before them', async () => {
      const url = '/transactions.xlsx?type=disbursement&donor=canada&lang=en';
      const sheets = await sheetsOf('manager', url);
      const [about, list] = [...sheets.keys()];
      expect(about).toBe('About');
      expect(
        Object.fromEntries(sheets.get('About')?.map(([label, value]) => [label, value]) ?? []),
      ).toMatchObject({
        Scope: 'Donor: Canada',
        Address: expect.stringContaining(url),
        'Cut-off date': new Date('2017-07-01T00:00:00Z'),
        Currency: 'US dollars (USD), in units and decimals',
      });
      const rows = tableOf(sheets.get(list ?? ''));
      const csv = csvRecords((await as('manager', url.replace('xlsx', 'csv'))).rawPayload);
      expect(csv.at(-1)?.key).toBe('total');
      expect(csv).toHaveLength(6);
      const at = (head: RegExp) => rows[0]?.findIndex((cell) => head.test(String(cell))) ?? -1;
      const amount = at(/^Converted|USD/);
      expect(rows.slice(1, csv.length + 1).map((row) => Number(row[amount]))).toEqual(
        csv.map(({ counted }) => Number(counted)),
      );
      expect(rows.slice(1, csv.length).map((row) => row[0])).toEqual(
        csv.slice(0, -1).map(({ value_date: day }) => new Date(`${day}T00:00:00Z`)),
      );
    });

    it('hold what their reader may see, and are written down', async () => {
      const { rawPayload, headers } = await as('canada', '/results.xlsx?lang=es');
      expect(headers).toMatchObject({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="results-2017-07-01.xlsx"',
      });
      const [, list] = await readExcelFile(rawPayload);
      const csv = csvRecords((await as('canada', '/results.csv?lang=es')).rawPayload);
      const told = tableOf(list?.data)
        .slice(1, csv.length + 1)
        .map((row) => row[3]);
      expect(told).toEqual(csv.map(({ program_name: name }) => name));
      expect((await taken()).find(({ details }) => details.format === 'xlsx')?.subject).toBe('/results.xlsx');
      expect((await as('manager', '/results.xlsx?block=none')).statusCode).toBe(400);
    });
  });

  describe('a funding summary as a workbook', () => {
    it('says what it is before it shows figures', async () => {
      const sheets = await sheetsOf('canada', `${SUMMARY}.xlsx?${JUNE}`);
      const { hash } = await app.nest
        .get(Reports)
        .draw(EVERYTHING, { report: 'donor-funding-summary', period: '2017-06', donor: 'canada' });
      const about = new Map(sheets.get('About')?.map(([label, value]) => [label, value]));
      expect(Object.fromEntries(about)).toMatchObject({
        Title: 'Donor funding summary: Canada, June 2017',
        Report: 'Donor funding summary',
        Organisation: 'Organization of American States',
        Scope: 'Canada',
        Period: 'June 2017',
        'Cut-off date': new Date('2017-06-30T00:00:00Z'),
        Issue: hash.slice(0, 8),
        'Hash of the figures (SHA-256)': hash,
        Currency: 'US dollars (USD), in units and decimals',
        'As known on': '1 July 2017 at 08:00 GMT−4',
        'What counts':
          'Approved figures only. Counts to 30 June 2017, as known on 1 July 2017 at 08:00 GMT−4.',
        'Donors and results': expect.stringContaining('the rows must not be summed'),
        'Empty cells': 'An empty cell means that nothing is known. It is not zero.',
      });
      expect(JSON.stringify(sheets.get('About'))).toContain('illustrative, generated for demonstration');
    });

    it('has a sheet for each table, with numbers, days and nothing where nothing is known', async () => {
      const sheets = await sheetsOf('canada', `${SUMMARY}.xlsx?${JUNE}`);
      expect([...sheets.keys()]).toEqual([
        'About',
        'Programmes',
        'Indicator',
        'Results – Country or region',
        'Results – Year',
        'Targets',
        'Funding',
        'Programme',
        'Disbursements – Country or reg…',
        'Disbursements – Year',
        'Pledges – Transactions',
        'Commitments – Transactions',
        'Disbursements – Transactions',
        'Expenditure – Transactions',
        'Gaps in the record',
        'Data',
      ]);
      // 45 of TOUR-AG, about; nothing in May, which is not zero.
      expect(tableOf(sheets.get('Indicator')).slice(0, 2)).toEqual([
        ['Indicator', 'June 2017', 'May 2017', 'To date', 'Exact', 'Approximate', 'Undated'],
        ['Officials trained', 45, null, 45, 0, 45, 0],
      ]);
      // 84,319.87 CAD at 0.7606.
      expect(tableOf(sheets.get('Pledges – Transactions')).slice(0, 3)).toEqual([
        [
          'Value date',
          'Programme',
          'Donor',
          'Place',
          'Amount',
          'Currency',
          'Exchange rate',
          'In USD',
          'Note',
        ],
        [
          new Date('2017-05-20T00:00:00Z'),
          'Tourism Security Plan (Costa Rica)',
          'Canada',
          'Costa Rica',
          84_319.87,
          'CAD',
          0.7606,
          64_133.69,
          expect.stringContaining('Illustrative amount'),
        ],
        ['Total', null, null, null, null, null, null, 64_133.69, null],
      ]);
      // 150,745.62 + 69,993.92 + 140,648.70 + 65,305.74 + 64,133.69 as the rates of their days give them.
      expect(tableOf(sheets.get('Funding'))[3]).toEqual(['Disbursements', 490_827.67]);
      expect(tableOf(sheets.get('Targets'))[1]?.slice(1, 4)).toEqual([2, null, 'exact']);
    });

    it('is the same bytes again, and tells a reader who has it so', async () => {
      const url = `${SUMMARY}.xlsx?${JUNE}`;
      const [one, two] = [await as('canada', url), await as('canada', url)];
      expect(one.headers).toMatchObject({
        'content-type': XLSX,
        'content-disposition': 'attachment; filename="donor-funding-summary-2017-06-canada-en.xlsx"',
        'cache-control': 'private, no-cache',
      });
      expect(one.rawPayload.equals(two.rawPayload)).toBe(true);
      const again = await as('canada', url, { 'if-none-match': String(one.headers.etag) });
      expect([again.statusCode, again.rawPayload.length]).toEqual([304, 0]);
      const csv = await as('canada', `${SUMMARY}.csv?${JUNE}`, {
        'if-none-match': String(one.headers.etag),
      });
      expect(csv.statusCode).toBe(200);
    });

    it.each(LANGUAGES.filter((language) => language !== 'en'))('has the same figures in %s', async (lang) => {
      const numbers = (sheets: Map<string, readonly (readonly unknown[])[]>) =>
        [...sheets.values()].slice(1).map((rows) => rows.flat().filter((cell) => typeof cell === 'number'));
      const [here, english] = [
        await sheetsOf('canada', `${SUMMARY}.xlsx?${JUNE.replace('en', lang)}`),
        await sheetsOf('canada', `${SUMMARY}.xlsx?${JUNE}`),
      ];
      expect(numbers(here)).toEqual(numbers(english));
      expect([...here.keys()].slice(1)).not.toEqual([...english.keys()].slice(1));
    });
  });

  describe('a report as data', () => {
    it('is CSV in the dialect of the pages', async () => {
      const { headers, rawPayload } = await as('canada', `${SUMMARY}.csv?${JUNE.replace('en', 'es')}`);
      expect(headers).toMatchObject({
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': 'attachment; filename="donor-funding-summary-2017-06-canada-es.csv"',
      });
      // The mark by which Excel knows UTF-8.
      expect(rawPayload.subarray(0, 9).toString('hex')).toBe(
        `efbbbf${Buffer.from('block,').toString('hex')}`,
      );
      const rows = csvRecords(rawPayload);
      expect(rows.find(({ key }) => key === 'officials-trained')).toMatchObject({
        block: 'indicators',
        label: 'Funcionarios capacitados',
        in_period: '45',
        in_previous_period: '',
        to_date: '45',
        approximate: '45',
        cut_off: '2017-06-30',
      });
      // 84,319.87 CAD at 0.7606; TOUR-CR runs in Costa Rica alone.
      expect(rows.find(({ block }) => block === 'pledge-transactions')).toMatchObject({
        value_date: '2017-05-20',
        program: 'TOUR-CR',
        program_name: 'Plan de Seguridad Turística (Costa Rica)',
        provider: 'canada',
        provider_name: 'Canadá',
        place: 'CR',
        place_name: 'Costa Rica',
        amount: '84319.87',
        currency: 'CAD',
        rate: '0.7606',
        counted: '64133.69',
        note: expect.stringContaining('Monto ilustrativo'),
        reporting_currency: 'USD',
        illustrative: 'true',
      });
      expect(rows.filter(({ block }) => block === 'funding-stages').map(({ amount }) => amount)).toContain(
        '490827.67',
      );
    });

    it.each([
      ['/dashboard.csv?lang=pt', 'value'],
      ['/transactions.csv?lang=fr', 'counted'],
      ['/countries/CR.csv?lang=es', 'value_high'],
      ['/programs.csv?lang=fr', 'places_name'],
    ])('is one table that our own import reads: %s', async (url, column) => {
      const { rawPayload } = await as('manager', url);
      const rows = csvRecords(rawPayload);
      expect(rows.length).toBeGreaterThan(5);
      expect(Object.keys(rows[0] ?? {})).toContain(column);
    });

    it('keeps minor units and codes in JSON, which programs read', async () => {
      const { body } = await as('canada', '/transactions.json?type=pledge&lang=es');
      expect(JSON.parse(body).blocks[0].rows[0]).toMatchObject({
        program: 'TOUR-CR',
        amount: 8_431_987,
        counted: 6_413_369,
        place: 'CR',
      });
    });

    it.each([
      'portfolio.xlsx?period=2017-Q2&lang=pt',
      'country-fact-sheet.xlsx?period=2016&country=CL&lang=fr',
      'portfolio.csv?period=2017',
      'country-fact-sheet.csv?period=2017-06&country=CR&pillar=multidimensional-security',
    ])('is made of %s', async (url) => {
      const { statusCode, rawPayload } = await as('manager', `/api/v1/reports/${url}`);
      expect(statusCode).toBe(200);
      if (url.includes('.xlsx')) expect((await readExcelFile(rawPayload)).length).toBeGreaterThan(5);
      else expect(rawPayload.toString()).toMatch(/^\ufeffblock,key,/);
    });

    it.each(['xlsx', 'csv'])('has the doors of the PDF, and its errors: %s', async (format) => {
      const of = `/api/v1/reports`;
      const status = async (who: string, url: string) => (await as(who, url)).statusCode;
      expect(await status('italy', `${of}/donor-funding-summary.${format}?${JUNE}`)).toBe(404);
      expect(await status('canada', `${of}/portfolio.${format}?period=2017-06`)).toBe(404);
      expect(await status('canada', `${of}/country-fact-sheet.${format}?period=2017-06&country=CR`)).toBe(
        404,
      );
      expect(await status('officer', `${of}/donor-funding-summary.${format}?${JUNE}`)).toBe(404);
      expect(await status('manager', `${of}/portfolio.${format}?period=2018-01`)).toBe(400);
      expect(await status('manager', `${of}/portfolios.${format}?period=2017-06`)).toBe(404);
      const stranger = await app.asStranger(`${of}/donor-funding-summary.${format}?${JUNE}`);
      expect(stranger.statusCode).toBe(401);
      expect(stranger.headers['content-type']).toContain('application/problem+json');
    });

    it('is what the command writes where the name of the file asks for it', async () => {
      const run = (file: string) =>
        app.run({
          name: 'report',
          argv: `donor-funding-summary --period 2017-06 --donor canada --out ${file}`.split(' '),
          files: new Map(),
        });
      const [xlsx, csv] = [await run('a.XLSX'), await run('a.csv')];
      expect(xlsx.stdout.slice(0, 3)).toEqual([
        'a.XLSX: Donor funding summary: Canada, June 2017',
        'sheets 16',
        'cut-off 2017-06-30',
      ]);
      const served = await as('canada', `${SUMMARY}.xlsx?${JUNE}`);
      expect(Buffer.from(xlsx.files[0]?.bytes ?? []).equals(served.rawPayload)).toBe(true);
      expect(Buffer.from(csv.files[0]?.bytes ?? []).toString()).toBe(
        (await as('canada', `${SUMMARY}.csv?${JUNE}`)).body,
      );
      const byCommand = (await taken()).filter(({ actorKind }) => actorKind === 'command');
      expect(byCommand.map(({ action, subject, details }) => [action, subject, details])).toEqual(
        ['csv', 'xlsx'].map((format) => [
          'export.taken',
          'donor-funding-summary',
          { format, period: '2017-06', donor: 'canada' },
        ]),
      );
    });
  });

  describe('the record', () => {
    it('names each file that was taken, who took it and of what, and nothing that was only looked at', async () => {
      const before = (await taken()).length;
      const tag = String((await as('italy', `${SUMMARY}.csv?period=2016&donor=italy`)).headers.etag);
      await as('italy', `${SUMMARY}.csv?period=2016&donor=italy`, { 'if-none-match': tag });
      await as('italy', `${SUMMARY}.pdf?period=2016&donor=italy&lang=fr`);
      await as('italy', '/donors/italy');
      await as('italy', '/donors/italy.json?block=programs');
      await as('italy', '/donors/canada.json');
      await as('italy', '/?lang=en');
      await as('italy', '/dashboard.csv?pillar=multidimensional-security&lang=en');
      const rows = (await taken()).toReversed().slice(before);
      expect(rows.map(({ action, subject, details }) => ({ action, subject, details }))).toEqual([
        {
          action: 'export.taken',
          subject: `${SUMMARY}.csv`,
          details: {
            format: 'csv',
            report: 'donor-funding-summary',
            period: '2016',
            donor: 'italy',
            lang: 'en',
          },
        },
        {
          action: 'report.taken',
          subject: `${SUMMARY}.pdf`,
          details: {
            format: 'pdf',
            report: 'donor-funding-summary',
            period: '2016',
            donor: 'italy',
            lang: 'fr',
          },
        },
        {
          action: 'export.taken',
          subject: '/donors/italy.json',
          details: { format: 'json', block: 'programs' },
        },
        {
          action: 'export.taken',
          subject: '/dashboard.csv',
          details: { format: 'csv', pillar: 'multidimensional-security', lang: 'en' },
        },
      ]);
      expect(new Set(rows.map(({ actorKind, actorName }) => `${actorKind} ${actorName}`))).toEqual(
        new Set(["token a test's donor"]),
      );
    });
  });

  describe('limits', () => {
    /** Takes all but one of what somebody may take, without the work. */
    async function useUp(cost: string, most: number): Promise<void> {
      const [row] = (await taken()).filter(({ actorName }) => actorName === "a test's manager");
      const key = `export ${cost} token:${row?.actor}`;
      await app.nest.get(Limiter).forget(key);
      for (let count = 1; count < most; count += 1) {
        await app.nest.get(Limiter).take(key, { most, windowS: 600 });
      }
    }

    it.each([
      ['page-data', 1000, '/programs.json'],
      ['report-data', 300, '/api/v1/reports/country-fact-sheet.csv?period=2017-06&country=BB'],
      ['printed-report', 120, '/api/v1/reports/country-fact-sheet.pdf?period=2017-06&country=BB'],
    ])('hold %s back for ten minutes after %i, for one reader alone', async (cost, most, url) => {
      await as('manager', '/programs.json');
      await useUp(cost, most);
      const last = await as('manager', url);
      expect(last.statusCode).toBe(200);
      const refused = await as('manager', url);
      expect(refused.statusCode).toBe(429);
      expect(refused.headers).toMatchObject({
        'content-type': expect.stringContaining('application/problem+json'),
        'retry-after': expect.stringMatching(/^[1-9]\d*$/),
      });
      expect(refused.headers.etag).toBeUndefined();
      expect(JSON.parse(refused.body)).toMatchObject({ status: 429, code: 'LIMIT.REACHED' });
      const { etag } = last.headers;
      if (etag !== undefined) {
        expect((await as('manager', url, { 'if-none-match': String(etag) })).statusCode).toBe(304);
      }
      expect((await as('canada', '/programs.json')).statusCode).toBe(200);
    });
  });

  describe("the donor's place", () => {
    it('speaks of us to the donor, and of the donor to others', async () => {
      const ours = (await as('canada', '/donors/canada?lang=en')).body;
      expect(ours).toMatch(/<h2[^>]*>What we fund<\/h2>/);
      expect(ours).toMatch(/<h2[^>]*>What we contributed to<\/h2>/);
      expect(ours).toContain(
        'Other donors may have contributed to the same ones, so they are never added up',
      );
      const theirs = (await as('manager', '/donors/canada?lang=en')).body;
      expect(theirs).toMatch(/<h2[^>]*>What it funds<\/h2>/);
      expect(theirs).not.toContain('What we fund');
    });

    it('has one form whose buttons ask for each format', async () => {
      const { body } = await as('canada', '/donors/canada?lang=pt');
      const form = /<form class="download-fields"[\s\S]*?<\/form>/.exec(body)?.[0] ?? '';
      expect([...form.matchAll(/formaction="([^"]*)"/g)].map(([, address]) => address)).toEqual([
        `${SUMMARY}.pdf`,
        `${SUMMARY}.xlsx`,
        `${SUMMARY}.csv`,
      ]);
      expect(form).toContain('name="period" value="2017-06"');
      expect(form).toContain('type="hidden" name="donor" value="canada"');
      expect(form).toContain('value="pt" lang="pt" selected');
      // The very address that the form makes.
      const asked = `${SUMMARY}.xlsx?period=2017-Q2&donor=canada&lang=pt&paper=a4`;
      expect((await as('canada', asked)).statusCode).toBe(200);
    });

    it('leads a donor of several organisations to each, and offers no other', async () => {
      const { body } = await as('both', '/donors/canada?lang=en');
      expect(body).toContain('href="/donors/italy?lang=en"');
      const reports = (await as('both', '/reports?lang=en')).body;
      const donors = /<select id="donor-funding-summary-donor"[\s\S]*?<\/select>/.exec(reports)?.[0] ?? '';
      expect([...donors.matchAll(/value="([^"]*)"/g)].map(([, code]) => code)).toEqual(['canada', 'italy']);
      expect([...reports.matchAll(/<form class="download-fields"/g)]).toHaveLength(1);
      expect(reports).not.toContain('/deliveries');
    });

    it('is there before anything is approved, and says so', async () => {
      const { statusCode, body } = await as('iom', '/donors/iom?lang=en');
      expect(statusCode).toBe(200);
      expect(body).toContain('Nothing approved yet');
      expect(body).not.toContain('<form class="download-fields"');
      expect((await as('iom', '/reports?lang=en')).body).toContain('Nothing approved yet');
      expect((await as('manager', '/donors/iom')).statusCode).toBe(404);
    });

    it('is not where an officer has reports made', async () => {
      const { statusCode, body } = await as('officer', '/donors/canada?lang=en');
      expect(statusCode).toBe(200);
      expect(body).not.toContain('/api/v1/reports');
      expect((await as('officer', '/reports')).statusCode).toBe(404);
    });
  });

  describe('a donor', () => {
    it.each([
      '/?lang=en',
      '/dashboard.json',
      '/programs?lang=en',
      '/countries/CL?lang=en',
      '/countries/CR.json',
      '/donors/canada?lang=en',
      '/results.json',
      '/transactions.json',
      '/api/v1/programs',
      '/api/v1/programs/TOUR',
      '/api/v1/results?limit=500',
      '/api/v1/transactions',
      '/api/v1/totals?indicator=officials-trained&by=donor',
      '/api/v1/totals?indicator=programmes&by=donor',
      '/api/v1/funding?by=donor',
      '/api/v1/totals?indicator=none-such',
      '/?donor=none-such',
      '/?program=none-such',
      '/reports?lang=en',
      `${SUMMARY}.csv?${JUNE}`,
    ])('reads nothing of another in %s', async (url) => {
      const { body } = await as('canada', url);
      // "Italy" is a donor of NET-POL, which Canada does not fund; Guatemala of NET-PREV; the United States of AEO.
      const another =
        /italy|guatemala|aecid|spain|european.union|honduras|united.states.counter|NET-POL|NET-PREV|MIG-MESO|\bAEO\b|AVSEC/i;
      expect(another.exec(withoutMaps(body))).toBeNull();
    });

    it('does not read a summary that names who else funds a programme', async () => {
      // NET-POL is funded by the bank, Italy and Honduras, and its summary says so.
      for (const url of ['/programs/NET-POL?lang=en', '/api/v1/programs/NET-POL', '/countries/CL?lang=fr']) {
        const { statusCode, body } = await as('italy', url);
        expect(statusCode).toBe(200);
        expect(/honduras|development bank|\bCAF\b/i.exec(withoutMaps(body))).toBeNull();
        expect((await as('manager', url)).body).toMatch(/Honduras/);
      }
    });

    it('reads figures of its own alone, and is told of no gap that it cannot see', async () => {
      const dashboard = JSON.parse((await as('canada', '/dashboard.json?to=2017-06-30')).body) as {
        blocks: { id: string; rows: { key: string }[] }[];
      };
      const keys = (id: string) =>
        dashboard.blocks.find((block) => block.id === id)?.rows.map(({ key }) => key);
      expect(keys('results-by-country')).toEqual(['AG']);
      // Other pillars are silent to Canada, which is not to say that they are.
      expect(keys('results-by-pillar')).toEqual(['multidimensional-security']);
      expect(keys('results-by-donor')).toBeUndefined();
      expect(keys('disbursement-by-donor')).toBeUndefined();
      const { body } = await as('canada', '/?lang=en');
      expect(body).not.toContain('gap-no-donor');
      expect(body).not.toMatch(/<select[^>]*name="donor"/);
    });
  });

  describe('an officer', () => {
    it('reads of its own programmes alone', async () => {
      const { body } = await as('officer', '/api/v1/results?limit=500');
      const programs = JSON.parse(body).rows.map(
        ({ program }: { program: { code: string } }) => program.code,
      );
      expect([...new Set(programs)].toSorted()).toEqual(['TOUR', 'TOUR-AG']);
      for (const url of ['/?lang=en', '/programs?lang=en', '/countries/CL?lang=en', '/?donor=none-such']) {
        expect((await as('officer', url)).body).not.toMatch(/italy|NET-POL|NET-PREV|MIG-MESO|CARGO/i);
      }
      expect((await as('officer', '/programs/CARGO-CL')).statusCode).toBe(404);
      expect((await as('officer', '/donors/italy')).statusCode).toBe(404);
    });
  });
});

eachEngine('what the public sees', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startPublicApp(engine);
  });
  afterAll(() => app.close());
  const get = (url: string) => app.asStranger(url);

  it('is approved totals, the same as everybody else’s', async () => {
    const { body } = await get('/api/v1/totals?indicator=officials-trained&to=2017-06-30');
    const { rows, total } = JSON.parse(body);
    expect(total).toMatchObject({ value: 123, exact: 78, approximate: 45, undated: 22, resultsUrl: null });
    expect(rows.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual([
      ['AG', 45],
      ['CR', 37],
      ['BB', 22],
      ['DO', 15],
      ['CL', 4],
    ]);
    for (const row of rows) expect(row.resultsUrl).toBeNull();
  });

  it.each(['/?lang=en', '/dashboard.json', '/dashboard.csv', '/countries/CR?lang=en', '/countries/CR.json'])(
    'is no money, no donor, no programme and no row: %s',
    async (url) => {
      const { statusCode, body } = await get(url);
      expect(statusCode).toBe(200);
      expect(body).toMatch(/officials/i);
      const more =
        /disburse|US\$|illustrative(?!":false)|canada|italy|donor|gap-|NET-POL|TOUR|MIG-MESO|href="\/(results|programs|donors|transactions|reports)/i;
      expect(more.exec(withoutMaps(body))).toBeNull();
    },
  );

  it('leads nowhere that is closed', async () => {
    const { body } = await get('/?lang=en');
    const paths = new Set(
      [...body.matchAll(/ href="(\/[^"?#]*)/g)]
        .map(([, path = '']) => path)
        .filter((path) => !path.startsWith('/assets/')),
    );
    for (const path of paths) expect((await get(path)).statusCode).toBe(200);
    expect(paths.size).toBeGreaterThan(2);
  });

  it.each([
    '/api/v1/totals?indicator=officials-trained&by=donor',
    '/api/v1/totals?indicator=officials-trained&by=program',
    '/api/v1/totals?indicator=programmes&by=program',
    '/api/v1/totals?indicator=officials-trained&donor=canada',
    '/api/v1/totals?indicator=officials-trained&program=TOUR',
    '/?donor=canada',
    '/?program=TOUR',
    '/countries/CR?donor=not-recorded',
  ])('refuses what is more than a total: %s', async (url) => {
    const { statusCode, body } = await get(url);
    expect(statusCode).toBe(403);
    expect(body).not.toMatch(/Canada|Tourism/);
  });

  it('has a page on how we count, whatever is asked of it', async () => {
    const { statusCode, body } = await get('/methods?program=none-such&lang=en');
    expect(statusCode).toBe(200);
    expect(body).not.toContain('NET-POL');
  });
});
