import { Body, Controller, Get, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { MadeToken } from '../../access/index.ts';
import { actorOf, personOf } from '../../access/index.ts';
import { Clock } from '../../platform/clock/clock.ts';
import { CONFIG, type Config } from '../../platform/config/config.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { tokenMessages } from '../../web/i18n/messages/tokens.ts';
import {
  accountFrame,
  attempt,
  type PageQuery,
  pageQuery,
  seeOther,
  sendPage,
  textField,
} from '../account-answer.ts';
import type { Refusal } from '../forms/form.tsx';
import { mandateFields, mandateOf } from '../people/mandate-form.ts';
import { MandateNames, namesIn } from '../people/mandate-names.use-case.ts';
import { ApiTokens, DEFAULT_TOKEN_DAYS, MOST_TOKEN_DAYS } from './api-tokens.use-case.ts';
import { type ListedToken, TokensPage, type TokensPageProps } from './tokens.page.tsx';

const token = z.object({ name: textField(120), days: textField(10), ...mandateFields });

/** Tokens on one page of the list. */
const PAGE_ROWS = 50;

const NOTICES = { revoked: tokenMessages.revokedNow };
const EMPTY = { name: '', days: String(DEFAULT_TOKEN_DAYS), role: '', organisations: [], programs: [] };

/** Tokens of programs: for administrators. */
@ApiExcludeController()
@Controller('tokens')
export class TokensController {
  constructor(
    private readonly tokens: ApiTokens,
    private readonly names: MandateNames,
    private readonly clock: Clock,
    private readonly assets: Assets,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  async list(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
  ): Promise<void> {
    await this.send(request, reply, query);
  }

  /** The token stands in the answer itself: it is kept nowhere that a second request could read. */
  @Post()
  async create(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Query({ schema: pageQuery }) query: PageQuery,
    @Body({ schema: token }) given: z.output<typeof token>,
  ): Promise<void> {
    const { account, email } = personOf(request);
    const actor = { kind: 'person', id: account, name: email, address: request.ip } as const;
    const tried = await attempt(accountFrame(request, this.assets, { query }), 'create', async () =>
      this.tokens.create(actor, { name: given.name, mandate: mandateOf(given), days: daysOf(given.days) }),
    );
    if (tried.refused !== null) return this.send(request, reply, query, { given, ...tried.refused });
    const { token: made, expiresAt } = tried.value;
    await this.send(request, reply, query, { made: { name: given.name.trim(), token: made, expiresAt } });
  }

  @Post(':id/revoke')
  async revoke(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    await this.tokens.revoke(actorOf(personOf(request), request.ip), id);
    seeOther(request, reply, '/tokens?done=revoked');
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    query: PageQuery,
    answered: {
      readonly given?: TokensPageProps['given'];
      readonly made?: TokensPageProps['made'];
      readonly refusal?: Refusal;
      readonly status?: number;
      readonly retryAfterS?: number;
    } = {},
  ): Promise<void> {
    const { given = EMPTY, made = null, refusal = null, ...answer } = answered;
    const frame = accountFrame(request, this.assets, { query, notices: NOTICES, path: '/tokens' });
    const choices = await this.names.choices(frame.edition.language);
    const now = this.clock.now();
    const shown = await this.tokens.list({ cursor: query.cursor, limit: PAGE_ROWS });
    const page = TokensPage({
      frame,
      timeZone: this.config.reportTimeZone,
      tokens: { ...shown, rows: shown.rows.map((each) => listed(each, now)) },
      choices,
      names: namesIn(choices),
      mostDays: MOST_TOKEN_DAYS,
      given,
      refusal,
      made,
    });
    sendPage(reply, frame, page, answer);
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
