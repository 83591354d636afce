import { PERIOD_PRESETS, type PeriodPreset } from '../core/asked-period.ts';
import { isRegion } from '../core/dimension.ts';
import type { Choices } from '../web/parts/choice-field.tsx';
import { capitalised, labelOf } from './labels.ts';
import type { View } from './view.ts';

/** What a reader can choose from in the filters: what the portfolio has, in the order of the reader's alphabet. */
export async function choicesOf(view: View): Promise<Choices> {
  const { figures, names, f } = view;
  const { places, donors } = await figures.codesInUse();
  const named = (by: 'pillar' | 'country' | 'donor', codes: readonly string[]) =>
    codes.map((value) => ({ value, label: labelOf(view, by, value) })).toSorted(byLabel);
  const byLabel = (a: { readonly label: string }, b: { readonly label: string }) =>
    f.compare(a.label, b.label);
  return {
    pillars: named(
      'pillar',
      names.pillars.map(({ code }) => code),
    ),
    countries: named(
      'country',
      places.filter((code) => !isRegion(code)),
    ),
    regions: named('country', places.filter(isRegion)),
    donors: named('donor', donors),
    indicators: names.indicators
      .map(({ code, name }) => ({ value: code, label: capitalised(view, f.text(name)) }))
      .toSorted(byLabel),
  };
}

/**
 * Which of the periods that move with the day are offered: a fiscal year that is the calendar's once.
 *
 * @param fiscalMonth 1 to 12, with which the organisation's fiscal year begins
 */
export function presetsOf({ fiscalMonth }: { readonly fiscalMonth: number }): readonly PeriodPreset[] {
  return PERIOD_PRESETS.filter((key) => key !== 'this-fiscal-year' || fiscalMonth !== 1);
}
