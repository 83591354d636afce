import { z } from 'zod';
import { isRateUnit } from '../core/rate-unit.ts';
import type { Indicator } from '../core/result.ts';
import { compareCodes, type LocalText, originalOf, originalText } from '../core/text.ts';
import { choice, optional, refusal, truth } from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { FileWords } from '../platform/csv/file-words.ts';
import { mergeText, text } from '../platform/csv/given-text.ts';
import { importKind, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { codeOfName, namedByItself, nameOf, nameText } from '../programs/index.ts';
import { indicatorGuide } from '../web/i18n/messages/guides-figures.ts';
import { indicatorsInUse, readIndicators, storeIndicators } from './indicators.repository.ts';
import { refuseAddedRate } from './new-indicators.ts';
import {
  COMBINE_PLACES,
  COMBINE_TIMES,
  MEASURES,
  PEOPLE,
  REPORTS_EVERY,
  REPORTS_EVERY_WORDS,
} from './vocabulary.ts';

/**
 * `indicator,unit,measure,combine_time,combine_place,people,reports_every,evidence_required`, name and unit with
 * translations; an indicator's code is made of its name in the first of them. Unit and measure are fixed once results use them.
 */
export const indicatorsKind = importKind({
  name: 'indicators',
  guide: indicatorGuide,
  schema: z.object({
    indicator: nameText,
    unit: text,
    measure: choice(MEASURES),
    combine_time: choice(COMBINE_TIMES),
    combine_place: choice(COMBINE_PLACES),
    people: optional(choice(PEOPLE)),
    reports_every: optional(choice(REPORTS_EVERY, REPORTS_EVERY_WORDS)),
    evidence_required: optional(truth),
  }),
  texts: ['indicator', 'unit'],
  async read(db) {
    const stored = [...(await readIndicators(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.map((indicator) => ({
      key: indicator.code,
      cells: {
        ...textCells('indicator', indicator.name),
        ...textCells('unit', indicator.unit),
        measure: indicator.measure,
        combine_time: indicator.combineTime,
        combine_place: indicator.combinePlace,
        people: indicator.people ?? '',
        reports_every: indicator.reportsEvery ?? '',
        evidence_required: indicator.evidenceRequired ? 'yes' : '',
      },
    }));
  },
  async reader(tx, reading) {
    const words = new FileWords(reading);
    const known = [...(await readIndicators(tx)).values()].map(({ code, name }) => namedByItself(code, name));
    return { cells: { indicator: words.reader('indicator', known) }, notes: () => words.notes() };
  },
  async plan(tx, rows) {
    const stored = await readIndicators(tx);
    const inUse = await indicatorsInUse(tx);
    const given = rows.map(({ line, row }) => {
      const code = codeOfName(row.indicator, stored);
      const before = stored.get(code);
      const indicator: Indicator = {
        code,
        name: mergeText(before?.name ?? null, nameOf(row.indicator)),
        unit: mergeText(before?.unit ?? null, row.unit),
        measure: row.measure,
        combineTime: row.combine_time,
        combinePlace: row.combine_place,
        people: row.people === undefined ? (before?.people ?? null) : row.people,
        reportsEvery: row.reports_every === undefined ? (before?.reportsEvery ?? null) : row.reports_every,
        evidenceRequired:
          row.evidence_required === undefined
            ? (before?.evidenceRequired ?? false)
            : (row.evidence_required ?? false),
      };
      return { line, row: indicator };
    });
    const changes = sortChanges(
      given.map(({ row }) => row),
      ({ code }) => code,
      stored,
    );
    return {
      errors: [
        ...repeatedKeys(given, 'indicator', ({ code }) => code),
        ...given.flatMap(({ line, row }) => [
          ...refusePeople(line, row),
          ...refuseAddedRate(line, row),
          ...refuseCountedRate(line, row, stored.get(row.code)),
          ...(inUse.has(row.code) ? refuseChange(line, row, stored.get(row.code)) : []),
        ]),
      ],
      async write() {
        await storeIndicators(tx, [...changes.inserted, ...changes.updated]);
        return countChanges(changes);
      },
    };
  },
});

function refusePeople(line: number, { people, measure }: Indicator): readonly RowError[] {
  if (people === null || measure === 'count' || measure === 'ratio') return [];
  const message = `People are counted, or in a ratio; not measured as ${measure}.`;
  return [
    rowError(
      line,
      'people',
      refusal('INDICATOR.NOT_PEOPLE', message, 'Empty the cell, or correct the measure.'),
    ),
  ];
}

/** What an older version made a count of stays one, for its results would change their meaning. */
function refuseCountedRate(
  line: number,
  { name, unit, measure }: Indicator,
  before: Indicator | undefined,
): readonly RowError[] {
  if ((measure !== 'count' && measure !== 'amount') || !Object.values(unit).some(isRateUnit)) return [];
  if (before?.measure === measure && isSameUnit(before.unit, unit)) return [];
  const message = `"${originalText(name)}" is measured in "${originalText(unit)}", which cannot be added as ${measure === 'count' ? 'a count' : 'an amount'} is.`;
  const remedy = 'Write the measure "rate"; or "ratio", if each figure says of how many.';
  return [rowError(line, 'measure', refusal('INDICATOR.RATE_COUNTED', message, remedy))];
}

/** A unit that gains a translation, or its English, is the same. */
function isSameUnit(before: LocalText, now: LocalText): boolean {
  const original = originalOf(before);
  return before[original] === now[original];
}

function refuseChange(line: number, now: Indicator, before: Indicator | undefined): readonly RowError[] {
  if (before === undefined) return [];
  const changed = [
    ...(isSameUnit(before.unit, now.unit)
      ? []
      : [{ column: 'unit', was: originalText(before.unit), is: originalText(now.unit) }]),
    ...(before.measure === now.measure ? [] : [{ column: 'measure', was: before.measure, is: now.measure }]),
  ];
  return changed.map(({ column, was, is }) => {
    const message = `"${originalText(before.name)}" has results in ${column} "${was}"; "${is}" would change their meaning.`;
    return rowError(
      line,
      column,
      refusal('INDICATOR.FIXED', message, 'Give what is measured now another name.'),
    );
  });
}
