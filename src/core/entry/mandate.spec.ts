import { officerScope, PUBLIC, RIGHTS } from '../fixtures/scopes.ts';
import { mayEnterFor } from './mandate.ts';

describe('what somebody may enter', () => {
  it('is about the programmes of the mandate and all below them', () => {
    const officer = officerScope('TOUR');
    expect(mayEnterFor(officer, 'TOUR', [])).toBe(true);
    expect(mayEnterFor(officer, 'TOUR-CR-1', ['TOUR-CR', 'TOUR'])).toBe(true);
    expect(mayEnterFor(officer, 'MAR', ['SEC'])).toBe(false);
    expect(mayEnterFor(officerScope('TOUR-CR'), 'TOUR', [])).toBe(false);
  });

  it('is about any programme for a manager, and about none for donors and strangers', () => {
    expect(mayEnterFor({ rights: RIGHTS.manager, programs: [] }, 'MAR', [])).toBe(true);
    expect(mayEnterFor({ rights: RIGHTS.donor, programs: ['MAR'] }, 'MAR', [])).toBe(false);
    expect(mayEnterFor(PUBLIC, 'MAR', [])).toBe(false);
  });
});
