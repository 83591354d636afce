import { encodingFor } from './compression.ts';

describe('an answer', () => {
  it.each([
    // What browsers send.
    ['gzip, deflate, br, zstd', 'br'],
    ['gzip, deflate', 'gzip'],
    ['GZIP', 'gzip'],
    // A weight of 0 is a refusal (RFC 9110, 12.4.2).
    ['br;q=0, gzip', 'gzip'],
    ['gzip;q=1, br;q=0.5', 'gzip'],
    ['*', 'br'],
    ['deflate', null],
    ['identity', null],
    ['', null],
    [undefined, null],
  ])('to whoever takes %s is compressed by %s', (accepted, encoding) => {
    expect(encodingFor(accepted)).toBe(encoding);
  });
});
