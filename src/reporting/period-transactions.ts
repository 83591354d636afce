import { doneFilter, entriesBlock, type View } from '../analytics/index.ts';
import type { Filter } from '../core/facts.ts';
import { TRANSACTION_TYPES } from '../core/funding.ts';
import { daysAfter, type Period } from '../core/period.ts';
import type { Block } from '../core/report/block.ts';
import type { Message } from '../web/i18n/message.ts';
import { donorReportMessages } from '../web/i18n/messages/donor-report.ts';
import { moneyByYearBlock } from './money-by-year.ts';

/** So many transactions of a period are listed of each type; the annex and the files hold all of more. */
const MOST_IN_PERIOD = 40;
/** So few from before the period are listed too; of more, what each year brought of each type. */
const FEW_BEFORE = 20;

/** Every transaction of a period; those from before it apart, so that nobody takes them for new. */
export interface PeriodTransactions {
  readonly inPeriod: readonly Block[];
  readonly before: readonly Block[];
}

/** @param own a view of the donor alone */
export async function periodTransactions(own: View, period: Period): Promise<PeriodTransactions> {
  const filter = doneFilter(own);
  const [inPeriod, before] = await Promise.all([
    listed(own, period, {
      id: 'in-period',
      words: donorReportMessages.inPeriod,
      filter: { ...filter, from: period.from },
      most: MOST_IN_PERIOD,
    }),
    listed(own, period, {
      id: 'before',
      words: donorReportMessages.before,
      filter: { ...filter, to: daysAfter(period.from, -1) },
      most: FEW_BEFORE + 1,
    }),
  ]);
  const count = before.reduce((sum, { short, rows }) => sum + (short?.all ?? rows.length), 0);
  return { inPeriod, before: count > FEW_BEFORE ? [await moneyByYearBlock(own)] : before };
}

async function listed(
  own: View,
  period: Period,
  of: {
    readonly id: string;
    readonly words: Message<{ what: string; period: string }>;
    readonly filter: Filter;
    readonly most: number;
  },
): Promise<readonly Block[]> {
  const found = await Promise.all(
    TRANSACTION_TYPES.map(async (type) => {
      const selection = { type, filter: of.filter };
      const page = await own.figures.entries(selection, { limit: of.most });
      const block = await entriesBlock(own, selection, page);
      const title = own.t(of.words, { what: block.title, period: own.f.period(period.key) });
      return { ...block, id: `${block.id}-${of.id}`, title, short: { rows: block.rows, all: page.total } };
    }),
  );
  return found.filter(({ rows }) => rows.length > 0);
}
