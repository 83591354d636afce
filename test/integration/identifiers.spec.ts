import { sql } from 'drizzle-orm';
import { importKinds } from '../../src/imports.ts';
import { csvLines } from '../../src/platform/csv/write-csv.ts';
import type { Database } from '../../src/platform/database/database.ts';
import type { TestApp } from '../support/app.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv } from '../support/import.ts';
import { startReferenceApp } from '../support/reference-app.ts';

const MARITIME = 'XM-DAC-47136-ACT/2017:12';

async function tableOf(db: Database, name: string) {
  const kind = importKinds.find((each) => each.name === name);
  if (kind === undefined) throw new Error(`There is no kind ${name}.`);
  const { columns, rows } = await kind.read(db);
  return [columns, ...rows.map(({ cells }) => columns.map((column) => cells[column] ?? ''))];
}

eachEngine('identifiers under which aid is published', (engine) => {
  let app: TestApp;
  let db: Database;
  const get = async (url: string) => (await app.nest.inject({ url })).body;
  const programs = (to: Database, ...rows: readonly string[]) =>
    importCsv(to, 'programs', ['code,title,status,identifier', ...rows].join('\n'));

  beforeAll(async () => {
    app = await startReferenceApp(engine);
    db = app.database.db;
    expect(await programs(db, `NEW,New,ongoing,${MARITIME}`)).toMatchObject({ errors: [], inserted: 1 });
    const canada = 'name,kind,country,identifier\nCanada,government,CA,CA-4\n';
    expect(await importCsv(db, 'organisations', canada)).toMatchObject({ errors: [], updated: 1 });
    const funds = 'program,organisation,role\nNEW,CA-4,funding\n';
    expect(await importCsv(db, 'program-organisations', funds)).toMatchObject({ errors: [], inserted: 1 });
  });
  afterAll(() => app.close());

  it.each(['programs', 'organisations'])('come back unchanged with %s', async (kind) => {
    const csv = csvLines(await tableOf(db, kind));
    expect(await importCsv(db, kind, csv)).toMatchObject({ errors: [], inserted: 0, updated: 0 });
    expect(csv).toContain(kind === 'programs' ? MARITIME : 'CA-4');
  });

  it('are kept where a file has no column for them, and go with an empty cell', () =>
    undone(db, async (tx) => {
      await importCsv(tx, 'programs', 'code,title,status\nNEW,Newer,ongoing\n');
      expect(csvLines(await tableOf(tx, 'programs'))).toContain(MARITIME);
      await programs(tx, 'NEW,Newer,ongoing,');
      expect(csvLines(await tableOf(tx, 'programs'))).not.toContain(MARITIME);
    }));

  it('stand on the page, in the list, in answers and in the fact sheet', async () => {
    expect(await get('/programs/NEW')).toContain(MARITIME);
    expect(await get('/programs/MAR')).not.toContain('IATI identifier');
    expect(await get('/programs.csv')).toContain(`,${MARITIME}`);
    expect(JSON.parse(await get('/api/v1/programs/NEW'))).toMatchObject({
      identifier: MARITIME,
      donors: [{ code: 'canada', label: 'Canada', identifier: 'CA-4' }],
    });
    expect(JSON.parse(await get('/api/v1/programs/MAR'))).toMatchObject({ identifier: null });
    expect(await get('/donors/canada')).toContain('Donor · CA-4');
    expect(await get('/api/v1/reports/portfolio.csv?period=2017-06')).toContain(MARITIME);
  });

  it.each([
    ['program-countries', 'program,country_or_region\n@,PE\n'],
    ['program-organisations', 'program,organisation,role\n@,IOM,partner\n'],
    [
      'results',
      'program,indicator,unit,kind,country_or_region,period_end,value\n@,ports,ports,actual,PE,2017-06,1\n',
    ],
    ['transactions', 'program,type,value_date,amount,currency\n@,pledge,2017-06-01,1,USD\n'],
    ['programs', 'code,parent,title,status\nINSIDE,@,Inside,ongoing\n'],
  ])('name the programme in files of %s', async (kind, csv) => {
    await undone(db, async (tx) => {
      const outcome = await importCsv(tx, kind, csv.replace('@', MARITIME.toLowerCase()));
      expect(outcome).toMatchObject({ errors: [], inserted: 1 });
      expect(csvLines(await tableOf(tx, kind))).toContain('NEW,');
    });
  });

  it('belong to one alone', async () => {
    expect((await programs(db, `MAR,Maritime,ongoing,${MARITIME}`)).errors).toMatchObject([
      { line: 2, column: 'identifier', code: 'IDENTIFIER.TAKEN' },
    ]);
    expect((await programs(db, 'A,A,ongoing,X-1', 'B,B,ongoing,X-1')).errors).toMatchObject([
      { line: 3, column: 'identifier', code: 'ROW.REPEATED' },
    ]);
    await undone(db, async (tx) => {
      const swapped = await programs(tx, 'NEW,New,ongoing,X-1', `MAR,Maritime,ongoing,${MARITIME}`);
      expect(swapped).toMatchObject({ errors: [], updated: 2 });
      await tx.execute(sql`SET CONSTRAINTS ALL IMMEDIATE`);
    });
    const twice = db.execute(sql`UPDATE programs SET identifier = 'X-1' WHERE code IN ('MAR', 'TOUR')`);
    await expect(twice).rejects.toMatchObject({
      cause: { message: expect.stringContaining('programs_identifier_is_its_own') },
    });
  });

  it('have no blanks and an end', async () => {
    const refused = await programs(
      db,
      'A,A,ongoing,XM DAC',
      `B,B,ongoing,${'X'.repeat(121)}`,
      'C,C,ongoing,X\u200b1',
    );
    expect(refused.errors).toMatchObject([
      { line: 2, column: 'identifier', code: 'CELL.NOT_AN_IDENTIFIER' },
      { line: 3, column: 'identifier', code: 'CELL.NOT_AN_IDENTIFIER' },
      { line: 4, column: 'identifier', code: 'CELL.INVISIBLE' },
    ]);
    await undone(db, async (tx) => {
      expect((await programs(tx, `D,D,ongoing,${'X'.repeat(120)}`)).errors).toEqual([]);
    });
  });

  it('that the standard does not take are kept, and named', () =>
    undone(db, async (tx) => {
      const { notes } = await programs(tx, 'D,D,ongoing,A/1', 'E,E,ongoing,A&1', 'F,F,ongoing,A:1');
      expect(notes).toContain(
        'The IATI standard takes no identifier with / & | or ?: "A/1" and 1 more. Kept as it is.',
      );
    }));
});
