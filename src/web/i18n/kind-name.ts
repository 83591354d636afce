import type { Edition } from '../edition.ts';
import { kindNames } from './messages/columns.ts';

/** What rows of a kind of file are called, as it begins a sentence. @example kindName(edition, 'results', 'many') // 'Results' */
export function kindName(
  { t, f }: Pick<Edition, 't' | 'f'>,
  kind: string,
  count: 'one' | 'many' = 'one',
): string {
  const name = t(kindNames[kind]?.[count] ?? { en: kind, es: kind, pt: kind, fr: kind });
  return name.charAt(0).toLocaleUpperCase(f.locale) + name.slice(1);
}
