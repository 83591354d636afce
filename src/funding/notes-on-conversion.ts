import { sumOf } from '../core/decimal.ts';
import { TRANSACTION_TYPES, type TransactionType } from '../core/funding.ts';
import { majorUnits } from '../core/money.ts';
import type { RowStatus } from '../platform/database/columns.ts';
import type { Moved } from './convert-anew.ts';
import type { ConvertedAmount } from './funding.repository.ts';

type MovedAmount = Moved<Pick<ConvertedAmount, 'type' | 'conversion'> & { readonly status: RowStatus }>;

/**
 * What rates did to the amounts that they convert, in whole sentences: how many, and by how much the approved ones moved,
 * each type on its own (rule 7).
 *
 * @example notesOnConversion(one approved pledge of 100 EUR, from 1.12 to 1.5, 'USD')
 *   // ['1 transaction was converted anew: pledge 112.00 -> 150.00 USD (+38.00).']
 */
export function notesOnConversion(
  moved: readonly MovedAmount[],
  reportingCurrency: string,
): readonly string[] {
  const isFirst = ({ amount: { conversion } }: MovedAmount) => conversion === null;
  return [
    ...sentenceOn(moved.filter(isFirst), reportingCurrency, 'that had no exchange rate', 'converted'),
    ...sentenceOn(
      moved.filter((each) => !isFirst(each)),
      reportingCurrency,
      '',
      'converted anew',
    ),
  ];
}

function sentenceOn(
  moved: readonly MovedAmount[],
  reportingCurrency: string,
  which: string,
  what: string,
): readonly string[] {
  if (moved.length === 0) return [];
  const one = moved.length === 1;
  const who = [`${moved.length} ${one ? 'transaction' : 'transactions'}`, which]
    .filter((each) => each !== '')
    .join(' ');
  const approved = moved.filter(({ amount: { status } }) => status === 'approved');
  const sums = TRANSACTION_TYPES.flatMap((type) => sumsOf(type, approved, reportingCurrency));
  const waiting = moved.length - approved.length;
  const rest = waiting === 0 ? '' : ` (${waiting} not approved)`;
  const moves = sums.length === 0 ? '' : `: ${sums.join('; ')}`;
  return [`${who} ${one ? 'was' : 'were'} ${what}${rest}${moves}.`];
}

function sumsOf(
  type: TransactionType,
  moved: readonly MovedAmount[],
  reportingCurrency: string,
): readonly string[] {
  const ofType = moved.filter(({ amount }) => amount.type === type);
  if (ofType.length === 0) return [];
  const written = (amount: ReturnType<typeof sumOf>) => majorUnits(amount, reportingCurrency);
  const before = ofType.map(({ amount }) => amount.conversion?.amountMinor ?? 0);
  const after = ofType.map(({ conversion }) => conversion?.amountMinor ?? 0);
  const sum = (amounts: readonly number[]) => sumOf(amounts, (amount) => amount);
  const by = written(sum([...after, ...before.map((amount) => -amount)]));
  return [
    `${type} ${written(sum(before))} -> ${written(sum(after))} ${reportingCurrency} (${by.startsWith('-') ? '' : '+'}${by})`,
  ];
}
