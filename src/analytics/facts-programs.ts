import { programsOnSheet } from '../core/country-sheet.ts';
import { NOT_RECORDED } from '../core/dimension.ts';
import { indexOf } from '../core/facts-index.ts';
import type {
  FigurePrograms,
  ProgramCounts,
  ProgramOrder,
  ProgramRow,
  ProgramStanding,
  ProgramsQuery,
} from '../core/figures-of-programs.ts';
import { select } from '../core/filter.ts';
import { admits, admitsAny, valuesOf } from '../core/one-or-more.ts';
import type { Program, Share } from '../core/program.ts';
import { rowPage } from '../core/row-page.ts';
import { isFound } from '../core/search.ts';
import { spellingAmong } from '../core/spelling.ts';
import { compareCodes } from '../core/text.ts';
import { type Eyes, seesProgram } from '../core/visibility/visibility.ts';

/** Programmes among facts in memory. */
export function factsPrograms(eyes: Eyes): FigurePrograms {
  const { facts } = eyes;
  const rowsOf = (programs: readonly Program[]) => programs.map((each) => rowOf(eyes, each));
  return {
    programs: async (query, page) => {
      const selected = inOrderOf(eyes, query.inOrderOf ?? 'code', selectedPrograms(eyes, query));
      const { rows, ...shown } = rowPage(selected, ({ code }) => code, page);
      return { ...shown, rows: rowsOf(rows), top: countsOf(eyes, selected).top };
    },
    programCounts: async (query) => countsOf(eyes, selectedPrograms(eyes, query)),
    programCountsBy: async (query, by) => {
      const asked = by === 'program' ? undefined : query.filter[by];
      const keys = keysOf(eyes, selectedPrograms(eyes, query), by).filter((key) => admits(asked, key));
      return keys
        .map((key) => {
          const of = { ...query, filter: { ...query.filter, [by]: key } };
          return { key, ...countsOf(eyes, selectedPrograms(eyes, of)) };
        })
        .filter(({ all }) => by !== 'country' || all > 0);
    },
    program: async (code) => {
      const program = facts.programs.find((each) => each.code === code);
      return program === undefined || !seesProgram(eyes, code) ? null : rowOf(eyes, program);
    },
    activities: async (code, page) => {
      const readable = indexOf(facts)
        .tree.children(code)
        .filter((each) => seesProgram(eyes, each.code));
      const { rows, ...shown } = rowPage(readable, (each) => each.code, page);
      return { ...shown, rows: rowsOf(rows) };
    },
    standings: async (codes) => {
      const byCode = new Map(facts.programs.map((program) => [program.code, program]));
      return new Map(
        [...new Set(codes)].map((code) => [code, standingOf(eyes, code, byCode.get(code)?.title ?? null)]),
      );
    },
    programTitles: async () => facts.programs.map(({ code, title }) => ({ code, title })),
    programSpelling: async (typed) =>
      spellingAmong(
        facts.programs.map(({ code }) => code),
        typed,
      ),
  };
}

/** The programmes that a query is about, in the order of the facts or, on a country's sheet, of code. */
function selectedPrograms(eyes: Eyes, query: ProgramsQuery): readonly Program[] {
  const { search = '' } = query;
  const selected = inFilter(eyes, query);
  return search === ''
    ? selected
    : selected.filter(({ code, title }) => isFound({ code, names: title }, search));
}

function inFilter(eyes: Eyes, { filter, begunBy, sheetDay }: ProgramsQuery): readonly Program[] {
  const { country, ...rest } = filter;
  if (country === undefined || sheetDay === undefined) return matching(eyes, { filter, begunBy });
  const others = new Set(matching(eyes, { filter: rest, begunBy }));
  const onSheets = valuesOf(country).flatMap((each) =>
    programsOnSheet(eyes.facts, each, sheetDay, (program) => hasBegun(begunBy, program)),
  );
  return [...new Set(onSheets)]
    .filter((program) => others.has(program))
    .toSorted((a, b) => compareCodes(a.code, b.code));
}

function inOrderOf({ facts }: Eyes, order: ProgramOrder, programs: readonly Program[]): readonly Program[] {
  if (order === 'code') return programs;
  const { tree } = indexOf(facts);
  // A space comes before every sign of a code.
  const lines = new Map(
    programs.map(({ code }) => [
      code,
      [
        ...tree
          .ancestors(code)
          .map((above) => above.code)
          .toReversed(),
        code,
      ].join(' '),
    ]),
  );
  const inTree = (a: Program, b: Program) => compareCodes(lines.get(a.code) ?? '', lines.get(b.code) ?? '');
  return programs.toSorted((a, b) =>
    order === 'tree' ? inTree(a, b) : compareCodes(b.start ?? '', a.start ?? '') || inTree(a, b),
  );
}

/** Those that match a filter, and for a country those that run there or have figures there. */
function matching(eyes: Eyes, { filter, begunBy }: ProgramsQuery): readonly Program[] {
  const { facts } = eyes;
  const { attributed, tree } = indexOf(facts);
  const { pillar, country, donor, program: wanted } = filter;
  const within = tree.within(wanted);
  const { from: _, to: __, ...atAnyTime } = filter;
  const withFigures = new Set(
    country === undefined
      ? []
      : select(attributed, atAnyTime, tree).inside.map(({ result }) => result.program),
  );
  return facts.programs.filter((program) => {
    const { code } = program;
    const { pillars, places, funders } = tree.effective(code);
    return (
      seesProgram(eyes, code) &&
      hasBegun(begunBy, program) &&
      within(code) &&
      admitsAny(pillar, codesOf(pillars)) &&
      admitsAny(donor, funders.length === 0 ? [NOT_RECORDED] : funders) &&
      (withFigures.has(code) || admitsAny(country, codesOf(places)))
    );
  });
}

const codesOf = (shares: readonly Share[]) => shares.map(({ code }) => code);

function hasBegun(by: ProgramsQuery['begunBy'], { start }: Program): boolean {
  return by === null || start === null || start <= by;
}

function countsOf({ facts }: Eyes, programs: readonly Program[]): ProgramCounts {
  const { tree } = indexOf(facts);
  const codes = new Set(programs.map(({ code }) => code));
  const top = programs.filter(
    ({ code }) => !tree.ancestors(code).some((above) => codes.has(above.code)),
  ).length;
  return { top, all: programs.length };
}

function keysOf(
  { facts }: Eyes,
  programs: readonly Program[],
  by: Parameters<FigurePrograms['programCountsBy']>[1],
): readonly string[] {
  const { tree } = indexOf(facts);
  switch (by) {
    case 'program':
      return programs.map(({ code }) => code);
    case 'country':
      return facts.places.map(({ code }) => code);
    case 'donor':
      return [...new Set(programs.flatMap(({ code }) => tree.effective(code).funders))].toSorted();
    case 'pillar':
      return [
        ...new Set(programs.flatMap(({ code }) => tree.effective(code).pillars.map((pillar) => pillar.code))),
      ].toSorted();
  }
}

function rowOf(eyes: Eyes, program: Program): ProgramRow {
  return { ...standingOf(eyes, program.code, program.title), title: program.title, program };
}

function standingOf(eyes: Eyes, code: string, title: ProgramStanding['title']): ProgramStanding {
  const { tree } = indexOf(eyes.facts);
  return {
    code,
    title,
    holds: tree.effective(code),
    above: tree.ancestors(code).map((above) => above.code),
    isReadable: seesProgram(eyes, code),
  };
}
