import { FONT_STACK } from '../../charts/text-measure.ts';

/** What paper needs besides the shared parts. Size, margins and footer text are the renderer's (`pageSheet`). */
export const printCss = `
:root{
  color-scheme:light;
  --measure:130mm;
  --text-small:7.75pt;
  --text-large:11.5pt;
  --text-title:10.5pt;
  --text-section:15pt;
  --text-page:25pt;
  --text-figure:20pt;
  --gap:5mm;
  --gap-large:6mm;
}
@page{
  @bottom-left{font:400 7.5pt/1 ${FONT_STACK};color:#5b6673}
  @bottom-right{font:400 7.5pt/1 ${FONT_STACK};color:#5b6673}
}
html{font-size:9.25pt;line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
p,li{orphans:3;widows:3}
a{text-decoration:none}
h1,h2,h3,h4,caption,thead{break-after:avoid}
.report-masthead{margin-bottom:8mm;border-top:1.2mm solid var(--accent);padding-top:3.5mm}
.report-logo{display:block;margin-bottom:3mm}
.report-masthead>p:first-of-type{display:flex;justify-content:space-between;font-size:8.5pt;color:var(--quiet)}
.report-organisation{font-weight:600;color:var(--ink)}
.report-masthead>h1{margin-top:14mm;max-width:150mm}
.report-masthead>.report-kind{margin-top:11mm;font-size:12pt;line-height:1.25;font-weight:600}
.report-masthead>.report-kind+h1{margin-top:1.5mm}
.report-scope{margin-top:2mm;font-size:15pt;line-height:1.25;color:var(--quiet)}
.report-facts{display:flex;flex-wrap:wrap;gap:2mm 10mm;margin-top:8mm;padding-top:2.5mm;border-top:.3mm solid var(--ink)}
.report-facts dt{font-size:7.75pt;color:var(--quiet)}
.report-facts dd{font-weight:600}
.report-caution{margin-top:4mm;max-width:var(--measure);font-size:8.25pt;color:var(--quiet)}
.section{margin-top:9mm;padding-top:3mm;border-top:.3mm solid var(--ink)}
.section>header{margin-bottom:5mm;break-after:avoid}
.section>header>p{margin-top:1.5mm;max-width:var(--measure);color:var(--quiet)}
.section-new-page{break-before:page;margin-top:0}
.tiles{grid-template-columns:repeat(auto-fit,minmax(30mm,1fr))}
.tile,.figure>.chart,.gap,.rule,tr,.table-short,.fields>dt,.fields>dd{break-inside:avoid}
.tile{border-top-width:.4mm;padding-top:2mm}
.figures{grid-template-columns:minmax(0,1fr);gap:8mm}
.figure-title,.figure-subtitle{break-after:avoid}
.figure>.chart,.figure>.table-scroll{margin-top:3mm}
.figure-foot{margin-top:2mm}
.told-short{break-inside:avoid}
.span-part{display:inline-block;vertical-align:top}
.notes{margin-top:2mm}
th,td{padding:1.3mm 2.5mm;border-bottom-width:.2mm}
thead{display:table-header-group}
tbody>tr:first-child,tbody>tr:last-child{break-before:avoid}
.mark{width:45mm;line-height:1;vertical-align:middle}
thead>tr>.mark{border-bottom-color:var(--ink)}
.mark svg{display:block;overflow:visible}
.rules-short{max-width:none}
.gaps{grid-template-columns:repeat(2,minmax(0,1fr))}
.rules{gap:4mm}
.rule{grid-template-columns:7mm minmax(0,var(--measure))}
.fields{grid-template-columns:38mm minmax(0,1fr)}
.fields>dt,.fields>dd{padding:1.8mm 0;border-top-width:.2mm}
`;
