import { Readable } from 'node:stream';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { keeperOf, type PageForm, type Refusal, Visiting } from '../../access/index.ts';
import { Views, withPrograms } from '../../analytics/index.ts';
import { isDue } from '../../core/entry/large-file.ts';
import { readAnswers } from '../../platform/csv/twin-answers.ts';
import { CSV_START, csvLines } from '../../platform/csv/write-csv.ts';
import type { Edition } from '../../web/edition.ts';
import { approvalMessages } from '../../web/i18n/messages/approvals.ts';
import { columnMapMessages } from '../../web/i18n/messages/column-maps.ts';
import { entryErrors } from '../../web/i18n/messages/entry-errors.ts';
import { largeFileMessages } from '../../web/i18n/messages/large-files.ts';
import { errorsByColumn } from '../../web/i18n/row-error-words.ts';
import { authorOf, type EntryVisit, entryQuery } from '../entry.controller.ts';
import { attachment, cleanFileName } from '../evidence/file-name.ts';
import { programsIn } from '../submission-words.ts';
import { Submissions } from '../submissions.use-case.ts';
import { LARGE_FORMS, LargeFilePage, MOST_FAULTS } from './large-file.page.tsx';
import { idOf } from './large-file-id.ts';
import type { KnownFile, LargeFault, LargeFile } from './large-files.repository.ts';
import { LargeFiles } from './large-files.use-case.ts';

/** The page of a file that a job is at asks again so often. */
const ASK_AGAIN_S = 2;
/** Nothing in a file is carried out, whatever a browser takes it for. */
const NOTHING_RUNS = "sandbox; default-src 'none'";
/** Rows of a download that are fetched at once. */
const ROWS_AT_ONCE = 1_000;

const version = z.coerce.number({ error: 'takes a number' }).int().min(1).catch(0);
const acting = z.object({ do: z.enum(['submit', 'check', 'take-back', 'discard']), version });
const answering = z.object({
  twins: z.enum(['', 'same', 'another'], { error: 'takes same or another' }).default(''),
  file: z.instanceof(Uint8Array).catch(new Uint8Array()),
  version,
});
const deciding = z.object({
  version,
  digest: z.string().max(100).default(''),
  comment: z
    .string()
    .max(2_000, { error: 'takes at most 2000 characters' })
    .refine((text) => !text.includes('\0'), { error: 'holds a NUL character' })
    .default(''),
});

const FORM = (name: string): PageForm => ({
  name,
  words: entryErrors,
  fields: { 'APPROVAL.NO_COMMENT': 'comment' },
});
const NOTICES = { submitted: largeFileMessages.doneSubmitted };

/** Files that are taken as one thing: for whoever brought them, and for whoever decides. */
@ApiExcludeController()
@Controller('large-files')
export class LargeFilesController {
  constructor(
    private readonly files: LargeFiles,
    private readonly submissions: Submissions,
    private readonly views: Views,
  ) {}

  @Get(':file')
  async look(@Visiting(entryQuery) visit: EntryVisit, @Param('file') id: string): Promise<void> {
    const file = await this.files.find(keeperOf(visit.request), idOf(id));
    const page = await this.page(visit, file, null);
    visit.show(page, isDue(file.status) ? { headers: { refresh: String(ASK_AGAIN_S) } } : {});
  }

  /** What its author does with it. */
  @Post(':file')
  async act(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('file') id: string,
    @Body({ schema: acting }) given: z.output<typeof acting>,
  ): Promise<void> {
    const known = { id: idOf(id), version: given.version };
    const author = authorOf(visit);
    const acts = {
      submit: () => this.files.submit(author, known),
      check: () => this.files.answer(author, known, { all: null, byLine: new Map() }),
      'take-back': () => this.files.takeBack(author, known),
      discard: () => this.files.discard(author, known),
    };
    const done = {
      submit: `/large-files/${known.id}?done=submitted`,
      check: `/large-files/${known.id}`,
      'take-back': `/large-files/${known.id}`,
      discard: '/desk?done=discarded',
    };
    return this.answered(visit, known, LARGE_FORMS.own, acts[given.do], done[given.do]);
  }

  /** What its author says of rows that look like others, of all or line by line; it is checked again with that. */
  @Post(':file/twins')
  @RouteConfig({ takesFile: true })
  answer(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('file') id: string,
    @Body({ schema: answering }) { twins, file, version }: z.output<typeof answering>,
  ): Promise<void> {
    const known = { id: idOf(id), version };
    const answers = () => ({
      all: twins === '' ? null : twins,
      byLine: file.length === 0 ? new Map() : readAnswers(file),
    });
    return this.answered(
      visit,
      known,
      LARGE_FORMS.twins,
      async () => this.files.answer(authorOf(visit), known, answers()),
      `/large-files/${known.id}`,
    );
  }

  @Post(':file/approve')
  approve(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('file') id: string,
    @Body({ schema: deciding }) { version, digest }: z.output<typeof deciding>,
  ): Promise<void> {
    const known = { id: idOf(id), version };
    return this.answered(
      visit,
      known,
      LARGE_FORMS.approve,
      () => this.files.approve(authorOf(visit), known, digest),
      `/large-files/${known.id}`,
    );
  }

  @Post(':file/return')
  giveBack(
    @Visiting(entryQuery) visit: EntryVisit,
    @Param('file') id: string,
    @Body({ schema: deciding }) { version, comment }: z.output<typeof deciding>,
  ): Promise<void> {
    const known = { id: idOf(id), version };
    return this.answered(
      visit,
      known,
      LARGE_FORMS.giveBack,
      () => this.files.giveBack(authorOf(visit), known, comment),
      '/approvals?done=returned',
      comment,
    );
  }

  /** The rows that stand in the way, each with its reasons, as a file that can be mended and brought again. */
  @Get(':file/faults.csv')
  async faults(@Visiting(entryQuery) visit: EntryVisit, @Param('file') id: string): Promise<void> {
    const keeper = keeperOf(visit.request);
    const file = await this.files.find(keeper, idOf(id));
    const used = await this.files.columnsOfFaults(keeper, file.id);
    const columns = this.submissions.kindOf(file.kind).columns.known.filter((column) => used.has(column));
    const pageAfter = (line: number) => this.files.faults(keeper, file.id, line, ROWS_AT_ONCE);
    visit.reply
      .header('cache-control', 'no-store')
      .header('content-disposition', 'attachment; filename="rows-to-mend.csv"')
      .type('text/csv; charset=utf-8')
      .send(Readable.from(faultLines(visit.edition, columns, pageAfter)));
  }

  @Get(':file/content')
  async content(@Visiting(entryQuery) visit: EntryVisit, @Param('file') id: string): Promise<void> {
    const keeper = keeperOf(visit.request);
    const file = await this.files.find(keeper, idOf(id));
    const content = await this.files.content(keeper, file.id);
    visit.reply
      .header('cache-control', 'no-store')
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', NOTHING_RUNS)
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(nameOf(file, content)))
      .type('application/octet-stream')
      .send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  }

  private answered(
    visit: EntryVisit,
    known: KnownFile,
    form: string,
    does: () => Promise<void>,
    done: string,
    comment = '',
  ): Promise<void> {
    return visit.submit(FORM(form), does, {
      done,
      refused: async (refusal) => {
        const file = await this.files.find(keeperOf(visit.request), known.id);
        return this.page(visit, file, refusal, comment);
      },
    });
  }

  private async page(
    visit: EntryVisit,
    file: LargeFile,
    refusal: Refusal | null,
    comment = '',
  ): Promise<VNode> {
    const keeper = keeperOf(visit.request);
    const faults = isDue(file.status) ? [] : await this.files.faults(keeper, file.id, -1, MOST_FAULTS);
    const shown = [
      ...faults.map(({ cells }) => cells),
      ...(file.outcome?.sample ?? []).map(({ after }) => after),
    ];
    const view = await this.views.forPage(visit.request.scope, visit.edition.language);
    return LargeFilePage({
      frame: visit.frame({
        notices: { ...NOTICES, returned: approvalMessages.doneReturned },
        path: `/large-files/${file.id}`,
      }),
      view: await withPrograms(view, programsIn(shown)),
      kind: this.submissions.kindOf(file.kind),
      file,
      isOwn: file.author === visit.person.account,
      decides: visit.request.scope.rights.approvesFigures,
      faults,
      refusal,
      comment,
    });
  }
}

/** A piece at a time: there may be as many as the file has rows. */
async function* faultLines(
  edition: Edition,
  columns: readonly string[],
  pageAfter: (line: number) => Promise<readonly LargeFault[]>,
): AsyncGenerator<string> {
  yield CSV_START + csvLines([[...columns, '']]);
  for (let after = -1; ; ) {
    const rows = await pageAfter(after);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield csvLines(
      rows.map((row) => [...columns.map((column) => row.cells[column] ?? ''), reasons(edition, row)]),
    );
    after = last.line;
  }
}

function reasons(edition: Edition, { line, errors, question }: LargeFault): string {
  const said = [...errorsByColumn(edition, errors).values(), question?.says ?? ''];
  return edition.t(columnMapMessages.lineSays, { line, says: said.filter(Boolean).join(' ') });
}

function nameOf({ fileName }: LargeFile, content: Uint8Array): string {
  return cleanFileName(fileName, content[0] === 0x50 && content[1] === 0x4b ? 'xlsx' : 'csv');
}
