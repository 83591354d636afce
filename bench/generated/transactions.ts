import { TRANSACTION_TYPES, type Transaction } from '../../src/core/funding.ts';
import { conversionOf, rateBook } from '../../src/core/money.ts';
import { USUAL_CURRENCY } from '../../src/core/settings/settings.ts';
import { drawsOf, falls, idOf, pick, weighted, weights, whole } from './draws.ts';
import { monthIn, programIn } from './figures.ts';
import type { MadeProgram } from './programs.ts';
import { CURRENCIES, dayOf, exchangeRates, MONTHS } from './words.ts';

/** A transaction as it is stored. */
export type MadeTransaction = Omit<Transaction, 'note' | 'noteFor' | 'illustrative'> & {
  readonly approvedAt: string;
};

const BY_TYPE = weights([5, 20, 55, 20]);
const BY_CURRENCY = weights(CURRENCIES.map(({ share }) => share));

/** The transaction of each row, in any order; converted as an import would (rule 7). */
export function transactionsOf(programs: readonly MadeProgram[]): (row: number) => MadeTransaction {
  const book = rateBook(exchangeRates());
  return (row) => {
    const draw = drawsOf('transactions', row);
    const program = programIn(draw, programs);
    const month = monthIn(draw, program);
    const { funders, places } = program.effective;
    const sign = falls(draw, 0.02) ? -1 : 1;
    const amount = {
      // From a hundred to ten million, small ones as often as ten times larger ones.
      amountMinor: sign * Math.round(10 ** (4 + 5 * draw())),
      currency: CURRENCIES[weighted(draw, BY_CURRENCY)]?.code ?? USUAL_CURRENCY,
      valueDate: dayOf(month, 1 + whole(draw, 28)),
    };
    return {
      ...amount,
      id: idOf('transactions', row),
      program: program.code,
      type: TRANSACTION_TYPES[weighted(draw, BY_TYPE)] ?? 'disbursement',
      provider: funders.length > 0 && falls(draw, 0.6) ? pick(draw, funders) : null,
      receiver: program.implementers[0] ?? null,
      place: places.length > 0 && falls(draw, 0.3) ? pick(draw, places).code : null,
      conversion: conversionOf(amount, book, USUAL_CURRENCY),
      approvedAt: `${dayOf(Math.min(MONTHS, month + 1), 10)}T12:00:00Z`,
    };
  };
}
