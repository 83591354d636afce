import { count, eq, sql } from 'drizzle-orm';
import { importBatches } from '../../src/platform/csv/import-batches.table.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { organisations } from '../../src/programs/organisations.table.ts';
import { memberships, places, regionCountries } from '../../src/programs/places.table.ts';
import { pillars, programPillars, programs } from '../../src/programs/programs.table.ts';
import { evidence, resultParts, results } from '../../src/results/results.table.ts';
import { eachEngine, undone } from '../support/database.ts';
import { importCsv, NOW, seed, seedCsv, seedKinds } from '../support/import.ts';

eachEngine('importing the reference portfolio', (engine) => {
  let db: Database;

  beforeAll(async () => {
    ({ db } = await engine.open());
    await seed(db);
  });

  it('is one change of the portfolio', async () => {
    expect(await readRevision(db)).toBe(1);
  });

  it('holds what the sheets state', async () => {
    const trained = await db
      .select({ sum: sql<string>`sum(value)`, rows: count() })
      .from(results)
      .where(sql`indicator = 'officials-trained' AND kind = 'actual'`);
    expect(trained).toEqual([{ sum: '123', rows: 6 }]);
    const documents = await db
      .select({ place: results.place, sum: sql<string>`sum(value)` })
      .from(results)
      .where(sql`indicator = 'documents-produced' AND kind = 'actual'`)
      .groupBy(results.place)
      .orderBy(results.place);
    expect(documents.map(({ place, sum }) => `${place} ${sum}`)).toEqual([
      'BZ 1',
      'CL 1',
      'CR 2',
      'DO 1',
      'GT 1',
      'HN 2',
      'NI 1',
      'PA 1',
      'SV 1',
      'region:central-america-and-dominican-republic 3',
      'region:oas-member-states 3',
    ]);
    const [ratio] = await db.select().from(results).where(eq(results.measure, 'ratio'));
    expect(ratio).toMatchObject({ indicator: 'programmes-coordinated-with', value: 14, denominator: 17 });
  });

  it('keeps a breakdown, the whole of an axis without a number, and the sheet as evidence', async () => {
    const parts = await db
      .select({ axis: resultParts.axis, part: resultParts.part, value: resultParts.value })
      .from(resultParts)
      .innerJoin(results, eq(results.id, resultParts.result))
      .where(sql`program IN ('AVSEC-BB', 'MIG-MESO')`)
      .orderBy(resultParts.axis, resultParts.part);
    expect(parts).toEqual([
      { axis: 'role', part: 'national-trainer', value: 7 },
      { axis: 'role', part: 'participant', value: 30 },
      { axis: 'sex', part: 'female', value: 7 },
      { axis: 'sex', part: 'male', value: 15 },
    ]);
    const [barbados] = await db
      .select({ kind: evidence.kind, title: sql<string>`title ->> 'en'` })
      .from(evidence)
      .innerJoin(results, eq(results.id, evidence.result))
      .where(eq(results.program, 'AVSEC-BB'));
    expect(barbados).toEqual({ kind: 'sheet', title: 'Barbados' });
  });

  it('says of each figure who approved it, and in which line of which file it stands', async () => {
    const [row] = await db
      .select()
      .from(results)
      .innerJoin(importBatches, eq(importBatches.id, results.batch))
      .where(eq(results.program, 'AVSEC-BB'));
    const line =
      seedCsv('results')
        .split('\n')
        .findIndex((text) => text.startsWith('AVSEC-BB')) + 1;
    expect(row?.results).toMatchObject({
      status: 'approved',
      approvedBy: 'seeds',
      approvedAt: NOW,
      batchLine: line,
    });
    expect(row?.import_batches).toMatchObject({
      fileName: 'results.csv',
      rows: 38,
      inserted: 38,
      importedAt: NOW,
    });
  });

  it('dates by year, by day and not at all', async () => {
    const dates = await db
      .select({ code: programs.code, start: programs.startsOn, precision: programs.startPrecision })
      .from(programs)
      .where(sql`code IN ('AEO', 'MAR-CR', 'AVSEC')`)
      .orderBy(programs.code);
    expect(dates).toEqual([
      { code: 'AEO', start: '2014-01-01', precision: 'year' },
      { code: 'AVSEC', start: null, precision: 'none' },
      { code: 'MAR-CR', start: '2017-04-12', precision: 'day' },
    ]);
    const [tour] = await db.select().from(programs).where(eq(programs.code, 'TOUR'));
    expect(tour).toMatchObject({
      startsOn: '2016-01-01',
      startPrecision: 'year',
      endsOn: null,
      endPrecision: 'none',
    });
  });

  it('knows when Nicaragua was a member, and what the Caribbean holds', async () => {
    expect(await db.select().from(memberships).where(eq(memberships.country, 'NI'))).toEqual([
      { country: 'NI', from: '1951-12-13', to: '2023-11-19' },
    ]);
    const caribbean = await db
      .select()
      .from(regionCountries)
      .where(eq(regionCountries.region, 'region:caribbean-27-jurisdictions'));
    expect(caribbean).toHaveLength(14);
  });

  it.each(seedKinds)('changes nothing when %s are imported again', async (kind) => {
    await undone(db, async (tx) => {
      const outcome = await importCsv(tx, kind, seedCsv(kind));
      expect(outcome).toMatchObject({ inserted: 0, updated: 0, unchanged: outcome.rows, errors: [] });
      expect(await readRevision(tx)).toBe(1);
    });
  });

  it('keeps translations where a file has no columns for them', async () => {
    const csv =
      'code,name\ndemocracy,Democracy\nhuman-rights,Human dignity\nintegral-development,Integral development\n';
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'pillars', csv)).toMatchObject({ inserted: 0, updated: 1, unchanged: 2 });
      const rows = await tx.select().from(pillars).orderBy(pillars.code);
      expect(rows.slice(0, 2)).toEqual([
        {
          code: 'democracy',
          name: { en: 'Democracy', es: 'Democracia', pt: 'Democracia', fr: 'Démocratie' },
        },
        // The English that they translated is gone, and so are they.
        { code: 'human-rights', name: { en: 'Human dignity' } },
      ]);
    });
  });

  it('clears what an empty cell clears, and leaves what has no column', async () => {
    const csv = 'code,title,status,start,note,note_es\nMAR-CR,Ports,closed,,Three phases.,\n';
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'programs', csv)).toMatchObject({ updated: 1 });
      const [row] = await tx.select().from(programs).where(eq(programs.code, 'MAR-CR'));
      expect(row).toMatchObject({
        title: { en: 'Ports' },
        status: 'closed',
        parent: 'MAR',
        unit: 'CICTE',
        startsOn: null,
        startPrecision: 'none',
        endsOn: '2017-12-31',
        note: { en: 'Three phases.' },
      });
      expect(await tx.select().from(programPillars).where(eq(programPillars.program, 'MAR-CR'))).toHaveLength(
        1,
      );
    });
  });

  it('takes parents that come later, and a programme of two pillars', async () => {
    const csv = [
      'code,parent,title,status,pillar',
      'NEW-1,NEW,Part,planned,',
      'NEW,,Whole,planned,democracy:60;human-rights:40',
    ].join('\n');
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'programs', csv)).toMatchObject({ inserted: 2, errors: [] });
      expect(await tx.select().from(programPillars).where(eq(programPillars.program, 'NEW'))).toEqual([
        { program: 'NEW', pillar: 'democracy', share: '60' },
        { program: 'NEW', pillar: 'human-rights', share: '40' },
      ]);
    });
  });

  it('turns a programme and its parent around', async () => {
    const csv = 'code,parent,title,status\nMAR,MAR-CR,Maritime,ongoing\nMAR-CR,,Ports,ongoing\n';
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'programs', csv)).toMatchObject({ updated: 2, errors: [] });
    });
  });

  it('splits a programme over places whose shares sum to 100 with those that were there', async () => {
    const csv = 'program,country_or_region,share\nTOUR-CR,CR,70\nTOUR-CR,region:Isthmus,30\n';
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'program-countries', csv)).toMatchObject({
        inserted: 1,
        updated: 1,
        errors: [],
      });
      expect(await tx.select().from(places).where(eq(places.code, 'region:isthmus'))).toEqual([
        { code: 'region:isthmus', kind: 'region', name: { en: 'Isthmus' } },
      ]);
    });
  });

  it('creates organisations, and countries outside the organisation, from the rows that name them', async () => {
    const csv = [
      'program,organisation,kind,country,role',
      'MAR,Japan (JICA),government agency,JP,funding',
      'TOUR,Japan (JICA),,,funding',
    ].join('\n');
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'program-organisations', csv)).toMatchObject({ inserted: 2, errors: [] });
      expect(await tx.select().from(organisations).where(eq(organisations.code, 'japan-jica'))).toEqual([
        {
          code: 'japan-jica',
          name: { en: 'Japan (JICA)' },
          kind: 'government agency',
          country: 'JP',
          identifier: null,
        },
      ]);
      const names = 'name,name_es,kind,country\nJapan (JICA),Japón (JICA),government agency,JP\n';
      expect(await importCsv(tx, 'organisations', names)).toMatchObject({ inserted: 0, updated: 1 });
    });
  });

  it('lets a country leave and come back', async () => {
    const csv = 'code,kind,member_from,member_to\nNI,country,1951-12-13,2023-11-19\nNI,country,2030-01-01,\n';
    await undone(db, async (tx) => {
      expect(await importCsv(tx, 'places', csv)).toMatchObject({ updated: 1, errors: [] });
      expect(await tx.select().from(memberships).where(eq(memberships.country, 'NI'))).toHaveLength(2);
    });
  });
});
