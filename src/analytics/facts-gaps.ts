import { alike } from '../core/alike.ts';
import type { Facts, Filter } from '../core/facts.ts';
import { indexOf } from '../core/facts-index.ts';
import type { FigureTargets } from '../core/figures.ts';
import type { CodesUsed, FigureGaps, Found } from '../core/figures-of-gaps.ts';
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
  return {
    gaps: async ({ filter, cutOff, begunBy, staleBefore, most }) => {
      const { from: _, to: __, ...atAnyTime } = filter;
      const toDate = { ...atAnyTime, to: cutOff };
      const [inView, { rows: pairs }] = await Promise.all([
        programs.programs({ filter, begunBy }),
        targets.targets({ filter, cutOff }),
      ]);
      const found = <Row>(items: readonly Row[]): Found<Row> => ({
        count: items.length,
        items: items.slice(0, most),
      });
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
        programCount: inView.total,
        noDonor: found(inView.rows.filter(({ holds }) => holds.funders.length === 0)),
        notInEnglish: found(inView.rows.filter(({ title }) => title.en === undefined)),
        used: codesUsed(inView.rows, results),
        unmarked: found(unmarkedResults.toSorted(newestFirst)),
        undated: found(results.filter(({ periodEnd }) => periodEnd === null).toSorted(greatestFirst)),
        notReported: found(unreported.filter((target) => !hasEnded(target, cutOff))),
        endedTargets: found(unreported.filter((target) => hasEnded(target, cutOff))),
        withoutEvidence: found(
          results.filter(({ kind, evidence }) => kind === 'actual' && evidence.length === 0),
        ),
        silent: found(silentPrograms),
        ended: found(inView.rows.filter(({ program }) => isOverAndOngoing(program, cutOff))),
        stale: found(
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
        conflicts: found(inConflict.toSorted(([a], [b]) => (a && b ? newestFirst(a, b) : 0))),
        alike: found(alikeFigures.toSorted(([a], [b]) => (a && b ? newestFirst(a, b) : 0))),
        astray: found(
          results
            .map((result) => ({ result, reasons: isAstray(result) }))
            .filter(({ reasons }) => reasons.length > 0),
        ),
      };
    },
  };
}

function codesUsed(programs: readonly ProgramRow[], results: readonly Result[]): CodesUsed {
  const funders = programs.flatMap(({ holds }) => holds.funders);
  return {
    indicators: new Set(results.map(({ indicator }) => indicator)),
    funders: new Set(funders),
    organisations: new Set([
      ...funders,
      ...programs.flatMap(({ program }) => program.organisations.map(({ organisation }) => organisation)),
    ]),
    pillars: new Set(programs.flatMap(({ holds }) => holds.pillars.map(({ code }) => code))),
    places: new Set([
      ...programs.flatMap(({ holds }) => holds.places.map(({ code }) => code)),
      ...results.flatMap(({ place }) => place ?? []),
    ]),
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
