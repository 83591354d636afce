import { compareExact, type Exact } from '../core/decimal.ts';
import type { Filter } from '../core/facts.ts';
import { type Figure, missingFigure } from '../core/figure.ts';
import type { ProgramCounts } from '../core/figures-of-programs.ts';
import type { Period } from '../core/period.ts';
import type { Tile } from '../core/report/block.ts';
import type { Indicator } from '../core/result.ts';
import { seesMoreThanTotals } from '../core/visibility/visibility.ts';
import { blockMessages, negativeSums } from '../web/i18n/messages/blocks.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { figureNote, figureText, figureValue } from './blocks/figure-words.ts';
import { currencyName } from './blocks/funding.ts';
import type { ReportedIndicator } from './blocks/indicators.ts';
import { compact } from './blocks/money-words.ts';
import { besideTimes, figureChangeText, moneyChangeText, type OtherTime, otherTimes } from './changes.ts';
import { listedPrograms } from './programs-in-view.ts';
import { doneFilter, filterIn, type View } from './view.ts';

/** So many indicators fit beside programmes and money without becoming a table. */
const HEADLINE_INDICATORS = 4;

/**
 * The headline figures: programmes, the foremost indicators and the money disbursed.
 *
 * @param reported `reportedIndicators` of the view
 */
export async function tilesOf(view: View, reported: readonly ReportedIndicator[]): Promise<readonly Tile[]> {
  const [counts, figures] = await Promise.all([
    view.figures.programCounts(listedPrograms(view)),
    figureTiles(view, reported),
  ]);
  return [programsTile(view, counts), ...figures];
}

/**
 * The same of one donor, with the money disbursed as it was paid too (rule 7): all in one other currency is a figure of its
 * own, and several are a note.
 */
export async function withAmountsAsPaid(view: View, tiles: readonly Tile[]): Promise<readonly Tile[]> {
  const { f, t, names } = view;
  const asPaid = await view.figures.amountsAsPaid({ type: 'disbursement', filter: tileFilter(view) });
  if (asPaid.every(({ currency }) => currency === names.reportingCurrency)) return tiles;
  const amounts = f.list(asPaid.map(({ amountMinor, currency }) => f.money(amountMinor, currency)));
  const paid = t(totalsMessages.asPaid, { amounts });
  const [only, ...others] = asPaid;
  return tiles.flatMap((tile) => {
    if (tile.id !== 'disbursement') return [tile];
    if (only === undefined || others.length > 0) return [{ ...tile, note: noteOf([paid, tile.note]) }];
    const { amountMinor, currency } = only;
    const label = t(blockMessages.disbursedIn, { currency: currencyName(view, currency) });
    const value = f.moneyCompact(amountMinor, currency);
    return [
      tile,
      {
        ...tile,
        id: 'disbursement-as-paid',
        value,
        label: saidBelowZero(view, label, only),
        note: paid,
        changes: [],
      },
    ];
  });
}

/** The same without programmes, of which some pages have a list of their own. */
export async function figureTiles(
  view: View,
  reported: readonly ReportedIndicator[],
): Promise<readonly Tile[]> {
  const times = otherTimes(inOwnPeriod(view));
  return Promise.all([
    ...(await indicatorTiles(view, reported, times)),
    ...(seesMoreThanTotals(view) ? [moneyTile(view, 'disbursement', times)] : []),
  ]);
}

/** The headline figure of one indicator, whatever it measures. */
export async function indicatorTileAlone(view: View, reported: ReportedIndicator): Promise<Tile> {
  const times = otherTimes(inOwnPeriod(view));
  const tile = await indicatorTile(
    view,
    reported,
    await Promise.all(times.map((time) => totalsIn(view, time))),
  );
  // Its name is the page's.
  const { page: _, ...own } = tile;
  return reported.total.resultCount === 0 ? { ...own, href: null } : own;
}

/** What its money became, in the order in which it did. */
const MONEY_OF_PROGRAM = ['commitment', 'disbursement', 'expenditure'] as const;

/** A programme's: the foremost indicators, and what moved as far as it is recorded. */
export async function programTiles(
  view: View,
  reported: readonly ReportedIndicator[],
): Promise<readonly Tile[]> {
  const times = otherTimes(inOwnPeriod(view));
  const [indicators, money] = await Promise.all([
    indicatorTiles(view, reported, times),
    Promise.all(MONEY_OF_PROGRAM.map((type) => moneyTile(view, type, times))),
  ]);
  const recorded = money.filter(({ href }) => href !== null);
  return [
    ...indicators,
    ...(recorded.length > 0 ? recorded : money.filter(({ id }) => id === 'disbursement')),
  ];
}

async function indicatorTiles(
  view: View,
  reported: readonly ReportedIndicator[],
  times: readonly OtherTime[],
): Promise<readonly Tile[]> {
  const before = await Promise.all(times.map((time) => totalsIn(view, time)));
  // Whoever asks for an indicator reads its figure first, whatever it measures.
  const foremost = reported
    .filter(({ indicator }) => view.filter.indicator !== undefined || indicator.measure === 'count')
    .slice(0, HEADLINE_INDICATORS);
  return Promise.all(foremost.map((each) => indicatorTile(view, each, before)));
}

/** A report's figures are to date; what stands beside other times is the part that ended in its own period. */
function inOwnPeriod(view: View): View {
  const { period, filter } = view;
  return period === null ? view : { ...view, filter: { ...filter, from: period.from, to: period.to } };
}

/** The totals of every indicator in another time. */
interface TotalsThen extends OtherTime {
  readonly totals: ReadonlyMap<string, Figure>;
}

async function totalsIn(view: View, time: OtherTime): Promise<TotalsThen> {
  const filter = filterIn(view, time.window);
  const found = await view.figures.indicatorTotals({ kind: 'actual', filter });
  return { ...time, totals: new Map(found.map(({ indicator, total }) => [indicator, total])) };
}

/** Programmes, and how many with the activities inside them; an activity alone counts as the programme it belongs to. */
/** @param counts with how many of those at the top are activities whose programme is not counted, where that is known */
export function programsTile(
  view: View,
  { top, all, alone = null }: ProgramCounts & { readonly alone?: number | null },
): Tile {
  const note = noteOf([
    all === top ? null : view.t(blockMessages.withActivities, { count: all }),
    alone === null || alone === 0 ? null : view.t(blockMessages.activitiesAlone, { count: alone }),
  ]);
  return {
    id: 'programs',
    value: view.f.number(top),
    label: view.t(blockMessages.programsLabel, { count: top }),
    note,
    href: null,
    illustrative: false,
  };
}

async function indicatorTile(
  view: View,
  { indicator, total }: ReportedIndicator,
  before: readonly TotalsThen[],
): Promise<Tile> {
  const { code, name } = indicator;
  const filter = tileFilter(view);
  const own = view.period === null ? total : await totalIn(view, code, filter);
  const isWhole = indicator.combineTime === 'sum' && own.resultCount === total.resultCount;
  // Of a time in which nothing was reported there is nothing to hold beside others.
  const { changes, missing } = besideTimes(view, own.value === null ? [] : before, (at) =>
    figureChangeText(view, before[at]?.totals.get(code) ?? missingFigure('not-reported'), own),
  );
  const page = view.links.indicator(code);
  const toDate = inReport(view, figureText(view, total), isWhole);
  return {
    id: code,
    value: figureValue(view, own),
    label: view.f.text(name),
    note: noteOf([
      toDate.ended,
      figureNote(view, own),
      await begunWords(view, indicator, total),
      toDate.toDate,
      missing,
    ]),
    changes,
    href:
      view.period !== null && own.value === null
        ? null
        : view.links.results({ filter: { ...filter, indicator: code }, kind: 'actual' }),
    ...(view.period === null && page !== null && { page }),
    illustrative: false,
  };
}

/** That it counts in the page's time what began before it (rule 11); null: it does not, or the last value is all there is. */
async function begunWords(
  view: View,
  { code, combineTime }: Indicator,
  { resultCount }: Figure,
): Promise<string | null> {
  const filter = doneFilter(view);
  if (filter.from === undefined || combineTime === 'latest') return null;
  const begun = await view.figures.begunEarlier({ indicator: code, kind: 'actual', filter });
  const words = { count: resultCount, day: view.f.day(filter.from) };
  if (begun === 'none') return null;
  return view.t(begun === 'all' ? totalsMessages.allBegunEarlier : totalsMessages.someBegunEarlier, words);
}

/** What is said beside a headline figure, in one line. */
export function noteOf(notes: readonly (string | null)[]): string | null {
  const said = notes.filter((each) => each !== null);
  return said.length === 0 ? null : said.join(' · ');
}

/** What a headline figure counts: in a report what ended or moved in its own period, elsewhere all that is asked for. */
export function tileFilter(view: View): Filter {
  const { period } = view;
  return period === null ? doneFilter(view) : { ...doneFilter(view), from: period.from };
}

async function totalIn(view: View, indicator: string, filter: Filter): Promise<Figure> {
  const asked = { ...filter, indicator };
  const [found] = await view.figures.indicatorTotals({ kind: 'actual', filter: asked });
  return found?.total ?? missingFigure('not-reported');
}

/**
 * What a report says beside a figure of its own period: what it is of, and what the figure is to date (rule 11); of one that
 * is all there is to date, both at once.
 */
function inReport(
  { t, f, period }: View,
  figure: string,
  isWhole: boolean,
): { readonly ended: string | null; readonly toDate: string | null } {
  if (period === null) return { ended: null, toDate: null };
  const words = periodWords(f, period);
  return isWhole
    ? { ended: t(blockMessages.allEndedInPeriod, words), toDate: null }
    : { ended: t(blockMessages.endedInPeriod, words), toDate: t(blockMessages.figureToDate, { figure }) };
}

/** A period in words, and as what it stands behind "in". */
function periodWords(
  f: View['f'],
  { key, kind }: Period,
): { readonly period: string; readonly kind: string } {
  return { period: f.period(key), kind: key.startsWith('FY') ? 'fiscal' : kind };
}

/** The same of money, whose days are its own. */
function movedInReport({ t, f, period }: View, amount: string, isWhole: boolean): readonly (string | null)[] {
  if (period === null) return [];
  const words = periodWords(f, period);
  return isWhole
    ? [t(blockMessages.allInPeriod, words)]
    : [t(blockMessages.inPeriod, words), t(blockMessages.figureToDate, { figure: amount })];
}

const MONEY_WORDS = {
  commitment: blockMessages.committed,
  disbursement: blockMessages.disbursed,
  expenditure: blockMessages.spent,
} as const;

async function moneyTile(
  view: View,
  type: keyof typeof MONEY_WORDS,
  times: readonly OtherTime[],
): Promise<Tile> {
  const moved = async (asked: Filter) =>
    (await view.figures.funding({ type, by: 'donor', filter: asked })).total;
  const { period } = view;
  const filter = tileFilter(view);
  const [total, own, ...before] = await Promise.all([
    moved(doneFilter(view)),
    moved(filter),
    ...times.map(({ window }) => moved(filterIn(view, window))),
  ]);
  const { amountMinor } = own;
  const { changes, missing } = besideTimes(view, amountMinor === null ? [] : times, (at) =>
    moneyChangeText(view, before[at]?.amountMinor ?? null, amountMinor),
  );
  const isWhole = own.transactionCount === total.transactionCount;
  const inWords =
    period === null || total.amountMinor === null
      ? []
      : movedInReport(view, compact(view, total.amountMinor), isWhole);
  return {
    id: type,
    value:
      amountMinor === null
        ? view.t(total.amountMinor === null ? totalsMessages.notRecorded : blockMessages.nothingInPeriod)
        : compact(view, amountMinor),
    label: moneyLabel(view, type, amountMinor),
    note: noteOf([...inWords, missing]),
    changes,
    href: amountMinor === null ? null : view.links.transactions({ filter, type }),
    illustrative: total.illustrativeMinor !== 0,
  };
}

function moneyLabel(view: View, type: keyof typeof MONEY_WORDS, amountMinor: Exact | null): string {
  return saidBelowZero(view, view.t(MONEY_WORDS[type]), { amountMinor }, type);
}

/** What an amount below zero is headed by says why it is. */
function saidBelowZero(
  { t }: View,
  label: string,
  { amountMinor }: { readonly amountMinor: Exact | null },
  type: keyof typeof MONEY_WORDS = 'disbursement',
): string {
  return amountMinor !== null && compareExact(amountMinor, 0) < 0
    ? t(commonMessages.labelled, { label, text: t(negativeSums[type]) })
    : label;
}
