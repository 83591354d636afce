import { heldUp, isHopeless, type Outcome } from './course.ts';
import type { Delivery } from './delivery.ts';

/** `s` sent, `r` refused, `l` later, `u` unclear, `h` held up, `g` gone, `n` its report not made; of `a`, `b`, `c` in order. */
const outcomes = (letters: string): readonly Outcome[] =>
  [...letters].map((letter, index): Outcome => {
    const subscription = String.fromCharCode(97 + index);
    switch (letter) {
      case 's':
        return { subscription, is: 'sent' };
      case 'g':
        return { subscription, is: 'gone' };
      case 'n':
        return { subscription, is: 'not made' };
      case 'r':
        return { subscription, is: 'refused', reason: '550' };
      case 'u':
        return { subscription, is: 'unclear', reason: 'silence' };
      case 'l':
        return { subscription, is: 'later', reason: '451' };
      default:
        return { subscription, is: 'held up', reason: 'away' };
    }
  });

describe('a run', () => {
  it.each([
    ['', false],
    ['llll', false],
    ['lllll', true],
    ['hhhhh', true],
    ['lhulh', true],
    // One that is taken, or refused for good, shows that the server is there.
    ['llllslll', false],
    ['llllrllll', false],
    ['slllll', true],
    // What says nothing of the server breaks no row.
    ['lllgnll', true],
    ['ggggg', false],
    ['nnnnn', false],
  ])('of %s is hopeless: %s', (letters, expected) => {
    expect(isHopeless(outcomes(letters))).toBe(expected);
  });

  it.each([
    // what came of it, in order; who is held up of a to h; why; whether the server took some before
    ['ssssssss', null],
    ['ssssss', null],
    ['ssrlulls', null],
    ['hhhhh', 'abcdefgh away'],
    ['sslllll', 'h 451 after some'],
    ['shssssss', 'b away after some'],
    ['lllll', 'fgh 451'],
    ['lllhu', 'dfgh silence'],
  ])('of %s holds up %s', (letters, expected) => {
    const due = [...'abcdefgh'].map((subscription) => ({ subscription }) as Delivery);
    const held = heldUp(due, outcomes(letters));
    const shown =
      held === null
        ? null
        : `${held.deliveries.map(({ subscription }) => subscription).join('')} ${held.reason}${held.afterSome ? ' after some' : ''}`;
    expect(shown).toBe(expected);
  });
});
