import { indicatorLabel, type View } from '../analytics/index.ts';
import { spanCells, type TableColumn } from '../core/entry/entry-table.ts';
import type { Indicator, Result } from '../core/result.ts';
import { slug } from '../core/text.ts';
import { wordOf } from '../programs/index.ts';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';

/** A row of a table: one indicator. */
export interface TableRow {
  /** As a row of a file names it. */
  readonly word: string;
  readonly label: string;
}

/** What a table is of. */
export interface TableOf {
  readonly program: string;
  /** As it was typed; empty: none. */
  readonly place: string;
  readonly rows: readonly TableRow[];
  readonly columns: readonly TableColumn[];
}

/** A cell, and what is there already. */
export interface TableCell {
  /** What a row that is typed here says, its value aside. */
  readonly cells: Cells;
  /** The figures that count there; more than one is not for a table to correct. */
  readonly counting: readonly Result[];
  /** What its author has entered there and nobody has decided. */
  readonly pending: Submission | null;
}

/**
 * The rows of indicators that somebody named; of none, those that the programme, or an activity of it, has
 * reported.
 */
export function tableRows(
  view: View,
  named: readonly string[],
  reported: readonly Result[],
): readonly TableRow[] {
  const known = (code: string) => view.names.indicators.find((indicator) => indicator.code === code);
  const rowOf = (indicator: Indicator): TableRow => ({
    word: wordOf(indicator.code, indicator.name),
    label: indicatorLabel(view, indicator.code),
  });
  if (named.length === 0) {
    const codes = [...new Set(reported.map(({ indicator }) => indicator))];
    return codes
      .flatMap((code) => known(code) ?? [])
      .map(rowOf)
      .toSorted((a, b) => view.f.compare(a.label, b.label));
  }
  return named.map((typed) => {
    const found = view.names.indicators.find(
      ({ code, name }) =>
        code === slug(typed) || Object.values(name).some((each) => slug(each) === slug(typed)),
    );
    return found === undefined ? { word: typed, label: typed } : rowOf(found);
  });
}

/** Every cell of a table, row by row. */
export function tableCells(
  view: View,
  { program, place, rows, columns }: TableOf,
  counting: readonly Result[],
  own: readonly Submission[],
): readonly (readonly TableCell[])[] {
  return rows.map(({ word }) => {
    const indicator = view.names.indicators.find(({ code, name }) => wordOf(code, name) === word)?.code;
    return columns.map((column): TableCell => {
      const where = column.place ?? place;
      const cells = {
        program,
        indicator: word,
        kind: 'actual',
        country_or_region: where,
        ...spanCells(column.period),
      };
      return {
        cells,
        counting: counting.filter(
          (result) =>
            result.program === program &&
            result.indicator === indicator &&
            (result.place ?? '') === where &&
            result.periodStart === column.period.from &&
            result.periodEnd === column.period.to,
        ),
        pending:
          own.find((submission) =>
            Object.entries(cells).every(([name, cell]) => (submission.cells[name] ?? '') === cell),
          ) ?? null,
      };
    });
  });
}
