import { LANGUAGES } from '../../src/core/text.ts';
import { type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { startReferenceApp } from '../support/reference-app.ts';

/** What stands in the reference portfolio, worked by hand from the sheets' rows. */
eachEngine('the answers that must come out', (engine) => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startReferenceApp(engine);
  });
  afterAll(() => app.close());

  async function get(url: string) {
    const { statusCode, headers, body } = await app.nest.inject(url);
    return { statusCode, type: String(headers['content-type']), body };
  }
  const json = async (url: string) => JSON.parse((await get(url)).body);
  const totals = (query: string) => json(`/api/v1/totals?${query}`);
  const values = (answer: { rows: { key: string; value: number | null }[] }) =>
    Object.fromEntries(answer.rows.map(({ key, value }) => [key, value]));

  const toDate = 'indicator=officials-trained&to=2017-06-30';

  it('officials trained to date', async () => {
    const { total, cutOff } = await totals(toDate);
    expect(total).toMatchObject({ value: 123, exact: 78, approximate: 45, undated: 22 });
    expect(cutOff).toBe('2017-06-30');
  });

  it('in a period by its name, as by its days, and in none that is both or no period', async () => {
    // 7 + 30 + 15 + 4 + about 45 ended in 2017, all of them in its first half.
    const inPeriod = async (period: string) =>
      (await totals(`indicator=officials-trained&period=${period}`)).total;
    expect(await inPeriod('2017')).toMatchObject({ value: 101, exact: 56, approximate: 45, undated: 0 });
    expect(await inPeriod('2017-Q2')).toEqual(
      (await totals('indicator=officials-trained&from=2017-04-01&to=2017-06-30')).total,
    );
    expect(await inPeriod('2016')).toMatchObject({ value: null, missing: 'not-reported' });
    expect(await inPeriod('to-date')).toMatchObject({ value: 123 });
    for (const wrong of ['period=2017-13', 'period=2017&from=2017-01-01']) {
      const { statusCode, body } = await get(`/api/v1/totals?indicator=officials-trained&${wrong}`);
      expect([wrong, statusCode, body.includes('period')]).toEqual([wrong, 400, true]);
    }
  });

  it('on the dashboard of the latest year, and beside the year before', async () => {
    const blockOf = async (query: string, id: string) =>
      (await json(`/dashboard.json?lang=en${query}`)).blocks.find((block: { id: string }) => block.id === id);
    expect((await blockOf('', 'results-by-country')).total).toMatchObject({ value: 101 });
    expect((await blockOf('&period=to-date', 'results-by-country')).total).toMatchObject({ value: 123 });
    const [first] = (await blockOf('&compare=previous', 'results-by-country')).rows;
    // Nothing that ended in 2016 was reported: no change can be said.
    expect(first).toMatchObject({ key: 'AG', value: 45, previous: null, change: null, change_share: null });
  });

  it('by country', async () => {
    const answer = await totals(`${toDate}&by=country`);
    expect(values(answer)).toEqual({ AG: 45, CR: 37, BB: 22, DO: 15, CL: 4 });
    expect(answer.rows[0]).toMatchObject({ key: 'AG', exact: 0, approximate: 45 });
    expect(answer.rows[2]).toMatchObject({ key: 'BB', undated: 22 });
  });

  it('of any of several countries, donors or indicators', async () => {
    const ofTwo = await totals(`${toDate}&country=CR&country=BB&by=country`);
    // 37 and the undated 22.
    expect(ofTwo.total).toMatchObject({ value: 59, undated: 22 });
    expect(values(ofTwo)).toEqual({ CR: 37, BB: 22 });
    expect(values(await totals(`${toDate}&donor=canada&donor=european-union&by=donor`))).toEqual({
      canada: 45,
      'european-union': 37,
    });
    expect((await totals(`${toDate}&donor=canada&donor=not-recorded`)).total.value).toBe(67);
    expect((await json('/api/v1/results?indicator=people-informed&indicator=companies-reached')).count).toBe(
      2,
    );
    // The 37 are 7 and 30.
    const behind = await json(ofTwo.total.resultsUrl);
    expect(behind.rows.map(({ place }: { place: { key: string } }) => place.key).toSorted()).toEqual([
      'BB',
      'CR',
      'CR',
    ]);
    const page = await get('/?country=CR&country=BB&period=to-date&lang=en');
    expect(page.body).toContain('Remove the filter Country or region: Costa Rica');
    const { statusCode, body } = await get(
      '/api/v1/totals?indicator=officials-trained&country=CR&country=bb',
    );
    expect([statusCode, JSON.parse(body).detail]).toEqual([400, 'There is no country "bb".']);
  });

  it('by sex, with what is not recorded', async () => {
    expect(values(await totals(`${toDate}&by=sex`))).toEqual({ female: 7, male: 15, 'not-recorded': 101 });
  });

  it('by funding organisation, never to be summed', async () => {
    const answer = await totals(`${toDate}&by=donor`);
    expect(values(answer)).toEqual({
      canada: 45,
      'european-union': 37,
      'united-states-counter-terrorism-bureau': 19,
      'not-recorded': 22,
    });
    expect(answer.additive).toBe(false);
    expect(answer.note).toContain('must not be summed');
  });

  it('by pillar and by programme, as much as in all', async () => {
    expect(values(await totals(`${toDate}&by=pillar`))).toEqual({ 'multidimensional-security': 123 });
    expect(values(await totals(`${toDate}&by=program`))).toEqual({
      'TOUR-AG': 45,
      'MIG-MESO': 37,
      'AVSEC-BB': 22,
      AEO: 19,
    });
    // A programme holds its activities: those of Tourism Security are its own 45.
    expect((await totals(`${toDate}&program=TOUR`)).total.value).toBe(45);
  });

  it('ended in June 2017', async () => {
    const { total, note } = await totals('indicator=officials-trained&from=2017-06-01&to=2017-06-30');
    expect(total).toMatchObject({ value: 101, exact: 56, approximate: 45, undated: 0 });
    expect(note).toContain('Undated figures count to date only');
  });

  it('targets, and progress that nobody reported', async () => {
    const answer = await totals('indicator=officials-trained&kind=target&by=mode');
    expect(answer.rows).toMatchObject([
      { key: 'online', value: 200000, exact: 200000, approximate: 0 },
      { key: 'on-site', value: 340, exact: 0, approximate: 340 },
    ]);
    expect(values(await totals('indicator=officials-trained&kind=target'))).toEqual({
      'region:oas-member-states': 200340,
    });
    const actual = await totals('indicator=officials-trained&program=NET-POL');
    expect(actual.total).toMatchObject({ value: null, missing: 'not-reported' });
  });

  it('documents produced', async () => {
    const answer = await totals('indicator=documents-produced&by=country');
    expect(answer.total).toMatchObject({ value: 17, undated: 1 });
    expect(values(answer)).toEqual({
      BZ: 1,
      CL: 1,
      CR: 2,
      DO: 1,
      SV: 1,
      GT: 1,
      HN: 2,
      NI: 1,
      PA: 1,
      'region:central-america-and-dominican-republic': 3,
      'region:oas-member-states': 3,
    });
  });

  it('a ratio is a pair', async () => {
    const answer = await totals('indicator=programmes-coordinated-with');
    expect(answer.total).toMatchObject({ value: 14, denominator: 17 });
    expect(answer.additive).toBe(false);
  });

  it('people informed, companies reached, companies in pilot', async () => {
    expect((await totals('indicator=people-informed')).total.value).toBe(370);
    expect((await totals('indicator=companies-reached')).total.value).toBe(180);
    const pilot = await totals('indicator=companies-in-pilot&by=size');
    expect(pilot.total.value).toBe(5);
    expect(values(pilot)).toEqual({ sme: 1, other: 4 });
  });

  it('programmes: 12 at the top, 17 with their activities, 6 on the sheet of Chile', async () => {
    expect((await json('/api/v1/programs')).count).toEqual({ top: 12, all: 17 });
    expect((await totals('indicator=programmes')).total).toMatchObject({ value: 12, withActivities: 17 });
    const chile = await json('/api/v1/programs?country=CL');
    expect(chile.rows.map(({ code }: { code: string }) => code)).toEqual([
      'AEO',
      'CARGO-CL',
      'MAR-CL',
      'NET-POL',
      'NET-PREV',
      'R1540',
    ]);
  });

  it('every total leads to its rows, which sum to it', async () => {
    for (const by of ['country', 'donor', 'pillar', 'program', 'year', 'month', 'sex', 'role']) {
      const { rows } = await totals(`${toDate}&by=${by}`);
      for (const row of rows) {
        const behind = await json(row.resultsUrl);
        expect(behind.count).toBe(row.resultCount);
        if (by === 'sex' || by === 'role') continue;
        const sum = behind.rows.reduce((total: number, { value }: { value: number }) => total + value, 0);
        expect([by, row.key, sum]).toEqual([by, row.key, row.value]);
        expect(behind.rows[0].evidence.length).toBeGreaterThan(0);
      }
    }
  });

  it('money agrees by pillar, country, donor and programme, and says that it is illustrative', async () => {
    const views = await Promise.all(
      ['pillar', 'country', 'donor', 'program', 'year'].map((by) =>
        json(`/api/v1/funding?type=commitment&by=${by}`),
      ),
    );
    const [first] = views;
    expect(first.illustrative).toBe(true);
    for (const { rows, total } of views) {
      expect(rows.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(total.value);
      expect(total.value).toBe(first.total.value);
    }
    const [row] = first.rows;
    expect(row).toMatchObject({ exact: row.value, approximate: 0, undated: 0, illustrative: row.value });
    const behind = await json(row.resultsUrl);
    expect(behind.rows).toHaveLength(row.resultCount);
    expect(
      behind.rows.reduce((sum: number, { counted }: { counted: number | null }) => sum + (counted ?? 0), 0),
    ).toBe(row.value);
  });

  it('pages say the same as the data beside them', async () => {
    const page = await get('/?to=2017-06-30');
    expect(page.type).toContain('text/html');
    expect(page.body).toContain('of which 45 approximate and 22 undated');
    const csv = await get('/dashboard.csv?to=2017-06-30&block=results-by-country');
    expect(csv.body.split('\r\n').slice(0, 3)).toEqual([
      '\ufeffblock,key,label,value,exact,approximate,undated,denominator,cut_off,as_of',
      'results-by-country,AG,Antigua and Barbuda,45,0,45,0,,2017-06-30,2017-07-01T12:00:00.000Z',
      'results-by-country,CR,Costa Rica,37,37,0,0,,2017-06-30,2017-07-01T12:00:00.000Z',
    ]);
    const data = await json('/dashboard.json?to=2017-06-30&block=results-by-sex');
    expect(data.blocks[0].rows.map(({ key, value }: { key: string; value: number }) => [key, value])).toEqual(
      [
        ['male', 15],
        ['female', 7],
        ['not-recorded', 101],
      ],
    );
  });

  it.each([
    ['/programs', 'Inter-American Network'],
    ['/programs/AVSEC-BB', 'Air Cargo Security Workshop'],
    ['/countries/CL', 'Chile'],
    ['/donors/canada', 'Canada'],
    ['/results?indicator=officials-trained&kind=actual&by=country&key=CR', 'Costa Rica'],
    ['/transactions?type=commitment', 'generated for demonstration'],
    ['/methods', '164'],
  ])('%s is a page with its words, in every language', async (url, text) => {
    expect((await get(url)).body).toContain(text);
    for (const lang of LANGUAGES) {
      const { statusCode, body } = await get(`${url}${url.includes('?') ? '&' : '?'}lang=${lang}`);
      expect(statusCode).toBe(200);
      expect(body).toContain(`<html lang="${lang}"`);
    }
  });

  it.each([
    ['/api/v1/results?limit=500', 'AVSEC-BB'],
    ['/api/v1/transactions', 'NET-POL'],
    ['/api/v1/programs', 'AVSEC-BB'],
    ['/api/v1/programs/AVSEC-BB', 'AVSEC-BB'],
    ['/results.json', 'AVSEC-BB'],
  ])('%s tells nothing of who approved a row, and which file brought it', async (url, program) => {
    const { body } = await get(url);
    expect(body).toContain(program);
    expect(body).not.toMatch(/"(approved(By|At)|batch(Line)?)"/);
  });

  it('describes itself in OpenAPI 3.1, with every call and its parameters', async () => {
    const { openapi, paths } = await json('/api/v1/openapi.json');
    expect(openapi).toBe('3.1.0');
    expect(Object.keys(paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/totals',
        '/api/v1/funding',
        '/api/v1/results',
        '/api/v1/transactions',
        '/api/v1/programs',
        '/api/v1/programs/{code}',
      ]),
    );
    const names = paths['/api/v1/totals'].get.parameters.map(({ name }: { name: string }) => name);
    expect(names).toEqual(
      expect.arrayContaining(['indicator', 'kind', 'by', 'pillar', 'country', 'donor', 'from', 'to', 'lang']),
    );
  });

  it.each([
    ['/api/v1/totals?indicator=nothing', 400, 'FILTER.UNKNOWN_INDICATOR'],
    ['/api/v1/totals?indicator=officials-trained&country=XX', 400, 'FILTER.UNKNOWN_COUNTRY'],
    ['/api/v1/totals?indicator=officials-trained&by=colour', 400, 'TOTALS.UNKNOWN_DIMENSION'],
    ['/api/v1/totals?indicator=officials-trained&lang=de', 400, 'REQUEST.INVALID'],
    ['/api/v1/totals?indicator=officials-trained&from=June', 400, 'REQUEST.INVALID'],
    ['/api/v1/totals?indicator=officials-trained&contry=CR', 400, 'REQUEST.INVALID'],
    ['/api/v1/results?cursor=nothing', 400, 'RESULTS.UNKNOWN_CURSOR'],
    ['/api/v1/programs/NOWHERE', 404, 'PROGRAM.UNKNOWN'],
    ['/api/v1/nothing', 404, 'REQUEST.NOT_FOUND'],
    ['/dashboard.csv?block=none', 400, 'PAGE.UNKNOWN_BLOCK'],
  ])('%s is refused with a problem', async (url, status, code) => {
    const { statusCode, type, body } = await get(url);
    expect(statusCode).toBe(status);
    expect(type).toContain('application/problem+json');
    expect(JSON.parse(body)).toMatchObject({ status, code });
  });

  it.each([
    ['/countries/XX', 404],
    ['/donors/nobody', 404],
    ['/results/none', 404],
    ['/?pillar=none', 400],
    ['/?lang=de', 400],
  ])('%s is an error page for people', async (url, status) => {
    const { statusCode, type, body } = await get(url);
    expect(statusCode).toBe(status);
    expect(type).toContain('text/html');
    expect(body).toContain('<h1>');
  });
});
