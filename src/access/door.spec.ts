import { RIGHTS } from '../core/fixtures/scopes.ts';
import { type Door, passageAt } from './door.ts';
import { STRANGER, type Visitor } from './principals/visitor.ts';
import type { Role } from './role.ts';

const person = (role: Role): Visitor => ({
  kind: 'person',
  account: 'a',
  name: 'Ana',
  email: 'ana@example.org',
  session: 's',
  owesSecondFactor: false,
  role,
  organisations: [],
  programs: [],
  rights: RIGHTS[role],
});
const token = (role: Role): Visitor => ({
  kind: 'token',
  token: 't',
  name: 'website',
  writes: false,
  madeBy: null,
  role,
  organisations: [],
  programs: [],
  rights: RIGHTS[role],
});
const halfWay: Visitor = {
  kind: 'half-way',
  account: 'a',
  name: 'Ana',
  email: 'ana@example.org',
  session: 's',
  needs: 'second-factor',
};
const closed = { isPublic: false, fromOperator: false };
/** The ledger of deliveries: a manager's and an administrator's. */
const ledger: Door = { opens: 'to-holders', right: 'followsDeliveries', tokens: true, public: false };

describe('passageAt', () => {
  it('asks for anything of a right that has an extent, and for none where any role will do', () => {
    const reports: Door = { ...ledger, right: 'hasReports' };
    expect(
      (['manager', 'officer', 'donor'] as const).map((role) => passageAt(reports, person(role), closed)),
    ).toEqual(['in', 'hidden', 'in']);
    expect(passageAt({ ...ledger, right: null }, person('officer'), closed)).toBe('in');
  });

  it('lets in those whose role has the right, people and programs', () => {
    expect(passageAt(ledger, person('manager'), closed)).toBe('in');
    expect(passageAt(ledger, token('manager'), closed)).toBe('in');
  });

  it('is not there for those whom we know and whose it is not', () => {
    expect(passageAt(ledger, person('donor'), closed)).toBe('hidden');
    expect(passageAt(ledger, person('officer'), closed)).toBe('hidden');
    expect(passageAt(ledger, person('administrator'), closed)).toBe('in');
    expect(passageAt({ ...ledger, tokens: false }, token('manager'), closed)).toBe('hidden');
  });

  it('asks strangers to sign in, and those who are half-way to go on', () => {
    expect(passageAt(ledger, STRANGER, closed)).toBe('sign-in');
    expect(passageAt(ledger, halfWay, closed)).toBe('second-step');
  });

  it('is open to the public only where the door and the service say so', () => {
    const totals: Door = { ...ledger, public: true };
    expect(passageAt(totals, STRANGER, closed)).toBe('sign-in');
    expect(passageAt(totals, STRANGER, { ...closed, isPublic: true })).toBe('in');
    expect(passageAt(ledger, STRANGER, { ...closed, isPublic: true })).toBe('sign-in');
    // Half-way is as good as a stranger; a donor is known, and it is not the donor's.
    expect(passageAt(totals, halfWay, { ...closed, isPublic: true })).toBe('in');
    expect(passageAt(totals, person('donor'), { ...closed, isPublic: true })).toBe('hidden');
  });

  it('lets programs take no step of a sign-in', () => {
    const step: Door = { opens: 'to-half-way' };
    expect(passageAt(step, halfWay, closed)).toBe('in');
    expect(passageAt(step, person('donor'), closed)).toBe('in');
    expect(passageAt(step, token('administrator'), closed)).toBe('sign-in');
    expect(passageAt(step, STRANGER, closed)).toBe('sign-in');
  });

  it('shows the works to whoever runs the service', () => {
    const works: Door = { opens: 'to-operators' };
    expect(passageAt(works, STRANGER, { ...closed, fromOperator: true })).toBe('in');
    expect(passageAt(works, STRANGER, closed)).toBe('sign-in');
    expect(passageAt(works, person('manager'), closed)).toBe('hidden');
  });
});
