import { commonMessages } from '../web/i18n/messages/common.ts';
import type { TypedFilter } from '../web/parts/filter-bar.tsx';
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

/** The filter with the moment, as the filter bar shows them. */
export function filterAsTyped({ filter, known }: View): TypedFilter {
  return known.asked === null ? filter : { ...filter, 'as-of': known.asked };
}
