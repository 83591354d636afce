import { type ActiveElement, type ChartConfiguration, type ChartOptions, Tooltip } from 'chart.js';
import { Chart } from '../charts/chart-parts.ts';
import { chartDrawing } from '../charts/draw-chart.ts';
import { type Palette, paletteFrom } from '../charts/palette.ts';
import { rowsByKey } from '../charts/series-rows.ts';
import { FONT_FAMILY, FONT_STACK, type MeasureText } from '../charts/text-measure.ts';
import { pointText } from '../charts/value-format.ts';
import type { ChartSpec } from '../core/chart/chart-spec.ts';

Chart.register(Tooltip);

type DrawnSpec = Exclude<ChartSpec, { type: 'map' }>;

/**
 * A canvas chart laid exactly over the SVG from the server, drawn by the same code for the same width. Pointers go
 * through it to the links of the SVG, so that links stay links: they open in a new tab, and the keyboard reaches them.
 */
export class LiveChart {
  private readonly block: HTMLElement;
  private readonly spec: DrawnSpec;
  private readonly canvas = document.createElement('canvas');
  private chart: Chart | undefined;
  /** What the picture was last drawn for. */
  private drawn = '';
  /** The marks that the pointer is on. */
  private active = '[]';

  constructor(block: HTMLElement, spec: DrawnSpec) {
    this.block = block;
    this.spec = spec;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.draw();
    block.append(this.canvas);
    // The chart's own tooltips take over from those of the SVG.
    for (const title of block.querySelectorAll('.chart-hits title')) title.remove();
    block.addEventListener('pointermove', (event) => {
      this.point(event);
    });
    block.addEventListener('pointerleave', () => {
      this.activate([]);
    });
  }

  /**
   * Draws for the width, the colours and the motion that the page has now; does nothing where none has changed. If it
   * fails, the picture from the server is back.
   */
  draw(): void {
    try {
      this.drawForNow();
    } catch (error) {
      this.block.classList.remove('chart-live');
      this.canvas.remove();
      throw error;
    }
  }

  private drawForNow(): void {
    const svg = shownSvg(this.block);
    if (svg === undefined) return;
    const { width, height } = svg.viewBox.baseVal;
    const box = svg.getBoundingClientRect();
    const palette = paletteFrom((property) => getComputedStyle(this.block).getPropertyValue(property));
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const ratio = (devicePixelRatio * box.width) / width;
    const state = JSON.stringify([width, height, ratio, palette, still]);
    if (state === this.drawn) return;
    const drawing = chartDrawing(this.spec, { width, height, palette, measure: measureOnCanvas });
    this.chart?.destroy();
    this.chart = undefined;
    this.canvas.width = drawing.width;
    this.canvas.height = drawing.height;
    this.canvas.style.width = `${box.width}px`;
    this.canvas.style.height = `${box.height}px`;
    const options = { ...drawing.config.options, ...liveOptions(this.spec, palette, ratio) };
    const chart = new Chart(this.canvas, { ...drawing.config, options } as ChartConfiguration);
    if (!still) {
      // From here on only: the first picture is the one that already stands there, so nothing may move into it.
      chart.options.animation = { duration: 120 };
      chart.update('none');
    }
    this.chart = chart;
    this.drawn = state;
    this.active = '[]';
    this.block.classList.add('chart-live');
  }

  private point(event: PointerEvent): void {
    const axis = this.spec.type === 'bar' ? 'y' : 'x';
    const mode = this.spec.type === 'line' ? 'index' : 'nearest';
    this.activate(this.chart?.getElementsAtEventForMode(event, mode, { axis, intersect: false }, true) ?? []);
  }

  private activate(elements: readonly ActiveElement[]): void {
    const { chart } = this;
    const [first] = elements;
    const active = JSON.stringify(elements.map(({ datasetIndex, index }) => [datasetIndex, index]));
    if (chart === undefined || active === this.active) return;
    this.active = active;
    const position = first === undefined ? { x: 0, y: 0 } : { x: first.element.x, y: first.element.y };
    chart.setActiveElements([...elements]);
    chart.tooltip?.setActiveElements([...elements], position);
    chart.update();
  }
}

/** Of the pictures of one chart, the one for the width that the page gives it. */
function shownSvg(block: HTMLElement): SVGSVGElement | undefined {
  return [...block.querySelectorAll<SVGSVGElement>(':scope > svg')].find(
    (svg) => svg.getClientRects().length > 0,
  );
}

const measures = new Map<string, number>();
const ruler = document.createElement('canvas').getContext('2d');

const measureOnCanvas: MeasureText = (text, size, weight) => {
  const font = `${weight} ${size}px ${FONT_STACK}`;
  const key = font + text;
  let width = measures.get(key);
  if (width === undefined) {
    if (ruler === null) throw new Error('This browser has no canvas to draw on.');
    ruler.font = font;
    width = ruler.measureText(text).width;
    measures.set(key, width);
  }
  return width;
};

function liveOptions(spec: DrawnSpec, palette: Palette, ratio: number): ChartOptions {
  // The rows that the chart was drawn from: a series need not have a point in each.
  const rows = rowsByKey(spec.series);
  const font = { family: FONT_FAMILY, size: 12 };
  return {
    devicePixelRatio: ratio,
    // Pointers reach the chart through its block (`LiveChart.point`).
    events: [],
    plugins: {
      tooltip: {
        displayColors: false,
        backgroundColor: palette['chart-ink'],
        titleColor: palette['chart-surface'],
        bodyColor: palette['chart-surface'],
        titleFont: { ...font, weight: 600 },
        bodyFont: font,
        cornerRadius: 3,
        caretSize: 5,
        padding: 8,
        callbacks: {
          title: ([item]) => (item && rows[item.dataIndex]?.label) ?? '',
          label: ({ datasetIndex, dataIndex }) => {
            const text = pointText(spec, rows[dataIndex]?.points[datasetIndex]);
            return spec.series.length > 1 ? `${spec.series[datasetIndex]?.label ?? ''}: ${text}` : text;
          },
        },
      },
    },
  };
}
