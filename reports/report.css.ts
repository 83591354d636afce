/**
 * What reports need beyond the shared style sheet for paper. Chromium makes bookmarks of the headings as it paints them:
 * without `pre-wrap` it loses the space at the end of a line, and without the padding it paints a heading at the top of a
 * page on the page before as well, out of sight, and the bookmark has it twice.
 */
export const reportCss = `
h1,h2,h3,h4{white-space:pre-wrap}
h1,h2,h3,h4{break-inside:avoid}
h3,h4{padding-top:.6mm}
.strong{font-weight:600}
.running{margin-bottom:6mm;padding:2.5mm 3.5mm;border-left:1mm solid var(--accent);font-weight:600}
.changed-since{margin-bottom:6mm;padding:2.5mm 3.5mm;border-left:1mm solid var(--accent);break-inside:avoid}
.changed-since>h2{margin:0 0 1.5mm;font-size:1em;line-height:1.4}
.changed-since>ul{margin:0;padding:0;list-style:none}
.changed-since li+li{margin-top:1mm}
.report-masthead>:is(.report-kind,p:not(.report-kind)+h1){margin-top:9mm}
.report-masthead:has(>.report-logo)>:is(.report-kind,p:not(.report-kind)+h1){margin-top:6mm}
.headlines{max-width:155mm;font-size:var(--text-large);line-height:1.4}
.headlines>li+li{margin-top:1.5mm}
.headlines+.tiles{margin-top:7mm}
.tiles{grid-template-columns:repeat(3,minmax(0,1fr))}
.tiles:has(>:nth-child(4):last-child){grid-template-columns:repeat(2,minmax(0,1fr))}

.notes:has(+[class^=figures]){margin:0 0 3mm;break-inside:avoid;break-after:avoid}
*+[class^=figures]{margin-top:6mm}
.notes{max-width:none}
.table-scroll+.notes,[class^=figures]+.notes{break-before:avoid}
.proof+.figure,.figure:has(>p+.notes)+.figure{margin-top:2mm}
.table-transactions+.table-transactions{margin-top:6mm}
.figure>.chart,.figure>.table-scroll{margin-top:2.5mm}
.notes+[class^=figures]{margin-top:0}
.notes+.figure{margin-top:2mm}
.figures-half,.figures-whole:has(.chart),.kept-whole{break-inside:avoid}
:is(.kept-ends,.kept-start) tbody>tr:nth-child(2),:is(.kept-ends,.kept-end) tbody:has(>.row-total)>tr:nth-last-child(2){break-before:avoid}
:is(.kept-start,.kept-head) tbody>tr:nth-child(n+4):last-child:not(.row-total){break-before:auto}
.figure-said{break-inside:avoid;break-after:avoid}
:is(.figures-whole,.figures-noted)+.table-programs{margin-top:7mm}
.figures-bars .table-short,.figures-whole .table-short,.table-programs .table-short{break-inside:auto}
.figure>.figure-foot{display:none}
.chart>svg{width:100%}
.figures-half{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));column-gap:6mm}
:is(.figures-whole,.figures-bars)>.figure>.figure-title{max-width:none}
.figures-half :is(th,td):not(:first-child){padding-left:1.5mm}
.figures-half :is(th,td):not(:last-child){padding-right:1.5mm}
.figures-half th:first-child{width:46%;min-width:0}
.figures-bars tr:has(>.mark)>th:first-child{width:38%;min-width:0}
.figure-subtitle:empty{display:none}
.section{margin-top:6mm}
.section>header{margin-bottom:3.5mm}
.section>header+[class^=figures]{margin-top:0}
th,td{padding-block:1mm}
table{width:100%;min-width:0}
.number{min-width:0}
td.number{white-space:nowrap}

#targets .mark{width:21mm}
#targets .mark svg{width:18mm;height:auto}
#targets tr>th:nth-child(1){width:38%;min-width:0}
#targets :is(th,td):last-child{width:23%}
#achieved td.number:not(:nth-child(2)),:is(#moved,#targets,#mended-figures) td.number{white-space:normal}
#moved tr>th:nth-child(1){width:24%;min-width:0}
#moved :is(th,td):last-child{width:20%}
#achieved tr>th:nth-child(1){width:34%;min-width:0}
.proof{margin-top:2mm;max-width:none;font-size:var(--text-small);color:var(--quiet);overflow-wrap:anywhere;break-before:avoid}
.proof:has(+[class^=figures]){margin:0 0 4mm;break-after:avoid}
.proof+[class^=figures]{margin-top:0}
.fresh{margin-top:7mm}
.fresh .table-short{break-inside:auto}
.fresh th:nth-child(1){width:15%;min-width:0}
.fresh :is(th,td):nth-child(3){width:25%}
.fresh :is(th,td):nth-child(4){width:30%}
.fresh :is(th,td):nth-child(5){width:11%}
.fresh :is(th,td):last-child{width:13%}
#mended-figures :is(th,td):nth-child(2){width:12%}
#mended-figures :is(th,td):nth-child(3){width:9%}
#mended-figures :is(th,td):nth-child(4){width:9%}
#mended-figures :is(th,td):nth-child(5){width:26%}
#section-news+p{color:inherit;max-width:none}
.table-programs th:nth-child(1){width:30%}
.table-programs th:nth-child(2){width:11%}
.table-programs th:nth-child(3){width:19%}
.table-programs th:nth-child(4){width:23%}
.table-programs tr:has(>:nth-child(6))>th:nth-child(1){width:30%}
.table-programs tr:has(>:nth-child(6))>th:nth-child(3){width:17%}
.table-programs tr:has(>:nth-child(6))>th:nth-child(4){width:18%}
.table-programs .figure-subtitle{margin-bottom:2mm}
.table-transactions tbody th{min-width:0;white-space:nowrap}
.table-transactions .number{min-width:0;white-space:normal}
.table-transactions tr:has(>:nth-child(6):last-child)>:nth-child(1){width:12%}
.table-transactions tr:has(>:nth-child(6):last-child)>:nth-child(2){width:27%}
.table-transactions tr:has(>:nth-child(6):last-child)>:nth-child(3){width:19%}
.quiet+.table-transactions{margin-top:5mm}

.told-words>p:has(+ul){break-after:avoid}
.told-words>ul>li{break-inside:avoid}
.told-words>ul>li:is(:nth-child(2),:last-child){break-before:avoid}

.own-words{max-width:155mm}
.own-words>p{white-space:pre-line}
.own-words>p+p{margin-top:2mm}
.own-words+:is(.tiles,.gaps,.quiet,.table-programs){margin-top:5mm}

.section:has(>div>.rules-short){break-inside:avoid}
.rules-short{font-size:8.5pt;line-height:1.4;columns:2;column-gap:6mm}
.rules-short>li{break-inside:avoid}
.source{margin-top:4mm;color:var(--quiet);font-size:var(--text-small)}
.gaps{gap:5mm 6mm}
section:has(#section-annex-gaps) .gaps{display:block}
section:has(#section-annex-gaps) .gap+.gap{margin-top:4.5mm}
section:has(#section-annex-gaps) .gap{break-inside:auto}
.gap-items>li{break-inside:avoid}
.gap-items>li:nth-child(n+3):last-child{break-before:avoid}
.gap>h3,.gap-explanation{break-inside:avoid;break-after:avoid}
`;
