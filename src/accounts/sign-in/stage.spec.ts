import { RIGHTS } from '../../core/fixtures/scopes.ts';
import { stageFromProvider, stageOf } from './stage.ts';

const PROVED = new Date('2026-03-02T08:00:00Z');

describe('what is still needed', () => {
  it.each([
    ['administrator', null, 'enrolment'],
    ['administrator', PROVED, 'second-factor'],
    ['manager', null, 'full'],
    ['officer', PROVED, 'second-factor'],
    ['donor', null, 'full'],
  ] as const)('of a(n) %s with a password, second factor %s: %s', (role, totpConfirmedAt, stage) => {
    expect(stageOf({ totpConfirmedAt }, RIGHTS[role])).toBe(stage);
  });

  it.each([
    ['administrator', null, false, 'enrolment'],
    ['administrator', PROVED, false, 'second-factor'],
    ['administrator', PROVED, true, 'full'],
    ['manager', PROVED, false, 'full'],
  ] as const)('of a(n) %s from the provider', (role, totpConfirmedAt, multiFactor, stage) => {
    expect(stageFromProvider({ totpConfirmedAt }, RIGHTS[role], { multiFactor })).toBe(stage);
  });
});
