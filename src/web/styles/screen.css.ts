/** The frame around a page and all that can be pressed, opened or scrolled. */
export const screenCss = `
html{scroll-padding-top:1.5rem}
body{min-height:100vh;display:flex;flex-direction:column}
.frame{width:100%;max-width:76rem;margin-inline:auto;padding-inline:clamp(1rem,4vw,2.5rem)}
.skip-link{position:absolute;left:1rem;top:-10rem;z-index:1;padding:.6rem 1rem;background:var(--ink);color:var(--paper)}
.skip-link:focus{top:1rem}
:focus-visible{outline:3px solid var(--accent);outline-offset:3px;border-radius:1px}
main:focus{outline:0}
a:hover{text-decoration-color:currentColor;text-decoration-thickness:2px}

.masthead{border-top:4px solid var(--accent);border-bottom:1px solid var(--line)}
.masthead>.frame{display:flex;flex-wrap:wrap;align-items:baseline;gap:.35rem 1.5rem;padding-block:1.1rem .9rem}
.masthead a{text-decoration:none}
.brand{font-size:1.25rem;font-weight:600;letter-spacing:-.01em}
.brand:has(>.logo){display:flex;gap:.9rem;align-items:center}
.masthead>.frame:has(.logo){align-items:center}
@media screen and (prefers-color-scheme:dark){.logo{padding:.25rem;background:#fff;border-radius:2px;box-sizing:content-box}}
.organisation{padding-left:1.5rem;border-left:1px solid var(--line);color:var(--quiet);font-size:var(--text-small)}
.languages{margin-left:auto}
.masthead ul{display:flex;flex-wrap:wrap;gap:0 1.25rem}
.masthead li>a{display:block;padding:.4rem 0;border-bottom:2px solid transparent}
.masthead li>a:hover{border-bottom-color:var(--line)}
.masthead [aria-current]{font-weight:600;border-bottom-color:var(--accent)}
.languages,.account{font-size:var(--text-small)}
.account{display:flex;gap:0 1.25rem;align-items:baseline;padding-left:1.5rem;border-left:1px solid var(--line)}
.account>a{min-width:0;max-width:16rem;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.text-button{padding:.4rem 0;white-space:nowrap;font:inherit;color:inherit;background:none;border:0;cursor:pointer}
.text-button:hover,:is(td,.formats) .text-button{text-decoration:underline;text-underline-offset:.2em}
.pages{flex:1 1 30rem}
@media (min-width:64.01rem){.pages ul{font-size:.9375rem;column-gap:1.05rem}}
/* What follows begins a line. */
.masthead>.frame::before{content:'';order:1;flex-basis:100%}
.pages,.site-search{order:2}
.site-search{margin-left:auto}
.site-search>form{display:flex;gap:.4rem}
.site-search input[type=search]{flex:1;width:9rem;min-width:0;height:2.25rem;padding:0 .6rem;font:inherit;font-size:var(--text-small);color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
.site-search button{height:2.25rem;padding:0 .8rem;font:inherit;font-size:var(--text-small);color:inherit;background:none;border:1px solid var(--chart-axis);border-radius:2px;cursor:pointer}
.site-search button:hover{background:var(--wash)}
.pages summary{padding-block:.4rem;font-weight:600;cursor:pointer}
@media (min-width:64rem){
  @supports selector(details::details-content){
    .pages summary{display:none}
    .pages details::details-content{content-visibility:visible;block-size:auto}
  }
}
.index table{width:min(100%,54rem)}
.index tbody th{width:40%}
.found-names>li{padding:.4rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.found-texts .quiet{white-space:nowrap}
.found-texts p{margin-top:.2rem;max-width:var(--measure)}
.found-texts mark{color:inherit;background:none;font-weight:600;text-decoration:underline;text-decoration-color:var(--accent);text-underline-offset:.2em}

::placeholder{color:var(--quiet);opacity:1}
.section:has(#section-proof){margin-bottom:2rem}

.owed{background:var(--wash);border-bottom:1px solid var(--line);font-size:var(--text-small)}
.owed>p{padding-block:.6rem}
.owed a{white-space:nowrap;font-weight:600}

main{flex:1;padding-block:clamp(1.5rem,3vw,2.5rem) 5rem}
.past{margin-bottom:2rem;padding:.9rem 1.1rem;border-left:3px solid var(--accent);font-weight:600}
.page-heading{display:grid;gap:.6rem;margin-bottom:clamp(1.5rem,3vw,2.25rem)}
.heading-row{display:flex;flex-wrap:wrap;gap:.25rem 2rem;align-items:baseline;justify-content:space-between;margin-bottom:.75rem}
.heading-row>.page-heading{margin-bottom:0}
.heading-row h1{font-size:var(--text-section);line-height:1.2;letter-spacing:-.01em}
.dashboard{--text-figure:2.125rem;--gap-large:2rem}
.correct-link{margin:-1.5rem 0 2.5rem}
.tile>p{--figure:min(var(--text-figure),17cqi)}
/* "US$ 431,2 mil" and "431,2 k $ US" are long, and no word of them may break. */
.tile>p:is(:lang(pt),:lang(fr)){--figure:min(var(--text-figure),13.5cqi)}
main:has(.dashboard){padding-top:1.1rem}
.dashboard .tiles{gap:1.5rem var(--gap)}
@media (min-width:45rem){.dashboard .tiles{grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr))}}
.dashboard .filters{margin-bottom:1.25rem;padding-block:.25rem}
.dashboard .filter-fields{row-gap:.25rem;padding-block:.25rem}
.dashboard .figures{row-gap:2rem}
.dashboard>.figures{margin-top:1.75rem}
.kicker{color:var(--accent);font-weight:600}
.section{margin-top:clamp(3rem,6vw,5rem);padding-top:1.25rem;border-top:1px solid var(--ink)}
.section>header{margin-bottom:2.25rem}
.section>header>p{margin-top:.6rem;max-width:var(--measure);color:var(--quiet)}
@media (min-width:60rem){
  .section-figures>header{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:var(--gap-large);align-items:baseline}
  .section-text{display:grid;grid-template-columns:minmax(0,20rem) minmax(0,1fr);gap:var(--gap-large)}
}

@media (min-width:68rem){
  .figure-wide:has(>.chart){display:grid;grid-template-columns:minmax(0,1fr) 47.5rem;grid-template-rows:auto auto auto auto 1fr auto;column-gap:var(--gap-large)}
  .figure-wide:has(>.chart)>.chart{grid-area:1/2/6/3;margin-top:0}
  .figure-wide:has(>.chart)>.figure-table{grid-area:6/2}
}

.tiles{grid-template-columns:repeat(auto-fill,minmax(min(100%,9rem),1fr))}
@media (min-width:45rem){.tiles{grid-template-columns:repeat(auto-fill,minmax(14rem,1fr))}}
.block-chart{max-width:47.5rem;margin-bottom:2rem}
.figures+:is(.stack,.sheets,search){margin-top:var(--gap-large)}
.stack,.sheets{display:grid;gap:var(--gap-large);grid-template-columns:minmax(0,1fr)}
.sheets{gap:3.5rem}
.told{display:grid;gap:2rem}
@media (min-width:60rem){.told{gap:1.5rem}}
.told-section{display:grid;gap:.75rem var(--gap-large);align-items:start}
@media (min-width:60rem){
  .told-section{grid-template-columns:minmax(0,14rem) minmax(0,1fr)}
  .told-section+.told-section{padding-top:1.5rem;border-top:1px solid var(--line)}
}
.told-text+.told-text{margin-top:1.75rem}
.told-text{max-width:var(--measure);min-width:0}
.told-about{margin-bottom:.35rem;font-size:var(--text-small);color:var(--quiet)}
.told-source{margin-top:.6rem;font-size:var(--text-small);color:var(--quiet)}
.told-words{overflow-wrap:anywhere}
.told-words>p{white-space:pre-line}
.told-words>*+*{margin-top:.9em}
.told-words>ul{list-style:disc;padding-left:1.2em}
.told-words li+li{margin-top:.35em}
.words-of-entry{margin-top:1.25rem}
.words-of-entry>summary{display:inline-block;padding-block:.35rem;font-size:var(--text-small);cursor:pointer}
.words-of-entry>.told{margin-top:1rem}
.glance{margin-top:2.25rem}
.program-facts{display:grid;gap:1.75rem var(--gap-large);align-items:start}
@media (min-width:60rem){.program-facts:has(>.prose>*){grid-template-columns:repeat(2,minmax(0,1fr))}}
.program-facts>.prose:empty{display:none}
.program-facts>.fields{grid-template-columns:minmax(7rem,11rem) minmax(0,1fr);font-size:var(--text-small)}
.program-facts>.fields>:is(dt,dd){padding-block:.4rem;line-height:1.45;border-top:1px solid var(--line)}
.program-facts li{display:inline}
.program-facts li:not(:last-child)::after{content:', '}
.sheet-summary{max-width:var(--measure);margin-top:.75rem}
.sheet-results{display:grid;grid-template-columns:minmax(0,1fr);gap:1.75rem}
.sheet>.sheet-results{margin-top:1.5rem}
.table-title{margin-bottom:.6rem;font-weight:600}
.parent-link{margin-top:-1.5rem;margin-bottom:2rem}
.data-link{margin-top:1.25rem;font-size:var(--text-small)}
.data-link+:is(.index,.stack,search){margin-top:1.75rem}
.page-actions{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center}

.other-choices{margin-top:1rem}
.other-choices>summary{display:inline-block;padding-block:.35rem;font-size:var(--text-small);cursor:pointer}
.other-choices>p{margin:.5rem 0 1.25rem}

.colophon{padding-block:1.5rem 2.5rem;border-top:1px solid var(--line);color:var(--quiet);font-size:var(--text-small)}
.colophon p{max-width:var(--measure)}
.colophon p+p{margin-top:.35rem}

.filters{margin-bottom:clamp(2rem,4vw,3.5rem);border-block:1px solid var(--line);padding-block:.5rem}
.filters summary{padding-block:.6rem;font-weight:600;cursor:pointer}
/* Labels are as wide as they were measured, also where glyphs would stand on whole pixels. */
.chart-svg{text-rendering:geometricPrecision}
.filter-fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,11rem),1fr));gap:1rem var(--gap);align-items:end;padding-block:.5rem .9rem}
.filter-days{grid-column:1/-1}
.filter-days>summary{padding-block:.25rem;font-weight:400;font-size:var(--text-small)}
.download-fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,16rem),1fr));gap:1rem var(--gap);align-items:end}
@media (min-width:64rem){.download-fields{grid-template-columns:repeat(3,minmax(0,1fr))}}
.annexes{grid-column:1/-1;min-width:0;margin:0;padding:0;border:0;display:flex;flex-wrap:wrap;gap:.25rem 1.75rem}
.annexes>legend{padding:0;color:var(--quiet);font-size:var(--text-small)}
.annexes>p{flex-basis:100%;color:var(--quiet);font-size:var(--text-small)}
.annexes>label{display:flex;align-items:center;gap:.6rem;min-height:2.5rem}
.annexes input{width:1.25rem;height:1.25rem;margin:0;accent-color:var(--accent)}
.formats{grid-column:1/-1;display:flex;flex-wrap:wrap;gap:.75rem}
.field{display:grid;gap:.25rem;min-width:0}
:root{--danger:#a4262c;--danger-wash:#fbeeee}
@media screen and (prefers-color-scheme:dark){:root{--danger:#ff9c94;--danger-wash:#331d1e}}
.form-error,.field-error{color:var(--danger);font-weight:600}
.form-error{padding:.9rem 1.1rem;border-left:3px solid currentColor;background:var(--danger-wash)}
.filters .field-error{font-size:var(--text-small);line-height:1.4;overflow-wrap:anywhere}
/* Sentences in a table. */
.prose-cell{min-width:7rem}
.table-scroll:has(.prose-cell) tbody{font-size:var(--text-small)}
/* Fields stay in a line while something is said below one of them; the button has no label above it. */
.filter-fields:has([aria-invalid],.field>[id$="-2"]){align-items:start}
.filter-fields:has([aria-invalid],.field>[id$="-2"])>p:not(.field){padding-top:calc(1.5*var(--text-small) + .25rem)}
.field [aria-invalid],.field>[aria-invalid]{border:2px solid var(--danger)}
.field>label{font-size:var(--text-small);color:var(--quiet)}
.field>select,.field>input{width:100%;min-width:0;height:2.75rem;padding:0 .6rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px;text-overflow:ellipsis}
.filter-fields>.field>select{padding:0 .3rem;font-size:.9375rem}
.field:has(>.suggestions-box){position:relative}
.suggestions-box{position:absolute;z-index:2;top:100%;left:0;min-width:100%;width:max-content;max-width:min(26rem,calc(100vw - 2.5rem));background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px;box-shadow:0 .5rem 1.5rem rgb(0 0 0/.18)}
.suggestions{max-height:24rem;margin:0;padding:.25rem 0;overflow-y:auto;list-style:none}
.suggestions>li{padding:.5rem .75rem;line-height:1.35;cursor:pointer;overflow-wrap:anywhere}
.suggestions>li:hover{background:var(--wash)}
.suggestions>li[aria-selected=true]{color:var(--paper);background:var(--accent)}
.suggestion-code{margin-left:.25rem;color:var(--quiet);font-size:var(--text-small)}
[aria-selected=true]>.suggestion-code{color:inherit}
.suggestions-said{padding:.4rem .75rem;color:var(--quiet);font-size:var(--text-small)}
.suggestions:not([hidden])+.suggestions-said{border-top:1px solid var(--line)}
.button{display:inline-block;min-height:2.75rem;padding:.7rem 1.5rem;font:inherit;font-weight:600;line-height:1.35rem;color:var(--paper);background:var(--accent);border:0;border-radius:2px;text-decoration:none;cursor:pointer}
.button:hover{background:var(--ink)}
@media (min-width:56rem){
  @supports selector(details::details-content){
    .filters>details>summary{display:none}
    .filters>details::details-content{content-visibility:visible;block-size:auto}
  }
}
@media (min-width:68rem){
  .filter-fields{grid-template-columns:repeat(5,minmax(0,1fr)) auto}
  .filter-days>.filter-fields{grid-template-columns:repeat(4,minmax(0,1fr))}
}
.period-bar{display:flex;flex-wrap:wrap;gap:0 2.5rem;align-items:baseline;justify-content:space-between;font-size:var(--text-small)}
.period-bar ul{display:flex;flex-wrap:wrap;gap:0 1.1rem;align-items:baseline}
.period-bar a{display:block;padding:.45rem 0;text-decoration:none;border-bottom:2px solid transparent}
.period-bar a:hover{border-bottom-color:var(--line)}
.period-bar [aria-current]{font-weight:600;border-bottom-color:var(--accent)}
.period-bar span{color:var(--quiet)}
.page-heading:has(+.facts-line){margin-bottom:.6rem}
.facts-line{display:flex;flex-wrap:wrap;gap:.15rem 1.5rem;margin-bottom:1.1rem;font-size:var(--text-small);color:var(--quiet)}
.page-heading:has(+.period-bar){margin-bottom:1.1rem}
.frame>.period-bar{margin-bottom:1.75rem}
.jumps{font-size:var(--text-small)}
.jumps ul{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem}
.chips{display:flex;flex-wrap:wrap;gap:.5rem;align-items:baseline;padding-block:.25rem .6rem;font-size:var(--text-small)}
.chip{display:inline-block;padding:.3rem .75rem;border:1px solid var(--line);border-radius:2rem;background:var(--wash);text-decoration:none}
.chip:hover{border-color:currentColor}
.chip>span{margin-left:.35rem;color:var(--quiet)}

summary::marker,summary::-webkit-details-marker{content:'';display:none}
summary{list-style:none}
summary::before{content:'+';display:inline-block;width:1.1em;font-weight:400;color:var(--accent)}
details[open]>summary::before{content:'\\2013'}
.figure-table{margin-top:.9rem}
.figure-table>summary{display:inline-block;padding-block:.35rem;font-size:var(--text-small);cursor:pointer}
.figure-table>summary:hover{text-decoration:underline;text-underline-offset:.2em}
.figure-table>.table-scroll{margin-top:.5rem}
.table-scroll{overflow-x:auto}
.figure:not(.figure-wide)>.figure-table{font-size:var(--text-small)}
@media (min-width:40.01rem){
  .unbroken{white-space:nowrap}
  .table-scroll:not(:has(.mark)):has(thead .number:nth-child(6)),.agreement .table-scroll{font-size:var(--text-small)}
  .table-scroll:not(:has(.mark)):has(thead .number:nth-child(6)) :is(th,td),.agreement :is(th,td){padding-inline:.4rem}
  .table-scroll:not(:has(.mark)):has(thead .number:nth-child(6)) :is(th,td):first-child,.agreement :is(th,td):first-child{padding-left:0}
  .agreement tbody th{min-width:6rem}
  .table-scroll:not(:has(.mark)):has(thead .number:nth-child(6)) :is(th,td):last-child{padding-right:0}
  /* Every step of an amount, from what was paid to the sum so far. */
  .table-scroll:has(thead th:nth-child(11)) :is(thead th,tbody){font-size:.75rem}
  .table-scroll:has(thead th:nth-child(11)) .cell-remark{font-size:inherit}
  .table-scroll:has(thead th:nth-child(11)) :is(.number,tbody th){min-width:0}
  .table-scroll:not(:has(.mark)):has(thead th:nth-child(11)) :is(th,td):not(:first-child,:last-child){padding-inline:.25rem}
}
@media (max-width:40rem){
  :where(.table-scroll>table:not(.cards)) tbody th{min-width:7.5rem;overflow-wrap:anywhere;hyphens:auto}
  .cards,.cards :is(tbody,tr,th),.cards caption:not(.visually-hidden){display:block;min-width:0;width:auto}
  .cards thead tr{display:flex;flex-wrap:wrap;gap:0 1.25rem}
  .cards thead th{padding-inline:0;border:0}
  /* No column stands beneath its head: "Order by Period" instead of "Period". */
  .cards thead th>a{font-size:0}
  .cards thead th>a::before{content:attr(aria-label)}
  .cards thead th>a::before,.cards thead th>a::after{font-size:var(--text-small)}
  .cards thead th:not(:has(a)){position:absolute;width:1px;height:1px;padding:0;overflow:hidden;clip-path:inset(50%)}
  .cards tbody tr{display:flex;flex-direction:column;padding-block:.75rem;border-top:1px solid var(--ink)}
  .cards tbody :is(th,td){border:0;text-align:start;white-space:normal;overflow-wrap:anywhere}
  .cards tbody th{padding:.15rem 0;font-weight:600}
  .cards tbody td:not(.mark){display:flow-root;min-width:0;padding:.15rem 0 .15rem 8.25rem}
  .cards tbody td[data-head]::before{content:attr(data-head);float:left;width:7.5rem;margin-left:-8.25rem;color:var(--quiet);font-size:var(--text-small);font-weight:400}
  .cards tbody td:empty{display:none}
  .cards tbody td:not(.number){order:1}
  .cards tbody .number:not(.figure-missing){font-weight:600}
}
.mark{padding-block:0;line-height:1;vertical-align:middle}
thead>tr>.mark{border-bottom-color:var(--ink)}
.mark svg{display:block}
.figure:not(.figure-wide) table{min-width:100%}
.figure:not(.figure-wide)>.figure-table .number{min-width:5.5rem}
tbody tr:hover>*{background:var(--wash)}

thead a{color:inherit;text-decoration-color:var(--line);text-underline-offset:.25em}
thead [aria-sort=ascending]>a::after{content:' \\2191'}
thead [aria-sort=descending]>a::after{content:' \\2193'}
.whole{font-weight:600}
.gap-form{color:var(--accent);white-space:nowrap}
.gaps-ask{margin-top:var(--gap-large);padding-top:.75rem;border-top:1px solid var(--line);font-size:var(--text-small);font-weight:600}
.gap-all{display:block;margin-top:.5rem;font-size:var(--text-small);font-weight:600}
.search{display:flex;flex-wrap:wrap;gap:.75rem;align-items:end;margin-bottom:2rem}
.search>.field{flex:1 1 16rem;max-width:28rem}
.found{margin:-1rem 0 2rem;color:var(--quiet)}
.pagination{display:flex;flex-wrap:wrap;gap:.5rem 1.5rem;align-items:baseline;margin-top:1.5rem;font-size:var(--text-small)}
.pagination>p{margin-right:auto;color:var(--quiet)}
main>.section+.stack{margin-top:2.5rem}
.problem,.row-wrong>*{color:var(--danger);font-weight:600}
.error-page>*+*{margin-top:1.25rem}
.error-page h2{margin-top:2.5rem;font-size:var(--text-title)}
.error-actions{display:flex;flex-wrap:wrap;gap:1rem 1.5rem;align-items:center;margin-top:2rem}

@media (max-width:40rem){
  .mark{display:none}
  .period-bar ul{column-gap:.9rem}
  .period-bar a{padding-block:.25rem;text-wrap:nowrap}
  .tiles{grid-template-columns:repeat(2,minmax(0,1fr))}
  :root{--text-figure:1.75rem}
  .organisation{flex-basis:100%;order:1;padding-left:0;border-left:0}
  .account{margin-left:auto;max-width:70%;padding-left:0;border-left:0}
  .languages{margin-left:0;flex-basis:100%;order:3}
  .table-example tbody th,.table-example .number{min-width:0}
  .fields{grid-template-columns:minmax(0,1fr)}
  .fields>dt{padding-bottom:0}
  .fields>dd{padding-top:.1rem;border-top:0}
  .rule{grid-template-columns:1.75rem minmax(0,1fr)}
}
@media (max-width:64rem){
  .pages{flex:0 0 auto}
  .pages:has([open]){flex-basis:100%}
  .pages ul{padding-bottom:.5rem}
}
@media (max-width:40rem){
  .site-search{flex:1}
  .site-search input[type=search]{width:0}
  .index table{min-width:0}
  .index tbody{font-size:.8125rem}
  .index tbody th{width:auto;hyphens:auto;overflow-wrap:anywhere}
  .index :is(th,td){min-width:0}
  .index tbody th{min-width:4.75rem}
  .index :is(th,td):not(:first-child){padding-left:.2rem}
  .index :is(th,td):not(:last-child){padding-right:.15rem}
  .index thead th{font-size:.6875rem;letter-spacing:-.02em;hyphens:auto}
}
@media (prefers-reduced-motion:reduce){*,*::before,*::after{animation:none!important;transition:none!important;scroll-behavior:auto!important}}
@media (forced-colors:active){
  .button{border:1px solid ButtonText}
  .tile,.masthead{border-color:CanvasText}
  .masthead li>a:not([aria-current]){border-bottom-color:Canvas}
  .chart{forced-color-adjust:none}
}
@media print{
  .masthead nav,.site-search,.filters,.skip-link,.figure-table,.pagination,.error-actions{display:none}
  .figure,.tile,tr{break-inside:avoid}
  h2,h3{break-after:avoid}
}
`;
