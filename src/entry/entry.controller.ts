import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, type Visit, Visiting } from '../access/index.ts';
import { type View, Views, withCodes, withPrograms } from '../analytics/index.ts';
import { type EntryKind, isOpen } from '../core/entry/submission.ts';
import { DomainError } from '../core/errors.ts';
import { LANGUAGES } from '../core/text.ts';
import type { EvidencePiece } from '../results/index.ts';
import { deskMessages } from '../web/i18n/messages/entry.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import type { PersonAuthor } from './author.ts';
import { ENTRY_FORM, EntryFormPage } from './entry.page.tsx';
import { cellsOf, cellsWithSign, decimalIn, entryKind, nextCells } from './entry-form.ts';
import { Evidence } from './evidence/evidence.use-case.ts';
import { type EnteredRow, type RowCheck, SOUND } from './plan-entered.ts';
import { SubmissionPage } from './submission.page.tsx';
import { programsIn } from './submission-words.ts';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { RowRefused, Submissions } from './submissions.use-case.ts';

const text = z
  .string({ error: 'takes one value' })
  .max(20_000, { error: 'takes at most 20,000 characters' })
  .refine((typed) => !typed.includes('\0'), { error: 'holds a NUL character' });
/** The fields of a form, whichever it has. */
export const formFields = z.record(z.string().max(80), text);
type FormFields = z.output<typeof formFields>;

const short = z.string({ error: 'takes one value' }).max(200).optional();
/** What the addresses of pages of entry take. */
export const entryQuery = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  /** The row that is to be corrected. */
  ref: short,
  /** The submission after which this is the next. */
  from: z.uuid().optional(),
  /** Of the rows that were entered at once. */
  page: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: 'takes a number' })
    .transform(Number)
    .optional(),
  // What the form begins with.
  program: short,
  indicator: short,
  kind: short,
  country_or_region: short,
  period_start: short,
  period_end: short,
});
export type EntryVisit = Visit<z.output<typeof entryQuery>>;

const FORM: PageForm = {
  name: ENTRY_FORM,
  words: entryErrors,
  fields: { 'ENTRY.NOT_YOURS': 'program' },
};
const NOTICES = {
  kept: deskMessages.doneKept,
  submitted: deskMessages.doneSubmitted,
  takenBack: deskMessages.doneTakenBack,
};
/** So many programmes are a list to choose from. */
const MOST_PROGRAMS = 40;

interface Shown {
  readonly cells: Cells;
  readonly known?: Submission | null;
  readonly twin?: { readonly answer: string; readonly ref: string } | null;
  readonly check?: RowCheck;
  readonly refusal?: Refusal | null;
}

/** Rows that people enter, one by one: for whoever enters figures. */
@ApiExcludeController()
@Controller()
export class EntryController {
  constructor(
    private readonly submissions: Submissions,
    private readonly evidence: Evidence,
    private readonly views: Views,
  ) {}

  @Get('entry/:kind')
  async form(@Visiting(entryQuery) visit: EntryVisit, @Param('kind') name: string): Promise<void> {
    const kind = known(name);
    visit.show(await this.page(visit, kind, { cells: await this.begin(visit, kind) }));
  }

  @Post('entry/:kind')
  enter(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('kind') name: string,
    @Body({ schema: formFields }) body: FormFields,
  ): Promise<void> {
    return this.take(visit, known(name), body, null);
  }

  /** What its author may still change is a form. */
  @Get('submissions/:id')
  async show(@Visiting(entryQuery) visit: EntryVisit, @Param('id') id: string): Promise<void> {
    const found = await this.submissions.find(keeperOf(visit.request), idOf(id));
    const isForm = found.author === visit.person.account && isOpen(found.status);
    visit.show(
      isForm
        ? await this.page(visit, found.kind, { cells: found.cells, known: found, twin: twinOf(found) })
        : SubmissionPage({
            frame: visit.frame({ notices: NOTICES }),
            view: await withPrograms(await this.view(visit), programsIn([found.cells])),
            kind: this.submissions.kindOf(found.kind),
            submission: found,
            isOwn: found.author === visit.person.account,
            isOfSheet: await this.submissions.isOfSheet(keeperOf(visit.request), found),
            pieces: await this.piecesOf(visit, found),
          }),
    );
  }

  @Post('submissions/:id')
  async change(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('id') id: string,
    @Body({ schema: formFields }) body: FormFields,
  ): Promise<void> {
    const found = await this.submissions.find(keeperOf(visit.request), idOf(id));
    return this.take(visit, found.kind, body, found);
  }

  @Post('submissions/:id/discard')
  async discard(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('id') id: string,
    @Body({ schema: formFields }) body: FormFields,
  ): Promise<void> {
    await this.submissions.discard(authorOf(visit), { id: idOf(id), version: versionOf(body) });
    visit.goTo('/desk?done=discarded');
  }

  @Post('submissions/:id/take-back')
  async takeBack(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('id') id: string,
    @Body({ schema: formFields }) body: FormFields,
  ): Promise<void> {
    await this.submissions.takeBack(authorOf(visit), { id: idOf(id), version: versionOf(body) });
    visit.goTo(`/submissions/${id}?done=takenBack`);
  }

  /** @param before what is changed; null: it is not kept yet */
  private async take(
    visit: EntryVisit,
    kind: EntryKind,
    body: FormFields,
    before: Submission | null,
  ): Promise<void> {
    const author = authorOf(visit);
    const typed = cellsOf(this.submissions.kindOf(kind), body);
    const row = { ...(await this.rowOf(visit, typed, body)), ...(before !== null && signOf(before)) };
    const version = before === null ? null : { id: before.id, version: versionOf(body) };
    const action = body.do ?? 'submit';
    const accepts = (body.accepts ?? '') !== '';
    // Not from the refusal: what is wrong with a row is more than one sentence.
    let check: RowCheck = SOUND;
    await visit.submit(
      FORM,
      async () => {
        try {
          return action === 'keep' || action === 'attach'
            ? await this.submissions.keep(author, kind, row, version)
            : await this.submissions.submit(author, kind, row, version, accepts);
        } catch (error) {
          if (error instanceof RowRefused) check = error.check;
          throw error;
        }
      },
      {
        done: ({ id }) => {
          if (action === 'attach') return `/submissions/${id}/evidence`;
          if (action === 'keep') return `/submissions/${id}?done=kept`;
          // A row of a file is mended on the way of that file.
          if (before?.origin === 'file') return `/sheets/${before.together}`;
          return action === 'next' ? `/entry/${kind}?from=${id}&done=submitted` : '/desk?done=submitted';
        },
        refused: (refusal) => {
          const twin = row.twin === null ? null : { answer: row.twin, ref: row.twinRef ?? '' };
          return this.page(visit, kind, { cells: typed, known: before, twin, check, refusal });
        },
      },
    );
  }

  private async rowOf(visit: EntryVisit, typed: Cells, body: FormFields): Promise<EnteredRow> {
    const view = await this.view(visit);
    const answer = body.twin === 'same' || body.twin === 'another' ? body.twin : null;
    return {
      cells: { ...typed, ...(await programMeant(view, typed)) },
      decimal: decimalIn(visit.edition.language),
      twin: answer,
      twinRef: answer === 'same' ? body['twin-ref'] || null : null,
    };
  }

  private async begin(visit: EntryVisit, kind: EntryKind): Promise<Cells> {
    const keeper = keeperOf(visit.request);
    const { ref, from, lang: _, done: __, page: ___, ...given } = visit.query;
    const sign = decimalIn(visit.edition.language);
    if (ref !== undefined)
      return cellsWithSign((await this.submissions.stored(keeper, kind, ref)).cells, sign);
    if (from !== undefined) return nextCells((await this.submissions.find(keeper, from)).cells);
    const cells = Object.fromEntries(
      Object.entries(given).filter(([, value]) => value !== undefined),
    ) as Cells;
    return kind === 'results' ? { kind: 'actual', ...cells } : cells;
  }

  private async page(visit: EntryVisit, kind: EntryKind, shown: Shown): Promise<VNode> {
    const { cells, known: before = null, twin = null, check = SOUND, refusal = null } = shown;
    const view = await this.view(visit);
    return EntryFormPage({
      // What it looks like is told by its programme.
      view: await withPrograms(view, check.question === null ? [] : programsIn([cells])),
      frame: visit.frame({
        notices: NOTICES,
        path: before === null ? `/entry/${kind}` : `/submissions/${before.id}`,
      }),
      kind: this.submissions.kindOf(kind),
      action: before === null ? `/entry/${kind}` : `/submissions/${before.id}`,
      cells,
      known: before,
      isOfSheet: before !== null && (await this.submissions.isOfSheet(keeperOf(visit.request), before)),
      corrects: await this.isStored(visit, kind, (kind === 'programs' ? cells.code : cells.ref) ?? ''),
      programs: await programsToChoose(view),
      guide: await this.submissions.guide(kind),
      lists: await this.submissions.words(kind),
      check,
      twin,
      refusal,
      pieces: kind === 'results' ? await this.piecesOf(visit, before) : null,
      returned:
        before?.status === 'returned'
          ? { name: before.decidedName ?? '', comment: before.comment ?? '' }
          : null,
    });
  }

  private async piecesOf(visit: EntryVisit, row: Submission | null): Promise<readonly EvidencePiece[]> {
    if (row === null) return [];
    return this.evidence.of(keeperOf(visit.request), { result: null, submission: row });
  }

  private async isStored(visit: EntryVisit, kind: EntryKind, ref: string): Promise<boolean> {
    if (ref === '') return false;
    return this.submissions.stored(keeperOf(visit.request), kind, ref).then(
      () => true,
      () => false,
    );
  }

  private view(visit: EntryVisit): Promise<View> {
    return this.views.forPage(visit.request.scope, visit.edition.language);
  }
}

/** The programmes in sight, by name; null: too many for a list. */
export async function programsToChoose(
  view: View,
): Promise<readonly { readonly code: string; readonly title: string }[] | null> {
  const { rows, total } = await view.figures.programs(
    { filter: {}, begunBy: null, inOrderOf: 'tree' },
    { limit: MOST_PROGRAMS },
  );
  return total > MOST_PROGRAMS
    ? null
    : rows.map(({ program: { code, title } }) => ({ code, title: view.f.text(title) }));
}

/** A programme that is called by its name, by its code. */
export async function programMeant(view: View, { program }: Cells): Promise<{ readonly program?: string }> {
  if (program === undefined || program === '') return {};
  try {
    const { program: code } = await withCodes({ program }, view);
    return typeof code === 'string' ? { program: code } : {};
  } catch (error) {
    // Several are called so: it stays as it was typed, and its field says that there is none.
    if (error instanceof DomainError) return {};
    throw error;
  }
}

function known(name: string): EntryKind {
  const kind = entryKind(name);
  if (kind !== null) return kind;
  throw new DomainError('ENTRY.UNKNOWN', `Nothing of the kind "${name}" is entered here.`, {
    kind: 'missing',
  });
}

/** The numbers of a file go on to be read with its own sign, whoever's page they are mended on. */
function signOf({ origin, decimal }: Submission): Partial<Pick<EnteredRow, 'decimal'>> {
  return origin === 'file' ? { decimal } : {};
}

/** What is no id is nobody's. */
function idOf(given: string): string {
  if (z.uuid().safeParse(given).success) return given;
  throw new DomainError('ENTRY.UNKNOWN', 'That is no submission.', { kind: 'missing' });
}

export function versionOf(body: FormFields): number {
  return Number(/^\d{1,9}$/.exec(body.version ?? '')?.[0] ?? 0);
}

export function authorOf(visit: Pick<EntryVisit, 'person' | 'request' | 'actor'>): PersonAuthor {
  const { account, name } = visit.person;
  return { scope: visit.request.scope, account, name, actor: visit.actor };
}

function twinOf({ twin, twinRef }: Submission): NonNullable<Shown['twin']> | null {
  return twin === null ? null : { answer: twin, ref: twinRef ?? '' };
}
