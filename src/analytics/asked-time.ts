import { askedWindow, type Calendar, type Comparison } from '../core/asked-period.ts';
import { UNDATED } from '../core/dimension.ts';
import type { Filter } from '../core/facts.ts';
import { indicatorsReported } from './blocks/indicators.ts';
import type { AskedTime, View } from './view.ts';

/** What a query says of time. */
interface TimeQuery {
  readonly period?: string | undefined;
  readonly compare?: Comparison | undefined;
}

/** Which time a page means whose reader has named none; without one, everything to date. */
export type UsualTime = 'latest-year';

/**
 * A filter with the days of the period that is asked for, and how it came to them.
 *
 * @param filter with the days that were asked for as such
 */
export async function inAskedTime(
  portfolio: Pick<View, 'figures' | 'names'>,
  filter: Filter,
  { period, compare }: TimeQuery,
  { usual, calendar }: { readonly usual: UsualTime | undefined; readonly calendar: Calendar },
): Promise<{ readonly filter: Filter; readonly asked: AskedTime }> {
  const isUnasked = period === undefined && filter.from === undefined && filter.to === undefined;
  const isUsual = usual !== undefined && isUnasked;
  const year = isUsual ? await latestYear(portfolio, { ...filter, to: calendar.today }) : null;
  const named = period ?? year;
  return {
    filter: { ...filter, ...(named !== null && askedWindow(named, calendar)) },
    asked: { period: period ?? null, isUsual, compare: compare ?? null },
  };
}

/** The latest year in which the foremost indicator has a figure; null: nothing is reported, or nothing with a date. */
export async function latestYear(
  { figures, names }: Pick<View, 'figures' | 'names'>,
  filter: Filter,
): Promise<string | null> {
  const [lead] = await indicatorsReported({ figures, names }, filter);
  if (lead === undefined) return null;
  const query = { indicator: lead.indicator.code, kind: 'actual', by: 'year', filter } as const;
  const { rows } = await figures.totals(query);
  return rows.findLast(({ key, resultCount }) => key !== UNDATED && resultCount > 0)?.key ?? null;
}
