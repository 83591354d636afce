import { LANGUAGES } from '../../core/text.ts';
import { negotiateLanguage } from './negotiate.ts';

describe('negotiateLanguage', () => {
  it.each([
    ['nothing said', {}, 'en'],
    ['an empty header', { acceptLanguage: '' }, 'en'],
    ['the URL', { lang: 'fr' }, 'fr'],
    ['the URL over the browser', { lang: 'es', acceptLanguage: 'fr' }, 'es'],
    ['a region of a language', { acceptLanguage: 'pt-PT' }, 'pt'],
    ['the greatest weight, not the first', { acceptLanguage: 'en;q=0.5, es-MX;q=0.9, fr;q=0.8' }, 'es'],
    ['of equals, the first', { acceptLanguage: 'fr-HT, es-CL' }, 'fr'],
    ['the best that we have', { acceptLanguage: 'de, nl;q=0.9, pt-BR;q=0.1' }, 'pt'],
    ['none that we have', { acceptLanguage: 'de, *;q=0.5' }, 'en'],
    ['a language refused', { acceptLanguage: 'es;q=0, fr;q=0.2' }, 'fr'],
    ['any case and spaces', { acceptLanguage: ' ES-cl ; Q=0.7 ,EN;q=0.6' }, 'es'],
    ['a weight that is none', { acceptLanguage: 'es;q=2, fr;q=x, pt;q=0.1' }, 'pt'],
  ] as const)('takes %s', (_case, request, expected) => {
    expect(negotiateLanguage({ ...request, offered: LANGUAGES })).toBe(expected);
  });

  it.each(['de', '', 'EN', 'pt-BR', 'en,es'])('has no language for ?lang=%s', (lang) => {
    expect(negotiateLanguage({ lang, acceptLanguage: 'es', offered: LANGUAGES })).toBeNull();
  });

  it.each([
    ['the first of those offered, where nothing is said', {}, 'pt'],
    ['the best of those offered', { acceptLanguage: 'en, fr;q=0.9, es;q=0.8' }, 'es'],
    ['the first, where none of them is preferred', { acceptLanguage: 'en, fr;q=0.9' }, 'pt'],
    ['the URL, whose language need not be offered', { lang: 'fr', acceptLanguage: 'es' }, 'fr'],
  ] as const)('takes %s', (_case, request, expected) => {
    expect(negotiateLanguage({ ...request, offered: ['pt', 'es'] })).toBe(expected);
  });
});
