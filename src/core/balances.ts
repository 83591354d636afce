import { change } from './change.ts';
import { type Exact, sumOf } from './decimal.ts';
import { inReadingOrder } from './dimension.ts';
import type { TransactionType } from './funding.ts';
import type { FundingTotals, MoneyFigure, NotConverted } from './funding-totals.ts';
import { byThemselves, isRest, leadingRows, restOfMoney } from './leading-rows.ts';

/** In the order in which money goes. */
export const STAGES = [
  'commitment',
  'disbursement',
  'expenditure',
] as const satisfies readonly TransactionType[];
export type Stage = (typeof STAGES)[number];

/** What is known of some money at each stage. */
export interface Balance extends Readonly<Record<Stage, MoneyFigure>> {
  /**
   * What was disbursed and is not yet spent, in minor units of the reporting currency; null where one of the two is not
   * recorded. Of several programmes, of those of which it is known (rule 5).
   */
  readonly left: Exact | null;
}

/** Of a programme, by its code. */
export interface BalanceRow extends Balance {
  readonly key: string;
}

/** Types of transactions are never added together (rule 7): each stage stands beside the others. */
export interface Balances {
  /** The reporting currency. */
  readonly currency: string;
  /** The programme to which the most was disbursed first (`inReadingOrder`). */
  readonly rows: readonly BalanceRow[];
  /** All others together, two at least; null: `rows` are all. */
  readonly rest: (Balance & { readonly count: number }) | null;
  readonly total: Balance;
  /** For which there is no rate, of each stage. */
  readonly notConverted: Readonly<Record<Stage, readonly NotConverted[]>>;
}

/**
 * What was committed to each programme, disbursed and spent, and what is left.
 *
 * @param stages money by programme, of one filter
 * @param most rows, the rest among them; null: all programmes
 * @example P got 600 and spent 450, Q got 80 of which nobody says what was spent // left: P 150, Q null, in all 150
 */
export function balancesOf(stages: Readonly<Record<Stage, FundingTotals>>, most: number | null): Balances {
  const rows = balanceRows(stages);
  const all = {
    currency: stages.disbursement.currency,
    rows,
    rest: null,
    total: { ...ofStages((stage) => stages[stage].total), left: leftOfAll(rows) },
    notConverted: ofStages((stage) => stages[stage].notConverted),
  };
  return most === null ? all : leadingBalances(all, most);
}

/** Balances of all programmes, told in `most` rows, the rest among them (`leadingRows`). */
export function leadingBalances(all: Balances, most: number): Balances {
  const shown = leadingRows(all.rows, 'program', most);
  const rest = shown.find(isRest);
  if (rest === undefined) return all;
  return {
    ...all,
    rows: byThemselves(shown),
    rest: {
      count: rest.rows.length,
      ...ofStages((stage) => restOfMoney(rest.rows.map((row) => row[stage]))),
      left: leftOfAll(rest.rows),
    },
  };
}

/** Something of each stage. */
export function ofStages<Of>(of: (stage: Stage) => Of): Readonly<Record<Stage, Of>> {
  return {
    commitment: of('commitment'),
    disbursement: of('disbursement'),
    expenditure: of('expenditure'),
  };
}

const NOTHING: MoneyFigure = { amountMinor: null, illustrativeMinor: 0, transactionCount: 0 };

/** Every programme of any stage. */
function balanceRows(stages: Readonly<Record<Stage, FundingTotals>>): readonly BalanceRow[] {
  const known = ofStages((stage) => new Map(stages[stage].rows.map((row) => [row.key, row])));
  const keys = new Set(STAGES.flatMap((stage) => [...known[stage].keys()]));
  const rows = [...keys].map((key): BalanceRow => {
    const staged = ofStages((stage) => moneyOf(known[stage].get(key) ?? NOTHING));
    const { disbursement, expenditure } = staged;
    return { key, ...staged, left: change(expenditure.amountMinor, disbursement.amountMinor).absolute };
  });
  return inReadingOrder(rows, 'program', ({ disbursement }) => disbursement.amountMinor);
}

function moneyOf({ amountMinor, illustrativeMinor, transactionCount }: MoneyFigure): MoneyFigure {
  return { amountMinor, illustrativeMinor, transactionCount };
}

/** What is left of several, of those of which it is known. */
export function leftOfAll(rows: readonly Pick<Balance, 'left'>[]): Exact | null {
  const known = rows.map(({ left }) => left).filter((left) => left !== null);
  return known.length === 0 ? null : sumOf(known, (left) => left);
}
