import { FileWords } from '../platform/csv/file-words.ts';
import { numberReader, type Reader, type Reading } from '../platform/csv/reading.ts';
import type { Transaction } from '../platform/database/database.ts';
import {
  knownPrograms,
  organisationReader,
  placeReader,
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
      program: programReader(await knownPrograms(tx)),
      amount: numberReader(reading),
      provider: readOrganisation,
      receiver: readOrganisation,
      country_or_region: placeReader(words, (await readPlaces(tx)).values()),
    },
    notes: () => words.notes(),
  };
}
