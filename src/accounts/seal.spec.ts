import { seal, unseal } from './seal.adapter.ts';

const KEY = Buffer.alloc(32, 7);

describe('a seal', () => {
  it('opens with the key and the purpose that it was made with', () => {
    expect(unseal(KEY, 'purpose', seal(KEY, 'purpose', { next: '/relatório' }))).toEqual({
      next: '/relatório',
    });
  });

  it('is never the same twice, and shows nothing', () => {
    const [one, other] = [seal(KEY, 'purpose', 'a secret'), seal(KEY, 'purpose', 'a secret')];
    expect(one).not.toBe(other);
    expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('secret');
  });

  it.each([
    ['another key', (sealed: string) => unseal(Buffer.alloc(32, 8), 'purpose', sealed)],
    ['another purpose', (sealed: string) => unseal(KEY, 'session', sealed)],
    ['a part of it', (sealed: string) => unseal(KEY, 'purpose', sealed.slice(0, -4))],
    ['nothing', () => unseal(KEY, 'purpose', '')],
    ['too little', () => unseal(KEY, 'purpose', 'AAAA')],
    ['something else', () => unseal(KEY, 'purpose', 'A'.repeat(100))],
    [
      'one bit changed',
      (sealed: string) => {
        const bytes = Buffer.from(sealed, 'base64url');
        bytes[14] = (bytes[14] ?? 0) ^ 1;
        return unseal(KEY, 'purpose', bytes.toString('base64url'));
      },
    ],
  ])('does not open with %s', (_what, open) => {
    expect(open(seal(KEY, 'purpose', 'a secret'))).toBeNull();
  });
});
