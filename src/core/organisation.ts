import type { InEachLanguage } from './text.ts';

/** Whose programmes these are: the first home of the service (seeds/README.md). */
export const HOME_ORGANISATION: InEachLanguage<string> = {
  en: 'Organization of American States',
  es: 'Organización de los Estados Americanos',
  pt: 'Organização dos Estados Americanos',
  fr: 'Organisation des États américains',
};
