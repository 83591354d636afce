import { readdirSync, readFileSync } from 'node:fs';
import { renderToString } from 'preact-render-to-string';
import type { ChartSpec } from '../../core/chart/chart-spec.ts';
import { OwnMarkup } from './own-markup.tsx';

const spec: ChartSpec = {
  id: 'c',
  type: 'map',
  title: '</script><script>alert(1)</script><!--',
  subtitle: '',
  description: 'A "quoted" <chart>',
  locale: 'en-GB',
  format: { style: 'number', maximumFractionDigits: 0 },
  points: [],
  missingLabel: 'not reported',
};
const chart = (svg: string, live = false) =>
  renderToString(<OwnMarkup kind="chart" svg={svg} spec={spec} live={live} />);

describe('OwnMarkup', () => {
  it('puts an SVG in a picture that says what it shows', () => {
    expect(chart('<svg><text>a &lt; b</text></svg>')).toBe(
      '<div class="chart" data-chart="c" role="img" aria-label="A &quot;quoted&quot; &lt;chart>"><svg><text>a &lt; b</text></svg></div>',
    );
  });

  it('is no picture where its marks are links, which nobody could reach in one', () => {
    expect(chart('<svg><a href="/x"><rect/></a></svg>')).toContain('role="group"');
  });

  it.each([
    '<p>not an svg</p>',
    '<svg><script>alert(1)</script></svg>',
    '<svg onload="alert(1)"></svg>',
    "<svg><rect onclick='x'/></svg>",
    '<svg><a href="javascript:alert(1)"></a></svg>',
    '<svg><foreignObject></foreignObject></svg>',
    '<svg><style>*{}</style></svg>',
    '<svg><image href="https://elsewhere.example/p.png"/></svg>',
  ])('refuses %s', (svg) => {
    expect(() => chart(svg)).toThrow('chart');
  });

  it('does not take a label for a handler', () => {
    const svg = '<svg><text>Phase one=2, on=1</text></svg>';
    expect(chart(svg)).toContain(svg);
  });

  it('brings data that cannot end their element, and read back the same', () => {
    const html = chart('<svg></svg>', true);
    const [, json = ''] =
      /<svg><\/svg><script type="application\/json">([^<]*)<\/script><\/div>$/.exec(html) ?? [];
    expect(JSON.parse(json)).toEqual(spec);
  });

  it('refuses a style sheet that ends its element', () => {
    expect(() => renderToString(<OwnMarkup kind="css" css="a{}</style><script>" />)).toThrow('style sheet');
    expect(renderToString(<OwnMarkup kind="css" css="a>b{content:'x'}" />)).toBe(
      `<style>a>b{content:'x'}</style>`,
    );
  });

  it('is the only part that is not escaped', () => {
    const folder = new URL('.', import.meta.url);
    const unescaped = readdirSync(folder)
      .filter((file) => !file.includes('.spec.'))
      .filter((file) => readFileSync(new URL(file, folder), 'utf8').includes('dangerously'));
    expect(unescaped).toEqual(['own-markup.tsx']);
  });
});
