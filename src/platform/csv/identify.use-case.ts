import { refusal } from './cells.ts';
import { rowError } from './import-kind.ts';
import type { Likeness } from './likeness.ts';
import { keyOf, matchRows, type OpenRow, refsOf, revisedBatch, type StoredRow } from './match-rows.ts';
import { nearTwins, type Twin } from './near-twins.ts';
import type { RowError } from './row-error.ts';
import { idOf, newIds } from './row-identity.ts';
import type { LineAnswer, TwinAnswers } from './twin-answers.ts';
import type { TwinQuestion } from './twin-question.ts';

/** What is stored, as far as it is asked for. */
export interface Figures<Row> {
  /** All that rows of the file could be: those of its buckets and those of its refs. */
  readonly stored: readonly StoredRow<Row>[];
  ofBatch(batch: number): Promise<readonly StoredRow<Row>[]>;
  taken(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface KindOfFigure<Row> {
  /** Begins the ids: `result`, `transaction`. */
  readonly name: string;
  readonly likeness: Likeness<Row>;
  /** What ids of new rows are made of. */
  identity(row: Row): readonly (string | number | null)[];
}

/** A row of a file, and which figure it is. */
export interface IdentifiedRow<Row> {
  readonly line: number;
  readonly id: string;
  /** The key of its own that the figure has after the row. */
  readonly ref: string | null;
  readonly stored: StoredRow<Row> | null;
  /** A later line is the same figure, and holds. */
  readonly givesWayTo: number | null;
}

export interface Identified<Row> {
  readonly rows: readonly IdentifiedRow<Row>[];
  readonly questions: readonly TwinQuestion[];
  readonly errors: readonly RowError[];
}

/**
 * Which figure each row of a file is: the one of its ref, the stored one that it equals, the one that a person says it
 * is; else a new one. What looks like another figure and is not answered is a question, and nothing may be written.
 */
export async function identify<Row>(
  kind: KindOfFigure<Row>,
  rows: readonly OpenRow<Row>[],
  figures: Figures<Row>,
  answers: TwinAnswers,
): Promise<Identified<Row>> {
  const byRef = refsOf(figures.stored);
  const answered = rows.map((row) => withAnswer(row, answers.byLine.get(row.line)));
  const matches = matchRows(answered, figures.stored, kind.likeness);
  const batch = revisedBatch(matches);
  const gone = batch === null ? [] : await figures.ofBatch(batch);
  const twins = nearTwins(answered, matches, figures.stored, gone, kind.likeness);
  const answerTo = ({ index }: Twin<Row>) =>
    answers.byLine.get(answered[index]?.line ?? 0)?.answer ?? answers.all;
  const same = new Map(twins.flatMap((twin) => (answerTo(twin) === 'same' ? [[twin.index, twin]] : [])));

  const fresh = answered.flatMap((_, index) => (matches[index] === null && !same.has(index) ? [index] : []));
  const made = await newIds(
    kind.name,
    fresh.map((index) => identityOf(kind, answered[index] as OpenRow<Row>)),
    figures.taken,
  );
  const newId = new Map(
    fresh.map((index, position) => [index, idOf(answered[index]?.ref ?? '') ?? made[position] ?? '']),
  );
  const figureOf = (index: number): { readonly id: string; readonly stored: StoredRow<Row> | null } => {
    const twin = same.get(index);
    if (twin !== undefined)
      return 'stored' in twin.like
        ? { id: twin.like.stored.id, stored: twin.like.stored }
        : figureOf(twin.like.index);
    const match = matches[index] ?? null;
    return { id: match?.id ?? newId.get(index) ?? '', stored: match };
  };
  const found = answered.map((row, index) => ({ line: row.line, ref: row.ref, ...figureOf(index) }));
  const last = new Map(found.map(({ id, line }) => [id, line]));
  return {
    rows: found.map(({ line, ref, id, stored }) => ({
      line,
      id,
      ref: ownRef(ref, stored),
      stored,
      givesWayTo: last.get(id) === line ? null : (last.get(id) ?? null),
    })),
    questions: twins.flatMap((twin) =>
      answerTo(twin) === null ? [questionOf(twin, answered, kind.likeness)] : [],
    ),
    errors: [...unknownAnswers(answers, rows, byRef), ...repeatedFigures(found, new Set(same.keys()))],
  };
}

function withAnswer<Row>(row: OpenRow<Row>, answer: LineAnswer | undefined): OpenRow<Row> {
  if (answer?.ref == null) return row;
  return { line: row.line, ref: answer.ref, over: (stored) => row.over(stored) };
}

/** A figure keeps its key; a row gives one to a figure that has none, unless what it gives is the id. */
function ownRef(given: string | null, stored: StoredRow<unknown> | null): string | null {
  if (stored?.ref != null) return stored.ref;
  return given === null || idOf(given) !== null ? null : given;
}

function identityOf<Row>(kind: KindOfFigure<Row>, row: OpenRow<Row>): readonly (string | number | null)[] {
  return row.ref === null ? kind.identity(row.over(undefined)) : ['ref', row.ref];
}

function questionOf<Row>(
  { index, like, differences }: Twin<Row>,
  rows: readonly OpenRow<Row>[],
  { describe }: Likeness<Row>,
): TwinQuestion {
  const line = rows[index]?.line ?? 0;
  if ('stored' in like) {
    const { ref, id, row } = like.stored;
    return { line, like: { ref: ref ?? id }, says: describe(row), differences };
  }
  const other = rows[like.index];
  const says = other === undefined ? '' : describe(other.over(undefined));
  return { line, like: { line: other?.line ?? 0 }, says, differences };
}

/** Two lines that are one figure, and nobody said so: which of them would hold? */
function repeatedFigures(
  found: readonly { readonly line: number; readonly id: string }[],
  same: ReadonlySet<number>,
): readonly RowError[] {
  const first = new Map<string, number>();
  return found.flatMap(({ line, id }, index) => {
    const before = first.get(id);
    if (before === undefined) first.set(id, line);
    if (before === undefined || same.has(index)) return [];
    const message = `The figure of this row stands on line ${before} already.`;
    return [
      rowError(
        line,
        'ref',
        refusal('ROW.REPEATED', message, 'Leave one of the rows out, or correct its ref.'),
      ),
    ];
  });
}

function unknownAnswers<Row>(
  { byLine }: TwinAnswers,
  rows: readonly OpenRow<Row>[],
  byRef: ReadonlyMap<string, unknown>,
): readonly RowError[] {
  if (byLine.size === 0) return [];
  const lines = new Set(rows.map(({ line }) => line));
  return [...byLine].flatMap(([line, { ref }]) => {
    const wrong = !lines.has(line)
      ? `The answers name line ${line}, on which no row begins.`
      : ref !== null && !byRef.has(keyOf(ref))
        ? `The answers say that line ${line} is "${ref}", and no such figure of its programme and indicator is stored.`
        : null;
    return wrong === null
      ? []
      : [rowError(line, null, refusal('IMPORT.UNKNOWN_ANSWER', wrong, 'Correct the file of answers.'))];
  });
}
