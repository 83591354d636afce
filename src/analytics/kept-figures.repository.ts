import { sql } from 'drizzle-orm';
import { readInScope } from '../access/index.ts';
import type { TotalsQuery } from '../core/aggregate.ts';
import { unknownIndicator } from '../core/facts-index.ts';
import type { Figures, Names } from '../core/figures.ts';
import { admits } from '../core/one-or-more.ts';
import type { Indicator } from '../core/result.ts';
import type { Database, Transaction } from '../platform/database/database.ts';
import type { Reads } from '../platform/database/reads.ts';
import { readRevision } from '../platform/database/revision.repository.ts';
import { rowsOf } from '../platform/database/rows.ts';
import { askedOnce } from './asked-once.ts';
import { keptCodesInUse } from './kept-codes.repository.ts';
import type { Asking } from './kept-keys.repository.ts';
import { keptBalances, keptFunding } from './kept-money.repository.ts';
import { keptIndicatorTotals, keptTotals } from './kept-totals.repository.ts';
import { type HowMany, questionsTogether } from './questions-together.ts';
import { type AskOfRevision, rowFigures } from './rows/row-figures.repository.ts';

/** Below so many results and transactions, reading them once is quicker than asking for each total. */
export const SMALL = 5_000;

/** What looks through many rows takes transactions of its own, and leaves the others to what is quick. */
const SLOW_ONES: HowMany = { atOnce: 1, beside: 2 };

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

/** Of whom figures are asked, as of one revision. */
export interface KeptAsking extends Asking {
  readonly names: Names;
  /** The figures of the same revision and reader from rows. */
  readonly rows: () => Promise<Figures>;
}

/**
 * A reader's figures as of one revision: totals from those that are kept in the database, and everything else from the
 * rows that it is about. Once the portfolio has changed, they come from all of its rows as they were: what was opened says
 * nothing of a later revision.
 */
export function keptFigures(reads: Reads, { scope, today, names, rows }: KeptAsking): Figures {
  const asking = { scope, today };
  /** Asks of what is kept, while that is of the revision that was opened; null: it is not. */
  const asks = (howMany?: HowMany): AskOfRevision => {
    const ask = questionsTogether<Transaction>(async (work) => {
      const done = await reads.newest((db) =>
        readInScope(db, scope, async (tx) => {
          if ((await readRevision(tx)) !== names.revision) return null;
          await work(tx);
          return true;
        }),
      );
      return done !== null;
    }, howMany);
    return async (askOne, instead) => {
      const told = await ask(async (tx) => ({ answer: await askOne(tx) }));
      return told === null ? instead(await rows()) : told.answer;
    };
  };
  const ofRevision = asks();
  const indicatorOf = (code: string) => names.indicators.find((each) => each.code === code);
  const known = async (query: TotalsQuery, ask: (indicator: Indicator) => ReturnType<Figures['totals']>) => {
    const indicator = indicatorOf(query.indicator);
    return indicator === undefined ? unknownIndicator(query.indicator) : ask(indicator);
  };
  return {
    ...rowFigures(ofRevision, { ...asking, names }, asks(SLOW_ONES)),
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
    balances: (query) =>
      ofRevision(
        (tx) => keptBalances(tx, asking, names.reportingCurrency, query),
        (figures) => figures.balances(query),
      ),
    indicatorTotals: (query) =>
      ofRevision(
        (tx) => {
          const asked = query.filter.indicator;
          const wanted = names.indicators.filter(({ code }) => admits(asked, code));
          return keptIndicatorTotals(tx, asking, wanted, query);
        },
        (figures) => figures.indicatorTotals(query),
      ),
    // Every filter is checked against them.
    codesInUse: askedOnce(() =>
      ofRevision(
        (tx) => keptCodesInUse(tx, scope, names),
        (figures) => figures.codesInUse(),
      ),
    ),
  };
}
