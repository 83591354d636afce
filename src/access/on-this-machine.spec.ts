import { isOnThisMachine } from './on-this-machine.ts';

const direct = { trustedProxies: 0, publicUrl: null };
const behindOne = { trustedProxies: 1, publicUrl: 'https://attest.example.org' };
const local = { peer: '127.0.0.1', address: '127.0.0.1', headers: {} };

it.each([
  ['a program of this machine', local, direct, true],
  ['one over IPv6', { ...local, peer: '::1', address: '::1' }, direct, true],
  ['one over IPv4 on a socket of IPv6', { ...local, peer: '::ffff:127.0.0.1' }, direct, true],
  ['another machine', { ...local, peer: '10.0.0.5', address: '10.0.0.5' }, direct, false],
  ['a proxy that nobody believes', { ...local, headers: { 'x-forwarded-for': '127.0.0.1' } }, direct, false],
  ['a proxy that tells its reader otherwise', { ...local, headers: { 'x-real-ip': '::1' } }, direct, false],
  ['a proxy that only names itself', { ...local, headers: { via: '1.1 nginx' } }, direct, false],
  [
    'a silent proxy, where the address that people use says that there is one',
    local,
    { ...direct, publicUrl: 'https://attest.example.org' },
    false,
  ],
  [
    'a program, where people come from this machine alone',
    local,
    { ...direct, publicUrl: 'http://127.0.0.1:3000' },
    true,
  ],
  [
    'the reader that a believed proxy tells',
    { ...local, address: '203.0.113.9', headers: { 'x-forwarded-for': '203.0.113.9' } },
    behindOne,
    false,
  ],
  [
    'a program of this machine by way of the believed proxy',
    { ...local, headers: { 'x-forwarded-for': '127.0.0.1' } },
    behindOne,
    true,
  ],
  ['a program of this machine beside the believed proxy', local, behindOne, true],
  ['a believed proxy that tells no address', { ...local, headers: { forwarded: 'for=x' } }, behindOne, false],
  [
    'another machine that says that it is this one',
    { peer: '10.0.0.5', address: '127.0.0.1', headers: { 'x-forwarded-for': '127.0.0.1' } },
    behindOne,
    false,
  ],
])('%s', (_who, sender, config, expected) => {
  expect(isOnThisMachine(sender, config)).toBe(expected);
});
