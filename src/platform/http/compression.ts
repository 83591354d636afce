import { promisify } from 'node:util';
import { type BrotliOptions, brotliCompress, constants, gzip } from 'node:zlib';
import negotiator from '@fastify/accept-negotiator';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The ways in which answers are compressed, the better first. */
export const ENCODINGS = ['br', 'gzip'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** An answer is compressed when it is asked for: quality 4 costs a few milliseconds, 11 would cost hundreds. */
export const BROTLI: BrotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };

const COMPRESS: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, BROTLI),
  gzip: promisify(gzip),
};

/**
 * How whoever asks wants the answer compressed (RFC 9110, 12.5.3); null: not at all.
 *
 * @example encodingFor('gzip, br;q=0') // 'gzip'
 */
export function encodingFor(accepted: string | undefined): Encoding | null {
  return accepted === undefined ? null : negotiator.negotiate(accepted.toLowerCase(), [...ENCODINGS]);
}

/** A text that is sent again and again: compressed once in each way that somebody asks for. */
export class SentAgain {
  private readonly plain: Buffer;
  private readonly compressed = new Map<Encoding, Promise<Buffer>>();

  constructor(text: string) {
    this.plain = Buffer.from(text);
  }

  /** Sends it as the request takes it. What else the answer says of itself is said before. */
  async send({ headers }: FastifyRequest, reply: FastifyReply): Promise<void> {
    const encoding = encodingFor(headers['accept-encoding']);
    const vary = [reply.getHeader('vary') ?? [], 'accept-encoding'].flat().join(', ');
    reply.header('vary', vary);
    if (encoding !== null) reply.header('content-encoding', encoding);
    reply.send(encoding === null ? this.plain : await this.as(encoding));
  }

  private as(encoding: Encoding): Promise<Buffer> {
    const known = this.compressed.get(encoding);
    if (known !== undefined) return known;
    const made = COMPRESS[encoding](this.plain);
    this.compressed.set(encoding, made);
    return made;
  }
}
