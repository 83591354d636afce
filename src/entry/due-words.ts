import { daysWords, indicatorLabel, labelOf, type NamedView, resultForm } from '../analytics/index.ts';
import { tableHolding } from '../core/entry/entry-table.ts';
import { wordOf } from '../programs/index.ts';
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
    /** The path of the table that holds most of what is due of a programme, its indicators named. */
    table(code: string, rows: readonly DueFigure[]): string {
      const asked = tableHolding(rows);
      return `/entry/table?${new URLSearchParams({
        program: code,
        ...(asked !== null && {
          across: asked.across,
          period: asked.period,
          ...(asked.place !== null && { place: asked.place }),
          indicators: asked.indicators.map((each) => indicatorWord(view, each)).join('\n'),
        }),
      })}`;
    },
    program: (code: string): string => labelOf(view, 'program', code),
  };
}

/** As a row of a table names it. */
function indicatorWord(view: NamedView, code: string): string {
  const name = view.names.indicators.find((indicator) => indicator.code === code)?.name;
  return name === undefined ? code : wordOf(code, name);
}
