import { bars, officialsByCountry, oneSeries } from './fixtures/specs.ts';
import { chartSvg, drawChart, pictureOf, rememberChart, undrawnCharts } from './index.ts';

const options = { width: 611 } as const;
const specOf = (id: string) => bars(oneSeries(officialsByCountry), { id });

describe('charts that nobody has drawn', () => {
  it('are noted in the order in which they are shown, and stand for themselves once they are remembered', () => {
    const [known, one, other] = ['known', 'one', 'other'].map(specOf);
    if (known === undefined || one === undefined || other === undefined) throw new Error('three');
    const drawn = chartSvg(known, options);
    let shown: readonly string[] = [];
    const show = () => {
      shown = [one, known, other].map((spec) => chartSvg(spec, options));
    };
    const orders = undrawnCharts(show);
    expect(orders.map(({ spec }) => spec.id)).toEqual(['one', 'other']);
    expect(shown[1]).toBe(drawn);
    for (const order of orders) rememberChart(order, pictureOf(order.spec, order.options));
    expect(undrawnCharts(show)).toEqual([]);
    expect(shown).toEqual([one, known, other].map((spec) => drawChart(spec, options)));
  });

  it('are drawn on the spot by whoever does not ask for them beforehand, also after something has failed', () => {
    const fail = () => {
      throw new Error('a page that breaks');
    };
    expect(() => undrawnCharts(fail)).toThrow('a page that breaks');
    const spec = specOf('on-the-spot');
    expect(chartSvg(spec, options)).toBe(drawChart(spec, options));
  });
});
