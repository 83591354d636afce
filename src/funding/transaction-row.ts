import { z } from 'zod';
import { DomainError } from '../core/errors.ts';
import {
  type Conversion,
  type ExchangeRate,
  REPORTING_CURRENCY,
  TRANSACTION_TYPES,
  type TransactionType,
} from '../core/funding.ts';
import { conversionOf, parseAmount } from '../core/money.ts';
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
} from '../platform/csv/cells.ts';
import { optionalText } from '../platform/csv/given-text.ts';
import { type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { nameCell, placeCell, programCode } from '../programs/index.ts';

/** What the other languages, and IATI, call the types; as `slug` writes it. */
const TYPE_WORDS: Readonly<Record<string, TransactionType>> = {
  ...wordsFor('pledge', 'pledges promesa promessa promesse engagement-annonce'),
  ...wordsFor('commitment', 'commitments outgoing-commitment compromiso compromisso engagement'),
  ...wordsFor('disbursement', 'disbursements desembolso decaissement versement'),
  ...wordsFor('expenditure', 'expenditures gasto ejecucion despesa gasto-ejecutado depense'),
};

function wordsFor(type: TransactionType, words: string): Record<string, TransactionType> {
  return Object.fromEntries(words.split(' ').map((word) => [word, type]));
}

export const transactionSchema = z.object({
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
});
export type TransactionRow = z.output<typeof transactionSchema>;

/** An amount in minor units, and what it is in the reporting currency; null: no rate is known. */
export interface GivenAmount {
  readonly amountMinor: number;
  readonly conversion: Conversion | null;
}

/** The amount of a row, or why it cannot be. */
export function amountOf(row: TransactionRow, rates: readonly ExchangeRate[]): GivenAmount | DomainError {
  const { currency, value_date: valueDate } = row;
  const amountMinor = parseAmount(row.amount, currency);
  if (amountMinor instanceof DomainError) return amountMinor;
  if (amountMinor === 0) {
    return refusal('TRANSACTION.ZERO', 'The amount is zero.', 'Correct it, or leave the row out.');
  }
  try {
    return {
      amountMinor,
      conversion: conversionOf({ amountMinor, currency, valueDate }, rates, REPORTING_CURRENCY),
    };
  } catch (error) {
    // Exact in its own currency, too large to be so in the reporting currency.
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/**
 * What makes a transaction the one that it is. The amount does: it is not corrected in place, but by a signed row of
 * its own (rule 7).
 */
export function identityOf(
  row: TransactionRow,
  amount: GivenAmount | DomainError,
): readonly (string | number | null)[] {
  return [
    row.program,
    row.type,
    row.value_date,
    amount instanceof DomainError ? null : amount.amountMinor,
    row.currency,
    codeOf(row.provider),
    codeOf(row.receiver),
    row.country_or_region?.code ?? null,
    row.note?.en ?? null,
  ];
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
