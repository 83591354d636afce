import { isMultiFactor } from './oidc-factors.ts';

describe('isMultiFactor', () => {
  it.each([
    ['several factors, in so many words', { amr: ['mfa'] }],
    ['a one-time code', { amr: ['pwd', 'otp'] }],
    ['a key of hardware', { amr: ['hwk'] }],
    ['a password and a text message', { amr: ['pwd', 'sms'] }],
    ['a number and a finger', { amr: ['pin', 'fpt'] }],
    ['the class of OpenID', { acr: 'http://schemas.openid.net/pape/policies/2007/06/multi-factor' }],
    ['the class of REFEDS', { acr: 'https://refeds.org/profile/mfa' }],
  ])('is so for %s', (_what, claims) => {
    expect(isMultiFactor(claims)).toBe(true);
  });

  it.each([
    ['nothing', {}],
    ['a password', { amr: ['pwd'] }],
    ['two things that one knows', { amr: ['pwd', 'pin'] }],
    ['the same twice', { amr: ['sms', 'sms'] }],
    ['a password and what is no factor', { amr: ['pwd', 'geo', 'rba', 'user'] }],
    ['a text instead of a list', { amr: 'mfa' }],
    ['a class that only the provider knows', { acr: '2' }],
    ['what every object has', { amr: ['toString', 'constructor'] }],
  ])('is not so for %s', (_what, claims) => {
    expect(isMultiFactor(claims)).toBe(false);
  });
});
