import { indexOf } from './facts-index.ts';
import {
  makeFacts,
  makeIndicator,
  makeProgram,
  makeResult,
  makeTransaction,
  shares,
} from './fixtures/facts.ts';

const badShares = makeFacts({
  indicators: [makeIndicator('officials-trained')],
  programs: [makeProgram('P', { places: shares('CR 50; HN 49') })],
  results: [
    makeResult('b', 'P', 2),
    makeResult('a', 'P', 1),
    makeResult('c', 'P', 3, { kind: 'target' }),
    makeResult('d', 'P', 4, { indicator: 'other' }),
  ],
  transactions: [makeTransaction('t', 'P', 100)],
});

describe('the index of facts', () => {
  it('is built once for the same facts, and anew for others', () => {
    expect(indexOf(badShares)).toBe(indexOf(badShares));
    expect(indexOf({ ...badShares })).not.toBe(indexOf(badShares));
  });

  it('holds the results of an indicator and kind in order of id', () => {
    const ids = (kind: 'actual' | 'target') =>
      indexOf(badShares)
        .results('officials-trained', kind)
        .map(({ result }) => result.id);
    expect([ids('actual'), ids('target')]).toEqual([['a', 'b'], ['c']]);
  });

  it('says of an indicator that it does not know that there is none', () => {
    expect(() => indexOf(badShares).indicator('oficials-trained')).toThrow(
      expect.objectContaining({
        code: 'INDICATOR.UNKNOWN',
        message: 'There is no indicator "oficials-trained".',
      }),
    );
  });

  it('lets wrong shares stop money, and money alone', () => {
    const index = indexOf(badShares);
    expect(() => index.transactions('disbursement')).toThrow(
      expect.objectContaining({
        code: 'ALLOCATION.SHARES_NOT_100',
        message: 'Programme P: Shares sum to 99, not 100 (CR 50, HN 49).',
      }),
    );
    expect(index.results('officials-trained', 'actual')).toHaveLength(2);
  });
});
