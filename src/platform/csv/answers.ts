import { NO_TWIN_ANSWERS, type TwinAnswers } from './twin-answers.ts';
import type { DecimalSign } from './written-number.ts';

/** What a person says of a file beside it: what it does not say itself, and what an import asks before it takes it. */
export interface Answers {
  /** Of a workbook: the name of the sheet; null: the first. */
  readonly sheet: string | null;
  /** Which sign stands before decimals; null: nobody said, so what can be read two ways is refused. */
  readonly decimal: DecimalSign | null;
  /** Words that are nearly known ones are new things all the same. */
  readonly create: boolean;
  /** Exchange rates that look wrong are right. */
  readonly acceptRates: boolean;
  /** Rows that look like other figures. */
  readonly twins: TwinAnswers;
}

/** Nobody said anything: the file is taken as it stands, and what is in doubt is refused or asked. */
export const NO_ANSWERS: Answers = {
  sheet: null,
  decimal: null,
  create: false,
  acceptRates: false,
  twins: NO_TWIN_ANSWERS,
};
