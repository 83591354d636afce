import { slug } from './text.ts';

const MOST = 60;

/**
 * A part of an address for something that people named: ASCII alone, for it is typed and read aloud. Of a name in another
 * script, `otherwise`.
 *
 * @example plainSlug('Año de los puertos', 'report') // 'ano-de-los-puertos'
 */
export function plainSlug(name: string, otherwise: string): string {
  const plain = slug(name)
    .replace(/[^a-z0-9-]/g, '')
    .replace(/-{2,}/g, '-')
    .slice(0, MOST)
    .replace(/^-+|-+$/g, '');
  return plain === '' ? otherwise : plain;
}

/**
 * The first of some names that is free.
 *
 * @example firstFree('ports', new Set(['ports'])) // 'ports-2'
 */
export function firstFree(beginning: string, used: ReadonlySet<string>): string {
  for (let nth = 1; ; nth += 1) {
    const name = nth === 1 ? beginning : `${beginning}-${nth}`;
    if (!used.has(name)) return name;
  }
}
