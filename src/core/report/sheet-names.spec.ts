import fc from 'fast-check';
import { sheetNames } from './sheet-names.ts';

describe('names of sheets', () => {
  it('are as they were where every spreadsheet takes them', () => {
    expect(sheetNames(['About', 'Résultats – Pays', 'Results NET-POL'])).toEqual([
      'About',
      'Résultats – Pays',
      'Results NET-POL',
    ]);
  });

  it('lose what no spreadsheet takes, and stay apart', () => {
    expect(sheetNames(['Results: by year', 'results  by/year', "'", '', '[a]*?\\b'])).toEqual([
      'Results by year',
      'results by year (2)',
      '–',
      '– (2)',
      'a b',
    ]);
    expect(
      sheetNames(['Compromisos – Transacciones de 2017', 'Compromisos – Transacciones de 2018']),
    ).toEqual(['Compromisos – Transacciones de…', 'Compromisos – Transaccione… (2)']);
  });

  it('are such whatever was wanted', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 40 }), { maxLength: 20 }), (wanted) => {
        const names = sheetNames(wanted);
        expect(names).toHaveLength(wanted.length);
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        for (const name of names) {
          expect(name.length).toBeGreaterThan(0);
          expect(name.length).toBeLessThanOrEqual(31);
          expect(name).not.toMatch(/[[\]:*?/\\]|^'|'$/);
          expect(name.isWellFormed()).toBe(true);
        }
      }),
    );
  });
});
