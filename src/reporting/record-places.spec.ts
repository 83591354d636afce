import { EVERYTHING } from '../access/index.ts';
import { factsFigures } from '../analytics/facts-figures.ts';
import type { Facts } from '../core/facts.ts';
import { namesOf } from '../core/figures.ts';
import { recordPlaces } from './record-places.ts';

const facts = {
  programs: [
    { code: 'NET-POL', title: { en: 'Networks 𒀀' }, summary: null, pillars: [] },
    { code: 'ABC', title: { en: 'Roads', es: 'Caminos' }, summary: { en: 'x', fr: 'y 𒀁' }, pillars: [] },
  ],
  organisations: [{ code: 'canada', name: { en: 'Canada' } }],
  pillars: [],
  places: [],
  indicators: [],
  results: [{ id: 'r1', note: null, evidence: [{ kind: 'sheet', title: { en: 'Sheet 𒀀' }, url: null }] }],
  transactions: [],
  narratives: [{ id: 'n1', text: { en: 'Words', fr: 'Mots 𒀃' }, sheet: null }],
} as unknown as Facts;

const portfolio = { figures: factsFigures(EVERYTHING, facts), names: namesOf(facts) };

describe('recordPlaces', () => {
  it('names the cells by row and column, in any language and any depth', async () => {
    expect(await recordPlaces(portfolio, ['𒀀'])).toEqual(['programme NET-POL, title', 'result r1, evidence']);
    expect(await recordPlaces(portfolio, ['𒀁'])).toEqual(['programme ABC, summary']);
    expect(await recordPlaces(portfolio, ['𒀃'])).toEqual(['text n1, text']);
    expect(await recordPlaces(portfolio, ['Z'])).toEqual([]);
  });
});
