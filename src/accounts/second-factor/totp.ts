import { Secret, TOTP } from 'otpauth';

/** What every authenticator app understands (RFC 6238; ASVS 5.0, 6.5). */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
/** Steps to either side: a clock that is half a minute off, and somebody who types slowly. */
const WINDOW = 1;

/**
 * The time step that a code is of, among the present one and its neighbours; null: of none.
 *
 * @param key 160 bits
 * @example stepOf(Buffer.from('12345678901234567890'), '287082', new Date(59_000)) // 1 (RFC 6238, appendix B)
 */
export function stepOf(key: Uint8Array, code: string, now: Date): number | null {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...FORM, token, secret: secretOf(key), timestamp, window: WINDOW });
  return delta === null ? null : TOTP.counter({ period: FORM.period, timestamp }) + delta;
}

/** How an app is told the key: typed (base 32) or as a picture of the address. */
export function enrolmentOf(
  key: Uint8Array,
  email: string,
): { readonly secret: string; readonly uri: string } {
  const secret = secretOf(key);
  const uri = new TOTP({ ...FORM, issuer: 'Attest', label: email, secret }).toString();
  return { secret: secret.base32, uri };
}

function secretOf(key: Uint8Array): Secret {
  return new Secret({ buffer: new Uint8Array(key).buffer });
}
