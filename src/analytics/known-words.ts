import type { PeriodPreset } from '../core/asked-period.ts';
import { periodKeyOf } from '../core/period.ts';
import { commonMessages } from '../web/i18n/messages/common.ts';
import type { TypedFilter } from '../web/parts/filter-bar.tsx';
import type { ChosenPeriod } from '../web/parts/period-bar.tsx';
import { latestYear } from './asked-time.ts';
import { windowWords } from './changes.ts';
import { isKnownAtCutOff, type View } from './view.ts';

/** Both dates of a total in a sentence; null where they are the same day. */
export function knownSentence(view: View): string | null {
  const { t, f, cutOff } = view;
  return isKnownAtCutOff(view)
    ? null
    : t(commonMessages.known, { day: f.day(cutOff), moment: knownMoment(view) });
}

/** What stands first where a moment of the past was asked for; null where none was. */
export function pastSentence(view: View): string | null {
  return view.known.asked === null ? null : view.t(commonMessages.knownThen, { moment: knownMoment(view) });
}

/** "28 November 2026 at 14:03 GMT-5" */
export function knownMoment({ f, known }: View): string {
  return f.moment(known.at, known.timeZone);
}

/** The time of a page, as its bar of periods shows it. */
export function chosenPeriod({ asked, filter }: View): ChosenPeriod {
  const usual = asked.isUsual ? (periodKeyOf(filter) ?? 'to-date') : null;
  return { asked: asked.period, usual, compare: asked.compare };
}

/** The time of a page that is of everything to date where nobody asks for another. */
export interface OwnTime {
  /** The time in words; null: everything to date. */
  readonly words: string | null;
  readonly chosen: ChosenPeriod;
  /** Which of the periods that move with the day are offered. */
  readonly presets: readonly PeriodPreset[];
}

/** @param view narrowed to what the page is about */
export async function ownTime(view: View, presets: readonly PeriodPreset[]): Promise<OwnTime> {
  const { asked, filter, today } = view;
  const { from, to, ...others } = filter;
  const isToDate = from === undefined && to === undefined;
  const usual = asked.period === null && isToDate ? 'to-date' : null;
  const latest = await latestYear(view, { ...others, to: today });
  return {
    words: isToDate ? null : windowWords(view, filter),
    chosen: { asked: asked.period, usual, compare: asked.compare, latest },
    presets,
  };
}

/** The filter as its reader asked for it, as the filter bar shows it: days only where days were asked for. */
export function filterAsTyped({ filter, known, asked }: View): TypedFilter {
  const { from, to, ...others } = filter;
  const days = asked.period === null && !asked.isUsual;
  return {
    ...others,
    ...(days && from !== undefined && { from }),
    ...(days && to !== undefined && { to }),
    ...(asked.period !== null && { period: asked.period }),
    ...(known.asked !== null && { 'as-of': known.asked }),
  };
}
