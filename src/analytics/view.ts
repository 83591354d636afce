import type { Scope } from '../access/index.ts';
import type { Dimension } from '../core/aggregate.ts';
import type { Facts, Filter } from '../core/facts.ts';
import type { TransactionType } from '../core/funding.ts';
import { type Period, windowPosition } from '../core/period.ts';
import type { Day } from '../core/program.ts';
import type { ProgramTree } from '../core/program-tree.ts';
import { programTree } from '../core/program-tree.ts';
import type { Result, ResultKind } from '../core/result.ts';
import type { Language } from '../core/text.ts';
import { type Formats, formats } from '../web/i18n/formats.ts';
import { type Translate, translator } from '../web/i18n/translator.ts';
import { linksInSight } from './sight.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Where figures lead. Null where there is no page to lead to: a PDF that does not know the service's address. */
export interface Links {
  results(query: ResultRows): string | null;
  transactions(query: TransactionRows): string | null;
  result(id: string): string | null;
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
  readonly today: Day;
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
    cutOff: earlier(period?.to ?? filter.to ?? today, today),
    period: period ?? null,
    t: translator(language),
    f: formats(language),
    language,
    links: linksInSight(links, { scope, facts, tree }),
  };
}

function earlier(one: Day, other: Day): Day {
  return one < other ? one : other;
}

/** What counts as done: the filter, up to the cut-off. Targets reach beyond it and take the plain filter. */
export function doneFilter({ filter, cutOff }: View): Filter {
  return { ...filter, to: cutOff };
}

/** Whether a figure counts by the cut-off or, as a target does, reaches beyond it. */
export function isInSight({ cutOff }: View, { kind, periodEnd }: Result): boolean {
  return kind === 'target' || windowPosition(periodEnd, { to: cutOff }) === 'inside';
}

/** The same look at something narrower. */
export function narrowed(view: View, filter: Filter): View {
  return { ...view, filter: { ...view.filter, ...filter } };
}
