import type { FundingQuery, FundingTotals, Totals, TotalsQuery } from './aggregate.ts';
import type { Balances } from './balances.ts';
import type { BegunEarlier } from './begun-earlier.ts';
import type { Exact } from './decimal.ts';
import type { Dimension } from './dimension.ts';
import type { Facts, Filter } from './facts.ts';
import type { Figure } from './figure.ts';
import type { FigureGaps } from './figures-of-gaps.ts';
import type { FigurePrograms } from './figures-of-programs.ts';
import type { Transaction, TransactionType } from './funding.ts';
import type { AmountAsPaid, FundingEntry } from './funding-totals.ts';
import type { Narrative, NarrativeSelection } from './narratives/narrative.ts';
import type { Day } from './program.ts';
import type { LeftOut, LeftOutQuery } from './proof/left-out.ts';
import type { CombineTime, Result, ResultKind } from './result.ts';
import type { PageRequest, RowPage } from './row-page.ts';

/**
 * What one reader may ask of the approved portfolio, as of one revision: the only way to its figures, its rows and its
 * programmes. Whoever asks never holds all rows, so that it does not matter how many there are; what is out of the
 * reader's sight is not there. `FactsFigures` answers from facts in memory by the functions of this folder, which are the
 * law: any other answer is held against it.
 *
 * Every question throws what the function throws that it names, as a rejected promise.
 *
 * @example await figures.totals({ indicator: 'officials-trained', kind: 'actual', by: 'country', filter: {} }) // total 123
 */
export interface Figures extends FigureTotals, FigureRows, FigureTargets, FigurePrograms, FigureGaps {
  /** Codes under which programmes, results and money count, for filters to be chosen from and to be checked against. */
  codesInUse(): Promise<CodesInUse>;
  /** Texts beside figures, as `inReadingOrder` has them. */
  narratives(selection: NarrativeSelection): Promise<readonly Narrative[]>;
  /** Texts in which every word of a search stands (`isSaid`), in order of programme and id. */
  narrativesSaying(search: string, bounds: TextBounds): Promise<FoundTexts>;
  /** An approved text; null: there is none for this reader. */
  narrative(id: string): Promise<Narrative | null>;
  /** Cells of programmes, results, transactions and texts whose text holds one of `signs`, in that order of parts, by key. */
  cellsHolding(signs: readonly string[]): Promise<readonly CellPlace[]>;
}

/** How many texts of a search are read, and how many are counted at most. */
export interface TextBounds {
  readonly limit: number;
  readonly most: number;
}

/** The first of the texts that a search finds. */
export interface FoundTexts {
  readonly rows: readonly Narrative[];
  /** How many there are; as many as are counted at most, where there may be more. */
  readonly total: number;
}

/**
 * The short lists that words are made from: some hundreds of rows, and none of them a programme, a result or a
 * transaction. Indicators are those that somebody in the reader's sight reports, organisations those that it may name.
 */
export type Names = Pick<
  Facts,
  'revision' | 'reportingCurrency' | 'pillars' | 'places' | 'organisations' | 'indicators'
>;

/** The names in facts, and nothing else of them. */
export function namesOf({
  revision,
  reportingCurrency,
  pillars,
  places,
  organisations,
  indicators,
}: Names): Names {
  return { revision, reportingCurrency, pillars, places, organisations, indicators };
}

/** Totals (rules 2 to 12). */
export interface FigureTotals {
  /** As `totals`. */
  totals(query: TotalsQuery): Promise<Totals>;
  /** As `fundingTotals`. */
  funding(query: FundingQuery): Promise<FundingTotals>;
  /**
   * As `balancesOf` of the filter's money by programme, to be told in `most` rows; null: in as many as there are programmes.
   */
  balances(query: Pick<FundingQuery, 'filter'> & { readonly most: number | null }): Promise<Balances>;
  /**
   * The total of every indicator of the reader's, or of the filter's alone, in order of code; those of which nothing is
   * reported too. Notes are those of a total by programme.
   */
  indicatorTotals(query: Pick<TotalsQuery, 'kind' | 'filter'>): Promise<readonly IndicatorTotal[]>;
  /** Axes by which a total is broken down: those of which at least one part is known, in order of code. */
  axesOf(query: Omit<TotalsQuery, 'by'>): Promise<readonly string[]>;
}

export type IndicatorTotal = Pick<Totals, 'indicator' | 'total' | 'notes'>;

/** The rows behind figures. Without a page, all of them. */
export interface FigureRows {
  /** In the order of `selection.inOrderOf`. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
  results(selection: ResultSelection, page?: PageRequest): Promise<RowPage<Result>>;
  /** An approved result; null: there is none for this reader. */
  result(id: string): Promise<Result | null>;
  /** As `entriesBehind`, in the order of `selection.inOrderOf`. @throws DomainError `RESULTS.UNKNOWN_CURSOR` (call) */
  entries(selection: EntrySelection, page?: PageRequest): Promise<EntryPage>;
  transaction(id: string): Promise<Transaction | null>;
  /** As `leftOut`: what a total leaves out, and why. @throws DomainError `INDICATOR.UNKNOWN` (missing) */
  leftOut(query: LeftOutQuery, most: number): Promise<readonly LeftOut[]>;
  /** As `begunEarlier`: whether a total counts what began before its window. @throws DomainError `INDICATOR.UNKNOWN` (missing) */
  begunEarlier(query: Omit<TotalsQuery, 'by'>): Promise<BegunEarlier>;
  /** As `amountsAsPaid`. */
  amountsAsPaid(query: Pick<FundingQuery, 'type' | 'filter'>): Promise<readonly AmountAsPaid[]>;
}

/**
 * The results behind a figure. With an indicator and a kind they are the very rows that its total is made of, so that
 * `latest` leaves earlier ones out; without a kind, targets and actuals alike; `by` and `key` select one row of a total.
 */
export interface ResultSelection {
  readonly filter: Filter;
  readonly kind?: ResultKind;
  readonly by?: Dimension;
  readonly key?: string;
  /** Leaves out actuals that end after this day; targets reach beyond it. */
  readonly cutOff?: Day;
  /**
   * `period`: by period end (undated last), programme, indicator and id, character by character; without one, so.
   * `newest`: by period end, the last first and undated last; `value`: by value, the greatest first. Both then as `period`.
   */
  readonly inOrderOf?: ResultOrder;
  /** What stands on a country's sheet: its own, those of regions that hold it on `day`, and those that name no place. */
  readonly concerning?: { readonly country: string; readonly day: Day };
}

export type ResultOrder = 'period' | 'newest' | 'value';

/** The transactions behind an amount; `by` and `key` select one row of it. */
export interface EntrySelection {
  readonly type: TransactionType;
  readonly filter: Filter;
  readonly by?: Dimension;
  readonly key?: string;
  /**
   * `value-date`: by value date and id; without one, so. `id`: by id alone. `newest`: by value date, the last first, then
   * id. `amount`: by what counts of them in minor units of the reporting currency, the greatest first and what is not
   * converted last, then value date and id.
   */
  readonly inOrderOf?: EntryOrder;
}

export type EntryOrder = 'value-date' | 'id' | 'newest' | 'amount';

/** Its sums are of all that was selected, whatever page is shown. */
export interface EntryPage extends RowPage<FundingEntry> {
  /** What is converted of it, in minor units of the reporting currency; null: nothing is. */
  readonly countedMinor: Exact | null;
  /** Some of it is made up for demonstration. */
  readonly illustrative: boolean;
}

/** Targets beside the actual of their own period (rule 2). */
export interface FigureTargets {
  /** Targets whose period has begun by the cut-off, in the order of `query.inOrderOf`. */
  targets(query: TargetsQuery, page?: PageRequest): Promise<TargetPage>;
  /** The results that a target's actual is made of, as `resultsFor`, in the order of results. */
  reportedFor(
    target: Result,
    query: Pick<TargetsQuery, 'filter' | 'cutOff'>,
    page?: PageRequest,
  ): Promise<RowPage<Result>>;
}

export interface TargetsQuery {
  /** Its `to` does not narrow: targets reach beyond it. */
  readonly filter: Filter;
  /** The last day that counts. */
  readonly cutOff: Day;
  /** `period`: in the order of results; without one, so. `concern`: as `byConcern`. */
  readonly inOrderOf?: TargetOrder;
}

export type TargetOrder = 'period' | 'concern';

export interface TargetWithActual {
  readonly target: Result;
  readonly actual: Figure;
  /** Of their indicator. */
  readonly combineTime: CombineTime;
}

export interface TargetPage extends RowPage<TargetWithActual> {
  /** How many of all selected have an actual. */
  readonly reported: number;
}

/** In order of code. */
export interface CodesInUse {
  /** Organisations that fund a programme or have provided money. */
  readonly donors: readonly string[];
  /** Countries and regions of programmes, of results that count, and of transactions. */
  readonly places: readonly string[];
  /** Axes by which some result that counts is broken down, with a part that is known. */
  readonly axes: readonly string[];
}

/** A cell of the record: `program NET-POL, title`. */
export interface CellPlace {
  readonly part: 'programs' | 'results' | 'transactions' | 'narratives';
  /** Code or id of the row. */
  readonly key: string;
  readonly column: string;
}
