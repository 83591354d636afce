import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { terms } from '../../src/programs/terms.table.ts';
import { indicators } from '../../src/results/indicators.table.ts';
import { results } from '../../src/results/results.table.ts';
import { eachEngine, undone } from '../support/database.ts';
import { ANOTHER, importCsv, SAME } from '../support/import.ts';

/** The header of `results` with the columns that most rows need. */
const RESULTS = 'program,indicator,unit,kind,country_or_region,period_start,period_end,value,breakdown,note';

eachEngine('importing results', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    const programme = 'code,title,status\nMAR,Maritime,ongoing\n';
    expect(await importCsv(db, 'programs', programme)).toMatchObject({ inserted: 1, errors: [] });
  });

  const workshop = (value: string, note = 'Workshop') =>
    `${RESULTS}\nMAR,officials trained,people,actual,CR,2016,2016,${value},,${note}\n`;

  it('creates the indicator, the country and the words of the breakdown that a row brings', async () => {
    const csv = `${RESULTS}\nMAR,Officials trained,people,actual,CR,2016,2016-06,22,sex=female:7;sex=male:15,\n`;
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'results', csv)).toMatchObject({ inserted: 1, errors: [] });
      expect(await tx.select().from(indicators)).toEqual([
        {
          code: 'officials-trained',
          name: { en: 'Officials trained' },
          unit: { en: 'people' },
          measure: 'count',
          combineTime: 'sum',
          combinePlace: 'sum',
          people: 'persons',
          reportsEvery: null,
          evidenceRequired: false,
        },
      ]);
      expect(await tx.select().from(terms).orderBy(terms.list, terms.code)).toEqual([
        { list: 'axis', code: 'sex', label: { en: 'sex' } },
        { list: 'sex', code: 'female', label: { en: 'female' } },
        { list: 'sex', code: 'male', label: { en: 'male' } },
      ]);
      // Of two dates the coarser precision holds; a month ends with its last day.
      const [row] = await tx.select().from(results);
      expect(row).toMatchObject({
        periodStart: '2016-01-01',
        periodEnd: '2016-06-30',
        datePrecision: 'year',
      });
    });
  });

  it.each([
    ['a denominator makes a ratio, of which the latest counts', 'programmes', '17', 'ratio', 'latest', null],
    ['milestones are milestones', 'milestones', '', 'milestone', 'sum', null],
    ['people are persons', 'People', '', 'count', 'sum', 'persons'],
    ['anything else is a count', 'companies', '', 'count', 'sum', null],
    ['a percentage is a rate, of which the latest counts', '% of officials', '', 'rate', 'latest', null],
    ['a percentage of so many is a ratio', '%', '17', 'ratio', 'latest', null],
    ['an average is a rate', 'promedio de días', '', 'rate', 'latest', null],
  ])(
    'infers what a new indicator measures: %s',
    async (_what, unit, denominator, measure, combineTime, people) => {
      const csv = `program,indicator,unit,kind,value,denominator\nMAR,something,${unit},actual,14,${denominator}\n`;
      await undone(db, async (tx) => {
        expect(await importCsv(tx, 'results', csv)).toMatchObject({ inserted: 1, errors: [] });
        const [indicator] = await tx.select().from(indicators);
        const combinePlace = measure === 'rate' ? 'none' : 'sum';
        expect(indicator).toMatchObject({ measure, combineTime, combinePlace, people });
      });
    },
  );

  it('lets a row say how its new indicator combines', async () => {
    const csv =
      'program,indicator,unit,kind,value,combine_time,combine_place\nMAR,members,states,actual,34,latest,none\n';
    await undone(db, async (tx) => {
      await importCsv(tx, 'results', csv);
      const [indicator] = await tx.select().from(indicators);
      expect(indicator).toMatchObject({ combineTime: 'latest', combinePlace: 'none' });
    });
  });

  it('keeps ranges, undated figures and zeros', async () => {
    const csv = [
      'program,indicator,unit,kind,qualifier,value,date_precision',
      'MAR,companies,companies,actual,range,10-15,none',
      'MAR,ports,ports,actual,exact,0,',
    ].join('\n');
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'results', csv)).toMatchObject({ inserted: 2, errors: [] });
      const rows = await tx.select().from(results).orderBy(results.indicator);
      expect(rows).toMatchObject([
        { qualifier: 'range', value: 10, valueHigh: 15, datePrecision: 'none', periodEnd: null },
        { qualifier: 'exact', value: 0, valueHigh: null, datePrecision: 'none' },
      ]);
    });
  });

  it('corrects the value of a figure that is there, and never counts it twice', async () => {
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'results', workshop('22'))).toMatchObject({ inserted: 1 });
      const [before] = await tx.select({ id: results.id }).from(results);
      expect(await importCsv(tx, 'results', workshop('23'), SAME)).toMatchObject({ inserted: 0, updated: 1 });
      const after = await tx.select({ id: results.id, value: results.value }).from(results);
      expect(after).toEqual([{ id: before?.id, value: 23 }]);
    });
  });

  it('tells figures apart by their notes, and counts rows that are the same where somebody says so', async () => {
    const row = (note: string) => `MAR,documents,documents,actual,,2016,2016,1,,${note}`;
    const csv = [RESULTS, row('Manual'), row('Protocol'), row(''), row('')].join('\n');
    await undone(db, async (tx) => {
      const asked = await importCsv(tx, 'results', csv);
      expect(asked.errors.map(({ line, code }) => [line, code])).toEqual([
        [4, 'IMPORT.TWINS'],
        [5, 'IMPORT.TWINS'],
      ]);
      expect(await importCsv(tx, 'results', csv, ANOTHER)).toMatchObject({ inserted: 4 });
      expect(await importCsv(tx, 'results', csv)).toMatchObject({ inserted: 0, unchanged: 4 });
      const three = [RESULTS, row(''), row(''), row('')].join('\n');
      expect(await importCsv(tx, 'results', three, ANOTHER)).toMatchObject({
        inserted: 1,
        unchanged: 2,
      });
    });
  });

  it('keeps drafts out of what is approved, until a file that approves brings them', async () => {
    await undone(db, async (tx) => {
      const status = async () =>
        (await tx.select({ status: results.status, by: results.approvedBy }).from(results))[0];
      await importCsv(tx, 'results', workshop('22'), { approve: false });
      expect(await status()).toEqual({ status: 'draft', by: null });
      expect(await importCsv(tx, 'results', workshop('22'), { approve: false })).toMatchObject({
        unchanged: 1,
      });
      expect(await importCsv(tx, 'results', workshop('22'), { by: 'a manager' })).toMatchObject({
        updated: 1,
      });
      expect(await status()).toEqual({ status: 'approved', by: 'a manager' });
      const over = await importCsv(tx, 'results', workshop('23'), { approve: false, ...SAME });
      expect(over.errors).toMatchObject([{ line: 2, code: 'ROW.APPROVED' }]);
      expect(await importCsv(tx, 'results', workshop('22'), { approve: false })).toMatchObject({
        unchanged: 1,
      });
    });
  });

  it('stores nothing where one row is bad', async () => {
    const csv = `${workshop('22')}MAR,officials trained,people,actual,CR,2016,2016,many,,Other\n`;
    const before = await readRevision(db);
    const outcome = await importCsv(db, 'results', csv);
    expect(outcome).toMatchObject({ rows: 2, inserted: 0, updated: 0, unchanged: 0, errorCount: 1 });
    expect(outcome.errors).toMatchObject([{ line: 3, column: 'value', code: 'CELL.NOT_A_NUMBER' }]);
    expect(await db.select().from(results)).toEqual([]);
    expect(await db.select().from(indicators)).toEqual([]);
    expect(await readRevision(db)).toBe(before);
  });

  it('does everything in a dry run, and leaves nothing of it', async () => {
    const batches = await db.$count(importBatches);
    const before = await readRevision(db);
    const outcome = await importCsv(db, 'results', workshop('22'), { dryRun: true });
    expect(outcome).toMatchObject({ dryRun: true, inserted: 1, errors: [] });
    expect(await db.select().from(results)).toEqual([]);
    expect(await db.$count(importBatches)).toBe(batches);
    expect(await readRevision(db)).toBe(before);
  });

  it('gives a figure the same id in every database, for links and for files that come again', async () => {
    await undone(db, async (tx) => {
      await importCsv(tx, 'results', workshop('22'));
      const [row] = await tx.select({ id: results.id }).from(results);
      // SHA-256 of '["result","MAR","officials-trained","actual","CR","2016-01-01","2016-12-31","","Workshop"] 1'.
      expect(row?.id).toBe('e9eac6e6-5949-8973-b141-17198bdd3831');
    });
  });
});
