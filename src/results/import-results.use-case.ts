import { isDeepStrictEqual } from 'node:util';
import { oddValue } from '../core/entry/odd-value.ts';
import { DomainError } from '../core/errors.ts';
import { unmarkedParts } from '../core/held-figures.ts';
import type { Indicator } from '../core/result.ts';
import { originalText } from '../core/text.ts';
import { countFates, type Fate, standingOf } from '../platform/csv/approval.ts';
import { refusal } from '../platform/csv/cells.ts';
import { decide, refuseDecision } from '../platform/csv/decide.ts';
import type { FileRow } from '../platform/csv/file-rows.ts';
import { type IdentifiedRow, identify } from '../platform/csv/identify.use-case.ts';
import { identityNotes } from '../platform/csv/identity-notes.ts';
import { undoneBatches } from '../platform/csv/import-batches.repository.ts';
import { type Doubt, type ImportContext, importKind, rowError } from '../platform/csv/import-kind.ts';
import type { StoredRow } from '../platform/csv/match-rows.ts';
import { refsNamed } from '../platform/csv/twin-answers.ts';
import type { RowStatus } from '../platform/database/columns.ts';
import {
  above,
  addPlaces,
  addTerms,
  type Parents,
  programParents,
  readClosedPeriods,
  readWhereabouts,
  refuseClosed,
  refuseUnknownPrograms,
  type Term,
} from '../programs/index.ts';
import { resultGuide } from '../web/i18n/messages/guides-figures.ts';
import { refuseBaseline } from './baseline.ts';
import { withoutEvidence } from './figures-without-evidence.repository.ts';
import { readIndicators, storeIndicators } from './indicators.repository.ts';
import { newIndicators, refuseIndicator } from './new-indicators.ts';
import { notesOnPlace } from './notes-on-place.ts';
import { indicatorFinder, OpenResult, partsMaker } from './open-result.ts';
import { isInCircle, wholeOf, wholesOf } from './part-of.ts';
import { resultCells } from './result-cells.ts';
import { resultLikeness } from './result-likeness.ts';
import { resultLists, resultReader } from './result-reader.repository.ts';
import { type ResultRow, refuseResult, resultSchema } from './result-row.ts';
import {
  readAllResults,
  readResultsOf,
  readResultsOfBatch,
  refsOfResults,
  type StoredResult,
  storeResults,
  takenResultIds,
} from './results.repository.ts';

/**
 * `ref,program,indicator,unit,kind,country_or_region,period_start,period_end,date_precision,qualifier,value,denominator,
 * breakdown,sheet,note,status,reason,part_of`, sheet and note with translations and with whose they are (`sheet_for`,
 * `note_for`); `combine_time` and `combine_place` for a new indicator. New indicators, regions and parts of breakdowns
 * are created from the row.
 *
 * Which figure a row is: `docs/decisions/import-identity.md`.
 */
export const resultsKind = importKind({
  name: 'results',
  guide: resultGuide,
  lists: resultLists,
  schema: resultSchema,
  texts: ['sheet', 'note'],
  reader: resultReader,
  figures: {
    name: 'results',
    belongings: [
      { name: 'result_parts', figure: 'result' },
      { name: 'evidence', figure: 'result' },
    ],
  },
  asides: ['combine_time', 'combine_place'],
  async read(db) {
    const stored = await readAllResults(db);
    const refOf = new Map(stored.map(({ id, ref }) => [id, ref ?? id]));
    return fileRows(stored, refOf, await readIndicators(db));
  },
  async some(db, keys) {
    const found = await readResultsOf(db, { programs: [], indicators: [], refs: keys });
    const wholes = await refsOfResults(db, [...new Set(found.flatMap(({ row }) => row.partOf ?? []))]);
    return fileRows(found, wholes, await readIndicators(db));
  },
  async plan(tx, rows, context) {
    const parents = await programParents(tx);
    const known = await readIndicators(tx);
    const created = newIndicators(rows, known);
    const indicators = new Map([...known, ...created]);
    const indicatorOf = indicatorFinder(indicators);
    const partsOf = partsMaker();
    const open = rows.flatMap(({ line, row }) => {
      const indicator = indicatorOf(row.indicator);
      return indicator === undefined ? [] : [new OpenResult(line, row, indicator, partsOf)];
    });
    const stored = await readResultsOf(tx, wantedBy(open, parents, context));
    const identified = await identify(
      { name: 'result', likeness: resultLikeness(indicators), identity: identityOf },
      open,
      {
        stored,
        ofBatch: (batch) => readResultsOfBatch(tx, batch),
        taken: (ids) => takenResultIds(tx, ids),
      },
      context.answers.twins,
    );
    const said = saidBy(open, identified.rows);
    const now = { approve: context.approve, undone: await undoneBatches(tx) };
    const closed = await readClosedPeriods(tx);
    const given = (rows.some(({ row }) => row.part_of) ? withWholes(said, stored) : said).map((each) => {
      const { figure: result, status, fate } = decide(each.result, each, now);
      return { ...each, result, status, fate };
    });
    return {
      questions: identified.questions,
      // Of a file nobody reads them, and of a large one they take their time.
      ...(given.length <= MOST_DOUBTED && {
        doubts: [
          ...doubtsAbout(given, stored, indicators),
          ...(await withoutEvidence(tx, given, indicators)),
        ],
      }),
      errors: [
        ...refuseUnknownPrograms(rows, parents),
        ...rows.flatMap((row) => refuseIndicator(row, indicatorOf(row.row.indicator))),
        ...open.flatMap((row) => refuseResult(row, row.indicator, context.latestDay)),
        ...identified.errors,
        ...given.flatMap(({ line, wholeRefusal, status, result, fate }) => [
          ...(wholeRefusal === null ? [] : [rowError(line, 'part_of', wholeRefusal)]),
          ...refuseDecision(line, { figure: result, status, fate }),
        ]),
        ...given.flatMap(({ line, row, result }) => {
          const indicator = indicatorOf(row.indicator);
          return indicator === undefined ? [] : refuseBaseline(line, result, indicator, context.latestDay);
        }),
        ...given.flatMap((each) =>
          each.fate === 'unchanged' ? [] : refuseClosed(changed(each), parents, closed),
        ),
      ],
      keys: new Map(given.map(({ line, result }) => [line, result.id])),
      async write(batch) {
        const changed = given.filter(({ fate }) => fate !== 'unchanged');
        await storeIndicators(tx, [...created.values()]);
        await addPlaces(
          tx,
          lastOfEach(rows.map(({ row }) => row.country_or_region)).flatMap((place) => place ?? []),
        );
        await addTerms(tx, lastOfEach(changed.map(({ row }) => row.breakdown)).flatMap(termsOf));
        await storeResults(tx, {
          *[Symbol.iterator]() {
            for (const { line, result, status, stored: before } of changed) {
              const standing = standingOf(status, before?.standing, line, batch, context);
              yield { result, isNew: before === null, standing };
            }
          },
        });
        return {
          ...countFates(given.map(({ fate }) => fate)),
          notes: [
            ...identityNotes(given),
            ...noteUnmarkedParts(given, stored, parents),
            ...notesOnPlace(await readWhereabouts(tx), changed),
          ],
        };
      },
    };
  },
});

/** A figure that a row adds or changes. */
function changed({ line, row, result, stored }: SaidResult) {
  const { program, periodEnd } = result;
  const isOld = row.reason === undefined || row.reason === (stored?.row.reason ?? null);
  return {
    line,
    program,
    days: [periodEnd, stored?.row.periodEnd ?? null],
    // Why it was changed before is not why it is changed now.
    reason: isOld ? null : (row.reason ?? null),
  };
}

/** Figures as a file has them. @param refOf what the figures that hold them are called by */
function fileRows(
  stored: readonly StoredRow<StoredResult>[],
  refOf: ReadonlyMap<string, string>,
  indicators: ReadonlyMap<string, Indicator>,
): readonly FileRow[] {
  return stored.map(({ id, row, standing }) => ({
    key: id,
    batch: standing.batch,
    line: standing.batchLine,
    cells: {
      ...resultCells(row, indicators.get(row.indicator)),
      ref: row.ref ?? id,
      part_of: row.partOf === null ? '' : (refOf.get(row.partOf) ?? row.partOf),
      status: standing.status,
    },
  }));
}

/** What jumps, beside the figures that count (`odd-value.ts`). */
function doubtsAbout(
  given: readonly (SaidResult & { readonly fate: Fate })[],
  stored: readonly StoredRow<StoredResult>[],
  indicators: ReadonlyMap<string, Indicator>,
): readonly Doubt[] {
  const counting = stored.flatMap(({ standing, row }) =>
    standing.status === 'approved' ? [{ ...row, breakdown: row.parts }] : [],
  );
  return given.flatMap(({ line, result, fate }) => {
    if (fate === 'unchanged') return [];
    const { combineTime = 'sum' } = indicators.get(result.indicator) ?? {};
    const others = counting.filter(({ id }) => id !== result.id);
    const odd = oddValue({ ...result, breakdown: result.parts }, others, combineTime);
    return odd === null ? [] : [{ line, column: 'value', ...odd }];
  });
}

/** What a row says, of which figure. */
interface SaidResult {
  readonly line: number;
  readonly row: ResultRow;
  readonly stored: StoredRow<StoredResult> | null;
  readonly givesWayTo: number | null;
  readonly result: StoredResult;
  /** Why the figure that it names cannot hold it. */
  readonly wholeRefusal: DomainError | null;
}

/** What rows of a file can be, or be a part of: figures of their programmes, of those above and below, and of their refs. */
function wantedBy(open: readonly OpenResult[], parents: Parents, { answers }: ImportContext) {
  const named = new Set(open.flatMap(({ row }) => [row.program, ...(row.part_of ? [row.part_of] : [])]));
  const related = new Set([...named].flatMap((code) => above(code, parents)));
  for (const code of parents.keys()) {
    if (above(code, parents).some((each) => named.has(each))) related.add(code);
  }
  return {
    programs: [...new Set([...named, ...related])].filter((code) => parents.has(code)),
    indicators: [...new Set(open.map(({ indicator }) => indicator.code))],
    refs: [...refsNamed(open, answers.twins), ...open.flatMap(({ row }) => row.part_of ?? [])],
  };
}

/** What each row says, over the figure that it is. An empty cell `part_of` clears. */
function saidBy(
  open: readonly OpenResult[],
  rows: readonly IdentifiedRow<StoredResult>[],
): readonly SaidResult[] {
  return open.map((each, index) => {
    const { line, row } = each;
    const { id, ref, stored, givesWayTo } = rows[index] as IdentifiedRow<StoredResult>;
    const said = each.as(id, ref, stored?.row);
    const result = row.part_of === null ? { ...said, partOf: null } : said;
    // One that says what is stored is that one: of a file that repeats an import no second copy is kept.
    const isKnown = stored !== null && isDeepStrictEqual(result, stored.row);
    return { line, row, stored, givesWayTo, result: isKnown ? stored.row : result, wholeRefusal: null };
  });
}

/** With the figures that hold them, where a cell names one. */
function withWholes(
  said: readonly SaidResult[],
  stored: readonly StoredRow<StoredResult>[],
): readonly SaidResult[] {
  const after = [...figuresAfter(said, stored).values()].map(({ result }) => result);
  const wholes = wholesOf(after);
  const resolved = said.map((each): SaidResult => {
    const { row, result } = each;
    if (!row.part_of) return each;
    const whole = wholeOf(row.part_of, result, wholes);
    return whole instanceof DomainError
      ? { ...each, wholeRefusal: whole }
      : { ...each, result: { ...result, partOf: whole.id } };
  });
  const wholeIds = new Map(
    [...after, ...resolved.map(({ result }) => result)].map(({ id, partOf }) => [id, partOf]),
  );
  return resolved.map((each) =>
    each.wholeRefusal === null && isInCircle(each.result.id, (id) => wholeIds.get(id) ?? null)
      ? { ...each, wholeRefusal: inCircle }
      : each,
  );
}

const inCircle = refusal(
  'RESULT.PART_OF_ITSELF',
  'The figures that hold this one are parts of it themselves.',
  'Empty the cell in one of them.',
);

/** Every figure that is known here as it is after the file. */
function figuresAfter(
  said: readonly { readonly result: StoredResult; readonly status?: RowStatus }[],
  stored: readonly StoredRow<StoredResult>[],
) {
  return new Map([
    ...stored.map(({ id, row, standing }) => [id, { result: row, status: standing.status }] as const),
    ...said.map(({ result, status = 'draft' }) => [result.id, { result, status }] as const),
  ]);
}

/** Figures of programmes and of their own activities that may hold each other, of which a row of the file is one. */
function noteUnmarkedParts(
  given: readonly { readonly line: number; readonly result: StoredResult; readonly status: RowStatus }[],
  stored: readonly StoredRow<StoredResult>[],
  parents: Parents,
): readonly string[] {
  const programs = new Set(given.map(({ result }) => result.program));
  for (const { row } of stored) programs.add(row.program);
  const wholes = new Set([...programs].flatMap((code) => above(code, parents)));
  // Most programmes have neither activities with figures nor a programme above them.
  const related = new Set(
    [...programs].filter(
      (code) => wholes.has(code) || above(code, parents).some((each) => programs.has(each)),
    ),
  );
  const isInFamily = ({ program }: StoredResult) => related.has(program);
  const family = given.filter(({ result }) => isInFamily(result));
  if (family.length === 0) return [];
  const kin = stored.filter(({ row }) => isInFamily(row));
  const counting = [...figuresAfter(family, kin).values()].flatMap(({ result, status }) =>
    status === 'withdrawn' ? [] : [result],
  );
  const lineOf = new Map(family.map(({ line, result }) => [result.id, line]));
  const named = ({ id, ref, program, value }: StoredResult) => {
    const line = lineOf.get(id);
    return `${value} of ${program} (${line === undefined ? (ref ?? id) : `line ${line}`})`;
  };
  const pairs = unmarkedParts(counting, (program) => above(program, parents)).filter(
    ({ whole, part }) => lineOf.has(whole.id) || lineOf.has(part.id),
  );
  const notes = pairs
    .slice(0, MOST_NOTED)
    .map(
      ({ whole, part }) =>
        `${named(part)} may be part of ${named(whole)}: both count. If it is, write part_of: ${whole.ref ?? whole.program}.`,
    );
  return pairs.length > MOST_NOTED
    ? [...notes, `... and ${pairs.length - MOST_NOTED} more pairs of a programme and its activity.`]
    : notes;
}

const MOST_NOTED = 20;
/** Rows that somebody types, or looks through one by one. */
const MOST_DOUBTED = 1_000;

function identityOf(result: StoredResult): readonly (string | null)[] {
  const parts = result.parts.map(({ axis, part }) => `${axis}=${part}`).sort();
  return [
    result.program,
    result.indicator,
    result.kind,
    result.place,
    result.periodStart,
    result.periodEnd,
    parts.join(';'),
    originalText(result.note),
  ];
}

function termsOf(breakdown: ResultRow['breakdown']): readonly Term[] {
  return (breakdown ?? []).flatMap(({ axis, axisWords, part, partWords }) => [
    { list: 'axis', code: axis, label: { en: axisWords } },
    { list: axis, code: part, label: { en: partWords } },
  ]);
}

/** Each once, in the order in which they come last: of two words for one thing the later holds. */
function lastOfEach<Item>(items: readonly Item[]): readonly Item[] {
  return [...new Set(items.toReversed())].reverse();
}
