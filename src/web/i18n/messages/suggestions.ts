import { message } from '../message.ts';

/** What is said below a field in which a name is typed. */
export const suggestionMessages = {
  found: message<{ count: number }>({
    en: '{count, plural, one {# suggestion} other {# suggestions}}',
    es: '{count, plural, one {# sugerencia} many {# de sugerencias} other {# sugerencias}}',
    pt: '{count, plural, one {# sugestão} many {# de sugestões} other {# sugestões}}',
    fr: '{count, plural, one {# suggestion} many {# de suggestions} other {# suggestions}}',
  }),
  /** There are more than are shown. */
  first: message<{ shown: number; count: number }>({
    en: 'The first {shown, number} of {count, number}: type on',
    es: 'Las primeras {shown, number} de {count, number}: siga escribiendo',
    pt: 'As primeiras {shown, number} de {count, number}: continue a escrever',
    fr: 'Les {shown, number} premières sur {count, number} : continuez à écrire',
  }),
  none: message({
    en: 'Nothing is called so',
    es: 'Nada se llama así',
    pt: 'Nada tem esse nome',
    fr: 'Rien ne porte ce nom',
  }),
} as const;
