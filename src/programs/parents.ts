/** The parent of each programme; null, or absent: none. */
export type Parents = ReadonlyMap<string, string | null>;

/**
 * The way from a programme back to itself, or null where its parents end.
 *
 * @example circleFrom('A', new Map([['A', 'B'], ['B', 'A']])) // ['A', 'B', 'A']
 */
export function circleFrom(code: string, parents: Parents): readonly string[] | null {
  const way = [code];
  for (let next = parents.get(code); next; next = parents.get(next)) {
    way.push(next);
    if (next === code) return way;
    // A circle further up is the concern of those who are in it.
    if (way.indexOf(next) < way.length - 1) return null;
  }
  return null;
}

/**
 * The programmes above one, nearest first.
 *
 * @example above('TOUR-CR', new Map([['TOUR-CR', 'TOUR'], ['TOUR', null]])) // ['TOUR']
 */
export function above(code: string, parents: Parents): readonly string[] {
  const way: string[] = [];
  for (let next = parents.get(code); next && !way.includes(next); next = parents.get(next)) way.push(next);
  return way;
}

/** Puts parents before what is inside them, and keeps the order otherwise. There must be no circle. */
export function parentsFirst<Row extends { readonly code: string; readonly parent: string | null }>(
  rows: readonly Row[],
): readonly Row[] {
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const ordered = new Set<Row>();
  const add = (row: Row) => {
    const parent = row.parent === null ? undefined : byCode.get(row.parent);
    if (parent !== undefined && !ordered.has(parent)) add(parent);
    ordered.add(row);
  };
  rows.forEach(add);
  return [...ordered];
}
