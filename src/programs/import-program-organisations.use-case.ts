import { z } from 'zod';
import type { Organisation } from '../core/program.ts';
import { compareCodes, slug } from '../core/text.ts';
import { choice, optional, refusal, words } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { programOrganisationGuide } from '../web/i18n/messages/guides-programs.ts';
import { refuseUnknownPrograms } from './import-program-countries.use-case.ts';
import { countryReader, organisationReader, organisationWords, programReader } from './known-words.ts';
import { readOrganisations, storeOrganisations } from './organisations.repository.ts';
import { countryCode, nameCell, programCode } from './program-cells.ts';
import {
  knownPrograms,
  type ProgramOrganisation,
  programCalls,
  readProgramOrganisations,
  storeProgramOrganisations,
} from './programs.repository.ts';
import { ORGANISATION_ROLES } from './programs.table.ts';

const schema = z.object({
  program: programCode,
  organisation: nameCell,
  kind: optional(words),
  country: optional(countryCode),
  role: choice(ORGANISATION_ROLES),
});
type Row = Numbered<z.output<typeof schema>>;

const keyOf = ({ program, organisation, role }: ProgramOrganisation) =>
  `${organisation} as ${role} in ${program}`;

/**
 * `program,organisation,kind,country,role`: who pays, carries out and takes part. An organisation that is new is
 * created from its row; kind and country of one that is known may be left out, but not contradicted.
 */
export const programOrganisationsKind = importKind({
  name: 'program-organisations',
  guide: programOrganisationGuide,
  async lists(db) {
    const organisations = [...(await readOrganisations(db)).values()];
    return {
      program: [...(await knownPrograms(db))].sort(),
      organisation: organisationWords(organisations),
      kind: [...new Set(organisations.map(({ kind }) => kind))].sort(),
    };
  },
  schema,
  async read(db) {
    const known = await readOrganisations(db);
    const stored = (await readProgramOrganisations(db)).toSorted((a, b) => compareCodes(keyOf(a), keyOf(b)));
    return stored.map((row) => {
      const { kind = '', country = null } = known.get(row.organisation) ?? {};
      const { program, organisation, role } = row;
      return { key: keyOf(row), cells: { program, organisation, kind, country: country ?? '', role } };
    });
  },
  async reader(tx, reading) {
    const words = new FileWords(reading);
    return {
      cells: {
        program: programReader(await programCalls(tx)),
        organisation: organisationReader(words, (await readOrganisations(tx)).values()),
        country: countryReader,
      },
      notes: () => words.notes(),
    };
  },
  async plan(tx, rows) {
    const programs = await knownPrograms(tx);
    const known = await readOrganisations(tx);
    const created = newOrganisations(rows, known);
    const all = new Map([...known, ...created]);
    const stored = new Map((await readProgramOrganisations(tx)).map((row) => [keyOf(row), row]));
    const given = rows.map(({ line, row: { program, organisation, role } }) => ({
      line,
      row: { program, organisation: slug(organisation), role },
    }));
    const changes = sortChanges(
      given.map(({ row }) => row),
      keyOf,
      stored,
    );
    return {
      errors: [
        ...repeatedKeys(given, 'organisation', keyOf),
        ...refuseUnknownPrograms(rows, programs),
        ...rows.flatMap((row) => refuseOrganisation(row, all)),
      ],
      async write() {
        await storeOrganisations(tx, [...created.values()]);
        await storeProgramOrganisations(tx, changes.inserted);
        return countChanges(changes);
      },
    };
  },
});

/** From the first row that gives the kind; the others must agree. */
function newOrganisations(
  rows: readonly Row[],
  known: ReadonlyMap<string, Organisation>,
): ReadonlyMap<string, Organisation> {
  const created = new Map<string, Organisation>();
  for (const { row } of rows) {
    const code = slug(row.organisation);
    if (known.has(code) || created.has(code) || !row.kind) continue;
    created.set(code, {
      code,
      name: { en: row.organisation },
      kind: row.kind,
      country: row.country ?? null,
      identifier: null,
    });
  }
  return created;
}

function refuseOrganisation({ line, row }: Row, all: ReadonlyMap<string, Organisation>): readonly RowError[] {
  const organisation = all.get(slug(row.organisation));
  if (organisation === undefined) {
    const message = `"${row.organisation}" is new and its kind is not given.`;
    const remedy = 'Correct the name, or write the kind: government, multilateral, university …';
    return [rowError(line, 'kind', refusal('ORGANISATION.NO_KIND', message, remedy))];
  }
  return (['kind', 'country'] as const).flatMap((column) => {
    const given = row[column];
    if (!given || given === organisation[column]) return [];
    const message = `"${row.organisation}" has the ${column} "${organisation[column] ?? ''}", here it is "${given}".`;
    const remedy = `Correct the row; or correct the organisation itself by a file of organisations.`;
    return [rowError(line, column, refusal('ORGANISATION.CONTRADICTION', message, remedy))];
  });
}
