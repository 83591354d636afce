import { FONT_FAMILY } from '../charts/text-measure.ts';
import { type ChartSpec, hasSeries } from '../core/chart/chart-spec.ts';
import { LiveChart } from './live-chart.ts';
import { addPictureTooltips } from './picture-tooltip.ts';

/**
 * Makes one chart of the page live. The SVG from the server stays where it is: it holds the place, carries the links,
 * and is what is seen again if anything goes wrong here.
 */
export async function enliven(block: HTMLElement): Promise<void> {
  try {
    const spec = specOf(block);
    if (!hasSeries(spec)) {
      addPictureTooltips(block, spec.rowsHint);
      return;
    }
    await fontsReady();
    const chart = new LiveChart(block, spec);
    const redraw = (): void => {
      requestAnimationFrame(() => {
        chart.draw();
      });
    };
    new ResizeObserver(redraw).observe(block);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', redraw);
    matchMedia('(prefers-reduced-motion: reduce)').addEventListener('change', redraw);
  } catch (error) {
    // The picture from the server is complete, so a reader loses only the tooltips.
    console.warn('A chart stays as it came from the server.', error);
  }
}

function specOf(block: HTMLElement): ChartSpec {
  const json = block.querySelector('script[type="application/json"]')?.textContent;
  if (!json) throw new Error('The chart brings no data.');
  return JSON.parse(json) as ChartSpec;
}

/** Text measured before its typeface is there would be laid out for another one. */
async function fontsReady(): Promise<void> {
  await Promise.all([400, 600].map((weight) => document.fonts.load(`${weight} 13px '${FONT_FAMILY}'`)));
}
