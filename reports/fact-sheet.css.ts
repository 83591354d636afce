import type { Paper } from '../src/core/report/paper.ts';
import { FACTS_WIDTH, RESULT_SHARES } from './fact-sheet-room.ts';
import { SHEET_HEIGHT } from './sheet-room.ts';

const [WHAT, FIGURE, KIND] = RESULT_SHARES.map((share) => `${Math.round(share * 100)}%`);

/**
 * What a country's fact sheet needs beyond other reports: nothing smaller than ten points, a first page that is a picture,
 * and programmes that are never torn. Measures are those that `sheet-room.ts` counts with.
 */
export function factSheetCss(paper: Paper): string {
  return `
:root{--text-small:10pt;--text-large:11.5pt;--text-title:10.5pt;--text-figure:17pt}
html{font-size:10pt;line-height:1.4}
.report-masthead{margin-bottom:5mm}
.report-masthead>p:first-child,.report-facts dt,.report-caution{font-size:10pt}
.report-masthead>h1{font-size:21pt}
.report-masthead>.report-kind{margin-top:4mm;font-size:11pt}
.report-masthead>.report-kind+h1{margin-top:.5mm}
.report-scope{margin-top:1mm}
.report-facts{margin-top:4mm;padding-top:2mm;gap:1mm 9mm}
.report-caution{margin-top:2.5mm;max-width:none}
.rules-short{font-size:10pt}
.section{margin-top:5mm}
.section>header{margin-bottom:3mm}
.headlines{max-width:none;margin-bottom:4mm}
.headlines+.tiles{margin-top:0}
.tiles,.tiles:has(>:nth-child(4):last-child){grid-template-columns:repeat(3,minmax(0,1fr))}
.tiles:has(>:nth-child(4):last-child){grid-template-columns:repeat(4,minmax(0,1fr))}
.tiles:has(>:nth-child(5):last-child){grid-template-columns:repeat(4,minmax(0,1fr)) minmax(0,1.4fr);--text-figure:14pt}
.picture{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:7mm;margin-top:6mm}
.picture-wide{margin-top:6mm}
.picture>*{min-width:0}
.boxed{break-inside:avoid}
.boxed+.boxed{margin-top:6mm}
.picture>.boxed+.boxed{margin-top:0}
.picture+.boxed{margin-top:6mm}
.boxed>h3{font-size:10pt;line-height:1.4}
.boxed>.chart{margin-top:2mm}
.boxed th,.boxed td{padding-inline:0 1.5mm}
.boxed td:last-child{padding-right:0}
.figures-bars+.boxed-wide,.figures-whole+.boxed-wide{margin-top:7mm}
.boxed-wide>.notes{margin-top:2mm}
.gaps{grid-template-columns:minmax(0,1fr)}
.sheet{display:flex;flex-direction:column;gap:7mm}
.sheet+.sheet{break-before:page}
.sheet-full{min-height:${SHEET_HEIGHT[paper] - 8}px;gap:9mm}
.sheet-spread{justify-content:space-between}
.sheet-first.sheet-full{min-height:${SHEET_HEIGHT[paper] - 66}px}
.sheet-program{display:grid;grid-template-columns:${FACTS_WIDTH}px minmax(0,1fr);column-gap:26px;border-top:.3mm solid var(--ink);padding-top:2.5mm;break-inside:avoid}
.sheet-first>.sheet-program:first-child{border-top:0;padding-top:0}
.sheet-program>header{grid-column:1/-1;margin-bottom:2.5mm}
.sheet-program>header>h3{padding-top:0;font-size:12.5pt;line-height:1.26}
.sheet-flows,.sheet-flows .table-short{break-inside:auto}
.sheet-flows>header,.sheet-flows h4{break-after:avoid}
.sheet-flows .sheet-facts>div{break-inside:avoid}
.sheet-facts>div{margin-bottom:1.5mm}
.sheet-facts dt{font-weight:600}
.sheet-facts dd{overflow-wrap:anywhere}
.sheet-words p{margin-bottom:1.8mm;max-width:none;overflow-wrap:anywhere}
.sheet-more{margin-top:2mm}
.sheet-words>h4{margin-top:1.4mm;padding-top:.6mm;font-size:10pt}
.sheet-program:not(.sheet-flows) .table-scroll{break-inside:avoid}
.sheet-words .notes{margin-top:1mm}
.sheet-words :is(th,td){padding-inline:0 12px;overflow-wrap:anywhere}
.sheet-words :is(th,td):last-child{padding-right:0}
.sheet-words tr>:nth-child(1){width:${WHAT};min-width:0}
.sheet-words tr>:nth-child(2){width:${FIGURE};white-space:normal}
.sheet-words tr>:nth-child(3){width:${KIND}}
.told-section{padding-block:1mm}
.told-section>div{margin-left:${FACTS_WIDTH + 26}px;padding-top:.6mm}
.words-program+.words-program{margin-top:6mm}
.words-program>.quiet{margin-left:${FACTS_WIDTH + 26}px}
.words-program>h3{margin-bottom:1.5mm;font-size:12.5pt;line-height:1.26}
.told-section>h4{width:${FACTS_WIDTH}px;margin-bottom:calc(-1.4em - .6mm);font-size:10pt;line-height:1.4}
.told-text+.told-text{margin-top:2.5mm}
.told-about{color:var(--quiet);break-after:avoid}
.told-words{overflow-wrap:anywhere}
.told-words>p{max-width:none;white-space:pre-line}
.told-words>*+*{margin-top:1.5mm}
.told-words>ul{list-style:disc;padding-left:4mm}
`;
}
