import { chartCss } from '../../charts/palette.ts';
import { baseCss } from './base.css.ts';
import { fontFaces } from './fonts.ts';
import { partsCss } from './parts.css.ts';
import { printCss } from './print.css.ts';
import { screenCss } from './screen.css.ts';

/**
 * The style sheet of every page, to be served as one file. They are TypeScript strings so that the compiler's output,
 * the tests and the PDF have them without a copying step or a file to read.
 */
export function screenStylesheet(fontUrl: (file: string) => string): string {
  return stylesheet(fontFaces(fontUrl, 'optional'), chartCss, baseCss, partsCss, screenCss);
}

/** The style sheet of every report, to stand in its `<style>`; `fontUrl` gives `data:` URLs (`inlineFont`). */
export function printStylesheet(fontUrl: (file: string) => string): string {
  return stylesheet(fontFaces(fontUrl, 'block'), chartCss, baseCss, partsCss, printCss);
}

function stylesheet(...parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join('\n');
}
