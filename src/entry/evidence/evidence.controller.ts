import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, type Visit, Visiting } from '../../access/index.ts';
import { type View, Views } from '../../analytics/index.ts';
import { isOpen } from '../../core/entry/submission.ts';
import { DomainError } from '../../core/errors.ts';
import type { Result } from '../../core/result.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { evidenceMessages } from '../../web/i18n/messages/evidence.ts';
import { evidenceErrors } from '../../web/i18n/messages/evidence-errors.ts';
import { type Author, isOwn } from '../author.ts';
import { authorOf } from '../entry.controller.ts';
import type { Submission } from '../submissions.repository.ts';
import { Submissions } from '../submissions.use-case.ts';
import { formOf } from './attach-forms.tsx';
import { EvidencePage } from './evidence.page.tsx';
import { Evidence, type FoundPiece } from './evidence.use-case.ts';
import { ofFigure, ofRow, pathOf, type ShownPlace } from './evidence-place.ts';
import { readEvidence } from './given-evidence.ts';

const line = (most: number) =>
  z
    .string({ error: 'takes one value' })
    .max(most, { error: `takes at most ${most} characters` })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
    .default('');
const attaching = z.object({
  kind: z.enum(['file', 'link', 'quotation'], { error: 'takes file, link or quotation' }),
  title: line(2_000),
  title_for: line(20),
  url: line(4_000),
  quotation: line(20_000),
  page: line(400),
  file: z.instanceof(Uint8Array).catch(new Uint8Array()),
  'file.name': z.string().max(1_000).catch(''),
});
export type AttachingFields = z.output<typeof attaching>;
const withdrawing = z.object({ reason: line(2_000) });
const noFields = z.object({});

const FORM = (name: string, fields: PageForm['fields'] = {}): PageForm => ({
  name,
  words: evidenceErrors,
  fields,
});
const FIELDS = {
  'EVIDENCE.NO_FILE': 'file',
  'EVIDENCE.TOO_LARGE': 'file',
  'EVIDENCE.TYPE': 'file',
  'EVIDENCE.MARKUP': 'file',
  'EVIDENCE.ACTIVE': 'file',
  'EVIDENCE.ENCRYPTED': 'file',
  'EVIDENCE.UNREADABLE': 'file',
  'EVIDENCE.BOMB': 'file',
  'EVIDENCE.TWICE': 'file',
  'EVIDENCE.TITLE': 'title',
  'EVIDENCE.ADDRESS': 'url',
  'EVIDENCE.QUOTATION': 'quotation',
  'EVIDENCE.PAGE': 'page',
  'EVIDENCE.REASON': 'reason',
};
const NOTICES = {
  attached: evidenceMessages.doneAttached,
  attachedToRow: evidenceMessages.doneAttachedToRow,
  confirmed: evidenceMessages.doneConfirmed,
  withdrawn: evidenceMessages.doneWithdrawn,
};
const UUID = z.uuid();

/** What is attached to a figure or to a row: seen whole by whoever enters figures, added, confirmed and withdrawn. */
@ApiExcludeController()
@Controller()
export class EvidenceController {
  constructor(
    private readonly evidence: Evidence,
    private readonly submissions: Submissions,
    private readonly views: Views,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get('results/:id/evidence')
  async show(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    const view = await this.view(visit);
    visit.show(await this.page(visit, view, ofFigure(await figureOf(view, id)), null, null));
  }

  @Post('results/:id/evidence')
  @RouteConfig({ takesFile: 'evidence' })
  async attach(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: attaching }) typed: AttachingFields,
  ): Promise<void> {
    const view = await this.view(visit);
    return this.take(visit, view, ofFigure(await figureOf(view, id)), typed);
  }

  /** What comes with a row of one's own, before it is submitted. */
  @Get('submissions/:id/evidence')
  async showOfRow(@Visiting() visit: Visit, @Param('id') id: string): Promise<void> {
    const row = await this.rowOf(visit, id);
    visit.show(await this.page(visit, await this.view(visit), ofRow(row), null, null));
  }

  @Post('submissions/:id/evidence')
  @RouteConfig({ takesFile: 'evidence' })
  async attachToRow(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: attaching }) typed: AttachingFields,
  ): Promise<void> {
    return this.take(visit, await this.view(visit), ofRow(await this.rowOf(visit, id)), typed);
  }

  @Post('evidence/:id/confirm')
  async confirm(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: noFields }) _nothing: z.output<typeof noFields>,
  ): Promise<void> {
    const view = await this.view(visit);
    const { piece, place } = await this.found(visit, view, id);
    return visit.submit(FORM(`confirm-${piece.id}`), () => this.evidence.confirm(authorOf(visit), piece.id), {
      done: `${pathOf(place)}?done=confirmed`,
      refused: (refusal) => this.page(visit, view, place, null, refusal),
    });
  }

  @Post('evidence/:id/withdraw')
  async withdraw(
    @Visiting() visit: Visit,
    @Param('id') id: string,
    @Body({ schema: withdrawing }) { reason }: z.output<typeof withdrawing>,
  ): Promise<void> {
    const view = await this.view(visit);
    const { place, ...found } = await this.found(visit, view, id);
    return visit.submit(
      FORM(`withdraw-${found.piece.id}`, FIELDS),
      () => this.evidence.withdraw(authorOf(visit), found, reason),
      {
        done: `${pathOf(place)}?done=withdrawn`,
        refused: (refusal) => this.page(visit, view, place, null, refusal),
      },
    );
  }

  private take(visit: Visit, view: View, place: ShownPlace, typed: AttachingFields): Promise<void> {
    const { language } = visit.edition;
    return visit.submit(
      FORM(formOf(typed.kind), FIELDS),
      async () => {
        await this.evidence.allow(visit.request);
        const given = readEvidence(
          { ...typed, titleFor: typed.title_for, fileName: typed['file.name'], language },
          this.config.evidenceBytes,
        );
        return this.evidence.attach(authorOf(visit), place, given, language);
      },
      {
        done: `${pathOf(place)}?done=${place.submission === null ? 'attached' : 'attachedToRow'}`,
        refused: (refusal) => this.page(visit, view, place, typed, refusal),
      },
    );
  }

  /** @param typed what was not taken, to be mended; null: nothing was typed */
  private async page(
    visit: Visit,
    view: View,
    place: ShownPlace,
    typed: AttachingFields | null,
    refusal: Refusal | null,
  ): Promise<VNode> {
    const author = authorOf(visit);
    const { result, submission } = place;
    return EvidencePage({
      frame: visit.frame({ notices: NOTICES, path: pathOf(place) }),
      view,
      place,
      pieces: await this.evidence.of(author, place),
      account: author.account,
      mayAttach:
        result === null ? isMovable(submission, author) : await this.evidence.mayAttachTo(author, result),
      mayConfirm: author.scope.rights.approvesFigures,
      mostBytes: this.config.evidenceBytes,
      typed,
      refusal,
    });
  }

  private async found(
    visit: Visit,
    view: View,
    id: string,
  ): Promise<FoundPiece & { readonly place: ShownPlace }> {
    const { piece, result } = await this.evidence.find(view, keeperOf(visit.request), idOf(id));
    const place = result === null ? ofRow(await this.rowOf(visit, piece.submission ?? '')) : ofFigure(result);
    return { piece, result, place };
  }

  /** @throws DomainError `ENTRY.UNKNOWN` (missing) */
  private rowOf(visit: Visit, id: string): Promise<Submission> {
    return this.submissions.find(keeperOf(visit.request), idOf(id));
  }

  private view(visit: Visit): Promise<View> {
    return this.views.forPage(visit.request.scope, visit.edition.language);
  }
}

function isMovable(row: Submission, author: Author): boolean {
  return isOwn(row, author) && isOpen(row.status) && row.kind === 'results';
}

/** @throws DomainError `RESULT.UNKNOWN` (missing) */
async function figureOf({ figures }: View, id: string): Promise<Result> {
  const found = UUID.safeParse(id).success ? await figures.result(id) : null;
  if (found) return found;
  throw new DomainError('RESULT.UNKNOWN', `There is no approved figure "${id}".`, {
    kind: 'missing',
    values: { code: id },
  });
}

/** Of what is no id there is no evidence either. */
export function idOf(id: string): string {
  return UUID.safeParse(id).success ? id.toLowerCase() : '00000000-0000-4000-8000-000000000000';
}
