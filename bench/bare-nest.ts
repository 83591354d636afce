import 'reflect-metadata';
import { Controller, Get, Module, Res } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply } from 'fastify';

@Controller()
class Bare {
  @Get()
  unchanged(@Res() reply: FastifyReply): void {
    reply.code(304).header('etag', 'W/"always"').send();
  }
}

@Module({ controllers: [Bare] })
class BareModule {}

/** Nest with Fastify and nothing else, which says that nothing has changed: what `unchanged` is measured against. */
const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), {
  logger: false,
});
await app.listen(0, '127.0.0.1');
console.log(await app.getUrl());
