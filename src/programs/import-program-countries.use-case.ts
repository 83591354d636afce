import { z } from 'zod';
import { compareCodes } from '../core/text.ts';
import { optional, refusal, shareCell } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { smallNumberReader } from '../platform/csv/reading.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { programCountryGuide } from '../web/i18n/messages/guides-programs.ts';
import { placeReader, placeWords, programReader } from './known-words.ts';
import { addPlaces, readPlaces } from './places.repository.ts';
import { placeCell, programCode } from './program-cells.ts';
import {
  knownPrograms,
  type ProgramPlace,
  programCalls,
  readProgramPlaces,
  storeProgramPlaces,
} from './programs.repository.ts';
import { sharesRefusal } from './shares.ts';

const keyOf = ({ program, place }: ProgramPlace) => `${program} in ${place}`;

/**
 * `program,country_or_region,share`: where programmes run. A region that is new is created. Shares are checked over
 * all places of the programme, those that were stored before included.
 */
export const programCountriesKind = importKind({
  name: 'program-countries',
  guide: programCountryGuide,
  async lists(db) {
    return {
      program: [...(await knownPrograms(db))].sort(),
      country_or_region: placeWords(await readPlaces(db)),
    };
  },
  schema: z.object({ program: programCode, country_or_region: placeCell, share: optional(shareCell) }),
  async read(db) {
    const stored = (await readProgramPlaces(db)).toSorted((a, b) => compareCodes(keyOf(a), keyOf(b)));
    return stored.map((row) => ({
      key: keyOf(row),
      cells: { program: row.program, country_or_region: row.place, share: row.share ?? '' },
    }));
  },
  async reader(tx, reading) {
    const words = new FileWords(reading);
    return {
      cells: {
        program: programReader(await programCalls(tx)),
        country_or_region: placeReader(words, (await readPlaces(tx)).values()),
        share: smallNumberReader(reading),
      },
      notes: () => words.notes(),
    };
  },
  async plan(tx, rows) {
    const programs = await knownPrograms(tx);
    const stored = new Map((await readProgramPlaces(tx)).map((row) => [keyOf(row), row]));
    const given = rows.map(({ line, row: { program, country_or_region, share } }) => {
      const key = { program, place: country_or_region.code, share: null };
      const before = stored.get(keyOf(key))?.share ?? null;
      return { line, row: { ...key, share: share === undefined ? before : share } };
    });
    const changes = sortChanges(
      given.map(({ row }) => row),
      keyOf,
      stored,
    );
    const after = [...new Map([...stored, ...given.map(({ row }) => [keyOf(row), row] as const)]).values()];
    const firstRows = new Map(given.toReversed().map(({ line, row }) => [row.program, line]));
    return {
      errors: [
        ...repeatedKeys(given, 'country_or_region', keyOf),
        ...refuseUnknownPrograms(given, programs),
        ...[...firstRows].flatMap(([program, line]) => {
          const shares = after.filter((row) => row.program === program).map(({ share }) => share);
          const refused = sharesRefusal(shares);
          return refused === null ? [] : [rowError(line, 'share', refused)];
        }),
      ],
      async write() {
        await addPlaces(
          tx,
          rows.map(({ row }) => row.country_or_region),
        );
        await storeProgramPlaces(tx, [...changes.inserted, ...changes.updated]);
        return countChanges(changes);
      },
    };
  },
});

/** Refuses rows that name a programme which is not there. */
export function refuseUnknownPrograms(
  rows: readonly Numbered<{ readonly program: string }>[],
  known: { has(code: string): boolean },
): readonly RowError[] {
  const unknown = rows.filter(({ row }) => !known.has(row.program));
  return unknown.map(({ line, row: { program } }) => {
    const message = `There is no programme "${program}".`;
    return rowError(
      line,
      'program',
      refusal('PROGRAM.UNKNOWN', message, 'Correct the code, or import the programme first.'),
    );
  });
}
