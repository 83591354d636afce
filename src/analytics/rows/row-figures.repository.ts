import type { Figures } from '../../core/figures.ts';
import type { GapsFound, GapsQuery } from '../../core/figures-of-gaps.ts';
import type { Transaction } from '../../platform/database/database.ts';
import type { RowsAsking } from './asking.ts';
import { whetherBegunEarlier } from './begun-earlier.repository.ts';
import { cellsOfRows } from './cells.repository.ts';
import { rowsAsPaid, rowsOfEntries } from './entries.repository.ts';
import { codesBorne, codesReported } from './gaps.repository.ts';
import { gapsOfPrograms, unreportedPrograms } from './gaps-of-programs.repository.ts';
import { doubtsOfResults, gapsOfResults } from './gaps-of-results.repository.ts';
import { rowsLeftOut } from './left-out.repository.ts';
import { narrativeById, narrativesOfProgram, narrativesSaying } from './narratives.repository.ts';
import { countPrograms, countProgramsBy } from './program-counts.repository.ts';
import {
  activitiesOf,
  programByCode,
  rowsOfPrograms,
  spellingOfProgram,
  standingsOf,
  titlesOfPrograms,
} from './programs.repository.ts';
import { axesOfTotal, resultById, rowsOfResults, transactionById } from './results.repository.ts';
import { rowsOfTargets, rowsReportedFor } from './targets.repository.ts';

/** What is asked of rows: everything but totals. */
export type RowFigures = Omit<Figures, 'totals' | 'funding' | 'balances' | 'indicatorTotals' | 'codesInUse'>;

/**
 * Asks the database in one transaction; where the portfolio has changed since it was opened, the rows as they were then
 * answer instead.
 */
export type AskOfRevision = <Answer>(
  ask: (tx: Transaction) => Promise<Answer>,
  instead: (figures: Figures) => Promise<Answer>,
) => Promise<Answer>;

/**
 * The door to figures by rows in the database, each question read by itself: no answer reads the whole portfolio into
 * memory, unless all of it is asked for.
 *
 * @param apart asks what looks through many rows, so that nothing else waits for it
 */
export function rowFigures(
  ofRevision: AskOfRevision,
  asking: RowsAsking,
  apart: AskOfRevision = ofRevision,
): RowFigures {
  return {
    axesOf: (query) =>
      ofRevision(
        (tx) => axesOfTotal(tx, asking, query),
        (figures) => figures.axesOf(query),
      ),
    results: (selection, page) =>
      ofRevision(
        (tx) => rowsOfResults(tx, asking, selection, page),
        (figures) => figures.results(selection, page),
      ),
    result: (id) =>
      ofRevision(
        (tx) => resultById(tx, asking, id),
        (figures) => figures.result(id),
      ),
    entries: (selection, page) =>
      ofRevision(
        (tx) => rowsOfEntries(tx, asking, selection, page),
        (figures) => figures.entries(selection, page),
      ),
    transaction: (id) =>
      ofRevision(
        (tx) => transactionById(tx, asking, id),
        (figures) => figures.transaction(id),
      ),
    leftOut: (query, most) =>
      ofRevision(
        (tx) => rowsLeftOut(tx, asking, query, most),
        (figures) => figures.leftOut(query, most),
      ),
    begunEarlier: (query) =>
      ofRevision(
        (tx) => whetherBegunEarlier(tx, asking, query),
        (figures) => figures.begunEarlier(query),
      ),
    amountsAsPaid: (query) =>
      ofRevision(
        (tx) => rowsAsPaid(tx, asking, query),
        (figures) => figures.amountsAsPaid(query),
      ),
    targets: (query, page) =>
      ofRevision(
        (tx) => rowsOfTargets(tx, asking, query, page),
        (figures) => figures.targets(query, page),
      ),
    reportedFor: (target, query, page) =>
      ofRevision(
        (tx) => rowsReportedFor(tx, asking, target, query, page),
        (figures) => figures.reportedFor(target, query, page),
      ),
    programs: (query, page) =>
      ofRevision(
        (tx) => rowsOfPrograms(tx, asking, query, page),
        (figures) => figures.programs(query, page),
      ),
    programCounts: (query) =>
      ofRevision(
        (tx) => countPrograms(tx, asking, query),
        (figures) => figures.programCounts(query),
      ),
    programCountsBy: (query, by) =>
      ofRevision(
        (tx) => countProgramsBy(tx, asking, query, by),
        (figures) => figures.programCountsBy(query, by),
      ),
    program: (code) =>
      ofRevision(
        (tx) => programByCode(tx, asking, code),
        (figures) => figures.program(code),
      ),
    activities: (code, page) =>
      ofRevision(
        (tx) => activitiesOf(tx, asking, code, page),
        (figures) => figures.activities(code, page),
      ),
    standings: async (codes) => {
      const named = [...codes];
      if (named.length === 0) return new Map();
      return ofRevision(
        (tx) => standingsOf(tx, asking, named),
        (figures) => figures.standings(named),
      );
    },
    programTitles: () =>
      ofRevision(
        (tx) => titlesOfPrograms(tx, asking),
        (figures) => figures.programTitles(),
      ),
    programSpelling: (typed) =>
      ofRevision(
        (tx) => spellingOfProgram(tx, asking, typed),
        (figures) => figures.programSpelling(typed),
      ),
    programGaps: (query) =>
      apart(
        async (tx) => ({
          ...(await gapsOfPrograms(tx, asking, query)),
          ...(await codesBorne(tx, asking, query)),
        }),
        (figures) => figures.programGaps(query),
      ),
    gaps: async (query) => {
      let whole: Promise<GapsFound> | undefined;
      const ofRows = (figures: Figures) => {
        whole ??= figures.gaps(query);
        return whole;
      };
      const ask = <Part>(part: (tx: Transaction, of: RowsAsking, as: GapsQuery) => Promise<Part>) =>
        apart<Part | GapsFound>((tx) => part(tx, asking, query), ofRows) as Promise<Part>;
      const [unreported, ofResults, doubts, codes] = await Promise.all([
        ask(unreportedPrograms),
        ask(gapsOfResults),
        ask(doubtsOfResults),
        ask(codesReported),
      ]);
      return { ...unreported, ...ofResults, ...doubts, ...codes };
    },
    narratives: (selection) =>
      ofRevision(
        (tx) => narrativesOfProgram(tx, asking, selection),
        (figures) => figures.narratives(selection),
      ),
    narrativesSaying: (search, bounds) =>
      ofRevision(
        (tx) => narrativesSaying(tx, asking, search, bounds),
        (figures) => figures.narrativesSaying(search, bounds),
      ),
    narrative: (id) =>
      ofRevision(
        (tx) => narrativeById(tx, asking, id),
        (figures) => figures.narrative(id),
      ),
    cellsHolding: (signs) =>
      ofRevision(
        (tx) => cellsOfRows(tx, asking, signs),
        (figures) => figures.cellsHolding(signs),
      ),
  };
}
