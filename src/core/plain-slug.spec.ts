import fc from 'fast-check';
import { firstFree, plainSlug } from './plain-slug.ts';

describe('the address of something that people named', () => {
  it.each([
    ['Año de los puertos', 'ano-de-los-puertos'],
    ['  Ports & harbours: 2017! ', 'ports-harbours-2017'],
    ['港口', 'report'],
    ['港口 2017', '2017'],
    ['¿?', 'report'],
  ])('%s is %s', (name, slug) => expect(plainSlug(name, 'report')).toBe(slug));

  it('is of letters, digits and single hyphens, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (name) => {
        expect(plainSlug(name, 'report')).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });

  it('is the first that is free', () => {
    expect(firstFree('ports', new Set())).toBe('ports');
    expect(firstFree('ports', new Set(['ports', 'ports-2', 'ports-4']))).toBe('ports-3');
  });
});
