import type { Paper } from '../src/core/report/paper.ts';

/** In millimetres. */
const SHEET: Readonly<Record<Paper, number>> = { a4: 297, letter: 279.4 };

/** What the first sheet of its own needs: it has no foot, and its band runs from edge to edge. */
export function coverCss(paper: Paper): string {
  return `
@page cover{margin:0;@bottom-left{content:none}@bottom-right{content:none}}
.report-cover{page:cover;display:flex;flex-direction:column;height:${SHEET[paper] - 1}mm;break-after:page}
.report-cover>:is(.cover-house,.report-facts){padding-inline:22mm}
.cover-house{padding-top:24mm;min-height:72mm}
.cover-house>.report-logo{margin-bottom:5mm}
.cover-house>p{max-width:120mm;font-size:14pt;line-height:1.3;font-weight:600}
.cover-band{padding:18mm 22mm;min-height:92mm;display:flex;flex-direction:column;justify-content:center;background:var(--accent);color:#fff;font-size:14pt;line-height:1.3}
.cover-band>h1{max-width:165mm;margin:4mm 0;line-height:1.12;overflow-wrap:anywhere}
.cover-band>.cover-short{font-size:44pt}
.cover-band>.cover-middling{font-size:30pt}
.cover-band>.cover-long{font-size:21pt}
.report-cover>.report-facts{margin:auto 0 26mm;padding-top:0;border-top:0;gap:4mm 14mm;font-size:11pt}
.report-cover dt{font-size:9.5pt;color:var(--quiet)}
.report-masthead-short>.report-facts{margin-top:0;padding-top:0;border-top:0}
`;
}
