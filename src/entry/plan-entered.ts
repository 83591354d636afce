import { NO_ANSWERS } from '../platform/csv/answers.ts';
import { type Doubt, type ImportKind, type ImportPlan, latestDayAt } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import type { TableRecord } from '../platform/csv/table.ts';
import type { LineAnswer, TwinAnswer } from '../platform/csv/twin-answers.ts';
import type { TwinQuestion } from '../platform/csv/twin-question.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import type { Transaction } from '../platform/database/database.ts';
import type { Cells } from './submissions.table.ts';

/** A row as it was typed, and what its author says of it beside it. */
export interface EnteredRow {
  /** Once it is kept. */
  readonly id?: string;
  readonly cells: Cells;
  readonly decimal: DecimalSign | null;
  readonly twin: TwinAnswer | null;
  /** The figure that it is, by its ref. */
  readonly twinRef: string | null;
}

/** What an import would say of a row. */
export interface RowCheck {
  readonly errors: readonly RowError[];
  /** It looks like another figure, and nobody said whether it is. */
  readonly question: TwinQuestion | null;
  readonly doubts: readonly Doubt[];
}

export const SOUND: RowCheck = { errors: [], question: null, doubts: [] };

/** Nothing in it stands in the way of the portfolio. */
export function isSound({ errors, question }: RowCheck): boolean {
  return errors.length === 0 && question === null;
}

/** What its author still has to do about a row: to correct it, to answer for it, or only to submit it. */
export type Need = 'correct' | 'answer' | 'submit';

export function needOf({ errors, question, doubts }: RowCheck): Need {
  if (errors.length > 0) return 'correct';
  return question !== null || doubts.length > 0 ? 'answer' : 'submit';
}

/** How many rows need what. */
export function countNeeds(needs: Iterable<Need>): Readonly<Record<Need, number>> {
  const counted = { correct: 0, answer: 0, submit: 0 };
  for (const need of needs) counted[need] += 1;
  return counted;
}

export interface PlannedRows {
  readonly plan: ImportPlan;
  /** In the order of the rows. */
  readonly checks: readonly RowCheck[];
}

/**
 * What an import of entered rows would do: the same reading, the same rules and the same questions as those of a file of
 * their kind (docs/decisions/entry.md). Nothing is written before `plan.write`.
 *
 * @param rows of one kind, whose numbers are all written with the same sign
 * @param by whose hand approves them
 * @param restsOn by their ids, rows with which evidence came: that they name none is not odd
 */
export async function planEntered(
  tx: Transaction,
  kind: ImportKind,
  rows: readonly EnteredRow[],
  {
    by,
    now,
    restsOn = new Map(),
  }: {
    readonly by: string;
    readonly now: Date;
    readonly restsOn?: ReadonlyMap<string, readonly unknown[]>;
  },
): Promise<PlannedRows> {
  const records = rows.map(({ cells }, index) => recordOf(kind, cells, lineOf(index)));
  const plan = await kind.plan(tx, records, {
    by,
    approve: true,
    now,
    latestDay: latestDayAt(now),
    answers: {
      ...NO_ANSWERS,
      decimal: rows[0]?.decimal ?? null,
      twins: { all: null, byLine: new Map(rows.flatMap(answerOf)) },
    },
    column: (name) => records.map(({ cells }) => cells[name] ?? ''),
  });
  const about = <Item extends { readonly line: number }>(items: readonly Item[], index: number) =>
    items.filter(({ line }) => line === lineOf(index));
  return {
    plan,
    checks: rows.map(({ id = '' }, index) => ({
      errors: about(plan.errors, index),
      question: about(plan.questions ?? [], index)[0] ?? null,
      doubts: about(plan.doubts ?? [], index).filter(
        ({ reason }) => reason !== 'no-evidence' || !restsOn.has(id),
      ),
    })),
  };
}

/** Rows are told apart by their place, from 1, as the lines of a file are. */
export function lineOf(index: number): number {
  return index + 1;
}

/** Of what a row must have, an empty cell stands for one that is not there. */
function recordOf({ columns }: ImportKind, cells: Cells, line: number): TableRecord {
  const missing = columns.required.map((name) => [name, ''] as const);
  const known = Object.entries(cells).filter(([name]) => columns.known.includes(name));
  return { line, cells: Object.fromEntries([...missing, ...known]), numbers: NO_NUMBERS };
}

const NO_NUMBERS: ReadonlySet<string> = new Set();

function answerOf({ twin, twinRef }: EnteredRow, index: number): readonly (readonly [number, LineAnswer])[] {
  return twin === null ? [] : [[lineOf(index), { answer: twin, ref: twinRef }]];
}
