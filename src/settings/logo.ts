import { createHash } from 'node:crypto';
import type { StoredLogo } from '../access/index.ts';
import { refused } from './logo-refusal.ts';
import { isPng, readPng } from './png.ts';
import { readSvg } from './svg.ts';

/** A logo stands on every page: more than this is a photograph. */
export const LOGO_BYTES = 256 * 1024;
/** How many times as wide as high, and as high as wide, a head has room for. */
const WIDEST = 10;
const HIGHEST = 3;

/**
 * A picture that somebody sent, to be shown to everybody: a PNG or an SVG by its content, whatever its name says, written
 * anew from the parts that are known to be harmless.
 *
 * @throws DomainError `LOGO.NONE`, `LOGO.LARGE`, `LOGO.TYPE`, `LOGO.BROKEN`, `LOGO.PIXELS`, `LOGO.SHAPE`, `LOGO.SVG_PART`,
 *   `LOGO.SVG_REFERENCE`, `LOGO.SVG_SIZE` (refused)
 */
export function readLogo(bytes: Uint8Array): StoredLogo {
  if (bytes.length === 0) throw refused('LOGO.NONE', 'No file was chosen.');
  if (bytes.length > LOGO_BYTES) throw refused('LOGO.LARGE', `A logo has at most ${LOGO_BYTES} bytes.`);
  const type = isPng(bytes) ? 'image/png' : 'image/svg+xml';
  const { width, height, content } = type === 'image/png' ? readPng(bytes) : readSvg(bytes);
  if (width > WIDEST * height || height > HIGHEST * width)
    throw refused(
      'LOGO.SHAPE',
      `A logo is at most ${WIDEST} times as wide as high, and ${HIGHEST} as high as wide.`,
    );
  const hash = createHash('sha256').update(content).digest('hex');
  return { hash, type, width, height, content };
}
