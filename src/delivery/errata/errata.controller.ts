import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import {
  CurrentSettings,
  type PageForm,
  type Refusal,
  type Visit,
  Visiting,
  visitorMay,
} from '../../access/index.ts';
import { Views } from '../../analytics/index.ts';
import { DomainError } from '../../core/errors.ts';
import { LANGUAGES } from '../../core/text.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { DATABASE } from '../../platform/database/database.module.ts';
import type { Database } from '../../platform/database/database.ts';
import { madeAt } from '../../platform/database/history.repository.ts';
import { JobQueue } from '../../platform/jobs/job-queue.ts';
import { SentIssues, titlesOfOwnReports } from '../../reporting/index.ts';
import { deliveryMessages } from '../../web/i18n/messages/deliveries.ts';
import { errataMessages as m } from '../../web/i18n/messages/errata.ts';
import { errorDetails } from '../../web/i18n/messages/error-details.ts';
import { sliceWords } from '../slice-words.ts';
import { ErrataPage, type ListedErratum } from './errata.page.tsx';
import { listErrata } from './errata.repository.ts';
import { Errata } from './errata.use-case.ts';
import { DELIVER_ERRATUM } from './errata-bell.job.ts';
import { readErratumDeliveries } from './errata-ledger.repository.ts';
import { ErrataRequests } from './errata-requests.use-case.ts';
import { ErratumPage } from './erratum.page.tsx';
import type { Erratum } from './erratum.ts';
import { ErrataMails } from './erratum-mails.use-case.ts';

const PAGE_ROWS = 30;

const id = z.uuid({ error: 'takes the id of an erratum' });
/** Of what was looked at: what has moved on since is decided about anew. */
const revision = z.coerce.number({ error: 'takes a revision' }).int().min(0);
const sending = z.object({ revision });
const dismissing = z.object({
  revision,
  reason: z
    .string({ error: 'takes one value' })
    .max(500, { error: 'takes at most 500 characters' })
    .optional(),
});

const settling = z.object({
  subscription: z.uuid({ error: 'takes the id of a subscription' }),
  is: z.enum(['arrived', 'lost'], { error: 'takes arrived or lost' }),
});

const NOTICES = {
  send: m.doneSend,
  dismiss: m.doneDismiss,
  settle: deliveryMessages.doneSettle,
  nothing: deliveryMessages.doneNothing,
};
const FORM = { words: errorDetails, fields: { 'DELIVERY.NO_REASON': 'reason' } } satisfies Omit<
  PageForm,
  'name'
>;

/** What is proposed to be told to readers of reports, and what was. */
@ApiExcludeController()
@Controller('deliveries/errata')
export class ErrataController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
    private readonly errata: Errata,
    private readonly mails: ErrataMails,
    private readonly issues: SentIssues,
    private readonly views: Views,
    private readonly requests: ErrataRequests,
    private readonly jobs: JobQueue,
  ) {}

  @Get()
  async list(@Visiting() visit: Visit): Promise<void> {
    const { cursor } = visit.query;
    const shown = await listErrata(this.db, { cursor, limit: PAGE_ROWS });
    const rows: ListedErratum[] = [];
    for (const erratum of shown.rows) rows.push(await this.listed(visit, erratum));
    const page = ErrataPage({
      frame: visit.frame({ path: '/deliveries/errata', notices: NOTICES }),
      timeZone: this.settings.now.schedule.timeZone,
      sendsByItself: this.settings.now.errata === 'sent',
      shown: { ...shown, rows },
    });
    visit.show(page);
  }

  @Get(':id')
  async one(@Visiting() visit: Visit, @Param('id', { schema: id }) of: string): Promise<void> {
    visit.show(await this.page(visit, of, null));
  }

  /** Has it sent to whom it concerns. */
  @Post(':id/send')
  async send(
    @Visiting() visit: Visit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: sending }) given: z.output<typeof sending>,
  ): Promise<void> {
    const send = async () => {
      const count = await this.errata.approve(of, given.revision, visit.actor);
      // The bell would find it within a minute; the queue has it at once.
      if (count > 0) await this.jobs.enqueue(DELIVER_ERRATUM, { erratum: of }, { singletonKey: of });
    };
    await visit.submit({ name: 'send', ...FORM }, send, {
      done: `/deliveries/errata/${of}?done=send`,
      refused: (refusal) => this.page(visit, of, refusal),
    });
  }

  /** Says that nobody is told, and why. */
  @Post(':id/dismiss')
  async dismiss(
    @Visiting() visit: Visit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: dismissing }) { revision: seen, reason }: z.output<typeof dismissing>,
  ): Promise<void> {
    const dismiss = () => this.errata.dismiss(of, seen, reason, visit.actor);
    await visit.submit({ name: 'dismiss', ...FORM }, dismiss, {
      done: `/deliveries/errata/${of}?done=dismiss`,
      refused: (refusal) => this.page(visit, of, refusal),
    });
  }

  /** Hands what nobody has had to the queue once more. */
  @Post(':id/again')
  async again(@Visiting() visit: Visit, @Param('id', { schema: id }) of: string): Promise<void> {
    await this.errata.find(of);
    const count = await this.requests.again(of, visit.actor);
    if (count > 0) await this.jobs.enqueue(DELIVER_ERRATUM, { erratum: of }, { singletonKey: of });
    visit.goTo(`/deliveries/errata/${of}?done=${count > 0 ? 'send' : 'nothing'}`);
  }

  /** Says of an e-mail that was never answered what became of it. */
  @Post(':id/settle')
  async settle(
    @Visiting() visit: Visit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: settling }) { subscription, is }: z.output<typeof settling>,
  ): Promise<void> {
    await this.errata.find(of);
    const said = await this.requests.settle(of, subscription, is, visit.actor);
    visit.goTo(`/deliveries/errata/${of}?done=${said ? 'settle' : 'nothing'}`);
  }

  private async listed(visit: Visit, erratum: Erratum): Promise<ListedErratum> {
    const waits = erratum.status === 'proposed';
    const [sentences, concerned, sent] = await Promise.all([
      this.sentences(visit, erratum),
      waits ? this.errata.concerned(erratum) : [],
      waits ? [] : readErratumDeliveries(this.db, erratum.id, this.clock.now()),
    ]);
    return {
      ...erratum,
      what: await this.what(visit, erratum),
      sentences: sentences ?? [],
      people: waits ? concerned.map(({ name }) => name) : sent.map(({ name }) => name),
      sent: sent.filter(({ state }) => state.is === 'sent').length,
    };
  }

  private async page(visit: Visit, of: string, refusal: Refusal | null): Promise<VNode> {
    const erratum = await this.errata.find(of);
    const waits = erratum.status === 'proposed';
    const [concerned, deliveries] = await Promise.all([
      waits ? this.errata.concerned(erratum) : [],
      readErratumDeliveries(this.db, of, this.clock.now()),
    ]);
    const [issue] = await this.errata.issuesOf(erratum);
    const sentences = await this.sentences(visit, erratum);
    // One of each language: whoever decides reads them all.
    const firsts = LANGUAGES.flatMap((lang) => concerned.find((each) => each.lang === lang) ?? []);
    const previews = [];
    for (const reader of sentences === null ? [] : firsts) {
      previews.push({ reader, mail: await this.mails.preview(erratum, reader) });
    }
    return ErratumPage({
      frame: visit.frame({ path: `/deliveries/errata/${of}`, notices: NOTICES }),
      timeZone: this.settings.now.schedule.timeZone,
      erratum,
      what: await this.what(visit, erratum),
      cutOff: issue?.cutOff ?? null,
      since: issue === undefined ? null : await madeAt(this.db, issue.revision),
      sentences,
      concerned,
      deliveries,
      previews,
      decides: visit.visitor.kind === 'person' && visitorMay(visit.visitor, 'approvesFigures'),
      refusal,
    });
  }

  /** @returns null: the report cannot be made any more */
  private async sentences(visit: Visit, erratum: Erratum): Promise<readonly string[] | null> {
    const [issue] = await this.errata.issuesOf(erratum);
    if (issue === undefined) return null;
    try {
      const words = await this.issues.words(issue, visit.edition.language, erratum.figures);
      return words.map(({ sentence }) => sentence);
    } catch (error) {
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private async what(visit: Visit, erratum: Erratum): Promise<string> {
    const { language } = visit.edition;
    const view = await this.views.forPage(visit.request.scope, language);
    return sliceWords(erratum, { view, titles: await titlesOfOwnReports(this.db) });
  }
}
