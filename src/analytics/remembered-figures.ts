import type { Figures } from '../core/figures.ts';
import { RecentlyUsed, toldOnce } from '../core/recently-used.ts';
import type { PageRequest } from '../core/row-page.ts';

/** Of one reader and revision: what a person looks at in a while, and not what a program takes row by row. */
const MOST = 1_000;
/** Gaps may be asked for with all of their items. */
const MOST_GAPS = 50;
/** A page of more rows is a piece of a file on its way out, and so are the programmes behind it. */
const MOST_ROWS = 100;

function isToRead(page: PageRequest | undefined): page is PageRequest {
  return page !== undefined && page.limit <= MOST_ROWS;
}

/**
 * The same figures, which tell again what they have told: those of one revision do not change. Whole lists of rows are asked
 * for anew, for they may be large.
 */
export function rememberedFigures(figures: Figures): Figures {
  const answers = new RecentlyUsed<Promise<unknown>>(MOST);
  const gaps = new RecentlyUsed<Promise<unknown>>(MOST_GAPS);
  const told = <Answer>(question: readonly unknown[], ask: () => Promise<Answer>) =>
    toldOnce(answers, JSON.stringify(question), ask);
  return {
    ...figures,
    totals: (query) => told(['totals', query], () => figures.totals(query)),
    funding: (query) => told(['funding', query], () => figures.funding(query)),
    balances: (query) =>
      query.most === null
        ? figures.balances(query)
        : told(['balances', query], () => figures.balances(query)),
    indicatorTotals: (query) => told(['indicators', query], () => figures.indicatorTotals(query)),
    axesOf: (query) => told(['axes', query], () => figures.axesOf(query)),
    results: (selection, page) =>
      isToRead(page)
        ? told(['results', selection, page], () => figures.results(selection, page))
        : figures.results(selection, page),
    entries: (selection, page) =>
      isToRead(page)
        ? told(['entries', selection, page], () => figures.entries(selection, page))
        : figures.entries(selection, page),
    leftOut: (query, most) => told(['left out', query, most], () => figures.leftOut(query, most)),
    begunEarlier: (query) => told(['begun earlier', query], () => figures.begunEarlier(query)),
    amountsAsPaid: (query) => told(['as paid', query], () => figures.amountsAsPaid(query)),
    targets: (query, page) =>
      page === undefined
        ? figures.targets(query)
        : told(['targets', query, page], () => figures.targets(query, page)),
    // One with its activities is not many.
    programs: (query, page) =>
      page === undefined && query.filter.program === undefined
        ? figures.programs(query)
        : told(['programs', query, page], () => figures.programs(query, page)),
    programCounts: (query) => told(['counts', query], () => figures.programCounts(query)),
    programCountsBy: (query, by) => told(['counts by', query, by], () => figures.programCountsBy(query, by)),
    narrativesSaying: (search, bounds) =>
      told(['saying', search, bounds], () => figures.narrativesSaying(search, bounds)),
    // Each looks through all rows.
    gaps: (query) => toldOnce(gaps, JSON.stringify(query), () => figures.gaps(query)),
    standings: (codes) => {
      const asked = [...codes];
      const ask = () => figures.standings(asked);
      return asked.length > MOST_ROWS ? ask() : told(['standings', asked], ask);
    },
  };
}
