import { type Exact, negated, sumOf } from './decimal.ts';
import { isRest, type Rest } from './leading-rows.ts';

/** A row of a total: what it is of, and how much; null: nothing is recorded. */
export interface Amount {
  readonly key: string;
  readonly amount: Exact | null;
}

/** What lies in a row of one dimension and in a row of another; of pairs that have nothing, there is none. */
export interface CrossedCell {
  readonly left: string;
  readonly right: string;
  readonly amount: Exact;
}

/**
 * Two dimensions crossed, as they are shown: those of their rows that lead, and rests. The rows of a total by one dimension
 * are broken down by the other one by one; what is left of everything is the rest's. So the cells of a row sum to the row, on
 * either side, and all of them to the total (rule 10), wherever rows may be summed.
 *
 * @param inLeft of each row on the left that stands by itself, its rows by the other dimension
 * @param all the rows of everything by the other dimension
 * @example of 100 by pillar, of which donors A and B gave 60 and 30 // A 60, B 30, the rest 10
 */
export function crossed<Row extends { readonly key: string }>(question: {
  readonly left: readonly (Row | Rest<Row>)[];
  readonly right: readonly (Row | Rest<Row>)[];
  readonly inLeft: ReadonlyMap<string, readonly Amount[]>;
  readonly all: readonly Amount[];
}): readonly CrossedCell[] {
  const { left, right, inLeft, all } = question;
  const shownAs = new Map(
    right.flatMap((row) => (isRest(row) ? row.rows : [row]).map(({ key }) => [key, row.key] as const)),
  );
  const cellsOf = (key: string, amounts: readonly Amount[]): readonly CrossedCell[] => {
    const under = Map.groupBy(
      amounts.filter(({ amount }) => amount !== null),
      (amount) => shownAs.get(amount.key) ?? amount.key,
    );
    // In the order in which they are shown.
    return right.flatMap((row) => {
      const found = under.get(row.key);
      return found === undefined
        ? []
        : [{ left: key, right: row.key, amount: sumOf(found, ({ amount }) => amount ?? 0) }];
    });
  };
  const own = left.filter((row) => !isRest(row)).flatMap(({ key }) => cellsOf(key, inLeft.get(key) ?? []));
  const rests = left.filter(isRest).flatMap(({ key }) => {
    const taken = [...inLeft.values()].flat().map(({ key: of, amount }) => ({
      key: of,
      amount: amount === null ? null : negated(amount),
    }));
    // Nothing is left of what the leading rows have all of.
    return cellsOf(key, [...all, ...taken]).filter(({ amount }) => amount !== 0);
  });
  return [...own, ...rests];
}
