import { z } from 'zod';
import { compareCodes } from '../core/text.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { mergeText, text } from '../platform/csv/given-text.ts';
import { importKind } from '../platform/csv/import-kind.ts';
import { slugCode } from './program-cells.ts';
import { readPillars, storePillars } from './programs.repository.ts';

/** `code,name` with translations. */
export const pillarsKind = importKind({
  name: 'pillars',
  guide: {
    code: 'Its code: lower case, with hyphens.',
    name: 'Its name in English; in another language, its own column is enough.',
  },
  schema: z.object({ code: slugCode, name: text }),
  texts: ['name'],
  async read(db) {
    const stored = [...(await readPillars(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.map(({ code, name }) => ({ key: code, cells: { code, ...textCells('name', name) } }));
  },
  async plan(tx, rows) {
    const stored = await readPillars(tx);
    const given = rows.map(({ row: { code, name } }) => ({
      code,
      name: mergeText(stored.get(code)?.name ?? null, name),
    }));
    const changes = sortChanges(given, ({ code }) => code, stored);
    return {
      errors: repeatedKeys(rows, 'code', ({ code }) => code),
      async write() {
        await storePillars(tx, [...changes.inserted, ...changes.updated]);
        return countChanges(changes);
      },
    };
  },
});
