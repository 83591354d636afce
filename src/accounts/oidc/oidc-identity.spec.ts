import { identityOf } from './oidc-identity.ts';

const SETTINGS = { claim: 'groups', roles: [{ value: 'staff', role: 'manager', codes: [] }] };
const CLAIMS = { iss: 'https://id.example.org', sub: '7f3a' };

describe('identityOf', () => {
  it('takes what the id token says', () => {
    const claims = {
      ...CLAIMS,
      email: 'ana@example.org',
      email_verified: true,
      name: 'Ana Lima',
      groups: ['staff'],
      amr: ['mfa'],
    };
    expect(identityOf(claims, {}, SETTINGS)).toEqual({
      issuer: 'https://id.example.org',
      subject: '7f3a',
      email: 'ana@example.org',
      emailVerified: true,
      name: 'Ana Lima',
      mandate: { role: 'manager', organisations: [], programs: [] },
      multiFactor: true,
    });
  });

  it('takes from the user information what the id token leaves out, but no factors', () => {
    const more = {
      email: 'ana@example.org',
      email_verified: true,
      name: 'Ana',
      groups: ['staff'],
      amr: ['mfa'],
    };
    expect(identityOf(CLAIMS, more, SETTINGS)).toMatchObject({
      email: 'ana@example.org',
      emailVerified: true,
      name: 'Ana',
      mandate: { role: 'manager' },
      multiFactor: false,
    });
  });

  it('does not call an address verified because another answer calls one so', () => {
    const more = { email: 'somebody@example.org', email_verified: true };
    const identity = identityOf({ ...CLAIMS, email: 'ana@example.org' }, more, SETTINGS);
    expect(identity).toMatchObject({ email: 'ana@example.org', emailVerified: false });
  });

  it.each(['true', 1, null])('does not take %p for verified', (verified) => {
    const claims = { ...CLAIMS, email: 'ana@example.org', email_verified: verified };
    expect(identityOf(claims, {}, SETTINGS).emailVerified).toBe(false);
  });

  it('takes the word of Microsoft’s provider that it has instead, and of no other', () => {
    const entra = {
      iss: 'https://login.microsoftonline.com/0000-1111/v2.0',
      sub: 'x',
      email: 'ana@example.org',
    };
    const verified = (claims: object) => identityOf({ ...entra, ...claims }, {}, SETTINGS).emailVerified;
    expect(verified({})).toBe(false);
    expect(verified({ xms_edov: true })).toBe(true);
    expect(verified({ xms_edov: '1' })).toBe(true);
    expect(verified({ xms_edov: false })).toBe(false);
    expect(verified({ xms_edov: true, email_verified: false })).toBe(false);
    expect(verified({ iss: 'https://id.example.org', xms_edov: true })).toBe(false);
    expect(verified({ iss: 'https://login.microsoftonline.com.example.org/', xms_edov: true })).toBe(false);
  });

  it('groups in the id token stand, even if they are none', () => {
    expect(identityOf({ ...CLAIMS, groups: [] }, { groups: ['staff'] }, SETTINGS).mandate).toBeNull();
  });

  it('names whoever has no name by what there is', () => {
    const named = (claims: object) => identityOf({ ...CLAIMS, ...claims }, {}, SETTINGS).name;
    expect(named({ preferred_username: 'ana' })).toBe('ana');
    expect(named({ name: '  ', email: 'ana@example.org' })).toBe('ana@example.org');
    expect(named({})).toBe('7f3a');
    expect(named({ name: 'x'.repeat(500) })).toHaveLength(120);
  });
});
