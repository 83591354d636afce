import { z } from 'zod';
import { parseDecimal } from '../../core/decimal.ts';
import { DomainError } from '../../core/errors.ts';
import { isCurrency } from '../../core/money.ts';
import { isDay } from '../../core/period.ts';
import type { DatePrecision, Day } from '../../core/program.ts';
import { LANGUAGES, READERSHIPS } from '../../core/text.ts';

/** Why a cell, or a row, is refused. */
export function refusal(code: string, message: string, remedy: string): DomainError {
  return new DomainError(code, message, { kind: 'refused', remedy });
}

/** The schema of a cell that must not be empty, from a function that reads its text or says why it cannot. */
export function cell<T>(read: (text: string) => T | DomainError) {
  return z.string().transform((text, context): T => {
    const value = text === '' ? refusal('CELL.EMPTY', 'The cell is empty.', 'It needs a value.') : read(text);
    if (!(value instanceof DomainError)) return value;
    context.issues.push({
      code: 'custom',
      input: text,
      message: value.message,
      params: { code: value.code, remedy: value.options.remedy },
    });
    return z.NEVER;
  });
}

/** The schema of a cell that may be empty (null), in a column that a file may lack (undefined). */
export function optional<T>(schema: z.ZodType<T, string>) {
  return z.preprocess((text) => (text === '' ? null : text), schema.nullable()).optional();
}

/** Any words. */
export const words = cell((text) => text);

/** One of a few words. */
export function choice<const Value extends string>(values: readonly Value[]) {
  return cell(
    (text): Value | DomainError =>
      values.find((value) => value === text) ??
      refusal(
        'CELL.UNKNOWN_WORD',
        `"${text}" is not one of the words for this column.`,
        `Write ${orList(values)}.`,
      ),
  );
}

export const language = choice(LANGUAGES);

/** Whose the text in the column of the same name without `_for` is; empty: as the rule has it (`core/readership.ts`). */
export const readershipCell = optional(choice(READERSHIPS));

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ['yes', true],
  ['true', true],
  ['no', false],
  ['false', false],
]);

export const truth = cell(
  (text) =>
    TRUTHS.get(text.toLowerCase()) ??
    refusal('CELL.NOT_YES_OR_NO', `"${text}" is neither yes nor no.`, 'Write yes or no.'),
);

/** A calendar day. */
export const dayCell = cell((text): Day | DomainError => (isDay(text) ? text : notADay(text)));

/** A date of which the source may give only the year or the month. */
export interface GivenDate {
  readonly day: Day;
  readonly precision: Exclude<DatePrecision, 'none'>;
}

/** `2014`, `2014-06` or a day, as the first day that it may mean. */
export const startCell = cell((text) => {
  if (isDay(`${text}-01-01`)) return given(`${text}-01-01`, 'year');
  if (isDay(`${text}-01`)) return given(`${text}-01`, 'month');
  return isDay(text) ? given(text, 'day') : notADay(text);
});

/** `2014`, `2014-06` or a day, as the last day that it may mean (rule 11). */
export const endCell = cell((text) => {
  if (isDay(`${text}-12-31`)) return given(`${text}-12-31`, 'year');
  const lastOfMonth = ['31', '30', '29', '28'].map((last) => `${text}-${last}`).find(isDay);
  if (lastOfMonth !== undefined) return given(lastOfMonth, 'month');
  return isDay(text) ? given(text, 'day') : notADay(text);
});

function given(day: Day, precision: GivenDate['precision']): GivenDate {
  return { day, precision };
}

function notADay(text: string): DomainError {
  return refusal('CELL.NOT_A_DATE', `"${text}" is not a date.`, 'Write it as 2017-06-30.');
}

/** A number in plain decimal notation that a JavaScript number holds digit by digit. */
export function readNumber(text: string): number | DomainError {
  const exact = parseDecimal(text);
  if (exact === null) {
    return refusal(
      'CELL.NOT_A_NUMBER',
      `"${text}" is not a number.`,
      'Write digits, with a point for decimals: 1234.5',
    );
  }
  const value = exact.toNumber();
  if (exact.eq(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value === 0 ? 0 : value;
  return refusal(
    'CELL.NOT_EXACT',
    `"${text}" has more digits than are kept exactly.`,
    'Write at most 15 digits.',
  );
}

export const numberCell = cell(readNumber);

/** A percentage above 0, as it is written: "33.33" stays what it is. */
export function readShare(text: string): string | DomainError {
  const share = parseDecimal(text);
  if (share?.gt(0) && share.lte(100)) return withoutLeadingZeros(text);
  return refusal(
    'CELL.NOT_A_SHARE',
    `"${text}" is not a share.`,
    'Write a percentage above 0 and up to 100: 33.33',
  );
}

export const shareCell = cell(readShare);

/** An exchange rate, as it is written. */
export const rateCell = cell((text) =>
  parseDecimal(text)?.gt(0)
    ? withoutLeadingZeros(text)
    : refusal('CELL.NOT_A_RATE', `"${text}" is not an exchange rate.`, 'Write a number above 0: 1.1423'),
);

/** As Postgres gives a numeric back, so that the same file finds the same value. */
function withoutLeadingZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}

const CURRENCIES: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency'));

export const currencyCell = cell((text) =>
  isCurrency(text) && CURRENCIES.has(text)
    ? text
    : refusal(
        'CELL.UNKNOWN_CURRENCY',
        `"${text}" is not a currency.`,
        'Write its ISO 4217 code, such as USD.',
      ),
);

export const linkCell = cell((text) =>
  /^https?:\/\//.test(text) && URL.canParse(text)
    ? text
    : refusal('CELL.NOT_A_LINK', `"${text}" is not a web address.`, 'Write all of it: https://…'),
);

export const emailCell = cell((text) =>
  z.email().safeParse(text).success
    ? text
    : refusal('CELL.NOT_AN_EMAIL', `"${text}" is not an e-mail address.`, 'Write it as name@example.org.'),
);

function orList(values: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(values.map((value) => `"${value}"`));
}
