import fc from 'fast-check';
import { donorScope, officerScope, PUBLIC, RIGHTS } from '../fixtures/scopes.ts';
import { may } from './rights.ts';
import { EVERYTHING, scopeKey, seesEverything } from './scope.ts';

describe('a right', () => {
  it('is held where there is anything of it', () => {
    expect(may(RIGHTS.donor, 'hasReports')).toBe(true);
    expect(may(RIGHTS.officer, 'hasReports')).toBe(false);
    expect(may(RIGHTS.officer, 'fillsFiles')).toBe(true);
    expect(may(RIGHTS.donor, 'fillsFiles')).toBe(false);
  });
});

describe('seesEverything', () => {
  it('holds for the service, and for roles from which nothing is kept', () => {
    const of = (role: keyof typeof RIGHTS) =>
      seesEverything({ role, rights: RIGHTS[role], programs: [], organisations: [] });
    expect(seesEverything(EVERYTHING)).toBe(true);
    expect((['administrator', 'manager', 'officer', 'donor', 'public'] as const).map(of)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
});

describe('scopeKey', () => {
  it('is the same however the codes are ordered or repeated', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (organisations) => {
        const shuffled = [...organisations, ...organisations].reverse();
        expect(scopeKey(donorScope(...organisations))).toBe(scopeKey(donorScope(...shuffled)));
      }),
    );
  });

  it('differs where the codes or the role do, whatever characters are in them', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string()), fc.uniqueArray(fc.string()), (some, others) => {
        const same = JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted());
        const keyOf = (organisations: readonly string[]) => scopeKey(donorScope(...organisations));
        expect(keyOf(some) === keyOf(others)).toBe(same);
        expect(scopeKey(officerScope(...some))).not.toBe(keyOf(some));
        expect(scopeKey(PUBLIC)).not.toBe(scopeKey(officerScope(...some)));
      }),
    );
  });

  it('is one for all who see everything', () => {
    const manager = { role: 'manager', rights: RIGHTS.manager, programs: [], organisations: [] };
    expect(scopeKey(manager)).toBe(scopeKey(EVERYTHING));
  });
});
