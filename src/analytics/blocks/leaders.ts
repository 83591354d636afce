import { compareExact, type Exact } from '../../core/decimal.ts';

/** The rows that share the greatest value; none where every row is missing or zero. */
export function leaders<Row>(rows: readonly Row[], numberOf: (row: Row) => Exact | null): readonly Row[] {
  const values = rows.map((row) => numberOf(row) ?? 0);
  const most = values.reduce((a, b) => (compareExact(a, b) < 0 ? b : a), 0);
  return most === 0 ? [] : rows.filter((row) => numberOf(row) === most);
}

/**
 * Every year or month from the first key to the last, so that a period in which nothing ended is seen as a gap.
 *
 * @example unionOfKeys('year', ['2014', '2017']) // ['2014', '2015', '2016', '2017']
 */
export function unionOfKeys(by: 'year' | 'month', keys: readonly string[]): readonly string[] {
  const [first, last] = [keys.toSorted().at(0), keys.toSorted().at(-1)];
  if (first === undefined || last === undefined) return [];
  const perYear = by === 'year' ? 1 : 12;
  const index = (key: string) =>
    Number(key.slice(0, 4)) * perYear + (by === 'year' ? 0 : Number(key.slice(5)) - 1);
  return Array.from({ length: index(last) - index(first) + 1 }, (_, step) => {
    const at = index(first) + step;
    const year = String(Math.floor(at / perYear)).padStart(4, '0');
    return by === 'year' ? year : `${year}-${String((at % 12) + 1).padStart(2, '0')}`;
  });
}
