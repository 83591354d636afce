import { LANGUAGES, type Language } from '../../core/text.ts';

/** What a request says about language: the URL's `lang`, and the `Accept-Language` header; and what is offered. */
export interface LanguageRequest {
  readonly lang?: string | undefined;
  readonly acceptLanguage?: string | undefined;
  /** By the settings: at least one, of which the first is for whoever says nothing. */
  readonly offered: readonly Language[];
}

/**
 * The reader's language: the URL's choice, else the browser's preference (RFC 9110, 12.5.4) among those that are
 * offered, else the first of them. The URL may choose one that is not offered: links in e-mails name the recipient's. Null
 * where it names a language that we do not have: the caller's error to report, since silence would show another one.
 *
 * @example negotiateLanguage({ acceptLanguage: 'de, pt-BR;q=0.8, en;q=0.5', offered: LANGUAGES }) // 'pt'
 */
export function negotiateLanguage({ lang, acceptLanguage = '', offered }: LanguageRequest): Language | null {
  if (lang !== undefined) return languageIn(LANGUAGES, lang);
  let best: { readonly language: Language; readonly quality: number } | null = null;
  for (const entry of acceptLanguage.split(',')) {
    const [tag = '', ...parameters] = entry.split(';').map((part) => part.trim().toLowerCase());
    const language = languageIn(offered, tag.split('-')[0] ?? '');
    const quality = qualityOf(parameters);
    // Strictly greater: of equals, the one named first.
    if (language && quality > (best?.quality ?? 0)) best = { language, quality };
  }
  return best?.language ?? offered[0] ?? 'en';
}

function languageIn(languages: readonly Language[], code: string): Language | null {
  return languages.find((language) => language === code) ?? null;
}

function qualityOf(parameters: readonly string[]): number {
  const weight = parameters.find((parameter) => parameter.startsWith('q='));
  if (weight === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(weight) ? Number(weight.slice(2)) : 0;
}
