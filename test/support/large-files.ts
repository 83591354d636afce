import { eq } from 'drizzle-orm';
import { broughtFilePieces } from '../../src/entry/brought-files.table.ts';
import { largeFileFaults, largeFiles } from '../../src/entry/large/large-files.table.ts';
import type { Database } from '../../src/platform/database/database.ts';

/**
 * A file that is taken as one thing, as it stands after its check, with a row of it that is wrong and one that is not.
 *
 * @returns by which it is found
 */
export async function plantLargeFile(
  db: Database,
  file: {
    readonly author: string;
    readonly authorName: string;
    readonly fileName: string;
    readonly cells: Readonly<Record<string, string>>;
    readonly isSubmitted: boolean;
    readonly at: Date;
  },
): Promise<string> {
  const { author, authorName, fileName, cells, isSubmitted, at } = file;
  const [added] = await db
    .insert(largeFiles)
    .values({
      ...{ author, authorName, fileName, sha256: '', kind: 'results' },
      ...{ status: 'checking', broughtAt: at, changedAt: at },
    })
    .returning({ id: largeFiles.id });
  const id = added?.id ?? '';
  const bytes = Buffer.from(Object.values(cells).join(','));
  await db.insert(broughtFilePieces).values({ file: id, position: 1, bytes });
  const error = { line: 2, column: 'note', code: 'ROW.REFUSED', message: 'It is wrong.', remedy: 'Mend it.' };
  await db.insert(largeFileFaults).values({ file: id, line: 2, cells, errors: [error] });
  const outcome = {
    ...{ rows: 2_001, wrong: isSubmitted ? 0 : 1, asked: 0, inserted: 2_000, updated: 0, unchanged: 0 },
    ...{ moves: [], sample: [{ line: 3, before: null, after: cells }], digest: 'as-checked' },
  };
  const isThis = eq(largeFiles.id, id);
  await db.update(largeFiles).set({ status: 'checked', outcome }).where(isThis);
  if (isSubmitted) await db.update(largeFiles).set({ status: 'submitted', submittedAt: at }).where(isThis);
  return id;
}
