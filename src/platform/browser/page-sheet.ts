import { DomainError } from '../../core/errors.ts';
import { noGlyphFace } from './no-glyph-font.ts';

export type Paper = 'a4' | 'letter';

/** What stands at the foot of every page; `{page}` and `{pages}` in it become the numbers. */
export interface PageFooter {
  /** Where a line starts (left). */
  readonly start: string;
  /** Where a line ends (right), for example "Page {page} of {pages} · 3f9a2c1". */
  readonly end: string;
}

const SIZES = { a4: 'A4', letter: 'letter' } as const;

/**
 * `html` with a style sheet that gives it its paper, margins and footer, and the typeface for signs that no other has. It
 * stands before the document's own styles, so they may change the margins and the footer's look
 * (docs/decisions/pdf-footers.md).
 *
 * @throws DomainError RENDER.INCOMPLETE when there is no `<head>`
 */
export function withPageSheet(html: string, paper: Paper, footer: PageFooter | undefined): string {
  const head = /<head(?:\s[^>]*)?>/i.exec(html);
  if (head === null) {
    throw new DomainError(
      'RENDER.INCOMPLETE',
      'What is to be printed has no <head>: it is not a whole document.',
      {
        kind: 'broken',
      },
    );
  }
  const end = head.index + head[0].length;
  return `${html.slice(0, end)}<style>${noGlyphFace()}${pageSheet(paper, footer)}</style>${html.slice(end)}`;
}

function pageSheet(paper: Paper, footer: PageFooter | undefined): string {
  const boxes =
    footer === undefined
      ? ''
      : footerBox('bottom-left', footer.start) + footerBox('bottom-right', footer.end);
  return `@page{size:${SIZES[paper]};margin:18mm 16mm 20mm;${boxes}}`;
}

function footerBox(place: 'bottom-left' | 'bottom-right', text: string): string {
  return text === ''
    ? ''
    : `@${place}{content:${content(text)};font-size:8pt;color:#52606d;white-space:nowrap}`;
}

/** "Page {page} of {pages}" as CSS: `"Page " counter(page) " of " counter(pages)`. */
function content(text: string): string {
  return text
    .split(/(\{pages?\})/)
    .filter((part) => part !== '')
    .map((part) =>
      part === '{page}' ? 'counter(page)' : part === '{pages}' ? 'counter(pages)' : quoted(part),
    )
    .join(' ');
}

/** A CSS string that cannot end early, nor end the `<style>` that it stands in. */
function quoted(text: string): string {
  return `"${text.replace(/["\\<\n\r\f]/g, (character) => `\\${character.charCodeAt(0).toString(16)} `)}"`;
}
