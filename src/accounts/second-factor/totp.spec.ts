import { enrolmentOf, stepOf } from './totp.ts';

/** RFC 6238, appendix B: the key, and the last six of the eight digits for SHA-1. */
const KEY = Buffer.from('12345678901234567890');
const at = (seconds: number) => new Date(seconds * 1000);

describe('a code of the second factor', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('at %d seconds is %s, of step %d', (seconds, code, step) => {
    expect(stepOf(KEY, code, at(seconds))).toBe(step);
    expect(stepOf(KEY, ` ${code.slice(0, 3)} ${code.slice(3)}`, at(seconds))).toBe(step);
    // One step to either side, and no more.
    expect(stepOf(KEY, code, at(seconds + 30))).toBe(step);
    expect(stepOf(KEY, code, at(seconds - 30))).toBe(step);
    expect(stepOf(KEY, code, at(seconds + 60))).toBeNull();
    expect(stepOf(KEY, code, at(seconds - 60))).toBeNull();
  });

  it('is six digits', () => {
    for (const code of ['', '28708', '2870820', '28708a', '-87082', '２８７０８２']) {
      expect(stepOf(KEY, code, at(59))).toBeNull();
    }
  });

  it('comes of a key that is told in base 32', () => {
    expect(enrolmentOf(KEY, 'ana@example.org')).toEqual({
      secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
      uri: 'otpauth://totp/Attest:ana%40example.org?issuer=Attest&secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&algorithm=SHA1&digits=6&period=30',
    });
  });
});
