import { eq, sql } from 'drizzle-orm';
import { download } from '../../src/platform/csv/download.use-case.ts';
import { resultsKind } from '../../src/results/import-results.use-case.ts';
import { results } from '../../src/results/results.table.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { eachEngine } from '../support/database.ts';
import { importCsv, NOW } from '../support/import.ts';

const HEAD =
  'ref,program,indicator,unit,kind,period_start,period_end,value,denominator,baseline,baseline_denominator,baseline_date';
/** A level that is to fall, one that is to rise, and what is done and summed. */
const TARGETS = [
  'rate-target,NET-PREV,homicides,% of cases,target,2017,2017,20,,30.5,,2016',
  'state-target,NET-PREV,states linked,% of states,target,2017,2017,80,,40,,2016-12',
  'trained-target,NET-PREV,officials trained,people,target,2017,2017,100,,500,,',
  'pair-target,NET-PREV,programmes coordinated with,programmes,target,2017,2017,17,20,9,15,2014-06-30',
];
const ACTUALS = [
  'rate-actual,NET-PREV,homicides,% of cases,actual,2017-05,2017-05,28.4,,,,',
  'state-actual,NET-PREV,states linked,% of states,actual,2017-05,2017-05,70,,,,',
];

eachEngine('baselines of targets', (engine) => {
  let app: TestApp;
  const bring = (rows: readonly string[], header = HEAD) =>
    importCsv(app.database.db, 'results', [header, ...rows, ''].join('\n'), { now: NOW });
  const storedOf = async (ref: string) => {
    const [row] = await app.database.db.select().from(results).where(eq(results.ref, ref));
    if (row === undefined) throw new Error(`There is no ${ref}.`);
    return row;
  };
  const targets = async () => {
    const address = '/dashboard.json?block=targets&program=NET-PREV&period=2017';
    const [{ rows }] = (await app.nest.inject(address)).json().blocks;
    return new Map<string, Record<string, unknown>>(
      rows.map((row: Record<string, unknown>) => [String(row.indicator), row]),
    );
  };

  beforeAll(async () => {
    app = await startApp({ database: await engine.openSeeded() });
    expect(await bring([...TARGETS, ...ACTUALS])).toMatchObject({ inserted: 6, errors: [] });
  });
  afterAll(() => app.close());

  it('are kept as they are written, no more exact', async () => {
    expect(await storedOf('rate-target')).toMatchObject({
      baseline: 30.5,
      baselineDenominator: null,
      baselineOn: '2016-12-31',
      baselinePrecision: 'year',
    });
    expect(await storedOf('pair-target')).toMatchObject({
      baseline: 9,
      baselineDenominator: 15,
      baselineOn: '2014-06-30',
      baselinePrecision: 'day',
    });
  });

  it('change nothing where the file is brought again, stay where a file says nothing, go with an empty cell', async () => {
    expect(await bring(TARGETS)).toMatchObject({ unchanged: 4, errors: [] });
    const silent = 'ref,program,indicator,unit,kind,period_start,period_end,value';
    const row = 'state-target,NET-PREV,states linked,% of states,target,2017,2017,80';
    expect(await bring([row], silent)).toMatchObject({ unchanged: 1, errors: [] });
    const emptied = await bring(['state-target,NET-PREV,states linked,% of states,target,2017,2017,80,,,,']);
    expect(emptied).toMatchObject({ updated: 1, errors: [] });
    expect((await storedOf('state-target')).baseline).toBeNull();
    expect(await bring(TARGETS)).toMatchObject({ updated: 1, unchanged: 3, errors: [] });
  });

  it.each([
    [
      'an actual',
      'x,NET-PREV,officials trained,people,actual,2017-05,2017-05,5,,4,,',
      'BASELINE_OF_ACTUAL',
      'baseline',
    ],
    [
      'a date alone',
      'x,NET-PREV,officials trained,people,target,2018,2018,5,,,,2016',
      'BASELINE_MISSING',
      'baseline_date',
    ],
    [
      'half an official',
      'x,NET-PREV,officials trained,people,target,2018,2018,5,,4.5,,',
      'NOT_WHOLE',
      'baseline',
    ],
    [
      'fewer than none',
      'x,NET-PREV,officials trained,people,target,2018,2018,5,,-4,,',
      'NEGATIVE',
      'baseline',
    ],
    [
      'no ratio',
      'x,NET-PREV,officials trained,people,target,2018,2018,5,,4,9,',
      'NOT_A_RATIO',
      'baseline_denominator',
    ],
    [
      'half a pair',
      'x,NET-PREV,programmes coordinated with,programmes,target,2018,2018,5,9,4,,',
      'NO_DENOMINATOR',
      'baseline_denominator',
    ],
    [
      'a later time',
      'x,NET-PREV,officials trained,people,target,2016,2016,5,,4,,2017-02',
      'BASELINE_AFTER_TARGET',
      'baseline_date',
    ],
    [
      'a time to come',
      'x,NET-PREV,officials trained,people,target,2018,2018,5,,4,,2018-02',
      'BASELINE_NOT_YET',
      'baseline_date',
    ],
  ])('are refused to %s', async (_what, row, code, column) => {
    expect((await bring([row])).errors).toMatchObject([{ line: 2, column, code: `RESULT.${code}` }]);
  });

  it('are refused too where they are there already and the target moves before them', async () => {
    const silent = 'ref,program,indicator,unit,kind,period_start,period_end,value';
    const row = 'state-target,NET-PREV,states linked,% of states,target,2015,2015,80';
    expect((await bring([row], silent)).errors).toMatchObject([
      { line: 2, code: 'RESULT.BASELINE_AFTER_TARGET' },
    ]);
  });

  it('say where a target should be by now: of a level from there, upwards or downwards', async () => {
    const rows = await targets();
    // 30.5 to 20 in 365 days: after 181 it should be at 25.29, and 2.1 of 10.5 are 20 %.
    expect(rows.get('homicides')).toMatchObject({
      standing: 'late',
      percent: 20,
      baseline: 30.5,
      baseline_date: '2016-12-31',
    });
    // 40 to 80: at 59.84.
    expect(rows.get('states-linked')).toMatchObject({ standing: 'on-track', percent: 87.5, baseline: 40 });
    expect(rows.get('officials-trained')).toMatchObject({ standing: 'not-reported', baseline: 500 });
  });

  it('add to no total', async () => {
    const { total } = (
      await app.nest.inject('/api/v1/totals?indicator=officials-trained&program=NET-PREV')
    ).json();
    expect(total.value).toBeNull();
  });

  it('let one that is to fall be reached from above, in what is kept too', async () => {
    const reached = async () => {
      const found = await app.database.db.execute(
        sql`SELECT k.is_reached FROM kept.targets k JOIN results r ON r.id = k.id WHERE r.ref = 'rate-target'`,
      );
      return [...((found as { rows?: unknown[] }).rows ?? (found as unknown as unknown[]))];
    };
    expect(await reached()).toEqual([{ is_reached: false }]);
    const fallen = 'rate-actual,NET-PREV,homicides,% of cases,actual,2017-05,2017-05,19.9,,,,';
    expect(await bring([fallen])).toMatchObject({ updated: 1, errors: [] });
    expect(await reached()).toEqual([{ is_reached: true }]);
    expect((await targets()).get('homicides')).toMatchObject({ standing: 'reached' });
    expect(await bring([ACTUALS[0] ?? ''])).toMatchObject({ updated: 1 });
  });

  it.each([
    ['en', 'Baseline', '30.5 (2016)'],
    ['es', 'Línea de base', '30,5 (2016)'],
    ['pt', 'Linha de base', '30,5 (2016)'],
    ['fr', 'Valeur de référence', '30,5 (2016)'],
  ])('stand on the page of the target, in %s', async (language, label, words) => {
    const { id } = await storedOf('rate-target');
    const { body } = await app.nest.inject(`/results/${id}?lang=${language}`);
    expect(body).toContain(label);
    expect(body).toContain(words);
  });

  it('come back from a download as they went in', async () => {
    const { bytes } = await download(app.database.db, resultsKind, 'csv', NOW);
    const file = new TextDecoder().decode(bytes);
    expect(file).toContain(',30.5,,2016,');
    expect(await importCsv(app.database.db, 'results', file, { now: NOW })).toMatchObject({
      inserted: 0,
      updated: 0,
      errors: [],
    });
  });
});
