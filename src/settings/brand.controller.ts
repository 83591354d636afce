import { Controller, Get, Param, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { CurrentSettings } from '../access/index.ts';
import { logoAddress } from '../web/site.ts';
import { brandFileNamed } from '../web/styles/brand-file.ts';

/** A logo opened by itself is a picture and nothing else, whatever a browser takes it for. */
const PICTURE_ONLY = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** The files of the organisation's look, under names that say their content. */
@ApiExcludeController()
@Controller('brand')
export class BrandController {
  constructor(private readonly settings: CurrentSettings) {}

  @Get(':name')
  async file(@Param('name') name: string, @Res() reply: FastifyReply): Promise<void> {
    const sheet = brandFileNamed(name);
    if (sheet !== null) {
      send(reply, 'text/css; charset=utf-8', sheet.css);
      return;
    }
    const [, hash] = /^([0-9a-f]{64})\.(?:png|svg)$/.exec(name) ?? [];
    const logo = hash === undefined ? null : await this.settings.logoOf(hash);
    if (logo === null || logoAddress(logo) !== `/brand/${name}`) {
      // No page: nobody has asked who comes, and what comes loads a file.
      reply.code(404).type('text/plain; charset=utf-8').send('There is nothing at this address.\n');
      return;
    }
    reply.header('content-security-policy', PICTURE_ONLY);
    send(reply, logo.type, Buffer.from(logo.content));
  }
}

function send(reply: FastifyReply, type: string, body: string | Buffer): void {
  reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').send(body);
}
