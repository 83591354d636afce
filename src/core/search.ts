import type { LocalText } from './text.ts';

/**
 * A text as it is searched: without accents and capitals. Its canonical decomposition (NFD) without marks, in lower case.
 *
 * @example folded('Programa de Cooperación') // 'programa de cooperacion'
 */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The words of a search, as they are looked for. */
export function searchWords(search: string): readonly string[] {
  return folded(search)
    .split(/\s+/)
    .filter((word) => word !== '');
}

/**
 * Whether something is found by its code or its names: every word of the search stands in the code or in a name of any
 * language, whole or in part. A search without a word finds everything.
 *
 * @example isFound({ code: 'NET-POL', names: { en: 'Police network', es: 'Red de policía' } }, 'POLICIA net') // true
 */
export function isFound(
  { code, names }: { readonly code: string; readonly names: LocalText },
  search: string,
): boolean {
  const words = searchWords(search);
  const texts = [code, ...Object.values(names)].map(folded);
  return words.every((word) => texts.some((text) => text.includes(word)));
}
