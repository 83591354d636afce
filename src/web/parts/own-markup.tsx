import type { VNode } from 'preact';
import type { ChartSpec } from '../../core/chart/chart-spec.ts';

/**
 * What we made ourselves and know to be whole, put into the page as it is. Everything else in a page is escaped; this
 * is the one place that is not, so each kind is checked against what could get out of its element.
 */
export type OwnMarkup =
  | {
      readonly kind: 'chart';
      /** Drawn by `src/charts`, which escapes its texts. */
      readonly svg: string;
      readonly spec: ChartSpec;
      /** With the data that the client bundle makes it live from: browsers do not run them, no content policy minds. */
      readonly live: boolean;
    }
  /** The bar of a row of a table, likewise. */
  | { readonly kind: 'bar'; readonly svg: string }
  /** A style sheet of `src/web/styles`. */
  | { readonly kind: 'css'; readonly css: string };

/** @throws Error where an SVG could run something, or a style sheet would end its own element. */
export function OwnMarkup(props: OwnMarkup): VNode {
  if (props.kind === 'css') return <style dangerouslySetInnerHTML={{ __html: containedCss(props.css) }} />;
  if (props.kind === 'bar') return <span dangerouslySetInnerHTML={{ __html: inertSvg(props.svg) }} />;
  const { svg, spec, live } = props;
  const data = live ? `<script type="application/json">${inertJson(spec)}</script>` : '';
  return (
    // Not a figure: with a role on it, a PDF would tag the picture twice. What is in an img cannot be reached, so a
    // chart whose marks are links is a group.
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles take a name
    <div
      class="chart"
      data-chart={spec.id}
      role={/<a\s/.test(svg) ? 'group' : 'img'}
      aria-label={spec.description}
      dangerouslySetInnerHTML={{ __html: inertSvg(svg) + data }}
    />
  );
}

function inertSvg(svg: string): string {
  if (!/^\s*<svg[\s>]/.test(svg)) throw new Error('A chart must be an SVG.');
  // Texts and attribute values have their quotes escaped, so a raw one is markup.
  if (
    /<\s*(script|style|foreignObject|iframe|image|use)\b|\son[a-z]+=["']|href=["']\s*javascript:/i.test(svg)
  ) {
    throw new Error('A chart may not hold scripts, style sheets, pictures or HTML.');
  }
  return svg;
}

function containedCss(css: string): string {
  if (css.includes('</')) throw new Error('A style sheet may not hold "</": it would end its element.');
  return css;
}

/** `<` would let a label end the script element. */
function inertJson(data: unknown): string {
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
