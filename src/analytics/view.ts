import type { Scope } from '../access/index.ts';
import type { Dimension } from '../core/aggregate.ts';
import { type Comparison, comparedWindow } from '../core/asked-period.ts';
import type { Filter } from '../core/facts.ts';
import type { Figures, Names } from '../core/figures.ts';
import type { ProgramStanding } from '../core/figures-of-programs.ts';
import type { TransactionType } from '../core/funding.ts';
import type { Period, Window } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { ResultKind } from '../core/result.ts';
import type { InEachLanguage, Language } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import { type Formats, formats } from '../web/i18n/formats.ts';
import { type Translate, translator } from '../web/i18n/translator.ts';
import { linksInSight } from './links-in-sight.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where figures lead. Null where there is no page to lead to: a PDF that does not know the service's address. */
export interface Links {
  results(query: ResultRows): string | null;
  transactions(query: TransactionRows): string | null;
  result(id: string): string | null;
  /** What somebody attached to a figure. */
  evidence(piece: string): string | null;
  transaction(id: string): string | null;
  /** A text, and what it said before. */
  narrative(id: string): string | null;
  program(code: string): string | null;
  country(code: string): string | null;
  donor(code: string): string | null;
  indicator(code: string): string | null;
  pillar(code: string): string | null;
  /** The programmes of a filter, as a list. */
  programs(filter: Filter): string | null;
  /** The rows behind a figure, at an address that can be typed (`proofPath`). */
  proof(what: string, filter: Filter): string | null;
}

/** Those that a reader may follow: to a programme it depends on what the figures say of it. */
export interface LinksInSight extends Omit<Links, 'program'> {
  program(standing: Pick<ProgramStanding, 'code' | 'isReadable'>): string | null;
}

/** The rows behind a figure: a total, or with `by` and `key` one row of it. */
export interface ResultRows {
  readonly filter: Filter;
  readonly kind: ResultKind;
  readonly by?: Dimension;
  readonly key?: string;
}

export interface TransactionRows {
  readonly filter: Filter;
  readonly type: TransactionType;
  readonly by?: Dimension;
  readonly key?: string;
}

/** The second date of every total: the moment as known at which it counts (rule 1). */
export interface Known {
  readonly at: Date;
  /** As it was asked for; null: as known now. */
  readonly asked: string | null;
  /** In which days begin and end. */
  readonly timeZone: string;
}

/** Which time a page's figures are of, and beside which other time they stand. */
export interface AskedTime {
  /** The name by which it was asked for; null: by days, or not at all. */
  readonly period: string | null;
  /** Nobody asked for any: it is the latest year in which something was reported. */
  readonly isUsual: boolean;
  readonly compare: Comparison | null;
}

/** Everything to date, or the days of the filter, beside nothing else. */
export const AS_FILTERED: AskedTime = { period: null, isUsual: false, compare: null };

/** One reader's look at the portfolio: what is asked, until when, in which language, and where figures lead. */
export interface View {
  /** Whose eyes the figures are read with. */
  readonly scope: Scope;
  readonly figures: Figures;
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  /** What the reader asked for; `to` is not filled in. */
  readonly filter: Filter;
  /** How the filter came to its days. */
  readonly asked: AskedTime;
  /** The day on which it is asked, or as of which. */
  readonly today: Day;
  /** The data cut-off: the last day that counts. */
  readonly cutOff: Day;
  /** Up to when approvals and corrections are in it. */
  readonly known: Known;
  /** The report's period; null on the dashboard, where the filter has the dates. */
  readonly period: Period | null;
  /** Whether it is a report, in which a programme that begins after the cut-off is not (rule 11). */
  readonly isReport: boolean;
  /** Whether it is printed, and may be passed on: texts for the organisation alone are not in it. */
  readonly isPaper: boolean;
  readonly t: Translate;
  readonly f: Formats;
  readonly language: Language;
  /** Whose figures these are. */
  readonly organisation: InEachLanguage<string>;
  readonly links: LinksInSight;
}

export interface ViewRequest {
  readonly scope: Scope;
  readonly figures: Figures;
  readonly names: Names;
  readonly vocabulary: Vocabulary;
  readonly filter: Filter;
  /** The day on which it is asked, or as of which. */
  readonly today: Day;
  readonly known: Known;
  readonly language: Language;
  readonly organisation: InEachLanguage<string>;
  readonly links: Links;
  readonly period?: Period;
  /** Without one: whether it has a period. */
  readonly isReport?: boolean;
  readonly asked?: AskedTime;
}

/** The cut-off is the end of the window or of the report's period, but never later than today (rule 1). */
export function makeView({
  scope,
  figures,
  names,
  vocabulary,
  filter,
  today,
  known,
  language,
  organisation,
  links,
  period,
  isReport = period !== undefined,
  asked = AS_FILTERED,
}: ViewRequest): View {
  return {
    scope,
    figures,
    names,
    vocabulary,
    filter,
    asked,
    today,
    cutOff: cutOffOf({ ...filter, ...(period !== undefined && { to: period.to }) }, today),
    known,
    period: period ?? null,
    isReport,
    isPaper: false,
    t: translator(language),
    f: formats(language),
    language,
    organisation,
    links: linksInSight(links, { scope }),
  };
}

/** The two dates that every answer says: to which day it counts, and as known when. */
export function datesOf({ cutOff, known }: View): { readonly cutOff: Day; readonly asOf: string } {
  return { cutOff, asOf: known.at.toISOString() };
}

/**
 * Whether both dates are the same day: only then may be said that what was approved by the cut-off is all that counts
 * (rule 1).
 */
export function isKnownAtCutOff({ cutOff, known }: Pick<View, 'cutOff' | 'known'>): boolean {
  return dayIn(known.at.getTime(), known.timeZone) === cutOff;
}

/** The last day that counts: the end of the window, but never later than today. */
export function cutOffOf({ to }: Filter, today: Day): Day {
  return to !== undefined && to < today ? to : today;
}

/** What counts as done: the filter, up to the cut-off. Targets reach beyond it and take the plain filter. */
export function doneFilter({ filter, cutOff }: View): Filter {
  return { ...filter, to: cutOff };
}

/** The days that a view's figures are held against; null: there are none. */
export function comparedDays({ filter, today }: View, how: Comparison): Window | null {
  return comparedWindow(filter, how, today);
}

/** What counted in other days than those of the view. */
export function filterIn({ filter }: View, { from, to }: Window): Filter {
  const { from: _from, to: _to, ...others } = filter;
  return { ...others, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

/** The same look at something narrower. */
export function narrowed(view: View, filter: Filter): View {
  return { ...view, filter: { ...view.filter, ...filter } };
}

/** The same look for paper. */
export function forPaper(view: View): View {
  return { ...view, isPaper: true };
}
