import { noGlyphFace } from './no-glyph-font.ts';
import { withPageSheet } from './page-sheet.ts';

describe('withPageSheet', () => {
  const sheet = (footer?: { start: string; end: string }) =>
    withPageSheet('<html><head><style>p{}</style></head></html>', 'a4', footer);

  it('stands before the styles of the document, which may then override it', () => {
    expect(sheet()).toBe(
      `<html><head><style>${noGlyphFace()}@page{size:A4;margin:18mm 16mm 20mm;}</style><style>p{}</style></head></html>`,
    );
  });

  it('finds a head with attributes, and does not take a header for one', () => {
    expect(withPageSheet('<HEAD class="a">', 'letter', undefined)).toBe(
      `<HEAD class="a"><style>${noGlyphFace()}@page{size:letter;margin:18mm 16mm 20mm;}</style>`,
    );
    expect(() => withPageSheet('<html><header></header></html>', 'a4', undefined)).toThrow(
      expect.objectContaining({ code: 'RENDER.INCOMPLETE' }),
    );
  });

  it('counts pages in the footer', () => {
    expect(sheet({ start: 'Attest', end: 'Page {page} of {pages} · 3f9a2c1' })).toContain(
      'content:"Page " counter(page) " of " counter(pages) " · 3f9a2c1"',
    );
  });

  it('leaves out a side that says nothing', () => {
    const html = sheet({ start: '', end: '{page}' });
    expect(html).not.toContain('@bottom-left');
    expect(html).toContain('@bottom-right{content:counter(page);');
  });

  it('keeps text from ending the string, the rule or the style element', () => {
    expect(sheet({ start: 'a"}\\b</style>\nc', end: '' })).toContain(
      'content:"a\\22 }\\5c b\\3c /style>\\a c"',
    );
  });
});
