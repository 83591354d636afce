import { daysWords, indicatorLabel, labelOf, type NamedView, resultForm } from '../analytics/index.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import type { DueFigure } from './due.use-case.ts';

/** What is due, in a reader's words. */
export function dueRowWords(view: NamedView) {
  const words = ({ indicator, program, place, from, to }: DueFigure) => ({
    indicator: indicatorLabel(view, indicator),
    program: labelOf(view, 'program', program),
    place: place === null ? view.t(totalsMessages.noPlaceRecorded) : labelOf(view, 'country', place),
    period: daysWords(view, { from, to }),
  });
  return {
    words,
    /** All of it in one line. */
    line(row: DueFigure): string {
      const { indicator, program, place, period } = words(row);
      return [indicator, program, place, period].join(' · ');
    },
    /** The path of its form, filled in. */
    form: (row: DueFigure): string => resultForm(view, row),
    program: (code: string): string => labelOf(view, 'program', code),
  };
}
