import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { LANGUAGES } from '../core/text.ts';
import { proofPage } from './proof-address.ts';

const code = z.string().max(120).optional();
const slice = z.strictObject({
  country: code,
  donor: code,
  pillar: code,
  'as-of': code,
  lang: z.enum(LANGUAGES, { error: `takes one of ${LANGUAGES.join(', ')}` }).optional(),
});
const part = z.string().min(1).max(200);

/** Addresses that are printed beside figures, and typed. */
@ApiExcludeController()
@Controller('p')
export class ProofController {
  /** @throws DomainError `REPORT.UNKNOWN_PERIOD` (call); what it leads to says what it does not know */
  @Get(':what/:until')
  rows(
    @Param('what', { schema: part }) what: string,
    @Param('until', { schema: part }) until: string,
    @Query({ schema: slice }) query: z.output<typeof slice>,
    @Res() reply: FastifyReply,
  ): void {
    reply.header('cache-control', 'no-store').redirect(proofPage(what, until, query), 303);
  }
}
