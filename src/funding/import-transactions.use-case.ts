import { readReportingCurrency } from '../access/index.ts';
import { DomainError } from '../core/errors.ts';
import { rateBook } from '../core/money.ts';
import { originalText } from '../core/text.ts';
import { countFates, standingOf } from '../platform/csv/approval.ts';
import { decide, refuseDecision } from '../platform/csv/decide.ts';
import { type FileRow, textCells } from '../platform/csv/file-rows.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { identify } from '../platform/csv/identify.use-case.ts';
import { identityNotes } from '../platform/csv/identity-notes.ts';
import { undoneBatches } from '../platform/csv/import-batches.repository.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { OpenRow, StoredRow } from '../platform/csv/match-rows.ts';
import { refsNamed } from '../platform/csv/twin-answers.ts';
import type { Transaction } from '../platform/database/database.ts';
import {
  addPlaces,
  knownOrganisations,
  knownPrograms,
  programParents,
  readClosedPeriods,
  refuseClosed,
  refuseUnknownPrograms,
} from '../programs/index.ts';
import { transactionGuide } from '../web/i18n/messages/guides-figures.ts';
import { convertAnew } from './convert-anew.ts';
import {
  readAllTransactions,
  readAmountsOf,
  readRates,
  readTransactionsOf,
  readTransactionsOfBatch,
  type StoredTransaction,
  storeConversions,
  storeTransactions,
  takenTransactionIds,
} from './funding.repository.ts';
import { transactionCells } from './transaction-cells.ts';
import { transactionLikeness } from './transaction-likeness.ts';
import { transactionLists, transactionReader } from './transaction-reader.repository.ts';
import {
  amountOf,
  codeOf,
  type GivenAmount,
  isEmptyPromise,
  noteEmptyPromises,
  refuseDate,
  refuseOrganisations,
  type TransactionRow,
  transactionSchema,
} from './transaction-row.ts';

/**
 * `ref,program,type,value_date,amount,currency,provider,receiver,country_or_region,illustrative,note,status,reason`, the
 * note with translations and with whose it is (`note_for`); amounts in major units, negative for a correction. Converted
 * at once where a rate is known (rule 7).
 *
 * Which transaction a row is: `docs/decisions/import-identity.md`.
 */
export const transactionsKind = importKind({
  name: 'transactions',
  guide: transactionGuide,
  lists: transactionLists,
  schema: transactionSchema,
  texts: ['note'],
  reader: transactionReader,
  figures: {
    name: 'transactions',
    belongings: [],
    derived: { columns: ['converted_minor', 'rate', 'rate_date', 'rate_source'], derive: convertAgain },
  },
  read: async (db) => (await readAllTransactions(db)).map(fileRow),
  some: async (db, keys) => (await readTransactionsOf(db, { programs: [], refs: keys })).map(fileRow),
  async plan(tx, all, context) {
    const rows = all.filter(({ row }) => !isEmptyPromise(row));
    const programs = await knownPrograms(tx);
    const organisations = await knownOrganisations(tx);
    const rates = rateBook([...(await readRates(tx)).values()]);
    const currency = await readReportingCurrency(tx);
    const read = rows.map(({ line, row }) => ({ line, row, amount: amountOf(row, rates, currency) }));
    const open = read.flatMap(({ line, row, amount }): OpenTransaction[] =>
      amount instanceof DomainError
        ? []
        : [{ line, row, ref: row.ref ?? null, over: (stored) => transactionOf(row, amount, stored) }],
    );
    const stored = await readTransactionsOf(tx, {
      programs: [...new Set(rows.map(({ row }) => row.program))],
      refs: refsNamed(open, context.answers.twins),
    });
    const identified = await identify(
      { name: 'transaction', likeness: transactionLikeness, identity: identityOf },
      open,
      {
        stored,
        ofBatch: (batch) => readTransactionsOfBatch(tx, batch),
        taken: (ids) => takenTransactionIds(tx, ids),
      },
      context.answers.twins,
    );
    const now = { approve: context.approve, undone: await undoneBatches(tx) };
    const closed = await readClosedPeriods(tx);
    const parents = await programParents(tx);
    const given = identified.rows.map(({ line, id, ref, stored: match, givesWayTo }, index) => {
      const { row, over } = open[index] as OpenTransaction;
      const said = { ...over(match?.row), id, ref };
      return {
        line,
        row,
        givesWayTo,
        stored: match,
        ...decide(said, { row, stored: match, givesWayTo }, now),
      };
    });
    return {
      questions: identified.questions,
      errors: [
        ...refuseUnknownPrograms(rows, programs),
        ...rows.flatMap((row) => refuseOrganisations(row, organisations)),
        ...rows.flatMap((row) => refuseDate(row, context.latestDay)),
        ...read.flatMap(({ line, amount }) =>
          amount instanceof DomainError ? [rowError(line, 'amount', amount)] : [],
        ),
        ...identified.errors,
        ...given.flatMap((each) => refuseDecision(each.line, each)),
        ...given.flatMap((each) =>
          each.fate === 'unchanged' ? [] : refuseClosed(changed(each), parents, closed),
        ),
      ],
      keys: new Map(given.map(({ line, figure }) => [line, figure.id])),
      async write(batch) {
        const changed = given.filter(({ fate }) => fate !== 'unchanged');
        await addPlaces(
          tx,
          rows.flatMap(({ row }) => row.country_or_region ?? []),
        );
        await storeTransactions(
          tx,
          changed.map(({ line, figure, status, stored: before }) => ({
            transaction: figure,
            standing: standingOf(status, before?.standing, line, batch, context),
          })),
        );
        return {
          ...countFates(given.map(({ fate }) => fate)),
          notes: [
            ...noteEmptyPromises(all),
            ...identityNotes(given),
            ...noteUnconverted(changed.map(({ figure }) => figure)),
          ],
        };
      },
    };
  },
});

function fileRow({ id, row, standing }: StoredRow<StoredTransaction>): FileRow {
  return {
    key: id,
    batch: standing.batch,
    line: standing.batchLine,
    cells: {
      ...transactionCells(row),
      ref: row.ref ?? id,
      illustrative: row.illustrative ? 'yes' : 'no',
      ...textCells('note', row.note),
      note_for: row.noteFor ?? '',
      status: standing.status,
      reason: row.reason ?? '',
    },
  };
}

/** A transaction that a row adds or changes. */
function changed({
  line,
  row,
  figure,
  stored,
}: {
  readonly line: number;
  readonly row: TransactionRow;
  readonly figure: StoredTransaction;
  readonly stored: StoredRow<StoredTransaction> | null;
}) {
  const isOld = row.reason === undefined || row.reason === (stored?.row.reason ?? null);
  const days = [figure.valueDate, stored?.row.valueDate ?? null];
  return { line, program: figure.program, days, reason: isOld ? null : (row.reason ?? null) };
}

type OpenTransaction = Numbered<TransactionRow> & OpenRow<StoredTransaction>;

/** What the id of a new transaction is made of: all that it says. */
function identityOf(said: StoredTransaction): readonly (string | number | null)[] {
  return [
    said.program,
    said.type,
    said.valueDate,
    said.amountMinor,
    said.currency,
    said.provider,
    said.receiver,
    said.place,
    originalText(said.note),
  ];
}

function transactionOf(
  row: TransactionRow,
  { amountMinor, conversion }: GivenAmount,
  stored: StoredTransaction | undefined,
): StoredTransaction {
  return {
    id: stored?.id ?? '',
    ref: stored?.ref ?? null,
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
    conversion,
    note: mergeText(stored?.note ?? null, row.note),
    noteFor: row.note_for === undefined ? (stored?.noteFor ?? null) : row.note_for,
    reason: stored?.reason ?? null,
  };
}

/** Rates may have come since they were what they are again (rule 7). */
async function convertAgain(tx: Transaction, ids: readonly string[]): Promise<void> {
  const book = rateBook([...(await readRates(tx)).values()]);
  const amounts = await readAmountsOf(tx, ids);
  const { moved, tooLarge } = convertAnew(amounts, book, await readReportingCurrency(tx));
  for (const { reason } of tooLarge) throw reason;
  await storeConversions(
    tx,
    moved.map(({ amount: { id }, conversion }) => ({ id, conversion })),
  );
}

function noteUnconverted(changed: readonly StoredTransaction[]): readonly string[] {
  const waiting = changed.filter(({ conversion }) => conversion === null);
  if (waiting.length === 0) return [];
  const currencies = [...new Set(waiting.map(({ currency }) => currency))].sort().join(', ');
  return [
    `Not converted for want of an exchange rate of their day or of the 366 days before: ${waiting.length} (${currencies}).`,
  ];
}
