import type { DomainError } from '../../core/errors.ts';
import type { DecimalSign } from './written-number.ts';
import { plainNumber } from './written-number.ts';

/** What a person says about the cells of a file that they do not say themselves. */
export interface Reading {
  /** Which sign stands before decimals; null: nobody said, so what can be read two ways is refused. */
  readonly decimal: DecimalSign | null;
  /** Whether words that are nearly known ones are new things all the same. */
  readonly create: boolean;
}

export const AS_IT_STANDS: Reading = { decimal: null, create: false };

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
