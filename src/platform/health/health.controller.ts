import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Health, type HealthState } from './health.ts';
import { Metrics } from './metrics.ts';

@Controller()
export class HealthController {
  constructor(
    private readonly health: Health,
    private readonly metrics: Metrics,
  ) {}

  /** Alive: the process answers. */
  @Get('healthz')
  @Header('cache-control', 'no-store')
  alive(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Ready: everything it leans on answers too; to whoever runs the service, 503 names what does not. */
  @Get('readyz')
  @Header('cache-control', 'no-store')
  async ready(
    @Req() request: FastifyRequest & { readonly fromOperator?: boolean },
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HealthState | Pick<HealthState, 'ready'>> {
    const state = await this.health.state();
    reply.code(state.ready ? 200 : 503);
    return request.fromOperator === true ? state : { ready: state.ready };
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  @Header('cache-control', 'no-store')
  text(): Promise<string> {
    return this.metrics.text();
  }
}
