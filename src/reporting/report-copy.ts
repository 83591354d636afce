import {
  askedOnce,
  currencyName,
  datesOf,
  knownMoment,
  knownSentence,
  labelOf,
  pastSentence,
  type View,
} from '../analytics/index.ts';
import { HOME_ORGANISATION } from '../core/organisation.ts';
import { reportMessages, reportTitles } from '../web/i18n/messages/reports.ts';
import { annexesOf } from './report-annexes.ts';
import { reportSource, type WholeReport } from './report-content.ts';
import type { ReportCopy } from './report-document.ts';
import type { ReportFilter, ReportOrder } from './report-request.ts';

/** A copy, and where every row is asked for, of which the document shows those that lead. */
export interface CopiedReport {
  readonly copy: ReportCopy;
  whole(): Promise<WholeReport>;
}

/** Asks the view for all that a report says; equal figures give equal copies. */
export async function reportCopy(order: ReportOrder, view: View): Promise<CopiedReport> {
  const { report, period, cutOff, running, filter } = order;
  const { t, f, names } = view;
  const source = await reportSource(order, view);
  const copy: ReportCopy = {
    subject: {
      report,
      period: period.key,
      cutOff,
      pillar: filter.pillar ?? null,
      country: filter.country ?? null,
      donor: filter.donor ?? null,
    },
    content: source.content,
    annexes: await annexesOf(source.view, order.annexes),
    words: {
      organisation: f.text(HOME_ORGANISATION),
      report: t(reportTitles[report]),
      scope: scopeNames(view, filter) ?? t(reportMessages.wholePortfolio),
      period: f.period(period.key),
      title: titleOf(order, view),
      cutOff,
      known: knownSentence(view),
      knownAt: knownMoment(view),
      past: pastSentence(view),
      running,
    },
    language: view.language,
    currency: { code: names.reportingCurrency, name: currencyName(view) },
    asOf: datesOf(view).asOf,
  };
  return { copy, whole: askedOnce(() => source.whole()) };
}

function titleOf({ report, period, filter }: ReportOrder, view: View): string {
  const { t, f } = view;
  const words = { title: t(reportTitles[report]), period: f.period(period.key) };
  const scope = scopeNames(view, filter);
  return scope === null
    ? t(reportMessages.titleOfPeriod, words)
    : t(reportMessages.titleOfScopeAndPeriod, { ...words, scope });
}

/** "Costa Rica · Multidimensional security", or null for the whole portfolio. */
function scopeNames(view: View, filter: ReportFilter): string | null {
  const names = (['country', 'donor', 'pillar'] as const).flatMap((by) => {
    const code = filter[by];
    return code === undefined ? [] : [labelOf(view, by, code)];
  });
  return names.length === 0 ? null : names.join(' · ');
}
