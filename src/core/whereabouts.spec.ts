import { makeFacts, makeMembership, makePlace, makeProgram, shares } from './fixtures/facts.ts';
import { referencePortfolio } from './fixtures/reference-portfolio.ts';
import { astrayIn } from './whereabouts.ts';

const facts = makeFacts({
  places: ['CR', 'HN', 'CL', 'FR']
    .map((code) => makePlace(code))
    .concat([
      makePlace('region:central-america', ['CR', 'HN']),
      makePlace('region:south', ['CL']),
      makePlace('region:elsewhere'),
      makePlace('region:oas-member-states'),
    ]),
  memberships: ['CR', 'HN', 'CL'].map((country) => makeMembership(country, '1951-12-13')),
  programs: [
    makeProgram('ISTHMUS', { places: shares('region:central-america') }),
    makeProgram('COSTA', { places: shares('CR'), start: '2017-01-01' }),
    makeProgram('COSTA-SUR', { parent: 'COSTA', places: shares('CL') }),
    makeProgram('COSTA-ALL', { parent: 'COSTA' }),
    makeProgram('MEMBERS', { places: shares('region:oas-member-states') }),
    makeProgram('ANYWHERE'),
  ],
});

const astray = (program: string, place: string | null, periodEnd: string | null = '2017-06-30') =>
  astrayIn(facts)({ program, place, periodEnd });

describe('a figure astray', () => {
  it('stands where its programme does not run', () => {
    expect(astray('ISTHMUS', 'CL')).toEqual(['elsewhere']);
    expect(astray('ISTHMUS', 'region:south')).toEqual(['elsewhere']);
    expect(astray('COSTA', 'HN')).toEqual(['elsewhere']);
    expect(astray('COSTA-SUR', 'CR')).toEqual(['elsewhere']);
    expect(astray('COSTA-ALL', 'HN')).toEqual(['elsewhere']);
    expect(astray('MEMBERS', 'FR')).toEqual(['elsewhere']);
  });

  it('is not one in a country of its region, in a region around it, or where an activity runs', () => {
    expect(astray('ISTHMUS', 'HN')).toEqual([]);
    expect(astray('COSTA', 'region:central-america')).toEqual([]);
    expect(astray('COSTA', 'CL')).toEqual([]);
    expect(astray('COSTA-ALL', 'CR')).toEqual([]);
    expect(astray('MEMBERS', 'CL')).toEqual([]);
  });

  it('is not one where nothing is known to the contrary', () => {
    expect(astray('ANYWHERE', 'CL')).toEqual([]);
    expect(astray('COSTA', null)).toEqual([]);
    expect(astray('COSTA', 'region:elsewhere')).toEqual([]);
  });

  it('is of a period that ended before its programme began', () => {
    expect(astray('COSTA', 'CR', '2016-12-31')).toEqual(['before-start']);
    expect(astray('COSTA', 'CR', '2017-01-01')).toEqual([]);
    expect(astray('COSTA', 'CR', null)).toEqual([]);
    expect(astray('COSTA', 'HN', '2016-12-31')).toEqual(['elsewhere', 'before-start']);
  });

  it('is none of the reference portfolio', () => {
    const astrayThere = astrayIn(referencePortfolio);
    expect(referencePortfolio.results.filter((result) => astrayThere(result).length > 0)).toEqual([]);
  });
});
