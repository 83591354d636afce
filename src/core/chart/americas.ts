/** The 35 member states by ISO 3166-1 alpha-2, with the numeric code under which outlines of countries are published. */
export const MAPPED_COUNTRIES = {
  AG: '028',
  AR: '032',
  BB: '052',
  BO: '068',
  BR: '076',
  BS: '044',
  BZ: '084',
  CA: '124',
  CL: '152',
  CO: '170',
  CR: '188',
  CU: '192',
  DM: '212',
  DO: '214',
  EC: '218',
  GD: '308',
  GT: '320',
  GY: '328',
  HN: '340',
  HT: '332',
  JM: '388',
  KN: '659',
  LC: '662',
  MX: '484',
  NI: '558',
  PA: '591',
  PE: '604',
  PY: '600',
  SR: '740',
  SV: '222',
  TT: '780',
  US: '840',
  UY: '858',
  VC: '670',
  VE: '862',
} as const satisfies Readonly<Record<string, string>>;

export type MappedCountry = keyof typeof MAPPED_COUNTRIES;

/** True for the keys that a map chart draws; what it does not draw (regions, donors' countries) belongs in a table beside it. */
export function isOnMap(key: string): key is MappedCountry {
  return Object.hasOwn(MAPPED_COUNTRIES, key);
}
