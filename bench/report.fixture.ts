import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/**
 * A finished report to measure with where the real one is not wanted, the same string every time: fonts inside, ten
 * sections of a heading, an SVG chart of about 120 marks (the size of a Chart.js bar chart drawn to SVG) and a table,
 * and a list of contents that links to them.
 */
export function reportFixture(): string {
  const sections = Array.from({ length: 10 }, (_, index) => section(index + 1));
  const contents = sections.map((_, index) => `<li><a href="#s${index + 1}">Section ${index + 1}</a></li>`);
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Portfolio report, June 2017</title><style>${STYLE}</style></head>
<body><h1>Portfolio report</h1><p>Figures approved by 30 June 2017.</p><ul>${contents.join('')}</ul>${sections.join('')}</body></html>`;
}

const { resolve } = createRequire(import.meta.url);

function fontFace(weight: 400 | 600, subset: 'latin' | 'latin-ext', range: string): string {
  const file = resolve(`@fontsource/ibm-plex-sans/files/ibm-plex-sans-${subset}-${weight}-normal.woff2`);
  const data = readFileSync(file).toString('base64');
  return `@font-face{font-family:Plex;font-weight:${weight};src:url(data:font/woff2;base64,${data});unicode-range:${range}}`;
}

const STYLE = `${([400, 600] as const)
  .map(
    (weight) => fontFace(weight, 'latin', 'U+0-FF,U+2010-2026') + fontFace(weight, 'latin-ext', 'U+100-24F'),
  )
  .join('')}
html{font:10pt/1.4 Plex;color:#1b2733}h1{font-size:22pt}h2{font-size:13pt;break-after:avoid}
.chart,tr{break-inside:avoid}table{width:100%;border-collapse:collapse}td,th{text-align:left;border-bottom:.5pt solid #c5cdd5}
td:last-child,th:last-child{text-align:right;font-variant-numeric:tabular-nums}`;

const COUNTRIES = [
  'Antigua and Barbuda',
  'Barbados',
  'Chile',
  'Costa Rica',
  'Dominican Republic',
  'El Salvador',
  'Guatemala',
  'Honduras',
  'México',
  'Nicaragua',
  'Panamá',
  'Paraguay',
];

/** Values without randomness that still differ from chart to chart. */
function officials(chart: number, row: number): number {
  return (chart * 37 + row * 53) % 199;
}

function section(chart: number): string {
  const rows = COUNTRIES.map((country, row) => ({ country, value: officials(chart, row) }));
  const table = rows.map(({ country, value }) => `<tr><td>${country}</td><td>${value}</td></tr>`).join('');
  return `<section id="s${chart}"><h2>${chart}. ${COUNTRIES[0]}: ${officials(chart, 0)} officials trained</h2>
<div class="chart" role="img" aria-label="Officials trained by country">${svg(chart, rows)}</div>
<table><thead><tr><th scope="col">Country</th><th scope="col">Officials</th></tr></thead><tbody>${table}</tbody></table></section>`;
}

function svg(chart: number, rows: readonly { country: string; value: number }[]): string {
  const grid = Array.from({ length: 21 }, (_, tick) => {
    const x = 140 + tick * 24;
    return `<path d="M${x} 10V250" stroke="#dde3e8"/><text x="${x}" y="266" text-anchor="middle">${tick * 10}</text>`;
  });
  const bars = rows.map(({ country, value }, row) => {
    const y = 14 + row * 20;
    return `<g clip-path="url(#c${chart})"><rect x="140" y="${y}" width="${value * 2.4}" height="14" fill="#0b6e8a"/></g>
<text x="132" y="${y + 11}" text-anchor="end">${country}</text><text x="${146 + value * 2.4}" y="${y + 11}">${value}</text>
<path d="M136 ${y + 7}h4" stroke="#7b8794"/>`;
  });
  return `<svg viewBox="0 0 640 280" width="640" height="280" font-family="Plex" font-size="11">
<defs><clipPath id="c${chart}"><rect x="140" y="0" width="500" height="260"/></clipPath></defs>${grid.join('')}${bars.join('')}</svg>`;
}
