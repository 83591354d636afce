import type { Exact } from '../../core/decimal.ts';
import type { Figure } from '../../core/figure.ts';
import type { Qualifier } from '../../core/result.ts';
import type { Language } from '../../core/text.ts';
import { figureMessages } from './messages/figures.ts';
import type { NumberFormats } from './numbers.ts';
import { translator } from './translator.ts';

/** A figure as a source states it. */
export interface StatedFigure {
  readonly qualifier: Qualifier;
  readonly value: Exact;
  readonly valueHigh: Exact | null;
  readonly denominator: Exact | null;
}

export interface FigureFormats {
  /** "14 of 17": a ratio is its two numbers (rule 3). */
  pair(numerator: Exact, denominator: Exact): string;
  /** "14 of 17 (82%)"; of nothing, without a percentage. */
  pairWithPercent(numerator: number, denominator: number): string;
  /** A number in words already, with how sure it is: "about 45", "at least 13%". */
  qualified(qualifier: Exclude<Qualifier, 'range'>, written: string): string;
  /** From one number to another, in words already: "10 to 15". */
  range(low: string, high: string): string;
  /** One stated figure with its qualifier (rule 4): "15", "about 45", "at least 340", "10 to 15", "14 of 17". */
  stated(figure: StatedFigure): string;
  /** The number of a total alone, "123" or "14 of 17"; or, in words, why there is none (rules 3 and 5). */
  figureValue(figure: Figure): string;
  /** What must be said beside that number (rules 4 and 11), "of which 45 approximate and 22 undated"; null: nothing. */
  figureNote(figure: Figure): string | null;
  /** Both: "123, of which 45 approximate". */
  figure(figure: Figure): string;
}

export function figureFormats(language: Language, { number, percent }: NumberFormats): FigureFormats {
  const t = translator(language);

  const pair = (value: Exact, of: Exact) => t(figureMessages.pair, { value: number(value), of: number(of) });

  function qualified(qualifier: Exclude<Qualifier, 'range'>, value: string): string {
    switch (qualifier) {
      case 'exact':
        return value;
      case 'about':
        return t(figureMessages.about, { value });
      case 'at least':
        return t(figureMessages.atLeast, { value });
      case 'at most':
        return t(figureMessages.atMost, { value });
    }
  }

  const range = (low: string, high: string) => t(figureMessages.range, { low, high });

  function stated({ qualifier, value, valueHigh, denominator }: StatedFigure): string {
    const shown = denominator === null ? number(value) : pair(value, denominator);
    if (qualifier !== 'range') return qualified(qualifier, shown);
    // A range whose top the source does not give is a minimum.
    return valueHigh === null ? qualified('at least', shown) : range(number(value), number(valueHigh));
  }

  function figureValue({ value, denominator, missing }: Figure): string {
    if (value === null)
      return t(missing === 'not-additive' ? figureMessages.notAdditive : figureMessages.notReported);
    return denominator === null ? number(value) : pair(value, denominator);
  }

  function figureNote({ value, approximate, undated }: Figure): string | null {
    if (value === null) return null;
    const parts = { approximate: partOf(value, approximate), undated: partOf(value, undated) };
    if (parts.approximate === 'none' && parts.undated === 'none') return null;
    return t(figureMessages.note, {
      ...parts,
      approximateValue: number(approximate ?? 0),
      undatedValue: number(undated ?? 0),
    });
  }

  return {
    pair,
    pairWithPercent: (value, of) =>
      of === 0
        ? pair(value, of)
        : t(figureMessages.pairWithPercent, { pair: pair(value, of), percent: percent(value / of) }),
    qualified,
    range,
    stated,
    figureValue,
    figureNote,
    figure: (figure) => {
      const note = figureNote(figure);
      return note === null
        ? figureValue(figure)
        : t(figureMessages.valueAndNote, { value: figureValue(figure), note });
    },
  };
}

function partOf(value: Exact, part: Exact | null): 'none' | 'some' | 'all' {
  if (part === null || part === 0) return 'none';
  return part === value ? 'all' : 'some';
}
