import type { DomainError } from '../../core/errors.ts';
import type { Answers } from './answers.ts';
import { plainNumber } from './written-number.ts';

/** Of what a person says of a file, what its cells are read by. */
export type Reading = Pick<Answers, 'decimal' | 'create'>;

/**
 * Reads a cell that is not empty as its schema takes it: numbers in plain notation, words as the data have them.
 *
 * @param isNumber a spreadsheet holds it as a number, so that its digits are not in question
 */
export type CellReader = (text: string, isNumber: boolean) => string | DomainError;

/** How the cells of a kind of file are read, column by column. */
export interface Reader {
  readonly cells: Readonly<Record<string, CellReader>>;
  /** What the cells that were read bring that was not known, in whole sentences. */
  notes?(): readonly string[];
}

/** A number as people write it. */
export function numberReader({ decimal }: Reading): CellReader {
  return (text, isNumber) => (isNumber ? text : plainNumber(text, decimal));
}

/** A number that cannot be in the thousands, such as a rate or a percentage: its point is a point, unless somebody said not. */
export function smallNumberReader({ decimal }: Reading): CellReader {
  return (text, isNumber) => {
    const bare = text.replace(/\s*%$/, '');
    return isNumber || (decimal === null && /^\d+\.\d+$/.test(bare)) ? bare : plainNumber(bare, decimal);
  };
}
