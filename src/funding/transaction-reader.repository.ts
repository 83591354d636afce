import { FileWords } from '../platform/csv/file-words.ts';
import { numberReader, type Reader, type Reading } from '../platform/csv/reading.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import {
  knownPrograms,
  organisationReader,
  organisationWords,
  placeReader,
  placeWords,
  programCalls,
  programReader,
  readOrganisations,
  readPlaces,
} from '../programs/index.ts';

/** How the cells of transactions are read: words by what is known, amounts as people write them. */
export async function transactionReader(tx: Transaction, reading: Reading): Promise<Reader> {
  const words = new FileWords(reading);
  const readOrganisation = organisationReader(words, (await readOrganisations(tx)).values());
  return {
    cells: {
      program: programReader(await programCalls(tx)),
      amount: numberReader(reading),
      provider: readOrganisation,
      receiver: readOrganisation,
      country_or_region: placeReader(words, (await readPlaces(tx)).values()),
    },
    notes: () => words.notes(),
  };
}

/** What is known so far for columns that take any word. */
export async function transactionLists(db: Database) {
  const organisations = organisationWords((await readOrganisations(db)).values());
  return {
    program: [...(await knownPrograms(db))].sort(),
    provider: organisations,
    receiver: organisations,
    country_or_region: placeWords(await readPlaces(db)),
  };
}
