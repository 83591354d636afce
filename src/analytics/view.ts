import type { Scope } from '../access/index.ts';
import type { Dimension } from '../core/aggregate.ts';
import type { Facts, Filter } from '../core/facts.ts';
import type { TransactionType } from '../core/funding.ts';
import { type Period, windowPosition } from '../core/period.ts';
import type { Day, Program } from '../core/program.ts';
import type { ProgramTree } from '../core/program-tree.ts';
import { programTree } from '../core/program-tree.ts';
import type { Result, ResultKind } from '../core/result.ts';
import type { Language } from '../core/text.ts';
import { dayIn } from '../core/time-zone.ts';
import { type Formats, formats } from '../web/i18n/formats.ts';
import { type Translate, translator } from '../web/i18n/translator.ts';
import { linksInSight } from './sight.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where figures lead. Null where there is no page to lead to: a PDF that does not know the service's address. */
export interface Links {
  results(query: ResultRows): string | null;
  transactions(query: TransactionRows): string | null;
  result(id: string): string | null;
  transaction(id: string): string | null;
  program(code: string): string | null;
  country(code: string): string | null;
  donor(code: string): string | null;
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

/** One reader's look at the facts: what is asked, until when, in which language, and where figures lead. */
export interface View {
  /** Whose eyes the facts are read with. */
  readonly scope: Scope;
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  readonly tree: ProgramTree;
  /** What the reader asked for; `to` is not filled in. */
  readonly filter: Filter;
  /** The data cut-off: the last day that counts. */
  readonly cutOff: Day;
  /** Up to when approvals and corrections are in it. */
  readonly known: Known;
  /** The report's period; null on the dashboard, where the filter has the dates. */
  readonly period: Period | null;
  readonly t: Translate;
  readonly f: Formats;
  readonly language: Language;
  readonly links: Links;
}

export interface ViewRequest {
  readonly scope: Scope;
  readonly facts: Facts;
  readonly vocabulary: Vocabulary;
  readonly filter: Filter;
  /** The day on which it is asked, or as of which. */
  readonly today: Day;
  readonly known: Known;
  readonly language: Language;
  readonly links: Links;
  readonly period?: Period;
}

/** The cut-off is the end of the window or of the report's period, but never later than today (rule 1). */
export function makeView({
  scope,
  facts,
  vocabulary,
  filter,
  today,
  known,
  language,
  links,
  period,
}: ViewRequest): View {
  const tree = programTree(facts.programs);
  return {
    scope,
    facts,
    vocabulary,
    tree,
    filter,
    cutOff: cutOffOf({ ...filter, ...(period !== undefined && { to: period.to }) }, today),
    known,
    period: period ?? null,
    t: translator(language),
    f: formats(language),
    language,
    links: linksInSight(links, { scope, facts, tree }),
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

/** Whether a programme is in what a view shows: one that begins after a report's cut-off is not in that report (rule 11). */
export function hasBegun({ period, cutOff }: View, { start }: Program): boolean {
  return period === null || start === null || start <= cutOff;
}

/** Whether a figure counts by the cut-off or, as a target does, reaches beyond it. */
export function isInSight({ cutOff }: View, { kind, periodEnd }: Result): boolean {
  return kind === 'target' || windowPosition(periodEnd, { to: cutOff }) === 'inside';
}

/** The same look at something narrower. */
export function narrowed(view: View, filter: Filter): View {
  return { ...view, filter: { ...view.filter, ...filter } };
}
