import { DomainError } from '../core/errors.ts';
import type { Transaction } from '../core/funding.ts';
import { approvedAlready, countFates, fateOf, standingOf } from '../platform/csv/approval.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { importKind, rowError } from '../platform/csv/import-kind.ts';
import { withIds } from '../platform/csv/row-identity.ts';
import { addPlaces, knownOrganisations, knownPrograms, unknownProgram } from '../programs/index.ts';
import { readRates, readTransactions, storeTransactions } from './funding.repository.ts';
import { TRANSACTION_GUIDE, transactionLists, transactionReader } from './transaction-reader.repository.ts';
import {
  amountOf,
  codeOf,
  type GivenAmount,
  identityOf,
  isEmptyPromise,
  noteEmptyPromises,
  refuseDate,
  refuseOrganisations,
  type TransactionRow,
  transactionSchema,
} from './transaction-row.ts';

/**
 * `program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note`, the note with
 * translations and with whose it is (`note_for`); amounts in major units, negative for a correction. Converted at once
 * where a rate is known (rule 7).
 *
 * A transaction is the same as a stored one where all of these but `illustrative`, the note's translations and whose
 * it is are the same. Rows of one file that are the same in all of these are told apart by their order
 * (`row-identity.ts`).
 */
export const transactionsKind = importKind({
  name: 'transactions',
  guide: TRANSACTION_GUIDE,
  lists: transactionLists,
  schema: transactionSchema,
  texts: ['note'],
  reader: transactionReader,
  async plan(tx, all, context) {
    const rows = all.filter(({ row }) => !isEmptyPromise(row));
    const programs = await knownPrograms(tx);
    const organisations = await knownOrganisations(tx);
    const rates = [...(await readRates(tx)).values()];
    const read = withIds(
      'transaction',
      rows.map(({ line, row }) => ({ line, row, amount: amountOf(row, rates) })),
      ({ row, amount }) => identityOf(row, amount),
    );
    const stored = await readTransactions(
      tx,
      read.map(({ id }) => id),
    );
    const given = read.flatMap(({ id, line, row, amount }) => {
      if (amount instanceof DomainError) return [];
      const transaction = transactionOf(id, row, amount, stored.get(id)?.row);
      return [{ line, transaction, fate: fateOf(transaction, stored.get(id), context.approve) }];
    });
    return {
      errors: [
        ...rows.flatMap(({ line, row }) =>
          programs.has(row.program) ? [] : [rowError(line, 'program', unknownProgram(row.program))],
        ),
        ...rows.flatMap((row) => refuseOrganisations(row, organisations)),
        ...rows.flatMap((row) => refuseDate(row, context.latestDay)),
        ...read.flatMap(({ line, amount }) =>
          amount instanceof DomainError ? [rowError(line, 'amount', amount)] : [],
        ),
        ...given.flatMap(({ line, fate }) =>
          fate === 'refused' ? [rowError(line, null, approvedAlready)] : [],
        ),
      ],
      async write(batch) {
        const changed = given.filter(({ fate }) => fate !== 'unchanged');
        await addPlaces(
          tx,
          rows.flatMap(({ row }) => row.country_or_region ?? []),
        );
        await storeTransactions(
          tx,
          changed.map(({ line, transaction }) => ({
            transaction,
            standing: standingOf(line, batch, context),
          })),
        );
        return {
          ...countFates(given.map(({ fate }) => fate)),
          notes: [
            ...noteEmptyPromises(all),
            ...noteUnconverted(changed.map(({ transaction }) => transaction)),
          ],
        };
      },
    };
  },
});

function transactionOf(
  id: string,
  row: TransactionRow,
  { amountMinor, conversion }: GivenAmount,
  stored: Transaction | undefined,
): Transaction {
  return {
    id,
    program: row.program,
    type: row.type,
    valueDate: row.value_date,
    amountMinor,
    currency: row.currency,
    provider: codeOf(row.provider),
    receiver: codeOf(row.receiver),
    place: row.country_or_region?.code ?? null,
    illustrative:
      row.illustrative === undefined ? (stored?.illustrative ?? false) : (row.illustrative ?? false),
    conversion: stored?.conversion ?? conversion,
    note: mergeText(stored?.note ?? null, row.note),
    noteFor: row.note_for === undefined ? (stored?.noteFor ?? null) : row.note_for,
  };
}

function noteUnconverted(changed: readonly Transaction[]): readonly string[] {
  const waiting = changed.filter(({ conversion }) => conversion === null);
  if (waiting.length === 0) return [];
  const currencies = [...new Set(waiting.map(({ currency }) => currency))].sort().join(', ');
  return [
    `Not converted for want of an exchange rate on or before their day: ${waiting.length} (${currencies}).`,
  ];
}
