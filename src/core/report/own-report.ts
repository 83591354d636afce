import { askedWindow, isAskedPeriod } from '../asked-period.ts';
import type { Period, Window } from '../period.ts';
import type { Day } from '../program.ts';
import type { Block, Gap, Tile } from './block.ts';

/** All that a report of one's own can say, in the order in which it is offered. */
export const OWN_SECTIONS = [
  'headlines',
  'indicators',
  'trend',
  'map',
  'by-country',
  'by-pillar',
  'by-pillar-and-year',
  'by-donor',
  'by-program',
  'breakdowns',
  'targets',
  'money',
  'money-flow',
  'money-by-year',
  'money-by-pillar-and-year',
  'money-by-donor',
  'money-by-country',
  'balances',
  'programs-in-time',
  'programs',
  'gaps',
] as const;
export type OwnSectionName = (typeof OWN_SECTIONS)[number];

/** A section as somebody chose it; its words are shown as they were typed, and empty ones are none. */
export interface OwnSection {
  readonly name: OwnSectionName;
  /** In place of its usual heading. */
  readonly heading: string;
  readonly text: string;
}

/** What a report of one's own may be narrowed to. */
export const OWN_FILTERS = ['pillar', 'country', 'donor', 'program'] as const;
export type OwnFilterName = (typeof OWN_FILTERS)[number];
/** By name, as an address has them: none, one, or several. */
export type OwnFilter = Readonly<Partial<Record<OwnFilterName, readonly string[]>>>;

/** In place of the name of a period: the one that the report is asked for, which is each month's where it is sent. */
export const PERIOD_ASKED = 'asked';

/** What somebody wants to read, again and again. */
export interface OwnDefinition {
  readonly introduction: string;
  /** `asked`, or a name of a period (`isAskedPeriod`); what moves with the day moves with the end of the one asked for. */
  readonly period: string;
  /** Codes; none: the foremost that is reported. */
  readonly indicators: readonly string[];
  readonly filter: OwnFilter;
  /** In the order of the report. */
  readonly sections: readonly OwnSection[];
}

/** A report of one's own, with the name under which it is kept. */
export interface OwnReport {
  /** Part of its addresses, for good. */
  readonly slug: string;
  readonly title: string;
  readonly definition: OwnDefinition;
}

/** A section with what it says to one reader. */
export interface FilledSection extends OwnSection {
  readonly tiles: readonly Tile[];
  readonly blocks: readonly Block[];
  /** Null: it is not about gaps. */
  readonly gaps: readonly Gap[] | null;
}

export type OwnReportName = `own:${string}`;
const NAME = /^own:([a-z0-9]+(?:-[a-z0-9]+)*)$/;

/** The name of a report of one's own among all reports: at the command line, of subscriptions and of issues. */
export function ownReportName(slug: string): OwnReportName {
  return `own:${slug}`;
}

/**
 * Under which name a report of one's own is kept; null: it is none.
 *
 * @example ownSlugOf('own:ports-of-the-south') // 'ports-of-the-south'
 */
export function ownSlugOf(report: string): string | null {
  return NAME.exec(report)?.[1] ?? null;
}

/** Whether a text says which days a report is about. */
export function isOwnPeriod(text: string): boolean {
  return text === PERIOD_ASKED || isAskedPeriod(text);
}

/**
 * The days that a report of one's own is about.
 *
 * @param asked the period that it is asked for, up to the day that counts last
 * @throws DomainError `REPORT.UNKNOWN_PERIOD` (call) where `isOwnPeriod` says no
 * @example ownWindow('last-12-months', parsePeriod('2017-06'), 1) // { from: '2016-07-01', to: '2017-06-30' }
 */
export function ownWindow(period: string, asked: Pick<Period, 'from' | 'to'>, fiscalMonth: number): Window {
  if (period === PERIOD_ASKED) return { from: asked.from, to: asked.to };
  return askedWindow(period, { today: asked.to, fiscalMonth });
}

/** The last day that counts in a window, of what is asked for on a day. */
export function lastDayOf({ to }: Window, day: Day): Day {
  return to !== undefined && to < day ? to : day;
}

/**
 * What stands in words that were typed: paragraphs, which blank lines part.
 *
 * @example paragraphsOf('One.\n\nTwo,\nand more. ') // ['One.', 'Two,\nand more.']
 */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split(/\r?\n\s*\r?\n/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== '');
}
