import { inflateRawSync } from 'node:zlib';
import readExcelFile from 'read-excel-file/node';
import { readAudit } from '../../src/access/audit.repository.ts';
import { zipEntries } from '../../src/platform/spreadsheet/zip-entries.ts';
import { makeToken, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

type Rows = readonly (readonly unknown[])[];

eachEngine('pages as workbooks', (engine) => {
  let app: TestApp;
  const tokens: Record<string, string> = {};
  beforeAll(async () => {
    app = await startReferenceApp(engine, { env: { PUBLIC_URL: 'https://attest.example.org' } });
    const { db } = app.database;
    tokens.manager = await makeToken(db, { role: 'manager' });
    tokens.canada = await makeToken(db, { role: 'donor', organisations: ['canada'] });
  });
  afterAll(() => app.close());

  const take = (who: string, url: string) =>
    app.asStranger({ url, headers: { authorization: `Bearer ${tokens[who]}` } });
  const sheetsOf = async (who: string, url: string): Promise<Map<string, Rows>> => {
    const { statusCode, rawPayload } = await take(who, url);
    expect([url, statusCode]).toEqual([url, 200]);
    return new Map((await readExcelFile(rawPayload)).map(({ sheet, data }) => [sheet, data]));
  };
  /** Below the captions and the heads, until the first empty row. */
  const tableOf = (rows: Rows | undefined) => {
    const all = rows ?? [];
    const head = all.findIndex((row) => row[0] === null) + 1;
    const end = all.findIndex((row, at) => at > head && row[0] === null);
    return { heads: all[head], rows: all.slice(head + 1, end === -1 ? undefined : end) };
  };

  it('say what they are before they show figures', async () => {
    const url = '/dashboard.xlsx?country=CR&period=to-date&lang=en';
    const about = new Map(
      (await sheetsOf('manager', url)).get('About')?.map(([label, said]) => [label, said]),
    );
    expect(Object.fromEntries(about)).toMatchObject({
      Title: 'Results and funding',
      Scope: 'Country or region: Costa Rica',
      Period: expect.stringMatching(/^to date$/i),
      'Cut-off date': new Date('2017-07-01T00:00:00Z'),
      'As known on': '1 July 2017 at 08:00 GMT−4',
      Source: 'Organization of American States',
      Address: `https://attest.example.org${url}`,
      Currency: 'US dollars (USD), in units and decimals',
      Sheet: 'What it shows',
      Data: expect.stringContaining('for pivot tables'),
    });
    const all = await sheetsOf('manager', '/dashboard.xlsx?lang=en');
    expect(all.get('About')).toContainEqual(['Scope', 'No filter: everything that its reader may see']);
    expect(all.get('About')).toContainEqual(['Period', '2017']);
  });

  it('have a sheet for each block, with captions above its table', async () => {
    const sheets = await sheetsOf('manager', '/dashboard.xlsx?period=to-date&lang=en');
    const byCountry = sheets.get('Results – Country or region') ?? [];
    expect(byCountry[0]?.[0]).toContain('Officials trained');
    const { heads, rows } = tableOf(byCountry);
    expect(heads?.slice(0, 5)).toEqual([
      'Country or region',
      'Total',
      'Exact',
      'Approximate',
      'Of which undated',
    ]);
    // AG about 45, CR 37, BB 22 without a date, DO 15, CL 4: 123.
    expect(rows.slice(0, 6).map((row) => row.slice(0, 5))).toEqual([
      ['Antigua and Barbuda', 45, 0, 45, 0],
      ['Costa Rica', 37, 37, 0, 0],
      ['Barbados', 22, 22, 0, 22],
      ['Dominican Republic', 15, 15, 0, 0],
      ['Chile', 4, 4, 0, 0],
      ['Total', 123, 78, 45, 22],
    ]);
    // Without a period the dashboard is about the latest year: all but what has no date.
    const latest = await sheetsOf('manager', '/dashboard.xlsx?lang=en');
    expect(tableOf(latest.get('Results – Country or region')).rows.at(-1)?.slice(0, 2)).toEqual([
      'Total',
      101,
    ]);
    expect([...sheets.keys()].filter((name) => name.startsWith('Results – Country'))).toHaveLength(1);
  });

  it('have every figure once more as data, with its unit and qualifier', async () => {
    const sheets = await sheetsOf('manager', '/dashboard.xlsx?period=to-date&lang=en');
    const { heads, rows } = tableOf(sheets.get('Data'));
    expect(heads).toEqual([
      'Sheet',
      'Row code',
      'Row',
      'Measure',
      'Value',
      'Unit of measurement',
      'Qualifier',
      'What it shows',
    ]);
    const of = (sheet: string, measure: string) =>
      rows
        .filter((row) => row[0] === sheet && row[3] === measure)
        .map((row) => [...row.slice(1, 3), ...row.slice(4, 7)]);
    expect(of('Results – Country or region', 'Total')).toEqual([
      ['AG', 'Antigua and Barbuda', 45, 'people', 'about'],
      ['CR', 'Costa Rica', 37, 'people', null],
      ['BB', 'Barbados', 22, 'people', null],
      ['DO', 'Dominican Republic', 15, 'people', null],
      ['CL', 'Chile', 4, 'people', null],
    ]);
    // Sheets of one kind are told apart by a number alone: each row says what its sheet shows.
    const shown = rows.find((row) => row[0] === 'Results – Country or region')?.[7];
    expect(shown).toBe('Officials trained by country: most in Antigua and Barbuda (about 45)');
    // A pivot adds up by itself.
    expect(rows.some((row) => row[1] === 'total')).toBe(false);
    const money = of('Disbursements – Year', 'Disbursements');
    expect(money.length).toBeGreaterThan(1);
    expect(new Set(money.map((row) => row[3]))).toEqual(new Set(['USD']));
    const csv = (await take('manager', '/dashboard.csv?period=to-date&lang=en')).body.split('\r\n');
    const amounts = csv.filter(
      (line) => line.startsWith('disbursement-by-year,') && !line.includes(',total,'),
    );
    for (const [, , amount] of money) expect(amounts.some((line) => line.includes(`,${amount},`))).toBe(true);
    // Every sheet that is named is there.
    expect([...new Set(rows.map((row) => row[0]))].filter((name) => !sheets.has(String(name)))).toEqual([]);
  });

  it('print and filter: heads stay and return, one page wide, numbers as numbers', async () => {
    const { rawPayload } = await take('manager', '/dashboard.xlsx?period=to-date&lang=en');
    const parts = zipEntries(rawPayload) ?? new Map();
    const text = (name: string) => inflateRawSync(parts.get(name)?.packed ?? Buffer.of(3, 0)).toString();
    const sheets = [...parts.keys()].filter((name) => name.startsWith('xl/worksheets/')).slice(1);
    expect(sheets.length).toBeGreaterThan(5);
    for (const name of sheets) {
      const xml = text(name);
      expect(xml).toMatch(/<pane ySplit="\d" topLeftCell="A\d" activePane="bottomLeft" state="frozen"\/>/);
      expect(xml).toMatch(/<autoFilter ref="A\d:[A-Z]\d+"\/>/);
      expect(xml).toMatch(/<pageSetup orientation="(landscape|portrait)" fitToWidth="1" fitToHeight="0"\/>/);
      expect(xml).not.toContain('<f>');
    }
    expect(text('xl/workbook.xml').match(/_xlnm\.Print_Titles/g)).toHaveLength(sheets.length);
    const styles = text('xl/styles.xml');
    for (const format of ['#,##0', '[$USD] #,##0.00']) {
      expect(styles).toContain(`formatCode="${format}"`);
    }
  });

  it.each([
    ['/programs.xlsx', 'Programmes'],
    ['/programs/TOUR.xlsx', 'Tourism Security Program'],
    ['/programs/TOUR/history.xlsx', 'Tourism Security Program'],
    ['/countries.xlsx', 'Countries and regions'],
    ['/countries/CR.xlsx', 'Costa Rica'],
    ['/donors.xlsx', 'Donors'],
    ['/donors/canada.xlsx', 'Canada'],
    ['/indicators.xlsx', 'Indicators'],
    ['/results.xlsx', 'All figures'],
    ['/transactions.xlsx', 'The transactions behind it'],
  ])('are had of %s, with the rows of its CSV', async (url, title) => {
    const sheets = await sheetsOf('manager', `${url}?lang=en`);
    const [about] = sheets.values();
    expect(about?.[0]?.[1]).toEqual(expect.stringContaining(title));
    const csv = (await take('manager', `${url.replace('xlsx', 'csv')}?lang=en`)).body.trim().split('\r\n');
    const tables = [...sheets.entries()].filter(([name]) => name !== 'About' && name !== 'Data');
    const rows = tables.flatMap(([, all]) => tableOf(all).rows);
    const twice = csv.filter((line) => line.startsWith('results-map,')).length;
    expect(rows).toHaveLength(csv.length - 1 - twice);
  });

  it('are had of one figure and of one transaction, with what each said before', async () => {
    for (const [list, told] of [
      ['results', ['About', 'Figure', 'History', 'Data']],
      ['transactions', ['About', 'History', 'Data']],
    ] as const) {
      const { blocks } = JSON.parse((await take('manager', `/${list}.json`)).body);
      const url = `/${list}/${blocks[0].rows[0].key}.xlsx?lang=en`;
      expect([url, [...(await sheetsOf('manager', url)).keys()]]).toEqual([url, told]);
    }
  });

  it('are had of one block, and of none that is not there', async () => {
    const sheets = await sheetsOf('manager', '/countries/CR.xlsx?block=indicators&lang=en');
    expect([...sheets.keys()]).toEqual(['About', 'Indicator', 'Data']);
    const { headers } = await take('manager', '/countries/CR.xlsx?block=indicators');
    expect(headers['content-disposition']).toBe('attachment; filename="CR-indicators-2017-07-01.xlsx"');
    expect((await take('manager', '/countries/CR.xlsx?block=none')).statusCode).toBe(400);
    expect((await take('manager', '/methods.xlsx')).statusCode).toBe(404);
  });

  it('hold what their reader may see, and are written down', async () => {
    expect((await take('canada', '/donors/italy.xlsx')).statusCode).toBe(404);
    const seen = JSON.stringify([...(await sheetsOf('canada', '/donors.xlsx?lang=en'))]);
    expect([seen.includes('Canada'), seen.includes('Italy')]).toEqual([true, false]);
    const [row] = (await readAudit(app.database.db, {}, 10)).filter(
      ({ subject }) => subject === '/donors.xlsx',
    );
    expect(row).toMatchObject({ action: 'export.taken', details: { format: 'xlsx', lang: 'en' } });
    expect((await app.asStranger('/dashboard.xlsx')).statusCode).toBe(401);
  });

  it.each([
    ['es', 'Descargar en XLSX', 'Datos'],
    ['pt', 'Baixar em XLSX', 'Dados'],
    ['fr', 'Télécharger au format XLSX', 'Données'],
  ])('are offered beside the CSV, and speak %s', async (lang, words, data) => {
    for (const page of ['/', '/countries', '/countries/CR', '/programs/TOUR', '/donors/canada', '/results']) {
      const { body } = await app.asStranger({
        url: `${page}?lang=${lang}`,
        headers: { authorization: `Bearer ${tokens.manager}`, accept: 'text/html' },
      });
      const [csv, xlsx] = ['csv', 'xlsx'].map((ending) =>
        body.match(new RegExp(`href="[^"]+\\.${ending}\\?`, 'g')),
      );
      // Of figures that stand in a group it is offered for the whole page, and where each opens by itself.
      expect([page, (xlsx?.length ?? 0) > 0]).toEqual([page, true]);
      expect(csv?.length).toBeGreaterThanOrEqual(xlsx?.length ?? 0);
      expect(body).toContain(words);
    }
    expect([...(await sheetsOf('manager', `/dashboard.xlsx?lang=${lang}`)).keys()].at(-1)).toBe(data);
  });
});
