import type { Days } from '../core/entry/due.ts';
import type { Day } from '../core/program.ts';
import { precisionsOf } from '../core/span.ts';
import type { View } from './view.ts';

/** The form in which a programme is corrected; a path of ours. */
export function programForm(code: string): string {
  return `/entry/programs?${new URLSearchParams({ ref: code })}`;
}

/** The form in which an organisation of a programme is named. */
export function rolesForm(code: string): string {
  return `/entry/program-organisations?${new URLSearchParams({ program: code })}`;
}

/** The form for any figure of a programme. */
export function newResultForm(code: string): string {
  return `/entry/results?${new URLSearchParams({ program: code })}`;
}

/** The form in which a figure is corrected. */
export function correctionForm(id: string): string {
  return `/entry/results?${new URLSearchParams({ ref: id })}`;
}

/**
 * The form for a figure that was achieved, filled in as far as it is known.
 *
 * @example resultForm(view, { program: 'MAR', indicator: 'officials-trained', place: 'CR', from: '2017-06-01', to: '2017-06-30' })
 *   // '/entry/results?program=MAR&indicator=officials+trained&kind=actual&country_or_region=CR&period_start=2017-06&period_end=2017-06'
 */
export function resultForm(
  view: View,
  {
    program,
    indicator,
    place,
    from,
    to,
  }: Days & { readonly program: string; readonly indicator: string; readonly place: string | null },
): string {
  const name = view.names.indicators.find(({ code }) => code === indicator)?.name;
  return `/entry/results?${new URLSearchParams({
    program,
    indicator: name === undefined ? indicator : view.f.text(name),
    kind: 'actual',
    ...(place !== null && { country_or_region: place }),
    ...periodCells({ from, to }),
  })}`;
}

/** Months and years are written as such. */
function periodCells({ from, to }: Days) {
  const { start, end } = precisionsOf({ periodStart: from, periodEnd: to, datePrecision: 'year' });
  const written = (day: Day, precision: typeof start) =>
    precision === 'year' ? day.slice(0, 4) : precision === 'month' ? day.slice(0, 7) : day;
  return { period_start: written(from, start), period_end: written(to, end) };
}

/** Days in words: "June 2017", "April – June 2017". */
export function daysWords({ f }: Pick<View, 'f'>, { from, to }: Days): string {
  const { start, end } = precisionsOf({ periodStart: from, periodEnd: to, datePrecision: 'year' });
  return f.span({ start: from, startPrecision: start, end: to, endPrecision: end });
}
