import type { ChartSpec, TimelineBar } from '../../core/chart/chart-spec.ts';
import type { ProgramPage, ProgramRow, ProgramsQuery } from '../../core/figures-of-programs.ts';
import type { ProgramStatus } from '../../core/program.ts';
import type { Block, BlockRow } from '../../core/report/block.ts';
import { blockMessages } from '../../web/i18n/messages/blocks.ts';
import { chartMessages } from '../../web/i18n/messages/charts.ts';
import { commonMessages } from '../../web/i18n/messages/common.ts';
import { totalsMessages } from '../../web/i18n/messages/totals.ts';
import type { View } from '../view.ts';
import { programsInWords } from './programs.ts';
import { chartOrSentence, type Extent } from './rest.ts';
import { statusBesideDates } from './status-words.ts';
import { chartBase } from './subtitle.ts';

/** So many programmes are taken in at once; on paper, beneath the heading of a section, so many stand without being torn. */
const MOST_BARS = 8;
export const MOST_BARS_ON_PAPER = 7;

const STATES = ['ongoing', 'planned', 'closed'] as const satisfies readonly ProgramStatus[];

/** So many are read, so that those without dates, which are the last, are known of all but the largest portfolios. */
const MOST_READ = 100;

const MOST_NAMED = 6;

/**
 * Programmes from their start to their end, those that began last; of all others there is the list.
 *
 * @param extent `whole`: its rows are all programmes, for data; its chart has the same few
 * @param most bars
 */
export async function timelineBlock(
  view: View,
  query: ProgramsQuery,
  { extent = 'short', most = MOST_BARS }: { readonly extent?: Extent; readonly most?: number } = {},
): Promise<Block> {
  const newest = { ...query, inOrderOf: 'newest' } as const;
  const isWhole = extent === 'whole';
  const found = await view.figures.programs(newest, isWhole ? undefined : { limit: MOST_READ });
  const block = timelineOf(view, found, most);
  return isWhole ? { ...block, rows: found.rows.map((row) => rowOf(view, row)) } : block;
}

/** @param found the newest first, those without a date last */
function timelineOf(
  view: View,
  { rows, total, top }: Pick<ProgramPage, 'rows' | 'total' | 'top'>,
  most: number,
): Block {
  const { t, f } = view;
  const isDated = ({ program: { start, end } }: ProgramRow) => start !== null || end !== null;
  const dated = rows.filter(isDated);
  const shown = dated.slice(0, most);
  const parts = STATES.flatMap((state) => {
    const count = shown.filter(({ program }) => program.status === state).length;
    return count === 0 ? [] : [t(chartMessages[state], { count })];
  });
  const isAll = shown.length === dated.length && rows.length === total;
  const [only, ...others] = shown;
  const title =
    only !== undefined && others.length === 0
      ? t(chartMessages.timelineOfOne, { name: f.text(only.title), words: datesInWords(view, only) })
      : isAll
        ? t(chartMessages.timeline, { parts: f.list(parts) })
        : t(chartMessages.timelineFirst, { shown: shown.length });
  const words = {
    id: 'programs-timeline',
    title,
    subtitle:
      shown.length === total
        ? ''
        : t(chartMessages.timelineOf, { programs: programsInWords(view, { top, all: total }) }),
  };
  return {
    ...words,
    ...chartOrSentence(shown.length === 0 ? null : chartOf(view, words, shown)),
    columns: [
      { key: 'program', label: t(totalsMessages.program), numeric: false, holds: 'code' },
      { key: 'status', label: t(blockMessages.status), numeric: false, holds: 'code' },
      { key: 'start', label: t(chartMessages.start), numeric: false, holds: 'day' },
      { key: 'end', label: t(chartMessages.end), numeric: false, holds: 'day' },
    ],
    rows: shown.map((row) => rowOf(view, row)),
    total: null,
    notes: undatedNotes(
      view,
      rows.filter((row) => !isDated(row)),
    ),
    illustrative: false,
  };
}

function undatedNotes({ t, f }: View, undated: readonly ProgramRow[]): readonly string[] {
  if (undated.length === 0) return [];
  const named = undated.slice(0, MOST_NAMED).map(({ title }) => f.text(title));
  const count = undated.length - named.length;
  const others = count > 0 ? [t(chartMessages.otherPrograms, { count })] : [];
  return [t(chartMessages.undatedPrograms, { names: f.list([...named, ...others]) })];
}

function chartOf(
  view: View,
  words: { readonly id: string; readonly title: string; readonly subtitle: string },
  rows: readonly ProgramRow[],
): ChartSpec {
  const { t, f } = view;
  return {
    type: 'timeline',
    ...chartBase(view, words),
    states: STATES.filter((state) => rows.some(({ program }) => program.status === state)).map((state) => ({
      state,
      label: t(totalsMessages[state]),
    })),
    bars: rows.map((row): TimelineBar => {
      const { code, status, start, end } = row.program;
      const href = view.links.program(row);
      return {
        key: code,
        label: f.text(row.title),
        state: status,
        from: start,
        to: end,
        text: datesInWords(view, row),
        ...(href !== null && { href }),
      };
    }),
    today: view.cutOff,
    todayLabel: t(commonMessages.cutOff, { date: f.day(view.cutOff) }),
    openLabel: t(chartMessages.openEnd),
    missingLabel: t(totalsMessages.notRecorded),
  };
}

/** "Ongoing, since 2014". */
function datesInWords(view: View, { program }: ProgramRow): string {
  const { start, startPrecision, end, endPrecision } = program;
  const dates = view.f.dated({ start, startPrecision, end, endPrecision });
  return `${statusBesideDates(view, program)}, ${dates}`;
}

function rowOf(view: View, row: ProgramRow): BlockRow {
  const { t, f } = view;
  const { code, status, start, startPrecision, end, endPrecision } = row.program;
  const nothing = { text: t(totalsMessages.notRecorded), raw: null };
  // A date is no more precise than its source: both ends by themselves, as a span of one would say "since".
  const day = (value: string | null, precision: typeof startPrecision) =>
    value === null
      ? nothing
      : {
          text: f.span({ start: value, startPrecision: precision, end: value, endPrecision: precision }),
          raw: value,
        };
  return {
    key: code,
    href: view.links.program(row),
    muted: false,
    cells: [
      { text: f.text(row.title), raw: code },
      { text: statusBesideDates(view, row.program), raw: status },
      day(start, startPrecision),
      day(end, endPrecision),
    ],
  };
}
