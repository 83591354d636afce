import { makeFacts, makePlace, makeProgram, makeTransaction } from '../../core/fixtures/facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { fundingBlock } from './funding.ts';

/** What is headed of 100 dollars, of which the places have these shares. */
const titleWith = async (places: readonly (readonly [code: string, share: string])[]) => {
  const facts = makeFacts({
    places: places.map(([code]) => makePlace(code)),
    programs: [makeProgram('P', { places: places.map(([code, share]) => ({ code, share })) })],
    transactions: [makeTransaction('t1', 'P', 10_000, { provider: null })],
  });
  return (await fundingBlock(makeReferenceView({ facts }), 'disbursement', 'country')).title;
};

describe('money by place', () => {
  it('is headed by the country that stands first, and by a region that has more as a region', async () => {
    expect(
      await titleWith([
        ['CR', '25'],
        ['HN', '15'],
        ['region:oas', '60'],
      ]),
    ).toBe(
      'Disbursements by country or region: most to Costa Rica (US$25) among countries and to region:oas (US$60) among regions',
    );
  });

  it('is headed by the country alone where it has most, and by a region where no country has any', async () => {
    expect(
      await titleWith([
        ['CR', '70'],
        ['region:oas', '30'],
      ]),
    ).toBe('Disbursements by country or region: most to Costa Rica (US$70)');
    expect(await titleWith([['region:oas', '100']])).toBe(
      'Disbursements by country or region: all to region:oas (US$100)',
    );
  });
});
