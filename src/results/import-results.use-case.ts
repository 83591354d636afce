import type { Indicator } from '../core/result.ts';
import { slug } from '../core/text.ts';
import { approvedAlready, countFates, fateOf, standingOf } from '../platform/csv/approval.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import { withIds } from '../platform/csv/row-identity.ts';
import { addPlaces, addTerms, knownPrograms, type Term, unknownProgram } from '../programs/index.ts';
import { readIndicators, storeIndicators } from './indicators.repository.ts';
import { newIndicators, refuseIndicator } from './new-indicators.ts';
import { RESULT_GUIDE } from './result-guide.ts';
import { resultLists, resultReader } from './result-reader.repository.ts';
import { periodOf, type ResultRow, refuseResult, resultSchema } from './result-row.ts';
import { inOrder, readResults, type StoredResult, storeResults } from './results.repository.ts';

/**
 * `program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,denominator,
 * breakdown,sheet,note`, sheet and note with translations and with whose they are (`sheet_for`, `note_for`);
 * `combine_time` and `combine_place` for a new indicator. New indicators, regions and parts of breakdowns are created
 * from the row.
 *
 * A figure is the same as a stored one where programme, indicator, kind, place, period, the parts of the breakdown
 * (without their numbers) and the English note are the same; then its value is corrected. Rows of one file that are
 * the same in all of these are told apart by their order (`row-identity.ts`).
 */
export const resultsKind = importKind({
  name: 'results',
  guide: RESULT_GUIDE,
  lists: resultLists,
  schema: resultSchema,
  texts: ['sheet', 'note'],
  reader: resultReader,
  async plan(tx, rows, context) {
    const programs = await knownPrograms(tx);
    const known = await readIndicators(tx);
    const created = newIndicators(rows, known);
    const indicators = new Map([...known, ...created]);
    const read = withIds('result', rows, identityOf);
    const stored = await readResults(
      tx,
      read.map(({ id }) => id),
    );
    const given = read.flatMap(({ id, line, row }) => {
      const indicator = indicators.get(slug(row.indicator));
      if (indicator === undefined) return [];
      const result = resultOf(id, row, indicator, stored.get(id)?.row);
      return [{ line, row, indicator, result, fate: fateOf(result, stored.get(id), context.approve) }];
    });
    return {
      errors: [
        ...rows.flatMap(({ line, row }) =>
          programs.has(row.program) ? [] : [rowError(line, 'program', unknownProgram(row.program))],
        ),
        ...rows.flatMap((row) => refuseIndicator(row, indicators.get(slug(row.row.indicator)))),
        ...given.flatMap((row) => refuseResult(row, row.indicator, context.latestDay)),
        ...given.flatMap(({ line, fate }) =>
          fate === 'refused' ? [rowError(line, null, approvedAlready)] : [],
        ),
      ],
      async write(batch) {
        const changed = given.filter(({ fate }) => fate !== 'unchanged');
        await storeIndicators(tx, [...created.values()]);
        await addPlaces(
          tx,
          changed.flatMap(({ row }) => row.country_or_region ?? []),
        );
        await addTerms(
          tx,
          changed.flatMap(({ row }) => termsOf(row)),
        );
        await storeResults(
          tx,
          changed.map(({ line, result }) => ({ result, standing: standingOf(line, batch, context) })),
        );
        return countFates(given.map(({ fate }) => fate));
      },
    };
  },
});

function identityOf({ row }: Numbered<ResultRow>): readonly (string | null)[] {
  const { periodStart, periodEnd } = periodOf(row);
  const parts = (row.breakdown ?? []).map(({ axis, part }) => `${axis}=${part}`).sort();
  return [
    row.program,
    slug(row.indicator),
    row.kind,
    row.country_or_region?.code ?? null,
    periodStart,
    periodEnd,
    parts.join(';'),
    row.note?.en ?? null,
  ];
}

function resultOf(
  id: string,
  row: ResultRow,
  { code, measure }: Indicator,
  stored: StoredResult | undefined,
): StoredResult {
  const { low, high } = row.value;
  const sheet = mergeText(stored?.sheet ?? null, row.sheet);
  return {
    id,
    program: row.program,
    indicator: code,
    measure,
    kind: row.kind,
    place: row.country_or_region?.code ?? null,
    ...periodOf(row),
    qualifier: row.qualifier ?? 'exact',
    value: low,
    valueHigh: high,
    denominator: row.denominator ?? null,
    parts: inOrder(
      (row.breakdown ?? []).map(({ axis, part, value }) => ({ axis, part, value: value ?? low })),
    ),
    note: mergeText(stored?.note ?? null, row.note),
    noteFor: row.note_for === undefined ? (stored?.noteFor ?? null) : row.note_for,
    sheet,
    // It stands with the sheet, and where there is none, nowhere.
    sheetFor:
      sheet === null ? null : row.sheet_for === undefined ? (stored?.sheetFor ?? null) : row.sheet_for,
  };
}

function termsOf({ breakdown }: ResultRow): readonly Term[] {
  return (breakdown ?? []).flatMap(({ axis, axisWords, part, partWords }) => [
    { list: 'axis', code: axis, label: { en: axisWords } },
    { list: axis, code: part, label: { en: partWords } },
  ]);
}
