import fc from 'fast-check';
import { scopeOf } from './role.ts';
import { scopeKey } from './scope.ts';

describe('scopeOf', () => {
  it.each([
    ['administrator', { kind: 'all' }],
    ['manager', { kind: 'all' }],
    ['officer', { kind: 'programs', programs: ['TOUR'] }],
    ['donor', { kind: 'donor', organisations: ['canada'] }],
  ] as const)('gives a %s its own', (role, scope) => {
    expect(scopeOf({ role, programs: ['TOUR'], organisations: ['canada'] })).toEqual(scope);
  });
});

describe('scopeKey', () => {
  it('is the same however the codes are ordered or repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (organisations) => {
        const shuffled = [...organisations, ...organisations].reverse();
        expect(scopeKey({ kind: 'donor', organisations })).toBe(
          scopeKey({ kind: 'donor', organisations: shuffled }),
        );
      }),
    );
  });

  it('differs where the codes or the kind do, whatever characters are in them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (some, others) => {
        const same = JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
        const keyOf = (organisations: readonly string[]) => scopeKey({ kind: 'donor', organisations });
        expect(keyOf(some) === keyOf(others)).toBe(same);
        expect(scopeKey({ kind: 'programs', programs: some })).not.toBe(keyOf(some));
      }),
    );
  });
});
