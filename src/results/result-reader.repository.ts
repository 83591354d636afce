import { originalText, slug } from '../core/text.ts';
import { wordFinder } from '../core/words.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { type CellReader, numberReader, type Reader, type Reading } from '../platform/csv/reading.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import {
  knownAxes,
  knownPrograms,
  named,
  placeReader,
  placeWords,
  programCalls,
  programReader,
  readPlaces,
  readTerms,
  wordOf,
} from '../programs/index.ts';
import { breakdownReader } from './breakdown.ts';
import { readIndicators } from './indicators.repository.ts';
import { valueReader } from './value-cell.ts';

/** How the cells of results are read: words by what is known, numbers as people write them. */
export async function resultReader(tx: Transaction, reading: Reading): Promise<Reader> {
  const words = new FileWords(reading);
  const indicators = [...(await readIndicators(tx)).values()];
  const readNumber = numberReader(reading);
  return {
    cells: {
      program: programReader(await programCalls(tx)),
      indicator: words.reader(
        'indicator',
        indicators.map(({ code, name }) => named(code, name)),
      ),
      unit: unitReader(indicators.map(({ unit }) => named(slug(originalText(unit)), unit))),
      country_or_region: placeReader(words, (await readPlaces(tx)).values()),
      value: valueReader(readNumber),
      denominator: readNumber,
      baseline: readNumber,
      baseline_denominator: readNumber,
      breakdown: breakdownReader(words, knownAxes((await readTerms(tx)).values()), readNumber),
    },
    notes: () => words.notes(),
  };
}

/** A unit that says one of the known ones in another language is that one; any other is what it is. */
function unitReader(units: readonly ReturnType<typeof named>[]): CellReader {
  const find = wordFinder(units);
  return (text) => {
    const found = find(text);
    return found.is === 'known' && slug(found.word) !== slug(text) ? found.word : text;
  };
}

/** What is known so far for columns that take any word. */
export async function resultLists(db: Database) {
  const indicators = [...(await readIndicators(db)).values()];
  return {
    program: [...(await knownPrograms(db))].sort(),
    indicator: indicators.map(({ code, name }) => wordOf(code, name)).sort(),
    unit: [...new Set(indicators.map(({ unit }) => originalText(unit)))].sort(),
    country_or_region: placeWords(await readPlaces(db)),
  };
}
