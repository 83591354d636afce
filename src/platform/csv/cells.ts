import { z } from 'zod';
import { parseDecimal } from '../../core/decimal.ts';
import { DomainError } from '../../core/errors.ts';
import { CURRENCIES } from '../../core/money.ts';
import type { DatePrecision, Day } from '../../core/program.ts';
import { type InEachLanguage, LANGUAGES, READERSHIPS, saidInAny, slug } from '../../core/text.ts';
import { describeUnseen, firstUnseen, readVisible } from '../../core/unseen.ts';
import { closestWord } from '../../core/words.ts';
import { asWritten, quoted, refusal } from './refusal.ts';
import { saidOf } from './row-error.ts';
import { readDate, type WrittenDate } from './written-date.ts';

export { asWritten, quoted, refusal } from './refusal.ts';

/** A code, a number, a date or a name is a few words; a key of the database takes no more either. */
const MOST_CHARACTERS = 200;
/** A list, or a web address. */
export const MOST_IN_LIST = 2_000;
/** Some seven pages; what is longer is a document of its own. */
export const MOST_IN_TEXT = 20_000;

interface CellOptions {
  /** At most so many characters. */
  readonly most?: number;
  /** Words for people: what cannot be seen in them is left out, and not refused. */
  readonly words?: boolean;
}

/**
 * The schema of a cell that must not be empty, from a function that reads its text or says why it cannot. What is too
 * long to be meant, or holds what nobody can see, does not come so far.
 */
export function cell<T>(
  read: (text: string) => T | DomainError,
  { most = MOST_CHARACTERS, words = false }: CellOptions = {},
) {
  return z.string().transform((text, context): T => {
    const seen = words ? wordsOf(text, most) : codeOf(text, most);
    const value = typeof seen === 'string' ? read(seen) : seen;
    return value instanceof DomainError ? refuse(context, text, value) : value;
  });
}

/** Puts the reason among the issues of a schema. */
function refuse(context: z.RefinementCtx, input: string, reason: DomainError): never {
  const { message, ...params } = saidOf(reason);
  context.issues.push({ code: 'custom', input, message, params });
  return z.NEVER;
}

/** Words for people, in a column that may be empty: what cannot be seen in them is left out. */
export const prose = z.string().transform((text, context): string => {
  const long = tooLong(text, MOST_IN_TEXT);
  return long === null ? readVisible(text).text : refuse(context, text, long);
});

function wordsOf(text: string, most: number): string | DomainError {
  const long = tooLong(text, most);
  if (long !== null) return long;
  const { text: seen } = readVisible(text);
  return seen === '' ? refusal('CELL.EMPTY', 'The cell is empty.', 'It needs a value.') : seen;
}

function codeOf(text: string, most: number): string | DomainError {
  if (text === '') return refusal('CELL.EMPTY', 'The cell is empty.', 'It needs a value.');
  const long = tooLong(text, most);
  if (long !== null) return long;
  const unseen = firstUnseen(text);
  return unseen === null
    ? text
    : refusal(
        'CELL.INVISIBLE',
        `Nobody can see ${describeUnseen(unseen)} of the cell.`,
        'Type the cell again, for what is copied brings such characters along.',
      );
}

function tooLong(text: string, most: number): DomainError | null {
  return text.length <= most
    ? null
    : refusal(
        'CELL.TOO_LONG',
        `The cell has ${text.length} characters, and here are at most ${most}.`,
        'Shorten it; a cell this long is often two columns that ran together, or a quote that did not end.',
      );
}

/** The words of cells that take a few, for lists to choose from. */
export const LISTED = z.registry<{ readonly words: readonly string[] }>();

/** The words that a cell takes where it takes a few; null: any that fit. */
export function listedWords(schema: z.ZodType): readonly string[] | null {
  return LISTED.get(schema)?.words ?? null;
}

/** The schema of a cell that may be empty (null), in a column that a file may lack (undefined). */
export function optional<T>(schema: z.ZodType<T, string>) {
  const may = z.preprocess((text) => (text === '' ? null : text), schema.nullable()).optional();
  const words = listedWords(schema);
  return words === null ? may : may.register(LISTED, { words });
}

/** Any words. */
export const words = cell((text) => text, { words: true });

/** What a code or a number is read from later. */
export const plain = cell((text) => text);

/**
 * One of a few words, in whatever case.
 *
 * @param others other words for them, as `slug` writes them: those of the other languages
 */
export function choice<const Value extends string>(
  values: readonly Value[],
  others: Readonly<Record<string, Value>> = {},
) {
  const said = new Map([...Object.entries(others), ...values.map((value) => [slug(value), value] as const)]);
  const schema = cell((text): Value | DomainError => {
    const value = said.get(slug(text));
    if (value !== undefined) return value;
    const meant = closestWord(slug(text), said.keys());
    const remedy = `Write ${orList(values)}.`;
    return refusal(
      'CELL.UNKNOWN_WORD',
      `${quoted(text)} is not one of the words for this column.`,
      meant === null ? remedy : `Did you mean "${said.get(meant)}"? ${remedy}`,
      asWritten(text),
    );
  });
  return schema.register(LISTED, { words: values });
}

/** What a word is called in any language, for `choice`; as `slug` writes it. */
export function wordsFor<Value extends string>(
  value: Value,
  words: InEachLanguage<string>,
): Readonly<Record<string, Value>> {
  return Object.fromEntries(saidInAny(words).map((word) => [word, value]));
}

export const language = choice(LANGUAGES);

/** Whose the text in the column of the same name without `_for` is; empty: as the rule has it (`core/readership.ts`). */
export const readershipCell = optional(choice(READERSHIPS));

const TRUTHS: ReadonlyMap<string, boolean> = new Map([
  ...saidInAny({
    en: 'yes, true',
    es: 'si, verdadero',
    pt: 'sim, verdadeiro',
    fr: 'oui, vrai',
  }).map((word) => [word, true] as const),
  ...saidInAny({ en: 'no, false', es: 'no, falso', pt: 'nao, falso', fr: 'non, faux' }).map(
    (word) => [word, false] as const,
  ),
]);

/** Yes or no, in whatever of the four languages. */
export function readTruth(text: string): boolean | DomainError {
  return (
    TRUTHS.get(slug(text)) ??
    refusal('CELL.NOT_YES_OR_NO', `${quoted(text)} is neither yes nor no.`, 'Write yes or no.')
  );
}

export const truth = cell(readTruth).register(LISTED, { words: ['yes', 'no'] });

/** A calendar day. */
export const dayCell = cell((text): Day | DomainError => {
  const date = readDate(text);
  if (date instanceof DomainError) return date;
  if (date.precision === 'day') return date.first;
  const message = `${quoted(text)} is a ${date.precision}, and here a day is needed.`;
  return refusal('CELL.NOT_A_DATE', message, `Write the day, as ${date.last}.`, asWritten(text));
});

/** A date of which the source may give only the year or the month. */
export interface GivenDate {
  readonly day: Day;
  readonly precision: Exclude<DatePrecision, 'none'>;
}

/** A year, a month, a quarter or a day, as the first day that it may mean. */
export const startCell = dateCell(({ first }) => first);

/** A year, a month, a quarter or a day, as the last day that it may mean (rule 11). */
export const endCell = dateCell(({ last }) => last);

function dateCell(dayOf: (date: WrittenDate) => Day) {
  return cell((text): GivenDate | DomainError => {
    const date = readDate(text);
    return date instanceof DomainError ? date : { day: dayOf(date), precision: date.precision };
  });
}

/** A number in plain decimal notation that a JavaScript number holds digit by digit. */
export function readNumber(text: string): number | DomainError {
  const exact = parseDecimal(text);
  if (exact === null) {
    return refusal(
      'CELL.NOT_A_NUMBER',
      `${quoted(text)} is not a number.`,
      'Write digits, with a point for decimals: 1234.5',
      asWritten(text),
    );
  }
  const value = exact.toNumber();
  if (exact.eq(value) && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value === 0 ? 0 : value;
  return refusal(
    'CELL.NOT_EXACT',
    `${quoted(text)} has more digits than are kept exactly.`,
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
    `${quoted(text)} is not a share.`,
    'Write a percentage above 0 and up to 100: 33.33',
  );
}

export const shareCell = cell(readShare);

/** More than any currency needs: at 0.000001 a unit, as at 1000, six digits are left that count. */
const RATE = /^0*\d{1,12}(\.\d{1,12})?$/;

/** An exchange rate, as it is written. */
export const rateCell = cell((text) =>
  RATE.test(text) && parseDecimal(text)?.gt(0)
    ? withoutLeadingZeros(text)
    : refusal(
        'CELL.NOT_A_RATE',
        `${quoted(text)} is not an exchange rate.`,
        'Write a number above 0, with at most twelve digits on either side of the point: 1.1423',
      ),
);

/** As Postgres gives a numeric back, so that the same file finds the same value. */
function withoutLeadingZeros(text: string): string {
  return text.replace(/^0+(?=\d)/, '');
}

/** A currency's code, in whatever case. */
export const currencyCell = cell((text) => {
  const code = text.toUpperCase();
  if (CURRENCIES.includes(code)) return code;
  return refusal(
    'CELL.UNKNOWN_CURRENCY',
    `${quoted(text)} is not a currency.`,
    'Write its ISO 4217 code, such as USD.',
  );
}).register(LISTED, { words: CURRENCIES });

export const linkCell = cell(
  (text) =>
    /^https?:\/\//.test(text) && URL.canParse(text)
      ? text
      : refusal('CELL.NOT_A_LINK', `${quoted(text)} is not a web address.`, 'Write all of it: https://…'),
  { most: MOST_IN_LIST },
);

export const emailCell = cell((text) =>
  z.email().safeParse(text).success
    ? text
    : refusal(
        'CELL.NOT_AN_EMAIL',
        `${quoted(text)} is not an e-mail address.`,
        'Write it as name@example.org.',
      ),
);

function orList(values: readonly string[]): string {
  return new Intl.ListFormat('en', { type: 'disjunction' }).format(values.map((value) => `"${value}"`));
}
