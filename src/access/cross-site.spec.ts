import { isCrossSite } from './cross-site.ts';

const host = 'attest.example.org';

it.each([
  ['a form of our own page', { 'sec-fetch-site': 'same-origin' }, false],
  ['what somebody typed', { 'sec-fetch-site': 'none' }, false],
  ['a page of another site', { 'sec-fetch-site': 'cross-site' }, true],
  ['a page of a neighbour', { 'sec-fetch-site': 'same-site' }, true],
  ['a word that no browser sends', { 'sec-fetch-site': '' }, true],
  ['two words, one of them ours', { 'sec-fetch-site': 'same-origin, cross-site' }, true],
  [
    'another site that claims our origin',
    { 'sec-fetch-site': 'cross-site', origin: `https://${host}` },
    true,
  ],
  ['an older browser on our own page', { origin: `https://${host}` }, false],
  ['one that leaves the usual port out', { origin: `https://${host}`, host: `${host}:443` }, false],
  ['a page at another port', { origin: `https://${host}:8443` }, true],
  ['an older browser elsewhere', { origin: 'https://evil.example' }, true],
  ['a sandboxed page', { origin: 'null' }, true],
  ['an origin that is no address', { origin: 'evil' }, true],
  ['a file', { origin: 'file://' }, true],
  ['a program', {}, false],
])('%s', (_who, headers, expected) => {
  expect(isCrossSite('POST', { host, ...headers })).toBe(expected);
  expect(isCrossSite('DELETE', { host, ...headers })).toBe(expected);
  expect(isCrossSite('GET', { host, ...headers })).toBe(false);
  expect(isCrossSite('HEAD', { host, ...headers })).toBe(false);
});
