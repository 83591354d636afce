import { isDeepStrictEqual } from 'node:util';
import type { Standing } from './approval.ts';
import type { Likeness } from './likeness.ts';
import { idOf } from './row-identity.ts';

/** A row of a file, before it is known which figure it is. */
export interface OpenRow<Row> {
  readonly line: number;
  /** Where it is given, it is the identity. */
  readonly ref: string | null;
  /** What the figure says after the row: what the file has no column for stays as it is stored. */
  over(stored: Row | undefined): Row;
}

/** A figure that is stored. */
export interface StoredRow<Row> {
  readonly id: string;
  readonly ref: string | null;
  readonly standing: Standing;
  readonly row: Row;
}

/** For each row of a file the figure that it certainly is, or null. */
export type Matches<Row> = readonly (StoredRow<Row> | null)[];

/**
 * Which stored figures the rows of a file certainly are: the one of their ref; else one that is equal in all cells; else
 * one that says the same and differs in the texts about it alone. A figure is matched once; what counts comes before
 * what is withdrawn.
 */
export function matchRows<Row>(
  rows: readonly OpenRow<Row>[],
  stored: readonly StoredRow<Row>[],
  likeness: Likeness<Row>,
): Matches<Row> {
  const byRef = refsOf(stored);
  const matches: (StoredRow<Row> | null)[] = rows.map(({ ref }) =>
    ref === null ? null : (byRef.get(keyOf(ref)) ?? null),
  );
  const claimed = new Set(matches.flatMap((match) => match?.id ?? []));
  if (stored.length === 0) return matches;
  const open = rows.flatMap((row, index) =>
    matches[index] !== null || isKnownElsewhere(row.ref) ? [] : [index],
  );
  // Bucket by bucket: what all rows say would be held at once, and it is several times the file.
  const bucketOf = (index: number) => likeness.bucket((rows[index] as OpenRow<Row>).over(undefined));
  const figures = Map.groupBy(inOrderOfUse(stored), ({ row }) => likeness.bucket(row));
  for (const [bucket, members] of Map.groupBy(open, bucketOf)) {
    const saying = Map.groupBy(figures.get(bucket) ?? [], ({ row }) => likeness.statement(row));
    if (saying.size === 0) continue;
    const candidates = members.map((index) =>
      saying.get(likeness.statement((rows[index] as OpenRow<Row>).over(undefined))),
    );
    const claim = (isIt: (row: OpenRow<Row>, figure: StoredRow<Row>) => boolean) => {
      for (const [position, index] of members.entries()) {
        const row = rows[index] as OpenRow<Row>;
        if (matches[index] !== null) continue;
        // A figure with a key of its own is another one than that of a row with another key.
        const found = candidates[position]?.find(
          (each) => !claimed.has(each.id) && (row.ref === null || each.ref === null) && isIt(row, each),
        );
        if (found === undefined) continue;
        matches[index] = found;
        claimed.add(found.id);
      }
    };
    claim((row, { row: figure }) => isDeepStrictEqual(row.over(figure), figure));
    claim(() => true);
  }
  return matches;
}

/** Figures by their own ref and by their id, as a file may write either. */
export function refsOf<Figure extends { readonly id: string; readonly ref: string | null }>(
  figures: readonly Figure[],
): ReadonlyMap<string, Figure> {
  return new Map(
    figures.flatMap((figure): [string, Figure][] => [
      ...(figure.ref === null ? [] : [[figure.ref, figure] as [string, Figure]]),
      [figure.id, figure],
    ]),
  );
}

/** A ref as it is looked up. */
export function keyOf(ref: string): string {
  return idOf(ref) ?? ref;
}

/** Those of some refs that are written like ids. */
export function idsAmong(refs: readonly string[]): string[] {
  return refs.flatMap((ref) => idOf(ref) ?? []);
}

/** An id that is not here is one of another installation: its row makes that figure, and is no other. */
function isKnownElsewhere(ref: string | null): boolean {
  return ref !== null && idOf(ref) !== null;
}

function inOrderOfUse<Row>(stored: readonly StoredRow<Row>[]): readonly StoredRow<Row>[] {
  const isWithdrawn = ({ standing }: StoredRow<Row>) => (standing.status === 'withdrawn' ? 1 : 0);
  return stored.toSorted((a, b) => isWithdrawn(a) - isWithdrawn(b) || (a.id < b.id ? -1 : 1));
}

/** The earlier import that a file is a new version of: most of its rows repeat it. Null: there is none. */
export function revisedBatch<Row>(matches: Matches<Row>): number | null {
  const repeated = Map.groupBy(
    matches.flatMap((match) => match?.standing.batch ?? []),
    (batch) => batch,
  );
  const most = [...repeated].find(([, rows]) => rows.length > matches.length / 2);
  return most?.[0] ?? null;
}
