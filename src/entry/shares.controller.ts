import { Body, Controller, Get, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Visit, Visiting } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { DomainError } from '../core/errors.ts';
import type { Program } from '../core/program.ts';
import { LANGUAGES } from '../core/text.ts';
import type { DecimalSign } from '../platform/csv/written-number.ts';
import { entryErrors } from '../web/i18n/messages/entry-errors.ts';
import { sharesMessages } from '../web/i18n/messages/shares.ts';
import { authorOf, formFields, programsToChoose } from './entry.controller.ts';
import { decimalIn } from './entry-form.ts';
import {
  areSameShares,
  pillarCell,
  pillarShares,
  placeShares,
  SHARES_OF,
  type SharesOf,
  type TypedShare,
  typedShares,
} from './share-set.ts';
import { type RefusedShares, SharesPage, type SharesPageProps } from './shares.page.tsx';
import type { Submission } from './submissions.repository.ts';
import type { Cells } from './submissions.table.ts';
import { RowsRefused, Submissions } from './submissions.use-case.ts';
import { codeMeant } from './typed-codes.ts';

const asked = z.object({
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
  program: z.string({ error: 'takes one value' }).max(200).default(''),
});
type SharesVisit = Visit<z.output<typeof asked>>;

const FORM: PageForm = { name: 'shares', words: entryErrors, fields: {} };
/** Of one's own that wait or are drafts. */
const MOST_OWN = 2_000;

interface Prepared
  extends Pick<SharesPageProps, 'view' | 'program' | 'programs' | 'sign' | 'fault' | 'sets'> {
  /** The programme's row, as a correction of it begins. */
  readonly cells: Cells;
  /** What the author has entered of each set and nobody has decided, the latest first. */
  readonly pending: Readonly<Record<SharesOf, readonly Submission[]>>;
}

/** All shares of a programme as a set: for whoever enters figures. */
@ApiExcludeController()
@Controller('entry/shares')
export class SharesController {
  constructor(
    private readonly submissions: Submissions,
    private readonly views: Views,
  ) {}

  @Get()
  async show(@Visiting(asked) visit: SharesVisit): Promise<void> {
    visit.show(this.page(visit, await this.prepare(visit, visit.query.program), null));
  }

  /** Saves a set, whole: its rows wait for approval together. */
  @Post()
  async save(
    @Visiting(asked) visit: SharesVisit,
    @Body({ schema: formFields }) body: z.output<typeof formFields>,
  ): Promise<void> {
    const prepared = await this.prepare(visit, body.program ?? '');
    const { view, sets, sign, pending } = prepared;
    if (sets === null) return visit.show(this.page(visit, prepared, null), { status: 422 });
    const of = SHARES_OF.find((each) => each === body.of) ?? 'places';
    const shares = await Promise.all(
      typedShares(body).map(async ({ code, share }) => ({
        code: of === 'places' ? await codeMeant(view, 'country', code) : code,
        share,
      })),
    );
    const typed = of === 'places' ? shares : shares.filter(({ code }) => code !== '');
    const refused = (text: string | null, checks: RefusedShares['checks'] = []) =>
      this.page(visit, prepared, { of, typed: shares, text, checks });
    const trouble = troubleOf(of, typed, sets[of].shares);
    if (trouble !== null) return visit.show(refused(visit.edition.t(trouble)), { status: 422 });
    let checks: RefusedShares['checks'] = [];
    return visit.submit(
      FORM,
      async () => {
        try {
          return await this.submissions.submitAll(
            authorOf(visit),
            of === 'places' ? 'program-countries' : 'programs',
            rowsOf(of, prepared, typed, sign),
            { origin: 'page', accepts: false, replaces: pending[of] },
          );
        } catch (error) {
          if (error instanceof RowsRefused) checks = error.checks;
          throw error;
        }
      },
      {
        done: ([first]) => `/sheets/${first?.together}?done=submitted`,
        refused: (refusal) => refused(checks.length === 0 ? refusal.text : null, checks),
      },
    );
  }

  private async prepare(visit: SharesVisit, typed: string): Promise<Prepared> {
    const { language, t } = visit.edition;
    const view = await this.views.forPage(visit.request.scope, language);
    const program = await codeMeant(view, 'program', typed);
    const sign = decimalIn(language);
    const nothing = { places: [], pillars: [] };
    const base = { view, program, programs: await programsToChoose(view), sign, cells: {}, pending: nothing };
    if (program === '') return { ...base, sets: null, fault: null };
    const keeper = keeperOf(visit.request);
    const found = await view.figures.program(program);
    const cells = found === null ? null : await this.cellsOf(visit, program);
    if (found === null || cells === null)
      return { ...base, sets: null, fault: t(entryErrors['ENTRY.NOT_YOURS']) };
    const own = await this.submissions.own(keeper, ['draft', 'returned', 'submitted'], MOST_OWN);
    const ofProgram = own.filter((submission) => submission.program === program);
    const pending = {
      places: ofProgram.filter(({ kind }) => kind === 'program-countries'),
      // One row says all of a programme: only the latest of them is put away for another.
      pillars: ofProgram.filter(({ kind }) => kind === 'programs').slice(0, 1),
    };
    const [correction] = pending.pillars;
    const places = await this.placesOf(view, found.program, pending.places);
    const pillars = pillarShares(correction?.cells.pillar ?? cells.pillar ?? '');
    const inSign = (shares: readonly TypedShare[]) =>
      shares.map(({ code, share }) => ({ code, share: withSign(share, sign) }));
    return {
      ...base,
      program,
      cells: correction?.cells ?? cells,
      pending,
      sets: {
        places: {
          counting: found.program.places,
          shares: inSign(places),
          waits: pending.places.length > 0,
          isInherited: found.program.places.length === 0 && found.holds.places.length > 0,
        },
        pillars: {
          counting: found.program.pillars,
          shares: inSign(pillars),
          waits: correction?.cells.pillar !== undefined,
          isInherited: found.program.pillars.length === 0 && found.holds.pillars.length > 0,
        },
      },
      fault: null,
    };
  }

  /** Null: it is not the author's to correct. */
  private async cellsOf(visit: SharesVisit, program: string): Promise<Cells | null> {
    try {
      return (await this.submissions.stored(keeperOf(visit.request), 'programs', program)).cells;
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private async placesOf(
    view: SharesPageProps['view'],
    { places }: Pick<Program, 'places'>,
    pending: readonly Submission[],
  ): Promise<readonly TypedShare[]> {
    const inOrder = pending.toReversed();
    const cells = await Promise.all(
      inOrder.map(async ({ cells }) => ({
        ...cells,
        country_or_region: await codeMeant(view, 'country', cells.country_or_region ?? ''),
      })),
    );
    return placeShares(places, cells);
  }

  private page(visit: SharesVisit, prepared: Prepared, refused: RefusedShares | null): VNode {
    const { view, program, programs, sign, fault, sets, cells } = prepared;
    const path = `/entry/shares?${new URLSearchParams({ program })}`;
    return SharesPage({
      frame: visit.frame({ path }),
      ...{ view, program, programs, sign, fault, sets, refused },
      title: sets === null ? null : titleIn(cells, visit.edition.language) || program,
    });
  }
}

/** What a set cannot be, whatever an import would say of its rows. */
function troubleOf(of: SharesOf, typed: readonly TypedShare[], shown: readonly TypedShare[]) {
  if (areSameShares(typed, shown)) return sharesMessages.nothingTyped;
  if (of === 'pillars') return typed.length === 0 ? sharesMessages.noPillar : null;
  // An empty share keeps what is there, and nobody would see that it does.
  const emptied = typed.some(
    ({ code, share }) => share === '' && shown.some((each) => each.code === code && each.share !== ''),
  );
  return emptied ? sharesMessages.notEmptied : null;
}

function rowsOf(
  of: SharesOf,
  { program, cells }: Prepared,
  typed: readonly TypedShare[],
  decimal: DecimalSign,
) {
  const said = { decimal, twin: null, twinRef: null };
  if (of === 'pillars') return [{ ...said, place: 1, cells: { ...cells, pillar: pillarCell(typed) } }];
  return typed.map(({ code, share }, index) => ({
    ...said,
    place: index + 1,
    cells: { program, country_or_region: code, share },
  }));
}

/** A share as it was typed by somebody, or as it is stored, as its reader types it: it has no thousands. */
function withSign(share: string, sign: DecimalSign): string {
  return share.replace(/[.,]/, sign === 'comma' ? ',' : '.');
}

function titleIn(cells: Cells, language: string): string {
  return cells[language === 'en' ? 'title' : `title_${language}`] || (cells.title ?? '');
}
