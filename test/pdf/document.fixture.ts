import type { PdfRequest } from '../../src/platform/browser/pdf-renderer.adapter.ts';

/** The cut-off of the reference portfolio. */
export const CUT_OFF = new Date('2017-06-30T23:59:59Z');

/** A request for a small whole document with `body`. */
export function requestFor(body: string, more: Partial<PdfRequest> = {}): PdfRequest {
  const html = `<!doctype html><html lang="es"><head><meta charset="utf-8"><title>Informe – junio</title></head><body>${body}</body></html>`;
  return { html, paper: 'a4', date: CUT_OFF, ...more };
}
