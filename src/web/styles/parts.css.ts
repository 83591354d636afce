/** Tiles, figures, tables, lists of fields and gaps: the same on screen and on paper, but for their sizes. */
export const partsCss = `
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,11.5rem),1fr));gap:var(--gap-large) var(--gap)}
.tile{container-type:inline-size;border-top:2px solid var(--ink);padding-top:.75rem}
.tile>p{--figure:min(var(--text-figure),20cqi)}
.tile-value{font-size:var(--figure);font-weight:600;line-height:1.1;letter-spacing:-.025em;overflow-wrap:anywhere}
.tile-value a{text-decoration:none}
.tile-words{margin-bottom:.75rem;font-size:var(--text-title);line-height:1.1;color:var(--quiet)}
.tile-words::before{content:'';display:inline-block;height:calc(var(--figure)*.86)}
.cell-remark{display:block;font-size:var(--text-small);font-weight:400;color:var(--quiet)}
.tile-label{margin-top:.35rem;font-weight:600;line-height:1.3}
.tile-change{margin-top:.25rem;font-size:var(--text-small);line-height:1.4;font-variant-numeric:tabular-nums}
.tile-note{margin-top:.25rem;color:var(--quiet);font-size:var(--text-small);line-height:1.4}

.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,25rem),1fr));gap:3.5rem var(--gap-large)}
.figures>.figure-wide{grid-column:1/-1}
.figures>.figure-sentence+.figure-sentence{margin-top:-1.5rem}
.figure{min-width:0}
.figure-title{max-width:34rem}
.figure-subtitle{margin-top:.3rem;color:var(--quiet);font-size:var(--text-small)}
.figure-sentence>:first-child{font-size:var(--text-large)}
.figure-sentence>:not(:first-child){margin-top:.25rem}
.figure>.chart,.figure>.table-scroll{margin-top:1.25rem}
.figure-foot,.figure-links{display:flex;flex-wrap:wrap;gap:.25rem 1rem}
.figure-foot{margin-top:.9rem;color:var(--quiet);font-size:var(--text-small)}
.figures-foot{margin-top:2rem;padding-top:.75rem;border-top:1px solid var(--line)}
.figures-foot>.notes{margin-top:0}
.notes{margin-top:.75rem;max-width:var(--measure);color:var(--quiet);font-size:var(--text-small);line-height:1.45}
.notes li+li{margin-top:.25rem}
.figure-missing{color:var(--quiet)}
.remark{display:block;margin-top:.3rem;color:var(--quiet);font-size:var(--text-small);line-height:1.45}

table{border-collapse:collapse;min-width:min(100%,34rem);line-height:1.35}
.table-example+.prose{margin-top:2.25rem}
caption{padding-bottom:.6rem;font-weight:600;text-align:left;text-wrap:balance}
th,td{padding:.55rem .75rem;text-align:left;vertical-align:baseline;border-bottom:1px solid var(--line)}
th:first-child,td:first-child{padding-left:0}
th:last-child,td:last-child{padding-right:0}
thead th{color:var(--quiet);font-size:var(--text-small);font-weight:600;vertical-align:bottom;border-bottom-color:var(--ink)}
tbody th{min-width:9rem;font-weight:400}
.number{min-width:7rem;text-align:right}
thead .number{white-space:normal}
.row-muted>*{color:var(--quiet)}
.row-total>*{font-weight:600;border-top:1px solid var(--ink);border-bottom:0}

.fields{display:grid;grid-template-columns:minmax(9rem,14rem) minmax(0,1fr);line-height:1.5}
.fields>dt,.fields>dd{padding:.65rem 0;border-top:1px solid var(--line)}
.fields>dt{padding-right:1.5rem;color:var(--quiet);font-size:var(--text-small);line-height:1.7}
.fields>dd{max-width:var(--measure);overflow-wrap:anywhere}
.fields>dd>*+*{margin-top:.5em}

.gaps{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,19rem),1fr));gap:var(--gap-large) var(--gap-large)}
.gap{border-top:1px solid var(--ink);padding-top:.75rem}
.gap-explanation{margin-top:.25rem;color:var(--quiet);font-size:var(--text-small);line-height:1.45}
.gap-items{margin-top:.6rem;font-size:var(--text-small)}
.gap-items>li{padding:.35rem 0;border-top:1px solid var(--line);line-height:1.4}

.rules{counter-reset:rule;display:grid;gap:2.25rem}
.rule{counter-increment:rule;display:grid;grid-template-columns:2.5rem minmax(0,var(--measure));align-items:baseline}
.rule::before{content:counter(rule);color:var(--accent);font-weight:600}
.rule>p{grid-column:2;margin-top:.35rem}
.own-number{max-width:var(--measure);margin-top:1.8rem}
.rules-short{max-width:var(--measure);margin-top:.75em;padding-left:1em;list-style:'–  '}
.rules-short>li+li{margin-top:.25em}

.empty{border-top:1px solid var(--ink);padding:1rem 0 1.5rem;max-width:var(--measure)}
.figure>.empty{margin-top:1.25rem;border-top-color:var(--line);padding-bottom:0}
.empty>p+p{margin-top:.4rem;color:var(--quiet)}
.empty-title{font-weight:600}
.inline-form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center}
.inline-form select{max-width:100%;height:2.5rem;padding:0 .6rem;font:inherit;font-size:var(--text-small);color:inherit;background:var(--paper);border:1px solid var(--chart-axis);border-radius:2px}
`;
