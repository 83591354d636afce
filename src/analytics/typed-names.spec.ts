import { makeFacts, makeOrganisation, makePlace, makeProgram } from '../core/fixtures/facts.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { codesForNames } from './typed-names.ts';

const view = makeReferenceView({
  facts: makeFacts({
    places: [makePlace('DO'), makePlace('DM'), makePlace('CR'), makePlace('region:caribbean')],
    organisations: ['Italy', 'Italy and Spain', 'Canada'].map((name) =>
      makeOrganisation(name, 'government', null),
    ),
    programs: [
      makeProgram('P', {
        organisations: ['italy', 'italy-and-spain'].map((organisation) => ({
          organisation,
          role: 'funding',
        })),
      }),
    ],
  }),
});

const read = (query: Parameters<typeof codesForNames>[0]) => codesForNames(query, view);

describe('a typed name', () => {
  it.each([
    ['DO', 'DO'],
    ['República Dominicana', 'DO'],
    ['REPUBLICA DOM', 'DO'],
    ['Dominican Republic', 'DO'],
    // Dominica is a part of the other's name, and a name itself.
    ['dominica', 'DM'],
    ['costa', 'CR'],
  ])('%s is %s', async (country, code) => {
    expect(await read({ country, from: '2017-01-01' })).toEqual({
      query: { country: code, from: '2017-01-01' },
      faults: [],
    });
  });

  it('stands beside others, each for its own code', async () => {
    expect(await read({ country: ['costa', 'DO', 'nowhere'], donor: ['Italy', 'italy'] })).toEqual({
      query: { country: ['CR', 'DO', 'nowhere'], donor: 'italy' },
      faults: [],
    });
  });

  it('that several have is told, with whose it may be', async () => {
    const { query, faults } = await read({ country: 'domini', donor: 'ital' });
    expect(query).toEqual({ country: 'domini', donor: 'ital' });
    expect(faults).toEqual([
      {
        parameter: 'country',
        reason: 'several',
        value: 'domini',
        near: 'Dominican Republic (DO), Dominica (DM)',
      },
      {
        parameter: 'donor',
        reason: 'several',
        value: 'ital',
        near: 'Italy (italy), Italy and Spain (italy-and-spain)',
      },
    ]);
  });

  it('of whoever funds nothing is none, and too short a part is none either', async () => {
    expect(await read({ donor: 'Canada', country: 'do' })).toEqual({
      query: { donor: 'Canada', country: 'do' },
      faults: [],
    });
  });
});
