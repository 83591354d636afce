import type { Facts } from '../core/facts.ts';
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
} as unknown as Facts;

describe('recordPlaces', () => {
  it('names the cells by row and column, in any language and any depth', () => {
    expect(recordPlaces(facts, ['𒀀'])).toEqual(['programme NET-POL, title', 'result r1, evidence']);
    expect(recordPlaces(facts, ['𒀁'])).toEqual(['programme ABC, summary']);
    expect(recordPlaces(facts, ['Z'])).toEqual([]);
  });
});
