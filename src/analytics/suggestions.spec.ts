import { makeFacts, makeOrganisation, makePlace, makeProgram, shares } from '../core/fixtures/facts.ts';
import { donorScope } from '../core/fixtures/scopes.ts';
import { scopedFacts } from '../core/visibility/scoped-facts.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { suggestionsOf } from './suggestions.ts';

const funding = (organisation: string) => ({ organisation, role: 'funding' }) as const;
const places = ['DO', 'DM', 'CR', 'HN'];
/** What runs in all places but Honduras, for three donors, two of which are called the same. */
const facts = makeFacts({
  places: places.map((code) => makePlace(code)),
  organisations: [
    ...['Republic of Italy', 'Italy', 'Canada'].map((name) => makeOrganisation(name, 'government', null)),
    { ...makeOrganisation('Italy', 'government', null), code: 'italy-2' },
  ],
  programs: [
    makeProgram('TOUR', {
      title: { en: 'Safe tourism', es: 'Turismo seguro' },
      organisations: ['republic-of-italy', 'italy', 'italy-2'].map(funding),
      places: shares(places.slice(0, 3).join('; ')),
    }),
    ...Array.from({ length: 14 }, (_, at) => makeProgram(`P-${String(at).padStart(2, '0')}`)),
  ],
});
const view = makeReferenceView({ facts });
const typed = async (field: Parameters<typeof suggestionsOf>[1], text: string) =>
  (await suggestionsOf(view, field, text)).rows.map(({ label, typed: value }) => [label, value]);

describe('suggestions', () => {
  it('are what a word of a name or a code begins with, in any language, without accents and capitals', async () => {
    expect(await typed('country', 'REPÚBLICA dom')).toEqual([['Dominican Republic', 'Dominican Republic']]);
    expect(await typed('country', 'cr')).toEqual([['Costa Rica', 'Costa Rica']]);
    expect(await typed('program', 'segúro')).toEqual([['Safe tourism', 'TOUR']]);
  });

  it('begin with what begins so, and give the code where a name is not one’s own', async () => {
    expect(await typed('donor', 'ital')).toEqual([
      ['Italy', 'italy'],
      ['Italy', 'italy-2'],
      ['Republic of Italy', 'Republic of Italy'],
    ]);
    expect(await typed('country', 'dominica')).toEqual([
      ['Dominica', 'Dominica'],
      ['Dominican Republic', 'Dominican Republic'],
    ]);
  });

  it('name only what the portfolio has for its reader', async () => {
    // Nothing runs in Honduras, and Canada funds nothing.
    expect(await typed('country', 'hondu')).toEqual([]);
    expect(await suggestionsOf(view, 'donor', 'canada')).toEqual({
      rows: [],
      total: 0,
      said: 'Nothing is called so',
    });
    const scope = donorScope('italy');
    const seen = scopedFacts(scope, facts, facts);
    const own = makeReferenceView({ scope, facts: seen });
    expect((await suggestionsOf(own, 'donor', 'ital')).rows.map(({ key }) => key)).toEqual(['italy']);
    expect((await suggestionsOf(own, 'program', 'p-')).rows).toEqual([]);
  });

  it('are ten, and say how many there are', async () => {
    const { rows, total, said } = await suggestionsOf(view, 'program', 'p-');
    expect([rows.length, total, said]).toEqual([10, 14, 'The first 10 of 14: type on']);
  });
});
