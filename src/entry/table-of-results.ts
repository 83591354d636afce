import { indicatorLabel, type View } from '../analytics/index.ts';
import { saysSpan, spanCells, type TableColumn } from '../core/entry/entry-table.ts';
import type { Indicator, Result } from '../core/result.ts';
import { slug } from '../core/text.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { wordOf } from '../programs/index.ts';
import { cellsInSign, cellsWithSign } from './entry-form.ts';
import { numbersOf, type PartsDown } from './parts-down.ts';
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
  /** Down stand the parts of its one indicator; null: indicators. */
  readonly parts: PartsDown | null;
}

/** A cell, and what is there already. */
export interface TableCell {
  /** What a row that is typed here says, its value and its parts aside. */
  readonly cells: Cells;
  /** The figures that count there; more than one is not for a table to correct. */
  readonly counting: readonly Result[];
  /** What its author has entered there and nobody has decided. */
  readonly pending: Submission | null;
  /** What its field shows before anybody types: what waits, else what counts. */
  readonly shown: string;
  /** The same of its parts, in their order. */
  readonly parts: readonly string[];
  /** It takes what is typed: it is one figure, of parts that the table has. */
  readonly isOpen: boolean;
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

/** Every cell of a table, row by row; numbers as its reader types them. */
export function tableCells(
  view: View,
  { program, place, rows, columns, parts }: TableOf,
  counting: readonly Result[],
  own: readonly Submission[],
  sign: DecimalSign,
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
      const here = counting.filter(
        (result) =>
          result.program === program &&
          result.indicator === indicator &&
          (result.place ?? '') === where &&
          result.periodStart === column.period.from &&
          result.periodEnd === column.period.to,
      );
      const pending =
        own.find(
          ({ cells: typed }) =>
            saysSpan(typed, column.period) &&
            ['program', 'indicator', 'kind', 'country_or_region'].every(
              (name) => slug(typed[name] ?? '') === slug(cells[name as keyof typeof cells]),
            ),
        ) ?? null;
      const said = saidIn(here, pending, sign);
      const shown = parts === null ? [] : numbersOf(said, parts);
      return {
        cells,
        counting: here,
        pending,
        shown: said.value ?? '',
        parts: shown ?? [],
        isOpen: shown !== null && (pending !== null || here.length <= 1),
      };
    });
  });
}

/** What the fields of a cell show before anybody types: its value, and its parts. */
export function numbersIn({ shown, parts }: TableCell): readonly string[] {
  return [shown, ...parts];
}

/** Value and breakdown of what waits, else of what counts; of several figures their values alone. */
function saidIn(counting: readonly Result[], pending: Submission | null, sign: DecimalSign): Cells {
  if (pending !== null) return cellsInSign(pending.cells, pending.decimal, sign);
  const [only] = counting;
  const value = counting
    .map(({ value, valueHigh }) => (valueHigh === null ? String(value) : `${value}-${valueHigh}`))
    .map((each) => cellsWithSign({ value: each }, sign).value)
    .join(' + ');
  if (only === undefined || counting.length > 1) return { value };
  const breakdown = only.breakdown.map(({ axis, part, value }) => `${axis}=${part}:${value}`).join(';');
  return { value, ...cellsWithSign({ breakdown }, sign) };
}
