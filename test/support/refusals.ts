import type { Database } from '../../src/platform/database/database.ts';
import { readRevision } from '../../src/platform/database/revision.repository.ts';
import { eachEngine } from './database.ts';
import { importCsv, seed } from './import.ts';

type Expected = readonly [line: number, column: string | null, code: string];
/** A file that is refused: its kind, its lines, and what is said of it. */
export type Refusal = readonly [
  what: string,
  kind: string,
  rows: readonly string[],
  errors: readonly Expected[],
];

/** Tests that files are refused for every reason that is named, and nothing of them is stored. */
export function itRefuses(what: string, refusals: readonly Refusal[]): void {
  eachEngine(what, (engine) => {
    let db: Database;

    beforeAll(async () => {
      ({ db } = await engine.open());
      await seed(db);
    });

    afterAll(async () => {
      expect(await readRevision(db)).toBe(1);
    });

    it.each(refusals)('%s', async (_why, kind, rows, errors) => {
      const outcome = await importCsv(db, kind, rows.join('\n'));
      expect(outcome.errors.map(({ line, column, code }) => [line, column, code])).toEqual(errors);
      expect(outcome).toMatchObject({ errorCount: errors.length, inserted: 0, updated: 0, unchanged: 0 });
      for (const { message, remedy } of outcome.errors) {
        expect(message).toMatch(/\.$/);
        expect(remedy).toMatch(/\S/);
      }
    });
  });
}
