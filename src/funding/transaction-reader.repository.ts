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
import type { TransactionRow } from './transaction-row.ts';

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

/** What each column of transactions takes. */
export const TRANSACTION_GUIDE: Readonly<Record<keyof TransactionRow, string>> = {
  ref: 'What tells the row from all others: a key of your own, or what a download gave. Empty: it is told by what it says.',
  program: 'The code of the programme.',
  type: 'What was promised or done with the money.',
  value_date: 'The day of the transaction.',
  amount: 'In major units, with a point for decimals; negative for a correction.',
  currency: 'The ISO 4217 code of the currency.',
  provider: 'The name of the organisation that gives.',
  receiver: 'The name of the organisation that receives.',
  country_or_region:
    'Where it counts: a country by its two capital letters or its name; a region by region: and its name.',
  illustrative: 'Whether the amount is made up for demonstration.',
  note: 'What else is to be known, in English.',
  note_for: 'Who may read the note: everybody, or the organisation alone.',
  status: 'Empty: as the import has it. withdrawn: it counts nowhere any more, for the reason beside it.',
  reason: 'Why it is withdrawn, or why it says something else now.',
};

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
