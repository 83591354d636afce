import { sql } from 'drizzle-orm';
import { sumOf } from '../../src/core/decimal.ts';
import type { Clock } from '../../src/platform/clock/clock.ts';
import { actAs } from '../../src/platform/database/actor.repository.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';
import { signIn } from '../support/people.ts';

const BEFORE = '2017-07-01T12:00:00Z';
const LATER = new Date('2017-07-03T18:03:00Z');
/** Ten officials more in Costa Rica, of a period that was told already. */
const TEN = `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value
R1540,officials trained,people,actual,CR,2017-06-01,2017-06-10,day,exact,10
`;
const TOTAL = 'indicator=officials-trained&kind=actual';

const textOf = (body: string) =>
  body
    .replace(/<style[\s\S]*?<\/style>|<[^>]*>/g, ' ')
    .replace(/[\u00a0\u202f\u2068\u2069]/g, ' ')
    .replace(/\s+/g, ' ');
const tableOf = (csv: string): readonly Readonly<Record<string, string>>[] => {
  const [head = [], ...rows] = csv
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) =>
      [...line.matchAll(/("([^"]|"")*"|[^,]*)(,|$)/g)].map(([, cell = '']) => cell.replace(/^"|"$/g, '')),
    );
  return rows.map((cells) => Object.fromEntries(head.map((name, at) => [name, cells[at] ?? ''])));
};

eachEngine('the proof of a total', (engine) => {
  let app: TestApp;
  let now = NOW;
  const clock: Clock = { now: () => now };

  beforeAll(async () => {
    const database = await engine.openSeeded();
    const { db } = database;
    expect((await importCsv(db, 'results', TEN, { now: LATER, by: 'ana' })).errors).toEqual([]);
    // The 45 of Antigua is corrected to 54, and the 15 of the Dominican Republic withdrawn.
    await db.transaction(async (tx) => {
      await actAs(tx, { kind: 'command', name: 'test' }, LATER);
      await tx.execute(sql`UPDATE results SET value = 54, reason = 'Counted again'
        WHERE indicator = 'officials-trained' AND kind = 'actual' AND value = 45`);
      await tx.execute(sql`UPDATE results SET status = 'withdrawn', reason = 'Twice', withdrawn_at = ${LATER.toISOString()}::timestamptz, withdrawn_by = 'ana'
        WHERE indicator = 'officials-trained' AND kind = 'actual' AND value = 15`);
    });
    now = new Date('2017-07-05T12:00:00Z');
    app = await startApp({ database, clock });
  });
  afterAll(() => app.close());

  const get = async (url: string, headers: Record<string, string> = {}) => {
    const { statusCode, body } = await app.nest.inject({ url, headers: { accept: 'text/html', ...headers } });
    expect([url, statusCode]).toEqual([url, 200]);
    return body;
  };
  const rowsOf = async (url: string) => tableOf(await get(url));

  it('adds up to the total in its file, now and as it was', async () => {
    // 123 at first; then 9 more in Antigua, 15 less, and 10 more: 127.
    const isNow = await rowsOf(`/results.csv?${TOTAL}`);
    expect(isNow.map(({ adds }) => Number(adds)).toSorted((a, b) => a - b)).toEqual([4, 7, 10, 22, 30, 54]);
    expect(isNow.at(-1)?.sum_so_far).toBe('127');
    const then = await rowsOf(`/results.csv?${TOTAL}&as-of=${BEFORE}`);
    expect(sumOf(then, ({ adds }) => Number(adds))).toBe(123);
    expect(then.at(-1)?.sum_so_far).toBe('123');
    const women = await rowsOf(`/results.csv?${TOTAL}&by=sex&key=female`);
    expect(women.map(({ value, adds, sum_so_far }) => [value, adds, sum_so_far])).toEqual([['22', '7', '7']]);
  });

  it('says whose hand each row is, and what it said before', async () => {
    const rows = await rowsOf(`/results.csv?${TOTAL}`);
    const antigua = rows.find(({ adds }) => adds === '54');
    expect(antigua).toMatchObject({ said_before: 'about 45' });
    const ten = rows.find(({ adds }) => adds === '10');
    expect(ten).toMatchObject({ approved_by: 'ana', approved: '2017-07-03', said_before: '' });
    const then = await rowsOf(`/results.csv?${TOTAL}&as-of=${BEFORE}`);
    expect(then.find(({ adds }) => adds === '45')).toMatchObject({ said_before: '' });
  });

  it('tells a donor the day alone', async () => {
    const { cookie } = await signIn(app.database.db, { role: 'donor', organisations: ['canada'] }, { now });
    const csv = await get(`/results.csv?${TOTAL}`, { cookie });
    expect(Object.keys(tableOf(csv)[0] ?? {})).not.toContain('approved_by');
    expect(csv).not.toContain('said_before');
    expect(sumOf(tableOf(csv), ({ adds }) => Number(adds))).toBe(54);
  });

  it('says the rule, the sum and what is left out', async () => {
    const page = textOf(await get(`/results?${TOTAL}&from=2017-06-01&to=2017-06-30`));
    expect(page).toContain('How this total comes about');
    // 54, 7, 30, 4 and 10 ended in June; Barbados’ 22 have no date.
    expect(page).toContain('5 rows count. Added up, they make 105');
    expect(page).toContain('1 figure has no date, and counts to date only');
    expect(page).toContain('1 figure was withdrawn');
    const costaRica = textOf(await get(`/results?${TOTAL}&by=country&key=CR`));
    expect(costaRica).toContain('3 rows count. Added up, they make 47');
  });

  it('tells how totals have moved, to the last unit', async () => {
    const totals = await rowsOf(`/changes.csv?since=${BEFORE}&block=moved-totals`);
    expect(totals.find(({ total }) => total === 'officials-trained actual')).toMatchObject({
      before: '123',
      after: '127',
      difference: '4',
      withdrawn: '-15',
      corrected: '9',
      new: '10',
      re_dated: '0',
    });
    const rows = await rowsOf(`/changes.csv?since=${BEFORE}&block=moved-rows&${TOTAL}`);
    expect(rows.map(({ cause, before, after, difference }) => [cause, before, after, difference])).toEqual([
      ['withdrawn', '15', '0', '-15'],
      ['corrected', '45', '54', '9'],
      ['new', '0', '10', '10'],
    ]);
    const asked = await get(`/changes?since=${BEFORE}`);
    // 12:00 in UTC is 8:00 in Washington; what the field holds is the moment that the page tells.
    expect(asked).toMatch(/name="since" type="datetime-local" step="any" value="2017-07-01T08:00"/);
    expect(textOf(await get('/changes?since=2017-07-01T08:00'))).toContain(
      'From what was known on 1 July 2017 at 08:00',
    );
    const page = textOf(asked);
    expect(page).toContain('From what was known on 1 July 2017 at 08:00');
    expect(textOf(await get(`/changes?since=${BEFORE}&as-of=${BEFORE}`))).toContain('No total has moved');
  });

  it('tells what was put back from what is new', async () => {
    await app.database.db.transaction(async (tx) => {
      await actAs(tx, { kind: 'command', name: 'test' }, new Date('2017-07-04T12:00:00Z'));
      await tx.execute(sql`UPDATE results SET status = 'approved', withdrawn_at = NULL, withdrawn_by = NULL
        WHERE status = 'withdrawn' AND indicator = 'officials-trained' AND value = 15`);
    });
    const rows = await rowsOf(`/changes.csv?since=2017-07-03T20:00:00Z&block=moved-rows&${TOTAL}`);
    expect(rows.map(({ cause, difference }) => [cause, difference])).toEqual([['back', '15']]);
  });

  it('shows that all views agree, and both ways of counting', async () => {
    const rows = await rowsOf('/methods/agreement.csv');
    expect(rows.length).toBeGreaterThan(5);
    expect(rows.filter(({ agrees }) => agrees !== 'yes')).toEqual([]);
    expect(rows.find(({ total }) => total === 'officials-trained actual')).toMatchObject({
      counted: '142',
      country: 'agrees',
      year: 'agrees',
      donor: 'contributed-to',
      twice: 'agrees',
    });
    expect(textOf(await get('/methods/agreement'))).toContain('totals agree from every side');
    expect(
      (await rowsOf('/methods/agreement.csv?donor=canada&to=2017-06-30')).map(({ agrees }) => agrees),
    ).not.toContain('no');
  });
});
