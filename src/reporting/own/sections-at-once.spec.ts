import { OWN_SECTIONS, type OwnSectionName } from '../../core/report/own-report.ts';
import { BENEATH_A_FORM, ON_A_PAGE, sectionsAtOnce } from './sections-at-once.ts';

const of = (names: readonly OwnSectionName[], indicators: readonly string[] = []) => ({
  sections: names.map((name) => ({ name, heading: '', text: '' })),
  indicators,
});
const namesOf = (sections: readonly { readonly name: string }[]) => sections.map(({ name }) => name);

describe('the sections of a page', () => {
  it('are all of a report that fits', () => {
    const { shown, later } = sectionsAtOnce(of(['headlines', 'trend', 'map', 'targets']), ON_A_PAGE);
    expect([namesOf(shown), later]).toEqual([['headlines', 'trend', 'map', 'targets'], []]);
  });

  it('are the first of one that does not, and the others open by themselves', () => {
    const { shown, later } = sectionsAtOnce(of(OWN_SECTIONS), ON_A_PAGE);
    expect([...shown, ...later]).toEqual(of(OWN_SECTIONS).sections);
    // Half a mark, then 1, 1, 2, 1, 1, 1, 1 and 2: the targets would be one and a half more.
    expect(namesOf(shown)).toEqual(OWN_SECTIONS.slice(0, 9));
    expect(sectionsAtOnce(of(OWN_SECTIONS), BENEATH_A_FORM).shown).toHaveLength(5);
  });

  it('are fewer of several indicators, and never none', () => {
    const six = ['a', 'b', 'c', 'd', 'e', 'f'];
    const { shown, later } = sectionsAtOnce(of(['map', 'money'], six), ON_A_PAGE);
    expect([namesOf(shown), namesOf(later)]).toEqual([['map'], ['money']]);
  });
});
