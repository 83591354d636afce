import type { Filter } from './facts.ts';
import type { ProgramRow } from './figures-of-programs.ts';
import type { Day } from './program.ts';
import type { Result } from './result.ts';
import type { Astray } from './whereabouts.ts';

/** What the record lacks, and what is strange in it. Which words tell it is not asked here. */
export interface FigureGaps {
  /** What programmes lack, whatever is reported of them. */
  programGaps(query: ProgramGapsQuery): Promise<ProgramGapsFound>;
  /** What figures lack, and of whom they are missing. */
  gaps(query: GapsQuery): Promise<GapsFound>;
}

export type ProgramGapsQuery = Omit<GapsQuery, 'staleBefore'>;

export interface GapsQuery {
  /** Its dates narrow targets and nothing else: gaps are what a window cannot show. */
  readonly filter: Filter;
  /** The last day that counts. */
  readonly cutOff: Day;
  /** Leaves out programmes that begin after this day (rule 11); null: none. */
  readonly begunBy: Day | null;
  /** An ongoing programme whose last figure is from before this day is stale. */
  readonly staleBefore: Day;
  /** Of each gap no more than so many items: its first; without it, all. Counts and codes are of all either way. */
  readonly most?: number;
}

/** Rows that lie in a gap. */
export interface Found<Row> {
  /** How many there are, whatever is listed. */
  readonly count: number;
  readonly items: readonly Row[];
}

/** Programmes are those that may be read about, in order of code. */
export interface ProgramGapsFound {
  /** How many programmes match: where there is none, nothing is complete either (rule 5). */
  readonly programCount: number;
  /** Without a funding organisation, their own or inherited. */
  readonly noDonor: Found<ProgramRow>;
  /** Titled in another language than English alone. */
  readonly notInEnglish: Found<ProgramRow>;
  /** Called ongoing, though they ended before the cut-off. */
  readonly ended: Found<ProgramRow>;
  /** What those that match bear. */
  readonly borne: Omit<CodesUsed, 'indicators'>;
}

/**
 * Programmes are in order of code, but `stale` ones by the day of their last figure, the longest silent first. Results stand
 * newest first (`ResultOrder`), and undated ones by value, the greatest first; of conflicts and of what is alike the first of
 * each decides.
 */
export interface GapsFound {
  /** What figures that match bear. */
  readonly reported: Pick<CodesUsed, 'indicators' | 'places'>;
  /** Figures of activities that figures of their programmes may hold, one of the two in the filter (rule 9). */
  readonly unmarked: Found<Result>;
  readonly undated: Found<Result>;
  /** Targets that have begun and not ended, of whose period nothing is reported (rule 2). */
  readonly notReported: Found<Result>;
  /** The same of targets that have ended. */
  readonly endedTargets: Found<Result>;
  /** Achieved, and nothing is there that shows it, as far as the reader may read it. */
  readonly withoutEvidence: Found<Result>;
  /** Of which no actual is known, nor of their activities, whatever the indicator. */
  readonly silent: Found<ProgramRow>;
  /** Ongoing and not ended, with the day on which their last figure ended. */
  readonly stale: Found<{ readonly row: ProgramRow; readonly last: Day }>;
  /** Figures of which one alone can count, which is the first of each (rule 3). */
  readonly conflicts: Found<readonly Result[]>;
  /** Figures of the same days that nothing tells apart (`alike.ts`), the one approved last first. */
  readonly alike: Found<readonly Result[]>;
  /** Figures where, or of when, their programme does not run. */
  readonly astray: Found<{ readonly result: Result; readonly reasons: readonly Astray[] }>;
}

/** Codes, in no order. */
export interface CodesUsed {
  readonly indicators: ReadonlySet<string>;
  /** That fund, own or inherited. */
  readonly funders: ReadonlySet<string>;
  /** That take part in another role or fund. */
  readonly organisations: ReadonlySet<string>;
  readonly pillars: ReadonlySet<string>;
  readonly places: ReadonlySet<string>;
}
