import { Controller, Get, Param, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { keeperOf } from '../../access/index.ts';
import { Views } from '../../analytics/index.ts';
import { originalText } from '../../core/text.ts';
import type { EvidencePiece } from '../../results/index.ts';
import { negotiateLanguage } from '../../web/i18n/negotiate.ts';
import { idOf } from './evidence.controller.ts';
import { Evidence } from './evidence.use-case.ts';
import { attachment, cleanFileName } from './file-name.ts';

/** Nothing in it is carried out, whatever a browser takes it for. */
const NOTHING_RUNS = "sandbox; default-src 'none'";

/** What was attached, to be stored on one's own machine by whoever may see it: people, and programs with a token. */
@ApiExcludeController()
@Controller('evidence')
export class EvidenceFileController {
  constructor(
    private readonly evidence: Evidence,
    private readonly views: Views,
  ) {}

  /** A file as it was brought; a link or a quotation as a text. @throws DomainError `EVIDENCE.UNKNOWN` (missing) */
  @Get(':id')
  async open(
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
    @Param('id') id: string,
  ): Promise<void> {
    const { headers, settings } = request;
    const language = negotiateLanguage({
      acceptLanguage: headers['accept-language'],
      offered: settings.languages,
    });
    const view = await this.views.forPage(request.scope, language ?? 'en');
    const { piece } = await this.evidence.find(view, keeperOf(request), idOf(id));
    const tag = `"${piece.file ?? piece.id}"`;
    reply
      .header('cache-control', 'private, no-cache')
      .header('etag', tag)
      .header('x-content-type-options', 'nosniff')
      .header('content-security-policy', NOTHING_RUNS)
      .header('cross-origin-resource-policy', 'same-origin')
      .header('content-disposition', attachment(nameOf(piece)))
      .type(typeOf(piece));
    // Whoever has it has it: what it holds never changes. That it may still be seen was asked above.
    if (headers['if-none-match'] === tag) {
      reply.code(304).send();
      return;
    }
    const content = piece.file === null ? Buffer.from(textOf(piece)) : await this.evidence.read(piece.file);
    reply.send(Buffer.from(content.buffer, content.byteOffset, content.byteLength));
  }
}

function nameOf({ fileName, title }: EvidencePiece): string {
  return fileName ?? cleanFileName(originalText(title), 'txt');
}

function typeOf({ mediaType }: EvidencePiece): string {
  if (mediaType === null) return 'text/plain; charset=utf-8';
  return mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType;
}

function textOf({ title, url, quotation, page }: EvidencePiece): string {
  const said = url ?? `${originalText(quotation) ?? ''}\n\n${page ?? ''}`;
  return `${originalText(title)}\n\n${said}\n`;
}
