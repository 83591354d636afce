import { LANGUAGES } from '../../core/text.ts';
import { type Message, message } from './message.ts';
import { translator } from './translator.ts';

const plain = message({ en: 'Rows', es: 'Filas', pt: 'Linhas', fr: 'Lignes' });
const rows = message<{ count: number }>({
  en: '{count, plural, one {# row} other {# rows}}',
  es: '{count, plural, one {# fila} many {# de filas} other {# filas}}',
  pt: '{count, plural, one {# linha} many {# de linhas} other {# linhas}}',
  fr: '{count, plural, one {# ligne} many {# de lignes} other {# lignes}}',
});
const named = message<{ name: string }>({
  en: '{name} <b>',
  es: 'Fuente: {name}',
  pt: 'Fonte: {name}',
  fr: 'Source : « {name} » !',
});

describe('translator', () => {
  it('says a message in each language', () => {
    expect(LANGUAGES.map((language) => translator(language)(plain))).toEqual([
      'Rows',
      'Filas',
      'Linhas',
      'Lignes',
    ]);
  });

  it('chooses the plural form by language: none is singular in French and Portuguese, a million takes "de"', () => {
    const said = (count: number) => LANGUAGES.map((language) => translator(language)(rows, { count }));
    expect(said(0)).toEqual(['0 rows', '0 filas', '0 linha', '0 ligne']);
    expect(said(1)).toEqual(['1 row', '1 fila', '1 linha', '1 ligne']);
    expect(said(2000)).toEqual(['2,000 rows', '2.000 filas', '2.000 linhas', '2\u00a0000 lignes']);
    expect(said(1_000_000)).toEqual([
      '1,000,000 rows',
      '1.000.000 de filas',
      '1.000.000 de linhas',
      '1\u00a0000\u00a0000 de lignes',
    ]);
  });

  it('sets French punctuation with spaces that do not break, and leaves markup to be escaped', () => {
    expect(translator('fr')(named, { name: 'x' })).toBe('Source\u00a0: «\u00a0x\u00a0»\u00a0!');
    expect(translator('en')(named, { name: 'x' })).toBe('x <b>');
  });

  it('keeps what an argument holds, braces and all', () => {
    expect(translator('es')(named, { name: '{count} <i>' })).toBe('Fuente: {count} <i>');
  });

  it('throws where an argument is missing', () => {
    const withoutArguments = named as unknown as Message;
    expect(() => translator('en')(withoutArguments)).toThrow(/name/);
  });

  it('throws where a number would be printed ungrouped', () => {
    const loose = message<{ name: number }>({ en: '{name}', es: '{name}', pt: '{name}', fr: '{name}' });
    expect(() => translator('en')(loose, { name: 2000 })).toThrow('write {name, number}');
  });

  it('is made once for each language', () => {
    expect(translator('pt')).toBe(translator('pt'));
  });
});
