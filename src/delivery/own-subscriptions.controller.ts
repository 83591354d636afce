import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type Asked, CurrentSettings, type Refusal, type Visit, Visiting } from '../access/index.ts';
import { Views } from '../analytics/index.ts';
import { LANGUAGES } from '../core/text.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import { subscriptionMessages } from '../web/i18n/messages/subscriptions.ts';
import { findMark } from './bounces/bounces.repository.ts';
import { OwnSubscriptionPage } from './own-subscription.page.tsx';
import { OwnSubscriptionsPage } from './own-subscriptions.page.tsx';
import { OwnSubscriptions, type Subscriber } from './own-subscriptions.use-case.ts';
import { type SliceNames, sliceWords } from './slice-words.ts';
import { formOf } from './submit-row.adapter.ts';
import { cellsOfForm, editionOfForm, ownEdition } from './subscription-forms.ts';
import type { SubscriptionCells } from './subscription-rows.use-case.ts';

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
type OneVisit = Visit<z.output<typeof oneQuery>>;

const beginning = z.object({
  ...ownEdition,
  ...slice,
  report: z.string({ error: 'takes the name of a report' }).trim().min(1).max(120),
  frequency: ownEdition.frequency.default('monthly'),
});
const changing = z.object(ownEdition);
const oneQuery = z.object({ lang: query.shape.lang });
const id = z.uuid({ error: 'takes the id of a subscription' });

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
        times: this.settings.now,
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
    const { report, pillar, country, donor } = given;
    const asked = { report, pillar, country, donor };
    await this.subscriptions.begin(visit.actor, subscriberOf(visit), asked, editionOfForm(given));
    visit.goTo('/subscriptions?done=begun');
  }

  /** One of them, to be changed. */
  @Get(':id')
  async one(@Visiting(oneQuery) visit: OneVisit, @Param('id', { schema: id }) of: string): Promise<void> {
    visit.show(await this.onePage(visit, of));
  }

  @Post(':id')
  async change(
    @Visiting(oneQuery) visit: OneVisit,
    @Param('id', { schema: id }) of: string,
    @Body({ schema: changing }) given: z.output<typeof changing>,
  ): Promise<void> {
    const change = () =>
      this.subscriptions.change(visit.actor, subscriberOf(visit), of, editionOfForm(given));
    await visit.submit(formOf('change'), change, {
      done: '/subscriptions?done=changed',
      refused: (refusal) => this.onePage(visit, of, { given: cellsOfForm(given).typed, refusal }),
    });
  }

  @Post(':id/stop')
  async stop(@Visiting(null) visit: Visit<Asked>, @Param('id', { schema: id }) of: string): Promise<void> {
    await this.subscriptions.stop(visit.actor, subscriberOf(visit), of);
    visit.goTo('/subscriptions?done=stopped');
  }

  private async onePage(
    visit: OneVisit,
    of: string,
    {
      given = null,
      refusal = null,
    }: { readonly given?: SubscriptionCells | null; readonly refusal?: Refusal | null } = {},
  ): Promise<VNode> {
    const subscription = await this.subscriptions.find(subscriberOf(visit), of);
    return OwnSubscriptionPage({
      frame: visit.frame({ path: `/subscriptions/${of}` }),
      times: this.settings.now,
      subscription,
      name: sliceWords(subscription, await this.wordsFor(visit)),
      given,
      refusal,
    });
  }

  private async wordsFor(visit: Visit<Asked>): Promise<SliceNames> {
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
