import { FileWords } from '../platform/csv/file-words.ts';
import type { Reader, Reading } from '../platform/csv/reading.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import {
  knownPrograms,
  placeReader,
  placeWords,
  programCalls,
  programReader,
  readPlaces,
} from '../programs/index.ts';

/** How the cells of texts are read: words by what is known. */
export async function narrativeReader(tx: Transaction, reading: Reading): Promise<Reader> {
  const words = new FileWords(reading);
  return {
    cells: {
      program: programReader(await programCalls(tx)),
      country_or_region: placeReader(words, (await readPlaces(tx)).values()),
    },
    notes: () => words.notes(),
  };
}

/** What is known so far for columns that take any word. */
export async function narrativeLists(db: Database) {
  return {
    program: [...(await knownPrograms(db))].sort(),
    country_or_region: placeWords(await readPlaces(db)),
  };
}
