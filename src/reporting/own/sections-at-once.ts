import type { OwnDefinition, OwnSection, OwnSectionName } from '../../core/report/own-report.ts';

/** What a section weighs on a page, in the marks of a plain chart; each indicator has its own of some. */
const WEIGHTS: Readonly<Record<OwnSectionName, { readonly each: number; readonly perIndicator: boolean }>> = {
  headlines: { each: 0.5, perIndicator: false },
  indicators: { each: 1, perIndicator: false },
  trend: { each: 1, perIndicator: true },
  map: { each: 2, perIndicator: true },
  'by-country': { each: 1, perIndicator: true },
  'by-pillar': { each: 1, perIndicator: true },
  'by-pillar-and-year': { each: 2, perIndicator: true },
  'by-donor': { each: 1, perIndicator: true },
  'by-program': { each: 1, perIndicator: true },
  breakdowns: { each: 2, perIndicator: true },
  targets: { each: 1.5, perIndicator: false },
  money: { each: 1, perIndicator: false },
  'money-flow': { each: 3, perIndicator: false },
  'money-by-year': { each: 1, perIndicator: false },
  'money-by-pillar-and-year': { each: 2, perIndicator: false },
  'money-by-donor': { each: 1, perIndicator: false },
  'money-by-country': { each: 1, perIndicator: false },
  balances: { each: 2, perIndicator: false },
  'programs-in-time': { each: 1.5, perIndicator: false },
  programs: { each: 3, perIndicator: false },
  gaps: { each: 2, perIndicator: false },
};

/** A page holds so much (docs/decisions/pages-stay-pages.md); a form with a preview beneath it less. */
export const ON_A_PAGE = 11;
export const BENEATH_A_FORM = 6;

/**
 * The sections that a page shows at once, the first ones of a report, and those that open by themselves. The first is
 * always there, whatever it weighs.
 *
 * @param most `ON_A_PAGE`, `BENEATH_A_FORM`
 */
export function sectionsAtOnce(
  { sections, indicators }: Pick<OwnDefinition, 'sections' | 'indicators'>,
  most: number,
): { readonly shown: readonly OwnSection[]; readonly later: readonly OwnSection[] } {
  const leads = Math.max(1, indicators.length);
  let weight = 0;
  const from = sections.findIndex(({ name }, at) => {
    const { each, perIndicator } = WEIGHTS[name];
    weight += each * (perIndicator ? leads : 1);
    return at > 0 && weight > most;
  });
  const end = from < 0 ? sections.length : from;
  return { shown: sections.slice(0, end), later: sections.slice(end) };
}
