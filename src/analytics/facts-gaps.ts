import { alike } from '../core/alike.ts';
import type { Facts, Filter } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type { FigureTargets } from '../core/figures.ts';
import type { FigureGaps, Found, ProgramGapsFound } from '../core/figures-of-gaps.ts';
import type { FigurePrograms, ProgramRow } from '../core/figures-of-programs.ts';
import { select } from '../core/filter.ts';
import { unmarkedParts } from '../core/held-figures.ts';
import type { Day, Program } from '../core/program.ts';
import type { Result } from '../core/result.ts';
import { greatestFirst, newestFirst, selectedResults } from '../core/selected-results.ts';
import { conflicts } from '../core/series.ts';
import { hasEnded } from '../core/targets.ts';
import { compareCodes } from '../core/text.ts';
import { astrayIn } from '../core/whereabouts.ts';
import { breather } from '../platform/threads/breather.ts';

/** Gaps among facts in memory. */
export function factsGaps(
  facts: Facts,
  { programs, targets }: { readonly programs: FigurePrograms; readonly targets: FigureTargets },
): FigureGaps {
  const found = <Row>(items: readonly Row[], most: number | undefined): Found<Row> => ({
    count: items.length,
    items: items.slice(0, most),
  });
  return {
    programGaps: async ({ filter, cutOff, begunBy, most }) => {
      const { total, rows } = await programs.programs({ filter, begunBy });
      return {
        programCount: total,
        noDonor: found(
          rows.filter(({ holds }) => holds.funders.length === 0),
          most,
        ),
        notInEnglish: found(
          rows.filter(({ title }) => title.en === undefined),
          most,
        ),
        ended: found(
          rows.filter(({ program }) => isOverAndOngoing(program, cutOff)),
          most,
        ),
        borne: codesBorne(rows),
      };
    },
    gaps: async ({ filter, cutOff, begunBy, staleBefore, most }) => {
      const { from: _, to: __, ...atAnyTime } = filter;
      const toDate = { ...atAnyTime, to: cutOff };
      const [inView, { rows: pairs }] = await Promise.all([
        programs.programs({ filter, begunBy }),
        targets.targets({ filter, cutOff }),
      ]);
      const first = <Row>(items: readonly Row[]) => found(items, most);
      // Each of these looks through all rows; others have the thread between two of them.
      const breathe = breather(0);
      const results = selectedResults(facts, { filter: atAnyTime, inOrderOf: 'newest' });
      await breathe();
      const last = lastDays(facts, toDate);
      await breathe();
      const unmarkedResults = unmarked(facts, results);
      await breathe();
      const silentPrograms = silent(facts, inView.rows, toDate);
      await breathe();
      const inConflict = conflicting(facts, atAnyTime);
      await breathe();
      const alikeFigures = alikeIn(facts, results);
      await breathe();
      const isAstray = astrayIn(facts);
      const standing = await programs.standings(last.keys());
      const unreported = pairs
        .filter(({ actual }) => actual.value === null)
        .map(({ target }) => target)
        .toSorted(newestFirst);
      return {
        reported: {
          indicators: new Set(results.map(({ indicator }) => indicator)),
          places: new Set(results.flatMap(({ place }) => place ?? [])),
        },
        unmarked: first(unmarkedResults.toSorted(newestFirst)),
        undated: first(results.filter(({ periodEnd }) => periodEnd === null).toSorted(greatestFirst)),
        notReported: first(unreported.filter((target) => !hasEnded(target, cutOff))),
        endedTargets: first(unreported.filter((target) => hasEnded(target, cutOff))),
        withoutEvidence: first(
          results.filter(({ kind, evidence }) => kind === 'actual' && evidence.length === 0),
        ),
        silent: first(silentPrograms),
        stale: first(
          facts.programs
            .flatMap((program) => {
              const [stands, day] = [standing.get(program.code), last.get(program.code)];
              const isStale =
                program.status === 'ongoing' &&
                !isOverAndOngoing(program, cutOff) &&
                day !== undefined &&
                day < staleBefore;
              return stands === undefined || !isStale
                ? []
                : [{ row: { ...stands, title: program.title, program }, last: day }];
            })
            .toSorted((a, b) => compareCodes(a.last, b.last) || compareCodes(a.row.code, b.row.code)),
        ),
        conflicts: first(inConflict.toSorted(([a], [b]) => (a && b ? newestFirst(a, b) : 0))),
        alike: first(alikeFigures.toSorted(([a], [b]) => (a && b ? newestFirst(a, b) : 0))),
        astray: first(
          results
            .map((result) => ({ result, reasons: isAstray(result) }))
            .filter(({ reasons }) => reasons.length > 0),
        ),
      };
    },
  };
}

function codesBorne(programs: readonly ProgramRow[]): ProgramGapsFound['borne'] {
  const funders = programs.flatMap(({ holds }) => holds.funders);
  return {
    funders: new Set(funders),
    organisations: new Set([
      ...funders,
      ...programs.flatMap(({ program }) => program.organisations.map(({ organisation }) => organisation)),
    ]),
    pillars: new Set(programs.flatMap(({ holds }) => holds.pillars.map(({ code }) => code))),
    places: new Set(programs.flatMap(({ holds }) => holds.places.map(({ code }) => code))),
  };
}

function unmarked(facts: Facts, results: readonly Result[]): readonly Result[] {
  const { tree } = indexOf(facts);
  const inView = new Set(results.map(({ id }) => id));
  const pairs = unmarkedParts(facts.results, (program) =>
    tree.ancestors(program).map(({ code }) => code),
  ).filter(({ whole, part }) => inView.has(whole.id) || inView.has(part.id));
  return [...new Map(pairs.map(({ part }) => [part.id, part])).values()];
}

/** What its activities report, a programme reports (rule 9). */
function silent(
  facts: Facts,
  programs: readonly ProgramRow[],
  { indicator: _, ...filter }: Filter,
): readonly ProgramRow[] {
  const { tree } = indexOf(facts);
  const reported = new Set(selectedResults(facts, { filter, kind: 'actual' }).map(({ program }) => program));
  return programs.filter(
    ({ code }) =>
      !tree
        .withDescendants(code)
        .values()
        .some((each) => reported.has(each)),
  );
}

/** It ended before a day, and is called ongoing all the same. */
function isOverAndOngoing({ status, end }: Pick<Program, 'status' | 'end'>, day: Day): boolean {
  return status === 'ongoing' && end !== null && end < day;
}

/** Of each group the one approved last first. */
function alikeIn(facts: Facts, results: readonly Result[]): readonly (readonly Result[])[] {
  const { indicator } = indexOf(facts);
  return alike(results, (code) => indicator(code).combineTime).map((group) =>
    group.toSorted((a, b) => compareCodes(b.approvedAt, a.approvedAt) || compareCodes(b.id, a.id)),
  );
}

/** The day on which each programme's latest dated figure ended. */
function lastDays(facts: Facts, filter: Filter): ReadonlyMap<string, Day> {
  const latest = new Map<string, Day>();
  for (const { program, periodEnd } of selectedResults(facts, { filter, kind: 'actual' })) {
    if (periodEnd !== null && periodEnd > (latest.get(program) ?? '')) latest.set(program, periodEnd);
  }
  return latest;
}

function conflicting(facts: Facts, filter: Filter): readonly (readonly Result[])[] {
  const { attributed, indicator, tree } = indexOf(facts);
  const { inside } = select(attributed, filter, tree);
  return [...Map.groupBy(inside, ({ result }) => `${result.kind} ${result.indicator}`).values()].flatMap(
    (rows) =>
      conflicts(indicator(rows[0]?.result.indicator ?? ''), rows).map((sameDay) =>
        sameDay.map(({ result }) => result),
      ),
  );
}
