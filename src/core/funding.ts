import type { Day } from './program.ts';
import type { LocalText, Readership } from './text.ts';

export const TRANSACTION_TYPES = ['pledge', 'commitment', 'disbursement', 'expenditure'] as const;
/** Never added together (rule 7). */
export type TransactionType = (typeof TRANSACTION_TYPES)[number];

/** How an amount was brought to the reporting currency (rule 7): stored with the transaction, not looked up again. */
export interface Conversion {
  /** In minor units of the reporting currency. */
  readonly amountMinor: number;
  /** One unit of the transaction's currency in the reporting currency, as a decimal string. */
  readonly rate: string;
  readonly rateDate: Day;
  readonly source: string;
}

export interface Transaction {
  readonly id: string;
  readonly program: string;
  readonly type: TransactionType;
  readonly valueDate: Day;
  /** In minor units of `currency`; negative for a correction. */
  readonly amountMinor: number;
  readonly currency: string;
  /** Organisation codes. The provider is the donor. */
  readonly provider: string | null;
  readonly receiver: string | null;
  readonly place: string | null;
  /** Made up for demonstration; every page, export and PDF that shows it says so. */
  readonly illustrative: boolean;
  /** Null: no rate on or before the value date, so it is listed as not converted, never as zero. */
  readonly conversion: Conversion | null;
  readonly note: LocalText | null;
  /** As a programme's `summaryFor`. */
  readonly noteFor: Readership | null;
}

/** One unit of `currency` in the reporting currency on `date`. */
export interface ExchangeRate {
  readonly currency: string;
  readonly date: Day;
  readonly rate: string;
  readonly source: string;
}
