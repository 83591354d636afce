import type { Filter } from './facts.ts';
import type { Day, Program } from './program.ts';
import type { Effective } from './program-tree.ts';
import type { PageRequest, RowPage } from './row-page.ts';
import type { Spelling } from './spelling.ts';
import type { LocalText } from './text.ts';

/** Programmes. Of those that only stand above the reader's own, `program` and lists say nothing. */
export interface FigurePrograms {
  /** Those that match and may be read about, in the order of `query.inOrderOf`. */
  programs(query: ProgramsQuery, page?: PageRequest): Promise<ProgramPage>;
  programCounts(query: ProgramsQuery): Promise<ProgramCounts>;
  /**
   * The same, one row for each pillar, country or region, donor or programme of which there is any. A programme stands in the row
   * of each that holds for it, so that rows overlap and must not be summed.
   */
  programCountsBy(
    query: ProgramsQuery,
    by: 'pillar' | 'country' | 'donor' | 'program',
  ): Promise<readonly (ProgramCounts & { readonly key: string })[]>;
  /** Null: there is none that this reader may read about. */
  program(code: string): Promise<ProgramRow | null>;
  /** Its direct activities that may be read about, in order of code. */
  activities(code: string, page?: PageRequest): Promise<RowPage<ProgramRow>>;
  /** How each programme of `codes` stands, by code; one that is not there stands alone. */
  standings(codes: Iterable<string>): Promise<ReadonlyMap<string, ProgramStanding>>;
  /** All that the reader knows by name, those above its own too, in order of code. */
  programTitles(): Promise<readonly Pick<Program, 'code' | 'title'>[]>;
  /** Whether there is such a code among those, and which may be meant. */
  programSpelling(typed: string): Promise<Spelling>;
}

export interface ProgramsQuery {
  /** Its dates do not narrow: what runs somewhere is no matter of what was reported when. */
  readonly filter: Filter;
  /** Leaves out what begins after this day (rule 11); null: nothing. */
  readonly begunBy: Day | null;
  /** A country's programmes are those on its sheet as of this day; without, those that run there or have a figure there. */
  readonly sheetDay?: Day;
  /** Leaves those in which it is found (`isFound`), and says nothing where it is empty. */
  readonly search?: string;
  /**
   * `code`: by code; without one, so. `tree`: each before its activities, at every depth by code: by the codes of its
   * line from the top programme down to its own, compared one after the other, and a line before those that go on from
   * it. `newest`: by start, the last first and those without one last, then as `tree`.
   */
  readonly inOrderOf?: ProgramOrder;
}

export type ProgramOrder = 'code' | 'tree' | 'newest';

/** A programme as it stands among others, by what holds for it after inheritance. */
export interface ProgramStanding {
  readonly code: string;
  /** Null: the reader knows no such programme. */
  readonly title: LocalText | null;
  readonly holds: Effective;
  /** Codes of the programmes above it, nearest first. */
  readonly above: readonly string[];
  /** Whether this reader may read about it; else it knows the name alone. */
  readonly isReadable: boolean;
}

export interface ProgramRow extends ProgramStanding {
  readonly title: LocalText;
  readonly program: Program;
}

export interface ProgramPage extends RowPage<ProgramRow> {
  /** How many of all selected have no programme above them among those selected. */
  readonly top: number;
}

/** `all` programmes with their activities, of which `top` have none above them among those counted. */
export interface ProgramCounts {
  readonly top: number;
  readonly all: number;
}
