import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { CurrentSettings, type Scope, type Visit, Visiting, visitorMay } from '../access/index.ts';
import { labelOf, Views } from '../analytics/index.ts';
import { parsePeriod } from '../core/period.ts';
import { LANGUAGES } from '../core/text.ts';
import { Clock } from '../platform/clock/clock.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { Reports, titlesOfOwnReports } from '../reporting/index.ts';
import { withParameters } from '../web/url.ts';
import { type ShownAwaiting } from './awaiting.page.tsx';
import { readMarks, readNotes } from './bounces/bounces.repository.ts';
import { Bounces } from './bounces/bounces.use-case.ts';
import { DeliveriesPage } from './deliveries.page.tsx';
import { readPeriods } from './deliveries.repository.ts';
import { isMissing } from './delivery.ts';
import { DeliveryRequests, settlingReason, type Verdict } from './delivery-requests.use-case.ts';
import { dueTurn, periodToSend } from './due.ts';
import { countProposed } from './errata/errata.repository.ts';
import { type ApprovalVerdict, IssueApprovals } from './issue-approvals.use-case.ts';
import { ISSUE_DECISIONS } from './issue-decisions.table.ts';
import { readLinks } from './issue-links.repository.ts';
import { IssueLinks } from './issue-links.use-case.ts';
import { Ledger } from './ledger.use-case.ts';
import { readStopped } from './subscriptions.repository.ts';

const DONE = ['send', 'settle', 'nothing', 'approve', 'refuse', 'go-on', 'again'] as const;

const query = z.strictObject({
  period: z.string().optional(),
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  /** What has just been done. */
  done: z.enum(DONE).optional().catch(undefined),
  /** Of the month's list: the last row of the page before. */
  cursor: z.string().max(200).optional(),
  /** The same of the list of those who have stopped their subscriptions. */
  stopped: z.string().max(200).optional(),
});
type Asked = z.output<typeof query>;
type DeliveriesVisit = Visit<Asked>;

/** One subscription; without it, all that are without the month's report. */
const subscription = z.uuid({ error: 'takes the id of a subscription' }).optional();
// A form without a field sends nothing at all.
const sending = z
  .object({ subscription })
  .nullish()
  .transform((given) => given ?? {});
const settling = z.object({
  subscription,
  is: z.enum(['arrived', 'lost', 'not-sent'], { error: 'takes arrived, lost or not-sent' }),
  reason: z
    .string({ error: 'takes one value' })
    .max(500, { error: 'takes at most 500 characters' })
    .optional(),
});

const again = z.object({ recipient: z.string({ error: 'takes one address' }).min(1).max(320) });

const approving = z.object({
  issue: z.uuid({ error: 'takes the id of an issue' }),
  is: z.enum(ISSUE_DECISIONS, { error: `takes one of ${ISSUE_DECISIONS.join(', ')}` }),
  reason: settling.shape.reason,
});

/** What was sent to whom. */
@ApiExcludeController()
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    @Inject(DATABASE) private readonly db: Database,
    private readonly settings: CurrentSettings,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly requests: DeliveryRequests,
    private readonly links: IssueLinks,
    private readonly approvals: IssueApprovals,
    private readonly reports: Reports,
    private readonly views: Views,
    private readonly bounces: Bounces,
  ) {}

  /** Of the month that is due, or of the one asked for. */
  @Get()
  async deliveries(@Visiting(query) visit: DeliveriesVisit): Promise<void> {
    const { visitor, query: asked, request } = visit;
    const now = this.clock.now();
    const { timeZone } = this.settings.now.schedule;
    const due = dueTurn(now, this.settings.now).period.key;
    const period = asked.period === undefined ? due : parsePeriod(asked.period).key;
    const { scope, headers } = request;
    const acceptLanguage = headers['accept-language'];
    const view = await this.views.make(scope, { query: { lang: asked.lang }, acceptLanguage, links: 'page' });
    const page = DeliveriesPage({
      ...visit.frame(),
      nameOf: (by, code) => labelOf(view, by, code),
      // What was done is not done again by reading on.
      url: withParameters(request.url, { done: null }),
      done: asked.done ?? null,
      cursor: asked.cursor,
      stoppedCursor: asked.stopped,
      timeZone,
      period,
      // Who is subscribed now, and was not when the month fell due, is no news of it.
      turns: (await this.ledger.turns(period)).filter(({ state }) => state.is !== 'not-owed'),
      links: await readLinks(this.db, period),
      notes: await readNotes(this.db, period),
      marks: await readMarks(this.db),
      now,
      awaiting: await this.awaiting(scope),
      mayApprove: visitor.kind === 'person' && visitorMay(visitor, 'approvesFigures'),
      standstill: await this.ledger.standstill(),
      missedIssues: this.settings.now.missedIssues,
      mayAct: visitor.kind === 'person' && visitorMay(visitor, 'sendsReports'),
      periods: await readPeriods(this.db),
      stopped: await readStopped(this.db),
      ownTitles: await titlesOfOwnReports(this.db),
      errata: await countProposed(this.db),
      missing: new Map(
        (await this.ledger.missing()).map(({ period: { key }, turns }) => [
          key,
          turns.filter(isMissing).length,
        ]),
      ),
    });
    visit.show(page, { headers: { 'cache-control': 'private, no-cache' } });
  }

  /** Hands what a month's subscribers are without to the queue, or one of them. */
  @Post('send')
  async send(
    @Visiting(query) visit: DeliveriesVisit,
    @Body({ schema: sending }) meant: z.output<typeof sending>,
  ): Promise<void> {
    const count = await this.requests.ask(this.period(visit.query), meant, visit.actor);
    back(visit, count > 0 ? 'send' : 'nothing');
  }

  /** Says of what was never answered what became of it; or of what nobody has had that it will not be sent, and why. */
  @Post('settle')
  async settle(
    @Visiting(query) visit: DeliveriesVisit,
    @Body({ schema: settling }) { is, reason, ...meant }: z.output<typeof settling>,
  ): Promise<void> {
    const verdict: Verdict = is === 'not-sent' ? { is: 'not sent', reason: settlingReason(reason) } : { is };
    const count = await this.requests.settle(this.period(visit.query), meant, verdict, visit.actor);
    back(visit, count > 0 ? 'settle' : 'nothing');
  }

  /** An address from which an e-mail came back is right again. */
  @Post('again')
  async again(
    @Visiting(query) visit: DeliveriesVisit,
    @Body({ schema: again }) { recipient }: z.output<typeof again>,
  ): Promise<void> {
    back(visit, (await this.bounces.writeAgain(recipient, visit.actor)) ? 'again' : 'nothing');
  }

  /** Lets a report go out that waits for it, or says why it does not. */
  @Post('approval')
  async decide(
    @Visiting(query) visit: DeliveriesVisit,
    @Body({ schema: approving }) { issue, is, reason }: z.output<typeof approving>,
  ): Promise<void> {
    const verdict: ApprovalVerdict = is === 'refused' ? { is, reason: settlingReason(reason) } : { is };
    await this.approvals.decide(issue, verdict, visit.actor, visit.person.name);
    back(visit, is === 'refused' ? 'refuse' : 'approve');
  }

  /** After a standstill: the clock is right. */
  @Post('go-on')
  async goOn(@Visiting(query) visit: DeliveriesVisit): Promise<void> {
    back(visit, (await this.requests.goOn(visit.actor)) ? 'go-on' : 'nothing');
  }

  /** Ends the link of an e-mail. */
  @Post('links/:id/revoke')
  async revoke(
    @Param('id', { schema: z.uuid({ error: 'takes the id of a link' }) }) id: string,
    @Visiting(query) visit: DeliveriesVisit,
  ): Promise<void> {
    await this.links.revoke(id, visit.actor);
    back(visit, null);
  }

  private async awaiting(scope: Scope): Promise<readonly ShownAwaiting[]> {
    const issues = await this.approvals.list();
    return Promise.all(
      issues.map(async (each) => {
        const { title, lang } = await this.reports.head(scope, each.issue);
        return { ...each, title, lang };
      }),
    );
  }

  /** @throws DomainError as `periodToSend` */
  private period({ period }: Asked): string {
    return periodToSend(period ?? '', this.clock.now(), this.settings.now.schedule.timeZone).key;
  }
}

function back(visit: DeliveriesVisit, done: (typeof DONE)[number] | null): void {
  const { period = null, lang = null } = visit.query;
  visit.goTo(withParameters('/deliveries', { period, lang, done }));
}
