import { sql } from 'drizzle-orm';
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  pgTable,
  pgView,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { READERSHIPS } from '../core/text.ts';
import { importBatches } from '../platform/csv/import-batches.table.ts';
import {
  code,
  day,
  decimal,
  localText,
  minorUnits,
  moment,
  oneOf,
  ROW_STATUSES,
  readership,
} from '../platform/database/columns.ts';

/** One unit of `currency` in the reporting currency on `date`. */
export const exchangeRates = pgTable(
  'exchange_rates',
  {
    currency: text('currency').notNull(),
    date: day('date').notNull(),
    rate: decimal('rate').notNull(),
    source: text('source').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.currency, t.date] }),
    check('exchange_rates_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check('exchange_rates_positive', sql`${t.rate} > 0 AND ${t.rate} < 'Infinity'`),
    check('exchange_rates_source_is_given', sql`${t.source} <> ''`),
  ],
);

/** What moved, and whose the note is. */
const movement = () => ({
  program: code('program').notNull(),
  type: text('type', { enum: TRANSACTION_TYPES }).notNull(),
  valueDate: day('value_date').notNull(),
  /** In minor units of `currency`; negative for a correction. */
  amountMinor: minorUnits('amount_minor').notNull(),
  currency: text('currency').notNull(),
  provider: code('provider'),
  receiver: code('receiver'),
  place: code('place'),
  /** Made up for demonstration. */
  illustrative: boolean('illustrative').notNull().default(false),
  /** In minor units of the reporting currency; null, with the three that follow: no rate was known. */
  convertedMinor: minorUnits('converted_minor'),
  rate: decimal('rate'),
  rateDate: day('rate_date'),
  rateSource: text('rate_source'),
  note: localText('note'),
  noteFor: readership('note_for'),
});
const standing = () => text('status', { enum: ROW_STATUSES }).notNull().default('draft');

/** A movement of money, or the promise of one. The conversion is stored, not looked up again (rule 7). */
export const transactions = pgTable(
  'transactions',
  {
    /** Imported rows: made from what they said first (`row-identity.ts`). Others: random. */
    id: uuid('id').primaryKey().defaultRandom(),
    ...movement(),
    /** People's own key, or a system's; null: the id is the only one. */
    ref: text('ref'),
    status: standing(),
    /** Why it says what it says now: of what is withdrawn always, of a correction where somebody wrote it. */
    reason: text('reason'),
    approvedAt: moment('approved_at'),
    approvedBy: text('approved_by'),
    withdrawnAt: moment('withdrawn_at'),
    withdrawnBy: text('withdrawn_by'),
    batch: bigint('batch', { mode: 'number' }).references(() => importBatches.id),
    batchLine: integer('batch_line'),
  },
  (t) => [
    index('transactions_type_value_date').on(t.type, t.valueDate),
    index('transactions_program').on(t.program, t.status, t.provider),
    index('transactions_provider').on(t.provider),
    index('transactions_receiver').on(t.receiver),
    index('transactions_place').on(t.place),
    index('transactions_batch').on(t.batch),
    index('transactions_not_converted').on(t.currency).where(sql`${t.convertedMinor} IS NULL`),
    check('transactions_type', oneOf(t.type, TRANSACTION_TYPES)),
    check('transactions_status', oneOf(t.status, ROW_STATUSES)),
    check('transactions_currency', sql`${t.currency} ~ '^[A-Z]{3}$'`),
    check(
      'transactions_amount_is_safe',
      sql`${t.amountMinor} <> 0 AND abs(${t.amountMinor}) <= 9007199254740991 AND abs(${t.convertedMinor}) <= 9007199254740991`,
    ),
    check(
      'transactions_conversion_is_whole',
      sql`num_nulls(${t.convertedMinor}, ${t.rate}, ${t.rateDate}, ${t.rateSource}) IN (0, 4)`,
    ),
    check('transactions_rate_positive', sql`${t.rate} > 0 AND ${t.rate} < 'Infinity'`),
    check('transactions_rate_not_after_value', sql`${t.rateDate} <= ${t.valueDate}`),
    uniqueIndex('transactions_ref_once').on(t.ref),
    check('transactions_ref_is_given', sql`${t.ref} <> ''`),
    check(
      'transactions_approved_by_somebody',
      sql`(${t.status} = 'withdrawn' OR (${t.status} = 'approved') = (${t.approvedAt} IS NOT NULL)) AND (${t.approvedAt} IS NULL) = (${t.approvedBy} IS NULL)`,
    ),
    check(
      'transactions_withdrawn_by_somebody',
      sql`(${t.status} = 'withdrawn') = (${t.withdrawnAt} IS NOT NULL) AND (${t.withdrawnAt} IS NULL) = (${t.withdrawnBy} IS NULL) AND (${t.status} <> 'withdrawn' OR ${t.reason} IS NOT NULL)`,
    ),
    check('transactions_note_for', oneOf(t.noteFor, READERSHIPS)),
    check('transactions_line_of_a_batch', sql`(${t.batch} IS NULL) = (${t.batchLine} IS NULL)`),
  ],
);

/** Transactions as whoever reads them may see them: the view is all that readers under row-level security have. */
export const transactionsSeen = pgView('transactions_seen', {
  id: uuid('id').notNull(),
  ...movement(),
  status: standing(),
}).existing();
