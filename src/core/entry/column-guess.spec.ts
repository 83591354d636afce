import fc from 'fast-check';
import { guessColumns } from './column-guess.ts';

const KNOWN = ['program', 'indicator', 'country_or_region', 'period_start', 'period_end', 'value', 'note'];
const NAMES = {
  programa: 'program',
  indicador: 'indicator',
  pais: 'country_or_region',
  country: 'country_or_region',
  'fecha-fin': 'period_end',
  fin: 'period_end',
  valor: 'value',
  to: 'period_end',
};
const guess = (...headers: string[]) => guessColumns(headers, KNOWN, NAMES);

describe('what a column of a file is', () => {
  it('is heard from its name, whatever its case, accents and spaces', () => {
    expect(guess('PROGRAM', 'Country or region', ' Período start', 'Period  End')).toEqual([
      'program',
      'country_or_region',
      // "Período" is no English, and one slip away from it.
      'period_start',
      'period_end',
    ]);
  });

  it('is heard from what people call it', () => {
    expect(guess('Programa', 'Valor', 'Fecha fin', 'País', 'Observaciones')).toEqual([
      'program',
      'value',
      'period_end',
      'country_or_region',
      null,
    ]);
  });

  it('is heard through a slip of the hand, and within a longer name', () => {
    expect(guess('Indicdor', 'Valor (personas)', 'Nombre del país')).toEqual([
      'indicator',
      'value',
      'country_or_region',
    ]);
  });

  it('is not heard from short words within others', () => {
    expect(guess('Where to go', 'Refined')).toEqual([null, null]);
  });

  it('is meant once: by the surest, and by the first of equals', () => {
    expect(guess('Valor', 'Value')).toEqual([null, 'value']);
    expect(guess('Valor', 'Valor')).toEqual(['value', null]);
  });

  it('takes names of every object for names as any other', () => {
    expect(guess('constructor', '__proto__', 'toString', '')).toEqual([null, null, null, null]);
  });

  it('gives each column at most one place, and each place a column that there is', () => {
    const header = fc.oneof(fc.string(), fc.constantFrom(...KNOWN, ...Object.keys(NAMES)));
    fc.assert(
      fc.property(fc.array(header, { maxLength: 12 }), (headers) => {
        const found = guess(...headers).filter((column) => column !== null);
        expect(guess(...headers)).toHaveLength(headers.length);
        expect(new Set(found).size).toBe(found.length);
        expect(found.every((column) => KNOWN.includes(column))).toBe(true);
      }),
    );
  });
});
