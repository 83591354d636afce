import { ownAddress } from './own-address.ts';

describe('where the service is reached', () => {
  it('is its public address, else the one of this machine, if it is known', () => {
    const own = { publicUrl: null, host: '127.0.0.1', port: 3000 };
    expect(ownAddress(own)).toBe('http://127.0.0.1:3000');
    expect(ownAddress({ ...own, host: '::1' })).toBe('http://[::1]:3000');
    expect(ownAddress({ ...own, port: 0 })).toBeNull();
    expect(ownAddress({ ...own, port: 0, publicUrl: 'https://attest.example.org' })).toBe(
      'https://attest.example.org',
    );
  });
});
