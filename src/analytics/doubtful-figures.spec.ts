import type { Facts } from '../core/facts.ts';
import {
  makeFacts,
  makeIndicator,
  makePlace,
  makeProgram,
  makeResult,
  shares,
} from '../core/fixtures/facts.ts';
import { donorScope } from '../core/fixtures/scopes.ts';
import { LANGUAGES } from '../core/text.ts';
import { makeReferenceView } from './fixtures/reference-view.ts';
import { gapsOf } from './gaps.ts';

const portfolio: Partial<Facts> = {
  places: [makePlace('CR'), makePlace('HN')],
  programs: [makeProgram('P', { places: shares('CR'), start: '2017-01-01', startPrecision: 'day' })],
  indicators: [
    makeIndicator('networks', { combineTime: 'latest' }),
    makeIndicator('satisfaction', { unit: { en: '% of participants' } }),
    makeIndicator('documents', { unit: { en: 'documents' } }),
  ],
};

async function namedIn(
  id: string,
  facts: Partial<Facts>,
  view: Parameters<typeof makeReferenceView>[0] = {},
) {
  const gaps = await gapsOf(makeReferenceView({ facts: makeFacts({ ...portfolio, ...facts }), ...view }));
  return gaps.find((gap) => gap.id === id)?.items.map(({ text }) => text);
}

describe('doubtful figures', () => {
  it('are two of one series for one day, of which the one approved last counts', async () => {
    const networks = { indicator: 'networks', place: 'CR' };
    const results = [
      makeResult('a', 'P', 20, { ...networks, approvedAt: '2017-07-01T09:00:00.000Z' }),
      makeResult('b', 'P', 24, { ...networks, approvedAt: '2017-07-02T09:00:00.000Z' }),
      makeResult('c', 'P', 19, { ...networks, periodEnd: '2017-03-31' }),
    ];
    expect(await namedIn('conflicts', { results })).toEqual([
      'Networks: 24 · P · until 30 June 2017 · counts',
      'Networks: 20 · P · until 30 June 2017 · does not count',
    ]);
    expect(await namedIn('conflicts', { results }, { filter: { indicator: 'documents' } })).toBeUndefined();
  });

  it('are figures of the same days that nothing tells apart, for whoever reads all notes', async () => {
    const documents = { indicator: 'documents', place: 'CR' };
    const results = [
      makeResult('a', 'P', 3, { ...documents, approvedAt: '2017-07-01T09:00:00.000Z' }),
      makeResult('b', 'P', 4, { ...documents, approvedAt: '2017-07-02T09:00:00.000Z' }),
      makeResult('c', 'P', 5, { ...documents, periodEnd: '2017-03-31' }),
    ];
    expect(await namedIn('alike', { results })).toEqual([
      'Documents: 4 · P · Costa Rica · until 30 June 2017',
      'Documents: 3 · P · Costa Rica · until 30 June 2017',
    ]);
    expect(await namedIn('alike', { results }, { scope: donorScope('canada') })).toBeUndefined();
  });

  it('are figures where and when their programme does not run', async () => {
    const documents = { indicator: 'documents' };
    const results = [
      makeResult('a', 'P', 3, { ...documents, place: 'HN' }),
      makeResult('b', 'P', 4, { ...documents, place: 'CR', periodEnd: '2016-12-31' }),
      makeResult('c', 'P', 5, { ...documents, place: 'CR' }),
    ];
    expect(await namedIn('astray', { results })).toEqual([
      'Documents: 3 · P · Honduras',
      'Documents: 4 · P · until 31 December 2016',
    ]);
  });

  it('are percentages that an older version took for counts', async () => {
    const results = [makeResult('a', 'P', 85, { indicator: 'satisfaction', place: 'CR' })];
    expect(await namedIn('counted-rates', { results })).toEqual(['Satisfaction (% of participants)']);
    for (const language of LANGUAGES) {
      expect(await namedIn('counted-rates', { results }, { language })).toHaveLength(1);
    }
    const indicators = [
      makeIndicator('satisfaction', {
        unit: { en: '%' },
        measure: 'rate',
        combineTime: 'latest',
        combinePlace: 'none',
      }),
    ];
    expect(await namedIn('counted-rates', { results, indicators })).toBeUndefined();
  });
});
