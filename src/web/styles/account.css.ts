import { chartTokens } from '../../charts/palette.ts';

/** Forms, tables with buttons, and what is shown once: the pages of accounts and administration. */
export const accountCss = `
:root{--good-wash:#eaf3fb}
@media screen and (prefers-color-scheme:dark){:root{--good-wash:#182838}}

.administration{margin-bottom:clamp(2rem,4vw,3rem);border-bottom:1px solid var(--line);font-size:var(--text-small)}
.administration ul{display:flex;flex-wrap:wrap;gap:0 1.5rem}
.administration a{display:block;padding:.6rem 0;border-bottom:2px solid transparent;text-decoration:none}
.administration a:hover{border-bottom-color:var(--line)}
.administration [aria-current]{font-weight:600;border-bottom-color:var(--accent)}

.notice{max-width:44rem;margin-bottom:2rem;padding:.9rem 1.1rem;border-left:3px solid var(--accent);background:var(--good-wash)}
.once{max-width:44rem;margin-bottom:3rem;padding:1.25rem 1.25rem 1.4rem;border:1px solid var(--accent);border-radius:2px;background:var(--good-wash)}
.once>*+*{margin-top:.75rem}
.once .form-error{margin-bottom:1rem}
.form-error li+li{margin-top:.35rem}
.secret-field{width:100%;height:3rem;padding:0 .75rem;font:600 1rem/1 ui-monospace,'Cascadia Mono',Menlo,Consolas,monospace;color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px;text-overflow:ellipsis}

.missing{display:grid;grid-template-columns:minmax(0,1fr);gap:1.25rem;max-width:48rem;margin-bottom:clamp(2.5rem,5vw,4rem);padding:1.25rem 1.4rem 1.4rem;border-left:3px solid var(--danger);background:var(--danger-wash)}
.missing h2{font-size:var(--text-title);line-height:1.3}
.missing li+li{margin-top:.35rem}
.missing .form{max-width:none;gap:.9rem}
.missing .form-actions{margin-top:0}
.missing details .form{margin-top:1rem;gap:1.1rem}
/* What waits for somebody: a report, what it is for, and what to do. */
.awaiting{display:grid;justify-items:start;gap:.75rem;max-width:48rem}
.awaiting+.awaiting{margin-top:1.75rem;padding-top:1.75rem;border-top:1px solid var(--line)}
.awaiting:last-child{margin-bottom:clamp(2.5rem,5vw,4rem)}
.awaiting details{justify-self:stretch}
.awaiting details .form{margin-top:1rem;gap:1.1rem}
td details .form{min-width:15rem;margin:.6rem 0 1rem;gap:.9rem;font-size:var(--text-small)}
.other-months{margin-top:clamp(2.5rem,5vw,4rem)}
.other-months h2{margin-bottom:.75rem;font-size:var(--text-title)}
.other-months li+li{margin-top:.35rem}

.form{display:grid;grid-template-columns:minmax(0,1fr);gap:1.35rem;max-width:34rem;overflow-wrap:anywhere}
.form>h3+p{margin-top:-1rem}
.section :is(.form,.form-aside)+.form{margin-top:3rem;padding-top:2rem;border-top:1px solid var(--line)}
.form-text+.form{margin-top:2rem}
.form+.form-text{margin-top:2.5rem}
.form .field>label,.choices>legend{font-size:1rem;font-weight:600;color:inherit}
.form .field>input,.form .field>select{max-width:28rem;height:3rem;font-size:1rem}
/* Codes and numbers of days. */
.form .field>:is([autocomplete=one-time-code],[type=number]){max-width:12rem;letter-spacing:.08em}
.form .field>:is(.field-hint,.field-error)+:is(input,select,textarea){margin-top:.3rem}
.form-actions{margin-top:.4rem}
.field-hint,.choice-hint{max-width:34rem;color:var(--quiet);font-size:var(--text-small);line-height:1.45}
.form-text{max-width:var(--measure)}
.fields+.form-text{margin-top:1rem;color:var(--quiet);font-size:var(--text-small)}
.form-aside{margin-top:1.75rem}
.mail-text{max-width:44rem;margin:1.25rem 0;padding:1rem 1.1rem;font:inherit;font-size:var(--text-small);white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--line);border-left:3px solid var(--accent)}
.button-danger{color:var(--paper);background:var(--danger)}
.button-quiet{display:inline-block;min-height:2.5rem;padding:.4rem 1rem;font:inherit;font-size:var(--text-small);line-height:1.6rem;color:inherit;background:none;border:1px solid var(--chart-axis);border-radius:2px;text-decoration:none;white-space:nowrap;cursor:pointer}
.button-quiet:hover{border-color:currentColor;background:var(--wash)}

/* How far something is that takes long. */
.report-steps{max-width:28rem;margin:0;padding:0;list-style:none;border-top:1px solid var(--line)}
.report-steps>li{position:relative;padding:.7rem 0 .7rem 1.9rem;border-bottom:1px solid var(--line);color:var(--quiet)}
.report-steps>li::before{content:"";position:absolute;top:1.1rem;left:.15rem;width:.8rem;height:.8rem;border:2px solid var(--chart-axis);border-radius:50%}
.report-steps>[aria-current]{color:inherit;font-weight:600}
.report-steps>:is([aria-current],:has(~[aria-current]))::before{border-color:var(--accent)}
.report-steps>:has(~[aria-current])::before{background:var(--accent)}
.report-job-actions{display:flex;flex-wrap:wrap;gap:.75rem 1.5rem;align-items:center;margin-top:2rem}

.form-actions{display:flex;flex-wrap:wrap;gap:.75rem 1rem;align-items:center}
.form .field>[type=file]{height:auto;padding:.6rem}
.form [type=file]::file-selector-button{margin-right:.75rem;font:inherit}
.form+form:not(.form){margin-top:1rem}
.form+form:not(.form)+.form{margin-top:2.5rem;padding-top:2rem;border-top:1px solid var(--line)}
.looks{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,16rem),1fr));gap:1rem;max-width:44rem;margin-top:.75rem}
.look{display:grid;gap:.9rem;align-content:start;padding:1rem 1.1rem;border:1px solid var(--line);border-top:4px solid var(--look);border-radius:2px;color:var(--look-ink);background:var(--look-paper)}
.look-light{--look:var(--brand-light,${chartTokens.light['series-1']});--look-paper:${chartTokens.light['chart-surface']};--look-ink:${chartTokens.light['chart-ink']}}
.look-dark{--look:var(--brand-dark,${chartTokens.dark['series-1']});--look-paper:${chartTokens.dark['chart-surface']};--look-ink:${chartTokens.dark['chart-ink']}}
.look-head{display:grid;gap:.5rem;overflow-wrap:anywhere}
.look-head>img{max-width:100%}
.look-dark>.look-head>img{padding:.25rem;background:#fff;border-radius:2px;box-sizing:content-box}
.look-row{display:flex;flex-wrap:wrap;gap:.5rem 1.25rem;align-items:center}
.look-current{font-weight:600;border-bottom:2px solid var(--look)}
.look-button{padding:.4rem 1.1rem;font-weight:600;color:var(--look-paper);background:var(--look);border-radius:2px}
.readability{display:grid;gap:.4rem;max-width:44rem;margin-top:1rem}
/* Reports and views that people keep. */
.own-report-form{max-width:48rem;gap:2rem}
.own-fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,17rem),1fr));gap:1.1rem var(--gap);align-items:start;margin-top:.75rem}
.own-fields .field>:is(input,select){max-width:none}
.form textarea{width:100%;min-width:0;padding:.6rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px;resize:vertical}
.own-section-list{margin-top:.75rem;border-top:1px solid var(--line)}
.own-section-list>li{padding:.5rem 0;border-bottom:1px solid var(--line)}
.own-section-row{display:flex;flex-wrap:wrap;align-items:center;justify-content:space-between;gap:.25rem 1rem}
.own-section-row>.choice{flex:1;min-width:0}
.own-order{width:4rem;height:2.5rem;padding:0 .6rem;font:inherit;text-align:right;color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
.own-order[aria-invalid]{border:2px solid var(--danger)}
.own-section-list summary{display:inline-block;padding:.35rem 0;font-size:var(--text-small);cursor:pointer}
.own-section-words{display:grid;gap:1rem;padding:.5rem 0 1rem}
.own-buttons{display:flex;flex-wrap:wrap;gap:.75rem;align-items:center}
.own-buttons>.button-quiet{min-height:2.75rem}
.own-preview{margin-top:clamp(3rem,6vw,5rem);padding-top:2rem;border-top:4px solid var(--accent)}
.own-actions{margin-bottom:2rem}
.own-actions>details{flex-basis:100%}
.own-actions summary{padding:.35rem 0;font-size:var(--text-small);cursor:pointer}
.own-actions details>.form{margin-top:.75rem;gap:.9rem}
.kept-acts{display:grid;gap:.5rem;justify-items:start}
.kept-acts summary{padding:.35rem 0;cursor:pointer}
.kept-acts details>.form{margin:.5rem 0 1rem;gap:.9rem}
.kept-list>li{padding:.7rem 0;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
.own-words{max-width:var(--measure);overflow-wrap:anywhere}
.own-words>p{white-space:pre-line}
.own-words>p+p{margin-top:.75rem}
.section .own-words{margin-bottom:1.75rem}
.figures+.quiet{margin-top:1.75rem}

/* Rows that people enter. */
.entry-form{max-width:60rem;gap:1.75rem}
.entry-fields{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,22rem),1fr));gap:0 2rem;margin-bottom:-1.35rem}
/* Side by side label stands by label, hint by hint, and box by box. */
.entry-fields>.field{display:grid;grid-row:span 4;grid-template-rows:subgrid;padding-bottom:1.35rem}
.entry-fields>.field>.field-hint{grid-row:2}
.entry-fields>.field>.field-error{grid-row:3}
.form .entry-fields>.field>:is(input,select,textarea){grid-row:4;align-self:start;max-width:none;width:100%;margin-top:.3rem}
.entry-form details>.entry-fields{padding-top:1rem}
.entry-form summary{padding:.35rem 0;cursor:pointer}
.entry-form+form{margin-top:2rem}
.data-link+.entry-form{margin-top:1.75rem}
.parts{grid-column:1/-1;min-width:0;margin:0;padding:1rem 0 0;border:0;border-top:1px solid var(--line)}
.parts>legend{float:left;width:100%;padding:0;font-weight:600}
.parts>legend+*{clear:both}
.parts>:is(.field-hint,.field-error){display:block}
.parts-rows{display:grid;gap:.5rem;max-width:40rem;margin-top:.6rem}
.parts-row{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1.4fr) minmax(0,.8fr);gap:.5rem}
.parts-row>input{width:100%;min-width:0;height:2.5rem;padding:0 .6rem;font:inherit;font-size:var(--text-small);color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
.parts-row>input:last-child{text-align:right;font-variant-numeric:tabular-nums}
.parts[data-left]{padding-top:0;border-top:0}
.shares-row{display:grid;grid-template-columns:minmax(0,1fr) 7rem;gap:.5rem;align-items:center}
.shares-row :is(input,select){width:100%;min-width:0;height:2.5rem;padding:0 .6rem;font:inherit;font-size:var(--text-small);color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
.shares-row [data-share]{text-align:right;font-variant-numeric:tabular-nums}
.shares-row>.field-error{grid-column:1/-1}
.parts-rest{min-height:1.5em;margin-top:.4rem}
.entry-kept:empty{display:none}
.entry-evidence{display:grid;gap:.5rem;padding-top:1rem;border-top:1px solid var(--line)}
.entry-evidence>h2{font-size:var(--text-title)}
.evidence-of-row{display:grid;gap:.3rem;margin-top:.3rem;overflow-wrap:anywhere}
.table-setup{margin-bottom:2rem;padding-bottom:2rem;border-bottom:1px solid var(--line)}
.table-fault{margin-bottom:1.5rem}
.entry-table-form{display:grid;gap:1rem}
.entry-table-frame{overflow-x:auto}
.entry-table{border-collapse:collapse;font-size:var(--text-small)}
.entry-table :is(th,td){padding:0;border:1px solid var(--line)}
.entry-table thead th{padding:.4rem .6rem;text-align:right;font-weight:600;white-space:nowrap}
.entry-table :is(thead th:first-child,tbody th){position:sticky;left:0;z-index:1;min-width:9rem;max-width:16rem;padding:.4rem .6rem;text-align:left;font-weight:600;background:var(--paper)}
.entry-table td{height:2.5rem}
.entry-table input{width:100%;min-width:5rem;height:100%;min-height:2.5rem;padding:0 .6rem;font:inherit;text-align:right;font-variant-numeric:tabular-nums;color:inherit;background:none;border:0}
.entry-table input[readonly]{color:var(--quiet)}
.entry-table tbody th[data-part]{padding-left:1.4rem;font-weight:400}
.entry-table tfoot :is(th,td){height:2.2rem;vertical-align:middle;padding:0 .6rem;text-align:right;font-variant-numeric:tabular-nums;color:var(--quiet)}
.entry-table tfoot th{position:sticky;left:0;z-index:1;text-align:left;font-weight:400;background:var(--paper)}
.entry-table tfoot [data-wrong]{font-weight:600;color:var(--danger)}
.entry-table [data-pending]{background:var(--good-wash)}
[data-dropping]{outline:2px dashed var(--accent);outline-offset:.75rem}
[data-drop]~.field-hint{display:block}
.columns-form{max-width:none}
.columns-form>:not(.records){max-width:60rem}
.columns-form .records select{width:100%;min-width:14rem;height:2.5rem;padding:0 .6rem;font:inherit;font-size:var(--text-small);color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
.columns-form .records select[aria-invalid]{border-color:var(--danger)}
.form-text+.records{margin-top:1.25rem}
.columns-form .column-is{display:grid;gap:.3rem}
.columns-form .samples{overflow-wrap:anywhere}
.columns-form .records tbody th{overflow-wrap:anywhere}
.same-for-all{min-width:0;margin:0;padding:0;border:0}
.same-for-all>legend{padding:0;font-weight:600}
.same-for-all>.field-hint{margin-bottom:1rem}
.same-for-all details{margin-top:.6rem}
.same-for-all details>.entry-fields{padding-top:1rem}
.entry-question{display:grid;gap:.6rem;padding:1rem 1.1rem;border-left:3px solid var(--accent);background:var(--good-wash)}
.letter-subject{margin-top:.35rem;font-size:var(--text-small)}
.letter-body{max-width:var(--measure);margin-top:.75rem;padding:1rem 1.25rem;border:1px solid var(--line);font:inherit;font-size:var(--text-small);line-height:1.5;white-space:pre-wrap;overflow-wrap:anywhere}
td .letter-body{max-width:26rem;margin-bottom:1rem}
.reminded{display:block;margin-top:.25rem;color:var(--quiet);font-size:var(--text-small)}
.entry-kinds{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:1rem 2rem;margin-top:1.5rem;font-size:var(--text-small);line-height:1.45}
.entry-kinds>li{display:grid;place-content:start;justify-items:start;gap:.15rem}
.notice-returned{border-left-color:var(--danger);background:var(--danger-wash)}
.approvals{display:grid;gap:1.5rem}
.choice-row{padding-block:0;align-items:baseline}
.choice-row>input{align-self:center}
.review-doubt{display:block;padding-left:.6rem;border-left:3px solid var(--accent)}
.records .field-error{display:block}
.records th .quiet{font-weight:400}
.mend-cell{display:grid;gap:.3rem;justify-items:start}
.mend-cell+.mend-cell{margin-top:.6rem}
.mend{width:100%;max-width:18rem;height:2.5rem;padding:0 .6rem;font:inherit;color:inherit;background:var(--paper);border:1px solid var(--danger);border-radius:2px}
.twin-choice{margin:.3rem 0 0;padding:0;border:0}
.twin-choice>legend{padding:0}
.records tr:has(.twin-choice)>*{vertical-align:top}
.records tr:has(>th .choice)>*{vertical-align:middle}
.section+.data-link{margin-top:2rem}
.section+.empty{margin-top:clamp(2rem,4vw,3rem)}
.approvals>.field{max-width:34rem}
.twin-choice>label{display:inline-flex;gap:.4rem;align-items:center;margin-right:1.25rem;padding-block:.3rem}

.choices{min-width:0;margin:0;padding:0;border:0}
.choices>legend{padding:0}
.choices>.field-hint,.choices>.field-error{display:block;margin-top:.15rem}
.sending-time{display:grid;gap:inherit}
.sending-time .choices-list{grid-template-columns:minmax(0,1fr)}
.own-time{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:.75rem 1rem;max-width:28rem}
.own-time>:last-child{grid-column:1/-1}
.sending-time:has([name=at][value=organisation]:checked)>.own-time{display:none}
.choices-list{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,15rem),1fr));gap:.1rem 1.5rem;margin-top:.5rem}
.choice{display:grid;grid-template-columns:1.25rem minmax(0,1fr);gap:0 .7rem;align-content:start;align-items:start;padding-block:.45rem}
.choice>input{width:1.25rem;height:1.25rem;margin:.15rem 0 0;accent-color:var(--accent)}
.choice>label{line-height:1.45}
.choice>.choice-hint{grid-column:2}
.choice-alone>.field-error{grid-column:1/-1}
.mandate{display:grid;gap:1.35rem}
.mandate:not(:has([value=donor]:checked))>.for-donor{display:none}
.mandate:not(:has([value=officer]:checked))>.for-officer{display:none}

.records{width:100%;font-size:var(--text-small)}
.records tbody th{min-width:8rem;font-weight:600}
.records td{overflow-wrap:break-word}
.records .breakable{display:block;min-width:11rem;overflow-wrap:anywhere}
.page-heading>*,.fields>dd,.notice{overflow-wrap:anywhere}
.records+.form,.records+.quiet{margin-top:2.5rem}
.records .row-muted>*{font-weight:400}
.records+.section{margin-top:clamp(3rem,6vw,5rem)}
@media (max-width:64rem){
  .records,.records tbody,.records tr,.records th,.records td{display:block;min-width:0}
  .records thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  .records tr{padding-block:1rem;border-top:1px solid var(--ink)}
  .records tbody th,.records td{padding:.2rem 0;border:0}
  .records tbody th{padding-bottom:.4rem;font-size:1rem}
  .records td{overflow-wrap:anywhere;display:grid;grid-template-columns:minmax(6.5rem,9rem) minmax(0,1fr);gap:0 1rem;align-items:baseline}
  .records .breakable{min-width:0}
  .records td:not([data-head]){display:block}
  .records td[data-head]::before{content:attr(data-head);color:var(--quiet)}
  .columns-form .records select{min-width:0}
  .records td:has(.twin-choice){align-items:start}
  .columns-form .records td:has(select){grid-template-columns:minmax(0,1fr);gap:.3rem}
}

.changes>div{display:flex;flex-wrap:wrap;gap:0 .6rem}
.changes dt{color:var(--quiet)}
.changes dd{min-width:0;overflow-wrap:anywhere}

.steps{display:grid;gap:2.5rem;counter-reset:step;max-width:44rem}
.steps>li{counter-increment:step;display:grid;gap:1rem;padding-top:1.25rem;border-top:1px solid var(--ink)}
.steps h2{font-size:var(--text-title)}
.steps h2::before{content:counter(step) '\\2002';color:var(--accent)}
.qr{display:block;width:13rem;max-width:100%;height:auto;border:1px solid var(--line)}
.secret,.codes{font-family:ui-monospace,'Cascadia Mono',Menlo,Consolas,monospace;font-size:1.0625rem}
.secret{overflow-wrap:anywhere;word-spacing:.15em}
.codes{display:grid;grid-template-columns:repeat(auto-fill,minmax(11rem,1fr));gap:.6rem 2rem;max-width:34rem;margin-bottom:2rem;padding:1.25rem;border:1px solid var(--line);background:var(--wash)}
.codes code{font:inherit}
@media (forced-colors:active){.button-quiet{border-color:ButtonText}.qr{forced-color-adjust:none}}
@media print{.form-aside,.administration{display:none}.codes{break-inside:avoid}}
`;
