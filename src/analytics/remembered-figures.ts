import type { Figures, IndicatorTotal } from '../core/figures.ts';
import type { ProgramsQuery } from '../core/figures-of-programs.ts';
import { RecentlyUsed } from '../core/recently-used.ts';
import type { PageRequest } from '../core/row-page.ts';
import type { Touched } from '../platform/database/history.repository.ts';

/** Of one reader and revision: what a person looks at in a while, and not what a program takes row by row. */
const MOST = 1_000;
/** Gaps may be asked for with all of their items. */
const MOST_GAPS = 50;
/** A page of more rows is a piece of a file on its way out, and so are the programmes behind it. */
const MOST_ROWS = 100;

function isToRead(page: PageRequest | undefined): page is PageRequest {
  return page !== undefined && page.limit <= MOST_ROWS;
}

/**
 * Which figures an answer hangs on, beside programmes, their keys and money: none, those of one indicator, of each of its rows
 * those of an indicator, or any.
 */
type Subject = 'no figure' | 'any figure' | 'a row each' | { readonly indicator: string };

interface Told {
  readonly of: Subject;
  readonly answer: Promise<unknown>;
  /** Indicators whose rows hold no longer. */
  readonly changed?: ReadonlySet<string>;
}

/** What has been told of one revision to one reader. */
export interface Memory {
  readonly answers: RecentlyUsed<Told>;
  readonly gaps: RecentlyUsed<Told>;
}

export function emptyMemory(): Memory {
  return { answers: new RecentlyUsed(MOST), gaps: new RecentlyUsed(MOST_GAPS) };
}

/** Tables on which no amount hangs, nor how a programme stands, nor who may see what. */
const OF_FIGURES: ReadonlySet<string> = new Set(['results', 'result_parts', 'evidence', 'narratives']);

/**
 * What of a memory still holds after a change (docs/decisions/carried-answers.md).
 *
 * @param touched null: nobody knows what was changed
 */
export function carriedOver({ answers }: Memory, touched: Touched | null): Memory {
  if (touched === null || !touched.tables.isSubsetOf(OF_FIGURES)) return emptyMemory();
  const { indicators } = touched;
  const stillHolds = (told: Told) => {
    const { of, changed } = told;
    if (of === 'a row each') return { ...told, changed: indicators.union(changed ?? new Set<string>()) };
    return of === 'no figure' || (of !== 'any figure' && !indicators.has(of.indicator)) ? told : undefined;
  };
  return { ...emptyMemory(), answers: answers.takenAlong(stillHolds) };
}

/**
 * The same figures, which tell again what they have told: those of one revision do not change. Whole lists of rows are asked
 * for anew, for they may be large.
 */
export function rememberedFigures(figures: Figures, memory = emptyMemory()): Figures {
  const tellFrom =
    (answers: RecentlyUsed<Told>, of: Subject) =>
    <Answer>(question: readonly unknown[], ask: () => Promise<Answer>) => {
      const key = JSON.stringify(question);
      const answer = answers.get(key, () => ({ of, answer: ask() })).answer as Promise<Answer>;
      answer.catch(() => answers.forget(key));
      return answer;
    };
  const told = tellFrom(memory.answers, 'any figure');
  const toldWhatever = tellFrom(memory.answers, 'no figure');
  const toldOf = ({ indicator }: { readonly indicator: string }) => tellFrom(memory.answers, { indicator });
  // In a place are programmes that have figures there, too.
  const toldOfPrograms = ({ filter }: Pick<ProgramsQuery, 'filter'>) =>
    filter.country === undefined ? toldWhatever : told;
  const rowsOfIndicators: Figures['indicatorTotals'] = (query) => {
    const key = JSON.stringify(['indicators', query]);
    const known = memory.answers.find(key);
    const { changed } = known ?? {};
    const tell = tellFrom(memory.answers, 'a row each');
    if (known === undefined || changed === undefined || changed.size === 0)
      return tell(['indicators', query], () => figures.indicatorTotals(query));
    memory.answers.forget(key);
    return tell(['indicators', query], async () => {
      const held = (await known.answer) as readonly IndicatorTotal[];
      const indicator = [...changed];
      const anew = await figures.indicatorTotals({ ...query, filter: { ...query.filter, indicator } });
      const rows = [...held.filter((row) => !changed.has(row.indicator)), ...anew];
      return rows.toSorted((a, b) => (a.indicator < b.indicator ? -1 : 1));
    });
  };
  return {
    ...figures,
    totals: (query) => toldOf(query)(['totals', query], () => figures.totals(query)),
    axesOf: (query) => toldOf(query)(['axes', query], () => figures.axesOf(query)),
    begunEarlier: (query) => toldOf(query)(['begun earlier', query], () => figures.begunEarlier(query)),
    funding: (query) => toldWhatever(['funding', query], () => figures.funding(query)),
    balances: (query) =>
      query.most === null
        ? figures.balances(query)
        : toldWhatever(['balances', query], () => figures.balances(query)),
    indicatorTotals: (query) =>
      query.filter.indicator === undefined
        ? rowsOfIndicators(query)
        : told(['indicators', query], () => figures.indicatorTotals(query)),
    results: (selection, page) =>
      isToRead(page)
        ? told(['results', selection, page], () => figures.results(selection, page))
        : figures.results(selection, page),
    entries: (selection, page) =>
      isToRead(page)
        ? toldWhatever(['entries', selection, page], () => figures.entries(selection, page))
        : figures.entries(selection, page),
    leftOut: (query, most) => told(['left out', query, most], () => figures.leftOut(query, most)),
    amountsAsPaid: (query) => toldWhatever(['as paid', query], () => figures.amountsAsPaid(query)),
    targets: (query, page) =>
      page === undefined
        ? figures.targets(query)
        : told(['targets', query, page], () => figures.targets(query, page)),
    // One with its activities is not many.
    programs: (query, page) =>
      page === undefined && query.filter.program === undefined
        ? figures.programs(query)
        : toldOfPrograms(query)(['programs', query, page], () => figures.programs(query, page)),
    programCounts: (query) => toldOfPrograms(query)(['counts', query], () => figures.programCounts(query)),
    programCountsBy: (query, by) =>
      (by === 'country' ? told : toldOfPrograms(query))(['counts by', query, by], () =>
        figures.programCountsBy(query, by),
      ),
    narrativesSaying: (search, bounds) =>
      told(['saying', search, bounds], () => figures.narrativesSaying(search, bounds)),
    programGaps: (query) =>
      query.most === undefined
        ? figures.programGaps(query)
        : toldOfPrograms(query)(['gaps of programmes', query], () => figures.programGaps(query)),
    // Each looks through all rows.
    gaps: (query) => tellFrom(memory.gaps, 'any figure')([query], () => figures.gaps(query)),
    standings: (codes) => {
      const asked = [...codes];
      const ask = () => figures.standings(asked);
      return asked.length > MOST_ROWS ? ask() : toldWhatever(['standings', asked], ask);
    },
  };
}
