import type { Baseline, Indicator, Result } from '../core/result.ts';
import { compareCodes, slug } from '../core/text.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import type { Numbered } from '../platform/csv/import-kind.ts';
import type { OpenRow } from '../platform/csv/match-rows.ts';
import type { ResultRow } from './result-row.ts';
import type { StoredResult } from './results.repository.ts';
import { periodOf } from './row-period.ts';

/** A row of the file, of an indicator that there is. */
export class OpenResult implements Numbered<ResultRow>, OpenRow<StoredResult> {
  constructor(
    readonly line: number,
    readonly row: ResultRow,
    readonly indicator: Indicator,
    private readonly partsOf: PartsOf,
  ) {}

  get ref(): string | null {
    return this.row.ref ?? null;
  }

  over(stored: StoredResult | undefined): StoredResult {
    return this.as(stored?.id ?? '', stored?.ref ?? null, stored);
  }

  /** What the figure of an id says after the row. */
  as(id: string, ref: string | null, stored: StoredResult | undefined): StoredResult {
    return resultOf(this, this.partsOf(this.row), { id, ref, stored });
  }
}

/** Names come again and again, and reading one as a code takes its time. */
export function indicatorFinder(indicators: ReadonlyMap<string, Indicator>) {
  const found = new Map<string, Indicator | undefined>();
  return (name: string): Indicator | undefined => {
    if (!found.has(name)) found.set(name, indicators.get(slug(name)));
    return found.get(name);
  };
}

type PartsOf = (row: ResultRow) => StoredResult['parts'];

/** The parts of equal cells are made once; of very many different ones those of the first. */
export function partsMaker(): PartsOf {
  const made = new Map<ResultRow['breakdown'], StoredResult['parts']>();
  return ({ breakdown, value: { low } }) => {
    const before = made.get(breakdown);
    if (before !== undefined) return before;
    const given = breakdown ?? [];
    const parts = inOrder(given.map(({ axis, part, value }) => ({ axis, part, value: value ?? low })));
    // One without a number of its own is the whole of its row.
    if (made.size < MOST_MADE && given.every(({ value }) => value !== null)) made.set(breakdown, parts);
    return parts;
  };
}

const MOST_MADE = 5_000;

/** The parts of a breakdown in order of axis and part, as stored figures have them. */
export function inOrder(parts: Result['breakdown']): Result['breakdown'] {
  return [...parts].sort((a, b) => compareCodes(a.axis, b.axis) || compareCodes(a.part, b.part));
}

/** A file without the column leaves a target's baseline as it is; an empty cell takes it away. */
function baselineOf(row: ResultRow, stored: Baseline | null): Baseline | null {
  if (row.kind !== 'target' || row.baseline === null) return null;
  if (row.baseline === undefined) return stored;
  const { baseline_date: date } = row;
  return {
    value: row.baseline,
    denominator: row.baseline_denominator ?? null,
    on: date?.day ?? null,
    precision: date?.precision ?? 'none',
  };
}

function resultOf(
  { row, indicator: { code, measure } }: OpenResult,
  parts: StoredResult['parts'],
  {
    id,
    ref,
    stored,
  }: { readonly id: string; readonly ref: string | null; readonly stored: StoredResult | undefined },
): StoredResult {
  const { low, high } = row.value;
  const { periodStart, periodEnd, datePrecision } = periodOf(row);
  const sheet = mergeText(stored?.sheet ?? null, row.sheet);
  return {
    id,
    ref,
    program: row.program,
    indicator: code,
    measure,
    kind: row.kind,
    place: row.country_or_region?.code ?? null,
    periodStart,
    periodEnd,
    datePrecision,
    qualifier: row.qualifier ?? 'exact',
    value: low,
    valueHigh: high,
    denominator: row.denominator ?? null,
    baseline: baselineOf(row, stored?.baseline ?? null),
    parts,
    note: mergeText(stored?.note ?? null, row.note),
    noteFor: row.note_for === undefined ? (stored?.noteFor ?? null) : row.note_for,
    reason: stored?.reason ?? null,
    partOf: stored?.partOf ?? null,
    sheet,
    // It stands with the sheet, and where there is none, nowhere.
    sheetFor:
      sheet === null ? null : row.sheet_for === undefined ? (stored?.sheetFor ?? null) : row.sheet_for,
  };
}
