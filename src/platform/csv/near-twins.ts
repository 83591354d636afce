import type { Span } from '../../core/span.ts';
import type { Difference, Likeness } from './likeness.ts';
import type { Matches, OpenRow, StoredRow } from './match-rows.ts';

/** A row that may be a figure which is there already, in the database or on another line of the file. */
export interface Twin<Row> {
  /** Which row of the file. */
  readonly index: number;
  readonly like: TwinOf<Row>;
  /** What differs, before and after the row; nothing, where two lines say the same. */
  readonly differences: readonly Difference[];
}

export type TwinOf<Row> =
  | { readonly stored: StoredRow<Row> }
  /** Another row of the file, by its place in it. */
  | { readonly index: number };

/** So many figures of a bucket are compared with a row, those that end next to it first. */
const MOST_COMPARED = 200;

interface Pair<Row> {
  readonly index: number;
  readonly stored: StoredRow<Row>;
  readonly differences: readonly Difference[];
}

/**
 * The rows that match no stored figure and look like one: each beside the figure that it looks most like, and each
 * figure beside one row. What is left is compared with the other rows of the file.
 *
 * @param stored the figures that rows of the file could be
 * @param gone the figures of the import that the file revises, if it revises one
 */
export function nearTwins<Row>(
  rows: readonly OpenRow<Row>[],
  matches: Matches<Row>,
  stored: readonly StoredRow<Row>[],
  gone: readonly StoredRow<Row>[],
  likeness: Likeness<Row>,
): readonly Twin<Row>[] {
  // What was matched without a ref says what the figure says. Made when it is asked for: of all rows at once it would be
  // several times the file.
  const said = (index: number): Row => {
    const [row, match] = [rows[index] as OpenRow<Row>, matches[index]];
    return match && row.ref === null ? match.row : row.over(match?.row);
  };
  const claimed = new Set(matches.flatMap((match) => match?.id ?? []));
  const isFree = ({ id, standing }: StoredRow<Row>) => !claimed.has(id) && standing.status !== 'withdrawn';
  const haveKeys = (index: number, figure: StoredRow<Row>) => rows[index]?.ref != null && figure.ref !== null;
  const open = rows.flatMap((_row, index) => (matches[index] === null ? [index] : []));
  const corrections = pairUp(
    pairsOf(open, said, stored.filter(isFree), likeness.bucket, likeness.corrects, likeness.span).filter(
      (pair) => !haveKeys(pair.index, pair.stored),
    ),
  );
  const paired = new Set(corrections.map(({ index }) => index));
  const taken = new Set(corrections.map(({ stored: { id } }) => id));
  const moves = pairUp(
    pairsOf(
      open.filter((index) => !paired.has(index)),
      said,
      gone.filter((figure) => isFree(figure) && !taken.has(figure.id)),
      likeness.family,
      likeness.replaces,
    ).filter((pair) => !haveKeys(pair.index, pair.stored)),
  );
  const beside = new Set([...corrections, ...moves].map(({ index }) => index));
  return [
    ...[...corrections, ...moves].map(({ index, stored: figure, differences }) => ({
      index,
      like: { stored: figure },
      differences,
    })),
    ...withinFile(rows, said, new Set(open), beside, likeness),
  ].sort((a, b) => a.index - b.index);
}

/** Pairs of a row and a figure that share a key, with what differs. */
function pairsOf<Row>(
  open: readonly number[],
  said: (index: number) => Row,
  figures: readonly StoredRow<Row>[],
  keyOf: (row: Row) => string,
  compare: (row: Row, figure: Row) => readonly Difference[] | null,
  spanOf: (row: Row) => Span = () => null,
): readonly Pair<Row>[] {
  const byKey = Map.groupBy(figures, ({ row }) => keyOf(row));
  const nearest = new Map([...byKey].map(([key, some]) => [key, byEnd(some, ({ row }) => spanOf(row))]));
  return open.flatMap((index) => {
    const row = said(index);
    const near = nearest.get(keyOf(row))?.(spanOf(row)) ?? [];
    return near.flatMap((stored): Pair<Row>[] => {
      const found = compare(row, stored.row);
      return found === null ? [] : [{ index, stored, differences: found }];
    });
  });
}

/** The most alike first; each row once, and each figure once. */
function pairUp<Row>(pairs: readonly Pair<Row>[]): readonly Pair<Row>[] {
  const rows = new Set<number>();
  const figures = new Set<string>();
  const inOrder = pairs.toSorted(
    (a, b) =>
      a.differences.length - b.differences.length ||
      a.index - b.index ||
      (a.stored.id < b.stored.id ? -1 : 1),
  );
  return inOrder.filter(({ index, stored }) => {
    if (rows.has(index) || figures.has(stored.id)) return false;
    rows.add(index);
    figures.add(stored.id);
    return true;
  });
}

/**
 * Rows that are new and look like another row of the file: of two new ones the later is asked about. Rows that have keys
 * of their own are told apart by them.
 */
function withinFile<Row>(
  rows: readonly OpenRow<Row>[],
  said: (index: number) => Row,
  open: ReadonlySet<number>,
  beside: ReadonlySet<number>,
  likeness: Likeness<Row>,
): readonly Twin<Row>[] {
  const twins: Twin<Row>[] = [];
  const buckets = Map.groupBy(rows.keys(), (index) => likeness.bucket(said(index)));
  for (const members of buckets.values()) {
    if (members.length < 2 || !members.some((index) => open.has(index))) continue;
    const saying = new Map(members.map((index) => [index, said(index)]));
    const near = byEnd(members, (index) => likeness.span(saying.get(index) as Row));
    for (const index of members) {
      if (!open.has(index) || beside.has(index)) continue;
      const row = saying.get(index) as Row;
      const others = near(likeness.span(row)).flatMap((other) => {
        const comesFirst = other !== index && (!open.has(other) || beside.has(other) || other < index);
        if (!comesFirst || (rows[index]?.ref && rows[other]?.ref)) return [];
        const found = likeness.repeats(row, saying.get(other) as Row);
        return found === null ? [] : [{ index, like: { index: other }, differences: found }];
      });
      const [most] = others.sort(
        (a, b) => a.differences.length - b.differences.length || a.like.index - b.like.index,
      );
      if (most !== undefined) twins.push(most);
    }
  }
  return twins;
}

/** Finds, among members that have a span, those that may share days with one: some of them, the ones that end next to it. */
function byEnd<Member>(members: readonly Member[], spanOf: (member: Member) => Span) {
  const dated = members
    .flatMap((member) => {
      const span = spanOf(member);
      return span === null ? [] : [{ member, to: span.to }];
    })
    .sort((a, b) => (a.to < b.to ? -1 : a.to > b.to ? 1 : 0));
  const undated = members.filter((member) => spanOf(member) === null);
  return (span: Span): readonly Member[] => {
    if (span === null) return undated.slice(0, MOST_COMPARED);
    let [low, high] = [0, dated.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((dated[middle]?.to ?? '') < span.from) low = middle + 1;
      else high = middle;
    }
    return dated.slice(low, low + MOST_COMPARED).map(({ member }) => member);
  };
}
