import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Audit, actorOf, Limiter, visitorKey } from '../../access/index.ts';
import { oneLine } from '../../core/one-line.ts';
import { readParameters } from '../../platform/errors/parameters.ts';
import { Described } from '../../platform/http/described.ts';
import { Bounces, type TakenNotice } from './bounces.use-case.ts';
import { BOUNCES_DOCUMENTED } from './bounces-examples.ts';
import type { DeliveryReport } from './delivery-report.ts';
import { readReport } from './read-report.ts';

/** As many as a mail server reports of a month's thousands at once. */
const REPORTS = { most: 6_000, windowS: 600 };

const text = (most: number) =>
  z
    .string({ error: 'takes a text' })
    .min(1)
    .max(most, { error: `takes at most ${most} characters` });

/** What a report says, as a provider's webhook or a script tells it. */
export const bounceBody = z
  .strictObject({
    recipient: text(320)
      .regex(/^[^\s@<>]+@[^\s@<>]+$/, { error: 'takes an e-mail address' })
      .optional()
      .describe('The address that it was sent to.'),
    status: z
      .string({ error: 'takes a status as RFC 3463 has it, such as 5.1.1' })
      .regex(/^[45]\.\d{1,3}\.\d{1,3}$/, { error: 'takes a status as RFC 3463 has it, such as 5.1.1' })
      .describe('5.x.x: for good. 4.x.x: it is still tried.'),
    diagnostic: text(5_000).optional().describe('What the mail server said.'),
    messageId: text(500).optional().describe('The Message-ID of the e-mail, with angle brackets or without.'),
  })
  .refine(({ recipient, messageId }) => recipient !== undefined || messageId !== undefined, {
    error: 'takes the Message-ID of an e-mail, or a recipient',
    path: ['messageId'],
  });

/** Where mail servers' reports of e-mails that came back arrive. */
@ApiTags('deliveries')
@Controller('api/v1/bounces')
export class BouncesApiController {
  constructor(
    private readonly bounces: Bounces,
    private readonly limiter: Limiter,
    private readonly audit: Audit,
  ) {}

  /** An e-mail as it came, or JSON. No `Idempotency-Key`: a mail server's pipe makes none, and a report says what it is. */
  @Post()
  @HttpCode(200)
  @ApiConsumes('application/json', 'message/rfc822')
  @Described(BOUNCES_DOCUMENTED, bounceBody)
  async report(
    @Req() request: FastifyRequest,
    @Body() body: unknown,
  ): Promise<{ readonly notices: readonly TakenNotice[] }> {
    await this.limiter.take(`bounces ${visitorKey(request.visitor, request.ip)}`, REPORTS, () =>
      this.audit.of(request, { action: 'limit.reached', details: { what: 'bounces', by: 'token' } }),
    );
    const actor = actorOf(request.visitor, request.ip);
    const notices =
      body instanceof Uint8Array
        ? await this.bounces.take(await readReport(body), false, actor)
        : await this.bounces.take(toldBy(readParameters(bounceBody, body)), true, actor);
    return { notices };
  }
}

function toldBy({ recipient, status, diagnostic, messageId }: z.output<typeof bounceBody>): DeliveryReport {
  return {
    notice: null,
    messageIds: messageId === undefined ? [] : [messageId.trim().replace(/^<|>$/g, '')],
    recipients: [
      {
        original: null,
        final: recipient ?? null,
        action: status.startsWith('5') ? 'failed' : 'delayed',
        status,
        words: oneLine(diagnostic ?? '') || `status ${status}`,
      },
    ],
  };
}
