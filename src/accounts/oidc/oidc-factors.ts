/** Authentication methods (RFC 8176, 2), by what they prove: something known, something held, something one is. */
const KIND_OF_METHOD: ReadonlyMap<string, 'known' | 'held' | 'own'> = new Map(
  Object.entries({
    pwd: 'known',
    pin: 'known',
    kba: 'known',
    hwk: 'held',
    swk: 'held',
    pop: 'held',
    otp: 'held',
    sc: 'held',
    sms: 'held',
    tel: 'held',
    face: 'own',
    fpt: 'own',
    iris: 'own',
    retina: 'own',
    vbm: 'own',
  } as const),
);

/** Methods that are asked for beside a password, or that hold a second factor themselves. */
const ENOUGH_ALONE = ['mfa', 'otp', 'hwk'];

/** Classes that mean more than one factor wherever they are used; what others mean only their provider knows. */
const MULTI_FACTOR_CLASSES = [
  'http://schemas.openid.net/pape/policies/2007/06/multi-factor',
  'https://refeds.org/profile/mfa',
];

/**
 * Whether the provider says that it asked for more than one factor.
 *
 * @param claims of the id token: `amr`, the methods used, and `acr`, the class reached
 * @example isMultiFactor({ amr: ['pwd', 'sms'] }) // true
 */
export function isMultiFactor({ amr, acr }: Readonly<Record<string, unknown>>): boolean {
  const methods = Array.isArray(amr) ? amr.filter((method) => typeof method === 'string') : [];
  const kinds = new Set(
    methods.map((method) => KIND_OF_METHOD.get(method)).filter((kind) => kind !== undefined),
  );
  return (
    methods.some((method) => ENOUGH_ALONE.includes(method)) ||
    kinds.size > 1 ||
    MULTI_FACTOR_CLASSES.some((known) => known === acr)
  );
}
