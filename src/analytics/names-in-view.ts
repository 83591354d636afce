import type { CodesUsed } from '../core/figures-of-gaps.ts';
import type { LocalText } from '../core/text.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { capitalised } from './labels.ts';
import type { View } from './view.ts';

/** A name that a view says, as its reader reads it, and where what is so called stands. */
export interface NameInView {
  readonly name: LocalText;
  readonly text: string;
  readonly href: string | null;
}

/**
 * What the indicators and units of a view's figures are called; and for the organisation, whose names they are to mend, the
 * organisations, pillars and regions too.
 */
export function namesInView(view: View, used: CodesUsed): readonly NameInView[] {
  const { names, f, links } = view;
  const indicators = names.indicators.filter(({ code }) => used.indicators.has(code));
  const said = (name: LocalText, href: string | null): NameInView => ({
    name,
    text: capitalised(view, f.text(name)),
    href,
  });
  const own = [
    ...indicators.map(({ code, name }) =>
      said(name, links.results({ kind: 'actual', filter: { indicator: code } })),
    ),
    ...uniqueUnits(indicators.map(({ unit }) => unit)).map((unit) => said(unit, null)),
  ];
  if (!readsAsOrganisation(view)) return own;
  return [
    ...own,
    ...names.organisations
      .filter(({ code }) => used.organisations.has(code))
      .map(({ code, name }) => said(name, used.funders.has(code) ? links.donor(code) : null)),
    ...names.pillars.filter(({ code }) => used.pillars.has(code)).map(({ name }) => said(name, null)),
    ...names.places.flatMap(({ code, name }) =>
      name !== null && used.places.has(code) ? [said(name, links.country(code))] : [],
    ),
  ];
}

function uniqueUnits(units: readonly LocalText[]): readonly LocalText[] {
  return [...new Map(units.map((unit) => [JSON.stringify(unit), unit])).values()];
}
