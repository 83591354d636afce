import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { VNode } from 'preact';
import { z } from 'zod';
import { type Asked, CurrentSettings, type MadeToken, type Visit, Visiting } from '../../access/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { tokenMessages } from '../../web/i18n/messages/tokens.ts';
import { accountForm } from '../forms/account-form.ts';
import { textField } from '../forms/fields.ts';
import { mandateFields, mandateOf } from '../people/mandate-form.ts';
import { MandateNames, namesIn } from '../people/mandate-names.use-case.ts';
import { ApiTokens, DEFAULT_TOKEN_DAYS, MOST_TOKEN_DAYS } from './api-tokens.use-case.ts';
import { type ListedToken, TokensPage, type TokensPageProps } from './tokens.page.tsx';

const token = z.object({
  name: textField(120),
  days: textField(10),
  writes: textField(10),
  ...mandateFields,
});

/** Tokens on one page of the list. */
const PAGE_ROWS = 50;

const NOTICES = { revoked: tokenMessages.revokedNow };
const EMPTY = {
  name: '',
  days: String(DEFAULT_TOKEN_DAYS),
  writes: '',
  role: '',
  organisations: [],
  programs: [],
};

/** Tokens of programs: for administrators. */
@ApiExcludeController()
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly names: MandateNames,
    private readonly clock: Clock,
    private readonly settings: CurrentSettings,
  ) {}

  @Get()
  async list(@Visiting() visit: Visit): Promise<void> {
    visit.show(await this.page(visit));
  }

  /** The token stands in the answer itself: it is kept nowhere that a second request could read. */
  @Post()
  create(@Visiting() visit: Visit, @Body({ schema: token }) given: z.output<typeof token>): Promise<void> {
    const { account, email } = visit.person;
    const actor = { kind: 'person', id: account, name: email, address: visit.arrival.address } as const;
    const { name, days, writes } = given;
    return visit.submit(
      accountForm('create'),
      async () => {
        const mandate = mandateOf(given);
        return this.tokens.create(actor, { name, mandate, days: daysOf(days), writes: writes !== '' });
      },
      {
        done: ({ token: made, expiresAt }) =>
          this.page(visit, { made: { name: name.trim(), token: made, expiresAt } }),
        refused: (refusal) => this.page(visit, { given, refusal }),
      },
    );
  }

  @Post(':id/revoke')
  async revoke(@Visiting(null) visit: Visit<Asked>, @Param('id') id: string): Promise<void> {
    await this.tokens.revoke(visit.actor, id);
    visit.goTo('/tokens?done=revoked');
  }

  private async page(
    visit: Visit,
    {
      given = EMPTY,
      refusal = null,
      made = null,
    }: Partial<Pick<TokensPageProps, 'given' | 'refusal' | 'made'>> = {},
  ): Promise<VNode> {
    const frame = visit.frame({ notices: NOTICES, path: '/tokens' });
    const choices = await this.names.choices(frame.edition.language);
    const now = this.clock.now();
    const shown = await this.tokens.list({ cursor: visit.query.cursor, limit: PAGE_ROWS });
    return TokensPage({
      frame,
      timeZone: this.settings.now.schedule.timeZone,
      tokens: { ...shown, rows: shown.rows.map((each) => listed(each, now)) },
      choices,
      names: namesIn(choices),
      mostDays: MOST_TOKEN_DAYS,
      given,
      refusal,
      made,
    });
  }
}

function listed({ revokedAt, ...row }: MadeToken, now: Date): ListedToken {
  const ended = row.expiresAt <= now ? 'ended' : 'in-force';
  return { ...row, state: revokedAt === null ? ended : 'revoked' };
}

/** What is no whole number is no number of days: the use case says so. */
function daysOf(text: string): number {
  return /^\d{1,4}$/.test(text.trim()) ? Number(text) : Number.NaN;
}
