import { constants, crc32, inflateSync } from 'node:zlib';
import { type ReadLogo, refused } from './logo-refusal.ts';

/** Pixels either way; a logo is shown 40 high on screens, and 14 mm on paper. */
export const LOGO_PIXELS = { least: 40, most: 2_000 } as const;

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Length, type and checksum of a chunk. */
const FRAME_BYTES = 12;
const HEADER_BYTES = 13;

/** Samples of a pixel by colour type: grey, RGB, palette, grey and alpha, RGBA. */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** What is to be seen. Texts, times, places and second pictures of an animation are left out. */
const SEEN = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sBIT', 'sRGB', 'pHYs'];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** A whole PNG (third edition of the specification), of what is to be seen alone. @throws DomainError `LOGO.…` (refused) */
export function readPng(bytes: Uint8Array): ReadLogo {
  const chunks = chunksOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const [head] = chunks;
  if (head?.type !== 'IHDR' || head.data.length !== HEADER_BYTES || chunks.at(-1)?.type !== 'IEND')
    throw broken();
  const [width, height] = [head.data.readUInt32BE(0), head.data.readUInt32BE(4)];
  const { least, most } = LOGO_PIXELS;
  if (Math.min(width, height) < least || Math.max(width, height) > most) {
    const values = { width: String(width), height: String(height) };
    throw refused('LOGO.PIXELS', `A PNG has from ${least} to ${most} pixels either way.`, { values });
  }
  checkPixels(head.data, chunks);
  const kept = chunks.filter(({ type }) => SEEN.includes(type)).map(({ whole }) => whole);
  return { width, height, content: Buffer.concat([Buffer.from(SIGNATURE), ...kept]) };
}

interface Chunk {
  readonly type: string;
  readonly data: Buffer;
  readonly whole: Buffer;
}

function chunksOf(bytes: Buffer): readonly Chunk[] {
  const chunks: Chunk[] = [];
  for (let at = SIGNATURE.length; at < bytes.length; ) {
    const length = at + FRAME_BYTES <= bytes.length ? bytes.readUInt32BE(at) : bytes.length;
    const end = at + FRAME_BYTES + length;
    if (end > bytes.length) throw broken();
    const whole = bytes.subarray(at, end);
    if (crc32(whole.subarray(4, -4)) !== whole.readUInt32BE(whole.length - 4)) throw broken();
    const type = whole.toString('latin1', 4, 8);
    chunks.push({ type, data: whole.subarray(8, -4), whole });
    if (type === 'IEND') break;
    at = end;
  }
  return chunks;
}

/** Unpacks them, to no more than there can be. */
function checkPixels(head: Buffer, chunks: readonly Chunk[]): void {
  const [depth = 0, colour = 0, , , interlaced = 0] = head.subarray(8);
  const samples = SAMPLES[colour];
  if (samples === undefined || ![1, 2, 4, 8, 16].includes(depth)) throw broken();
  const [width, height] = [head.readUInt32BE(0), head.readUInt32BE(4)];
  const expected = height * (1 + Math.ceil((width * samples * depth) / 8));
  // Seven passes have filter bytes and rounding of their own.
  const most = interlaced === 0 ? expected : expected + 8 * (width + height);
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data));
  let length = 0;
  try {
    length = inflateSync(packed, { maxOutputLength: most, finishFlush: constants.Z_FINISH }).length;
  } catch (cause) {
    throw broken(cause);
  }
  if (interlaced === 0 && length !== expected) throw broken();
}

function broken(cause?: unknown) {
  return refused('LOGO.BROKEN', 'The PNG is not whole.', { cause });
}
