import { originalText } from '../core/text.ts';
import { countFates, standingOf } from '../platform/csv/approval.ts';
import { decide, refuseDecision } from '../platform/csv/decide.ts';
import type { FileRow } from '../platform/csv/file-rows.ts';
import { mergeText } from '../platform/csv/given-text.ts';
import { identify } from '../platform/csv/identify.use-case.ts';
import { identityNotes } from '../platform/csv/identity-notes.ts';
import { undoneBatches } from '../platform/csv/import-batches.repository.ts';
import { importKind, type Numbered } from '../platform/csv/import-kind.ts';
import type { OpenRow, StoredRow } from '../platform/csv/match-rows.ts';
import { refsNamed } from '../platform/csv/twin-answers.ts';
import {
  addPlaces,
  programParents,
  readClosedPeriods,
  refuseClosed,
  refuseUnknownPrograms,
} from '../programs/index.ts';
import { periodOf, readIndicators, refuseDates } from '../results/index.ts';
import { narrativeGuide } from '../web/i18n/messages/guides-narratives.ts';
import { narrativeCells } from './narrative-cells.ts';
import { narrativeLikeness } from './narrative-likeness.ts';
import { narrativeLists, narrativeReader } from './narrative-reader.repository.ts';
import { type NarrativeRow, narrativeSchema, refuseReferences } from './narrative-row.ts';
import {
  readAllNarratives,
  readNarrativesOf,
  readNarrativesOfBatch,
  type StoredNarrative,
  storeNarratives,
  takenNarrativeIds,
} from './narratives.repository.ts';

/**
 * `ref,program,country_or_region,section,period_start,period_end,date_precision,text,sheet,status,reason`, text and sheet
 * with translations and with whose they are (`text_for`, `sheet_for`). What a reference in the text means:
 * `docs/decisions/narratives.md`.
 *
 * Which text a row is: `docs/decisions/import-identity.md`.
 */
export const narrativesKind = importKind({
  name: 'narratives',
  guide: narrativeGuide,
  lists: narrativeLists,
  schema: narrativeSchema,
  texts: ['text', 'sheet'],
  reader: narrativeReader,
  figures: { name: 'narratives', belongings: [] },
  read: async (db) => (await readAllNarratives(db)).map(fileRow),
  some: async (db, keys) => (await readNarrativesOf(db, { programs: [], refs: keys })).map(fileRow),
  async plan(tx, rows, context) {
    const parents = await programParents(tx);
    const indicators = await readIndicators(tx);
    const open = rows.map(
      ({ line, row }): OpenNarrative => ({
        line,
        row,
        ref: row.ref ?? null,
        over: (stored) => narrativeFrom(row, stored),
      }),
    );
    const identified = await identify(
      { name: 'narrative', likeness: narrativeLikeness, identity: identityOf },
      open,
      {
        stored: await readNarrativesOf(tx, {
          programs: [...new Set(rows.map(({ row }) => row.program))],
          refs: refsNamed(open, context.answers.twins),
        }),
        ofBatch: (batch) => readNarrativesOfBatch(tx, batch),
        taken: (ids) => takenNarrativeIds(tx, ids),
      },
      context.answers.twins,
    );
    const now = { approve: context.approve, undone: await undoneBatches(tx) };
    const closed = await readClosedPeriods(tx);
    const given = identified.rows.map(({ line, id, ref, stored, givesWayTo }, index) => {
      const { row, over } = open[index] as OpenNarrative;
      const said = { ...over(stored?.row), id, ref };
      return { line, row, givesWayTo, stored, ...decide(said, { row, stored, givesWayTo }, now) };
    });
    return {
      questions: identified.questions,
      errors: [
        ...refuseUnknownPrograms(rows, parents),
        ...rows.flatMap((row) => [...refuseDates(row), ...refuseReferences(row, indicators)]),
        ...identified.errors,
        ...given.flatMap((each) => refuseDecision(each.line, each)),
        ...given.flatMap((each) =>
          each.fate === 'unchanged' ? [] : refuseClosed(changed(each), parents, closed),
        ),
      ],
      keys: new Map(given.map(({ line, figure }) => [line, figure.id])),
      async write(batch) {
        const stored = given.filter(({ fate }) => fate !== 'unchanged');
        await addPlaces(
          tx,
          rows.flatMap(({ row }) => row.country_or_region ?? []),
        );
        await storeNarratives(
          tx,
          stored.map(({ line, figure, status, stored: before }) => ({
            narrative: figure,
            standing: standingOf(status, before?.standing, line, batch, context),
          })),
        );
        return { ...countFates(given.map(({ fate }) => fate)), notes: identityNotes(given) };
      },
    };
  },
});

type OpenNarrative = Numbered<NarrativeRow> & OpenRow<StoredNarrative>;

/** What the id of a new text is made of: all that it says, and on which sheet. */
function identityOf(said: StoredNarrative): readonly (string | null)[] {
  return [
    said.program,
    said.place,
    said.section,
    said.periodStart,
    said.periodEnd,
    originalText(said.text),
    originalText(said.sheet),
  ];
}

/** The text as it shall be stored: what the file has no column for stays as it is. */
function narrativeFrom(row: NarrativeRow, stored: StoredNarrative | undefined): StoredNarrative {
  const sheet = mergeText(stored?.sheet ?? null, row.sheet);
  return {
    id: stored?.id ?? '',
    ref: stored?.ref ?? null,
    program: row.program,
    place: row.country_or_region?.code ?? null,
    section: row.section,
    ...periodOf(row),
    text: mergeText(stored?.text ?? null, row.text),
    textFor: row.text_for === undefined ? (stored?.textFor ?? null) : row.text_for,
    sheet,
    // Whose a sheet is stands with the sheet; where there is none, nowhere.
    sheetFor:
      sheet === null ? null : row.sheet_for === undefined ? (stored?.sheetFor ?? null) : row.sheet_for,
    reason: stored?.reason ?? null,
  };
}

/** A text that a row adds or changes. */
function changed({
  line,
  row,
  figure,
  stored,
}: {
  readonly line: number;
  readonly row: NarrativeRow;
  readonly figure: StoredNarrative;
  readonly stored: StoredRow<StoredNarrative> | null;
}) {
  const isOld = row.reason === undefined || row.reason === (stored?.row.reason ?? null);
  const days = [figure.periodEnd, stored?.row.periodEnd ?? null];
  return { line, program: figure.program, days, reason: isOld ? null : (row.reason ?? null) };
}

function fileRow({ id, row, standing }: StoredRow<StoredNarrative>): FileRow {
  return {
    key: id,
    batch: standing.batch,
    line: standing.batchLine,
    cells: { ...narrativeCells(row), ref: row.ref ?? id, status: standing.status },
  };
}
