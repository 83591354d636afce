import { createHash } from 'node:crypto';
import { brandCss, brandOf } from '../../charts/index.ts';
import type { Hex } from '../../core/colour.ts';
import { RecentlyUsed } from '../../core/recently-used.ts';

/** The style sheet of a colour, under a name that says the colour and its content. */
export interface BrandFile {
  readonly name: string;
  readonly css: string;
}

const files = new RecentlyUsed<BrandFile>(50);

export function brandFile(accent: Hex): BrandFile {
  return files.get(accent, () => {
    const css = brandCss(brandOf(accent));
    const hash = createHash('sha256').update(css).digest('hex').slice(0, 16);
    return { name: `${accent.slice(1)}-${hash}.css`, css };
  });
}

/**
 * The style sheet of that name, of whatever colour: pages of before and of other processes find theirs. Null where this
 * version writes another one for the colour.
 */
export function brandFileNamed(name: string): BrandFile | null {
  const [, colour] = /^([0-9a-f]{6})-[0-9a-f]{16}\.css$/.exec(name) ?? [];
  const file = colour === undefined ? null : brandFile(`#${colour}`);
  return file?.name === name ? file : null;
}
