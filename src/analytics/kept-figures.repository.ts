import { sql } from 'drizzle-orm';
import { EVERYTHING, readInScope } from '../access/index.ts';
import type { TotalsQuery } from '../core/aggregate.ts';
import { unknownIndicator } from '../core/facts-index.ts';
import type { CodesInUse, Figures, Names } from '../core/figures.ts';
import type { Day } from '../core/program.ts';
import type { Indicator } from '../core/result.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { askedOnce } from './asked-once.ts';
import { keptFunding } from './kept-money.repository.ts';
import { keptTotal, keptTotals } from './kept-totals.repository.ts';
import { rowFigures } from './rows/row-figures.repository.ts';

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
 * from the rows that it is about. Once the portfolio has changed, they come from all of its rows as they were: what was
 * opened says nothing of a later revision.
 *
 * @param rows the figures of the same revision from its rows, which are read when they are first asked
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
    const kept = await readInScope(db, EVERYTHING, async (tx) => {
      if ((await readRevision(tx)) !== names.revision) return null;
      // To compile a statement takes longer than to answer it; and gaps join rows by the hundred thousand.
      await tx.execute(sql`SELECT set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`);
      return { answer: await ask(tx) };
    });
    return kept === null ? instead(await rows()) : kept.answer;
  };
  const indicatorOf = (code: string) => names.indicators.find((each) => each.code === code);
  const known = async (query: TotalsQuery, ask: (indicator: Indicator) => ReturnType<Figures['totals']>) => {
    const indicator = indicatorOf(query.indicator);
    return indicator === undefined ? unknownIndicator(query.indicator) : ask(indicator);
  };
  return {
    ...rowFigures(ofRevision, { ...asking, names }),
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
