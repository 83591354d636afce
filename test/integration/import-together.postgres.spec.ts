import { openDatabase } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { results } from '../../src/results/results.table.ts';
import { onPostgres } from '../support/database.ts';
import { ANOTHER, importCsv, seed } from '../support/import.ts';

const RESULTS = 'program,indicator,unit,kind,country_or_region,value,note\n';
const row = (note: string) => `MAR,officials trained,people,actual,CR,15,${note}\n`;

onPostgres('several imports at once', (empty) => {
  it('of the same file count its figures once', async () => {
    const handle = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    await importCsv(handle.db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
    const before = await readRevision(handle.db);
    const csv = RESULTS + row('first workshop') + row('second workshop');
    const outcomes = await Promise.all([1, 2, 3, 4].map(() => importCsv(handle.db, 'results', csv)));
    expect(outcomes.map(({ errorCount }) => errorCount)).toEqual([0, 0, 0, 0]);
    expect(outcomes.map(({ inserted }) => inserted).sort()).toEqual([0, 0, 0, 2]);
    expect(await handle.db.$count(results)).toBe(2);
    expect(await readRevision(handle.db)).toBe(before + 1);
    await handle.close();
  });

  it('that both bring an indicator, a place and a word keep them as one', async () => {
    const handle = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    await importCsv(handle.db, 'programs', 'code,title,status\nMAR,Maritime,ongoing\n');
    const outcomes = await Promise.all(
      ['a', 'b', 'c', 'd'].map((note) => importCsv(handle.db, 'results', RESULTS + row(note), ANOTHER)),
    );
    expect(outcomes.map(({ inserted, errors }) => [inserted, errors])).toEqual(outcomes.map(() => [1, []]));
    expect(await handle.db.$count(results)).toBe(4);
    await handle.close();
  });

  it('put the seeds in once', async () => {
    const handle = await openDatabase({ databaseUrl: await empty(), dataDir: '' });
    const seeded = await Promise.allSettled([seed(handle.db), seed(handle.db)]);
    expect(seeded.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(await handle.db.$count(results)).toBe(38);
    await handle.close();
  });
});
