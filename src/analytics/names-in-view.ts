import type { LocalText } from '../core/text.ts';
import { selectedResults } from './blocks/rows.ts';
import { capitalised, programLabel } from './labels.ts';
import { programsInView, withoutDates } from './programs-in-view.ts';
import { readsAsOrganisation } from './sight.ts';
import type { View } from './view.ts';

/** A name that a view says, as its reader reads it, and where what is so called stands. */
export interface NameInView {
  readonly name: LocalText;
  readonly text: string;
  readonly href: string | null;
}

/**
 * What the programmes of a view, and the indicators and units of its figures, are called; and for the organisation, whose
 * names they are to mend, the organisations, pillars and regions too.
 */
export function namesInView(view: View): readonly NameInView[] {
  const { facts, f, links } = view;
  const programs = programsInView(view);
  const results = selectedResults(view, { filter: withoutDates(view) });
  const counted = new Set(results.map(({ indicator }) => indicator));
  const indicators = facts.indicators.filter(({ code }) => counted.has(code));
  const said = (name: LocalText, href: string | null): NameInView => ({
    name,
    text: capitalised(view, f.text(name)),
    href,
  });
  const own = [
    ...programs.map(({ code, title }) => ({
      name: title,
      text: programLabel(view, code),
      href: links.program(code),
    })),
    ...indicators.map(({ code, name }) =>
      said(name, links.results({ kind: 'actual', filter: { indicator: code } })),
    ),
    ...uniqueUnits(indicators.map(({ unit }) => unit)).map((unit) => said(unit, null)),
  ];
  if (!readsAsOrganisation(view)) return own;
  const inView = programs.map(({ code }) => view.tree.effective(code));
  const taking = programs.flatMap(({ organisations }) =>
    organisations.map(({ organisation }) => organisation),
  );
  const funders = new Set(inView.flatMap((each) => each.funders));
  const organisations = new Set([...funders, ...taking]);
  const pillars = new Set(inView.flatMap((each) => each.pillars.map(({ code }) => code)));
  const places = new Set([
    ...inView.flatMap((each) => each.places.map(({ code }) => code)),
    ...results.flatMap(({ place }) => place ?? []),
  ]);
  return [
    ...own,
    ...facts.organisations
      .filter(({ code }) => organisations.has(code))
      .map(({ code, name }) => said(name, funders.has(code) ? links.donor(code) : null)),
    ...facts.pillars.filter(({ code }) => pillars.has(code)).map(({ name }) => said(name, null)),
    ...facts.places.flatMap(({ code, name }) =>
      name !== null && places.has(code) ? [said(name, links.country(code))] : [],
    ),
  ];
}

function uniqueUnits(units: readonly LocalText[]): readonly LocalText[] {
  return [...new Map(units.map((unit) => [JSON.stringify(unit), unit])).values()];
}
