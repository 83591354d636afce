import { z } from 'zod';
import { compareCodes } from '../core/text.ts';
import { optional, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { importKind } from '../platform/csv/import-kind.ts';
import { organisationGuide } from '../web/i18n/messages/guides-programs.ts';
import { identifierCell, refuseSharedIdentifiers, unpublishable } from './identifiers.ts';
import { codeOfName, countryReader, namedByItself, nameOf, organisationReader } from './known-words.ts';
import { readOrganisations, storeOrganisations } from './organisations.repository.ts';
import { countryCode, nameText } from './program-cells.ts';

/** `name,kind,country,identifier`, the name with translations; an organisation's code is made of its name in the first of them. */
export const organisationsKind = importKind({
  name: 'organisations',
  guide: organisationGuide,
  async lists(db) {
    const kinds = [...(await readOrganisations(db)).values()].map(({ kind }) => kind);
    return { kind: [...new Set(kinds)].sort() };
  },
  schema: z.object({
    name: nameText,
    kind: words,
    country: optional(countryCode),
    identifier: optional(identifierCell),
  }),
  texts: ['name'],
  async read(db) {
    const stored = [...(await readOrganisations(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.map(({ code, name, kind, country, identifier }) => ({
      key: code,
      cells: { ...textCells('name', name), kind, country: country ?? '', identifier: identifier ?? '' },
    }));
  },
  async reader(tx, reading) {
    const words = new FileWords(reading);
    const known = (await readOrganisations(tx)).values();
    return {
      cells: { name: organisationReader(words, known, namedByItself), country: countryReader },
      notes: () => words.notes(),
    };
  },
  async plan(tx, rows) {
    const stored = await readOrganisations(tx);
    const given = rows.map(({ line, row }) => {
      const code = codeOfName(row.name, stored);
      const known = stored.get(code);
      const organisation = {
        code,
        name: mergeText(known?.name ?? null, nameOf(row.name)),
        kind: row.kind,
        country: row.country === undefined ? (known?.country ?? null) : row.country,
        identifier: row.identifier === undefined ? (known?.identifier ?? null) : row.identifier,
      };
      return { line, row: organisation };
    });
    const changes = sortChanges(
      given.map(({ row }) => row),
      ({ code }) => code,
      stored,
    );
    return {
      errors: [...repeatedKeys(given, 'name', ({ code }) => code), ...refuseSharedIdentifiers(given, stored)],
      async write() {
        const changed = [...changes.inserted, ...changes.updated];
        await storeOrganisations(tx, changed);
        return {
          ...countChanges(changes),
          notes: unpublishable(changed.map(({ identifier }) => identifier)),
        };
      },
    };
  },
});
