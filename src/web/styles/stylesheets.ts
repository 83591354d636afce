import { chartCss } from '../../charts/palette.ts';
import { accountCss } from './account.css.ts';
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

/** What pages of accounts and administration have besides: the dashboard does not carry the styles of forms. */
export function accountStylesheet(): string {
  return stylesheet(accountCss);
}

/** The style sheet of every report, to stand in its `<style>`; `fontUrl` gives `data:` URLs (`inlineFont`). */
export function printStylesheet(fontUrl: (file: string) => string): string {
  return stylesheet(fontFaces(fontUrl, 'block'), chartCss, baseCss, partsCss, printCss);
}

function stylesheet(...parts: readonly string[]): string {
  return parts.map((part) => part.trim()).join('\n');
}
