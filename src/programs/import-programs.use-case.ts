import { z } from 'zod';
import { compareCodes } from '../core/text.ts';
import {
  choice,
  endCell,
  type GivenDate,
  linkCell,
  optional,
  readershipCell,
  refusal,
  startCell,
  words,
} from '../platform/csv/cells.ts';
import { countChanges, repeatedKeys, sortChanges } from '../platform/csv/changes.ts';
import { textCells } from '../platform/csv/file-rows.ts';
import { mergeText, optionalText, text } from '../platform/csv/given-text.ts';
import { type ImportContext, importKind, type Numbered, rowError } from '../platform/csv/import-kind.ts';
import type { RowError } from '../platform/csv/row-error.ts';
import { programGuide } from '../web/i18n/messages/guides-programs.ts';
import { identifierCell, refuseSharedIdentifiers, unpublishable } from './identifiers.ts';
import { pillarsReader, programReader } from './known-words.ts';
import { circleFrom, type Parents, parentsFirst } from './parents.ts';
import { pillarsCell, programCode } from './program-cells.ts';
import {
  knownPrograms,
  programCalls,
  readPillars,
  readPrograms,
  type StoredProgram,
  storePrograms,
} from './programs.repository.ts';
import { PROGRAM_STATUSES } from './programs.table.ts';

const schema = z.object({
  code: programCode,
  parent: optional(programCode),
  title: text,
  unit: optional(words),
  pillar: optional(pillarsCell),
  status: choice(PROGRAM_STATUSES),
  start: optional(startCell),
  end: optional(endCell),
  beneficiaries: optionalText,
  beneficiaries_for: readershipCell,
  link: optional(linkCell),
  note: optionalText,
  note_for: readershipCell,
  summary: optionalText,
  summary_for: readershipCell,
  objectives: optionalText,
  objectives_for: readershipCell,
  identifier: optional(identifierCell),
});
type ProgramRow = Numbered<z.output<typeof schema>>;

/**
 * `code,parent,title,unit,pillar,status,start,end,beneficiaries,link,note,summary,objectives,identifier`, texts with
 * translations, and all but the title with whose they are (`summary_for`: `everybody` or `organisation`). A parent may
 * come later in the file. Dates are a year, a month or a day.
 */
export const programsKind = importKind({
  name: 'programs',
  guide: programGuide,
  async lists(db) {
    return {
      parent: [...(await knownPrograms(db))].sort(),
      pillar: [...(await readPillars(db)).keys()].sort(),
    };
  },
  schema,
  texts: ['title', 'beneficiaries', 'note', 'summary', 'objectives'],
  async read(db) {
    const stored = [...(await readPrograms(db)).values()].sort((a, b) => compareCodes(a.code, b.code));
    return stored.map((program) => ({ key: program.code, cells: programCells(program) }));
  },
  async reader(tx, reading) {
    return {
      cells: {
        parent: programReader(await programCalls(tx)),
        pillar: pillarsReader((await readPillars(tx)).values(), reading),
      },
    };
  },
  async plan(tx, rows, context) {
    const stored = await readPrograms(tx);
    const pillars = await readPillars(tx);
    const given = new Map(
      rows.map((numbered) => [numbered, programOf(numbered, stored.get(numbered.row.code))]),
    );
    const changes = sortChanges([...given.values()], ({ code }) => code, stored);
    const parents: Parents = new Map(
      [...stored.values(), ...given.values()].map(({ code, parent }) => [code, parent]),
    );
    return {
      errors: [
        ...repeatedKeys(rows, 'code', ({ code }) => code),
        ...rows.flatMap((row) => refusePillars(row, pillars)),
        ...rows.flatMap((row) => refuseParent(row, parents, context)),
        ...[...given].flatMap(([{ line }, program]) => refuseDates(line, program)),
        ...refuseSharedIdentifiers(
          [...given].map(([{ line }, row]) => ({ line, row })),
          stored,
        ),
      ],
      keys: new Map(rows.map(({ line, row }) => [line, row.code])),
      async write() {
        const changed = [...changes.inserted, ...changes.updated];
        await storePrograms(tx, parentsFirst(changed));
        return {
          ...countChanges(changes),
          notes: unpublishable(changed.map(({ identifier }) => identifier)),
        };
      },
    };
  },
});

function programCells(program: StoredProgram): Readonly<Record<string, string>> {
  return {
    code: program.code,
    parent: program.parent ?? '',
    ...textCells('title', program.title),
    unit: program.unit ?? '',
    pillar: program.pillars.map(({ code, share }) => (share === null ? code : `${code}:${share}`)).join(';'),
    status: program.status,
    start: dateCell(program.start, program.startPrecision),
    end: dateCell(program.end, program.endPrecision),
    ...textCells('beneficiaries', program.beneficiaries),
    beneficiaries_for: program.beneficiariesFor ?? '',
    link: program.link ?? '',
    ...textCells('note', program.note),
    note_for: program.noteFor ?? '',
    ...textCells('summary', program.summary),
    summary_for: program.summaryFor ?? '',
    ...textCells('objectives', program.objectives),
    objectives_for: program.objectivesFor ?? '',
    identifier: program.identifier ?? '',
  };
}

/** A year, a month or a day, as the source gave it. */
function dateCell(day: StoredProgram['start'], precision: StoredProgram['startPrecision']): string {
  return day?.slice(0, { year: 4, month: 7, day: 10, none: 0 }[precision]) ?? '';
}

/** The programme as it shall be stored: what the file has no column for stays as it is. */
function programOf({ row }: ProgramRow, stored: StoredProgram | undefined): StoredProgram {
  const keep = <T>(given: T | undefined, before: T | undefined, none: T): T =>
    given === undefined ? (before ?? none) : given;
  const start = dateOf(row.start, stored?.start, stored?.startPrecision);
  const end = dateOf(row.end, stored?.end, stored?.endPrecision);
  return {
    code: row.code,
    parent: keep(row.parent, stored?.parent, null),
    title: mergeText(stored?.title ?? null, row.title),
    summary: mergeText(stored?.summary ?? null, row.summary),
    summaryFor: keep(row.summary_for, stored?.summaryFor, null),
    objectives: mergeText(stored?.objectives ?? null, row.objectives),
    objectivesFor: keep(row.objectives_for, stored?.objectivesFor, null),
    beneficiaries: mergeText(stored?.beneficiaries ?? null, row.beneficiaries),
    beneficiariesFor: keep(row.beneficiaries_for, stored?.beneficiariesFor, null),
    unit: keep(row.unit, stored?.unit, null),
    status: row.status,
    start: start.day,
    startPrecision: start.precision,
    end: end.day,
    endPrecision: end.precision,
    link: keep(row.link, stored?.link, null),
    note: mergeText(stored?.note ?? null, row.note),
    noteFor: keep(row.note_for, stored?.noteFor, null),
    identifier: keep(row.identifier, stored?.identifier, null),
    pillars: row.pillar === undefined ? (stored?.pillars ?? []) : (row.pillar ?? []),
  };
}

function dateOf(
  given: GivenDate | null | undefined,
  day: StoredProgram['start'] = null,
  precision: StoredProgram['startPrecision'] = 'none',
) {
  return given === undefined ? { day, precision } : (given ?? { day: null, precision: 'none' as const });
}

function refusePillars({ line, row }: ProgramRow, known: ReadonlyMap<string, unknown>): readonly RowError[] {
  const unknown = (row.pillar ?? []).filter(({ code }) => !known.has(code));
  return unknown.map(({ code }) => {
    const remedy = `Pillars are: ${[...known.keys()].join(', ') || 'none yet; import them first'}.`;
    return rowError(
      line,
      'pillar',
      refusal('PROGRAM.UNKNOWN_PILLAR', `There is no pillar "${code}".`, remedy),
    );
  });
}

function refuseParent(
  { line, row }: ProgramRow,
  parents: Parents,
  context: ImportContext,
): readonly RowError[] {
  const { code, parent } = row;
  if (parent && !parents.has(parent) && !context.column('code').includes(parent)) {
    const remedy = 'Correct the code, or add a row for that programme.';
    return [
      rowError(
        line,
        'parent',
        refusal('PROGRAM.UNKNOWN_PARENT', `There is no programme "${parent}".`, remedy),
      ),
    ];
  }
  const circle = circleFrom(code, parents);
  if (circle === null) return [];
  const message = `The programme would be inside itself: ${circle.join(' in ')}.`;
  return [
    rowError(
      line,
      'parent',
      refusal('PROGRAM.INSIDE_ITSELF', message, 'Empty or correct one of these parents.'),
    ),
  ];
}

function refuseDates(line: number, { start, end }: StoredProgram): readonly RowError[] {
  if (start === null || end === null || start <= end) return [];
  const message = `The programme ends (${end}) before it starts (${start}).`;
  return [rowError(line, 'end', refusal('PROGRAM.DATES_REVERSED', message, 'Correct one of the dates.'))];
}
