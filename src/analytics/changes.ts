import { COMPARISONS, type Comparison } from '../core/asked-period.ts';
import { type Change, changeBetween, change as changeOf } from '../core/change.ts';
import type { Exact } from '../core/decimal.ts';
import type { Figure } from '../core/figure.ts';
import { periodKeyOf, type Window } from '../core/period.ts';
import { changeMessages } from '../web/i18n/messages/periods.ts';
import { comparedDays, type View } from './view.ts';

/** Another time beside which figures stand. */
export interface OtherTime {
  readonly how: Comparison;
  readonly window: Window;
  /** "2016", "1 January 2025 – 29 November 2025". */
  readonly words: string;
}

/** Before which and after which the figures of a view stand: the period before and the year before, once where they are the same. */
export function otherTimes(view: View): readonly OtherTime[] {
  if (view.filter.from === undefined) return [];
  const found = COMPARISONS.flatMap((how) => otherTime(view, how) ?? []);
  return found.filter(({ words }, at) => found.findIndex((each) => each.words === words) === at);
}

/** The other time that its reader asked for; null: none, or there is none. */
export function askedOtherTime(view: View): OtherTime | null {
  const { compare } = view.asked;
  return compare === null ? null : otherTime(view, compare);
}

function otherTime(view: View, how: Comparison): OtherTime | null {
  const window = comparedDays(view, how);
  return window === null ? null : { how, window, words: windowWords(view, window) };
}

/** A time by its name, or by its days. */
export function windowWords({ f }: View, window: Window): string {
  const key = periodKeyOf(window);
  if (key !== null) return f.period(key);
  return f.span({
    start: window.from ?? null,
    startPrecision: 'day',
    end: window.to ?? null,
    endPrecision: 'day',
  });
}

/**
 * How a figure stands to the one of another time, as sure as both are (rules 4 and 5).
 *
 * @example figureChange(view, '2016', 37 officials, 101 officials) // '+64 (+173%) vs 2016'
 */
export function figureChange(view: View, words: string, previous: Figure, current: Figure): string {
  return beside(view, words, figureChangeWords(view, previous, current));
}

/** The change alone; "n/a" where it cannot be said. */
export function figureChangeWords(view: View, previous: Figure, current: Figure): string {
  return figureChangeText(view, previous, current) ?? view.t(changeMessages.missing);
}

/** The same; null where it cannot be said. */
export function figureChangeText(view: View, previous: Figure, current: Figure): string | null {
  const { f } = view;
  const isExact = previous.approximate === 0 && current.approximate === 0;
  const text = changeText(view, changeBetween(previous, current), f.signed);
  return text === null || isExact ? text : f.qualified('about', text);
}

/** The same of amounts in minor units of the reporting currency; null: nothing is recorded. */
export function moneyChange(
  view: View,
  words: string,
  previous: Exact | null,
  current: Exact | null,
): string {
  return beside(view, words, moneyChangeWords(view, previous, current));
}

export function moneyChangeWords(view: View, previous: Exact | null, current: Exact | null): string {
  return moneyChangeText(view, previous, current) ?? view.t(changeMessages.missing);
}

export function moneyChangeText(view: View, previous: Exact | null, current: Exact | null): string | null {
  const { f, names } = view;
  const written = (amount: Exact) => f.signedMoney(amount, names.reportingCurrency);
  return changeText(view, changeOf(previous, current), written);
}

/** Null: it cannot be said. */
function changeText(view: View, { absolute, relative }: Change, written: (size: Exact) => string) {
  const { t, f } = view;
  if (absolute === null) return null;
  if (absolute === 0) return t(changeMessages.same);
  const size = written(absolute);
  return relative === null
    ? size
    : t(changeMessages.withShare, { change: size, share: f.signedPercent(relative) });
}

/**
 * How a headline figure stands to those of several times; in one line, those that have none to hold it beside (rule 5).
 *
 * @param changeTo the time at `at`; null: it cannot be said
 */
export function besideTimes(
  view: View,
  times: readonly OtherTime[],
  changeTo: (at: number) => string | null,
): { readonly changes: readonly string[]; readonly missing: string | null } {
  const each = times.map(({ words }, at) => ({ words, change: changeTo(at) }));
  const without = each.filter(({ change }) => change === null).map(({ words }) => words);
  return {
    changes: each.flatMap(({ words, change }) => (change === null ? [] : [beside(view, words, change)])),
    missing: without.length === 0 ? null : view.t(changeMessages.noFigure, { periods: view.f.list(without) }),
  };
}

/** On a page what changes is the page's own time; in a report, whose totals are to date, its period is named. */
function beside({ t, f, period: own }: View, period: string, change: string): string {
  return own === null
    ? t(changeMessages.on, { change, period })
    : t(changeMessages.ofPeriod, { own: f.period(own.key), period, change });
}
