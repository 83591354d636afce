import { figureInWords, indicatorLabel, type View, windowWords } from '../analytics/index.ts';
import { figureSaying, type MovedFigure, type Said } from '../core/report/moved-figures.ts';
import { type LocalText, textIn } from '../core/text.ts';
import { movedFigureMessages, movedWhy } from '../web/i18n/messages/moved-figures.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import type { SentFigures } from './sent-figures.ts';

/** What indicators are called of which the reader of a view sees nothing any more, by code. */
export type OtherNames = ReadonlyMap<string, LocalText>;

/** A figure in words: which it is, what it says, what it said, and why. */
export interface MovedWords {
  /** "Officials trained" */
  readonly name: string;
  /** "June 2017", "up to 30 June 2017" */
  readonly time: string;
  readonly was: string;
  readonly is: string;
  /** "reported late" */
  readonly why: string;
  /** All of it: "Officials trained, June 2017: the figure is now 512, was 12: reported late." */
  readonly sentence: string;
}

/** @param view of the same report and slice, in the language of its reader */
export function movedWords(
  view: View,
  sent: Pick<SentFigures, 'period' | 'cutOff' | 'own'>,
  figure: MovedFigure,
  others: OtherNames = new Map(),
): MovedWords {
  const { t, f } = view;
  const [was, is] = [figure.was, figure.is].map((said) => saidWords(view, figure, said)) as [string, string];
  const parts = {
    name: nameOf(view, figure, others),
    time: timeOf(view, sent, figure),
    why:
      figure.why.length === 0
        ? t(movedFigureMessages.recounted)
        : f.list(figure.why.map((cause) => t(movedWhy[cause]))),
  };
  const sentence =
    figure.was.value === null
      ? t(movedFigureMessages.appeared, { ...parts, now: is })
      : figure.is.value === null
        ? t(movedFigureMessages.gone, { ...parts, was })
        : t(movedFigureMessages.moved, { ...parts, was, now: is });
  return { ...parts, was, is, sentence };
}

function saidWords(view: View, { of }: MovedFigure, said: Said): string {
  if ('type' in of && said.value !== null) return view.f.money(said.value, view.names.reportingCurrency);
  return figureInWords(view, figureSaying(said));
}

function nameOf(view: View, { of }: MovedFigure, others: OtherNames): string {
  if ('type' in of) return view.t(totalsMessages[of.type]);
  const known = view.names.indicators.some(({ code }) => code === of.indicator);
  const other = others.get(of.indicator);
  if (known || other === undefined) return indicatorLabel(view, of.indicator);
  const name = textIn(other, view.language);
  return name.charAt(0).toLocaleUpperCase(view.f.locale) + name.slice(1);
}

function timeOf(
  view: View,
  { period, cutOff, own }: Pick<SentFigures, 'period' | 'cutOff' | 'own'>,
  { at }: MovedFigure,
): string {
  const { t, f } = view;
  if (at === 'period') return f.period(period.key);
  if (own?.window.from !== undefined) return windowWords(view, { ...own.window, to: cutOff });
  return t(movedFigureMessages.upTo, { day: f.day(cutOff) });
}
