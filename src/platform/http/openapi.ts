import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { FastifyInstance } from 'fastify';

/** Serves the description of the API (OpenAPI 3.1), drawn from its routes and schemas when first asked for. */
export function serveOpenApi(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  let document: OpenAPIObject | null = null;
  fastify.get('/api/v1/openapi.json', (_request, reply) => {
    document ??= describe(app);
    return reply.send(document);
  });
}

function describe(app: NestFastifyApplication): OpenAPIObject {
  const info = new DocumentBuilder()
    .setTitle('Attest')
    .setDescription(
      'Programmes, results and funding with totals that lead to their rows; and rows that programs enter and decide on. Errors are application/problem+json (RFC 9457) with a stable `code`.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      description: 'A token of /tokens, or of the command admin.',
    })
    .addSecurityRequirements('bearer')
    .build();
  return SwaggerModule.createDocument(app, info);
}
