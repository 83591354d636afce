import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../access/index.ts';
import type { TotalsQuery } from '../core/aggregate.ts';
import type { CodesInUse, Figures, Names } from '../core/figures.ts';
import type { Day } from '../core/program.ts';
import type { Indicator } from '../core/result.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { askedOnce } from './asked-once.ts';
import { keptFunding } from './kept-money.repository.ts';
import { keptTotal, keptTotals } from './kept-totals.repository.ts';

/** Below so many results and transactions, reading them once is quicker than asking for each total. */
export const SMALL = 5_000;

/** Whether so many results and shares of transactions count, or more; no more of them are looked at. */
export async function hasRows(db: Database, least: number): Promise<boolean> {
  const [found] = await rowsOf<{ rows: string }>(
    db,
    sql`SELECT count(*)::text AS rows FROM (
      (SELECT FROM kept.results LIMIT ${least}) UNION ALL (SELECT FROM kept.entries LIMIT ${least})
    ) AS counted`,
  );
  return Number(found?.rows ?? 0) >= least;
}

/**
 * The whole portfolio's figures as of one revision: totals from those that are kept in the database, and everything else
 * from its rows, which are read when it is first asked for. Once the portfolio has changed, so are totals: what was opened
 * says nothing of a later revision.
 *
 * @param rows the figures of the same revision from its rows
 * @param today the day on which it is asked
 */
export function keptFigures(
  db: Database,
  names: Names,
  { rows, today }: { readonly rows: () => Promise<Figures>; readonly today: Day },
): Figures {
  const asking = { scope: EVERYTHING, today };
  /** `ask` of what is kept, while that is of the revision that was opened. */
  const ofRevision = async <Answer>(
    ask: (tx: Transaction) => Promise<Answer>,
    instead: (figures: Figures) => Promise<Answer>,
  ): Promise<Answer> => {
    const kept = await readInScope(db, EVERYTHING, async (tx) =>
      (await readRevision(tx)) === names.revision ? { answer: await ask(tx) } : null,
    );
    return kept === null ? instead(await rows()) : kept.answer;
  };
  const indicatorOf = (code: string) => names.indicators.find((each) => each.code === code);
  const known = (query: TotalsQuery, ask: (indicator: Indicator) => ReturnType<Figures['totals']>) => {
    const indicator = indicatorOf(query.indicator);
    // Of one that nobody knows the law says so.
    return indicator === undefined ? rows().then((figures) => figures.totals(query)) : ask(indicator);
  };
  return {
    ...fromRows(rows),
    totals: (query) =>
      known(query, (indicator) =>
        ofRevision(
          (tx) => keptTotals(tx, asking, indicator, query),
          (figures) => figures.totals(query),
        ),
      ),
    funding: (query) =>
      ofRevision(
        (tx) => keptFunding(tx, asking, names.reportingCurrency, query),
        (figures) => figures.funding(query),
      ),
    indicatorTotals: (query) =>
      ofRevision(
        async (tx) => {
          const asked = query.filter.indicator;
          const wanted = names.indicators.filter(({ code }) => asked === undefined || asked === code);
          const found: Awaited<ReturnType<Figures['indicatorTotals']>>[number][] = [];
          for (const indicator of wanted) {
            const total = await keptTotal(tx, asking, indicator, { ...query, indicator: indicator.code });
            found.push({ indicator: indicator.code, ...total });
          }
          return found;
        },
        (figures) => figures.indicatorTotals(query),
      ),
    // Every filter is checked against them.
    codesInUse: askedOnce(() =>
      ofRevision(
        (tx) => codesInUse(tx),
        (figures) => figures.codesInUse(),
      ),
    ),
  };
}

/**
 * Each code is looked for by itself, which finds the first row that bears it: without the offset of nothing, all rows might
 * be read at once to look codes up among them.
 */
async function codesInUse(tx: Transaction): Promise<CodesInUse> {
  const codes = async (statement: ReturnType<typeof sql>) =>
    (await rowsOf<{ code: string }>(tx, statement)).map(({ code }) => code);
  return {
    donors: await codes(sql`SELECT o.code FROM organisations o
      WHERE EXISTS (SELECT FROM program_organisations r WHERE r.organisation = o.code AND r.role = 'funding')
        OR EXISTS (SELECT FROM transactions t WHERE t.provider = o.code AND t.status = 'approved' OFFSET 0)
      ORDER BY o.code`),
    places: await codes(sql`SELECT p.code FROM places p
      WHERE EXISTS (SELECT FROM program_places r WHERE r.place = p.code)
        OR EXISTS (SELECT FROM results r WHERE r.place = p.code AND r.status = 'approved' OFFSET 0)
        OR EXISTS (SELECT FROM transactions t WHERE t.place = p.code AND t.status = 'approved' OFFSET 0)
      ORDER BY p.code`),
    axes: await codes(sql`SELECT l.list AS code FROM (SELECT DISTINCT list FROM terms) AS l
      WHERE EXISTS (
        SELECT FROM result_parts p WHERE p.axis = l.list
          AND EXISTS (SELECT FROM results r WHERE r.id = p.result AND r.status = 'approved' OFFSET 0)
        OFFSET 0
      ) ORDER BY l.list`),
  };
}

/** The door to figures whose rows are read when the first question comes. */
function fromRows(
  rows: () => Promise<Figures>,
): Omit<Figures, 'totals' | 'funding' | 'indicatorTotals' | 'codesInUse'> {
  return {
    axesOf: async (query) => (await rows()).axesOf(query),
    results: async (selection, page) => (await rows()).results(selection, page),
    result: async (id) => (await rows()).result(id),
    entries: async (selection, page) => (await rows()).entries(selection, page),
    transaction: async (id) => (await rows()).transaction(id),
    targets: async (query, page) => (await rows()).targets(query, page),
    reportedFor: async (target, query, page) => (await rows()).reportedFor(target, query, page),
    programs: async (query, page) => (await rows()).programs(query, page),
    programCounts: async (query) => (await rows()).programCounts(query),
    programCountsBy: async (query, by) => (await rows()).programCountsBy(query, by),
    program: async (code) => (await rows()).program(code),
    activities: async (code, page) => (await rows()).activities(code, page),
    standings: async (codes) => {
      const named = [...codes];
      return named.length === 0 ? new Map() : (await rows()).standings(named);
    },
    programTitles: async () => (await rows()).programTitles(),
    programSpelling: async (typed) => (await rows()).programSpelling(typed),
    gaps: async (query) => (await rows()).gaps(query),
    cellsHolding: async (signs) => (await rows()).cellsHolding(signs),
  };
}
