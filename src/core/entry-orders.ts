import { compareExact } from './decimal.ts';
import type { EntryOrder } from './figures.ts';
import type { FundingEntry } from './funding-totals.ts';
import { compareCodes } from './text.ts';

type Compare = (a: FundingEntry, b: FundingEntry) => number;

const byId: Compare = (a, b) => compareCodes(a.transaction.id, b.transaction.id);
const byValueDate: Compare = (a, b) =>
  compareCodes(a.transaction.valueDate, b.transaction.valueDate) || byId(a, b);
/** As lists of transactions stand. */
export const ENTRY_ORDERS: Readonly<Record<EntryOrder, Compare>> = {
  'value-date': byValueDate,
  id: byId,
  newest: (a, b) => compareCodes(b.transaction.valueDate, a.transaction.valueDate) || byId(a, b),
  amount: (a, b) =>
    Number(a.transaction.conversion === null) - Number(b.transaction.conversion === null) ||
    (a.transaction.conversion === null ? 0 : compareExact(b.amountMinor, a.amountMinor)) ||
    byValueDate(a, b),
};
