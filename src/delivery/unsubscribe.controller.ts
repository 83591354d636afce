import { Body, Controller, Get, Inject, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { z } from 'zod';
import { type Asked, CurrentSettings, type Visit, Visiting } from '../access/index.ts';
import { FREQUENCIES } from '../core/schedule.ts';
import { DATABASE } from '../platform/database/database.module.ts';
import type { Database } from '../platform/database/database.ts';
import { titlesOfOwnReports } from '../reporting/index.ts';
import { keepPrivate, linkQuery, OF_ONE_LANGUAGE, sayEnded } from './links.controller.ts';
import type { Subscription } from './subscriptions.repository.ts';
import { UnsubscribePage } from './unsubscribe.page.tsx';
import { Unsubscribe } from './unsubscribe.use-case.ts';

/** What a mail provider sends when its reader presses "unsubscribe" (RFC 8058, 3.2), and so does the button of the page. */
const oneClick = z.object(
  { 'List-Unsubscribe': z.literal('One-Click', { error: 'takes One-Click' }) },
  { error: 'takes List-Unsubscribe=One-Click' },
);

const changing = z.object({
  frequency: z.enum(FREQUENCIES, { error: `takes one of ${FREQUENCIES.join(', ')}` }),
});

/** What the address in the header `List-Unsubscribe` leads to. */
@ApiExcludeController()
@Controller('unsubscribe/:token')
export class UnsubscribeController {
  constructor(
    private readonly unsubscribe: Unsubscribe,
    private readonly settings: CurrentSettings,
    @Inject(DATABASE) private readonly db: Database,
  ) {}

  /** Asks whether it is meant: scanners of mail open every address in it, and nobody is unsubscribed by that. */
  @Get()
  async page(@Param('token') token: string, @Visiting(linkQuery) visit: Visit<Asked>): Promise<void> {
    keepPrivate(visit);
    await this.answer(visit, await this.unsubscribe.look(token, visit.request), token);
  }

  /** Stops at once, and leads nowhere else: providers follow no redirect (RFC 8058, 3.1). */
  @Post()
  async stop(
    @Param('token') token: string,
    @Visiting(linkQuery) visit: Visit<Asked>,
    @Body({ schema: oneClick }) _oneClick: z.output<typeof oneClick>,
  ): Promise<void> {
    keepPrivate(visit);
    await this.answer(visit, await this.unsubscribe.stop(token, visit.request), token);
  }

  /** Has it come less often, which is what many mean who press "unsubscribe". */
  @Post('frequency')
  async change(
    @Param('token') token: string,
    @Visiting(linkQuery) visit: Visit<Asked>,
    @Body({ schema: changing }) { frequency }: z.output<typeof changing>,
  ): Promise<void> {
    keepPrivate(visit);
    const changed = await this.unsubscribe.change(token, frequency, visit.request);
    await this.answer(visit, changed, token, true);
  }

  private async answer(
    visit: Visit<Asked>,
    subscription: Subscription | null,
    token: string,
    changed = false,
  ): Promise<void> {
    if (subscription === null) {
      sayEnded(visit);
      return;
    }
    const inItsLanguage = visit.preferring(subscription.lang);
    const page = UnsubscribePage({
      ...inItsLanguage.frame(),
      subscription,
      action: `/unsubscribe/${token}`,
      changed,
      timeZone: this.settings.now.schedule.timeZone,
      fiscalMonth: this.settings.now.fiscalMonth,
      ownTitles: await titlesOfOwnReports(this.db),
    });
    inItsLanguage.show(page, OF_ONE_LANGUAGE);
  }
}
