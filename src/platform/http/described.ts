import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

/** What an answer of the API looks like, and when it is given. */
export interface DescribedAnswer {
  readonly status: number;
  readonly description: string;
  readonly example: object;
}

/** What the document of the API says of a route, beside what follows from its schemas. */
export interface DescribedRoute {
  readonly summary: string;
  readonly description?: string;
  /** Bodies that can be sent as they stand, by what they are for. */
  readonly examples?: Readonly<Record<string, object>>;
  /** Its headers beside the token's, by name. */
  readonly headers?: Readonly<
    Record<string, { readonly description: string; readonly example: string; readonly required: boolean }>
  >;
  readonly answers: readonly DescribedAnswer[];
}

/** As it is written out: what the library keeps for itself is left behind. */
function jsonSchemaOf(schema: z.ZodType): Record<string, never> {
  const { $schema: _, ...described } = JSON.parse(JSON.stringify(z.toJSONSchema(schema, { io: 'input' })));
  return described;
}

/** Of a problem (RFC 9457) the content type is another. */
const isProblem = ({ status }: DescribedAnswer) => status >= 400;

/**
 * Describes a route in `/api/v1/openapi.json`, with an example of whatever it takes and answers.
 *
 * @param body what it takes, where it takes something
 */
export function Described(
  { summary, description, examples = {}, headers = {}, answers }: DescribedRoute,
  body?: z.ZodType,
): MethodDecorator {
  const byStatus = Map.groupBy(answers, ({ status }) => status);
  return applyDecorators(
    ApiOperation({ summary, ...(description === undefined ? {} : { description }) }),
    ...Object.entries(headers).map(([name, header]) =>
      ApiHeader({
        name,
        description: header.description,
        example: header.example,
        required: header.required,
        schema: { type: 'string' },
      }),
    ),
    ...(body === undefined
      ? []
      : [
          ApiBody({
            schema: jsonSchemaOf(body),
            examples: Object.fromEntries(Object.entries(examples).map(([name, value]) => [name, { value }])),
          }),
        ]),
    ...[...byStatus].map(([status, those]) =>
      ApiResponse({
        status,
        description: those.map((each) => each.description).join(' '),
        content: {
          [those.some(isProblem) ? 'application/problem+json' : 'application/json']: {
            schema: { type: 'object' },
            examples: Object.fromEntries(
              those.map(({ example, description: when }) => [
                'code' in example ? String(example.code) : 'answer',
                { summary: when, value: example },
              ]),
            ),
          },
        },
      }),
    ),
  );
}
