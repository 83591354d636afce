import { headerOfProxy } from './proxy-headers.ts';

it.each([
  [{ 'x-forwarded-for': '203.0.113.9' }, 'x-forwarded-for'],
  [{ 'x-forwarded-host': 'attest.example.org' }, 'x-forwarded-host'],
  [{ 'x-real-ip': '203.0.113.9' }, 'x-real-ip'],
  [{ forwarded: 'for=203.0.113.9' }, 'forwarded'],
  [{ via: '1.1 proxy' }, 'via'],
  [{ 'cf-connecting-ip': '203.0.113.9' }, 'cf-connecting-ip'],
  [{ host: '127.0.0.1:3000', accept: '*/*', 'x-requested-with': 'fetch', 'user-agent': 'via x' }, null],
])('%j say that a proxy stands between by %s', (headers, name) => {
  expect(headerOfProxy(headers)).toBe(name);
});
