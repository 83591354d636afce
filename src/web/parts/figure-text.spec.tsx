import { renderToString } from 'preact-render-to-string';
import { type Figure, missingFigure } from '../../core/figure.ts';
import { edition } from '../edition.ts';
import { FigureText } from './figure-text.tsx';

const figure: Figure = {
  value: 123,
  exact: 78,
  approximate: 45,
  undated: 0,
  denominator: null,
  missing: null,
  resultIds: [],
};
const text = (change: Partial<Parameters<typeof FigureText>[0]>) =>
  renderToString(<FigureText edition={edition('en', 'screen')} figure={figure} {...change} />);

describe('FigureText', () => {
  it('leads to its rows and says what is approximate, after what is counted', () => {
    expect(text({ href: '/results', unit: 'officials trained' })).toBe(
      '<span class="figure-text"><a class="figure-value" href="/results">123</a> officials trained' +
        '<span class="figure-note">, of which 45 approximate</span></span>',
    );
  });

  it('keeps the qualifier of the one result that it is', () => {
    const stated = { qualifier: 'at least', value: 340, valueHigh: null, denominator: null } as const;
    expect(text({ figure: { ...figure, value: 340, exact: 0, approximate: 340 }, stated })).toBe(
      '<span class="figure-text"><span class="figure-value">at least 340</span></span>',
    );
  });

  it('says why there is no figure, and never links it', () => {
    expect(text({ figure: missingFigure('not-reported', []), href: '/results' })).toBe(
      '<span class="figure-missing">not reported</span>',
    );
  });

  it('shows a reported zero', () => {
    expect(text({ figure: { ...figure, value: 0, exact: 0, approximate: 0 } })).toContain('>0<');
  });
});
