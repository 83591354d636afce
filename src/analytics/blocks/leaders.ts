import { compareExact, type Exact } from '../../core/decimal.ts';

/** The rows that share the greatest value; none where every row is missing or zero. */
export function leaders<Row>(rows: readonly Row[], numberOf: (row: Row) => Exact | null): readonly Row[] {
  const values = rows.map((row) => numberOf(row) ?? 0);
  const most = values.reduce((a, b) => (compareExact(a, b) < 0 ? b : a), 0);
  return most === 0 ? [] : rows.filter((row) => numberOf(row) === most);
}
