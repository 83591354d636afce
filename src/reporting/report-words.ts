import { labelOf, type View, windowWords } from '../analytics/index.ts';
import type { ScopeName } from '../core/report/definitions.ts';
import { type OwnDefinition, type OwnFilter, PERIOD_ASKED } from '../core/report/own-report.ts';
import { reportMessages, reportTitles } from '../web/i18n/messages/reports.ts';
import type { ReportName, ReportOrder } from './report-request.ts';

/** What it is called: one of somebody's own by its title, as it was typed. */
export function nameOf({ report, own }: ReportOrder, { t }: View): string {
  return own === null ? t(reportTitles[report as ReportName]) : own.title;
}

/** What it is about: "Costa Rica · Multidimensional security", what it narrows to by itself too. */
export async function scopeOf({ filter, own }: ReportOrder, view: View): Promise<string> {
  const names = await namesIn(view, { ...own?.definition.filter, ...inLists(filter) });
  return names ?? view.t(reportMessages.wholePortfolio);
}

/** What stands largest on its first sheet. */
export function subjectOf({ filter, own }: ReportOrder): 'report' | 'scope' | 'period' {
  if (own !== null) return 'report';
  return Object.values(filter).some((code) => code !== undefined) ? 'scope' : 'period';
}

/** Its days in a few words. */
export function periodOf({ period, own }: ReportOrder, view: View): string {
  return own === null || own.definition.period === PERIOD_ASKED
    ? view.f.period(period.key)
    : daysOf(view, own.window);
}

/** Of the document: "Country fact sheet: Costa Rica, June 2017". */
export async function titleOf(order: ReportOrder, view: View): Promise<string> {
  const { t, f } = view;
  const words = { title: nameOf(order, view), period: f.period(order.period.key) };
  // Whoever has put one together has said in its title what it is about.
  const scope = await namesIn(view, inLists(order.filter));
  return scope === null
    ? t(reportMessages.titleOfPeriod, words)
    : t(reportMessages.titleOfScopeAndPeriod, { ...words, scope });
}

/** The days of a page that shows a report, and what it narrows to: "2017 · Costa Rica". */
export async function aboutWords(view: View, { filter }: Pick<OwnDefinition, 'filter'>): Promise<string> {
  const names = await namesIn(view, filter);
  return `${daysOf(view, view.filter)} · ${names ?? view.t(reportMessages.wholePortfolio)}`;
}

function daysOf(view: View, window: { readonly from?: string; readonly to?: string }): string {
  return window.from === undefined && window.to === undefined
    ? view.f.period('to-date')
    : windowWords(view, window);
}

function inLists(filter: Readonly<Partial<Record<ScopeName, string>>>): OwnFilter {
  return Object.fromEntries(Object.entries(filter).map(([name, code]) => [name, [code]]));
}

/** Null: it narrows to nothing. */
async function namesIn(view: View, filter: OwnFilter): Promise<string | null> {
  const labels = (['country', 'donor', 'pillar'] as const).flatMap((by) =>
    (filter[by] ?? []).map((code) => labelOf(view, by, code)),
  );
  const programs = await Promise.all(
    (filter.program ?? []).map(async (code) => {
      const found = await view.figures.program(code);
      return found === null ? code : view.f.text(found.title);
    }),
  );
  const names = [...labels, ...programs];
  return names.length === 0 ? null : names.join(' · ');
}
