import { type InEachLanguage, LANGUAGES } from '../../src/core/text.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

/** As a browser asks for what its reader opens. */
const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };
const BEFORE = '2017-07-01T12:00:00Z';
const QUESTION = 'indicator=officials-trained&to=2017-06-30';

/** A figure that came late: a thousand officials of June, approved on 3 July at 18:03 in UTC, which is 14:03 in New York. */
const LATE = new Date('2017-07-03T18:03:00Z');
const THOUSAND = `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value
R1540,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,1000
`;
/** And money, of which there were 92,500.00 dollars before. */
const MONEY = `program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note
MAR-CR,pledge,2017-06-09,500,USD,Canada,,CR,no,
`;

const textOf = (body: string) =>
  body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f\u2068\u2069]/g, ' ')
    .replace(/\s+/g, ' ');

const KNOWN_THEN: InEachLanguage<readonly [first: string, dates: string]> = {
  en: [
    'This is what was known on 1 July 2017 at 08:00',
    'Counts to 30 June 2017, as known on 1 July 2017 at 08:00',
  ],
  es: [
    'Esto es lo que se sabía el 1 de julio de 2017, 08:00',
    'Se cuenta hasta el 30 de junio de 2017, según lo que se sabía el 1 de julio de 2017, 08:00',
  ],
  pt: [
    'Isto é o que se sabia em 1 de julho de 2017, 08:00',
    'Conta-se até 30 de junho de 2017, conforme o que se sabia em 1 de julho de 2017, 08:00',
  ],
  fr: [
    'Voici ce qui était connu le 1er juillet 2017, 08 h 00',
    'Compté jusqu’au 30 juin 2017, selon ce qui était connu le 1er juillet 2017, 08 h 00',
  ],
};

eachEngine('figures as they were known', (engine) => {
  let app: TestApp;
  let now = NOW;
  const clock: Clock = { now: () => now };

  beforeAll(async () => {
    const database = await engine.openSeeded();
    for (const [kind, csv] of [
      ['results', THOUSAND],
      ['transactions', MONEY],
    ] as const)
      expect((await importCsv(database.db, kind, csv, { now: LATE, by: 'ana' })).errors).toEqual([]);
    now = new Date('2017-07-05T12:00:00Z');
    app = await startApp({ database, clock });
  });
  afterAll(() => app.close());

  const get = (url: string, headers: Record<string, string> = BROWSER) => app.nest.inject({ url, headers });
  const json = async (url: string) => JSON.parse((await get(url, {})).body);

  it('counts what was known then, and says both dates', async () => {
    expect(await json(`/api/v1/totals?${QUESTION}`)).toMatchObject({
      cutOff: '2017-06-30',
      asOf: LATE.toISOString(),
      total: { value: 1123 },
    });
    expect(await json(`/api/v1/totals?${QUESTION}&as-of=${BEFORE}`)).toMatchObject({
      cutOff: '2017-06-30',
      asOf: '2017-07-01T12:00:00.000Z',
      total: { value: 123 },
    });
  });

  it.each([
    ['a moment with another zone', '2017-07-03T20:03:00%2B02:00', 1123],
    ['a plus sign that nobody encoded', '2017-07-03T20:03:00+02:00', 1123],
    ['the minute before', '2017-07-03T18:02:00Z', 123],
    ['a day, which is its end where reports reckon', '2017-07-03', 1123],
    ['the day before', '2017-07-02', 123],
    ['today', '2017-07-05', 1123],
    ['nothing', '', 1123],
  ])('takes %s', async (_, asOf, value) => {
    const { total } = await json(`/api/v1/totals?${QUESTION}&as-of=${asOf}`);
    expect(total.value).toBe(value);
  });

  it('counts to that day where no last day is named, as it did then', async () => {
    const { cutOff } = await json(`/api/v1/totals?indicator=officials-trained&as-of=${BEFORE}`);
    expect(cutOff).toBe('2017-07-01');
  });

  it('answers every call so, and leads on as of the same moment', async () => {
    const { rows, total } = await json(`/api/v1/totals?${QUESTION}&as-of=${BEFORE}&by=country`);
    const behind = new URL(rows[0].resultsUrl, 'http://here');
    expect(behind.searchParams.get('as-of')).toBe(BEFORE);
    expect((await json(total.resultsUrl)).count).toBe(total.resultCount);
    const asked = `as-of=${BEFORE}&to=2017-06-30`;
    for (const [path, then] of [
      [`funding?type=pledge&donor=canada&${asked}`, { asOf: '2017-07-01T12:00:00.000Z' }],
      [
        `results?indicator=officials-trained&kind=actual&${asked}`,
        { asOf: '2017-07-01T12:00:00.000Z', count: 6 },
      ],
      [`transactions?type=pledge&donor=canada&country=CR&${asked}`, { asOf: '2017-07-01T12:00:00.000Z' }],
      [`programs?${asked}`, { asOf: '2017-07-01T12:00:00.000Z', count: { top: 12, all: 17 } }],
      [`programs/R1540?${asked}`, { asOf: '2017-07-01T12:00:00.000Z' }],
    ] as const)
      expect({ path, ...(await json(`/api/v1/${path}`)) }).toMatchObject({ path, ...then });
    const pledged = async (query: string) =>
      (await json(`/api/v1/funding?type=pledge&to=2017-06-30&${query}`)).total.value ?? 0;
    expect((await pledged('')) - (await pledged(`as-of=${BEFORE}`))).toBe(50_000);
  });

  it.each(LANGUAGES.map((lang) => [lang, ...KNOWN_THEN[lang]] as const))(
    'says so on a page, in %s',
    async (lang, first, dates) => {
      const { statusCode, body } = await get(`/?to=2017-06-30&as-of=${BEFORE}&lang=${lang}`);
      expect(statusCode).toBe(200);
      expect(textOf(body)).toContain(first);
      expect(textOf(body)).toContain(dates);
      // The way back, and the filter that it is.
      expect(body).toContain(`href="/?to=2017-06-30&amp;lang=${lang}"`);
      expect(body).toMatch(new RegExp(`id="filter-as-of"[^>]*value="${BEFORE}"`));
      // Every way on to other figures goes to the same moment.
      const ways = [
        ...body.matchAll(/href="(\/(?:results|programs|countries|donors|transactions)[/?][^"]*)"/g),
      ];
      expect(ways.length).toBeGreaterThan(10);
      for (const [, href] of ways) expect(href).toContain(`as-of=${encodeURIComponent(BEFORE)}`);
    },
  );

  it('says nothing of the past where none was asked for', async () => {
    const { body } = await get('/?lang=en');
    expect(textOf(body)).not.toMatch(/Counts to|what was known/);
    expect(textOf((await get('/?to=2017-06-30&lang=en')).body)).toContain(
      'Counts to 30 June 2017, as known on 3 July 2017 at 14:03',
    );
  });

  it('gives a page as data so', async () => {
    const { body } = await get(`/dashboard.csv?to=2017-06-30&as-of=${BEFORE}`, {});
    const [head = '', first = ''] = body.split('\r\n');
    expect(head).toMatch(/,cut_off,as_of$/);
    expect(first).toMatch(/,2017-06-30,2017-07-01T12:00:00\.000Z$/);
    expect(await json(`/dashboard.json?to=2017-06-30&as-of=${BEFORE}`)).toMatchObject({
      cutOff: '2017-06-30',
      asOf: '2017-07-01T12:00:00.000Z',
    });
  });

  it.each([
    ['2017-07-06', 'has not come yet'],
    ['2017-07-05T12:00:01Z', 'has not come yet'],
    ['2017-06-30', 'The first moment that can be asked for is 2017-07-01T12:00:00.000Z'],
    ['yesterday', 'is no moment'],
    ['2017-07-01T24:00', 'is no moment'],
    // Of the clock in Washington, which is four hours behind.
    ['2017-07-05T08:01', 'has not come yet'],
    ['2017-02-30', 'is no moment'],
  ])('refuses %s beside its field, and keeps the rest', async (asOf, words) => {
    const { statusCode, body } = await get(`/?country=CR&as-of=${asOf}&lang=en`);
    expect(statusCode).toBe(400);
    expect(/<span class="field-error" id="filter-as-of-error"[^>]*>([^<]*)</.exec(body)?.[1]).toContain(
      words,
    );
    expect(body).toMatch(new RegExp(`id="filter-as-of"[^>]*value="${asOf}"`));
    expect(body).toContain('<option value="CR" selected>');
    expect((await get(`/api/v1/totals?${QUESTION}&as-of=${asOf}`, {})).statusCode).toBe(400);
  });

  it('makes a report as of then, which says so', async () => {
    const url = (query: string) => `/api/v1/reports/portfolio.csv?period=2017-06&lang=en${query}`;
    const officials = (csv: string) =>
      csv.split('\r\n').find((line) => /^[\w-]*indicators?[\w-]*,officials-trained,/.test(line)) ??
      csv.slice(0, 2000);
    const then = await get(url(`&as-of=${BEFORE}`), {});
    const today = await get(url(''), {});
    expect(officials(then.body)).toMatch(/,123,/);
    expect(officials(then.body)).toMatch(/,2017-06-30,2017-07-01T12:00:00\.000Z$/);
    expect(officials(today.body)).toMatch(/,1123,/);
    expect((await get(url('&as-of=2017-07-09'), {})).json()).toMatchObject({ code: 'AS_OF.FUTURE' });
  });

  it('makes one at the command line', async () => {
    const run = (...argv: readonly string[]) => app.run({ name: 'report', argv, files: new Map() });
    const { exit, stdout } = await run(
      ...`portfolio --period 2017-06 --out a.csv --as-of ${BEFORE}`.split(' '),
    );
    expect(exit).toBe(0);
    expect(stdout.slice(2, 4)).toEqual(['cut-off 2017-06-30', 'as known on 2017-07-01T12:00:00.000Z']);
    const refused = await run(...'portfolio --period 2017-06 --out a.csv --as-of 2017-06-01'.split(' '));
    expect([refused.exit, refused.stderr.join()]).toEqual([2, expect.stringContaining('is not recorded')]);
  });
});
