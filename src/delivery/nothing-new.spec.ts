import { CONDITIONS } from '../core/sending.ts';
import { type Skipped, saysSo, skippedAs, skippedBecause, skippedReason } from './nothing-new.ts';

it('says for what a report waits and since when, also since twelve months', () => {
  for (const when of ['skip', ...CONDITIONS] as const) {
    for (const since of ['2017-05', '2016-04..2017-03']) {
      const skipped: Skipped = { when, since };
      expect(skippedBecause(skippedReason(skipped))).toEqual(skipped);
    }
  }
  expect(skippedBecause('The mailbox is full.')).toBeNull();
});

it.each([
  ['skip', null, 'skip'],
  ['moved-10', null, 'moved-10'],
  ['say', null, null],
  ['send', null, null],
  // It was skipped, and a person has asked for it; or it was to be sent, and came back.
  ['skip', '00000000-0000-4000-8000-000000000001', null],
  ['gap-opened', '00000000-0000-4000-8000-000000000001', null],
] as const)(
  'skips where its subscriber says so and nobody else: %s, %s',
  (whenNothingNew, issue, skipped) => {
    expect(skippedAs({ whenNothingNew, issue })).toBe(skipped);
  },
);

it('does not say that nothing is new to whoever waits for one thing alone', () => {
  expect(
    (['say', 'skip', 'target-behind'] as const).map((whenNothingNew) => saysSo({ whenNothingNew })),
  ).toEqual([true, true, false]);
});
