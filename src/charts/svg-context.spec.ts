import { elementsOf, readSvg, type SvgElement } from './fixtures/read-svg.ts';
import { measurePlex } from './plex.adapter.ts';
import { SvgContext } from './svg-context.ts';

/** What a drawing leaves behind. */
function drawn(draw: (context: SvgContext) => void): readonly SvgElement[] {
  const context = new SvgContext(200, 100, 'c', measurePlex);
  draw(context);
  return readSvg(`<svg>${context.markup()}</svg>`).children;
}

const attributesOf = (elements: readonly SvgElement[]) =>
  elements.map(({ name, attributes }) => ({ name, ...attributes }));

describe('SvgContext', () => {
  it('writes a path that is one rectangle or one circle as such', () => {
    const elements = drawn((context) => {
      context.fillStyle = '#0b5cab';
      context.fillRect(30, 20, -10, 5.129);
      context.beginPath();
      context.arc(5, 6, 3, 0, 2 * Math.PI);
      context.closePath();
      context.fill();
    });
    expect(attributesOf(elements)).toEqual([
      { name: 'rect', x: '20', y: '20', width: '10', height: '5.13', fill: '#0b5cab' },
      { name: 'circle', cx: '5', cy: '6', r: '3', fill: '#0b5cab' },
    ]);
  });

  it('writes lines and arcs as short as they can be, and both paints of one path on one element', () => {
    const elements = drawn((context) => {
      context.beginPath();
      context.moveTo(1, 2);
      context.lineTo(9, 2);
      context.lineTo(9, 8);
      context.lineTo(4, 4);
      context.fillStyle = '#fff';
      context.strokeStyle = '#000';
      context.lineWidth = 2;
      context.fill();
      context.stroke();
      context.beginPath();
      context.arc(0, 0, 10, 0, Math.PI / 2);
      context.stroke();
    });
    expect(attributesOf(elements)).toEqual([
      { name: 'path', d: 'M1 2H9V8L4 4', fill: '#fff', stroke: '#000', 'stroke-width': '2' },
      {
        name: 'path',
        d: 'M10 0A10 10 0 0 1 7.07 7.07A10 10 0 0 1 0 10',
        fill: 'none',
        stroke: '#000',
        'stroke-width': '2',
      },
    ]);
  });

  it('moves, turns, and comes back with restore', () => {
    const elements = drawn((context) => {
      context.save();
      context.translate(10, 20);
      context.rotate(Math.PI / 2);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(5, 0);
      context.stroke();
      context.restore();
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(5, 0);
      context.stroke();
    });
    expect(elements.map(({ attributes }) => attributes.d)).toEqual(['M10 20V25', 'M0 0H5']);
  });

  it('ignores what a canvas ignores', () => {
    const elements = drawn((context) => {
      context.lineWidth = 3;
      context.lineWidth = 0;
      context.lineWidth = Number.NaN;
      context.strokeStyle = undefined;
      context.stroke();
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(1, 1);
      context.stroke();
      context.strokeStyle = 'transparent';
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(1, 1);
      context.stroke();
    });
    expect(attributesOf(elements)).toEqual([
      { name: 'path', d: 'M0 0L1 1', fill: 'none', stroke: '#000000', 'stroke-width': '3' },
    ]);
  });

  it('writes dashes, and only while there are any', () => {
    const elements = drawn((context) => {
      for (const dash of [[5, 4], []]) {
        context.setLineDash(dash);
        context.lineDashOffset = 2;
        context.beginPath();
        context.moveTo(0, 0);
        context.lineTo(9, 0);
        context.stroke();
      }
    });
    expect(
      elements.map(({ attributes }) => [attributes['stroke-dasharray'], attributes['stroke-dashoffset']]),
    ).toEqual([
      ['5 4', '2'],
      [undefined, undefined],
    ]);
  });

  it('writes real text, escaped, on the baseline that a browser would choose', () => {
    const elements = drawn((context) => {
      context.font = "600 20px 'IBM Plex Sans'";
      context.fillStyle = '#111';
      context.textAlign = 'right';
      context.textBaseline = 'middle';
      context.fillText('<b>"R&D"</b>\u0000', 100, 50);
    });
    // The middle of the em square is 0.2885 em above the baseline: 50 + 5.77.
    expect(attributesOf(elements)).toEqual([
      {
        name: 'text',
        x: '100',
        y: '55.77',
        'text-anchor': 'end',
        'font-size': '20',
        'font-weight': '600',
        fill: '#111',
      },
    ]);
    expect(elements[0]?.text).toBe('<b>"R&D"</b>');
  });

  it('turns text about its own place', () => {
    const [text] = drawn((context) => {
      context.translate(10, 20);
      context.rotate(-Math.PI / 2);
      context.fillText('2017', 0, 0);
    });
    expect(text?.attributes.transform).toBe('rotate(-90 10 20)');
  });

  it('clips what a clip cuts, and does not write one that cuts nothing', () => {
    const clipped = (x: number) =>
      drawn((context) => {
        context.beginPath();
        context.rect(0, 0, 50, 50);
        context.clip();
        context.fillText('label', x, 20);
      });
    expect(clipped(5).map(({ name }) => name)).toEqual(['text']);
    const [defs, group] = clipped(45);
    expect(
      elementsOf({ name: '', attributes: {}, text: '', children: defs ? [defs] : [] }, 'clipPath')[0]
        ?.attributes.id,
    ).toBe('c-clip-1');
    expect(group?.attributes['clip-path']).toBe('url(#c-clip-1)');
  });

  it('refuses patterns and gradients, which would print as raster images', () => {
    expect(() => drawn((context) => (context.fillStyle = { pattern: true }))).toThrow(TypeError);
  });
});
