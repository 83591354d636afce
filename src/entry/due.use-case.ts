import { Inject, Injectable } from '@nestjs/common';
import { type Enterer, enterersOf, type Keeper, readInScope, type Scope, scopeKey } from '../access/index.ts';
import { latePrograms, type OnTheWay, reportedSeries, type SeriesKey } from '../analytics/index.ts';
import { type DuePeriod, duePeriods } from '../core/entry/due.ts';
import { mayEnterFor } from '../core/entry/mandate.ts';
import type { Day } from '../core/program.ts';
import { RecentlyUsed, toldOnce } from '../core/recently-used.ts';
import { compareCodes } from '../core/text.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { revisionReader } from '../platform/database/revision.repository.ts';
import { above, programParents } from '../programs/index.ts';
import { reportedBy } from '../results/index.ts';
import { resultsOnTheWay } from './submissions.repository.ts';

/** A figure that is asked for, and not there. */
export type DueFigure = SeriesKey & DuePeriod;

export interface OwnDue {
  /** The newest, of the last twelve months. */
  readonly rows: readonly DueFigure[];
  /** How many more there are of those months. */
  readonly rest: number;
  /** How many there are before them, of the programmes of these rows. */
  readonly earlier: number;
}

/** A programme of which figures are due, and who could enter them. */
export interface LateProgram {
  readonly program: string;
  readonly periods: number;
  /** By name; nobody, where no mandate names it or a programme above it. */
  readonly officers: readonly string[];
}

export interface Late {
  /** Those with the most periods of the last twelve months. */
  readonly programs: readonly LateProgram[];
  /** How many more programmes there are. */
  readonly rest: number;
}

/** So many rows are shown at once. */
const MOST_ROWS = 20;

/** Of as many readers, or days. */
const MOST_TOLD = 4;

/** What programmes should have reported by now (`core/entry/due.ts`). */
@Injectable()
export class Due {
  /** What is late of a large portfolio takes its time: it is found once for a revision, a day and what waits. */
  private readonly told = new RecentlyUsed<Promise<unknown>>(MOST_TOLD);
  private readonly newest: () => Promise<number>;

  constructor(@Inject(DATABASE) private readonly db: Database) {
    this.newest = revisionReader(db);
  }

  /** Of the programmes that a mandate names, and all below them. */
  async own({ scope }: Keeper, today: Day): Promise<OwnDue> {
    const parents = await programParents(this.db);
    const programs = [...parents.keys()].filter((code) => mayEnterFor(scope, code, above(code, parents)));
    return this.ofPrograms(scope, programs, today);
  }

  /** Of one programme and all below it, as far as a reader sees them. */
  async of(scope: Scope, program: string, today: Day): Promise<OwnDue> {
    const parents = await programParents(this.db);
    const programs = [...parents.keys()].filter((code) => [code, ...above(code, parents)].includes(program));
    return this.ofPrograms(scope, programs, today);
  }

  private async ofPrograms(scope: Scope, programs: readonly string[], today: Day): Promise<OwnDue> {
    if (programs.length === 0) return { rows: [], rest: 0, earlier: 0 };
    const onTheWay = await this.onTheWay(programs);
    return readInScope(this.db, scope, async (tx) => {
      // As many programmes have at least as many of the newest periods.
      const late = await latePrograms(tx, scope, {
        today,
        onTheWay,
        programs,
        inOrderOf: 'newest',
        limit: MOST_ROWS,
      });
      const first = late.programs.map(({ program }) => program);
      if (first.length === 0) return { rows: [], rest: 0, earlier: 0 };
      const series = await reportedSeries(tx, scope, { today, onTheWay, programs: first });
      const found = series.map((each) => ({ series: each, due: duePeriods(each, today) }));
      const rows = found
        .flatMap(({ series: { program, indicator, place }, due }) =>
          due.periods.map((period) => ({ program, indicator, place, ...period })),
        )
        .toSorted((a, b) => compareCodes(b.to, a.to) || compareCodes(a.program, b.program))
        .slice(0, MOST_ROWS);
      return {
        rows,
        rest: late.periodCount - rows.length,
        earlier: found.reduce((sum, { due }) => sum + due.earlier, 0),
      };
    });
  }

  /** Of all programmes, with the people to ask: for whoever approves. */
  async late({ scope }: Keeper, today: Day): Promise<Late> {
    const onTheWay = await this.onTheWay(null);
    const asked = { today, onTheWay, programs: null, inOrderOf: 'most', limit: MOST_ROWS } as const;
    const key = JSON.stringify([scopeKey(scope), await this.newest(), today, onTheWay]);
    const { programs, programCount } = await toldOnce(this.told, key, () =>
      readInScope(this.db, scope, (tx) => latePrograms(tx, scope, asked)),
    );
    if (programs.length === 0) return { programs: [], rest: 0 };
    const whom = await this.whomToAsk(programs.map(({ program }) => program));
    return {
      programs: programs.map(({ program, periods }) => ({
        program,
        periods,
        officers: (whom.get(program) ?? []).map(({ name }) => name),
      })),
      rest: programCount - programs.length,
    };
  }

  /**
   * Of each programme the people whose mandate names it or one above it, by name. It is told to those who approve, and to
   * nobody else.
   */
  async whomToAsk(programs: readonly string[]): Promise<ReadonlyMap<string, readonly Enterer[]>> {
    if (programs.length === 0) return new Map();
    const parents = await programParents(this.db);
    const codesOf = new Map(programs.map((code) => [code, [code, ...above(code, parents)]]));
    const enterers = await enterersOf(this.db, [...new Set([...codesOf.values()].flat())]);
    return new Map(
      [...codesOf].map(([program, codes]) => [
        program,
        enterers.filter((enterer) => enterer.programs.some((code) => codes.includes(code))),
      ]),
    );
  }

  private async onTheWay(programs: readonly string[] | null): Promise<OnTheWay> {
    const waiting = await resultsOnTheWay(this.db, programs);
    if (waiting.length === 0) return [];
    const read = await this.db.transaction((tx) =>
      reportedBy(
        tx,
        waiting.map(({ cells }) => cells),
      ),
    );
    return read.flatMap((about, index) => {
      const program = waiting[index]?.program ?? null;
      if (about === null || program === null) return [];
      const { indicator, place, span } = about;
      return [{ program, indicator, place, from: span.from, to: span.to }];
    });
  }
}
