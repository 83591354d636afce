import { request } from 'node:http';
import { z } from 'zod';
import { DomainError } from '../../core/errors.ts';
import type { Outcome } from './command.ts';
import type { ServiceRecord } from './service-record.adapter.ts';

export const COMMANDS_PATH = '/internal/commands';
export const SECRET_HEADER = 'x-attest-secret';

/** An import of a million rows is about 150 MB. */
export const FILES_LIMIT_BYTES = 180 * 2 ** 20;

const base64 = z.base64().transform((text): Uint8Array => Buffer.from(text, 'base64'));

export const callSchema = z.object({
  name: z.string(),
  argv: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: base64 })),
});

export const outcomeSchema = z.object({
  exit: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  stdout: z.array(z.string()),
  stderr: z.array(z.string()),
  files: z.array(z.object({ path: z.string(), bytes: base64, ownerOnly: z.boolean().optional() })),
});

/** A call or an outcome as one JSON text, its files' bytes as base64. */
export function toJson(value: {
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
}): string {
  const files = value.files.map((file) => ({ ...file, bytes: Buffer.from(file.bytes).toString('base64') }));
  return JSON.stringify({ ...value, files });
}

/** Lets the service that has the database open do it. @throws DomainError SERVICE.UNREACHABLE, SERVICE.REFUSED */
export async function forward(service: ServiceRecord, call: z.infer<typeof callSchema>): Promise<Outcome> {
  const given = call.files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (given > FILES_LIMIT_BYTES) {
    throw new DomainError(
      'SERVICE.FILE_TOO_LARGE',
      `The service that has the database open takes files of ${FILES_LIMIT_BYTES / 2 ** 20} MiB at most.`,
      { kind: 'refused', remedy: 'Stop it, and try again. Nothing was changed.' },
    );
  }
  const { status, body } = await post(service, toJson(call));
  const outcome = status === 200 ? outcomeSchema.safeParse(JSON.parse(body)).data : undefined;
  if (!outcome) {
    throw new DomainError(
      'SERVICE.REFUSED',
      `The service at ${service.address} refuses the command (status ${status}).`,
      {
        kind: 'broken',
        remedy: 'It may be of another version: stop it and start it again.',
      },
    );
  }
  return outcome;
}

/** Not `fetch`, which gives up after five minutes: a year's reports or a large import take what they take. */
function post({ address, secret }: ServiceRecord, body: string): Promise<{ status: number; body: string }> {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    [SECRET_HEADER]: secret,
  };
  const outgoing = request(new URL(COMMANDS_PATH, address), { method: 'POST', headers }, (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.on('error', reject);
    response.on('end', () =>
      resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
    );
  });
  outgoing.on('error', (cause) =>
    reject(
      new DomainError(
        'SERVICE.UNREACHABLE',
        `The service at ${address} did not answer to the end (${cause.message}).`,
        {
          kind: 'broken',
          remedy: 'Stop it, or wait until it has started, and try again.',
          cause,
        },
      ),
    ),
  );
  outgoing.end(body);
  return promise;
}
