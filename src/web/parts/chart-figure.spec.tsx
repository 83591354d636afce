import { renderToString } from 'preact-render-to-string';
import { edition } from '../edition.ts';
import { byCountry, funding, targets } from '../fixtures/sample-blocks.ts';
import { ChartFigure } from './chart-figure.tsx';

const screen = edition('en', 'screen');
const paper = edition('fr', 'print');
const common = { source: 'Organization of American States', cutOff: '2017-06-30' } as const;

describe('ChartFigure', () => {
  const html = renderToString(
    <ChartFigure
      {...common}
      edition={screen}
      block={byCountry(screen)}
      downloads={{ csv: '/c.csv?lang=en', xlsx: '/c.xlsx?lang=en' }}
    />,
  );

  it('says its sentence, shows its chart, and has the table one key press away', () => {
    expect(html).toContain('<h3 class="figure-title">Antigua and Barbuda: about 45</h3>');
    expect(html).toMatch(
      /<div class="chart" data-chart="by-country" role="(img|group)" aria-label="[^"]+"><svg/,
    );
    expect(html).toMatch(
      /<details class="figure-table"><summary>Show as a table<\/summary><div class="table-scroll/,
    );
    expect(html).not.toContain('<details open');
  });

  it('gives the script the data of the chart, not its own reading of the table', () => {
    const [, json = ''] = /<script type="application\/json">(.*?)<\/script>/s.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(byCountry(screen).chart);
  });

  it('names source and cut-off, and offers the data', () => {
    expect(html).toContain('Source: Organization of American States');
    expect(html).toContain('Cut-off date: 30 June 2017');
    expect(html).toContain(
      'href="/c.csv?lang=en" aria-label="Download as CSV: Antigua and Barbuda: about 45"',
    );
    expect(html).toContain(
      'href="/c.xlsx?lang=en" aria-label="Download as XLSX: Antigua and Barbuda: about 45"',
    );
    expect(html).not.toContain('Illustrative');
  });

  it('says of made-up money that it is', () => {
    expect(renderToString(<ChartFigure {...common} edition={screen} block={funding(screen)} />)).toContain(
      'Illustrative amounts, generated for demonstration',
    );
  });

  it('keeps its links together, behind whatever is said before them', () => {
    const whole = { href: '/?block=funding', count: 5, isMore: false } as const;
    const block = renderToString(
      <ChartFigure
        {...common}
        edition={screen}
        block={funding(screen)}
        downloads={{ csv: '/c.csv', xlsx: null }}
        {...{ whole }}
      />,
    );
    expect(block).toMatch(
      /generated for demonstration<\/span><span class="figure-links"><a [^>]*>Show as a table<\/a><a /,
    );
  });

  it('has nothing to open, to run or to follow on paper, and its table where that is asked', () => {
    const chartOnly = renderToString(
      <ChartFigure
        {...common}
        edition={paper}
        block={byCountry(paper)}
        downloads={{ csv: '/c.csv', xlsx: '/c.xlsx' }}
      />,
    );
    expect(chartOnly).not.toMatch(/<details|<script|<table|csv/);
    expect(chartOnly).toContain('role="img"');
    const both = renderToString(
      <ChartFigure {...common} edition={paper} block={byCountry(paper)} tableInPrint />,
    );
    expect(both).toContain('<table>');
  });

  it('is its table where the table says it better', () => {
    const table = renderToString(<ChartFigure {...common} edition={screen} block={targets(screen)} />);
    // Its figure stands in the fourth column, so that a row is a card on a telephone.
    expect(table).toContain('<table class="cards"');
    expect(table).not.toMatch(/<svg|<details/);
  });

  it('is a sentence that leads to its rows where its title says it all', () => {
    const whole = byCountry(screen);
    const one = { ...whole, chart: null, isSentence: true, rows: whole.rows.slice(0, 1) };
    const sentence = renderToString(<ChartFigure {...common} edition={screen} block={one} />);
    expect(sentence).toMatch(/<p><a href="[^"]+">Antigua and Barbuda: about 45<\/a><\/p>/);
    expect(sentence).not.toMatch(/<h3|<table|<details/);
    const two = { ...one, rows: whole.rows.slice(0, 2) };
    const folded = renderToString(<ChartFigure {...common} edition={screen} block={two} />);
    expect(folded).toMatch(/<h3.*<details class="figure-table">/);
  });

  it('says that there is nothing, and what to do, in place of an empty chart', () => {
    const empty = renderToString(
      <ChartFigure {...common} edition={screen} block={{ ...byCountry(screen), rows: [] }} />,
    );
    expect(empty).toContain('No approved figures here');
    expect(empty).toContain('try a wider one');
    expect(empty).not.toMatch(/<svg|<table/);
  });
});
