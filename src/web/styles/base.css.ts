import { FONT_STACK } from '../../charts/text-measure.ts';

/** Tokens, elements and text: what screen and paper have in common. Colours are those of the charts (`chartTokens`). */
export const baseCss = `
:root{
  color-scheme:light dark;
  --paper:var(--chart-surface);
  --ink:var(--chart-ink);
  --quiet:var(--chart-quiet);
  --line:var(--chart-line);
  --accent:var(--series-1);
  --wash:color-mix(in srgb,var(--ink) 4%,var(--paper));
  --measure:38rem;
  --text-small:.875rem;
  --text-large:1.125rem;
  --text-title:1.1875rem;
  --text-section:1.625rem;
  --text-page:clamp(1.875rem,1.5rem + 1.5vw,2.5rem);
  --text-figure:clamp(2rem,1.7rem + 1vw,2.5rem);
  --gap:1.5rem;
  --gap-large:2.5rem;
}
*,*::before,*::after{box-sizing:border-box}
/* Each text runs as its own first letters do: an Arabic title to the left, and what stands beside it to the right. */
body,body *{unicode-bidi:plaintext}
body{text-align:left}
html{
  font:400 100%/1.55 ${FONT_STACK};
  font-variant-numeric:tabular-nums;
  color:var(--ink);
  background:var(--paper);
  -webkit-text-size-adjust:none;
  text-size-adjust:none;
}
body,h1,h2,h3,h4,p,ul,ol,dl,dd,figure{margin:0;padding:0}
ul,ol{list-style:none}
h1,h2,h3,h4{font-weight:600;line-height:1.2;text-wrap:balance}
h1{max-width:20em;font-size:var(--text-page);letter-spacing:-.02em;line-height:1.08}
h2{font-size:var(--text-section);letter-spacing:-.01em}
h3{font-size:var(--text-title);line-height:1.3}
h4{font-size:1rem}
p,li,dd{text-wrap:pretty}
strong,b{font-weight:600}
a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-decoration-color:color-mix(in srgb,currentColor 45%,transparent);text-underline-offset:.2em}
.quiet{color:var(--quiet)}
.small{font-size:var(--text-small)}
.visually-hidden{position:absolute;width:1px;height:1px;margin:-1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
.prose{max-width:var(--measure)}
.prose>*+*{margin-top:.9em}
.prose>*+h3{margin-top:1.8em}
.prose ul{list-style:disc;padding-left:1.2em}
.prose li+li{margin-top:.35em}
.evidence-quote{max-width:var(--measure);margin:.35em 0 0;padding-left:.8rem;border-left:3px solid var(--line);font-weight:400;white-space:pre-line}
.lede{max-width:44rem;font-size:var(--text-large);line-height:1.45;color:var(--quiet)}
`;
