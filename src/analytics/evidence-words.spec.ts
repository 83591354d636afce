import { inEachLanguage } from '../core/text.ts';
import { edition } from '../web/edition.ts';
import { evidenceName } from './evidence-words.ts';

describe('a piece of evidence', () => {
  const title = { en: 'Barbados', fr: 'Barbade' };
  const inAll = (kind: 'sheet' | 'document' | 'link' | 'quotation') =>
    inEachLanguage((language) => evidenceName(edition(language, 'screen'), { kind, title }));

  it('is told from a place, and from others of its title, by its kind', () => {
    expect(inAll('sheet')).toEqual({
      en: 'Source document: Barbados',
      es: 'Documento fuente: Barbados',
      pt: 'Documento de origem: Barbados',
      fr: 'Document source\u00a0: Barbade',
    });
    expect(inAll('document')).toEqual({
      en: 'Barbados (file)',
      es: 'Barbados (archivo)',
      pt: 'Barbados (arquivo)',
      fr: 'Barbade (fichier)',
    });
    expect(inAll('link').en).toBe('Barbados (link)');
    expect(inAll('quotation').es).toBe('Barbados (cita)');
  });
});
