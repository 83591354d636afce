import { z } from 'zod';
import type { Day } from '../core/program.ts';
import type { Indicator } from '../core/result.ts';
import { originalText } from '../core/text.ts';
import {
  cell,
  choice,
  endCell,
  MOST_IN_LIST,
  numberCell,
  optional,
  plain,
  readershipCell,
  refusal,
  startCell,
  words,
} from '../platform/csv/cells.ts';
import { optionalText } from '../platform/csv/given-text.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { refCell } from '../platform/csv/ref-cell.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { DATE_PRECISIONS, ROW_STATUSES } from '../platform/database/columns.ts';
import { nameCell, placeCell, programCode } from '../programs/index.ts';
import { refuseBaselineCells } from './baseline.ts';
import { breakdownRefusal, readBreakdown } from './breakdown.ts';
import { periodOf, refuseDates } from './row-period.ts';
import { valueCell } from './value-cell.ts';
import {
  COMBINE_PLACES,
  COMBINE_TIMES,
  QUALIFIER_WORDS,
  QUALIFIERS,
  RESULT_KIND_WORDS,
  RESULT_KINDS,
} from './vocabulary.ts';

export const resultSchema = z.object({
  ref: optional(refCell),
  program: programCode,
  indicator: nameCell,
  unit: optional(words),
  kind: choice(RESULT_KINDS, RESULT_KIND_WORDS),
  country_or_region: optional(placeCell),
  period_start: optional(startCell),
  period_end: optional(endCell),
  date_precision: optional(choice(DATE_PRECISIONS)),
  qualifier: optional(choice(QUALIFIERS, QUALIFIER_WORDS)),
  value: valueCell,
  denominator: optional(numberCell),
  baseline: optional(numberCell),
  baseline_denominator: optional(numberCell),
  baseline_date: optional(endCell),
  breakdown: optional(cell(readBreakdown, { most: MOST_IN_LIST })),
  sheet: optionalText,
  sheet_for: readershipCell,
  note: optionalText,
  note_for: readershipCell,
  combine_time: optional(choice(COMBINE_TIMES)),
  combine_place: optional(choice(COMBINE_PLACES)),
  part_of: optional(plain),
  status: optional(choice(ROW_STATUSES)),
  reason: optional(words),
});
export type ResultRow = z.output<typeof resultSchema>;

/** What is wrong with a row in itself, and for the indicator that it is of. */
export function refuseResult(
  numbered: Numbered<ResultRow>,
  indicator: Indicator,
  latestDay: Day,
): readonly RowError[] {
  return [
    ...refusePeriod(numbered, latestDay),
    ...refuseFigures(numbered, indicator),
    ...refuseBaselineCells(numbered),
  ];
}

type Refuse = (column: keyof ResultRow, reason: string, message: string, remedy: string) => void;

function collect(line: number, check: (refuse: Refuse) => void): readonly RowError[] {
  const errors: RowError[] = [];
  check((column, reason, message, remedy) => {
    errors.push(rowError(line, column, refusal(`RESULT.${reason}`, message, remedy)));
  });
  return errors;
}

function refusePeriod(numbered: Numbered<ResultRow>, latestDay: Day): readonly RowError[] {
  const { line, row } = numbered;
  const { periodStart } = periodOf(row);
  return [
    ...refuseDates(numbered),
    ...collect(line, (refuse) => {
      if (row.kind === 'actual' && periodStart !== null && periodStart > latestDay) {
        const message = `${periodStart} has not come, so nothing has been achieved since.`;
        refuse('period_start', 'NOT_YET', message, 'Correct the date; what is hoped for is a "target".');
      }
    }),
  ];
}

function partsOfOneAxis(parts: NonNullable<ResultRow['breakdown']>): boolean {
  return new Set(parts.map(({ axis }) => axis)).size < parts.length;
}

function refuseFigures({ line, row }: Numbered<ResultRow>, indicator: Indicator): readonly RowError[] {
  const { measure } = indicator;
  const { low, high } = row.value;
  const parts = row.breakdown ?? [];
  const unbalanced = breakdownRefusal(parts, low);
  const figures = [low, high ?? 0, ...parts.map(({ value }) => value ?? 0)];
  const wrong = collect(line, (refuse) => {
    if ((row.qualifier === 'range') !== (high !== null)) {
      const message = high === null ? 'A range needs two ends.' : `A range has the qualifier "range".`;
      refuse(
        high === null ? 'value' : 'qualifier',
        'RANGE_CONTRADICTS',
        message,
        'Write 10-15 and "range", or one number.',
      );
    }
    if (low < 0 && measure !== 'amount' && measure !== 'rate') {
      refuse(
        'value',
        'NEGATIVE',
        `${low} is below zero, and only amounts and rates can be.`,
        'Correct the number.',
      );
    }
    if (measure === 'rate' && partsOfOneAxis(parts)) {
      const message = `"${originalText(indicator.name)}" is a rate, which is not the sum of its parts.`;
      refuse('breakdown', 'RATE_IN_PARTS', message, 'Give each part a row of its own: sex=female');
    }
    if ((measure === 'count' || measure === 'milestone') && !figures.every(Number.isInteger)) {
      refuse(
        'value',
        'NOT_WHOLE',
        `"${originalText(indicator.name)}" is counted, in whole numbers.`,
        'Correct the numbers.',
      );
    }
    if (measure === 'ratio' && row.denominator == null) {
      const message = `"${originalText(indicator.name)}" is a ratio.`;
      refuse('denominator', 'NO_DENOMINATOR', message, 'Write of how many: 14 of 17 has the denominator 17.');
    }
    if (measure !== 'ratio' && row.denominator != null) {
      const message = `"${originalText(indicator.name)}" is no ratio.`;
      refuse(
        'denominator',
        'NOT_A_RATIO',
        message,
        'Empty the cell, or give the ratio an indicator of its own.',
      );
    }
    if (row.denominator != null && row.denominator <= 0) {
      refuse(
        'denominator',
        'DENOMINATOR_NOT_POSITIVE',
        `${row.denominator} is not above zero.`,
        'Correct the number.',
      );
    }
  });
  return unbalanced === null || wrong.some(({ column }) => column === 'breakdown')
    ? wrong
    : [...wrong, rowError(line, 'breakdown', unbalanced)];
}
