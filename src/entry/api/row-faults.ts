import type { OddValue } from '../../core/entry/odd-value.ts';
import type { RowFault } from '../../core/fault.ts';
import type { Doubt } from '../../platform/csv/import-kind.ts';
import type { RowError } from '../../platform/csv/row-error.ts';
import { describeDifference, type TwinQuestion } from '../../platform/csv/twin-question.ts';
import type { RowCheck } from '../plan-entered.ts';

/**
 * What stands in the way of rows, row by row.
 *
 * @param checks in the order of the rows
 * @param accepts what is odd about them is meant
 */
export function faultsOf(checks: readonly RowCheck[], accepts: boolean): readonly RowFault[] {
  return checks.flatMap(({ errors, question, doubts }, index) => [
    ...errors.map((error) => ({ ...faultOf(error), row: index + 1 })),
    ...(question === null ? [] : [twinFault(question, index + 1)]),
    ...(accepts ? [] : doubts.map((doubt) => doubtFault(doubt, index + 1))),
  ]);
}

/** What is wrong with a row by itself; its line is its number. */
export function faultOf({ line, column, code, message, remedy }: RowError): RowFault {
  return { row: line, column, code, message, remedy };
}

export function twinFault({ like, says, differences }: TwinQuestion, row: number): RowFault {
  const figure = 'ref' in like ? `the figure ${like.ref} (${says})` : `row ${like.line} (${says})`;
  return {
    row,
    column: null,
    code: 'IMPORT.TWINS',
    message:
      differences.length === 0
        ? `The row says the same as ${figure}.`
        : `The row is nearly ${figure}: ${differences.map(describeDifference).join('; ')}.`,
    remedy:
      'Send the row with "twin": "same", which corrects that figure (another one with "twinRef"), or with "twin": "another", which counts both.',
    like: {
      ref: 'ref' in like ? like.ref : null,
      row: 'line' in like ? like.line : null,
      says,
      differences,
    },
  };
}

const ODD: Readonly<Record<OddValue['reason'], string>> = {
  'ten-times': 'ten times what the figure before it says, or more',
  'a-tenth': 'a tenth of what the figure before it says, or less',
  'below-cumulative': 'less than the figure before it, though it counts all that came before',
};

function doubtFault(doubt: Doubt, row: number): RowFault {
  const { column } = doubt;
  if (doubt.reason === 'no-evidence') {
    return {
      row,
      column,
      code: 'ENTRY.NO_EVIDENCE',
      message: 'Figures of this indicator should rest on something, and this one names nothing.',
      remedy:
        'Name its document in "sheet", or attach evidence to it as a draft; where there is none yet, send "accepts": true.',
    };
  }
  const { reason, before } = doubt;
  const until = before.periodEnd === null ? '' : `, to ${before.periodEnd}`;
  return {
    row,
    column,
    code: 'ENTRY.ODD_VALUE',
    message: `The value is ${ODD[reason]} (${before.value}${until}).`,
    remedy: 'Look at it again; where it is meant, send "accepts": true.',
  };
}
