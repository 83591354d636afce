import { mayBeSkipped, quietSince, skippedReason } from './nothing-new.ts';

it('names the period of the last report, also of twelve months', () => {
  expect(['2017-05', '2016-04..2017-03'].map((period) => quietSince(skippedReason(period)))).toEqual([
    '2017-05',
    '2016-04..2017-03',
  ]);
  expect(quietSince('The mailbox is full.')).toBeNull();
});

it.each([
  ['skip', null, true],
  ['say', null, false],
  ['send', null, false],
  // It was skipped, and a person has asked for it; or it was to be sent, and came back.
  ['skip', '00000000-0000-4000-8000-000000000001', false],
] as const)(
  'skips where its subscriber says so and nobody else: %s, %s',
  (whenNothingNew, issue, skipped) => {
    expect(mayBeSkipped({ whenNothingNew, issue })).toBe(skipped);
  },
);
