import type { ProgramRow } from '../core/figures-of-programs.ts';
import type { Program } from '../core/program.ts';
import type { Effective } from '../core/program-tree.ts';
import type { Block, Gap } from '../core/report/block.ts';
import type { Result, ResultKind } from '../core/result.ts';
import type { PageRequest, RowPage } from '../core/row-page.ts';
import { inOrder } from '../core/selected-results.ts';
import { type LocalText, languageOf, type Readership, textIn } from '../core/text.ts';
import { readsAsOrganisation } from '../core/visibility/visibility.ts';
import { gapMessages } from '../web/i18n/messages/gaps.ts';
import { readerMessages } from '../web/i18n/messages/readers.ts';
import { factSheetFields } from '../web/i18n/messages/reports.ts';
import { totalsMessages } from '../web/i18n/messages/totals.ts';
import { firstSentence } from '../web/short-text.ts';
import { AT_ONCE, type Extent } from './blocks/rest.ts';
import { resultRowsBlock } from './blocks/rows.ts';
import { statusWords } from './blocks/status-words.ts';
import { programForm } from './entry-links.ts';
import { mended } from './gap-items.ts';
import { countryLabel, labelOf, programLabel } from './labels.ts';
import { programHref, withPrograms } from './named-view.ts';
import { remarkOn, staysInside } from './remarks.ts';
import { type ToldNarratives, toldNarratives } from './told-narratives.ts';
import type { View } from './view.ts';

/** One field of a fact sheet, in the order of the sheets that this replaces (reference/README). */
export interface SheetField {
  readonly id: string;
  readonly label: string;
  /** Paragraphs or list items; empty: the record lacks it, and the sheet says so. */
  readonly values: readonly { readonly text: string; readonly href: string | null }[];
  /** For readers of the organisation: that this is not for others. */
  readonly remark?: string;
}

/** A programme or activity with every field that the old fact sheets had, and its figures. */
export interface ProgramSheet {
  readonly code: string;
  readonly title: string;
  readonly href: string | null;
  /** The programme it is an activity of. */
  readonly parent: { readonly title: string; readonly href: string | null } | null;
  readonly fields: readonly SheetField[];
  readonly results: Block;
  readonly targets: Block;
  /** What is told of it in words. */
  readonly words: ToldNarratives;
}

/**
 * A programme's sheet. On a country's sheet (`country` given) its figures are those of the country, of regions that
 * hold it, and those that name no place; elsewhere all of them, with those of its activities.
 *
 * @param of which figures, and of how many: at once are read the newest
 */
export async function programSheet(
  asked: View,
  { program, holds }: Pick<ProgramRow, 'program' | 'holds'>,
  {
    country,
    extent = 'whole',
    most = AT_ONCE,
  }: { readonly country?: string; readonly extent?: Extent; readonly most?: PageRequest } = {},
): Promise<ProgramSheet> {
  const { code, parent } = program;
  const [results, targets, words] = await Promise.all([
    figuresOf(asked, { code, kind: 'actual', country, extent, most }),
    figuresOf(asked, { code, kind: 'target', country, extent, most }),
    toldNarratives(asked, code, country),
  ]);
  const view = await withPrograms(asked, [
    code,
    ...(parent === null ? [] : [parent]),
    ...[...results.rows, ...targets.rows].map((result) => result.program),
  ]);
  return {
    code,
    title: view.f.text(program.title),
    href: programHref(view, code),
    parent: parent === null ? null : { title: programLabel(view, parent), href: programHref(view, parent) },
    fields: fieldsOf(view, program, holds),
    results: readAtOnce(resultRowsBlock(view, results, `results-${code}`), results),
    targets: readAtOnce(resultRowsBlock(view, targets, `targets-${code}`), targets),
    words,
  };
}

/** Of more than are read at once, those that are. */
function readAtOnce(block: Block, { next, total }: RowPage<Result>): Block {
  return next === null || block.short !== undefined
    ? block
    : { ...block, short: { rows: block.rows, all: total } };
}

/** What a sheet says, as data. */
export function sheetBlocks({
  results,
  targets,
  words,
}: Pick<ProgramSheet, 'results' | 'targets' | 'words'>): readonly Block[] {
  return [results, targets, ...(words.block === null ? [] : [words.block])];
}

async function figuresOf(
  { figures, filter, cutOff }: View,
  of: {
    readonly code: string;
    readonly kind: ResultKind;
    readonly country: string | undefined;
    readonly extent: Extent;
    readonly most: PageRequest;
  },
): Promise<RowPage<Result>> {
  const { code, kind, country, extent, most } = of;
  const { from: _, to: __, country: ___, ...rest } = filter;
  const selection = {
    filter: { ...rest, program: code },
    kind,
    cutOff,
    ...(country !== undefined && { concerning: { country, day: cutOff } }),
  };
  if (extent === 'whole') return figures.results(selection);
  const newest = await figures.results({ ...selection, inOrderOf: 'newest' }, most);
  // Few enough to be read in their order.
  return newest.next === null ? { ...newest, rows: newest.rows.toSorted(inOrder) } : newest;
}

/** What a programme's page says of one of its activities. */
export interface ActivityEntry {
  readonly code: string;
  readonly title: string;
  readonly href: string | null;
  readonly summary: SheetField | undefined;
}

/** A page of a programme's activities that may be read about. */
export async function activitiesOf(
  view: View,
  code: string,
  page: PageRequest,
): Promise<RowPage<ActivityEntry>> {
  const { rows, ...shown } = await view.figures.activities(code, page);
  const entries = rows.map(({ program, holds, ...standing }) => ({
    code: standing.code,
    title: view.f.text(program.title),
    href: view.links.program(standing),
    summary: fieldsOf(view, program, holds).find(({ id }) => id === 'summary'),
  }));
  return { ...shown, rows: entries };
}

/** How a programme's page begins: the first sentence of its summary, and what follows it. */
export interface Introduction {
  readonly lead: string | null;
  readonly rest: string | null;
}

export function introductionOf({ f, language }: View, { summary }: Pick<Program, 'summary'>): Introduction {
  if (summary === null) return { lead: null, rest: null };
  const is = languageOf(summary, language);
  const [lead, rest] = firstSentence(textIn(summary, language), is);
  return { lead: f.text({ [is]: lead }), rest: rest === '' ? null : f.text({ [is]: rest }) };
}

/** What a programme's sheet does not say, beside what the record lacks of its figures; a note nobody misses. */
export function notFilledIn(view: View, { code, fields }: Pick<ProgramSheet, 'code' | 'fields'>): Gap | null {
  const missing = fields.filter(({ id, values }) => values.length === 0 && id !== 'note');
  if (missing.length === 0) return null;
  return {
    id: 'not-filled-in',
    label: view.t(gapMessages.notFilledIn, { count: 1 }),
    explanation: view.t(gapMessages.notFilledInAdvice),
    items: [
      mended(
        view,
        { text: view.f.list(missing.map(({ label }) => label)), href: null },
        { path: programForm(code), does: 'change-program' },
        code,
      ),
    ],
  };
}

const FREE_TEXTS: readonly string[] = ['beneficiaries', 'summary', 'objectives', 'note'];

/** @param where its own pillars, places and funders, or those that hold for it too, which are its parent's */
export function fieldsOf(
  view: View,
  program: Program,
  { pillars, places, funders }: Pick<Effective, 'pillars' | 'places' | 'funders'>,
): readonly SheetField[] {
  const { t, f } = view;
  const field = (id: keyof typeof factSheetFields, values: SheetField['values']): SheetField => ({
    id,
    label: t(factSheetFields[id]),
    values,
  });
  const plain = (text: string | null) => (text === null ? [] : [{ text, href: null }]);
  const local = (text: LocalText | null) => plain(text === null ? null : f.text(text));
  const text = (
    id: keyof typeof factSheetFields,
    own: LocalText | null,
    readership: Readership | null,
  ): readonly SheetField[] =>
    own !== null && staysInside(view, readership)
      ? []
      : [{ ...field(id, local(own)), ...remarkOn(view, own, readership) }];
  const linked = (text: string, href: string | null) => ({ text, href });
  const shareOf = (share: string | null) => (share === null ? '' : ` (${f.number(Number(share))}%)`);
  const fields = [
    field(
      'pillar',
      pillars.map(({ code, share }) =>
        linked(
          labelOf(view, 'pillar', code) + (pillars.length > 1 ? shareOf(share) : ''),
          view.links.pillar(code),
        ),
      ),
    ),
    field('name', local(program.title)),
    field('dates', plain(datesOf(view, program))),
    ...text('beneficiaries', program.beneficiaries, program.beneficiariesFor),
    field('link', program.link === null ? [] : [linked(program.link, program.link)]),
    field(
      'donors',
      funders.map((code) => linked(labelOf(view, 'donor', code), view.links.donor(code))),
    ),
    ...text('summary', program.summary, program.summaryFor),
    ...text('objectives', program.objectives, program.objectivesFor),
    field('status', plain(statusWords(view, program))),
    field(
      'unit',
      plain(program.unit === null ? null : view.vocabulary.word('unit', program.unit, view.language)),
    ),
    // Few have one, and nothing is wrong with a programme that has none.
    ...(program.identifier === null ? [] : [field('identifier', plain(program.identifier))]),
    field('organisations', organisationsOf(view, program)),
    field(
      'places',
      places.map(({ code, share }) =>
        linked(
          countryLabel(view, code) + (places.length > 1 ? shareOf(share) : ''),
          view.links.country(code),
        ),
      ),
    ),
    ...text('note', program.note, program.noteFor),
  ];
  return readsAsOrganisation(view) ? fields : withoutWhatIsKept(view, fields);
}

/**
 * A reader from outside hears the same of a text that is kept and of one that was never written: which of the two it is
 * would tell a donor that there are others.
 */
function withoutWhatIsKept(view: View, fields: readonly SheetField[]): readonly SheetField[] {
  const isAbsent = ({ id, values }: SheetField) => values.length === 0 && FREE_TEXTS.includes(id);
  const absent = fields.filter(isAbsent);
  if (absent.length === 0) return fields;
  const names = view.f.list(absent.map(({ label }) => label));
  const text = view.t(readerMessages.notShownReason, { fields: names });
  return [
    ...fields.filter((field) => !isAbsent(field)),
    { id: 'not-shown', label: view.t(readerMessages.notShown), values: [{ text, href: null }] },
  ];
}

function datesOf(view: View, { start, startPrecision, end, endPrecision }: Program): string | null {
  return start === null && end === null ? null : view.f.dated({ start, startPrecision, end, endPrecision });
}

function organisationsOf(view: View, program: Program): SheetField['values'] {
  return BESIDE_FUNDING.flatMap((role) => {
    const own = program.organisations.filter((each) => each.role === role);
    if (own.length === 0) return [];
    const names = own.map(({ organisation }) => labelOf(view, 'donor', organisation)).join(', ');
    return [
      { text: view.t(totalsMessages.inRole, { role: view.t(totalsMessages[role]), names }), href: null },
    ];
  });
}

/** What organisations do that do not fund, in the order in which a sheet says it. */
const BESIDE_FUNDING = ['implementing', 'partner'] as const;
