import type { Day } from '../core/program.ts';
import type { Indicator } from '../core/result.ts';
import { originalText } from '../core/text.ts';
import { refusal } from '../platform/csv/cells.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { ResultRow } from './result-row.ts';
import type { StoredResult } from './results.repository.ts';

type Refuse = (column: keyof ResultRow, code: string, message: string, remedy: string) => void;

function collect(line: number, check: (refuse: Refuse) => void): readonly RowError[] {
  const errors: RowError[] = [];
  check((column, code, message, remedy) => {
    errors.push(rowError(line, column, refusal(code, message, remedy)));
  });
  return errors;
}

/** What is wrong with the cells of a baseline in themselves. */
export function refuseBaselineCells({ line, row }: Numbered<ResultRow>): readonly RowError[] {
  const { baseline, baseline_denominator: denominator, baseline_date: date, kind } = row;
  return collect(line, (refuse) => {
    if (kind !== 'target' && (baseline != null || denominator != null || date != null)) {
      const message = 'Only a target has a baseline: what it is measured from.';
      refuse(
        'baseline',
        'RESULT.BASELINE_OF_ACTUAL',
        message,
        'Empty the cells, or give them to the target.',
      );
    } else if (baseline == null && (denominator != null || date != null)) {
      const column = denominator == null ? 'baseline_date' : 'baseline_denominator';
      const message = 'There is no baseline beside it.';
      refuse(column, 'RESULT.BASELINE_MISSING', message, 'Write the baseline, or empty the cell.');
    }
  });
}

/**
 * What is wrong with the baseline that a target has after the row, which may be one that it had before: it is a number like
 * the target's own, and of no later time.
 */
export function refuseBaseline(
  line: number,
  { baseline, periodEnd }: Pick<StoredResult, 'baseline' | 'periodEnd'>,
  { measure, name }: Indicator,
  latestDay: Day,
): readonly RowError[] {
  if (baseline === null) return [];
  const { value, denominator, on } = baseline;
  const called = `"${originalText(name)}"`;
  return collect(line, (refuse) => {
    if (value < 0 && measure !== 'amount' && measure !== 'rate') {
      const message = `${value} is below zero, and only amounts and rates can be.`;
      refuse('baseline', 'RESULT.NEGATIVE', message, 'Correct the number.');
    }
    if ((measure === 'count' || measure === 'milestone') && !Number.isInteger(value)) {
      refuse(
        'baseline',
        'RESULT.NOT_WHOLE',
        `${called} is counted, in whole numbers.`,
        'Correct the number.',
      );
    }
    if (measure === 'ratio' && denominator === null) {
      const remedy = 'Write of how many: 14 of 17 has the denominator 17.';
      refuse('baseline_denominator', 'RESULT.NO_DENOMINATOR', `${called} is a ratio.`, remedy);
    }
    if (measure !== 'ratio' && denominator !== null) {
      const remedy = 'Empty the cell, or give the ratio an indicator of its own.';
      refuse('baseline_denominator', 'RESULT.NOT_A_RATIO', `${called} is no ratio.`, remedy);
    }
    if (denominator !== null && denominator <= 0) {
      const message = `${denominator} is not above zero.`;
      refuse('baseline_denominator', 'RESULT.DENOMINATOR_NOT_POSITIVE', message, 'Correct the number.');
    }
    if (on !== null && periodEnd !== null && on > periodEnd) {
      const message = `The baseline (${on}) is of a time after the target’s (${periodEnd}).`;
      refuse('baseline_date', 'RESULT.BASELINE_AFTER_TARGET', message, 'Correct one of the dates.');
    } else if (on !== null && on > latestDay) {
      const message = `${on} has not come, so nobody knows how matters stand then.`;
      refuse('baseline_date', 'RESULT.BASELINE_NOT_YET', message, 'Correct the date.');
    }
  });
}
