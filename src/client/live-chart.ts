import { type ActiveElement, type ChartConfiguration, type ChartOptions, Tooltip } from 'chart.js';
import { Chart } from '../charts/chart-parts.ts';
import { chartDrawing } from '../charts/draw-chart.ts';
import { type Palette, paletteFrom } from '../charts/palette.ts';
import { partOfSum, pointLines } from '../charts/point-words.ts';
import { rowsByKey } from '../charts/series-rows.ts';
import { safeHref } from '../charts/svg-markup.ts';
import { FONT_FAMILY, FONT_STACK, type MeasureText } from '../charts/text-measure.ts';
import type { ChartPoint, SeriesChartSpec } from '../core/chart/chart-spec.ts';

Chart.register(Tooltip);

/**
 * A canvas chart laid exactly over the SVG from the server, drawn by the same code for the same width. Pointers go
 * through it to the links of the SVG, so that links stay links: they open in a new tab, and the keyboard reaches them. A
 * mark that is too small for a link of its own opens its rows by a click.
 */
export class LiveChart {
  private readonly block: HTMLElement;
  private readonly spec: SeriesChartSpec;
  private readonly canvas = document.createElement('canvas');
  private chart: Chart | undefined;
  /** What the picture was last drawn for. */
  private drawn = '';
  /** The marks that the pointer is on. */
  private active = '[]';

  constructor(block: HTMLElement, spec: SeriesChartSpec) {
    this.block = block;
    this.spec = spec;
    this.canvas.setAttribute('aria-hidden', 'true');
    this.draw();
    block.append(this.canvas);
    // The chart's own tooltips take over from those of the SVG.
    for (const title of block.querySelectorAll('.chart-hits title')) title.remove();
    block.addEventListener('pointermove', ({ clientX, clientY }) => {
      this.pointAt(clientX, clientY);
    });
    block.addEventListener('focusin', ({ target }) => {
      if (!(target instanceof Element)) return;
      const { left, right, top, bottom } = target.getBoundingClientRect();
      this.pointAt((left + right) / 2, (top + bottom) / 2);
    });
    for (const away of ['pointerleave', 'focusout'])
      block.addEventListener(away, () => {
        this.activate([]);
      });
    block.addEventListener('click', (event) => {
      this.follow(event);
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

  private pointAt(clientX: number, clientY: number): void {
    const { spec } = this;
    // A row and what it was, or is to be, are one place, as a stack is.
    const together =
      spec.type === 'line' || isStacked(spec) || (spec.type === 'bar' && spec.series.length > 1);
    this.activate(this.elementsAt(clientX, clientY, together ? 'index' : 'nearest', false));
  }

  private elementsAt(
    clientX: number,
    clientY: number,
    mode: 'index' | 'nearest',
    intersect: boolean,
  ): readonly ActiveElement[] {
    const { chart, spec } = this;
    if (chart === undefined) return [];
    const box = this.canvas.getBoundingClientRect();
    // Where it is on the picture, be the page as wide as it may: Chart.js asks that of an event.
    const at = {
      type: 'mousemove' as const,
      chart,
      native: null,
      x: ((clientX - box.left) * chart.width) / box.width,
      y: ((clientY - box.top) * chart.height) / box.height,
    };
    const axis = spec.type === 'bar' ? 'y' : 'x';
    const options = intersect ? { intersect } : { axis, intersect };
    return chart.getElementsAtEventForMode(at as unknown as Event, mode, options as never, true);
  }

  /** A click beside every link, or on a part of a stack, whose link is that of the whole. */
  private follow(event: MouseEvent): void {
    const { spec } = this;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    const isOnLink = event.target instanceof Element && event.target.closest('a') !== null;
    if (!isPlain || (isOnLink && !isStacked(spec))) return;
    const [found] = this.elementsAt(event.clientX, event.clientY, 'nearest', true);
    if (found === undefined) return;
    const point = rowsByKey(spec.series)[found.index]?.points[found.datasetIndex];
    const href = safeHref(point?.href);
    if (href === undefined) return;
    event.preventDefault();
    window.location.assign(href);
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

function liveOptions(spec: SeriesChartSpec, palette: Palette, ratio: number): ChartOptions {
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
        footerColor: palette['chart-surface'],
        footerFont: { ...font, size: 11, weight: 'normal' },
        filter: ({ raw }) => !isStacked(spec) || raw !== null,
        cornerRadius: 3,
        caretSize: 5,
        padding: 8,
        callbacks: {
          title: ([item]) => {
            const row = item && rows[item.dataIndex];
            const sum = sumAt(spec, row?.key);
            const label = row?.label ?? '';
            return sum === undefined ? label : `${label}: ${pointLines(spec, sum, null).join(', ')}`;
          },
          label: ({ datasetIndex, dataIndex }) => {
            const point = rows[dataIndex]?.points[datasetIndex];
            if (point === undefined) return '';
            const lines = wordsOf(spec, point, datasetIndex, sumAt(spec, rows[dataIndex]?.key));
            if (spec.series.length === 1) return [...lines];
            return `${spec.series[datasetIndex]?.label ?? ''}: ${lines.join(', ')}`;
          },
          footer: (items) => {
            const leads = items.some(({ datasetIndex, dataIndex }) => {
              const point = rows[dataIndex]?.points[datasetIndex];
              return safeHref(point?.href) !== undefined;
            });
            return leads ? (spec.rowsHint ?? '') : '';
          },
        },
      },
    },
  };
}

function isStacked(spec: SeriesChartSpec): boolean {
  return spec.type !== 'bar' && spec.sums !== undefined;
}

/** What a stack comes to at a place; undefined: nothing stands on anything. */
function sumAt(spec: SeriesChartSpec, key: string | undefined): ChartPoint | undefined {
  return spec.type === 'bar' ? undefined : spec.sums?.find((point) => point.key === key);
}

/** Parts of a stack are parts of it; what is of another time, or a target, is no part of anything. */
function wordsOf(
  spec: SeriesChartSpec,
  point: ChartPoint,
  series: number,
  sum: ChartPoint | undefined,
): readonly string[] {
  if (sum !== undefined)
    return pointLines(spec, point, sum.value === null ? null : partOfSum(point.value, sum.value));
  return series === 0 ? pointLines(spec, point) : pointLines(spec, point, null);
}
