import { z } from 'zod';
import { compareCodes, slug } from '../core/text.ts';
import { optional, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { importKind } from '../platform/csv/import-kind.ts';
import { organisationGuide } from '../web/i18n/messages/guides-programs.ts';
import { countryReader, organisationReader } from './known-words.ts';
import { readOrganisations, storeOrganisations } from './organisations.repository.ts';
import { countryCode, nameText } from './program-cells.ts';

/** `name,kind,country`, the name with translations; an organisation's code is made of its English name. */
export const organisationsKind = importKind({
  name: 'organisations',
  guide: organisationGuide,
  async lists(db) {
    const kinds = [...(await readOrganisations(db)).values()].map(({ kind }) => kind);
    return { kind: [...new Set(kinds)].sort() };
  },
  schema: z.object({ name: nameText, kind: words, country: optional(countryCode) }),
  texts: ['name'],
  async read(db) {
    const stored = [...(await readOrganisations(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.map(({ code, name, kind, country }) => ({
      key: code,
      cells: { ...textCells('name', name), kind, country: country ?? '' },
    }));
  },
  async reader(tx, reading) {
    const words = new FileWords(reading);
    const known = (await readOrganisations(tx)).values();
    return {
      cells: { name: organisationReader(words, known), country: countryReader },
      notes: () => words.notes(),
    };
  },
  async plan(tx, rows) {
    const stored = await readOrganisations(tx);
    const given = rows.map(({ row }) => {
      const code = slug(row.name.en);
      const known = stored.get(code);
      return {
        code,
        name: mergeText(known?.name ?? null, row.name),
        kind: row.kind,
        country: row.country === undefined ? (known?.country ?? null) : row.country,
      };
    });
    const changes = sortChanges(given, ({ code }) => code, stored);
    return {
      errors: repeatedKeys(rows, 'name', ({ name }) => slug(name.en)),
      async write() {
        await storeOrganisations(tx, [...changes.inserted, ...changes.updated]);
        return countChanges(changes);
      },
    };
  },
});
