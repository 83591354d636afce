import type { Facts } from '../core/facts.ts';

/** What a row of each part of the record is called. */
const NAMES = {
  programs: 'programme',
  organisations: 'organisation',
  pillars: 'pillar',
  places: 'place',
  indicators: 'indicator',
  results: 'result',
  transactions: 'transaction',
} as const satisfies Partial<Record<keyof Facts, string>>;

/**
 * The cells of the record whose text holds one of `signs`, by the row's code or id and the column.
 *
 * @example recordPlaces(facts, ['😀']) // ['programme NET-POL, title']
 */
export function recordPlaces(facts: Facts, signs: readonly string[]): readonly string[] {
  return Object.entries(NAMES).flatMap(([part, name]) =>
    facts[part as keyof typeof NAMES].flatMap((row) => {
      const key = 'code' in row ? row.code : row.id;
      return Object.entries(row)
        .filter(([, value]) => holds(value, signs))
        .map(([column]) => `${name} ${key}, ${column}`);
    }),
  );
}

/** A text, its translations, or a list of things that have some. */
function holds(value: unknown, signs: readonly string[]): boolean {
  if (typeof value === 'string') return signs.some((sign) => value.includes(sign));
  return (
    typeof value === 'object' && value !== null && Object.values(value).some((part) => holds(part, signs))
  );
}
