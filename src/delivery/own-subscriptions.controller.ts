import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { type Asked, CurrentSettings, type Visit, Visiting } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { PAPERS } from '../core/report/paper.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DELIVERED_AS, WHEN_NOTHING_NEW } from '../core/sending.ts';
import { LANGUAGES } from '../core/text.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import { subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { findMark } from './bounces/bounces.repository.ts';
import { OwnSubscriptionsPage } from './own-subscriptions.page.tsx';
import { OwnSubscriptions, type Subscriber } from './own-subscriptions.use-case.ts';
import { type SliceNames, sliceWords } from './slice-words.ts';

/** An empty field of a form was not filled in. */
const code = z
  .string({ error: 'takes one value' })
  .trim()
  .max(120)
  .transform((text) => (text === '' ? undefined : text))
  .optional();
const slice = { report: code, pillar: code, country: code, donor: code };
const query = z.object({
  ...slice,
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
  done: z.unknown().optional(),
});
type OwnVisit = Visit<z.output<typeof query>>;

const frequency = z.enum(FREQUENCIES, { error: `takes one of ${FREQUENCIES.join(', ')}` });
const beginning = z.object({
  ...slice,
  report: z.string({ error: 'takes the name of a report' }).trim().min(1).max(120),
  language: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }),
  paper: z.enum(PAPERS, { error: `takes one of ${PAPERS.join(', ')}` }),
  frequency: frequency.default('monthly'),
  delivered_as: z.enum(DELIVERED_AS, { error: `takes one of ${DELIVERED_AS.join(', ')}` }).default('pdf'),
  when_nothing_new: z
    .enum(WHEN_NOTHING_NEW, { error: `takes one of ${WHEN_NOTHING_NEW.join(', ')}` })
    .default('send'),
});
const changing = z.object({ frequency });

const NOTICES = {
  begun: subscriptionMessages.begun,
  changed: subscriptionMessages.changed,
  stopped: subscriptionMessages.stopped,
};

/** What somebody has sent to the own address. */
@ApiExcludeController()
@Controller('subscriptions')
export class OwnSubscriptionsController {
  constructor(
    private readonly subscriptions: OwnSubscriptions,
    private readonly views: Views,
    @Inject(DATABASE) private readonly db: Database,
    private readonly settings: CurrentSettings,
  ) {}

  /** All that stand; with a report in the address, that one to begin or to stop. */
  @Get()
  async page(@Visiting(query) visit: OwnVisit): Promise<void> {
    const { report, pillar, country, donor } = visit.query;
    const subscriber = subscriberOf(visit);
    const words = await this.wordsFor(visit);
    const offered =
      report === undefined
        ? null
        : await this.subscriptions.offer(subscriber, { report, pillar, country, donor });
    const standing = await this.subscriptions.list(subscriber);
    visit.show(
      OwnSubscriptionsPage({
        frame: visit.frame({ notices: NOTICES }),
        email: subscriber.email,
        mark: await findMark(this.db, subscriber.email),
        fiscalMonth: this.settings.now.fiscalMonth,
        timeZone: this.settings.now.schedule.timeZone,
        offered:
          offered === null
            ? null
            : {
                name: sliceWords(offered.slice, words),
                slice: offered.slice,
                standing: offered.standing,
              },
        standing: standing.map((each) => ({ ...each, name: sliceWords(each, words) })),
      }),
    );
  }

  @Post()
  async begin(
    @Visiting(query) visit: OwnVisit,
    @Body({ schema: beginning }) given: z.output<typeof beginning>,
  ): Promise<void> {
    const { language, paper, frequency, delivered_as, when_nothing_new, ...asked } = given;
    const edition = {
      lang: language,
      paper,
      frequency,
      deliveredAs: delivered_as,
      whenNothingNew: when_nothing_new,
    };
    await this.subscriptions.begin(visit.actor, subscriberOf(visit), asked, edition);
    visit.goTo('/subscriptions?done=begun');
  }

  @Post(':id/frequency')
  async change(
    @Visiting(null) visit: Visit<Asked>,
    @Param('id', { schema: z.uuid({ error: 'takes the id of a subscription' }) }) id: string,
    @Body({ schema: changing }) { frequency }: z.output<typeof changing>,
  ): Promise<void> {
    await this.subscriptions.change(visit.actor, subscriberOf(visit), id, frequency);
    visit.goTo('/subscriptions?done=changed');
  }

  @Post(':id/stop')
  async stop(
    @Visiting(null) visit: Visit<Asked>,
    @Param('id', { schema: z.uuid({ error: 'takes the id of a subscription' }) }) id: string,
  ): Promise<void> {
    await this.subscriptions.stop(visit.actor, subscriberOf(visit), id);
    visit.goTo('/subscriptions?done=stopped');
  }

  private async wordsFor(visit: OwnVisit): Promise<SliceNames> {
    const { language } = visit.edition;
    const view = await this.views.make(visit.request.scope, {
      query: { lang: language },
      acceptLanguage: undefined,
      links: 'page',
    });
    return { view, titles: await titlesOfOwnReports(this.db) };
  }
}

function subscriberOf(visit: Visit<Asked>): Subscriber {
  const { account, email, name } = visit.person;
  return { scope: visit.request.scope, account, email, name };
}
