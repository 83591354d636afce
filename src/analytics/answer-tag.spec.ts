import fc from 'fast-check';
import { RIGHTS } from '../core/fixtures/scopes.ts';
import { LANGUAGES } from '../core/text.ts';
import { type AnswerKey, answerTag, knowsTag } from './answer-tag.ts';

const mandate = {
  name: fc.string(),
  role: fc.constantFrom('administrator', 'manager', 'officer', 'donor'),
  organisations: fc.array(fc.constantFrom('canada', 'italy'), { maxLength: 2 }),
  programs: fc.array(fc.constantFrom('TOUR', 'MAR'), { maxLength: 2 }),
  rights: fc.constantFrom(...Object.values(RIGHTS)),
} as const;
const visitors = fc.oneof(
  fc.constant({ kind: 'stranger' as const }),
  fc.record({
    kind: fc.constant('token' as const),
    token: fc.uuid(),
    writes: fc.boolean(),
    madeBy: fc.constant(null),
    ...mandate,
  }),
  fc.record({
    kind: fc.constant('person' as const),
    account: fc.uuid(),
    email: fc.emailAddress(),
    session: fc.constant('one'),
    owesSecondFactor: fc.boolean(),
    ...mandate,
  }),
);
const keys: fc.Arbitrary<AnswerKey> = fc.record({
  edition: fc.string(),
  settings: fc.uuid(),
  revision: fc.nat(),
  today: fc.constantFrom('2017-06-30', '2017-07-01'),
  asOf: fc.option(fc.nat()),
  visitor: visitors,
  language: fc.constantFrom(...LANGUAGES),
  lastIssued: fc.constantFrom('', '2017-06-01 10:00:00+00'),
  url: fc.webPath(),
});

describe('the tag of an answer', () => {
  it('is another one as soon as anything is another that the answer hangs on', () => {
    fc.assert(
      fc.property(keys, keys, (one, other) => {
        for (const name of Object.keys(one) as (keyof AnswerKey)[]) {
          const changed = { ...one, [name]: other[name] };
          const isSame = JSON.stringify(changed) === JSON.stringify(one);
          expect(answerTag(changed) === answerTag(one)).toBe(isSame);
        }
      }),
    );
  });

  it('is the same for a person who has signed in again', () => {
    fc.assert(
      fc.property(keys, (key) => {
        const { visitor } = key;
        fc.pre(visitor.kind === 'person');
        expect(answerTag({ ...key, visitor: { ...visitor, session: 'two' } })).toBe(answerTag(key));
      }),
    );
  });

  it('is known to whoever sends it, among others and weak or not', () => {
    const knows = (sent: string | undefined) => knowsTag({ 'if-none-match': sent }, 'W/"abc"');
    expect(['W/"abc"', '"abc"', '"x", W/"abc"', '"x",W/"abc" , "y"'].map(knows)).toEqual(Array(4).fill(true));
    expect([undefined, '', '"abcd"', 'W/abc', '"x", "y"', 'abc'].map(knows)).toEqual(Array(6).fill(false));
  });
});
