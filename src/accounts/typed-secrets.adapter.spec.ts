import { newSecret } from '../access/index.ts';
import { newRecoveryCode, newTotpKey, newTypedCode } from './typed-secrets.adapter.ts';

const DRAWS = 2000;

// What it gives can be foretold by whoever has seen some of it.
beforeEach(() => {
  jest.spyOn(Math, 'random').mockImplementation(() => {
    throw new Error('Math.random() makes no secrets.');
  });
});
afterEach(() => jest.restoreAllMocks());

describe('a secret', () => {
  it.each([
    ['of a session or a link: 256 bits', 32, () => Buffer.from(newSecret(), 'base64url')],
    ['for people to type: 80 bits', 16, () => Buffer.from(newTypedCode().replaceAll('-', ''))],
    ['in place of a second factor: 50 bits', 10, () => Buffer.from(newRecoveryCode().replaceAll('-', ''))],
    ['of a second factor: 160 bits', 20, newTotpKey],
  ])('%s, none of which tells of another', (_what, length, make) => {
    const drawn = Array.from({ length: DRAWS }, make);
    expect(new Set(drawn.map((one) => one.toString('hex'))).size).toBe(DRAWS);
    for (let place = 0; place < length; place += 1) {
      // Letters of typed codes have 32 values, bytes 256: among 2000 draws none of 32 is missing but by a miracle.
      expect(new Set(drawn.map((one) => one[place])).size).toBeGreaterThanOrEqual(32);
      for (let other = 0; other < place; other += 1) {
        expect(drawn.filter((one) => one[place] === one[other]).length).toBeLessThan(DRAWS / 10);
      }
    }
    expect(drawn.every((one) => one.length === length)).toBe(true);
  });

  it('is written so that it can stand in an address, and can be typed', () => {
    expect(newSecret()).toMatch(/^[\w-]{43}$/);
    expect(newTypedCode()).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}$/);
    expect(newRecoveryCode()).toMatch(/^[0-9a-hjkmnp-tv-z]{5}-[0-9a-hjkmnp-tv-z]{5}$/);
  });
});
