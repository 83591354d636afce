/** One value, or any of several; a list has at least two, none of them twice. */
export type OneOrMore = string | readonly string[];

/** What was asked for, as a list; nothing where nothing was. */
export function valuesOf(asked: OneOrMore | undefined): readonly string[] {
  return asked === undefined ? [] : typeof asked === 'string' ? [asked] : asked;
}

/** Each value once, in the order given; undefined where there is none. */
export function oneOrMore(values: readonly string[]): OneOrMore | undefined {
  const [first, ...others] = new Set(values);
  return first === undefined || others.length === 0 ? first : [first, ...others];
}

/** The value where there is one alone. */
export function onlyOne(asked: OneOrMore | undefined): string | undefined {
  return typeof asked === 'string' ? asked : undefined;
}

/** Whether any of several is what was asked for; where nothing was, each is. */
export function admitsAny(asked: OneOrMore | undefined, values: readonly string[]): boolean {
  return asked === undefined || valuesOf(asked).some((value) => values.includes(value));
}

/** The same of one. @example admits(['AG', 'BB'], 'BB') // true */
export function admits(asked: OneOrMore | undefined, value: string): boolean {
  return admitsAny(asked, [value]);
}
