import { z } from 'zod';
import { worthInDollars } from '../core/currency-worth.ts';
import { DomainError } from '../core/errors.ts';
import { type Conversion, TRANSACTION_TYPES, type TransactionType } from '../core/funding.ts';
import { conversionOf, parseAmount, type RateBook } from '../core/money.ts';
import type { Day } from '../core/program.ts';
import { slug } from '../core/text.ts';
import {
  choice,
  currencyCell,
  dayCell,
  optional,
  plain,
  readershipCell,
  refusal,
  truth,
  words,
  wordsFor,
} from '../platform/csv/cells.ts';
import { optionalText } from '../platform/csv/given-text.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { refCell } from '../platform/csv/ref-cell.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { ROW_STATUSES } from '../platform/database/columns.ts';
import { nameCell, placeCell, programCode } from '../programs/index.ts';

/** What the other languages, and IATI, call the types; as `slug` writes it. */
const TYPE_WORDS: Readonly<Record<string, TransactionType>> = {
  ...wordsFor('pledge', { en: 'pledges', es: 'promesa', pt: 'promessa', fr: 'promesse, engagement-annonce' }),
  ...wordsFor('commitment', {
    en: 'commitments, outgoing-commitment',
    es: 'compromiso',
    pt: 'compromisso',
    fr: 'engagement',
  }),
  ...wordsFor('disbursement', {
    en: 'disbursements',
    es: 'desembolso',
    pt: 'desembolso',
    fr: 'decaissement, versement',
  }),
  ...wordsFor('expenditure', {
    en: 'expenditures',
    es: 'gasto, ejecucion, gasto-ejecutado',
    pt: 'despesa',
    fr: 'depense',
  }),
};

export const transactionSchema = z.object({
  ref: optional(refCell),
  program: programCode,
  type: choice(TRANSACTION_TYPES, TYPE_WORDS),
  value_date: dayCell,
  amount: plain,
  currency: currencyCell,
  provider: optional(nameCell),
  receiver: optional(nameCell),
  country_or_region: optional(placeCell),
  illustrative: optional(truth),
  note: optionalText,
  note_for: readershipCell,
  status: optional(choice(ROW_STATUSES)),
  reason: optional(words),
});
export type TransactionRow = z.output<typeof transactionSchema>;

/** An amount in minor units, and what it is in the reporting currency; null: no rate is known. */
export interface GivenAmount {
  readonly amountMinor: number;
  readonly conversion: Conversion | null;
}

/** Ten million million dollars: digits that ran together, and not an amount. */
const ABSURD_MINOR = 10 ** 15;

/** Of a currency that is worth next to nothing, large amounts are nothing out of the way. */
function isWeak(currency: string): boolean {
  const worth = worthInDollars(currency);
  return worth !== null && worth.low < 0.001;
}

/** The amount of a row, or why it cannot be. */
export function amountOf(
  row: TransactionRow,
  rates: RateBook,
  reportingCurrency: string,
): GivenAmount | DomainError {
  const { currency, value_date: valueDate } = row;
  const amountMinor = parseAmount(row.amount, currency);
  if (amountMinor instanceof DomainError) return amountMinor;
  if (Math.abs(amountMinor) >= ABSURD_MINOR && !isWeak(currency)) {
    return refusal(
      'MONEY.TOO_LARGE',
      `${row.amount} ${currency} is more than anybody gives at once.`,
      'Check for misplaced digits; amounts are in major units, with a point for decimals.',
    );
  }
  if (amountMinor === 0) {
    return refusal('TRANSACTION.ZERO', 'The amount is zero.', 'Correct it, or leave the row out.');
  }
  try {
    return {
      amountMinor,
      conversion: conversionOf({ amountMinor, currency, valueDate }, rates, reportingCurrency),
    };
  } catch (error) {
    // Exact in its own currency, too large to be so in the reporting currency.
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/** An organisation's code, from its name or its code. */
export function codeOf(organisation: string | null | undefined): string | null {
  return organisation ? slug(organisation) : null;
}

export function refuseOrganisations(
  { line, row }: Numbered<TransactionRow>,
  known: ReadonlySet<string>,
): readonly RowError[] {
  return (['provider', 'receiver'] as const).flatMap((column) => {
    const code = codeOf(row[column]);
    if (code === null || known.has(code)) return [];
    const message = `There is no organisation "${row[column]}".`;
    const remedy = 'Correct the name, or import the organisation first.';
    return [rowError(line, column, refusal('TRANSACTION.UNKNOWN_ORGANISATION', message, remedy))];
  });
}

/** Other systems publish a commitment of 0 where nothing was promised: it is none. A payment of 0 is a mistake. */
export function isEmptyPromise({ type, amount }: TransactionRow): boolean {
  return !DONE.includes(type) && /^-?[0.]*0$/.test(amount);
}

export function noteEmptyPromises(rows: readonly Numbered<TransactionRow>[]): readonly string[] {
  const empty = rows.filter(({ row }) => isEmptyPromise(row));
  if (empty.length === 0) return [];
  const lines = empty.slice(0, MOST_LINES).map(({ line }) => line);
  const where = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${empty.length > MOST_LINES ? ' …' : ''}`;
  return [`Left out, for it promises nothing (0): ${where}.`];
}

/** More are not listed. */
const MOST_LINES = 20;

/** Types that say what was done, not what is promised. */
const DONE: readonly string[] = ['disbursement', 'expenditure'];

export function refuseDate({ line, row }: Numbered<TransactionRow>, latestDay: Day): readonly RowError[] {
  if (!DONE.includes(row.type) || row.value_date <= latestDay) return [];
  const message = `${row.value_date} has not come, so no ${row.type} has been made then.`;
  const remedy = 'Correct the date; what is promised is a "pledge" or a "commitment".';
  return [rowError(line, 'value_date', refusal('TRANSACTION.NOT_YET', message, remedy))];
}
