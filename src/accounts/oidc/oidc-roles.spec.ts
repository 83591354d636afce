import { readConfig } from '../../platform/config/config.ts';
import { mandateOfGroups } from './oidc-roles.ts';

const ROLES = [
  { value: 'attest-admins', role: 'administrator', codes: [] },
  { value: 'canada', role: 'donor', codes: ['canada'] },
  { value: 'tourism', role: 'officer', codes: ['TOUR', 'TOUR-AG'] },
  { value: 'staff', role: 'manager', codes: [] },
];

describe('mandateOfGroups', () => {
  it('takes the first mapping that fits, in the order of the mappings', () => {
    expect(mandateOfGroups(['staff', 'canada'], ROLES)).toEqual({
      role: 'donor',
      organisations: ['canada'],
      programs: [],
    });
    expect(mandateOfGroups(['staff', 'attest-admins'], ROLES)).toMatchObject({ role: 'administrator' });
  });

  it('gives an officer programmes, and a manager nothing besides', () => {
    expect(mandateOfGroups(['tourism'], ROLES)).toEqual({
      role: 'officer',
      organisations: [],
      programs: ['TOUR', 'TOUR-AG'],
    });
    expect(mandateOfGroups(['staff'], ROLES)).toEqual({ role: 'manager', organisations: [], programs: [] });
  });

  it('reads a claim that is one group', () => {
    expect(mandateOfGroups('staff', ROLES)).toMatchObject({ role: 'manager' });
  });

  it.each([
    ['nothing', undefined],
    ['none', []],
    ['another group', ['visitors']],
    ['a part of a name', ['staff-canteen']],
    ['a name in other letters', ['Staff']],
    ['several in one text', 'staff canada'],
    ['an object', { staff: true }],
    ['a number', 7],
    ['yes', true],
    ['lists of lists', [['staff']]],
  ])('finds nobody where the claim holds %s', (_what, held) => {
    expect(mandateOfGroups(held, ROLES)).toBeNull();
  });

  it('reads the mappings as OIDC_ROLES writes them', () => {
    const { oidc } = readConfig(
      {
        OIDC_ISSUER: 'https://id.example.org',
        OIDC_CLIENT_ID: 'attest',
        OIDC_CLIENT_SECRET: 'x',
        OIDC_ROLES: 'canada=donor:canada, tourism=officer:TOUR+TOUR-AG',
        PUBLIC_URL: 'https://attest.example.org',
      },
      '/',
    );
    expect(mandateOfGroups(['tourism'], oidc?.roles ?? [])).toEqual({
      role: 'officer',
      organisations: [],
      programs: ['TOUR', 'TOUR-AG'],
    });
  });
});
