import type { FilterBarProps } from '../web/parts/filter-bar.tsx';
import { donorCodes } from './found.ts';
import { capitalised, labelOf } from './labels.ts';
import type { View } from './view.ts';

/** What a reader can choose from in the filters: what the portfolio has, in the order of the reader's alphabet. */
export function choicesOf(view: View): FilterBarProps['choices'] {
  const { facts, f } = view;
  const named = (by: 'pillar' | 'country' | 'donor', codes: Iterable<string>) =>
    [...new Set(codes)].map((value) => ({ value, label: labelOf(view, by, value) })).toSorted(byLabel);
  const byLabel = (a: { readonly label: string }, b: { readonly label: string }) =>
    f.compare(a.label, b.label);
  const places = new Set([
    ...facts.programs.flatMap((program) => program.places.map(({ code }) => code)),
    ...facts.results.flatMap(({ place }) => place ?? []),
    ...facts.transactions.flatMap(({ place }) => place ?? []),
  ]);
  const regions = [...places].filter((code) => code.startsWith('region:'));
  return {
    pillars: named(
      'pillar',
      facts.pillars.map(({ code }) => code),
    ),
    countries: named(
      'country',
      [...places].filter((code) => !code.startsWith('region:')),
    ),
    regions: named('country', regions),
    donors: named('donor', donorCodes(facts)),
    indicators: facts.indicators
      .map(({ code, name }) => ({ value: code, label: capitalised(view, f.text(name)) }))
      .toSorted(byLabel),
  };
}
