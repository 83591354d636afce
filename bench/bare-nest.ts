import 'reflect-metadata';
import { readFileSync } from 'node:fs';
import { Controller, Get, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

/** A page made beforehand, compressed by Brotli: the file that is named to this program. */
const PREPARED = process.argv[2] === undefined ? '' : readFileSync(process.argv[2]);

@Controller()
class Bare {
  @Get()
  unchanged(@Res() reply: FastifyReply): void {
    reply.code(304).header('etag', 'W/"always"').send();
  }

  @Get('page')
  page(@Res() reply: FastifyReply): void {
    reply.headers({ 'content-type': 'text/html; charset=utf-8', 'content-encoding': 'br' }).send(PREPARED);
  }
}

@Module({ controllers: [Bare] })
class BareModule {}

/** Nest with Fastify and nothing else, which sends one page, or says that nothing has changed: what `page` and `unchanged` are measured against. */
const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
