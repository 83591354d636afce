import { z } from 'zod';
import { compareCodes, originalText } from '../core/text.ts';
import { cell, refusal } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { newOnes } from '../platform/csv/file-words.ts';
import { mergeText, text } from '../platform/csv/given-text.ts';
import { importKind } from '../platform/csv/import-kind.ts';
import { termGuide } from '../web/i18n/messages/guides-programs.ts';
import { slugCode } from './program-cells.ts';
import { readTerms, storeTerms, termKey } from './terms.repository.ts';

/** Codes of units of the organisation are their abbreviations, so capitals pass. */
const termCode = cell((code) =>
  /^[\p{L}\p{N}-]+$/u.test(code)
    ? code
    : refusal('CELL.NOT_A_CODE', `"${code}" is not a code.`, 'Use letters, digits and hyphens.'),
);

/** `list,code,label` with translations: the words for what the data say in codes. */
export const termsKind = importKind({
  name: 'terms',
  guide: termGuide,
  schema: z.object({ list: slugCode, code: termCode, label: text }),
  texts: ['label'],
  async read(db) {
    const stored = [...(await readTerms(db))].sort(([a], [b]) => compareCodes(a, b));
    return stored.map(([key, { list, code, label }]) => ({
      key,
      cells: { list, code, ...textCells('label', label) },
    }));
  },
  async plan(tx, rows) {
    const stored = await readTerms(tx);
    const given = rows.map(({ row: { list, code, label } }) => ({
      list,
      code,
      label: mergeText(stored.get(termKey({ list, code }))?.label ?? null, label),
    }));
    const changes = sortChanges(given, termKey, stored);
    return {
      errors: repeatedKeys(rows, 'code', termKey),
      async write() {
        await storeTerms(tx, [...changes.inserted, ...changes.updated]);
        const axes = changes.inserted.filter(({ list }) => list === 'axis');
        const others = changes.inserted.filter(({ list }) => list !== 'axis');
        const notes = [
          ...newOnes(
            'axis',
            axes.map(({ label }) => originalText(label)),
          ),
          ...newOnes(
            'word',
            others.map(({ list, label }) => `${list}=${originalText(label)}`),
          ),
        ];
        return { ...countChanges(changes), notes };
      },
    };
  },
});
