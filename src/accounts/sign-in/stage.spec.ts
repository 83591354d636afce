import { stageFromProvider, stageOf } from './stage.ts';

const PROVED = new Date('2026-03-02T08:00:00Z');

describe('what is still needed', () => {
  it.each([
    ['now', null, 'enrolment'],
    ['now', PROVED, 'second-factor'],
    ['later', null, 'later'],
    ['later', PROVED, 'second-factor'],
    ['none', null, 'full'],
    ['none', PROVED, 'second-factor'],
  ] as const)('with a password, a duty of %s and second factor %s: %s', (duty, totpConfirmedAt, stage) => {
    expect(stageOf({ totpConfirmedAt }, duty)).toBe(stage);
  });

  it.each([
    ['now', null, false, 'enrolment'],
    ['now', PROVED, false, 'second-factor'],
    ['now', PROVED, true, 'full'],
    ['none', PROVED, false, 'full'],
  ] as const)('from the provider, with a duty of %s', (duty, totpConfirmedAt, multiFactor, stage) => {
    expect(stageFromProvider({ totpConfirmedAt }, duty, { multiFactor })).toBe(stage);
  });
});
