import { documentHtml } from '../document.ts';
import { edition } from '../edition.ts';
import { inlineFont } from '../styles/fonts.adapter.ts';
import { printStylesheet } from '../styles/stylesheets.ts';
import { PrintDocument, pageFooter } from './print-document.tsx';

describe('PrintDocument', () => {
  const html = documentHtml(
    <PrintDocument
      edition={edition('pt', 'print')}
      title="Relatório & co."
      stylesheet={printStylesheet(inlineFont)}
    >
      <h1>x</h1>
    </PrintDocument>,
  );

  it('is a document with language, title and everything inside', () => {
    expect(html).toMatch(
      /^<!doctype html><html lang="pt"><head><meta charset="utf-8"\/><title>Relatório &amp; co.<\/title>/,
    );
    const urls = [...html.matchAll(/url\(([^)]{0,30})/g)].map(([, url]) => url);
    expect(urls).toHaveLength(4);
    for (const url of urls) expect(url).toMatch(/^data:font\/woff2;base64,d09GMg/);
    expect(html).not.toMatch(/<link|<script|https?:/);
  });
});

describe('pageFooter', () => {
  it('leaves the numbers to the renderer', () => {
    expect(pageFooter(edition('es', 'print'), 'Informe, junio de 2017', '3f9a2c1')).toEqual({
      start: 'Informe, junio de 2017',
      end: 'Edición 3f9a2c1 · Página {page} de {pages}',
    });
    expect(pageFooter(edition('fr', 'print'), 'Rapport', null).end).toBe('Page {page} sur {pages}');
  });
});
