import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A `Layout` or a `PrintDocument` as the HTML of a whole document. */
export function documentHtml(page: VNode): string {
  return `<!doctype html>${renderToString(page)}`;
}
