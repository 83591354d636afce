import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Outcome } from './command.ts';
import { COMMANDS_PATH, callSchema, SECRET_HEADER, toJson } from './forward.adapter.ts';

/** The files that are taken (FILES_LIMIT_BYTES), of which base64 makes a third more, and the call around them. */
const BODY_LIMIT_BYTES = 256 * 1024 * 1024;

/**
 * Where commands come in while a service has the embedded database open. It answers this machine's own processes that
 * could read the secret; to everyone else it is not there.
 *
 * @param secret what the caller must send; null until the service listens
 */
export function registerCommandEndpoint(
  fastify: FastifyInstance,
  secret: () => string | null,
  run: (call: {
    name: string;
    argv: readonly string[];
    files: ReadonlyMap<string, Uint8Array>;
  }) => Promise<Outcome>,
): void {
  fastify.route({
    method: 'POST',
    url: COMMANDS_PATH,
    bodyLimit: BODY_LIMIT_BYTES,
    // Before the body is read: a stranger's gigabytes are not taken in.
    onRequest: async (request, reply) => {
      const expected = secret();
      const given = request.headers[SECRET_HEADER];
      const local = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(request.socket.remoteAddress ?? '');
      if (!local || expected === null || typeof given !== 'string' || !same(given, expected)) {
        reply.callNotFound();
        return reply;
      }
    },
    handler: async (request, reply) => {
      const call = callSchema.safeParse(request.body);
      if (!call.success) {
        return reply.code(400).send({ message: 'not a command' });
      }
      const { name, argv, files } = call.data;
      const outcome = await run({
        name,
        argv,
        files: new Map(files.map(({ path, bytes }) => [path, bytes])),
      });
      return reply.type('application/json').send(toJson(outcome));
    },
  });
}

/** In the same time however much of it is right; hashing first makes both equally long. */
function same(a: string, b: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
