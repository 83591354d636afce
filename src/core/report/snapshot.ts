import type { Window } from '../period.ts';
import type { Day } from '../program.ts';
import { compareCodes } from '../text.ts';
import type { Block, BlockRow, Column, Gap } from './block.ts';
import type { OwnFilter } from './own-report.ts';

/**
 * The version of docs/counting.md. It goes up whenever a rule changes, so that figures that were
 * counted otherwise never pass for the same.
 */
export const RULES_VERSION = 2;

/** What a report is about, in codes. */
export interface SnapshotSubject {
  readonly report: string;
  /** `2017-06`, `2017-Q2` or `2017`. */
  readonly period: string;
  readonly cutOff: Day;
  readonly pillar: string | null;
  readonly country: string | null;
  readonly donor: string | null;
  /** What its amounts are in; none: US dollars, as they were before it could be chosen. */
  readonly currency?: string;
  /** Of a report that somebody has put together: its days, and what it narrows to. */
  readonly own?: {
    readonly window: Window;
    readonly filter: OwnFilter;
  };
}

/** Every figure that a report shows, under codes: no word, no language, no layout. Two snapshots can be compared. */
export interface Snapshot extends SnapshotSubject {
  readonly rules: number;
  /** By the id of the block. */
  readonly blocks: Readonly<Record<string, FrozenBlock>>;
  /** How many items each gap names, by its id. */
  readonly gaps: Readonly<Record<string, number>>;
}

export interface FrozenBlock {
  readonly illustrative: boolean;
  /** By the key of the row, then of the column; null: missing, which is not zero. Money in minor units. */
  readonly rows: Readonly<Record<string, FrozenRow>>;
  readonly total: FrozenRow | null;
}

export type FrozenRow = Readonly<Record<string, string | number | null>>;

/**
 * What an issue freezes. Only numeric columns are kept: others hold words, which differ by language and may be
 * corrected without making it another issue.
 *
 * @example snapshotOf(subject, blocks, gaps).blocks['results-by-country']?.rows.AG
 *   // { value: 45, exact: 0, approximate: 45, undated: 0 }
 */
export function snapshotOf(
  subject: SnapshotSubject,
  blocks: readonly Block[],
  gaps: readonly Gap[],
): Snapshot {
  return {
    rules: RULES_VERSION,
    ...subject,
    blocks: Object.fromEntries(blocks.map((block) => [block.id, frozen(block)])),
    gaps: Object.fromEntries(gaps.map(({ id, items, all }) => [id, all ?? items.length])),
  };
}

/**
 * JSON with the keys of every object in order of code and no space: equal values give equal texts, to be hashed
 * (after RFC 8785).
 *
 * @example canonicalJson({ b: [1, null], a: 'x' }) // '{"a":"x","b":[1,null]}'
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value)
    .sort(([a], [b]) => compareCodes(a, b))
    .map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`);
  return `{${members.join(',')}}`;
}

function frozen({ illustrative, columns, rows, total }: Block): FrozenBlock {
  return {
    illustrative,
    rows: Object.fromEntries(rows.map((row) => [row.key, figuresOf(columns, row)])),
    total: total === null ? null : figuresOf(columns, total),
  };
}

function figuresOf(columns: readonly Column[], { cells }: BlockRow): FrozenRow {
  return Object.fromEntries(
    columns.flatMap(({ key, numeric, dataOnly = false }, index) =>
      // What only data have are codes, such as a qualifier: at least 340 is not 340.
      numeric || dataOnly ? [[key, cells[index]?.raw ?? null]] : [],
    ),
  );
}
