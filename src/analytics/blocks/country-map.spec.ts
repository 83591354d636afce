import { makeReferenceView } from '../fixtures/reference-view.ts';
import { narrowed } from '../view.ts';
import { countryMapBlock } from './country-map.ts';

const mapOf = (country: string) => {
  const here = narrowed(makeReferenceView(), { country });
  return countryMapBlock(here, country, 'short');
};

describe('the map of a country', () => {
  it('shows where it is, with the total of its foremost indicator', async () => {
    const block = await mapOf('CR');
    // 7 and 30 of the programme against irregular migration.
    expect(block?.chart).toMatchObject({
      type: 'map',
      focus: 'CR',
      points: [{ key: 'CR', label: 'Costa Rica', value: 37, valueLabel: '37' }],
    });
    expect(block?.rows.map(({ key, cells }) => [key, cells[1]?.raw])).toEqual([['CR', 37]]);
    expect(block?.isSentence).toBeUndefined();
  });

  it('is none of a region, nor of a country in which nothing is reported', async () => {
    expect(await mapOf('region:oas-member-states')).toBeNull();
    expect(await mapOf('CA')).toBeNull();
  });
});
