import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DomainError } from '../../core/errors.ts';
import { importFile } from '../csv/import-file.use-case.ts';
import type { ImportKind } from '../csv/import-kind.ts';
import type { Database } from '../database/database.ts';
import { lockPortfolio, readRevision } from '../database/revision.repository.ts';

/**
 * Puts the seed files into a database in which nobody has ever changed anything, all of them or none, through the same
 * code as `npm run import`. Of several processes that start at once, one does.
 *
 * @param kinds in an order in which each finds what it refers to already there; the file of a kind is `NAME.csv`
 * @returns whether it did
 * @throws DomainError SEED.REFUSED naming the file and the first bad row
 */
export function seedIfUntouched(
  db: Database,
  kinds: readonly ImportKind[],
  folder: string,
  now: Date,
): Promise<boolean> {
  return db.transaction(async (tx) => {
    await lockPortfolio(tx);
    if ((await readRevision(tx)) > 0) {
      return false;
    }
    for (const kind of kinds) {
      const fileName = `${kind.name}.csv`;
      const bytes = await readFile(join(folder, fileName));
      const { errors } = await importFile(tx, {
        kind,
        fileName,
        bytes,
        by: 'seeds',
        approve: true,
        dryRun: false,
        now,
      });
      const [error] = errors;
      if (error) {
        throw new DomainError('SEED.REFUSED', `${fileName}:${error.line}: ${error.message} ${error.remedy}`, {
          kind: 'broken',
        });
      }
    }
    return true;
  });
}
