import { makeFacts, makeIndicator, makePlace, makeProgram, makeResult } from '../../core/fixtures/facts.ts';
import { makeReferenceView } from '../fixtures/reference-view.ts';
import { mapBlock } from './results.ts';

/** Figures of the countries given, 10 in the first, 20 in the second and so on. */
const viewOf = (countries: readonly string[]) =>
  makeReferenceView({
    facts: makeFacts({
      places: countries.map((code) => makePlace(code)),
      programs: [makeProgram('P')],
      indicators: [makeIndicator('officials-trained', { people: 'persons' })],
      results: countries.map((place, at) =>
        makeResult(`r-${place}`, 'P', (at + 1) * 10, { indicator: 'officials-trained', place }),
      ),
    }),
  });

describe('the map', () => {
  it('names beside it the countries that it does not draw, with their figures', async () => {
    const { title, chart, notes, rows } = await mapBlock(
      viewOf(['FR', 'CR', 'KE', 'CL']),
      'officials-trained',
    );
    expect(title).toContain('on the map: most in Chile (40)');
    expect(chart?.type === 'map' && chart.points.map(({ key }) => key)).toEqual(['CL', 'CR']);
    expect(notes[0]).toBe('Not on this map of the Americas: Kenya 30 and France 10.');
    expect(rows).toHaveLength(4);
  });

  it('names six, the greatest first, and says how many others there are', async () => {
    const view = viewOf(['CR', 'FR', 'DE', 'ES', 'IT', 'PT', 'GB', 'IE', 'NL']);
    expect((await mapBlock(view, 'officials-trained')).notes[0]).toBe(
      'Not on this map of the Americas: Netherlands 90, Ireland 80, United Kingdom 70, Portugal 60, Italy 50, Spain 40 and 2 other countries.',
    );
  });

  it('says nothing where it draws them all, and is none where it draws nothing', async () => {
    expect((await mapBlock(viewOf(['CR', 'CL']), 'officials-trained')).notes.join()).not.toContain('map');
    const { chart, notes } = await mapBlock(viewOf(['FR']), 'officials-trained');
    expect([chart, notes[0]]).toEqual([null, 'Not on this map of the Americas: France 10.']);
  });
});
