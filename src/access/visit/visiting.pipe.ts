import {
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  type PipeTransform,
  Res,
} from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { ParametersPipe } from '../../platform/errors/parameters.pipe.ts';
import { Assets } from '../../platform/http/assets.adapter.ts';
import { type Asked, pageQuery } from './page-query.ts';
import { Visit } from './visit.adapter.ts';

interface Coming {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly query: z.ZodType<Asked> | null;
}

/** Makes a `Visit` of a request, once its address has been read. */
@Injectable()
class VisitingPipe implements PipeTransform<Coming, Promise<Visit<Asked>>> {
  private readonly parameters = new ParametersPipe();

  constructor(private readonly assets: Assets) {}

  async transform({ request, reply, query }: Coming): Promise<Visit<Asked>> {
    return new Visit(request, reply, await this.read(request, query), this.assets);
  }

  private async read({ query: given }: FastifyRequest, schema: Coming['query']): Promise<Asked> {
    if (schema === null) return {};
    // What the schema makes of it.
    return (await this.parameters.transform(given, { type: 'query', schema })) as Asked;
  }
}

const VisitParameter = createParamDecorator(
  ({ query }: Pick<Coming, 'query'>, context: ExecutionContext): Coming => {
    const http = context.switchToHttp();
    return { request: http.getRequest(), reply: http.getResponse(), query };
  },
);

/**
 * The visit that a handler answers, a `Visit` of what `query` makes of the address.
 *
 * @param query refuses an address as `@Query` does; null: whatever the address says is nothing to the handler
 */
export function Visiting(query: z.ZodType<Asked> | null = pageQuery): ParameterDecorator {
  const parameter = VisitParameter({ query }, VisitingPipe);
  return (target, name, index) => {
    parameter(target, name, index);
    // The handler answers by its visit: Nest, which knows that by `@Res` alone, would send what it returns, which is nothing.
    Res()(target, name, index);
  };
}
