import { recoveryDigest } from './recovery-codes.ts';

const KEY = Buffer.alloc(32, 7);

describe('what is stored of a recovery code', () => {
  it('is the same however it is typed, and another for another account or key', () => {
    const stored = recoveryDigest(KEY, 'ana', '01234-abcde');
    expect(stored).toMatch(/^[0-9a-f]{64}$/);
    expect(recoveryDigest(KEY, 'ana', ' O1234 ABCDE')).toBe(stored);
    expect(recoveryDigest(KEY, 'ben', '01234-abcde')).not.toBe(stored);
    expect(recoveryDigest(Buffer.alloc(32, 8), 'ana', '01234-abcde')).not.toBe(stored);
  });

  it('is nothing where it cannot be one', () => {
    for (const text of ['', '287082', '01234-abcdef', '01234-abcdu']) {
      expect(recoveryDigest(KEY, 'ana', text)).toBeNull();
    }
  });
});
